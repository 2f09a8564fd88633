"""The only home of what makes a page public, case by case; `test_visibility` searches for the untold ones."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cases.models import CaseIndexPage, CasePage
from cms.publishing.models import PublishedDocument, PublishedPage
from home.models import HomePage
from tests.factories import CaseIndexPageFactory, CasePageFactory, publish, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

LOGIN = PageViewRestriction.LOGIN


@pytest.fixture
def index() -> CaseIndexPage:
    return publish(CaseIndexPageFactory(slug="cases"))


@pytest.fixture
def case(index: CaseIndexPage) -> CasePage:
    return publish(CasePageFactory(title="Storage", slug="storage", parent=index))


def is_public(page: Page) -> bool:
    return PublishedPage.objects.filter(pk=page.pk).exists()


def public(page: Page) -> PublishedPage:
    return PublishedPage.objects.get(pk=page.pk)


def newest(page: Page) -> CasePage:
    return CasePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_page_is_public_with_its_own_path_and_language(case: CasePage) -> None:
    finnish = translate(case, "fi")

    english, translated = public(case), public(finnish)
    assert (english.locale, english.path, english.title) == ("en", "cases/storage/", "Storage")
    assert (translated.locale, translated.path, translated.title) == ("fi", "cases/storage-fi/", "Storage [fi]")
    assert english.translation_key == translated.translation_key
    assert english.type == "cases.casepage"


def test_the_home_page_has_an_empty_path(home: HomePage) -> None:
    assert public(home).path == ""


def test_a_draft_is_not_public(index: CaseIndexPage) -> None:
    case = CasePageFactory(parent=index)
    case.save_revision()

    assert not is_public(case)


def test_a_draft_over_a_live_page_changes_nothing(case: CasePage) -> None:
    before = PublishedPage.objects.values().get(pk=case.pk)
    case.title, case.slug = "A draft", "draft"
    case.save_revision()

    assert PublishedPage.objects.values().get(pk=case.pk) == before


def test_a_first_publication_can_be_scheduled_and_is_hidden_until_then(index: CaseIndexPage) -> None:
    case = CasePageFactory(parent=index, title="Later", go_live_at=timezone.now() + timedelta(days=1))
    publish(case)

    assert not PublishedDocument.objects.filter(pk=case.pk).exists()


def test_scheduling_an_unpublished_page_leaves_what_was_published_of_it(case: CasePage) -> None:
    Page.objects.get(pk=case.pk).unpublish()
    case = newest(case)
    case.title, case.go_live_at = "Later", timezone.now() + timedelta(days=1)
    publish(case)
    Page.objects.filter(pk=case.pk).update(live=True)

    assert public(case).title == "Storage"


def test_an_expired_page_is_hidden_before_any_command_runs(case: CasePage) -> None:
    Page.objects.filter(pk=case.pk).update(expire_at=timezone.now() - timedelta(seconds=1))

    assert not is_public(case)


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_is_a_draft_of_the_originals_draft(case: CasePage, keep_live: bool) -> None:  # noqa: FBT001  # an example
    case.ingress = "A draft"
    case.save_revision()
    copy = case.copy(update_attrs={"title": "A copy", "slug": "copy"}, keep_live=keep_live)

    row = Page.objects.get(pk=copy.pk)
    assert not is_public(copy)
    assert not PublishedDocument.objects.filter(pk=copy.pk).exists()
    assert (row.live, row.has_unpublished_changes, row.draft_title) == (False, True, "A copy")
    assert newest(copy).ingress == "A draft"


def test_a_copy_is_public_when_it_is_published(case: CasePage) -> None:
    copy = case.copy(update_attrs={"title": "A copy", "slug": "copy"})
    publish(newest(copy))

    assert public(copy).title == "A copy"


def test_an_alias_is_never_public(case: CasePage) -> None:
    alias = case.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    case.title = "Another title"
    publish(case)

    assert Page.objects.get(pk=alias.pk).title == "Another title"
    assert not is_public(alias)
    assert not PublishedDocument.objects.filter(pk=alias.pk).exists()


def test_a_converted_alias_is_public_when_it_is_published_and_not_before(case: CasePage) -> None:
    alias = case.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    ConvertAliasPageAction(alias).execute()
    assert not is_public(alias)

    publish(newest(alias))
    assert is_public(alias)


@pytest.mark.parametrize("where", ["itself", "its parent", "its translation", "its parent's translation"])
def test_a_restriction_hides_a_page_in_every_language(case: CasePage, index: CaseIndexPage, where: str) -> None:
    finnish = translate(case, "fi")
    restricted = {
        "itself": case,
        "its parent": index,
        "its translation": finnish,
        "its parent's translation": finnish.get_parent(),
    }[where]
    restriction = PageViewRestriction.objects.create(page_id=restricted.pk, restriction_type=LOGIN)
    assert not is_public(case)
    assert not is_public(finnish)

    restriction.delete()
    assert is_public(case)
    assert is_public(finnish)


def test_saving_a_translation_neither_sets_nor_lifts_a_restriction(case: CasePage) -> None:
    finnish = translate(case, "fi")
    PageViewRestriction.objects.create(page_id=finnish.pk, restriction_type=LOGIN)
    translate(case, "fi", publish=False)
    assert not is_public(case)

    finnish.view_restrictions.all().delete()
    restriction = PageViewRestriction.objects.create(page_id=case.pk, restriction_type=LOGIN)
    translate(case, "fi")
    restriction.delete()
    assert is_public(finnish)


def test_a_draft_translation_keeps_the_path_after_the_published_revision_was_purged(case: CasePage) -> None:
    finnish = translate(case, "fi")
    translate(case, "fi", publish=False, texts=lambda text: f"{text} once")
    call_command("purge_revisions")
    assert Page.objects.get(pk=finnish.pk).live_revision is None

    translate(case, "fi", publish=False, texts=lambda text: f"{text} twice")
    assert public(finnish).path == "cases/storage-fi/"


def test_slug_and_place_of_an_ancestor_are_in_the_path_at_once(case: CasePage, index: CaseIndexPage) -> None:
    index = CaseIndexPage.objects.get(pk=index.pk)  # Wagtail writes how many children it knows of.
    index.slug = "esimerkit"
    publish(index)
    assert public(case).path == "esimerkit/storage/"

    other = publish(CaseIndexPageFactory(slug="archive"))
    Page.objects.get(pk=case.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    assert public(case).path == "archive/storage/"


def test_every_page_belongs_to_its_site(case: CasePage, home: HomePage) -> None:
    finnish = translate(case, "fi")
    site = Site.objects.get()

    assert {page.site_id for page in PublishedPage.objects.filter(pk__in=(case.pk, finnish.pk, home.pk))} == {site.pk}
