"""What a change of many pages takes of PostgreSQL: as much for each page, however many change at once.

Counted are the rows that statements visit of what has no index: the rows of a statement that a trigger sees, arrays,
and what a transaction has written down to do. PostgreSQL plans for what it met first, which is one page mostly, and
keeps the plan. Tables it plans anew for when they have grown.
"""

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from psycopg.errors import Diagnostic
from wagtail.models import Page, PageViewRestriction, Site

from cases.models import CaseIndexPage
from cms.publishing.models import PublishedDocument
from home.models import HomePage
from tests.factories import CaseIndexPageFactory, CasePageFactory, publish, translate
from tests.publishing.index import best_by_the_index, best_by_the_view, kept_numbers, right_numbers, settle

FEW, MANY = 10, 40  # cases in each of two languages
AT_MOST = 1.5 * MANY / FEW  # times as many rows, by each statement; each for each would be the square
PLANS = "SET LOCAL plan_cache_mode = force_generic_plan; DISCARD PLANS"
EXPLAIN = """
    LOAD 'auto_explain';
    SET LOCAL auto_explain.log_min_duration = 0;
    SET LOCAL auto_explain.log_nested_statements = on;
    SET LOCAL auto_explain.log_analyze = on;
    SET LOCAL auto_explain.log_timing = off;
    SET LOCAL auto_explain.log_format = json;
    SET LOCAL auto_explain.log_level = notice;
"""
WITHOUT_INDEX = {"Named Tuplestore Scan", "Function Scan", "CTE Scan"}


@dataclass
class Lists:
    few: CaseIndexPage
    many: CaseIndexPage


def fill(index: CaseIndexPage, number: int, *languages: str) -> None:
    """Let there be so many cases below the list and its translations; copied, as publishing them takes long."""
    case = publish(CasePageFactory(parent=index, start_date="2020"))
    pages = [case, *(translate(case, language) for language in languages)]
    versions = [(page, PublishedDocument.objects.get(pk=page.pk)) for page in pages]
    keys = [uuid.uuid4() for _ in range(number - 1)]
    for page, document in versions:
        copies = [copied(page, place, key) for place, key in enumerate(keys, 1)]
        Page.objects.bulk_create(copies)
        PublishedDocument.objects.bulk_create(
            PublishedDocument(**{name: getattr(document, name) for name in stored()} | {"page_id": copy.pk})
            for copy in copies
        )


def copied(page: Page, place: int, key: uuid.UUID) -> Page:
    values = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
    own = {
        "id": None,
        "path": f"{page.path[:-4]}{place + 1:04}",
        "slug": f"{page.slug}-{place}",
        "url_path": f"{page.url_path[:-1]}-{place}/",
        "translation_key": key,
        "latest_revision_id": None,
        "live_revision_id": None,
    }
    return Page(**values | own)


def stored() -> list[str]:
    return [field.attname for field in PublishedDocument._meta.concrete_fields if not field.generated]


@pytest.fixture
def lists(home: HomePage) -> Lists:
    few, many = (publish(CaseIndexPageFactory(slug=slug)) for slug in ("few", "many"))
    fill(few, FEW, "fi")
    fill(many, MANY, "fi")
    settle()
    return Lists(few, many)


@pytest.fixture
def superuser(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:  # never so with the embedded server
            pytest.skip("auto_explain, which counts the rows, wants a superuser.")


def sql(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def below(index: Page) -> Any:
    return Page.objects.filter(path__startswith=index.path, depth__gt=index.depth)


def each(pages: Any, change: Callable[[Page], object]) -> None:
    for page in pages:
        change(page)


def move(pages: Any) -> None:
    """As Wagtail moves a page and all below it, or many among their siblings."""
    where, params = pages.values("pk").query.sql_with_params()
    place = "left(path, 8) || 'ZZ' || substr(path, 11)"
    sql(f"UPDATE wagtailcore_page SET path = {place} WHERE id IN ({where})", *params)  # noqa: S608  # the ORM's


def restrict(index: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)


def lift(restriction: PageViewRestriction) -> None:
    settle()
    restriction.delete()


def documents(pages: Any) -> Any:
    return PublishedDocument.objects.filter(page__in=pages)


Road = Callable[[Page], object]
OTHER = {"status": ["other"], "goals": [7]}
ROADS: dict[str, Road] = {
    "an expiry": lambda index: below(index).update(expire_at=timezone.now() + timedelta(days=1)),
    "taken offline at once": lambda index: below(index).update(live=False),
    "taken offline one by one": lambda index: each(
        below(index), lambda page: Page.objects.filter(pk=page.pk).update(live=False)
    ),
    "moved with what is above": lambda index: move(Page.objects.filter(path__startswith=index.path)),
    "moved at once": lambda index: move(below(index)),
    "moved one by one": lambda index: each(below(index), lambda page: move(Page.objects.filter(pk=page.pk))),
    "another slug above": lambda index: sql(
        "UPDATE wagtailcore_page SET url_path = replace(url_path, %s, '/other/') WHERE path LIKE %s",
        f"/{index.slug}/",
        f"{index.path}%",
    ),
    "restricted above": restrict,
    "restricted and lifted above": lambda index: lift(restrict(index)),
    "a new site": lambda index: Site.objects.create(hostname="new.example", root_page=index),
    "published at once": lambda index: documents(below(index)).update(facets=OTHER),
    "published one by one": lambda index: each(
        documents(below(index)), lambda document: documents([document.pk]).update(facets=OTHER)
    ),
    "documents deleted": lambda index: documents(below(index)).delete(),
}


def visited(plan: Any) -> float:
    """The rows that a plan and all below it looked at, of what has no index."""
    is_counted = plan["Node Type"] in WITHOUT_INDEX or plan.get("Relation Name") == "publishing_indexwork"
    looked_at = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0) if is_counted else 0
    return looked_at * plan["Actual Loops"] + sum(visited(part) for part in plan.get("Plans", ()))


@contextmanager
def explained() -> Iterator[Counter[str]]:
    """How many rows the statements visit that are executed meanwhile, those in functions among them."""
    found: Counter[str] = Counter()

    def note(notice: Diagnostic) -> None:
        message = notice.message_primary or ""
        if message.startswith("duration: "):
            statement = json.loads(message[message.index("{") :])
            found[statement["Query Text"]] += round(visited(statement["Plan"]))

    connection.connection.add_notice_handler(note)
    try:
        sql(EXPLAIN)
        yield found
    finally:
        connection.connection.remove_notice_handler(note)


def rows_visited(road: Road, index: Page) -> Counter[str]:
    with transaction.atomic():
        with explained() as found:
            road(index)
            settle()
        assert best_by_the_index() == best_by_the_view()
        assert kept_numbers() == right_numbers()
        transaction.set_rollback(True)
    return found


def plan_for_one(road: Road, page: Page) -> None:
    """As a session does that has met one page after another."""
    sql(PLANS)
    with transaction.atomic():
        road(page)
        settle()
        transaction.set_rollback(True)


@pytest.mark.usefixtures("superuser")
def test_each_of_many_pages_takes_as_much_as_each_of_few(lists: Lists) -> None:
    one = publish(CaseIndexPageFactory(slug="one"))
    fill(one, 1)
    settle()
    grown = {}
    for name, road in ROADS.items():
        plan_for_one(road, one)
        few, many = (rows_visited(road, index) for index in (lists.few, lists.many))
        assert few.total() > FEW
        grown |= {
            (name, statement): (few[statement], rows)
            for statement, rows in many.items()
            if rows > AT_MOST * (few[statement] + FEW)
        }
    assert grown == {}


SLOW = """
    CREATE TEMPORARY TABLE slow (number integer);
    CREATE FUNCTION pg_temp.slow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END
    $$;
    CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON slow
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pg_temp.slow();
"""


@pytest.mark.usefixtures("commits")
def test_what_waits_for_the_commit_has_no_limit_of_time() -> None:
    """So `statement_timeout` undoes no change because many pages are worked out at its end."""
    sql(SLOW)
    with transaction.atomic():
        sql("SET LOCAL statement_timeout = 100")
        sql("INSERT INTO slow VALUES (1)")
    sql("DROP TABLE slow")
