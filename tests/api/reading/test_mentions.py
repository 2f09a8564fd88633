"""The only home of what a page's readers find of what its document refers to, in blocks and fields of any name."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from api.reading.known import Known
from api.reading.languages import Reader
from api.reading.page import ReadPage, make_pages
from api.reading.references import References
from api.reading.rows.pages import read_pages
from api.reading.sites import SiteChoice
from api.reading.sql import sql
from cases.models import Goal, Municipality
from cms.publishing.documents import make_document
from cms.publishing.models import PublishedDocument
from home.models import ContentPage
from tests.factories import (
    CasePageFactory,
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    PriorityPageFactory,
    publish,
)
from tests.publishing.index import settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


class Leaves(blocks.StructBlock):
    """A reference of every kind, under names that nothing knows."""

    cover = ImageChooserBlock(required=False)
    leaflet = DocumentChooserBlock(required=False)
    host = SnippetChooserBlock("cases.Person", required=False)
    venue = SnippetChooserBlock("cases.Organisation", required=False)
    aim = SnippetChooserBlock("cases.Goal", required=False)
    town = SnippetChooserBlock("cases.Municipality", required=False)
    example = blocks.PageChooserBlock("cases.CasePage", required=False)
    theme = blocks.PageChooserBlock("home.PriorityPage", required=False)
    anything = blocks.PageChooserBlock(required=False)
    remarks = blocks.RichTextBlock(required=False)


# How a block that nobody has written yet may hold them.
HOLDERS: dict[str, tuple[Callable[[], blocks.Block], Callable[[Any], Any], Callable[[Any], Any]]] = {
    "a struct": (Leaves, lambda leaves: leaves, lambda value: value),
    "a list in a struct": (
        lambda: blocks.StructBlock([("moments", blocks.ListBlock(Leaves()))]),
        lambda leaves: {"moments": [{"type": "item", "id": "1", "value": leaves}]},
        lambda value: value["moments"][0],
    ),
    "a stream in a list": (
        lambda: blocks.ListBlock(blocks.StreamBlock([("moment", Leaves())])),
        lambda leaves: [{"type": "item", "id": "1", "value": [{"type": "moment", "id": "2", "value": leaves}]}],
        lambda value: value[0][0]["value"],
    ),
}


@pytest.fixture(params=HOLDERS)
def holder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    make, _, _ = HOLDERS[request.param]
    field = ContentPage._meta.get_field("body")
    monkeypatch.setattr(field, "stream_block", blocks.StreamBlock([("timeline", make())]))
    return request.param


@pytest.fixture
def targets() -> dict[str, Any]:
    return {
        "cover": ImageFactory(),
        "leaflet": DocumentFactory(),
        "host": PersonFactory(image=ImageFactory()),
        "venue": OrganisationFactory(),
        "aim": Goal.objects.get(number=7),
        "town": Municipality.objects.get(code="091"),
        "example": publish(CasePageFactory()),
        "theme": publish(PriorityPageFactory()),
        "anything": publish(ContentPageFactory()),
        "linked": publish(ContentPageFactory()),
    }


def published(holder: str, targets: dict[str, Any]) -> ContentPage:
    _, store, _ = HOLDERS[holder]
    leaves = {name: target.pk for name, target in targets.items() if name != "linked"}
    leaves["remarks"] = f'<p><a linktype="page" id="{targets["linked"].pk}">there</a></p>'
    page = ContentPageFactory()
    page.body.raw_data.clear()
    revision = page.save_revision()
    revision.content["body"] = [{"type": "timeline", "id": "0", "value": store(leaves)}]
    model, content = type(page), revision.content
    document, mentions = make_document(model, content)
    publish(page)
    PublishedDocument.objects.filter(pk=page.pk).update(document=document, mentions=mentions)
    return page


def read(page: Any, *, heads: bool = False) -> ReadPage:
    settle()
    references = References(Reader(locale="en", site=SiteChoice()))
    rows = read_pages(references.reader, sql("translation_key = %(key)s", key=page.translation_key), heads=heads)
    return make_pages(rows, references)[0]


def value_of(holder: str, page: ReadPage) -> Any:
    _, _, find = HOLDERS[holder]
    return find(page.body()[0]["value"])


@pytest.mark.parametrize("heads", [False, True])
def test_a_reference_in_a_block_that_nothing_knows_leads_to_what_it_names(
    holder: str, targets: dict[str, Any], *, heads: bool
) -> None:
    page = read(published(holder, targets), heads=heads)
    value = value_of(holder, page)

    placed = page.image_of(value["cover"])
    assert placed.read.image == targets["cover"]
    assert page.file(value["leaflet"]) == targets["leaflet"]
    [person] = page.people([value["host"]])
    assert (person.type, person.translation_key) == ("cases.person", str(targets["host"].translation_key))
    assert page.references.images.get(person.document["image"]).image == targets["host"].image
    [organisation] = page.organisations([value["venue"]])
    assert organisation.translation_key == str(targets["venue"].translation_key)
    assert [goal.number for goal in page.goals([value["aim"]])] == [targets["aim"].number]
    assert [town.code for town in page.municipalities([value["town"]])] == [targets["town"].code]
    for name in ("example", "theme", "anything"):
        key = str(targets[name].translation_key)
        assert [found.key for found in page.pages([value[name]])] == [key]
        assert str(page.link(value[name]).translation_key) == key
    link = value["remarks"]["children"][0]["children"][0]
    assert str(page.link(link["page"]).translation_key) == str(targets["linked"].translation_key)


def test_a_card_looks_up_nothing_that_only_the_body_mentions(holder: str, targets: dict[str, Any]) -> None:
    page = read(published(holder, targets), heads=True)
    with CaptureQueriesContext(connection) as queries:
        page.siblings.load_people_and_media()
        page.siblings.load_reference_data()
        page.siblings.load_pages()
    assert len(queries) == 0


def test_what_stands_for_a_page_is_its_first_picture_as_the_model_has_them() -> None:
    lead, card = ImageFactory(), ImageFactory()
    with_both = publish(CasePageFactory(lead_image=lead, card_image=card))
    with_one = publish(CasePageFactory(lead_image=lead))
    without = publish(CasePageFactory())
    shown = [read(page, heads=True).card_image() for page in (with_both, with_one, without)]
    assert [placed and placed.read.image for placed in shown] == [card, lead, None]


def test_what_was_never_looked_up_is_told_from_what_is_not_there() -> None:
    known: Known[str, str] = Known()
    known.add({"there", "gone"}, {"there": "thing"})
    assert (known.get("there"), known.get("gone"), known.get(None)) == ("thing", None, None)
    with pytest.raises(LookupError, match="'other' was never looked up"):
        known.get("other")
    with pytest.raises(LookupError, match="'other' was never looked up"):
        known.existing(["there", "other"])


def test_what_was_never_looked_up_is_logged_and_looked_up_late_in_production(
    settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.UNKNOWN_REFERENCES_FAIL = False
    image, case = ImageFactory(), publish(CasePageFactory())
    references = References(Reader(locale="en", site=SiteChoice()))
    with caplog.at_level(logging.ERROR, logger="api.reading.known"):
        assert references.images.get(image.pk).image == image
        assert references.version(str(case.translation_key)).title == case.title
        assert references.people.get(str(case.translation_key)) is None
        assert references.goals.get(99) is None
    assert [record.getMessage().partition(" was")[0] for record in caplog.records] == [
        str(image.pk),
        repr(str(case.translation_key)),
        repr(str(case.translation_key)),
        "99",
    ]


def test_a_document_made_by_the_last_release_is_answered_until_it_is_derived_again(settings: Any) -> None:
    settings.UNKNOWN_REFERENCES_FAIL = False
    image = ImageFactory()
    case = publish(CasePageFactory(lead_image=image))
    PublishedDocument.objects.update(mentions={}, format=3)
    assert read(case, heads=True).image("lead_image").read.image == image
