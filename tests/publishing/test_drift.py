"""The database is what its migrations defined in it; where a hand changed that, it is said everywhere, and mended."""

import threading
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from cms.publishing import mending
from cms.publishing.drift import Comparison, compare
from cms.publishing.mending import mend
from cms.publishing.models import PathHistory, PublishedDocument, PublishedPage
from cms.publishing.version import content_version
from home.models import HomePage
from tests.factories import CasePageFactory, publish

pytestmark = pytest.mark.django_db

AS_DEFINED = Comparison()


def run(*statements: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def view(name: str) -> str:
    return str(run(f"SELECT pg_get_viewdef('{name}'::regclass)")[0][0])


def everyone_reads_drafts() -> None:
    definition = view("publishing_publishedpage").replace("page.live", "true")
    run(f"CREATE OR REPLACE VIEW publishing_publishedpage AS {definition}")


def one_more_column() -> None:
    definition = view("publishing_publishedpage").replace("SELECT page.id", "SELECT 1 AS mine, page.id", 1)
    run("DROP VIEW publishing_publishedpage", f"CREATE VIEW publishing_publishedpage AS {definition}")


def stored_once() -> None:
    definition = view("publishing_publishedpage")
    run(
        "DROP VIEW publishing_publishedpage",
        f"CREATE MATERIALIZED VIEW publishing_publishedpage AS {definition.rstrip(';')} WITH NO DATA",
    )


def trigger_of_a_model() -> str:
    return str(
        run(
            "SELECT tgname FROM pg_trigger WHERE tgname ~ '^pgtrigger_version_update'"
            " AND tgrelid = 'publishing_publisheddocument'::regclass"
        )[0][0]
    )


NOTHING = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
DRIFTS: dict[str, Callable[[], object]] = {
    "view publishing_publishedpage is not": everyone_reads_drafts,
    "view publishing_publishedpage is not what": one_more_column,
    "view publishing_publishedpage is not what was": stored_once,
    "view publishing_publishedpage is not what was defined": lambda: run(
        "ALTER VIEW publishing_publishedpage SET (security_barrier)"
    ),
    "view publishing_restrictedpage is missing": lambda: run("DROP VIEW publishing_restrictedpage"),
    "function publishing_restricted_paths() is missing": lambda: run(
        "DROP FUNCTION publishing_restricted_paths CASCADE",
        "CREATE FUNCTION publishing_restricted_paths(which int) RETURNS text[] LANGUAGE sql AS 'SELECT NULL::text[]'",
    ),
    "function publishing_restricted_paths() is not": lambda: run(
        "DROP FUNCTION publishing_restricted_paths CASCADE",
        "CREATE FUNCTION publishing_restricted_paths() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    ),
    "function publishing_raise_version() is not": lambda: run(
        "CREATE OR REPLACE FUNCTION publishing_raise_version() RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$"
    ),
    "function publishing_site_roots() is not": lambda: run("ALTER FUNCTION publishing_site_roots IMMUTABLE"),
    "is not what was defined": lambda: run(
        "ALTER FUNCTION public.publishing_with_folded_words(tsquery, jsonpath) RESET enable_seqscan"
    ),
    "function publishing_remember_paths_of_pages() is not": lambda: run(
        f"CREATE OR REPLACE FUNCTION publishing_remember_paths_of_pages() {NOTHING}"
    ),
    "trigger publishing_page_changed on wagtailcore_page is missing": lambda: run(
        "DROP TRIGGER publishing_page_changed ON wagtailcore_page"
    ),
    "trigger publishing_paths_of_pages on wagtailcore_page is not": lambda: run(
        "ALTER TABLE wagtailcore_page DISABLE TRIGGER publishing_paths_of_pages"
    ),
    "trigger publishing_page_deleted on wagtailcore_page is not": lambda: run(
        "DROP TRIGGER publishing_page_deleted ON wagtailcore_page",
        "CREATE TRIGGER publishing_page_deleted BEFORE DELETE ON wagtailcore_page"
        " FOR EACH ROW EXECUTE FUNCTION publishing_page_changed()",
    ),
    "on publishing_publisheddocument is missing": lambda: run(
        f"DROP TRIGGER {trigger_of_a_model()} ON publishing_publisheddocument"
    ),
    "function pgtrigger_version_update": lambda: run(f"CREATE OR REPLACE FUNCTION {trigger_of_a_model()}() {NOTHING}"),
    "index publishing_expiring is missing": lambda: run("DROP INDEX publishing_expiring"),
    "index publishing_page_slug is not": lambda: run(
        "DROP INDEX publishing_page_slug", "CREATE INDEX publishing_page_slug ON wagtailcore_page (slug)"
    ),
    "text search configuration publishing_english is not": lambda: run(
        "ALTER TEXT SEARCH CONFIGURATION publishing_english DROP MAPPING FOR hword"
    ),
}


def health() -> tuple[int, str]:
    response = Client().get("/health/", headers={"accept": "text/plain"})
    return response.status_code, response.content.decode()


def check_published() -> str:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_published", stdout=out)
    return out.getvalue()


def drifts() -> list[str]:
    return [message.msg for message in run_checks(tags=["database"], databases=["default"]) if message.is_serious()]


def test_migrated_database_is_what_the_newest_files_make_alone() -> None:
    assert compare("default") == AS_DEFINED
    assert drifts() == []
    assert health()[0] == 200


def test_nothing_that_stands_in_the_database_is_left_out() -> None:
    """Whatever its name; but for what extensions and constraints brought, and indexes, which Django makes by models."""
    run("DROP TRIGGER publishing_page_changed ON wagtailcore_page")
    should = {(thing.kind, thing.name) for thing in compare("default").missing}
    assert should == {("TRIGGER", "publishing_page_changed")}
    standing = run(
        """
        SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
        UNION ALL SELECT viewname FROM pg_views WHERE schemaname = 'public'
        UNION ALL SELECT matviewname FROM pg_matviews WHERE schemaname = 'public'
        UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT cfgname FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace
        """
    )
    ours = ("publishing_", "pgtrigger_", "_pgtrigger_")
    assert [name for (name,) in standing if not str(name).startswith(ours)] == []


@pytest.mark.parametrize("sentence", DRIFTS)
def test_what_a_hand_changed_is_said_everywhere_and_mended(sentence: str) -> None:
    DRIFTS[sentence]()

    assert any(sentence in message for message in drifts())
    assert any(sentence in line for line in check_published().splitlines())
    status, said = health()
    assert status == 503
    assert "Run manage.py migrate." in said
    assert "publishing_" not in said  # which anyone can read

    assert mend("default") != []
    comparison = compare("default")
    assert (comparison.missing, comparison.changed) == ([], [])
    assert drifts() == []
    assert health()[0] == 200
    assert mend("default") == []


def test_migrate_mends_before_it_checks_and_says_what() -> None:
    everyone_reads_drafts()
    run("DROP TRIGGER publishing_page_changed ON wagtailcore_page")
    errors = [error for error in run_checks(tags=["database"], databases=["default"]) if error.is_serious()]
    assert {error.id for error in errors} == {"publishing.E002"}
    assert {error.hint for error in errors} == {"Run manage.py migrate, which mends it."}

    out = StringIO()
    call_command("migrate", stdout=out, skip_checks=False)
    assert "Mended the view publishing_publishedpage, which was not what had been defined." in out.getvalue()
    assert "Mended the trigger publishing_page_changed on wagtailcore_page" in out.getvalue()
    assert compare("default") == AS_DEFINED


def test_plan_of_migrate_mends_nothing() -> None:
    run("DROP INDEX publishing_expiring")
    with pytest.raises(CommandError, match=r"publishing\.E002"):
        call_command("migrate", plan=True, skip_checks=False, stdout=StringIO(), stderr=StringIO())
    assert [thing.name for thing in compare("default").missing] == ["publishing_expiring"]


@pytest.mark.usefixtures("home")
def test_what_happened_meanwhile_is_made_up_for() -> None:
    """No answer from before is kept, and what was written then is found by its words and at its path."""
    run(
        "CREATE OR REPLACE FUNCTION public.publishing_folded(words text) RETURNS text"
        " LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT 'nonsense' $$",
        "DROP TRIGGER publishing_paths_of_new_documents ON publishing_publisheddocument",
        "DROP TRIGGER publishing_paths_of_documents ON publishing_publisheddocument",
        "DROP TRIGGER publishing_paths_of_pages ON wagtailcore_page",
    )
    case = publish(CasePageFactory(title="Storage"))
    run(
        "SET CONSTRAINTS ALL IMMEDIATE",
        "SET CONSTRAINTS ALL DEFERRED",
        "UPDATE publishing_contentversion SET raised_by = 0",
    )
    before = content_version()
    path = PublishedPage.objects.get(pk=case.pk).path
    assert PublishedDocument.objects.get(pk=case.pk).folded_title == "nonsense"
    assert not PathHistory.objects.filter(path=path).exists()

    mend("default")

    run("SET CONSTRAINTS ALL IMMEDIATE")
    assert PublishedDocument.objects.get(pk=case.pk).folded_title == "storage"
    assert PathHistory.objects.get(path=path).translation_key == case.translation_key
    assert content_version() == before + 1


def test_what_others_made_is_named_and_neither_mended_nor_in_the_way() -> None:
    run(
        "CREATE VIEW publishing_report AS SELECT id, title FROM publishing_publishedpage",
        "CREATE VIEW statistics AS SELECT count(*) AS pages FROM publishing_report",
        # A role that every server has: those who run the tests may make no other.
        "GRANT SELECT ON publishing_publishedpage, statistics TO pg_monitor",
        "CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "CREATE TRIGGER mine BEFORE INSERT ON publishing_publisheddocument FOR EACH ROW EXECUTE FUNCTION mine()",
    )
    strange = ["trigger mine on publishing_publisheddocument", "view publishing_report"]
    assert list(map(str, compare("default").strange)) == strange
    warnings = [
        message for message in run_checks(tags=["database"], databases=["default"]) if message.id == "publishing.W002"
    ]
    assert [warning.msg for warning in warnings] == [
        f"In the database 'default' no migration defined the {thing}." for thing in strange
    ]
    assert health()[0] == 200
    assert check_published().splitlines() == [
        f"No migration defined the {thing}. Drop it, or rename it." for thing in strange
    ]

    everyone_reads_drafts()
    assert list(map(str, mend("default"))) == ["view publishing_publishedpage"]
    assert list(map(str, compare("default").strange)) == strange
    assert run("SELECT pages FROM statistics") == [(PublishedPage.objects.count(),)]
    assert run(
        "SELECT has_table_privilege('pg_monitor', relation, 'SELECT')"
        " FROM unnest(ARRAY['publishing_publishedpage', 'statistics']) AS relation"
    ) == [(True,), (True,)]


def test_old_server_on_a_newer_database_is_ready_warns_and_changes_nothing() -> None:
    MigrationRecorder(connection).record_applied("publishing", "9999_of_the_next_release")
    run("DROP VIEW publishing_restrictedpage")  # whatever that release did
    one_more_column()

    assert compare("default") == Comparison(is_newer=True)
    messages = run_checks(tags=["database"], databases=["default"])
    assert [message.id for message in messages] == ["publishing.W001"]
    assert health()[0] == 200
    out = StringIO()
    call_command("migrate", stdout=out)
    assert "Mended" not in out.getvalue()
    assert run("SELECT to_regclass('publishing_restrictedpage')") == [(None,)]
    assert list(PublishedPage.objects.values_list("pk")) == []


@pytest.mark.usefixtures("home")
def test_old_server_reads_a_view_to_which_a_newer_release_added_a_column() -> None:
    one_more_column()
    assert PublishedPage.objects.get().title == HomePage.objects.get().title


@pytest.mark.parametrize("times", [1, 2])
def test_a_restored_dump_is_as_it_was(times: int) -> None:
    """Everything is made again from what PostgreSQL says of it, as a dump does."""
    for _ in range(times):
        restore()
    assert compare("default") == AS_DEFINED


def restore() -> None:
    functions = run("SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname ~ '^(publishing|_?pgtrigger)_'")
    run(*(str(function) for (function,) in functions))
    for name in ("publishing_publishedpage", "publishing_restrictedpage"):
        definition = view(name)
        run(f"DROP VIEW {name}", f"CREATE VIEW {name} AS {definition}")
    triggers = run(
        "SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass), pg_get_triggerdef(oid)"
        " FROM pg_trigger WHERE tgname ~ '^(publishing|pgtrigger)_' AND NOT tgisinternal"
    )
    assert len(triggers) > 40
    for drop, create in triggers:
        run(str(drop), str(create))
    indexes = run("SELECT indexdef FROM pg_indexes WHERE indexname IN ('publishing_expiring', 'publishing_page_slug')")
    run("DROP INDEX publishing_expiring, publishing_page_slug", *(str(index) for (index,) in indexes))


def test_search_path_makes_no_difference() -> None:
    run("CREATE SCHEMA of_others", "SET search_path TO of_others, public, pg_catalog")
    try:
        assert compare("default") == AS_DEFINED
        run("CREATE VIEW of_others.publishing_publishedpage AS SELECT * FROM public.publishing_publishedpage")
        assert drifts() != []  # and whoever reads without naming a schema reads this one
    finally:
        run("RESET search_path")


def test_comparing_again_takes_four_statements(django_assert_num_queries: Callable[[int], object]) -> None:
    compare("default")
    with django_assert_num_queries(4):
        compare("default")


def test_mending_is_done_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    everyone_reads_drafts()
    run("DROP INDEX publishing_expiring")
    before = compare("default")

    def crash(*args: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(mending, "_make_up", crash)
        with pytest.raises(RuntimeError):
            mend("default")
    assert compare("default") == before
    mend("default")
    assert compare("default") == AS_DEFINED


@pytest.mark.usefixtures("commits")
def test_session_that_is_killed_while_it_mends_leaves_nothing_half_done() -> None:
    """It has defined the view again and waits for a table when it is killed; then it is run again."""
    run("DROP TRIGGER publishing_paths_unrestricted ON wagtailcore_pageviewrestriction")
    everyone_reads_drafts()
    before, failed = compare("default"), []

    def migrate() -> None:
        try:
            call_command("migrate", verbosity=0)
        except OperationalError as error:
            failed.append(error)
        finally:
            connections.close_all()

    try:
        with transaction.atomic():
            run("LOCK TABLE wagtailcore_pageviewrestriction IN SHARE MODE")
            killed = threading.Thread(target=migrate)
            killed.start()
            waiting = """
                SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'wagtailcore_pageviewrestriction'::regclass
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """
            while not (waiters := run(waiting)):
                assert killed.is_alive()
            run(f"SELECT pg_terminate_backend({waiters[0][0]})")
            killed.join()
        assert len(failed) == 1
        assert compare("default") == before
    finally:
        call_command("migrate", verbosity=0)
    assert compare("default") == AS_DEFINED
