"""The public index has of every page what each reader gets, by whatever road that came about; and it only finds."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from random import Random
from threading import Barrier
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cases.models import CaseIndexPage, CasePage
from cms.publishing.index_upkeep import index_differences, keys_at_once, other_numbers
from cms.publishing.models import (
    ContentVersion,
    IndexCount,
    PublicIndex,
    PublishedDocument,
    PublishedPage,
    SnippetDocument,
)
from cms.publishing.public_index import now_shown, running_in, with_any, without_any
from cms.publishing.version import content_version
from home.models import HomePage
from tests.factories import CaseIndexPageFactory, CasePageFactory, home_page, publish, translate
from tests.publishing.index import best_by_the_index, best_by_the_view, kept_numbers, right_numbers, settle

LOGIN = PageViewRestriction.LOGIN


@dataclass
class Scene:
    home: HomePage
    index: CaseIndexPage
    archive: CaseIndexPage
    case: CasePage
    finnish: CasePage
    old: CasePage  # below the archive
    draft: CasePage  # a translation of the old case that was never published
    hidden: CasePage  # below a restricted page
    restriction: PageViewRestriction
    site: Site


def build() -> Scene:
    home = publish(home_page())
    index, archive, vault = (publish(CaseIndexPageFactory(slug=slug)) for slug in ("cases", "archive", "vault"))
    case = publish(CasePageFactory(slug="case", parent=index, start_date="2020"))
    old = publish(CasePageFactory(slug="old", parent=archive))
    finnish, draft = translate(case, "fi"), translate(old, "sv", publish=False)
    hidden = publish(CasePageFactory(slug="hidden", parent=vault))
    restriction = PageViewRestriction.objects.create(page=vault, restriction_type=LOGIN)
    site = Site.objects.create(hostname="another.example", root_page=archive)
    return Scene(home, index, archive, case, finnish, old, draft, hidden, restriction, site)


@pytest.fixture
def scene(db: None) -> Scene:
    scene = build()
    settle()
    return scene


def differing() -> list[str]:
    """By the function that works rows out, but for all pages: readers of other languages and moments to come too."""
    rows = [difference.what for keys in keys_at_once() for difference in index_differences(keys)]
    return [*rows, *other_numbers()]


def sql(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def row(page: Page, assignment: str) -> None:
    sql(f"UPDATE wagtailcore_page SET {assignment} WHERE id = %s", page.pk)  # noqa: S608  # the examples below


def document(page: Page, assignment: str) -> None:
    sql(f"UPDATE publishing_publisheddocument SET {assignment} WHERE page_id = %s", page.pk)  # noqa: S608  # likewise


Road = Callable[[Scene], object]
FINNISH = "(SELECT id FROM wagtailcore_locale WHERE language_code = 'fi')"
ROADS: dict[str, Road] = {
    "unpublish": lambda scene: Page.objects.get(pk=scene.finnish.pk).unpublish(),
    "publish a draft": lambda scene: publish(CasePage.objects.get(pk=scene.draft.pk)),
    "publish a new page": lambda scene: publish(CasePageFactory(parent=scene.index)),
    "publish another title": lambda scene: publish(renamed(scene.case)),
    "publish until later": lambda scene: publish(renamed(scene.finnish, expire_at=timezone.now() + timedelta(days=1))),
    "move": lambda scene: Page.objects.get(pk=scene.case.pk).move(fresh(scene.archive), pos="last-child"),
    "move what is above": lambda scene: fresh(scene.index).move(fresh(scene.archive), pos="last-child"),
    "move below a restricted page": lambda scene: fresh(scene.case).move(fresh(scene.hidden), pos="last-child"),
    "move among siblings": lambda scene: fresh(scene.archive).move(fresh(scene.index), pos="left"),
    "delete a version": lambda scene: fresh(scene.finnish).delete(),
    "delete the original": lambda scene: fresh(scene.case).delete(),
    "delete what is above": lambda scene: fresh(scene.index).delete(),
    "restrict": lambda scene: PageViewRestriction.objects.create(page=scene.index, restriction_type=LOGIN),
    "restrict a translation": lambda scene: PageViewRestriction.objects.create(
        page=fresh(scene.finnish).get_parent(), restriction_type=LOGIN
    ),
    "lift": lambda scene: scene.restriction.delete(),
    "restrict another page instead": lambda scene: PageViewRestriction.objects.update(page=scene.index),
    "unpublish in bulk": lambda _: Page.objects.filter(depth__gt=2).update(live=False),
    "no restrictions any more": lambda _: sql("TRUNCATE wagtailcore_pageviewrestriction CASCADE"),
    "no documents any more": lambda _: sql("TRUNCATE publishing_publisheddocument"),
    "a new site": lambda scene: Site.objects.create(hostname="new.example", root_page=scene.index),
    "another root": lambda scene: Site.objects.filter(pk=scene.site.pk).update(root_page=scene.index),
    "a site less": lambda scene: Site.objects.filter(pk=scene.site.pk).delete(),
    "another number for a site": lambda _: sql(
        "DELETE FROM publishing_pathhistory; UPDATE wagtailcore_site SET id = 999 WHERE hostname = 'another.example'"
    ),
    "another code": lambda _: Locale.objects.filter(language_code="fi").update(language_code="sv-FI"),
    "page: live": lambda scene: row(scene.case, "live = false"),
    "page: live, above": lambda scene: row(scene.index, "live = false"),
    "page: expires": lambda scene: row(scene.case, "expire_at = now() + interval '1 hour'"),
    "page: expired": lambda scene: row(scene.finnish, "expire_at = now()"),
    "page: alias": lambda scene: row(scene.finnish, f"alias_of_id = {scene.case.pk}"),
    "page: first publication": lambda scene: row(scene.case, "first_published_at = '2001-02-03'"),
    "page: language": lambda scene: row(scene.old, f"locale_id = {FINNISH}"),
    "page: key": lambda scene: row(scene.finnish, f"translation_key = '{uuid.uuid4()}'"),
    "page: key of a root": lambda scene: row(scene.home, f"translation_key = '{uuid.uuid4()}'"),
    "page: path": lambda scene: row(scene.case, f"path = '{fresh(scene.archive).path}00ZZ'"),
    "page: path of one above": lambda scene: row(scene.index, "path = left(path, -4) || '0ZZZ'"),
    "page: path of the original": lambda scene: row(scene.case, "path = left(path, -4) || '0ZZZ'"),
    "document: type": lambda scene: document(scene.case, "type = 'cases.another'"),
    "document: facets": lambda scene: document(scene.case, """facets = '{"goals": [7], "status": []}'"""),
    "document: what is no facets": lambda scene: document(
        scene.case, """facets = '{"goals": 7, "first_year": ["x"], "last_year": [1e9], "status": [null, {}]}'"""
    ),
    "document: sort title": lambda scene: document(scene.case, "sort_title = repeat(md5(sort_title), 1000)"),
    "document: listed": lambda scene: document(scene.case, "listed_at = '2001-02-03'"),
    "document: noindex": lambda scene: document(scene.case, "noindex = true"),
    "document: another page's": lambda scene: document(scene.case, f"page_id = {scene.draft.pk}"),
    "document: deleted": lambda scene: PublishedDocument.objects.filter(pk=scene.case.pk).delete(),
}


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def renamed(page: CasePage, **values: Any) -> CasePage:
    page = CasePage.objects.get(pk=page.pk)
    page.title = "Another"
    for name, value in values.items():
        setattr(page, name, value)
    return page


def test_the_index_follows_by_every_road(scene: Scene) -> None:
    """All roads from one scene, as it takes long to build; what each did is undone."""
    before = list(PublicIndex.objects.order_by("pk").values())
    assert best_by_the_index() == best_by_the_view()
    wrong = {}
    for name, road in ROADS.items():
        with transaction.atomic():
            road(scene)
            settle()
            if list(PublicIndex.objects.order_by("pk").values()) == before:
                wrong[name] = "nothing changed"
            elif best_by_the_index() != best_by_the_view() or differing() or kept_numbers() != right_numbers():
                wrong[name] = f"differs: {differing()}"
            transaction.set_rollback(True)
    assert wrong == {}


def test_what_is_rolled_back_leaves_the_index(scene: Scene) -> None:
    before = list(PublicIndex.objects.order_by("pk").values())
    with transaction.atomic():
        Page.objects.filter(depth__gt=2).update(live=False)
        transaction.set_rollback(True)
    settle()

    assert list(PublicIndex.objects.order_by("pk").values()) == before
    assert kept_numbers() == right_numbers()


DRAFTS: dict[str, Road] = {
    "a draft": lambda scene: renamed(scene.case).save_revision(),
    "of an unpublished page": lambda scene: renamed(scene.draft).save(),
    "an autosave": lambda scene: renamed(scene.case).save_revision(
        overwrite_revision=fresh(scene.case).latest_revision
    ),
    "a new page": lambda scene: CasePageFactory(parent=scene.index),
    "a draft of a translation": lambda scene: translate(scene.case, "sv", publish=False),
    "a version": lambda scene: scene.case.copy_for_translation(
        Locale.objects.get(language_code="sv"), copy_parents=True
    ),
    "a lock": lambda _: Page.objects.update(locked=True),
    "words of search": lambda _: PublishedDocument.objects.update(search_text={"A": "Another"}),
}


def test_a_draft_asks_nothing_of_the_index(scene: Scene) -> None:
    asked = {}
    for name, draft in DRAFTS.items():
        with transaction.atomic():
            draft(scene)
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM publishing_indexwork")
                (asked[name],) = cursor.fetchone()
            transaction.set_rollback(True)
    assert asked == dict.fromkeys(DRAFTS, 0)


def test_a_fallback_stands_in_as_soon_as_the_better_version_has_expired(scene: Scene) -> None:
    def read_in_finnish() -> list[int]:
        rows = now_shown("fi", Site.objects.get(is_default_site=True).pk).filter(
            translation_key=scene.case.translation_key
        )
        return [*rows.values_list("page_id", flat=True)]

    row(scene.finnish, "expire_at = clock_timestamp() + interval '500 milliseconds'")
    settle()
    assert read_in_finnish() == [scene.finnish.pk]
    sql("SELECT pg_sleep(0.6)")
    assert read_in_finnish() == [scene.case.pk]
    assert best_by_the_index() == best_by_the_view()
    assert differing() == []


def test_what_the_clock_has_changed_already_raises_no_version(scene: Scene) -> None:
    """Whoever works the index out next, as a draft in another language does, only clears it away."""
    row(scene.finnish, "expire_at = clock_timestamp() + interval '500 milliseconds'")
    settle()
    sql("SELECT pg_sleep(0.6)")
    before = content_version()
    sql("INSERT INTO publishing_indexwork (every) VALUES (true)")
    settle()
    assert content_version() == before
    assert best_by_the_index() == best_by_the_view()


def test_without_fallbacks_only_what_is_in_the_readers_language_is_found(scene: Scene) -> None:
    rows = now_shown("fi", Site.objects.get(is_default_site=True).pk, fallback=False)
    in_finnish = PublishedPage.objects.filter(locale="fi", origin="").values_list("id", flat=True)
    assert scene.finnish.pk in in_finnish
    assert {*rows.values_list("page_id", flat=True)} == {*in_finnish}


# What is asked


def test_the_index_finds_by_facets_and_years(scene: Scene) -> None:
    values = {"goals": [7, 13], "municipalities": [], "status": ["a:b"], "first_year": [2019], "last_year": [2021]}
    PublishedDocument.objects.filter(pk=scene.case.pk).update(facets=values)
    PublishedDocument.objects.filter(pk=scene.old.pk).update(
        facets={"goals": [7, 7], "first_year": [2020], "last_year": []}
    )
    settle()
    rows = now_shown("en", Site.objects.get(is_default_site=True).pk)

    def found(*conditions: Any) -> set[int]:
        return {*rows.filter(*conditions).values_list("page_id", flat=True)}

    case, old = scene.case.pk, scene.old.pk
    assert found(with_any("goals", [7])) == {case, old}
    assert found(with_any("goals", [13, 5])) == {case}
    assert found(with_any("goals", [])) == set()
    assert found(without_any("municipalities")) == {case}
    assert [found(running_in(year)) for year in (2018, 2019, 2021, 2022)] == [set(), {case}, {case, old}, {old}]
    assert (found(running_in(-(10**9))), found(running_in(10**9))) == (set(), {old})


def test_a_wrong_index_shows_nothing_that_is_not_public(scene: Scene) -> None:
    """It finds; the view shows."""
    Page.objects.filter(pk=scene.finnish.pk).update(expire_at=timezone.now())
    settle()
    site = Site.objects.get(is_default_site=True).pk
    public = {*PublishedPage.objects.filter(site_id=site).values_list("id", flat=True)}
    one = PublicIndex.objects.filter(site_id=site).values().first()
    assert one
    PublicIndex.objects.all().delete()
    wrong = [
        PublicIndex(**{**one, "page_id": page.pk, "translation_key": uuid.uuid4(), "site_id": on, "reader": reader})
        for page in Page.objects.all()
        for on in (site, scene.site.pk)
        for reader in ("en", "fi", "sv")
    ]
    PublicIndex.objects.bulk_create(wrong)

    for on in (site, scene.site.pk):
        found = now_shown("en", on).values_list("page_id", flat=True)
        assert {scene.draft.pk, scene.hidden.pk, scene.finnish.pk} <= {*found}
        shown = {*PublishedPage.objects.filter(id__in=list(found), site_id=on).values_list("id", flat=True)}
        assert shown == {*PublishedPage.objects.filter(site_id=on).values_list("id", flat=True)}
        assert shown <= public
        assert not {scene.draft.pk, scene.hidden.pk, scene.finnish.pk} & shown


# Comparing and working out anew


MEND = "Run rebuild_published."


def check() -> list[str]:
    settle()
    out = StringIO()
    with suppress(CommandError):
        call_command("check_published", stdout=out)
    return out.getvalue().splitlines()


def test_a_wrong_index_is_named_and_mended(scene: Scene) -> None:
    before, version = list(PublicIndex.objects.order_by("pk").values()), content_version()
    ContentVersion.objects.update(raised_by=0)  # as if this transaction had not raised it yet
    key, site = scene.case.translation_key, Site.objects.get(is_default_site=True).pk
    rows = PublicIndex.objects.filter(translation_key=key)
    one = rows.filter(reader="fi").values()[0]
    rows.filter(reader="en").delete()
    rows.filter(reader="sv").update(terms=["goals:99"], noindex=True)
    PublicIndex.objects.create(**{**one, "locale": "sv"})

    named = [
        "no row for its version in en, read in en",
        "a row too many for its version in sv, read in fi",
        "another noindex, terms for its version in en, read in sv",
    ]
    assert check() == [f"Key {key}: the index has {what} on site {site}. Run rebuild_published." for what in named]
    call_command("rebuild_published", stdout=StringIO())
    assert list(PublicIndex.objects.order_by("pk").values()) == before
    snippets, pages = SnippetDocument.objects.count(), PublishedDocument.objects.count()
    assert check() == [f"{snippets} published snippets and {pages} published pages are as they should be."]
    assert content_version() > version  # what was wrong may have been answered


def test_an_empty_index_is_filled(scene: Scene) -> None:
    before, numbers = list(PublicIndex.objects.order_by("pk").values()), kept_numbers()
    sql("TRUNCATE publishing_publicindex")
    assert kept_numbers() == {}
    assert len(check()) == len(before)
    call_command("rebuild_published", stdout=StringIO())
    assert list(PublicIndex.objects.order_by("pk").values()) == before
    assert kept_numbers() == numbers


def test_wrong_numbers_are_named_and_mended(scene: Scene) -> None:
    before, version = kept_numbers(), content_version()
    ContentVersion.objects.update(raised_by=0)  # as if this transaction had not raised it yet
    numbers = IndexCount.objects.filter(type="cases.casepage", reader="en", site_id=scene.site.pk)
    [right] = numbers.filter(facet="").values_list("number", flat=True)
    [status] = numbers.filter(facet="status").values_list("terms", flat=True)
    numbers.filter(facet="").update(number=7)
    numbers.filter(facet="status").delete()

    named = [f"7 and not {right}", f"0 and not {right}"]
    things = ["all", f"status {{{status[0]}}}"]
    assert check() == [
        f"The index counts {number} cases.casepage in en, read in en on site {scene.site.pk}, with {thing}. {MEND}"
        for number, thing in zip(named, things, strict=True)
    ]
    call_command("rebuild_published", stdout=StringIO())
    assert kept_numbers() == before
    assert len(check()) == 1
    assert content_version() > version  # what was wrong may have been answered


def test_what_changes_no_facet_changes_no_number(scene: Scene) -> None:
    """So that a publication costs no more for being counted."""
    sql("CREATE TEMPORARY TABLE before ON COMMIT DROP AS SELECT ctid AS place FROM publishing_indexcount")
    document(scene.case, "sort_title = 'Another'")
    settle()
    assert PublicIndex.objects.filter(sort_title="Another").exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM publishing_indexcount AS now"
            " WHERE NOT EXISTS (SELECT FROM before WHERE before.place = now.ctid)"
        )
        assert cursor.fetchone() == (0,)


def test_other_fallbacks_are_an_error_until_migrate_has_run(scene: Scene, settings: Any) -> None:
    assert run_checks(tags=["database"], databases=["default"]) == []
    settings.LOCALE_FALLBACKS = {"en": ["fi"], "fi": [], "sv": ["fi", "en", "fi"]}

    errors = run_checks(tags=["database"], databases=["default"])
    assert [(error.id, error.hint) for error in errors] == [
        ("publishing.E003", "Run manage.py migrate: it works the index out anew.")
    ]
    health = Client().get("/health/", headers={"accept": "application/json"})
    assert health.status_code == 503
    assert "Run manage.py migrate." in health.text
    call_command("migrate", verbosity=0)
    settle()
    assert run_checks(tags=["database"], databases=["default"]) == []
    assert Client().get("/health/", headers={"accept": "application/json"}).status_code == 200
    assert differing() == []
    in_swedish = PublicIndex.objects.filter(reader="sv", translation_key=scene.case.translation_key)
    assert {*in_swedish.values_list("page_id", flat=True)} == {scene.finnish.pk}
    assert not PublicIndex.objects.filter(reader="fi", translation_key=scene.old.translation_key).exists()


# Several at once


@pytest.fixture
def committed(commits: None) -> Scene:
    return build()


def test_versions_of_one_page_that_change_at_once_leave_the_index_right(committed: Scene) -> None:
    swedish = translate(committed.case, "sv")
    versions = [committed.case, committed.finnish, swedish]
    together = Barrier(3)

    def change(number: int) -> None:
        chance = Random(number)  # noqa: S311  # any order will do
        try:
            for _ in range(40):
                together.wait(timeout=300)
                page = chance.choice(versions)
                with transaction.atomic():
                    match chance.randrange(4):
                        case 0:
                            Page.objects.filter(pk=page.pk).update(live=True)
                        case 1:
                            Page.objects.filter(pk=page.pk).update(live=False)
                        case 2:
                            PageViewRestriction.objects.create(page_id=page.pk, restriction_type=LOGIN)
                        case 3:
                            PageViewRestriction.objects.filter(page_id=page.pk).delete()
        except BaseException:
            together.abort()
            raise
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as threads:
        for done in [threads.submit(change, number) for number in range(3)]:
            done.result(timeout=300)
    assert best_by_the_index() == best_by_the_view()
    assert kept_numbers() == right_numbers()
    assert differing() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM publishing_indexwork")
        assert cursor.fetchone() == (0,)


def test_a_page_that_is_moved_below_another_while_that_is_restricted_is_not_found(committed: Scene) -> None:
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute(
            "INSERT INTO wagtailcore_pageviewrestriction (page_id, password, restriction_type)"
            " VALUES (%s, '', 'login')",
            [committed.archive.pk],
        )
    row(committed.case, f"path = '{fresh(committed.archive).path}00ZZ'")
    assert now_shown("en", committed.site.pk).filter(page_id=committed.case.pk).exists()
    other.commit()
    other.close()
    assert not PublicIndex.objects.filter(page_id=committed.case.pk).exists()
    assert best_by_the_index() == best_by_the_view()


@pytest.mark.parametrize("meanwhile", [True, False])
def test_who_still_sees_what_was_before_does_not_commit_over_what_came_after(
    committed: Scene, *, meanwhile: bool
) -> None:
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT count(*) FROM wagtailcore_page")
        if meanwhile:
            Page.objects.filter(pk=committed.case.pk).update(live=False)
        cursor.execute("UPDATE wagtailcore_page SET live = false WHERE id = %s", [committed.finnish.pk])
    if meanwhile:
        with pytest.raises(OperationalError, match="could not serialize"):
            other.commit()
    else:
        other.commit()
    other.close()
    assert fresh(committed.finnish).live is meanwhile
    assert best_by_the_index() == best_by_the_view()
