"""The only home of what raises the content version, and of what leaves it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site

from cases.models import CaseIndexPage, CasePage, Goal, Municipality, Organisation, Person
from cms.media.models import Document, Image
from cms.publishing.models import PublishedDocument
from cms.publishing.version import content_version
from home.models import SiteSettings
from tests.factories import (
    CaseIndexPageFactory,
    CasePageFactory,
    DocumentFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    SiteSettingsFactory,
    home_page,
    publish,
    translate,
)


@dataclass
class Content:
    index: CaseIndexPage
    case: CasePage
    finnish: CasePage
    draft: CasePage
    image: Image
    document: Document
    organisation: Organisation
    person: Person
    settings: SiteSettings


@pytest.fixture
def content(db: None) -> Content:
    publish(home_page())
    index = publish(CaseIndexPageFactory(slug="cases"))
    case = publish(CasePageFactory(title="Storage", slug="storage", parent=index))
    finnish = translate(case, "fi")
    return Content(
        index=index,
        case=CasePage.objects.get(pk=case.pk),
        finnish=finnish,
        draft=CasePageFactory(slug="draft", parent=index),
        image=ImageFactory(),
        document=DocumentFactory(),
        organisation=OrganisationFactory(),
        person=PersonFactory(),
        settings=SiteSettingsFactory(),
    )


def settled_version() -> int:
    """The version after everything until now, as if it were committed; what follows counts as another transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("UPDATE publishing_contentversion SET raised_by = 0")
    return content_version()


def raised_by(action: Callable[[], object]) -> int:
    before = settled_version()
    action()
    return settled_version() - before


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def publish_a_change(content: Content) -> None:
    content.case.title = "Heat storage"
    publish(content.case)


def publish_for_the_first_time(content: Content) -> None:
    publish(content.draft)


def publish_a_translation(content: Content) -> None:
    translate(content.case, "fi", texts=lambda text: f"{text} again")


def unpublish_a_base_page(content: Content) -> None:
    Page.objects.get(pk=content.case.pk).unpublish()


def update_in_bulk(content: Content) -> None:
    Page.objects.filter(pk=content.case.pk).update(live=False)


def write_sql(content: Content) -> None:
    sql("UPDATE wagtailcore_page SET live = FALSE WHERE id = %s", content.case.pk)


def set_an_expiry(content: Content) -> None:
    Page.objects.filter(pk=content.case.pk).update(expire_at=timezone.now() + timedelta(days=1))


def change_the_slug_of_an_ancestor(content: Content) -> None:
    content.index.slug = "examples"
    publish(content.index)


def move(content: Content) -> None:
    other = CaseIndexPageFactory(slug="archive")
    Page.objects.get(pk=content.case.pk).move(Page.objects.get(pk=other.pk), pos="last-child")


def delete(content: Content) -> None:
    content.case.delete()


def restrict_the_page(content: Content) -> None:
    PageViewRestriction.objects.create(page_id=content.case.pk, restriction_type=PageViewRestriction.LOGIN)


def restrict_an_ancestor(content: Content) -> None:
    PageViewRestriction.objects.create(page_id=content.index.pk, restriction_type=PageViewRestriction.LOGIN)


def change_the_alternative_text_of_an_image(content: Content) -> None:
    content.image.default_alt = {"en": "A tank of warm water"}
    content.image.save()


def delete_an_image(content: Content) -> None:
    content.image.delete()


def rename_a_document(content: Content) -> None:
    content.document.title = "Another name"
    content.document.save()


def publish_an_organisation(content: Content) -> None:
    content.organisation.name = "Another name"
    publish(content.organisation)


def unpublish_an_organisation(content: Content) -> None:
    content.organisation.unpublish()


def let_an_organisation_expire(content: Content) -> None:
    Organisation.objects.filter(pk=content.organisation.pk).update(expire_at=timezone.now())


def delete_an_organisation_by_sql(content: Content) -> None:
    sql("DELETE FROM cases_organisation WHERE id = %s", content.organisation.pk)


def delete_an_organisation(content: Content) -> None:
    content.organisation.delete()


def publish_a_person(content: Content) -> None:
    content.person.job_title = "Director"
    publish(content.person)


def publish_the_settings(content: Content) -> None:
    content.settings.site_name = "Another name"
    publish(content.settings)


def publish_the_translation_of_an_organisation(content: Content) -> None:
    translate(content.organisation, "fi")


def change_a_goal(content: Content) -> None:
    Goal.objects.filter(pk=1).update(color="#000000")


def change_a_municipality(content: Content) -> None:
    Municipality.objects.filter(pk=Municipality.objects.first().pk).update(population=1)


def add_a_redirect(content: Content) -> None:
    Redirect.add_redirect("/old", content.case)


def make_a_collection_private(content: Content) -> None:
    CollectionViewRestriction.objects.create(collection_id=content.image.collection_id, restriction_type="login")


def put_an_image_into_another_collection(content: Content) -> None:
    content.image.collection = Collection.get_first_root_node().add_child(name="Private")
    content.image.save()


def put_a_document_into_another_collection(content: Content) -> None:
    content.document.collection = Collection.get_first_root_node().add_child(name="Private")
    content.document.save()


def add_a_language(content: Content) -> None:
    Locale.objects.create(language_code="se")


def change_the_site(content: Content) -> None:
    Site.objects.update(hostname="example.org")


@pytest.mark.parametrize(
    "change",
    [
        publish_a_change,
        publish_for_the_first_time,
        publish_a_translation,
        unpublish_a_base_page,
        update_in_bulk,
        write_sql,
        set_an_expiry,
        change_the_slug_of_an_ancestor,
        move,
        delete,
        restrict_the_page,
        restrict_an_ancestor,
        change_the_alternative_text_of_an_image,
        delete_an_image,
        rename_a_document,
        publish_an_organisation,
        unpublish_an_organisation,
        let_an_organisation_expire,
        delete_an_organisation,
        delete_an_organisation_by_sql,
        publish_a_person,
        publish_the_settings,
        publish_the_translation_of_an_organisation,
        change_a_goal,
        change_a_municipality,
        add_a_language,
        change_the_site,
        add_a_redirect,
        make_a_collection_private,
        put_an_image_into_another_collection,
        put_a_document_into_another_collection,
    ],
)
def test_a_visible_change_raises_the_version(content: Content, change: Callable[[Content], object]) -> None:
    assert raised_by(lambda: change(content)) >= 1


def test_lifting_a_restriction_raises_the_version(content: Content) -> None:
    restrict_an_ancestor(content)
    restriction = PageViewRestriction.objects.get()

    assert raised_by(restriction.delete) == 1


def test_moving_an_ancestor_that_is_not_published_raises_the_version(content: Content) -> None:
    content.index.unpublish()
    archive = CaseIndexPageFactory(slug="archive")

    assert raised_by(lambda: Page.objects.get(pk=content.index.pk).move(archive, pos="first-child")) == 1


def test_the_order_of_originals_that_are_not_published_raises_the_version_of_their_translations(
    content: Content,
) -> None:
    draft = Page.objects.get(pk=content.draft.pk)
    Page.objects.get(pk=content.case.pk).unpublish()

    assert raised_by(lambda: draft.move(Page.objects.get(pk=content.case.pk), pos="left")) == 1


def test_deleting_an_original_that_was_never_published_raises_the_version_of_its_translations(content: Content) -> None:
    translate(content.draft, "fi")
    draft = CasePage.objects.get(pk=content.draft.pk)

    assert raised_by(draft.delete) == 1


def save_a_draft(content: Content) -> None:
    content.case.title, content.case.slug = "A draft", "a-draft"
    content.case.save_revision()


def save_a_draft_in_place_of_the_published_revision(content: Content) -> None:
    content.case.title = "A draft"
    content.case.save_revision(overwrite_revision=content.case.live_revision)


def schedule(content: Content) -> None:
    content.case.go_live_at = timezone.now() + timedelta(days=1)
    publish(content.case)


def schedule_the_first_publication(content: Content) -> None:
    content.draft.go_live_at = timezone.now() + timedelta(days=1)
    publish(content.draft)


def copy(content: Content) -> None:
    content.case.copy(update_attrs={"slug": "copy"}, keep_live=False)


def copy_and_keep_live(content: Content) -> None:
    content.case.copy(update_attrs={"slug": "copy"}, keep_live=True)


def save_a_draft_translation(content: Content) -> None:
    translate(content.case, "sv", publish=False)


def save_a_draft_over_a_live_translation(content: Content) -> None:
    translate(content.case, "fi", publish=False, texts=lambda text: f"{text} again")


def make_an_alias(content: Content) -> None:
    content.index.copy_for_translation(Locale.objects.get(language_code="sv"), copy_parents=True, alias=True)


def save_a_draft_of_an_organisation(content: Content) -> None:
    content.organisation.name = "A draft"
    content.organisation.save_revision()


def write_the_rows_of_snippets(content: Content) -> None:
    for row, name in ((content.organisation, "name"), (content.person, "name"), (content.settings, "site_name")):
        setattr(row, name, "In the row")
        row.save()


def save_a_draft_translation_of_an_organisation(content: Content) -> None:
    translate(content.organisation, "fi", publish=False)


def save_a_draft_of_the_settings(content: Content) -> None:
    content.settings.site_name = "A draft"
    content.settings.save_revision()


def add_a_page(content: Content) -> None:
    CasePageFactory(parent=content.index)


def edit_a_page_that_is_not_published(content: Content) -> None:
    content.draft.title, content.draft.slug = "Another title", "another"
    content.draft.save()
    content.draft.save_revision()


def delete_a_page_that_is_not_published(content: Content) -> None:
    content.draft.delete()


def purge_revisions(content: Content) -> None:
    save_a_draft(content)
    call_command("purge_revisions")


def lock_a_page(content: Content) -> None:
    Page.objects.filter(pk=content.case.pk).update(locked=True, locked_at=timezone.now())


def rebuild(content: Content) -> None:
    call_command("rebuild_published")


def tag_an_image(content: Content) -> None:
    content.image.tags.add("water")
    content.image.title = "A name for editors"
    content.image.save()


@pytest.mark.parametrize(
    "change",
    [
        save_a_draft,
        save_a_draft_in_place_of_the_published_revision,
        schedule,
        schedule_the_first_publication,
        copy,
        copy_and_keep_live,
        save_a_draft_translation,
        save_a_draft_over_a_live_translation,
        make_an_alias,
        save_a_draft_of_an_organisation,
        write_the_rows_of_snippets,
        save_a_draft_translation_of_an_organisation,
        save_a_draft_of_the_settings,
        add_a_page,
        edit_a_page_that_is_not_published,
        delete_a_page_that_is_not_published,
        purge_revisions,
        lock_a_page,
        rebuild,
        tag_an_image,
    ],
)
def test_what_readers_cannot_see_leaves_the_version(content: Content, change: Callable[[Content], object]) -> None:
    assert raised_by(lambda: change(content)) == 0


def test_a_draft_over_an_unpublished_translation_leaves_the_version(content: Content) -> None:
    content.finnish.unpublish()

    assert raised_by(lambda: save_a_draft_over_a_live_translation(content)) == 0


@pytest.mark.usefixtures("commits")
def test_a_transaction_raises_the_version_once_whatever_it_changes(content: Content) -> None:
    before = content_version()
    with transaction.atomic():
        publish_a_change(content)
        change_the_slug_of_an_ancestor(content)
        restrict_the_page(content)
        delete_an_image(content)
        assert content_version() == before  # Not before it is true for others too.

    assert content_version() == before + 1


@pytest.mark.usefixtures("commits")
def test_a_publication_is_one_step_and_one_transaction(content: Content) -> None:
    before = content_version()
    publish_a_change(content)

    assert content_version() == before + 1


@pytest.mark.usefixtures("commits")
def test_a_transaction_that_is_rolled_back_leaves_the_version(content: Content) -> None:
    before = content_version()
    with transaction.atomic():
        publish_a_change(content)
        transaction.set_rollback(True)

    assert content_version() == before
    assert PublishedDocument.objects.get(pk=content.case.pk).title == "Storage"


@pytest.mark.usefixtures("commits")
def test_every_transaction_has_its_own_number(content: Content) -> None:
    before = content_version()
    for color in ("#000001", "#000002", "#000003"):
        Goal.objects.filter(pk=1).update(color=color)

    assert content_version() == before + 3
