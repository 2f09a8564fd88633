"""The only home of the claim that plans answer what graphql-core answers, byte for byte, at the site's every field."""

import json
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from api import allowance
from api.context import Context
from api.execution.executor import Executor
from api.execution.json_text import written
from api.reading.page import ReadPage
from api.schema import schema
from api.types import PAGE_TYPES
from tests.api.copies import copies
from tests.api.site.growing_documents import growing_documents
from tests.api.site.random_queries import Document, documents
from tests.api.site.test_allowance import limits
from tests.api.site.test_random_queries import found_on_the_site
from tests.publishing.index import settle

DOCUMENTS = settings().max_examples * 10

QUERIES = [
    "{ sitemap { nodes { __typename a: slug slug page { ...Link } ... on SitemapEntry { lastModified alternates { url } } } } } fragment Link on PageLink { path locale isFallback }",
    "query ($no: Boolean = false) { sitemap { nodes { slug @include(if: $no) pageType @skip(if: $no) } edges { cursor node { slug } } } }",
    '{ page(path: "/en/cases/storage/") { translations { locale state } ... on CasePage { keyFigures { number asOf } funding { amount } goals { number } partners { role organisation { name website sector logo { alt } } } } } }',
    '{ page(path: "/en/about/") { ... on ContentPage { body { ... on TableBlock { rows header } ... on ContactsBlock { people { name email } } } } } }',
    "{ cases(locale: sv) { nodes { title priorities { label } leadImage { rendition(width: 400) { url } } } } }",
    "{ cases(locale: sv) { nodes { title parent { title } leadImage { alt } } } }",
    "{ __typename __schema { queryType { name } } home(locale: en) { title body { __typename } } locales { code } }",
    "{ cases(locale: en) { nodes { url } nodes { title url } ...A ...A } } fragment A on CaseConnection { nodes { id title } totalCount }",
    "query ($width: Int! = 400) { cases(locale: en) { nodes { leadImage { a: rendition(width: $width) { url } b: rendition(width: 0) { url } } } } }",
]


@pytest.fixture(scope="module", autouse=True)
def _several_pages(built_site, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        site = deepcopy(built_site)
        for page in (site.case, site.climate, site.article):
            copies(page, 3)
        settle()
        yield
        transaction.set_rollback(True)


def answered(document: Document, *, plans: bool) -> tuple[bytes, tuple[int, int, int]]:
    """The answer, and what was counted of it."""
    cache.clear()  # tries at passwords are counted
    context = Context(request=RequestFactory().post("/graphql/"), response=HttpResponse())
    # However busy the machine is.
    with pytest.MonkeyPatch.context() as patch, override_settings(API_SECONDS=3600), allowance.granted():
        patch.setattr(Executor, "plans", plans)
        result = schema.execute_sync(document.text, variable_values=document.variables, context_value=context)
        held = allowance.current().held
    errors = [error.formatted for error in result.errors or ()]
    return written({"data": result.data, "errors": errors}), held


def both_ways(document: Document) -> bytes:
    planned, usual = answered(document, plans=True), answered(document, plans=False)
    assert planned == usual, document
    return planned[0]


@pytest.mark.parametrize("query", QUERIES)
def test_plan_says_what_graphql_core_says(query, site):
    assert len(both_ways(Document(query))) > 100


CASES = "{ cases(locale: fi) { totalCount nodes { title url cardImage { alt } parent { title } seo { canonicalUrl } priorities { title cases(first: 3) { nodes { title breadcrumbs { title } } } } } } home(locale: fi) { title url } }"


def is_second(page) -> bool:
    return page.row.title.endswith("002")


@pytest.mark.parametrize("name", ["image", "link", "text", "versions", "identity", "canonical_url"])
def test_what_fails_for_some_rows_is_told_where_it_is(name, site, monkeypatch, caplog):
    """Below fields that may be null, and below others."""
    caplog.set_level("CRITICAL")
    have = vars(ReadPage)[name]

    def fail(page, *arguments):
        if is_second(page):
            raise LookupError(page.row.title)
        return have.fget(page) if isinstance(have, property) else have(page, *arguments)

    monkeypatch.setattr(ReadPage, name, property(fail) if isinstance(have, property) else fail)
    answer = json.loads(both_ways(Document(CASES.replace("title url", "id title url ingress translations { path }"))))
    assert answer["errors"]
    assert answer["data"] is None or answer["data"]["home"]["title"] == "Home [fi]"


def test_error_in_a_list_is_told_where_it_is(ask_raw, site, monkeypatch, caplog):
    monkeypatch.setitem(PAGE_TYPES, "cases.casepage", None)
    answer = ask_raw("{ sitemap(first: 1000) { nodes { slug pageType } } }")
    assert answer["data"] is None
    [error] = answer["errors"]
    assert error["path"][:3] == ["sitemap", "nodes", error["path"][2]]
    assert error["path"][3] == "pageType"
    assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR"}


@settings(max_examples=settings().max_examples, suppress_health_check=[*HealthCheck], deadline=None)
@given(text=growing_documents(), pages=st.integers(1, 80), objects=st.integers(1, 200), size=st.integers(100, 30_000))
def test_limit_is_reached_where_graphql_core_reaches_it(site, text, pages, objects, size):
    with limits(pages, objects, size):
        both_ways(Document(text))


@pytest.fixture(scope="module")
def real():
    """What the site has for arguments, by their names."""
    return {}


@settings(max_examples=DOCUMENTS, suppress_health_check=[*HealthCheck], deadline=None)
@given(data=st.data())
def test_plan_says_what_graphql_core_says_of_any_document(site, real, ask, data):
    arguments = real or real.update(found_on_the_site(ask)) or real
    answer = json.loads(both_ways(data.draw(documents(arguments))))
    event(f"{sorted({error['extensions']['code'] for error in answer['errors']})}")
