"""The only home of what one request may take, whatever its document looks like."""

import json
from contextlib import contextmanager
from copy import deepcopy
from functools import partial

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.test import override_settings
from hypothesis import HealthCheck, event, example, given, settings, target
from hypothesis import strategies as st
from psycopg.errors import QueryCanceled

from api import allowance, deadline
from api.execution import limits as document_limits
from api.execution.counting import MOST_ERRORS
from tests.api.copies import copies
from tests.api.site.growing_documents import counted, growing_documents
from tests.api.site.random_queries import Document, documents

MOST_PAGES, MOST_OBJECTS, MOST_BYTES = 150, 600, 60_000
pytestmark = pytest.mark.usefixtures("db")
searching = settings(suppress_health_check=[*HealthCheck], deadline=None)


@pytest.fixture(scope="module", autouse=True)
def _many_pages(built_site, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        site = deepcopy(built_site)
        for page in (site.case, site.climate, site.article):
            copies(page, 6)
        yield
        transaction.set_rollback(True)


@contextmanager
def limits(pages, objects, size):
    with pytest.MonkeyPatch.context() as patch, override_settings(API_BYTES=size):
        patch.setattr(allowance, "MOST_PAGES", pages)
        patch.setattr(allowance, "MOST_OBJECTS", objects)
        # Nothing may hang on these.
        patch.setattr(document_limits, "MOST_ALIASES", 100_000)
        patch.setattr(document_limits, "DEEPEST", 1000)
        yield


LATE = 100.0


class Clock:
    """One that stands still until it is set, or has been read so often."""

    def __init__(self, readings: int | None = None) -> None:
        self.now = 0.0
        self._readings = readings

    def __call__(self) -> float:
        if self._readings is not None:
            self._readings -= 1
            if self._readings < 0:
                self.now = LATE
        return self.now


def codes(answer):
    return {error["extensions"]["code"] for error in answer.get("errors", ())}


def is_part(answer, whole) -> bool:
    """Whether an answer says nothing but what the whole one says, and is null where it says nothing."""
    if isinstance(answer, dict) and isinstance(whole, dict):
        return answer.keys() == whole.keys() and all(is_part(child, whole[name]) for name, child in answer.items())
    if isinstance(answer, list) and isinstance(whole, list):
        return len(answer) == len(whole) and all(map(is_part, answer, whole))
    return answer is None or answer == whole


@searching
@given(document=growing_documents())
def test_answer_of_any_shape_is_refused_where_it_is_larger_than_allowed_and_nowhere_else(client, document):
    ask = partial(client.post, "/graphql/", json.dumps({"query": document}), content_type="application/json")
    with limits(MOST_PAGES, MOST_OBJECTS, MOST_BYTES):
        response = ask()
    answer = response.json()
    assert len(response.content) <= MOST_BYTES
    assert codes(answer) <= {"ANSWER_TOO_LARGE"}, (document, answer["errors"])
    event(f"{sorted(codes(answer))}")
    with limits(100 * MOST_PAGES, 100 * MOST_OBJECTS, 100 * MOST_BYTES):
        response = ask()
    whole = response.json()
    if codes(whole):
        assert codes(answer)
        return
    pages, objects = counted(whole["data"])
    size = len(response.content)
    target(float(size), label="bytes")
    target(float(pages), label="pages")
    if pages > MOST_PAGES or objects > MOST_OBJECTS or size > MOST_BYTES:
        assert codes(answer) == {"ANSWER_TOO_LARGE"}
    elif size < MOST_BYTES * 0.8:
        assert answer == whole


REAL = {
    "path": [
        "/en/",
        "/fi/cases-fi/storage-fi/",
        "/en/cases/",
        "/en/strategy/climate/",
        "/en/articles/news/",
        "/en/about/",
    ],
    "query": ["heat", "stroage"],
    "search": ["heat"],
    "first": [3, 20],
}


CHILDREN = 'page(path: "/en/about/") { children { title } }'
BODY = "strategy(locale: en) { body { ... on HeadingBlock { text } } }"


def asked(client, document):
    cache.clear()  # tries at passwords are counted
    body = json.dumps({"query": document.text, "variables": document.variables})
    return client.post("/graphql/", body, content_type="application/json").json()


@searching
@given(document=documents(REAL), readings=st.none() | st.integers(1, 200), statements=st.integers(1, 8))
def test_when_time_is_up_no_statement_is_executed_and_nothing_wrong_is_said(client, document, readings, statements):
    whole = asked(client, document)
    clock = Clock(readings)

    def count(execute, *statement):
        nonlocal statements
        late = clock.now > 0
        result = execute(*statement)
        assert not late
        statements -= 1
        if statements == 0:
            clock.now = LATE
        return result

    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(count):
        patch.setattr(deadline, "clock", clock)
        answer = asked(client, document)
    assert is_part(answer.get("data"), whole.get("data"))
    told = codes(answer) - codes(whole)
    event(f"{sorted(told)}")
    assert told <= {"TIMEOUT"}
    assert answer == whole or "TIMEOUT" in told


@searching
@given(document=documents(REAL), failing=st.integers(1, 8))
@example(Document('{ page(path: "/en/about/team/") { parent { title } breadcrumbs { title } } }'), 2)
@example(Document(f"{{ a: {CHILDREN} b: {CHILDREN} }}"), 2)
@example(Document(f"{{ a: {BODY} b: {BODY} }}"), 2)
def test_statement_that_fails_makes_no_other_field_say_anything_wrong(client, document, failing):
    whole = asked(client, document)

    def fail(execute, *statement):
        nonlocal failing
        failing -= 1
        if failing == 0:
            raise OperationalError from QueryCanceled()
        return execute(*statement)

    with connection.execute_wrapper(fail):
        answer = asked(client, document)
    assert is_part(answer.get("data"), whole.get("data"))
    assert answer == whole or "TIMEOUT" in codes(answer)


def test_statement_ends_when_time_is_up_and_the_next_request_has_all_its_own(ask_error, ask, monkeypatch, settings):
    def sleep(*_):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(60)")

    settings.API_SECONDS = 0.2
    with monkeypatch.context() as patch:
        patch.setattr("api.queries.make_locales", sleep)
        assert ask_error("{ locales { code } }") == ("TIMEOUT", "The answer took too long. Ask for less.")
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


@pytest.mark.parametrize(("own", "granted", "meanwhile"), [("10s", 10, "10s"), ("10s", 2, "2s"), ("0", 2, "2s")])
def test_a_session_is_told_how_long_statements_may_take_only_where_it_would_let_them_take_longer(
    monkeypatch, own, granted, meanwhile
):
    session = connection.copy()
    session.settings_dict["OPTIONS"] = {**connection.settings_dict["OPTIONS"], "options": f"-c statement_timeout={own}"}
    monkeypatch.setattr(deadline, "connection", session)
    monkeypatch.setattr(deadline, "clock", lambda: 0.0)

    def said():
        with session.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            return cursor.fetchone()[0]

    try:
        for _ in range(2):
            with deadline.Deadline(granted).of_statements():
                assert said() == meanwhile
            assert said() == own
    finally:
        session.close()


def test_what_was_answered_before_time_was_up_stays(ask_raw, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(deadline, "clock", clock)
    monkeypatch.setattr("api.queries.preview_page", lambda *_: setattr(clock, "now", LATE))
    answer = ask_raw('{ home(locale: en) { title } preview(token: "") { id } page(path: "/en/about/") { title } }')
    assert answer["data"] == {"home": {"title": "Home"}, "preview": None, "page": None}
    [error] = answer["errors"]
    assert (error["path"], error["extensions"]) == (["page"], {"code": "TIMEOUT"})


LOOP = "nodes { priorities { cases(first: 100) { nodes { priorities { cases(first: 100) { nodes { title } } } } } } }"


def test_what_is_cheap_is_answered_beside_what_is_too_large(ask_raw):
    with limits(pages=200, objects=1000, size=100_000):
        answer = ask_raw(
            "{ before: home(locale: en) { title } "
            f'page(path: "/en/cases/") {{ ... on CaseIndexPage {{ cases {{ {LOOP} }} }} }}'
            "after: home(locale: en) { title } locales { code } }"
        )
    home = {"title": "Home"}
    locales = [{"code": "en"}, {"code": "fi"}, {"code": "sv"}]
    assert answer["data"] == {"before": home, "page": None, "after": home, "locales": locales}
    [error] = answer["errors"]
    assert error["message"] == "The answer has more than 200 pages. Ask for fewer, or for less in each."
    assert error["extensions"] == {"code": "ANSWER_TOO_LARGE"}


def test_what_is_read_for_an_answer_is_limited_too(ask_error, monkeypatch):
    monkeypatch.setattr(allowance, "MOST_READ", 30_000)
    lists = " ".join(f"a{n}: cases(locale: en, first: 1) {{ nodes {{ body {{ __typename }} }} }}" for n in range(60))
    code, message = ask_error(f"{{ {lists} }}")
    assert (code, message[:47]) == ("ANSWER_TOO_LARGE", "The answer is made of more than 30000 bytes of ")


def test_errors_are_limited(ask_raw):
    images = " ".join(f"a{n}: leadImage {{ rendition(width: {n}) {{ url }} }}" for n in range(1, 21))
    answer = ask_raw(f"{{ cases(locale: en) {{ nodes {{ {images} }} }} }}")
    assert answer["data"] is None
    *told, last = answer["errors"]
    assert len(told) == MOST_ERRORS
    assert {error["extensions"]["code"] for error in told} == {"BAD_USER_INPUT"}
    assert last["message"].startswith(f"The answer has more than {MOST_ERRORS} errors.")


def searches(number: int, fields: str = "totalCount") -> str:
    return " ".join(
        f'a{n}: page(path: "/en/cases/") {{ ... on CaseIndexPage {{ cases(first: 0, filter: {{search: "word{n}"}}) '
        f"{{ {fields} }} }} }}"
        for n in range(number)
    )


FACETS = "facets { years { year } status { status } }"


@pytest.mark.parametrize(("fields", "each"), [("totalCount", 1), (FACETS, 2), (f"totalCount {FACETS}", 2)])
def test_as_many_searches_and_facets_as_allowed_are_answered_and_of_more_the_first(ask_raw, fields, each):
    most = allowance.MOST_SEARCHES // each
    assert "errors" not in ask_raw(f"{{ {searches(most, fields)} }}")
    answer = ask_raw(f"{{ {searches(most + 2, fields)} home(locale: en) {{ title }} }}")
    pages = [answer["data"][f"a{n}"] for n in range(most + 2)]
    assert [page is None for page in pages] == [False] * most + [True] * 2
    assert answer["data"]["home"] == {"title": "Home"}
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"TOO_MANY_SEARCHES"}
    assert f"{allowance.MOST_SEARCHES} searches and facets" in answer["errors"][0]["message"]


def test_same_search_counts_once(ask):
    same = " ".join(
        f'a{n}: cases(locale: en, first: {n}, filter: {{search: "heat"}}) {{ totalCount edges {{ highlight }} }}'
        for n in range(20)
    )
    assert ask(f"{{ {same} }}")["a19"]["totalCount"] == 7


def test_half_of_a_surrogate_pair_is_answered_beside_lists(ask):
    answer = ask(
        "query ($path: String!) { route(path: $path) { ... on NotFoundRoute { path } } locales { nativeName } }",
        path="/en/\ud800ä/",
    )
    assert answer["route"] == {"path": "/en/\ud800ä/"}
    assert len(answer["locales"]) == 3


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/feeds/en.atom"])
def test_file_that_takes_too_long_is_for_later(client, monkeypatch, path):
    monkeypatch.setattr(deadline, "clock", Clock(readings=1))
    response = client.get(path)
    assert (response.status_code, response.content) == (503, b"This takes too long now. Try later.")
