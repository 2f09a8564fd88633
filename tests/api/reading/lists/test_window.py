"""The only home of walking through a list: Relay's rules, cursors that stay true, limits that say what they are."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from cases.models import CasePage
from cms.publishing.models import PublishedDocument
from tests.api.copies import copies
from tests.factories import ArticlePageFactory, CasePageFactory, publish

TITLES = [f"Case {n:03}" for n in range(1, 12)]  # the oldest first
LIST = """
query ($order: CaseOrder, $first: Int, $after: String, $last: Int, $before: String) {
  cases(locale: en, order: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { title } }
    nodes { title }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""


@pytest.fixture
def cases(home):
    """Eleven cases of which two were published at the same moment."""
    first = publish(CasePageFactory(title="Case", slug="case"))
    documents = copies(first, 11)
    PublishedDocument.objects.filter(pk=documents[4].pk).update(listed_at=documents[3].listed_at)
    CasePage.objects.get(pk=first.pk).unpublish()


@pytest.fixture
def titles(ask, cases):
    """Ask for a part of the list and return its titles."""

    def get(**variables):
        connection = ask(LIST, **variables)["cases"]
        found = [node["title"] for node in connection["nodes"]]
        assert [edge["node"]["title"] for edge in connection["edges"]] == found
        cursors = [edge["cursor"] for edge in connection["edges"]]
        assert connection["totalCount"] == 11
        assert connection["pageInfo"]["startCursor"] == (cursors[0] if cursors else None)
        assert connection["pageInfo"]["endCursor"] == (cursors[-1] if cursors else None)
        return found, connection["pageInfo"]

    return get


def whole(titles, order):
    found, _ = titles(order=order, first=100)
    return found


def test_orders(titles):
    newest, oldest, by_title = (whole(titles, order) for order in ("newest", "oldest", "title"))
    assert by_title == TITLES
    assert newest == oldest[::-1]
    assert sorted(oldest) == TITLES
    assert oldest[:3] == TITLES[:3]
    assert set(oldest[3:5]) == set(TITLES[3:5])
    assert oldest[5:] == TITLES[5:]
    assert whole(titles, None) == newest


@pytest.mark.parametrize("order", ["newest", "oldest", "title"])
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(size=st.integers(1, 13))
def test_walking_forward_meets_every_case_once(titles, order, size):
    found, cursor, more = [], None, True
    while more:
        part, info = titles(order=order, first=size, after=cursor)
        assert info["hasPreviousPage"] == bool(found)
        found += part
        cursor, more = info["endCursor"], info["hasNextPage"]
    assert found == whole(titles, order)


@pytest.mark.parametrize("order", ["newest", "title"])
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(size=st.integers(1, 13))
def test_walking_backward_meets_every_case_once(titles, order, size):
    found, cursor, more = [], None, True
    while more:
        part, info = titles(order=order, last=size, before=cursor)
        assert info["hasNextPage"] == bool(found)
        found = part + found
        cursor, more = info["startCursor"], info["hasPreviousPage"]
    assert found == whole(titles, order)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ends=st.tuples(st.integers(0, 10), st.integers(0, 10)), size=st.integers(0, 12), forward=st.booleans())
def test_part_between_two_cursors(ask, titles, ends, size, forward):
    edges = ask(LIST, order="title", first=100)["cases"]["edges"]
    after, before = (edges[end]["cursor"] for end in ends)
    between = TITLES[ends[0] + 1 : ends[1]]
    part, info = titles(order="title", after=after, before=before, **{"first" if forward else "last": size})
    assert part == (between[:size] if forward else between[len(between) - min(size, len(between)) :])
    assert info["hasPreviousPage"] is True
    assert info["hasNextPage"] is True


def test_no_page_size_means_twenty(ask, home):
    copies(publish(CasePageFactory(title="Case", slug="case")), 22)
    connection = ask(LIST)["cases"]
    assert (len(connection["nodes"]), connection["totalCount"]) == (20, 23)


def test_first_zero_counts_only(titles):
    assert titles(first=0) == (
        [],
        {"hasNextPage": True, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    )


def test_list_without_anything(ask, home):
    assert ask(LIST, first=5)["cases"] == {
        "totalCount": 0,
        "edges": [],
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


@pytest.mark.parametrize("order", ["newest", "title"])
def test_case_published_in_between_shifts_nothing(ask, titles, order):
    part, info = titles(order=order, first=4)
    publish(CasePageFactory(title="A case before all others in either order"))
    rest = ask(LIST, order=order, first=100, after=info["endCursor"])["cases"]
    assert sorted(part + [node["title"] for node in rest["nodes"]]) == TITLES
    assert rest["totalCount"] == 12


def test_cursor_of_a_case_that_was_unpublished_keeps_its_place(ask, titles):
    edges = ask(LIST, order="title", first=100)["cases"]["edges"]
    Page.objects.filter(published_document__title="Case 005").update(live=False)
    part = ask(LIST, order="title", first=2, after=edges[4]["cursor"])["cases"]["nodes"]
    assert [node["title"] for node in part] == ["Case 006", "Case 007"]


def test_publishing_again_does_not_make_a_case_newer(ask, home):
    first, _ = [publish(CasePageFactory(title=title)) for title in ("First", "Second")]
    publish(first)
    assert [node["title"] for node in ask(LIST, order="newest")["cases"]["nodes"]] == ["Second", "First"]


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"first": -1}, "`first` is -1; it may be 0 to 100."),
        ({"first": 101}, "`first` is 101; it may be 0 to 100."),
        ({"last": -1}, "`last` is -1; it may be 0 to 100."),
        ({"last": 101}, "`last` is 101; it may be 0 to 100."),
        ({"first": 1, "last": 1}, "Give `first` or `last`, not both."),
    ],
)
def test_size_that_is_not_allowed_is_an_error_that_says_what_is(ask_error, home, variables, message):
    assert ask_error(LIST, **variables) == ("BAD_USER_INPUT", message)


def encoded(place) -> str:
    return urlsafe_b64encode(json.dumps(place).encode()).decode()


KEY = "6f1c1b0e-7b51-4a55-9a55-0d3a3f6f0c11"


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "ä",
        "\x00",
        "\ud800",
        "AAAA",
        encoded(None),
        encoded(["newest"]),
        encoded(["newest", "yesterday", KEY]),
        encoded(["newest", "2024-05-17T12:00:00", KEY]),
        encoded(["newest", 5, KEY]),
        encoded(["newest", "2024-05-17T12:00:00+00:00", "x"]),
        encoded(["newest", "2024-05-17T12:00:00+00:00", 5]),
        encoded([["newest"], "2024-05-17T12:00:00+00:00", KEY]),
        encoded(["no order", "a", KEY]),
        encoded(["title", "nul\x00", KEY]),
        encoded(["title", "half \ud800", KEY]),
        encoded(["title", 5, KEY]),
        encoded(["title", "a", KEY, "more"]),
        urlsafe_b64encode(b"[" * 100_000).decode(),
    ],
)
def test_malformed_cursor_is_an_error_that_says_so(ask_error, home, cursor):
    code, message = ask_error(LIST, order="newest", after=cursor)
    assert code == "BAD_USER_INPUT"
    assert message.startswith("The cursor is malformed")
    assert ask_error(LIST, order="newest", before=cursor) == (code, message)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.999999-14:00"])
def test_cursor_at_the_ends_of_time_is_only_a_place(ask, home, moment):
    assert ask(LIST, order="newest", after=encoded(["newest", moment, KEY]))["cases"]["nodes"] == []


def test_cursor_of_another_order_is_an_error_that_names_both(ask, ask_error, home):
    publish(CasePageFactory())
    [edge] = ask(LIST, order="title")["cases"]["edges"]
    assert ask_error(LIST, order="newest", after=edge["cursor"]) == (
        "BAD_USER_INPUT",
        "The cursor belongs to a list in the order `title`, not `newest`.",
    )
    assert json.loads(urlsafe_b64decode(edge["cursor"]))[0] == "title"


def test_articles_are_walked_through_alike(ask, home):
    copies(publish(ArticlePageFactory(title="News", slug="news")), 4)
    query = """query ($after: String) { articles(locale: en, first: 3, after: $after) {
      totalCount nodes { title } edges { cursor } pageInfo { hasNextPage endCursor } } }"""
    first = ask(query)["articles"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["articles"]
    assert [node["title"] for node in first["nodes"] + second["nodes"]] == [
        "News", "News 004", "News 003", "News 002", "News 001",
    ]  # fmt: skip
    assert (first["totalCount"], second["pageInfo"]["hasNextPage"]) == (5, False)
