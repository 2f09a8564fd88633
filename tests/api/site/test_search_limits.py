"""The only home of what a search withstands and costs: any text, any cursor, few statements."""

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.copies import copies
from tests.api.everything import CARD
from tests.factories import CasePageFactory, publish

SEARCH = f"""
query ($text: String!, $locale: LocaleCode = en, $first: Int, $after: String, $last: Int, $before: String) {{
  search(query: $text, locale: $locale, first: $first, after: $after, last: $last, before: $before) {{
    totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ cursor highlight node {{ {CARD} }} }}
  }}
}}
"""
EVERYWHERE = """
query ($text: String!, $filter: CaseFilter, $articles: ArticleFilter) {
  search(query: $text, locale: fi) { totalCount edges { highlight node { title } } }
  cases(locale: sv, filter: $filter) { totalCount edges { highlight node { title } } }
  articles(locale: en, filter: $articles) { totalCount edges { highlight } }
  strategies(locale: en) { priorities { cases(filter: $filter) { totalCount nodes { title } } } }
}
"""
NOTHING = {"totalCount": 0, "edges": []}


@pytest.fixture
def granaries(site):
    """Thirteen pages of which some fit equally well."""
    case = publish(CasePageFactory(title="Granary", slug="granary"))
    copies(case, 11)
    publish(CasePageFactory(title="Barn", ingress="Once a granary"))


@pytest.fixture
def part(ask, granaries):
    def get(**variables):
        found = ask(SEARCH, text="granary", **variables)["search"]
        assert found["totalCount"] == 13
        return [edge["node"]["id"] for edge in found["edges"]], found["pageInfo"]

    return get


@pytest.mark.parametrize("size", [1, 2, 5, 13, 14])
def test_walking_forward_and_backward_meets_every_page_once(part, size):
    whole, _ = part(first=100)
    assert len(set(whole)) == 13
    forward, cursor, more = [], None, True
    while more:
        found, info = part(first=size, after=cursor)
        forward, cursor, more = [*forward, *found], info["endCursor"], info["hasNextPage"]
    backward, cursor, more = [], None, True
    while more:
        found, info = part(last=size, before=cursor)
        backward, cursor, more = [*found, *backward], info["startCursor"], info["hasPreviousPage"]
    assert forward == backward == whole


def encoded(place) -> str:
    return urlsafe_b64encode(json.dumps(place).encode()).decode()


KEY = "6f1c1b0e-7b51-4a55-9a55-0d3a3f6f0c11"


@pytest.mark.parametrize("value", [None, "1", 1.5, True, 2**63, -(2**64), [1]])
def test_malformed_cursor_is_an_error_that_says_so(site, ask_error, value):
    code, message = ask_error(SEARCH, text="granary", after=encoded(["relevance", value, KEY]))
    assert code == "BAD_USER_INPUT"
    assert message.startswith("The cursor is malformed")


def test_cursor_of_another_list_is_an_error_and_of_another_search_only_a_place(site, ask, ask_error):
    [edge] = ask("{ cases(locale: en, first: 1) { edges { cursor } } }")["cases"]["edges"]
    assert ask_error(SEARCH, text="heat", after=edge["cursor"]) == (
        "BAD_USER_INPUT",
        "The cursor belongs to a list in the order `newest`, not `relevance`.",
    )
    assert ask(SEARCH, text="heat", after=encoded(["relevance", 0, KEY]))["search"]["edges"] == []
    code, _ = ask_error(
        "query ($after: String) { cases(locale: en, after: $after) { totalCount nodes { title } } }",
        after=encoded(["relevance", 0, KEY]),
    )
    assert code == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "text",
    ["", " ", "!", "&|!()<->:*", "' xyzzy=1 --", "''", "\\", "%_", "\x00", "\x01\x02\x7f", "\ud800", "\udfff\ud800", "🏗️",
     "⁹⁷", "_", "ŉxyzzy", "½", "日本語", "Хельсинки", "هلسنكي", "$.xyzzy[*] == 1", "xyzzy'", "a" * 200, "{0} {organisations} %s", "(("],
)  # fmt: skip
def test_text_that_nothing_has_finds_nothing(site, ask, text):
    found = ask(SEARCH, text=text)["search"]
    assert (found["totalCount"], found["edges"]) == (0, [])


@pytest.mark.parametrize("text", ["a" * 201, " " * 10_000, "& " * 5_000, "\x00" * 300])
def test_text_that_is_too_long_is_an_error_that_names_the_limit(site, ask_error, text):
    error = ("BAD_USER_INPUT", f"A search text may have 200 characters; this one has {len(text)}.")
    assert ask_error(SEARCH, text=text) == error


def test_only_ten_words_count(site, ask):
    ten = " ".join(["heat", "later", *["for", "the", "a", "an", "of", "to", "in", "on"]])
    assert ask(SEARCH, text=f"{ten} nothing")["search"]["totalCount"] == 1


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=[]), max_size=40) | st.from_regex(r"[a-z'\\:*&|!()<>\- %$]{0,40}"))
def test_any_text_is_answered(site, ask, text):
    wanted = {"search": text[:200]}
    found = ask(EVERYWHERE, text=text[:200], filter=wanted, articles=wanted)
    assert found["search"]["totalCount"] >= len(found["search"]["edges"])


@pytest.mark.parametrize(
    ("text", "most"), [("granary", 5), ("granáry", 5), ("granarry", 8), ("nothing whatever", 8), ("", 2)]
)
def test_search_takes_few_statements_however_many_pages_it_finds(site, statements, text, most):
    case = publish(CasePageFactory(title="Granary", slug="granary"))
    one = statements(SEARCH, text=text, first=100)
    copies(case, 24)
    many = statements(SEARCH, text=text, first=100)
    assert len(many) == len(one) <= most


def test_search_in_cases_of_priorities_takes_as_many_statements_for_one_as_for_many(site, statements):
    query = """{ strategies(locale: en) { priorities { cases(filter: {search: "heat"}) {
      totalCount edges { highlight node { title } } } } } }"""
    one = statements(query)
    copies(site.climate, 10)
    copies(site.case, 10)
    assert len(statements(query)) == len(one)
