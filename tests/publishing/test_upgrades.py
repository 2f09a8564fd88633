"""A database of an earlier release, migrated, is what one migrated from nothing is; and the way back is open."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from cms.publishing.defining import define
from cms.publishing.drift import compare
from cms.publishing.migrated import Defined, applied_to, defined_by
from cms.publishing.models import PathHistory, PublishedPage
from cms.publishing.sql import in_order, made, text
from cms.publishing.version import content_version
from home.models import HomePage

# What the first version had of this app.
FIRST_VERSION = "0006_path_history"

pytestmark = pytest.mark.django_db


def migrate(*to: str) -> str:
    out = StringIO()
    call_command("migrate", *to, stdout=out, verbosity=1)
    return out.getvalue()


def defined() -> Defined:
    return defined_by(applied_to("default"))


@pytest.fixture
def first_version(home: HomePage) -> Iterator[None]:
    """The database of the first version, with a page in it."""
    migrate("publishing", FIRST_VERSION)
    yield
    migrate()


@pytest.mark.usefixtures("first_version")
def test_database_of_the_first_version_is_what_its_migrations_say_and_older_than_this_server() -> None:
    numbers = defined().numbers
    assert (numbers["publishedpage"], numbers["raise_version"], numbers["with_words"]) == (1, 1, 1)
    comparison = compare("default")
    assert comparison.is_older
    assert (comparison.drifted, comparison.strange) == ([], [])
    with connection.cursor() as cursor:
        cursor.execute("SELECT slug, path FROM publishing_publishedpage")
        assert cursor.fetchall() == [("home", "")]


@pytest.mark.usefixtures("first_version")
def test_new_server_on_a_database_that_is_not_migrated_is_not_ready() -> None:
    response = Client().get("/health/", headers={"accept": "text/plain"})
    assert response.status_code == 503
    assert "The database is older than this server. Run manage.py migrate." in response.content.decode()


@pytest.mark.usefixtures("first_version")
def test_database_of_the_first_version_is_migrated_to_what_the_newest_files_say() -> None:
    migrate()
    comparison = compare("default")
    assert not comparison.is_older
    assert (comparison.drifted, comparison.strange) == ([], [])
    assert PublishedPage.objects.get().title == HomePage.objects.get().title
    assert PathHistory.objects.filter(path="").exists()


@pytest.mark.usefixtures("first_version")
def test_database_that_had_drifted_before_is_mended_and_then_migrated() -> None:
    """Its view was made by SQL of the day before, which knew nothing of restrictions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_viewdef('publishing_publishedpage'::regclass)")
        (definition,) = cursor.fetchone()
        drifted = definition.replace("(NOT (", "(true OR (")
        assert drifted != definition
        cursor.execute(f"CREATE OR REPLACE VIEW publishing_publishedpage AS {drifted}")
    out = migrate()
    assert "Mended the view publishing_publishedpage, which was not what had been defined." in out
    assert "Applying publishing.0012_words... OK" in out
    assert compare("default").drifted == []


@pytest.mark.usefixtures("first_version")
def test_version_rises_in_the_first_version_and_after_migrating() -> None:
    def rises() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE publishing_contentversion SET raised_by = 0")
            before = content_version()
            cursor.execute("UPDATE wagtailcore_page SET last_published_at = clock_timestamp() WHERE slug = 'home'")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        return content_version() == before + 1

    assert rises()
    migrate()
    assert rises()


def test_definition_takes_the_place_of_another_with_other_parameters() -> None:
    """As the next number of a function would, which a view calls: that view is made again with it."""
    old = [text("site_roots", 1)]
    new = [old[0].replace("publishing_site_roots()", "publishing_site_roots(at timestamptz DEFAULT now())")]
    define(new, before=old)
    assert ("publishing_site_roots", "at timestamp with time zone") in {
        (thing.name, thing.place) for thing in compare("default").strange
    }
    define(old, before=new)
    assert compare("default").drifted == []
    assert compare("default").strange == []


def test_definition_that_makes_nothing_takes_away_what_the_one_before_made() -> None:
    define(["-- Nothing."], before=in_order({"expiring": 1, "remember_paths_of_documents": 1, "english": 1}))
    gone = {
        thing.name for name in ("expiring", "remember_paths_of_documents", "english") for thing in made(text(name, 1))
    }
    assert {thing.name for thing in compare("default").missing} == gone
    define(in_order({"expiring": 1, "remember_paths_of_documents": 1, "english": 1}))
    assert compare("default").drifted == []


def test_sql_of_a_migration_can_be_read_before_it_runs() -> None:
    out = StringIO()
    call_command("sqlmigrate", "publishing", "0010", stdout=out)
    assert "CREATE VIEW publishing_publishedpage AS" in out.getvalue()
