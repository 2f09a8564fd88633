"""The only home of which paths are remembered: all that were public, whoever wrote them and however, and no other."""

from collections.abc import Callable

import pytest
from django.db import connection
from wagtail.models import Page, PageViewRestriction, Site

from cases.models import CaseIndexPage, CasePage
from cms.publishing.models import PathHistory, PublishedDocument
from tests.factories import CaseIndexPageFactory, CasePageFactory, home_page, publish, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


@pytest.fixture
def case() -> CasePage:
    index = publish(CaseIndexPageFactory(slug="cases"))
    return publish(CasePageFactory(title="Storage", slug="storage", parent=index))


def paths(page: Page) -> set[str]:
    return {f"{row.locale}/{row.path}" for row in PathHistory.objects.filter(translation_key=page.translation_key)}


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def forget() -> None:
    PathHistory.objects.all().delete()


def test_published_pages_are_remembered_in_their_languages(case: CasePage) -> None:
    translate(case, "fi")
    assert paths(case) == {"en/cases/storage/", "fi/cases/storage-fi/"}
    assert "en/" in paths(home_page())


@pytest.mark.parametrize(
    "make_public",
    [
        lambda case: Page.objects.filter(pk=case.pk).update(live=True),
        lambda case: sql("UPDATE wagtailcore_page SET live = TRUE WHERE id = %s", case.pk),
        lambda case: publish(CasePage.objects.get(pk=case.pk)),
    ],
)
def test_page_is_remembered_when_it_goes_live(case: CasePage, make_public: Callable[[CasePage], object]) -> None:
    Page.objects.filter(pk=case.pk).update(live=False, slug="other", url_path="/home/cases/other/")
    assert paths(case) == {"en/cases/storage/"}
    make_public(case)
    assert paths(case) == {"en/cases/storage/", "en/cases/other/"}


@pytest.mark.parametrize(
    "lift",
    [
        lambda restriction: restriction.delete(),
        lambda _: sql("DELETE FROM wagtailcore_pageviewrestriction"),
        lambda _: PageViewRestriction.objects.update(page=home_page().get_children().last().pk),
    ],
)
def test_private_page_is_remembered_when_it_is_private_no_more(
    case: CasePage, lift: Callable[[PageViewRestriction], object]
) -> None:
    publish(CaseIndexPageFactory(slug="other"))
    restriction = PageViewRestriction.objects.create(page=case.get_parent(), restriction_type="login")
    page = CasePage.objects.get(pk=case.pk)
    page.slug = "private"
    publish(page)
    secret = publish(CasePageFactory(slug="secret", parent=case.get_parent()))
    assert paths(case) == {"en/cases/storage/"}
    assert paths(secret) == set()
    lift(restriction)
    assert paths(case) == {"en/cases/storage/", "en/cases/private/"}
    assert paths(secret) == {"en/cases/secret/"}


def test_only_what_is_below_is_looked_at_when_a_restriction_is_lifted(case: CasePage) -> None:
    """In each of its languages; and nothing, where Wagtail deletes the restrictions of a page that has none."""
    finnish = translate(case, "fi")
    restriction = PageViewRestriction.objects.create(page=finnish, restriction_type="login")
    forget()
    PageViewRestriction.objects.exclude(pk=restriction.pk).delete()
    sql("DELETE FROM wagtailcore_pageviewrestriction WHERE page_id = 0")
    assert not PathHistory.objects.exists()
    restriction.delete()
    assert {row.path for row in PathHistory.objects.all()} == {"cases/storage/", "cases/storage-fi/"}


def test_other_versions_are_remembered_when_a_restriction_is_lifted_after_its_page_has_gone(case: CasePage) -> None:
    finnish = translate(case, "fi")
    restriction = PageViewRestriction.objects.create(page=finnish, restriction_type="login")
    forget()
    sql("SET CONSTRAINTS ALL DEFERRED")
    sql("UPDATE wagtailcore_pageviewrestriction SET page_id = 0 WHERE id = %s", restriction.pk)
    forget()
    sql("DELETE FROM wagtailcore_pageviewrestriction WHERE page_id = 0")
    assert paths(case) == {"en/cases/storage/", "fi/cases/storage-fi/"}


def test_pages_of_a_new_site_and_of_a_new_root_are_remembered(case: CasePage) -> None:
    index = case.get_parent()
    site = Site.objects.create(hostname="other.example", root_page=index)
    assert PathHistory.objects.get(site=site, translation_key=case.translation_key).path == "storage/"
    site.root_page = home_page()
    site.save()
    remembered = PathHistory.objects.filter(site=site, translation_key=case.translation_key)
    assert {row.path for row in remembered} == {"storage/", "cases/storage/"}
    site.delete()
    assert not remembered.all().exists()


def test_move_between_sites_leaves_no_path_that_never_was(case: CasePage) -> None:
    other = CaseIndexPage.objects.get(pk=publish(CaseIndexPageFactory(slug="a-long-slug")).pk)
    Site.objects.create(hostname="other.example", root_page=other)
    Page.objects.get(pk=case.get_parent().pk).move(other, pos="last-child")
    remembered = {
        (row.site.hostname, row.path) for row in PathHistory.objects.filter(translation_key=case.translation_key)
    }
    assert remembered == {
        ("localhost", "cases/storage/"),
        ("localhost", "a-long-slug/cases/storage/"),
        ("other.example", "cases/storage/"),
    }


def test_newest_owner_of_a_path_has_it(case: CasePage) -> None:
    page = CasePage.objects.get(pk=case.pk)
    page.slug = "cavern"
    publish(page)
    other = publish(CasePageFactory(slug="storage", parent=case.get_parent()))
    assert PathHistory.objects.get(path="cases/storage/").translation_key == other.translation_key


def test_what_is_deleted_stays_remembered(case: CasePage) -> None:
    Page.objects.get(pk=case.pk).delete()
    assert paths(case) == {"en/cases/storage/"}


def test_rebuilding_brings_back_what_was_lost(case: CasePage) -> None:
    forget()
    PublishedDocument.objects.update(format=1)
    assert paths(case) == {"en/cases/storage/"}


def test_change_that_moves_nothing_asks_for_nothing(case: CasePage) -> None:
    forget()
    Page.objects.update(title="Another", locked=True)
    assert not PathHistory.objects.exists()


def test_path_that_fits_into_no_index_stops_nobody(case: CasePage) -> None:
    Page.objects.filter(pk=case.pk).update(url_path=f"/home/cases/{'ä' * 5000}/")
    assert paths(case) == {"en/cases/storage/"}
