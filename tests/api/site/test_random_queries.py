"""The only home of the search for a query that fails, leaks or costs more than its shape explains."""

import json
import re
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from graphql import parse, validate
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from api import errors
from api.execution import limits
from tests.api.copies import copies
from tests.api.everything import SCHEMA, everything
from tests.api.site.random_queries import documents
from tests.api.site.secrets import SECRET, hide_secrets

ROWS = 12  # copies of each: a statement for every row would be far beyond the bounds below
EACH_ROOT = 16  # statements for a root field, whatever is selected below it,
EACH_LIST = 6  # and for each field below it that has arguments
CODES = {"GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "PREVIEW_UNKNOWN", "ANSWER_TOO_LARGE", "TOO_MANY_SEARCHES"}
ORDERS = ["newest", "oldest", "title", "relevance"]


@pytest.fixture(scope="module", autouse=True)
def _many_pages_and_secrets(built_site, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        site = deepcopy(built_site)
        hide_secrets(site)
        for page in (site.case, site.other_case, site.climate, site.article, site.about):
            copies(page, ROWS)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def real(_many_pages_and_secrets, django_db_blocker):
    """What the site has for arguments, by their names."""
    return {}


@pytest.fixture
def arguments(real, ask):
    return real or real.update(found_on_the_site(ask)) or real


def found_on_the_site(ask):
    """Ids, keys, paths, codes and cursors of answers."""
    lists = " ".join(
        f"{order}: cases(locale: sv, order: {order}) {{ edges {{ cursor node {{ id path slug title translationKey }} }} }}"
        for order in ORDERS[:3]
    )
    answer = ask(f"""{{ {lists} search(query: "heat", locale: en) {{ edges {{ cursor }} }}
      sitemap {{ edges {{ cursor }} nodes {{ page {{ path }} pageType }} }} redirects {{ edges {{ cursor }} nodes {{ path }} }}
      cases(locale: fi) {{ facets {everything("CaseFacets")} }}
      articles(locale: en) {{ edges {{ cursor node {{ id path contacts {{ id }} }} }} }} }}""")

    def every(*names):
        return sorted({value for name, value in leaves(answer) if name in names})

    cursors, words = every("cursor"), ["heat", "Storage", "Bikes", "Helsingin", "stroage", "storage town"]
    return {
        "id": every("id"),
        "path": [*every("path"), "/", "/old-1/", "/en/cases/storag/", "/fi/cases/storage/"],
        "after": cursors,
        "before": cursors,
        "site": ["localhost"],
        "query": words,
        "search": words,
        "pageTypes": [*every("pageType"), "cases.casepage", "CasePage"],
        "priorities": ["climate-neutrality", "cleantech"],
        "focusAreas": ["heat"],
        "municipalities": ["092", "018"],
        "organisations": every("translationKey"),
        "funding": every("programme"),
        "goals": [7, 13],
        "width": [200, 400],
        "widths": [200, 400],
        "first": [0, 1, 5, 20, 100],
        "last": [1, 5, 100],
        "year": [2023, 2024],
        "strategyYear": [2015, 2024],
    }


def leaves(value, name=""):
    if isinstance(value, dict):
        for key, child in value.items():
            yield from leaves(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from leaves(child, name)
    elif value is not None:
        yield name, value


@pytest.mark.usefixtures("db")  # with the others, for which this module fills the database
def test_codes_of_errors_are_documented():
    assert set(re.findall(r"[A-Z]+_[A-Z_]+|TIMEOUT", errors.__doc__)) >= CODES


profile = settings()


@settings(
    max_examples=profile.max_examples * 2 + 10,
    suppress_health_check=[*HealthCheck],
    deadline=None,
)
@given(data=st.data())
def test_random_query_neither_fails_nor_leaks_nor_costs_more_than_its_shape_explains(site, arguments, client, data):
    document = data.draw(documents(arguments))
    problems = validate(SCHEMA, parse(document.text, max_tokens=limits.MOST_TOKENS * 10))
    assert not problems, (document.text, problems)
    cache.clear()
    body = json.dumps({"query": document.text, "variables": document.variables})
    with CaptureQueriesContext(connection) as captured:
        response = client.post("/graphql/", body, content_type="application/json")
    answer = response.json()
    assert response.status_code == 200
    assert SECRET not in json.dumps({**answer, "errors": []}).lower()
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    event(f"{sorted(codes)}")
    assert codes <= CODES, answer["errors"]
    bound = EACH_ROOT * document.roots + EACH_LIST * document.lists
    assert len(captured) <= bound, (len(captured), document)
