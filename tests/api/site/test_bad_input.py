"""The only home of bad input: whatever an argument is given, there is an empty answer or an error that says why."""

import json
from base64 import urlsafe_b64encode

import pytest

from tests.api.everything import TYPES
from tests.api.site.small_site import SmallSite

KEY = "6f1c1b0e-7b51-4a55-9a55-0d3a3f6f0c11"
CODES = {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "PREVIEW_UNKNOWN"}
LISTS = """
query ($locale: LocaleCode!, $filter: CaseFilter, $order: CaseOrder, $first: Int, $after: String, $last: Int,
       $before: String, $fallback: Boolean, $site: String) {
  cases(locale: $locale, filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before,
        fallback: $fallback, site: $site) {
    totalCount facets { years { year } organisations { count } } edges { cursor highlight node { path } } }
}
"""
EACH = {
    "route": "query ($it: String!) { it: route(path: $it) { __typename ... on NotFoundRoute { suggestions { path } } } }",
    "page": "query ($it: String!) { it: page(path: $it) { title } }",
    "node": "query ($it: ID!) { it: node(id: $it) { id } }",
    "preview": "query ($it: String!) { it: preview(token: $it) { title } }",
    "search": "query ($it: String!) { it: search(query: $it, locale: en) { totalCount edges { highlight } } }",
    "page types": 'query ($it: String!) { it: search(query: "heat", locale: en, pageTypes: [$it]) { totalCount } }',
    "site": "query ($it: String!) { it: home(locale: en, site: $it) { title } }",
    "cursor of search": 'query ($it: String!) { it: search(query: "heat", locale: en, after: $it) { totalCount } }',
    "cursor of articles": "query ($it: String!) { it: articles(locale: en, before: $it) { edges { cursor } } }",
    "cursor of the sitemap": "query ($it: String!) { it: sitemap(after: $it) { edges { cursor } } }",
    "cursor of redirects": "query ($it: String!) { it: redirects(after: $it) { edges { cursor } } }",
    "markers": "query ($it: String!) { it: caseMarkers(locale: en, filter: {search: $it, funding: [$it]}) { path } }",
    "articles": "query ($it: String!) { it: articles(locale: en, filter: {search: $it, priorities: [$it]}) { totalCount } }",
    "password": "mutation ($it: String!) { it: unlockPage(input: {path: $it, password: $it}) { token } }",
}


def encoded(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


TEXTS = {
    "nothing": "",
    "ten thousand letters": "a" * 10_000,
    "ten thousand slashes": "/" * 10_000,
    "very deep": "/en" + "/a" * 3_000 + "/",
    "only operators": "&|!()<->:*" * 15,
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f",
    "null character": "/en/\x00/",
    "encoded null character": "/en/%00/",
    "above": "/en/../../en/cases/./",
    "empty parts": "//en//cases//storage//",
    "encoded slashes": "/en%2Fcases%2Fstorage%2F",
    "encoded twice": "/en/%252e%252e/",
    "half an escape": "/en/%/%E4%/",
    "emoji": "/en/🏗️/",
    "half a surrogate pair": "/en/\ud800/",
    "other half": "\udfff",
    "Cyrillic": "Хельсинки",
    "Arabic": "هلسنكي",
    "Han": "赫尔辛基",
    "right to left override": "\u202e/en/\u202c",
    "quotation marks": "'\"`; DROP TABLE wagtailcore_page; --",
    "SQL's own wildcards": "%_%s%(x)s{0}",
    "an address": "https://user:pass@[::1]:99999/en/",
    "number that is none": "1e400",
    "not base64": "====",
    "nested JSON": urlsafe_b64encode(b"[" * 3_000).decode(),
    "cursor of another order": encoded(["title", "a", KEY]),
    "cursor of search": encoded(["relevance", 1, KEY]),
    "cursor without a number": encoded(["relevance", 10**30, KEY]),
    "cursor with a strange moment": encoded(["newest", "0001-01-01T00:00:00+23:59", KEY]),
    "cursor with a displacement that PostgreSQL lacks": encoded(["newest", "2024-01-01T00:00:00+23:59", KEY]),
    "cursor with a displacement of parts of seconds": encoded(["newest", "2024-01-01T00:00:00+01:00:00.5", KEY]),
    "cursor of an object": encoded({"newest": 1}),
    "id of a strange key": urlsafe_b64encode(b"CasePage:en:" + b"0" * 5_000).decode(),
    "token": "eyJ9.x.y:" * 500,
}


@pytest.fixture
def answer(client):
    """Post a document; return the answer after checking that whatever is wrong is said with a documented code."""

    def post(query, **variables):
        body = json.dumps({"query": query, "variables": variables})
        response = client.post("/graphql/", body, content_type="application/json")
        assert response.status_code == 200
        found = response.json()
        for error in found.get("errors", ()):
            assert error["extensions"]["code"] in CODES, error
            assert error["message"]
        return found

    return post


@pytest.mark.parametrize("road", EACH)
def test_no_text_breaks_an_argument(site: SmallSite, answer, road):
    for text in TEXTS.values():
        assert answer(EACH[road], it=text)


# Spelled as a redirect's path may be, each takes minutes, in which the worker answers nobody else.
HEAVY = [
    "/a" + "\u0301\u0316" * 150_000,
    "/en" + "/%E4" * 500_000,
    "/en/?" + "%E4&" * 500_000,
    "/en/#" + "\u0316\u0301" * 150_000,
]


@pytest.mark.parametrize("road", ["route", "page", "password"])
@pytest.mark.parametrize("path", HEAVY, ids=range(len(HEAVY)))
def test_path_of_a_megabyte_is_answered_in_time(site: SmallSite, client, road, path):
    body = json.dumps(
        {"query": EACH[road].replace("password: $it", 'password: ""'), "variables": {"it": path}}, ensure_ascii=False
    )
    assert "errors" not in client.post("/graphql/", body, content_type="application/json").json()


def test_no_text_breaks_a_condition(site: SmallSite, answer):
    for text in TEXTS.values():
        names = ("priorities", "focusAreas", "municipalities", "organisations", "funding")
        found = answer(LISTS, locale="fi", filter={name: [text] for name in names})
        assert "errors" in found or found["data"]["cases"]["totalCount"] == 0


NUMBERS = [0, -1, 101, 2**31 - 1, -(2**31), 2**31, 2**63, 10**40, 1.5, "1", True, None]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_breaks_an_argument(site: SmallSite, answer, number):
    for name in ("first", "last"):
        answer(LISTS, locale="en", **{name: number})
    for condition in ({"year": number}, {"strategyYear": number}, {"goals": [number]}):
        answer(LISTS, locale="sv", filter=condition)
    answer("query ($it: Int) { strategy(locale: en, year: $it) { title } }", it=number)
    answer("query ($it: Int) { sitemap(first: $it) { totalCount } redirects(first: $it) { totalCount } }", it=number)
    picture = "{ cardImage { rendition(width: $it) { url } srcSet(widths: [$it, 200]) } }"
    answer(f"query ($it: Int!) {{ cases(locale: en) {{ nodes {picture} }} }}", it=number)
    related = "{ ... on CasePage { related(first: $it) { title } } }"
    answer(f'query ($it: Int) {{ page(path: "/en/cases/storage/") {related} }}', it=number)


CONTRADICTIONS = [
    {"status": ["planned"], "goals": [13], "municipalities": ["018"]},
    {"priorities": ["climate-neutrality"], "strategyYear": 1900},
    {"year": 1900, "status": ["ongoing"]},
    {"search": "heat", "funding": ["No such programme"]},
    {"within": {"south": 0, "west": 0, "north": 0, "east": 0}},
    {"sectors": ["research"], "search": "Acme"},
]


@pytest.mark.parametrize("wanted", CONTRADICTIONS)
def test_contradictory_filters_find_nothing(site: SmallSite, answer, wanted):
    found = answer(LISTS, locale="en", filter=wanted)["data"]["cases"]
    assert (found["totalCount"], found["edges"]) == (0, [])


BOXES = [
    {"south": south, "west": west, "north": north, "east": east}
    for south, west, north, east in [(61, 24, 60, 25), (-91, 0, 91, 0), (0, 0, 1e308, 1e308), (60, 181, 61, -181)]
]


@pytest.mark.parametrize("box", BOXES)
def test_box_that_is_none_is_a_clear_error(site: SmallSite, answer, box):
    [error] = answer(LISTS, locale="en", filter={"within": box})["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


def test_null_is_as_good_as_nothing(site: SmallSite, answer):
    names = ("filter", "order", "first", "after", "last", "before", "fallback", "site")
    assert answer(LISTS, locale="en", **dict.fromkeys(names)) == answer(LISTS, locale="en")
    conditions = dict.fromkeys(TYPES["CaseFilter"].fields)
    assert answer(LISTS, locale="en", filter=conditions) == answer(LISTS, locale="en")


@pytest.mark.parametrize(
    "path", [f"/en/{'a/' * 4000}", "/%00/", "/en/%ED%A0%80/", "//evil.example/", "/\\evil.example"]
)
def test_strange_path_leads_nowhere_else(site: SmallSite, answer, path):
    assert answer(EACH["route"], it=path)["data"]["it"]["__typename"] == "NotFoundRoute"
