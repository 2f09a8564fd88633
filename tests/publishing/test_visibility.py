"""The only home of the search for a sequence of editors' actions after which readers see what was not published."""

import time
import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import Translation, TranslationSource

from cases.models import Organisation
from cms.media.models import Image
from cms.publishing.version import content_version
from tests.factories import translate
from tests.publishing import index, readers
from tests.publishing.expectation import FALLBACKS, Partner, Version
from tests.publishing.small_site import SmallSite, locale, put, row_of

SOON = timedelta(milliseconds=250)

choices = st.data()
flags = st.booleans()
changes = st.sets(st.sampled_from(["title", "slug", "text", "status", "priorities", "image", "partner"]), min_size=1)


class Editors(SmallSite):
    # Editing

    @rule(data=choices, names=changes)
    def save_a_draft(self, data: st.DataObject, names: set[str]) -> None:
        if version := self.pick(data, lambda version: not version.is_alias):
            content = self.changed(version, names, data)
            with self.action(only_drafts=True):
                page = self.form(version)
                put(page, content)
                if not version.is_live:  # Wagtail's form saves the row as well.
                    page.save()
                    self.expected.write_row(version, content)
                page.save_revision()
                self.expected.save(version, content)

    @rule(data=choices, names=changes)
    def autosave_over_the_latest_revision(self, data: st.DataObject, names: set[str]) -> None:
        if version := self.pick(data, lambda version: not version.is_alias and version.latest is not None):
            content = self.changed(version, names, data)
            with self.action(only_drafts=True):
                page = self.form(version)
                put(page, content)
                page.save_revision(overwrite_revision=page.get_latest_revision())
                self.expected.overwrite(version, content)

    @rule(data=choices, names=changes)
    def publish_changes(self, data: st.DataObject, names: set[str]) -> None:
        if version := self.pick(data, lambda version: not version.is_alias):
            content = self.changed(version, names, data)
            with self.action():
                page = self.form(version)
                put(page, content)
                self.save_and_publish(version, page, content)

    @rule(data=choices)
    def publish_what_is_newest(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: not version.is_alias):
            content = replace(version.newest()[0], expires=None)
            with self.action():
                page = self.form(version)
                page.expire_at = page.go_live_at = None
                self.save_and_publish(version, page, content)

    @rule(data=choices, names=changes)
    def publish_until_soon(self, data: st.DataObject, names: set[str]) -> None:
        if version := self.pick(data, lambda version: not version.is_alias):
            soon = timezone.now() + SOON
            content = replace(self.changed(version, names, data), expires=soon)
            page = self.form(version)
            put(page, content)
            self.save_and_publish(version, page, content)
            self.expected.remember()
            if soon <= timezone.now() and readers.was_public(version.key, version.language, version.path()):
                # A machine may be so slow that it was public for a moment, or not at all.
                self.expected.history[version.language, version.path()] = version.key
            self.wait_until(soon)
            version_before = content_version()
            assert readers.documents() == self.expected.answer()
            self.check_index()
            assert content_version() == version_before

    @rule(data=choices, names=changes)
    def schedule(self, data: st.DataObject, names: set[str]) -> None:
        if version := self.pick(data, lambda version: version.published is not None and not version.is_alias):
            content = self.changed(version, names, data)
            soon = timezone.now() + SOON
            with self.action():
                page = self.form(version)
                put(page, content)
                page.go_live_at = soon
                revision = page.save_revision()
                revision.publish()
                revision.refresh_from_db()
                saved = self.expected.save(version, content)
                if revision.approved_go_live_at:
                    self.expected.schedule(version, saved)
                else:  # This machine is so slow that it is due already.
                    self.expected.publish(version, saved)
            self.wait_until(soon)

    def wait_until(self, moment: datetime) -> None:
        time.sleep(max(0, (moment - timezone.now()).total_seconds() + 0.001))

    @rule()
    def publish_scheduled(self) -> None:
        with self.action():
            call_command("publish_scheduled")
            self.expected.publish_scheduled()

    # Taking offline

    @rule(data=choices)
    def unpublish_a_base_page(self, data: st.DataObject) -> None:
        if version := self.pick(data):
            with self.action():
                Page.objects.get(pk=version.pk).unpublish()
                self.expected.unpublish(version)

    @rule(data=choices)
    def unpublish_in_bulk(self, data: st.DataObject) -> None:
        chosen = {version for version in (self.pick(data), self.pick(data)) if version}
        with self.action():
            UnpublishBulkAction.execute_action([self.real(version) for version in chosen])
            for version in chosen:
                self.expected.unpublish(version)

    @rule(data=choices, live=flags, raw=flags)
    def update_in_bulk(self, data: st.DataObject, *, live: bool, raw: bool) -> None:
        if version := self.pick(data):
            with self.action():
                if raw:
                    with connection.cursor() as cursor:
                        cursor.execute("UPDATE wagtailcore_page SET live = %s WHERE id = %s", [live, version.pk])
                else:
                    Page.objects.filter(pk=version.pk).update(live=live)
                version.is_live = live

    # The tree

    @rule(data=choices)
    def move(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: version.kind == "case"):
            target = self.pick(
                data,
                lambda other: (
                    (other.kind, other.language) == ("index", version.language) and other is not version.parent
                ),
            )
            if target:
                with self.action():
                    Page.objects.get(pk=version.pk).move(Page.objects.get(pk=target.pk), pos="last-child")
                    version.parent = target

    @rule(data=choices, keep_live=flags)
    def copy(self, data: st.DataObject, *, keep_live: bool) -> None:
        if version := self.pick(data, lambda version: version.kind in ("case", "index") and not version.is_alias):
            names = {"title": self.next("Title "), "slug": self.next("slug-")}
            with self.action(only_drafts=not self.expected.is_private(version)):
                copy = self.real(version).copy(update_attrs=names, keep_live=keep_live)
                self.expected.copy(version, copy.pk, str(copy.translation_key), keep_live=keep_live, **names)
                assert Page.objects.get(pk=copy.pk).draft_title == names["title"]

    @rule(data=choices)
    def delete(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: version.kind in ("case", "index", "priority")):
            with self.action():
                versions = [version]
                if version.kind == "priority":
                    versions = [other for other in self.expected.versions if other.key == version.key]
                with transaction.atomic():
                    for gone in versions:
                        self.real(gone).delete()
                        self.expected.delete(gone)
                if version.kind == "priority":
                    self.expected.forget_key(version.key)

    @rule(data=choices)
    def restrict(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: not version.private):
            with self.action():
                PageViewRestriction.objects.create(page_id=version.pk, restriction_type=PageViewRestriction.LOGIN)
                version.private = True

    @rule(data=choices)
    def lift_the_restriction(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: version.private):
            with self.action():
                for restriction in PageViewRestriction.objects.filter(page=version.pk):
                    restriction.delete()
                version.private = False

    @rule(data=choices)
    def restrict_another_page_instead(self, data: st.DataObject) -> None:
        version = self.pick(data, lambda version: version.private)
        target = self.pick(data, lambda version: not version.private)
        if version and target:
            with self.action():
                PageViewRestriction.objects.filter(page=version.pk).update(page=target.pk)
                version.private, target.private = False, True

    # Sites and languages

    @rule(data=choices)
    def give_another_site_a_page(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: version.kind == "index"):
            with self.action():
                Site.objects.update_or_create(hostname="another.example", defaults={"root_page_id": version.pk})

    @rule()
    def delete_the_other_site(self) -> None:
        with self.action():
            Site.objects.filter(is_default_site=False).delete()

    @rule(language=st.sampled_from(["en", "fi"]))
    def call_a_language_another_name_for_a_while(self, language: str) -> None:
        with self.action():
            for name, then in ((language, "de"), ("de", language)):
                Locale.objects.filter(language_code=name).update(language_code=then)
                assert index.best_by_the_index() == index.best_by_the_view()

    # Translation

    @rule(data=choices, language=st.sampled_from(["fi", "sv"]))
    def submit_for_translation(self, data: st.DataObject, language: str) -> None:
        if version := self.pick(data, lambda version: version.language == "en" and version.kind != "home"):
            with self.action(only_drafts=not self.expected.is_private(version)):
                source, _ = TranslationSource.update_or_create_from_instance(self.real(version))
                translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale(language))
                translation.save_target(publish=False)
                self.expected.translate(version, language, row_of, texts=None)

    @rule(data=choices, language=st.sampled_from(["fi", "sv"]), publish=flags)
    def translate(self, data: st.DataObject, language: str, *, publish: bool) -> None:
        if version := self.pick(data, lambda version: version.language == "en"):
            with self.action(only_drafts=not publish and not self.expected.is_private(version)):
                self.translate_into(version, language, publish=publish)

    @rule(data=choices, language=st.sampled_from(["fi", "sv"]))
    def make_an_alias(self, data: st.DataObject, language: str) -> None:
        def lacks_it(version: Version) -> bool:
            return version.language == "en" and self.expected.of(version.key, language) is None

        if version := self.pick(data, lacks_it):
            with self.action(only_drafts=not self.expected.is_private(version)):
                self.real(version).copy_for_translation(locale(language), copy_parents=True, alias=True)
                self.expected.make_alias(version, language, row_of)

    @rule(data=choices)
    def convert_an_alias(self, data: st.DataObject) -> None:
        if version := self.pick(data, lambda version: version.is_alias):
            with self.action(only_drafts=True):
                ConvertAliasPageAction(self.real(version)).execute()
                self.expected.convert(version)

    # Images and organisations

    @rule(data=choices)
    def change_an_image(self, data: st.DataObject) -> None:
        if self.expected.images:
            pk = sorted(self.expected.images)[data.draw(st.integers(0, len(self.expected.images) - 1), label="image")]
            with self.action():
                self.expected.images[pk] = self.next("A picture ")
                image = Image.objects.get(pk=pk)
                image.default_alt = dict.fromkeys(FALLBACKS, self.expected.images[pk])
                image.save()

    @rule(data=choices)
    def delete_an_image(self, data: st.DataObject) -> None:
        if self.expected.images:
            pk = sorted(self.expected.images)[data.draw(st.integers(0, len(self.expected.images) - 1), label="image")]
            with self.action():
                Image.objects.get(pk=pk).delete()
                self.expected.forget_image(pk)

    def partner(self) -> Partner | None:
        return next(iter(self.expected.partners.values()), None)

    @rule(publish=flags)
    def rename_an_organisation(self, *, publish: bool) -> None:
        if partner := self.partner():
            name = self.next("Company ")
            with self.action(only_drafts=not publish):
                organisation = Organisation.objects.get(pk=partner.pk).get_latest_revision_as_object()
                organisation.name, organisation.expire_at = name, None
                revision = organisation.save_revision()
                if publish:
                    revision.publish()
                    partner.row = name
                    partner.publish("en", name)

    @rule()
    def unpublish_an_organisation(self) -> None:
        if partner := self.partner():
            with self.action():
                Organisation.objects.get(pk=partner.pk).unpublish()
                partner.in_language("en").is_live = False

    @rule(raw=flags)
    def write_the_row_of_an_organisation(self, *, raw: bool) -> None:
        if partner := self.partner():
            name = self.next("A row ")
            with self.action(only_drafts=True):
                if raw:
                    Organisation.objects.filter(pk=partner.pk).update(name=name)
                else:
                    organisation = Organisation.objects.get(pk=partner.pk)
                    organisation.name = name
                    organisation.save()
                partner.row = name

    @rule(language=st.sampled_from(["en", "fi", "sv"]), live=flags, raw=flags)
    def update_organisations_in_bulk(self, language: str, *, live: bool, raw: bool) -> None:
        partner = self.partner()
        if partner and partner.in_language(language).published:
            with self.action():
                rows = Organisation.objects.filter(translation_key=partner.key, locale__language_code=language)
                if raw:
                    with connection.cursor() as cursor:
                        cursor.execute("UPDATE cases_organisation SET live = %s WHERE id = %s", [live, rows.get().pk])
                else:
                    rows.update(live=live)
                partner.in_language(language).is_live = live

    @rule(publish=flags)
    def let_an_organisation_expire(self, *, publish: bool) -> None:
        if partner := self.partner():
            with self.action():
                if publish:
                    organisation = Organisation.objects.get(pk=partner.pk)
                    organisation.expire_at = timezone.now()
                    organisation.save_revision().publish()
                    partner.publish("en", partner.row)
                else:
                    Organisation.objects.filter(pk=partner.pk).update(expire_at=timezone.now())
                call_command("publish_scheduled")
                self.expected.publish_scheduled()
                Organisation.objects.filter(pk=partner.pk).update(expire_at=None)
                partner.in_language("en").is_live = False

    @rule(language=st.sampled_from(["fi", "sv"]), publish=flags)
    def translate_an_organisation(self, language: str, *, publish: bool) -> None:
        if partner := self.partner():
            suffix = self.next(f" {language}")
            with self.action(only_drafts=not publish):
                organisation = Organisation.objects.get(pk=partner.pk)
                translate(organisation, language, publish=publish, texts=lambda text: text + suffix)
                if publish:
                    partner.publish(language, partner.row + suffix)

    @rule()
    def delete_an_organisation(self) -> None:
        if partner := self.partner():
            with self.action():
                for organisation in Organisation.objects.filter(translation_key=uuid.UUID(partner.key)):
                    organisation.delete()
                del self.expected.partners[partner.key]
                self.expected.forget_key(partner.key)

    # Upkeep

    @rule()
    def purge_revisions(self) -> None:
        with self.action(only_drafts=True):
            call_command("purge_revisions")
            self.expected.purge()

    @rule()
    def rebuild(self) -> None:
        with self.action():
            call_command("rebuild_published")

    @rule(data=choices, language=st.sampled_from(["en", "fi", "sv"]))
    def visit(self, data: st.DataObject, language: str) -> None:
        if version := self.pick(data):
            self.check_routes([(language, version.path())])

    def teardown(self) -> None:
        if self.expected.versions:
            self.check_routes([(version.language, version.path()) for version in self.expected.versions])
            call_command("check_published")


@pytest.mark.usefixtures("commits")
def test_readers_see_what_was_published_and_nothing_else() -> None:
    profile = settings()
    # An example takes seconds here where it takes milliseconds elsewhere: a dozen, and 250 of the long search.
    run_state_machine_as_test(Editors, settings=settings(profile, max_examples=max(12, profile.max_examples // 4)))
