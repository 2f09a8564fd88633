"""Lists find in the public index alone: nothing that they do not show is read from pages."""

import re

import pytest

LISTS = {
    "newest": "cases(locale: fi)",
    "by title, from the end": "cases(locale: sv, order: title, last: 5)",
    "filtered": 'cases(locale: en, filter: {goals: [7], municipalities: ["091"], sectors: [public], year: 2024})',
    "without fallbacks": "cases(locale: fi, fallback: false)",
    "articles": "articles(locale: en, filter: {year: 2024})",
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_found_and_counted_without_reading_pages(statements, name):
    [finding] = [
        text for text in statements(f"{{ {LISTS[name]} {{ totalCount nodes {{ title }} }} }}") if "AS part ON" in text
    ]
    read = set(re.findall(r'(?:FROM|JOIN) "?((?:publishing|wagtailcore)_\w+)', finding))
    assert {"publishing_publicindex", "wagtailcore_site"} <= read
    # The partners of a sector are looked up among what is published of organisations.
    assert read <= {
        "publishing_publicindex",
        "publishing_indexcount",
        "publishing_publishedsnippet",
        "wagtailcore_site",
    }
