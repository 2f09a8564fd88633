"""Two people who change the same thing, or things that belong together, wait for one another and never for ever."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from cases.models import CaseIndexPage, CasePage, CasePartner, Organisation
from cms.publishing.models import PublishedPage
from cms.publishing.version import content_version
from tests.factories import CaseIndexPageFactory, CasePageFactory, OrganisationFactory, home_page, publish, translate

ROUNDS = 5
NUMBERS = count()


@dataclass
class Site:
    index: CaseIndexPage
    archive: CaseIndexPage
    case: CasePage
    finnish: CasePage
    swedish: CasePage
    partner: Organisation
    finnish_partner: Organisation

    def cases(self) -> list[CasePage]:
        return [self.case, self.finnish, self.swedish]


@pytest.fixture(autouse=True)
def no_index_of_the_admins_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wagtail's index writes rows of other pages in any order. What meets there is tried again: see test_conflicts."""
    monkeypatch.setattr("modelsearch.index.insert_or_update_object", lambda _: None)


@pytest.fixture
def site(commits: None) -> Site:
    publish(home_page())
    index, archive = (publish(CaseIndexPageFactory(slug=slug)) for slug in ("cases", "archive"))
    partner = OrganisationFactory(name="A company")
    case = CasePageFactory(slug="case", parent=index)
    case.partners = [CasePartner(organisation=partner)]
    case = publish(case)
    finnish, swedish = (translate(case, language) for language in ("fi", "sv"))
    return Site(index, archive, case, finnish, swedish, partner, translate(partner, "fi"))


Action = Callable[[Site], object]


def changed(page: Any, **values: Any) -> Any:
    """The page or snippet with these values, in its editor's form."""
    fresh = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(fresh, name, value)
    return fresh


def a_year() -> str:
    return str(1900 + next(NUMBERS))


def publish_the_source(site: Site) -> None:
    publish(changed(site.case, start_date=a_year()))


def publish_the_finnish(site: Site) -> None:
    publish(changed(site.finnish, title=f"Suomeksi {next(NUMBERS)}"))


def publish_the_swedish(site: Site) -> None:
    publish(changed(site.swedish, title=f"På svenska {next(NUMBERS)}"))


def rename_the_source(site: Site) -> None:
    publish(changed(site.case, slug=f"slug-{next(NUMBERS)}"))


def rename_what_is_above(site: Site) -> None:
    publish(changed(site.index, slug=f"slug-{next(NUMBERS)}"))


def autosave_the_finnish(site: Site) -> None:
    page = changed(site.finnish, title=f"Luonnos {next(NUMBERS)}")
    with suppress(PermissionDenied):  # somebody has saved since: Wagtail's editor is asked
        page.save_revision(overwrite_revision=page.get_latest_revision())


def translate_into_finnish(site: Site) -> None:
    translate(site.case, "fi", publish=False, texts=lambda text: f"{text} {next(NUMBERS)}")


def take_offline_and_publish_again(site: Site) -> None:
    Page.objects.get(pk=site.finnish.pk).unpublish()
    publish_the_finnish(site)


def publish_on_schedule(site: Site) -> None:
    now = timezone.now()
    changed(site.swedish, go_live_at=now).save_revision(approved_go_live_at=now)
    call_command("publish_scheduled")


def publish_the_partner(site: Site) -> None:
    publish(changed(site.partner, name=f"Company {next(NUMBERS)}"))


def publish_the_finnish_partner(site: Site) -> None:
    publish(changed(site.finnish_partner, name=f"Yritys {next(NUMBERS)}"))


def move(site: Site) -> None:
    page = Page.objects.get(pk=site.case.pk)
    target = site.archive if page.get_parent().pk == site.index.pk else site.index
    page.move(Page.objects.get(pk=target.pk), pos="last-child")


def move_what_is_above(site: Site) -> None:
    Page.objects.get(pk=site.index.pk).move(
        Page.objects.get(pk=site.archive.pk), pos=("left", "right")[next(NUMBERS) % 2]
    )


def add_and_delete_a_neighbour(site: Site) -> None:
    neighbour = CasePageFactory(slug=f"neighbour-{next(NUMBERS)}", parent=site.index)
    Page.objects.get(pk=neighbour.pk).delete()


def at_once(site: Site, *actions: Action) -> None:
    """Do them in threads, each in one transaction, as requests of the admin are."""
    together = Barrier(len(actions))

    def do(action: Action) -> None:
        try:
            for _ in range(ROUNDS):
                together.wait(timeout=300)
                with transaction.atomic():
                    action(site)
        except BaseException:
            together.abort()
            raise
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as threads:
        for done in [threads.submit(do, action) for action in actions]:
            done.result(timeout=300)
    assert Page.find_problems() == ([], [], [], [], [])
    call_command("check_published")


@pytest.mark.parametrize(
    "actions",
    [
        (publish_the_source, publish_the_finnish, publish_the_swedish),
        (publish_the_finnish, publish_the_swedish),
        (publish_the_source, autosave_the_finnish),
        (publish_the_source, translate_into_finnish),
        (publish_the_source, take_offline_and_publish_again),
        (publish_the_source, publish_on_schedule),
        (publish_the_source, publish_the_partner),
        (publish_the_partner, publish_the_finnish_partner, publish_the_finnish),
        (publish_the_partner, publish_the_partner),
        (publish_the_source, move),
        (publish_the_finnish, move),
        (publish_the_source, move_what_is_above),
        (rename_the_source, rename_what_is_above),
        (rename_what_is_above, add_and_delete_a_neighbour),
        (publish_the_source, add_and_delete_a_neighbour, rename_what_is_above, publish_the_finnish),
    ],
    ids=lambda actions: "-".join(action.__name__ for action in actions),
)
def test_what_is_done_at_once_is_all_done(site: Site, actions: tuple[Action, ...]) -> None:
    at_once(site, *actions)
    years = {page.document["start_date"] for page in PublishedPage.objects.filter(type="cases.casepage")}
    assert len(years) == 1  # what is the same in every language is so in all of them
    if publish_the_source in actions:
        assert years != {""}


@pytest.mark.parametrize("publish_it", [publish_the_source, publish_the_finnish])
def test_what_is_deleted_while_it_is_published_is_gone(site: Site, publish_it: Action) -> None:
    def delete(site: Site) -> None:
        for page in site.cases():
            Page.objects.get(pk=page.pk).delete()

    def publish_what_is_there(site: Site) -> None:
        with suppress(ObjectDoesNotExist):
            publish_it(site)

    for number in range(ROUNDS):
        together = Barrier(2)

        def do(action: Action, together: Barrier = together) -> None:
            together.wait(timeout=300)
            try:
                with transaction.atomic():
                    action(site)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as threads:
            for done in [threads.submit(do, action) for action in (delete, publish_what_is_there)]:
                done.result(timeout=300)
        assert not Page.objects.filter(pk__in=[page.pk for page in site.cases()]).exists()
        assert Page.find_problems() == ([], [], [], [], [])
        site.case = publish(CasePageFactory(slug=f"another-{number}", parent=site.index))
        site.finnish, site.swedish = (translate(site.case, language) for language in ("fi", "sv"))


def test_a_commit_that_waits_keeps_nobody_else_waiting(site: Site) -> None:
    """The version is raised after all that a commit may have to wait for: here, for the deletion of a partner."""
    before = content_version()
    deletion = connection.copy()
    deletion.set_autocommit(False)
    with deletion.cursor() as cursor:
        cursor.execute("SELECT FROM cases_organisation WHERE id = %s FOR UPDATE", [site.partner.pk])

    def publish_a_case_with_the_partner() -> None:
        publish(changed(site.case, partners=[CasePartner(organisation=site.partner)]))
        connection.close()

    with ThreadPoolExecutor(1) as threads:
        case = threads.submit(publish_a_case_with_the_partner)
        try:
            while not someone_waits():
                assert not case.done()
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '60s'")
                publish(changed(site.archive, ingress="Older ones"))
            assert content_version() == before + 1
        finally:
            deletion.rollback()
            deletion.close()
        case.result(timeout=300)
    assert content_version() == before + 2


def someone_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.05), count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[1])
