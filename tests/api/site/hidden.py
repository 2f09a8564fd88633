"""The only home of the ways in which a page is hidden from readers, and of how it is shown again."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tests import factories
from tests.factories import publish, translate

ENGLISH, FINNISH, DRAFT = "quokka", "numbat", "wombat"  # a word of what is published in a language, and of every draft


@dataclass(frozen=True)
class Kind:
    """A way to hide a page: which words readers must not meet, and the languages in which `show` lets them be met."""

    hide: Callable[[Page], object]
    words: set[str]
    show: Callable[[Page], object] | None = None
    shown_in: tuple[str, ...] = ("en", "sv")
    needs_login: bool = False

    @property
    def leaves_a_version(self) -> bool:
        """Whether readers get another language's version, to which the hidden one's addresses lead."""
        return self.words in ({ENGLISH}, {FINNISH})


def in_finnish(page: Page) -> Page:
    return page.get_translation(Locale.objects.get(language_code="fi")).specific


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific


def update(**values: object) -> Callable[[Page], object]:
    return lambda page: Page.objects.filter(pk=page.pk).update(**values)


def restrict(kind: str, place: Callable[[Page], Page] = fresh) -> Callable[[Page], object]:
    return lambda page: PageViewRestriction.objects.get_or_create(
        page_id=place(page).pk, restriction_type=kind, password="sesame"
    )


def lift(page: Page) -> None:
    PageViewRestriction.objects.all().delete()


def above(page: Page) -> Page:
    """What is above the page; the section itself, above which is the whole site."""
    return page if page.slug == "about" else page.get_parent()


def publish_anew(page: Page) -> None:
    page = fresh(page)
    page.go_live_at = page.expire_at = None
    publish(page)


def publish_the_draft(page: Page) -> None:
    draft = fresh(page).get_latest_revision_as_object()
    draft.go_live_at = None
    publish(draft)


def draft_of(page: Page, **values: object) -> Page:
    page = fresh(page).get_latest_revision_as_object()
    page.title, page.ingress = f"{DRAFT} {page.title}", f"Crème {DRAFT} brûlée"
    page.search_description = page.seo_title = DRAFT
    if page.slug != "about":
        page.slug = DRAFT
        page.funding = [{"type": "funding", "value": {"programme": f"{DRAFT} fund", "statement": DRAFT}}]
    for name, value in values.items():
        setattr(page, name, value)
    return page


def publish_then_draft_then_purge(page: Page) -> None:
    publish(fresh(page))
    draft_of(page).save_revision()
    call_command("purge_revisions")


def schedule_over(page: Page) -> None:
    soon = timezone.now() + timedelta(days=1)
    draft_of(page, go_live_at=soon).save_revision(approved_go_live_at=soon).publish()


def autosave_over(page: Page) -> None:
    publish(fresh(page))
    draft_of(page).save_revision(overwrite_revision=fresh(page).latest_revision)


def move_to_another_site(page: Page) -> None:
    home = publish(factories.HomePageFactory(title="Elsewhere"))
    Site.objects.create(hostname=f"{page.slug}.example", port=443, root_page=home)
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=home.pk), pos="last-child")


def become_an_alias(page: Page) -> None:
    other = factories.ContentPageFactory()
    Page.objects.filter(pk=page.pk).update(alias_of_id=other.pk)


def draft_translation(language: str) -> Callable[[Page], object]:
    return lambda page: translate(
        page, language, publish=False, texts=lambda text: re.sub(ENGLISH, DRAFT, text, flags=re.IGNORECASE)
    )


def publish_translation(page: Page) -> None:
    target = in_finnish(page)
    publish(target.get_latest_revision_as_object())


def alias_in_swedish(page: Page) -> Page:
    alias = page.copy_for_translation(Locale.objects.get(language_code="sv"), copy_parents=True, alias=True)
    Page.objects.filter(pk=alias.pk).update(title=DRAFT, draft_title=DRAFT)
    return alias


def converted_alias(page: Page) -> None:
    alias_in_swedish(page)
    alias = page.get_translation(Locale.objects.get(language_code="sv"))
    ConvertAliasPageAction(alias.specific).execute()


def expire_by_the_clock(page: Page) -> None:
    update(expire_at=timezone.now() - timedelta(seconds=1))(page)


BOTH = {ENGLISH, FINNISH}
ALL = ("en", "fi", "sv")
KINDS = {
    "unpublished": Kind(lambda page: fresh(page).unpublish(), {ENGLISH}, publish_anew),
    "unpublished as a base page": Kind(lambda page: Page.objects.get(pk=page.pk).unpublish(), {ENGLISH}, publish_anew),
    "unpublished by an update": Kind(update(live=False), {ENGLISH}, update(live=True)),
    "expired by the clock": Kind(expire_by_the_clock, {ENGLISH}, update(expire_at=None)),
    "deleted": Kind(lambda page: Page.objects.get(pk=page.pk).delete(), {ENGLISH}),
    "on another site": Kind(move_to_another_site, {ENGLISH}),
    "made an alias": Kind(become_an_alias, {ENGLISH}, update(alias_of=None)),
    "unpublished in Finnish": Kind(lambda page: in_finnish(page).unpublish(), {FINNISH}),
    "behind a password": Kind(restrict("password"), BOTH, lift, ALL),
    "behind a login": Kind(restrict("login"), BOTH, lift, ALL, needs_login=True),
    "for a group": Kind(restrict("groups"), BOTH, lift, ALL),
    "private in Finnish": Kind(restrict("groups", in_finnish), BOTH, lift, ALL),
    "draft over a live page": Kind(lambda page: draft_of(page).save_revision(), {DRAFT}, publish_the_draft),
    "draft saved over the live revision": Kind(autosave_over, {DRAFT}, publish_the_draft),
    "draft after which revisions were purged": Kind(publish_then_draft_then_purge, {DRAFT}, publish_the_draft),
    "scheduled over a live page": Kind(schedule_over, {DRAFT}, publish_the_draft),
    "draft translation over a live one": Kind(draft_translation("fi"), {DRAFT}, publish_translation, ("fi",)),
    "draft translation of a page without one": Kind(draft_translation("sv"), {DRAFT}),
    "alias in the same language": Kind(
        lambda page: page.create_alias(parent=page.get_parent(), update_slug=f"{DRAFT}-{page.slug}"), {DRAFT}
    ),
    "alias in another language": Kind(alias_in_swedish, {DRAFT}),
    "alias that was converted": Kind(converted_alias, {DRAFT}),
    "copy": Kind(lambda page: page.copy(update_attrs={"title": DRAFT, "slug": f"{DRAFT}-{page.slug}"}), {DRAFT}),
    "below a private page": Kind(restrict("groups", above), BOTH, lift, ALL),
    "below a page that is private in Finnish": Kind(
        restrict("login", lambda page: above(in_finnish(page))), BOTH, lift, ALL, needs_login=True
    ),
}
