"""The only home of the quick way to answer a list: what it says is what the usual way says."""

import pytest

from api.execution.plain_objects import Executor

QUERIES = [
    "{ sitemap { nodes { __typename a: slug slug page { ...Link } ... on SitemapEntry { lastModified alternates { url } } } } } fragment Link on PageLink { path locale isFallback }",
    "query ($no: Boolean = false) { sitemap { nodes { slug @include(if: $no) pageType @skip(if: $no) } edges { cursor node { slug } } } }",
    '{ page(path: "/en/cases/storage/") { translations { locale state } ... on CasePage { keyFigures { number asOf } funding { amount } goals { number } partners { role organisation { name website sector logo { alt } } } } } }',
    '{ page(path: "/en/about/") { ... on ContentPage { body { ... on TableBlock { rows header } ... on ContactsBlock { people { name email } } } } } }',
    "{ cases(locale: sv) { nodes { title priorities { label } leadImage { rendition(width: 400) { url } } } } }",
    "{ cases(locale: sv) { nodes { title parent { title } leadImage { alt } } } }",
]


@pytest.mark.parametrize("query", QUERIES)
def test_quick_way_says_what_the_usual_way_says(ask, site, monkeypatch, query):
    quick = ask(query)
    monkeypatch.setattr(Executor, "_of_type", lambda *_: None)
    assert ask(query) == quick


def test_error_in_a_list_is_told_where_it_is(ask_raw, site, monkeypatch, caplog):
    from api.types import PAGE_TYPES

    monkeypatch.setitem(PAGE_TYPES, "cases.casepage", None)
    answer = ask_raw("{ sitemap(first: 1000) { nodes { slug pageType } } }")
    assert answer["data"] is None
    [error] = answer["errors"]
    assert error["path"][:3] == ["sitemap", "nodes", error["path"][2]]
    assert error["path"][3] == "pageType"
    assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR"}
