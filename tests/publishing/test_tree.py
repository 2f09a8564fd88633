"""Nothing that is saved writes an old place in the tree back, and no draft moves what readers read."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from itertools import count
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale, Page

from cases.models import CaseIndexPage, CasePage
from cms.publishing.models import PublishedPage
from home.models import HomePage
from tests.factories import CaseIndexPageFactory, CasePageFactory, home_page, publish, translate
from tests.publishing.test_version import raised_by

pytestmark = pytest.mark.usefixtures("home")

NUMBERS = count()
TREE = ("path", "depth", "numchild", "url_path")
Save = Callable[[Any], object]
Change = Callable[[CaseIndexPage], object]


def places() -> dict[int, tuple[Any, ...]]:
    return {pk: place for pk, *place in Page.objects.order_by("path").values_list("pk", *TREE)}


def paths() -> set[str]:
    return set(PublishedPage.objects.values_list("path", flat=True))


# What may have happened since a page was read


def add_a_child(index: CaseIndexPage) -> None:
    CasePageFactory(parent=index)


def copy_a_child(index: CaseIndexPage) -> None:
    index.get_children().first().specific.copy(update_attrs={"slug": "copied"}, keep_live=False)


def delete_a_child(index: CaseIndexPage) -> None:
    index.get_children().first().delete()


def move_a_child_away(index: CaseIndexPage) -> None:
    index.get_children().first().move(CaseIndexPageFactory(slug="elsewhere"), pos="last-child")


def move_it(index: CaseIndexPage) -> None:
    Page.objects.get(pk=index.pk).move(index.get_siblings().get(slug="archive"), pos="first-child")


def move_another_before_it(index: CaseIndexPage) -> None:
    index.get_siblings().get(slug="archive").move(Page.objects.get(pk=index.pk), pos="left")


def rename_what_is_above(index: CaseIndexPage) -> None:
    home = home_page()
    home.slug = "start"
    publish(home)


CHANGES = [
    add_a_child, copy_a_child, delete_a_child, move_a_child_away, move_it, move_another_before_it, rename_what_is_above,
]  # fmt: skip

# Every way of writing an instance


def save(page: CaseIndexPage) -> None:
    page.save()


def save_as_a_base_page(page: CaseIndexPage) -> None:
    page.page_ptr.save(clean=False)  # as Wagtail does


def save_all_its_fields(page: CaseIndexPage) -> None:
    page.save(update_fields=[field.name for field in Page._meta.concrete_fields if not field.primary_key])


def save_a_draft(page: CaseIndexPage) -> None:
    page.ingress = "A draft"
    page.save_revision()


def publish_it(page: CaseIndexPage) -> None:
    page.save_revision().publish()


def publish_another_slug(page: CaseIndexPage) -> None:
    page.slug = "renamed"
    page.save_revision().publish()


def unpublish(page: CaseIndexPage) -> None:
    page.unpublish()


def unpublish_a_base_page(page: CaseIndexPage) -> None:
    page.page_ptr.unpublish()


SAVES = [
    save, save_as_a_base_page, save_all_its_fields, save_a_draft, publish_it, publish_another_slug, unpublish,
    unpublish_a_base_page,
]  # fmt: skip


@pytest.fixture
def index() -> CaseIndexPage:
    """A list with two cases, read before anything else happens."""
    CaseIndexPageFactory(slug="archive")
    index = publish(CaseIndexPageFactory(slug="cases"))
    for slug in ("one", "two"):
        publish(CasePageFactory(slug=slug, parent=index))
    index = CaseIndexPage.objects.get(pk=index.pk)
    index.page_ptr.get_parent()  # remembered by the instance
    index.get_parent()
    return index


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("write", SAVES)
def test_an_instance_that_is_saved_stays_where_the_database_has_it(
    index: CaseIndexPage, change: Change, write: Save
) -> None:
    change(CaseIndexPage.objects.get(pk=index.pk))
    before = places()
    write(index)
    assert Page.find_problems() == ([], [], [], [], [])
    after = places()
    if write is publish_another_slug:
        after = {pk: (*place[:3], place[3].replace("/renamed/", "/cases/")) for pk, place in after.items()}
        before = {pk: tuple(place) for pk, place in before.items()}
    assert after == before
    CasePageFactory(parent=Page.objects.get(pk=index.pk))


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_url_paths_are_what_the_slugs_above_say_whoever_saves(home: HomePage, data: st.DataObject) -> None:
    pages: list[Any] = [home, publish(CaseIndexPageFactory()), publish(CaseIndexPageFactory())]
    pages += [publish(CasePageFactory(parent=parent)) for parent in pages[1:]]
    for _ in range(6):
        page = data.draw(st.sampled_from(pages), label="stale instance")
        if data.draw(st.booleans(), label="moves") and isinstance(page, CasePage):
            target = Page.objects.get(pk=data.draw(st.sampled_from(pages[1:3])).pk)
            Page.objects.get(pk=page.pk).move(target, pos="last-child")
        else:
            page.slug = f"slug-{next(NUMBERS)}"
            data.draw(st.sampled_from([save, publish_it, save_a_draft]), label="write")(page)
        assert Page.find_problems() == ([], [], [], [], [])
        url_paths = dict(Page.objects.values_list("path", "url_path"))
        for row in Page.objects.filter(depth__gt=1):
            assert row.url_path == f"{url_paths[row.path[:-4]]}{row.slug}/"


def test_a_child_is_at_the_path_that_its_parent_has_now(index: CaseIndexPage) -> None:
    rename_what_is_above(index)
    child = index.add_child(instance=CasePage(title="Three", slug="three", live=False))
    assert Page.objects.get(pk=child.pk).url_path == "/start/cases/three/"


def copy_all(home: HomePage) -> None:
    home.copy(recursive=True, update_attrs={"slug": "copied"}, keep_live=False)


def mirror_all(home: HomePage) -> None:
    home.create_alias(recursive=True, update_slug="mirrored")


def copy_all_for_translation(home: HomePage) -> None:
    for page in home.get_descendants(inclusive=True).specific():
        page.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True)


@pytest.mark.parametrize("copy", [copy_all, mirror_all, copy_all_for_translation])
def test_pages_can_be_added_below_every_page_that_was_copied_with_all_below_it(
    index: CaseIndexPage, copy: Callable[[HomePage], None]
) -> None:
    copy(home_page())
    assert Page.find_problems() == ([], [], [], [], [])
    for copied in CaseIndexPage.objects.exclude(pk=index.pk):
        CasePageFactory(parent=copied)
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("write", SAVES)
def test_a_page_that_was_deleted_is_not_put_back(index: CaseIndexPage, write: Save) -> None:
    Page.objects.get(pk=index.pk).delete()
    with pytest.raises(ObjectDoesNotExist):
        write(index)
    assert not Page.objects.filter(pk=index.pk).exists()
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("migration", ["0008_count_children", "0013_count_children_of_copies"])
def test_a_migration_counts_children_again(index: CaseIndexPage, migration: str) -> None:
    right = places()
    Page.objects.filter(depth__lt=4).update(numchild=0)
    Page.objects.filter(depth=4).update(numchild=7)
    with connection.cursor() as cursor:
        cursor.execute(import_module(f"cms.publishing.migrations.{migration}").COUNT)
    assert places() == right
    assert Page.find_problems() == ([], [], [], [], [])


# Drafts of what is above live pages


def draft_of_a_form(page: CaseIndexPage) -> None:
    page.save()  # Wagtail's form does that to pages that are not live.
    page.save_revision()


def draft_for_later(page: CaseIndexPage) -> None:
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()


@pytest.mark.parametrize("draft", [draft_of_a_form, save_a_draft, draft_for_later])
def test_a_draft_of_what_is_above_live_pages_leaves_their_paths(index: CaseIndexPage, draft: Save) -> None:
    index.unpublish()
    before = paths()
    index.title, index.slug = "Examples", "examples"
    assert raised_by(lambda: draft(index)) == 0
    assert paths() == before
    assert index.slug == index.get_latest_revision_as_object().slug == "examples"
    index.go_live_at = None
    publish(index)
    assert paths() == {"", "examples/", "examples/one/", "examples/two/"}


def test_a_draft_with_nothing_live_below_is_in_its_row(index: CaseIndexPage) -> None:
    index.unpublish()
    for child in index.get_children():
        child.unpublish()
    index.slug = "examples"
    draft_of_a_form(index)
    assert Page.objects.get(pk=index.pk).slug == "examples"


@pytest.mark.parametrize("publish_before", [False, True])
@pytest.mark.parametrize("above", [home_page, CaseIndexPage.objects.get], ids=["home", "index"])
def test_a_draft_translation_of_what_is_above_live_pages_leaves_the_version(
    index: CaseIndexPage, above: Callable[..., Page], *, publish_before: bool
) -> None:
    """What `make soak` found: the pages above a translated case are aliases, which go offline with their originals."""
    page = home_page() if above is home_page else index
    translate(CasePage.objects.get(slug="one"), "fi")
    finnish = Page.objects.get(translation_key=page.translation_key, locale=Locale.objects.get(language_code="fi"))
    if publish_before:
        finnish = translate(page, "fi")
    finnish.unpublish()
    before = set(PublishedPage.objects.values_list("locale", "path"))
    draft = lambda: translate(page, "fi", publish=False, texts=lambda text: f"{text} in Finnish")  # noqa: E731  # what is measured
    assert raised_by(draft) == 0
    assert set(PublishedPage.objects.values_list("locale", "path")) == before
    published = translate(page, "fi", texts=lambda text: f"{text} in Finnish")
    assert published.slug.endswith("-in-finnish")
