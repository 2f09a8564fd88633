"""The only home of what a map of all cases gets."""

import pytest
from wagtail.models import Page

from api.reading.lists import markers
from tests.api.copies import copies

MARKERS = """query ($locale: LocaleCode = en, $filter: CaseFilter, $fallback: Boolean) {
  caseMarkers(locale: $locale, filter: $filter, fallback: $fallback) {
    title path locale status priorityCodes locations { latitude longitude }
  }
}"""
STORAGE = {
    "title": "Storage",
    "path": "/en/cases/storage/",
    "locale": "en",
    "status": "ongoing",
    "priorityCodes": ["climate-neutrality", "cleantech"],
    "locations": [{"latitude": 60.25, "longitude": 25.04}],
}


@pytest.mark.parametrize(
    ("locale", "changes"),
    [
        ("en", {}),
        ("fi", {"title": "Storage [fi]", "path": "/fi/cases-fi/storage-fi/", "locale": "fi"}),
        ("sv", {"path": "/sv/cases/storage/"}),
    ],
)
def test_cases_with_a_location_as_the_reader_gets_them(ask, site, locale, changes):
    assert ask(MARKERS, locale=locale)["caseMarkers"] == [{**STORAGE, **changes}]


def test_filter_and_fallback_narrow_the_markers(ask, site):
    assert ask(MARKERS, filter={"goals": [13]})["caseMarkers"] == [STORAGE]
    assert ask(MARKERS, filter={"goals": [1]})["caseMarkers"] == []
    assert ask(MARKERS, locale="sv", fallback=False)["caseMarkers"] == []


def test_priority_that_is_not_published_has_no_code_here(ask, site):
    Page.objects.filter(translation_key=site.climate.translation_key).update(live=False)
    assert ask(MARKERS)["caseMarkers"] == [{**STORAGE, "priorityCodes": ["cleantech"]}]


def test_newest_come_first(ask, site):
    copies(site.case, 3)
    titles = [marker["title"] for marker in ask(MARKERS)["caseMarkers"]]
    assert titles == ["Storage", "Storage 003", "Storage 002", "Storage 001"]


def test_more_than_one_answer_may_have_are_an_error_that_says_so(ask_error, site, monkeypatch):
    monkeypatch.setattr(markers, "MOST", 3)
    copies(site.case, 3)
    error = "The answer has more than 3 cases on one map. Ask for fewer, or for less in each."
    assert ask_error(MARKERS) == ("ANSWER_TOO_LARGE", error)
