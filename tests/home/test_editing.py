"""What editors are told, and what a draft may lack."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks import BodyBlock, IllustratedBlock
from home.models import HomePage
from home.site_settings import MenuItemBlock
from tests.factories import CasePageFactory, ContentPageFactory, ImageFactory, body, full_body, items, publish


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "image",
            {"image": "undescribed", "decorative": False, "alt_text": "", "caption": ""},
            "Say what the picture shows, or mark it as decorative.",
        ),
        (
            "key_figures",
            {"figures": items("f", {"value": "1", "unit": "", "caption": "x", "as_of": "", "source_url": ""})},
            "Say where the figure comes from: add the address of its source.",
        ),
        (
            "key_figures",
            {
                "figures": items(
                    "f",
                    {
                        "value": "1",
                        "unit": "",
                        "caption": "x",
                        "as_of": "2024-13",
                        "source_url": "https://example.org/",
                    },
                )
            },
            "“2024-13” is not a date. Write a year, a month or a day: 2024, 2024-05 or 2024-05-17.",
        ),
        (
            "call_to_action",
            {"label": "Read on", "page": None, "href": ""},
            "Choose a page or give a web address: one of them, not both.",
        ),
        (
            "video",
            {
                "video_title": "A film",
                "video_url": "https://example.org/film",
                "poster": None,
                "poster_decorative": False,
                "spoken_lang": "",
                "captions": [],
                "transcript": "",
            },
            "A video from example.org cannot be shown. Give the address of its page on YouTube or Vimeo.",
        ),
    ],
)
def test_what_is_missing_is_said_plainly(db: None, name: str, value: dict[str, Any], message: str) -> None:
    if value.get("image") == "undescribed":
        value = {**value, "image": ImageFactory(default_alt={}).pk}
    with pytest.raises(ValidationError) as raised:
        BodyBlock().clean(BodyBlock().to_python(body(**{name: value})))
    assert message in str(raised.value.as_json_data())


def illustrated(block: blocks.Block, raw: Any) -> Iterator[tuple[IllustratedBlock, dict[str, Any]]]:
    """The blocks with pictures in a block, itself among them, with the stored values that they have in its own."""
    if isinstance(block, IllustratedBlock):
        yield block, raw
    if isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from illustrated(block.child_block, item["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from illustrated(child, raw[name])


def test_every_picture_in_a_body_is_described_or_marked_as_decorative(db: None) -> None:
    def refused(block: IllustratedBlock, raw: dict[str, Any], *, decorative: bool) -> set[str]:
        without: dict[str, Any] = {}
        for place in block.image_places:
            without |= {place.image: undescribed.pk, place.decorative: decorative, place.text: ""}
        try:
            block.clean(block.to_python({**raw, **without}))
        except StructBlockValidationError as error:
            return {*error.block_errors}
        return set()

    undescribed = ImageFactory(default_alt={})
    for one in full_body(case=CasePageFactory()):
        for block, raw in illustrated(BodyBlock().child_blocks[one["type"]], one["value"]):
            places = {place.text or place.image for place in block.image_places}
            assert refused(block, raw, decorative=False) == places, type(block).__name__
            assert refused(block, raw, decorative=True) == set(), type(block).__name__


def test_menu_entry_leads_somewhere_and_has_a_text(db: None) -> None:
    block = MenuItemBlock()
    for value, message in (
        ({"label": "About", "page": None, "href": ""}, "Choose a page or give a web address: one of them, not both."),
        ({"label": "", "page": None, "href": "https://example.org/"}, "Say what the link should read."),
    ):
        with pytest.raises(ValidationError) as raised:
            block.clean(block.to_python({**value, "children": []}))
        assert message in str(raised.value.as_json_data())


def test_admin_leads_to_a_live_page_on_the_frontend(admin_client: Client, home: HomePage) -> None:
    about = publish(ContentPageFactory(title="About", slug="about"))
    for name, page in (("wagtailadmin_pages:edit", about), ("wagtailadmin_explore", home)):
        answer = admin_client.get(reverse(name, args=[page.pk])).content.decode()
        assert 'href="http://localhost:8001/en/about/"' in answer


@pytest.mark.parametrize(
    "page_type",
    ["home/strategypage", "home/contentpage", "home/articleindexpage", "cases/caseindexpage"],
)
def test_form_of_a_new_page_opens(admin_client: Client, home: HomePage, page_type: str) -> None:
    answer = admin_client.get(reverse("wagtailadmin_pages:add", args=[*page_type.split("/"), home.pk]))
    assert answer.status_code == 200


def test_there_is_one_list_of_cases(admin_client: Client, home: HomePage) -> None:
    CasePageFactory()
    page = admin_client.get(reverse("wagtailadmin_pages:add_subpage", args=[home.pk])).content.decode()
    assert "home/strategypage" in page
    assert "cases/caseindexpage" not in page
