"""The only home of what becomes of addresses that editors link to in texts: links to pages, or what was written."""

import json
from typing import Any

import pytest
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from cms.blocks import RICH_TEXT_FEATURES
from home.models import HomePage
from tests.factories import ContentPageFactory, publish, translate

pytestmark = pytest.mark.usefixtures("home")


def saved(url: str) -> str:
    """The HTML that is stored where an editor links to `url`."""
    state: dict[str, Any] = {
        "blocks": [
            {
                "key": "a",
                "type": "unstyled",
                "text": "link",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"key": 0, "offset": 0, "length": 4}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}},
    }
    html: str = ContentstateConverter(RICH_TEXT_FEATURES).to_database_format(json.dumps(state))
    return html


@pytest.fixture
def about() -> Page:
    return publish(ContentPageFactory(slug="about"))


@pytest.mark.parametrize(
    "address",
    ["/en/about/", "/en/about", " /en/about/ ", "{site}/en/about/", "/fi/about/", "{admin}/admin/pages/{pk}/edit/"],
)
def test_address_of_a_page_becomes_a_link_to_the_page(about: Page, address: str) -> None:
    url = address.format(site=settings.FRONTEND_ORIGIN, admin=settings.WAGTAILADMIN_BASE_URL, pk=about.pk)
    assert f'linktype="page" id="{about.pk}"' in saved(url) or f'id="{about.pk}" linktype="page"' in saved(url)


def test_address_of_a_translation_and_of_a_home_page(about: Page, home: HomePage) -> None:
    translate(home, "fi")
    finnish = translate(about, "fi")
    assert f'id="{finnish.pk}"' in saved(f"/fi/{finnish.slug}/")
    assert f'id="{home.pk}"' in saved("/en/")


@pytest.mark.parametrize(
    "address",
    [
        "/en/nowhere/",
        "/documents/7/report.pdf",
        "/en/about/#part",
        "/en/about/?a=1",
        "#part",
        "https://elsewhere.example/en/about/",
        "https://[",
        "mailto:a@example.org",
        "tel:+35891",
    ],
)
def test_any_other_address_stays_as_it_was_written(about: Page, address: str) -> None:
    assert f'href="{address}"' in saved(address)


def test_script_is_no_address() -> None:
    assert "javascript" not in saved("javascript:alert(1)")


@pytest.mark.parametrize("letters", ["\0", "%00", "\ud800", "%ED%A0%80"])
def test_letters_that_nothing_is_stored_under_lead_to_no_page(about: Page, letters: str) -> None:
    for address in (f"/en/about{letters}/", f"{settings.WAGTAILADMIN_BASE_URL}/admin/pages/{letters}/edit/"):
        assert 'linktype="page"' not in saved(address)
