"""People, organisations and the settings of sites are public as pages are: what was published, while it holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Locale, Site
from wagtail.signals import published
from wagtail_localize.models import Translation

from api.reading.identity import make_id
from cms.publishing import snippets
from cms.publishing.models import PublishedSnippet, SnippetDocument
from tests.factories import (
    ContentPageFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    SiteSettingsFactory,
    SnippetFactory,
    block_id,
    publish,
    translate,
)
from tests.publishing.index import settle
from tests.publishing.readers import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


@dataclass(frozen=True)
class Kind:
    factory: type[SnippetFactory]
    name: str  # the field that is looked at
    seen: Callable[[Any, str], str | None]  # what a reader of a language sees in it

    def make(self, name: str = "Published", **values: Any) -> Any:
        return self.factory(**{self.name: name}, **values)

    def named(self, snippet: Any, name: str) -> Any:
        """The snippet with another name, in its editor's form."""
        form = type(snippet).objects.get(pk=snippet.pk).get_latest_revision_as_object()
        setattr(form, self.name, name)
        return form

    @property
    def table(self) -> str:
        return self.factory._meta.model._meta.db_table


def node(snippet: Any, language: str) -> str | None:
    kind = type(snippet).__name__
    key = make_id(kind, language, str(snippet.translation_key))
    found = ask(f'node(id: "{key}") {{ ... on {kind} {{ name }} }}')["node"]
    return found["name"] if found else None


def settings(_: Any, language: str) -> str | None:
    return ask(f"settings(locale: {language}) {{ siteName }}")["settings"]["siteName"] or None


KINDS = [
    Kind(PersonFactory, "name", node),
    Kind(OrganisationFactory, "name", node),
    Kind(SiteSettingsFactory, "site_name", settings),
]
TRANSLATED = KINDS[1:]  # a person's name is the same in every language

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.factory._meta.model.__name__)
each_translated_kind = pytest.mark.parametrize("kind", TRANSLATED, ids=lambda kind: kind.factory._meta.model.__name__)


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def check() -> str:
    """What check_published prints, its error last."""
    settle()
    out = StringIO()
    try:
        call_command("check_published", stdout=out)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


def rebuild() -> str:
    out = StringIO()
    call_command("rebuild_published", stdout=out)
    return out.getvalue()


def stored(snippet: Any) -> Any:
    return SnippetDocument.objects.filter(type=snippet._meta.label_lower, object_id=snippet.pk)


@contextmanager
def crash_after_the_row() -> Iterator[None]:
    """Publish in here, and the process seems to end before the copy is written."""
    receivers = list(published.receivers)
    published.disconnect(dispatch_uid="cms.publishing.snippets")
    yield
    # In their order: translations take over what has been copied.
    published.receivers = receivers


@each_kind
def test_draft_is_seen_when_it_is_published_and_not_before(kind: Kind) -> None:
    snippet = kind.make(live=False)
    assert kind.seen(snippet, "en") is None
    publish(snippet)
    assert kind.seen(snippet, "en") == "Published"
    revision = kind.named(snippet, "Draft").save_revision()
    assert kind.seen(snippet, "en") == "Published"
    revision.publish()
    assert kind.seen(snippet, "en") == "Draft"
    assert "as they should be" in check()


def save(kind: Kind, snippet: Any) -> None:
    row = type(snippet).objects.get(pk=snippet.pk)
    setattr(row, kind.name, "In the row")
    row.save()


def update_in_bulk(kind: Kind, snippet: Any) -> None:
    type(snippet).objects.filter(pk=snippet.pk).update(**{kind.name: "In the row"})


def update_by_sql(kind: Kind, snippet: Any) -> None:
    sql(f"UPDATE {kind.table} SET {kind.name} = 'In the row' WHERE id = %s", snippet.pk)  # noqa: S608  # names of the models


@each_kind
@pytest.mark.parametrize("write", [save, update_in_bulk, update_by_sql])
def test_whoever_writes_the_row_changes_nothing_that_is_seen(kind: Kind, write: Callable[[Kind, Any], None]) -> None:
    snippet = kind.make()
    write(kind, snippet)
    assert getattr(type(snippet).objects.get(pk=snippet.pk), kind.name) == "In the row"
    assert kind.seen(snippet, "en") == "Published"
    rebuild()
    assert kind.seen(snippet, "en") == "Published"
    assert "as they should be" in check()


@each_kind
def test_row_that_is_live_without_a_publication_is_seen_by_nobody_and_named(kind: Kind) -> None:
    made = kind.factory.build(**{kind.name: "Made by a script"}, locale=Locale.get_default())
    made.save()
    assert made.live
    assert kind.seen(made, "en") is None
    assert f"{made.pk}, “Made by a script”: it is live, and nothing of it was ever published. Publish it." in check()
    publish(made)
    assert kind.seen(made, "en") == "Made by a script"


def unpublish(snippet: Any) -> None:
    type(snippet).objects.get(pk=snippet.pk).unpublish()


def expire(snippet: Any) -> None:
    type(snippet).objects.filter(pk=snippet.pk).update(expire_at=timezone.now())


def take_offline_in_bulk(snippet: Any) -> None:
    type(snippet).objects.filter(pk=snippet.pk).update(live=False)


def take_offline_by_sql(snippet: Any) -> None:
    sql(f"UPDATE {snippet._meta.db_table} SET live = false WHERE id = %s", snippet.pk)  # noqa: S608  # names of the models


def delete(snippet: Any) -> None:
    type(snippet).objects.get(pk=snippet.pk).delete()


def delete_by_sql(snippet: Any) -> None:
    sql(f"DELETE FROM {snippet._meta.db_table} WHERE id = %s", snippet.pk)  # noqa: S608  # names of the models


def publish_with_an_end(snippet: Any) -> None:
    form = type(snippet).objects.get(pk=snippet.pk)
    form.expire_at = timezone.now()
    publish(form)


HIDING = [unpublish, expire, publish_with_an_end, take_offline_in_bulk, take_offline_by_sql, delete, delete_by_sql]


@each_kind
@pytest.mark.parametrize("hide", HIDING)
def test_what_is_hidden_is_seen_by_nobody_at_once(kind: Kind, hide: Callable[[Any], None]) -> None:
    snippet = kind.make()
    assert kind.seen(snippet, "fi") == "Published"
    hide(snippet)
    assert kind.seen(snippet, "fi") is None
    assert stored(snippet).exists() == (hide not in (delete, delete_by_sql))
    rebuild()
    assert kind.seen(snippet, "fi") is None
    assert "as they should be" in check()


@each_kind
def test_row_that_is_put_back_shows_what_was_published_last(kind: Kind) -> None:
    snippet = kind.make()
    unpublish(snippet)
    type(snippet).objects.filter(pk=snippet.pk).update(live=True, **{kind.name: "In the row"})
    assert kind.seen(snippet, "en") == "Published"


@each_kind
def test_published_revision_may_be_overwritten_or_purged(kind: Kind) -> None:
    snippet = kind.make()
    kind.named(snippet, "Autosaved").save_revision(overwrite_revision=snippet.latest_revision)
    assert kind.seen(snippet, "en") == "Published"
    kind.named(snippet, "Newer").save_revision()
    call_command("purge_revisions")
    assert type(snippet).objects.get(pk=snippet.pk).live_revision is None
    rebuild()
    assert kind.seen(snippet, "en") == "Published"
    assert "as they should be" in check()


@each_kind
def test_schedule_is_kept(kind: Kind) -> None:
    snippet = kind.make()
    form = kind.named(snippet, "Later")
    form.go_live_at = timezone.now() + timedelta(days=1)
    revision = form.save_revision()
    revision.publish()
    assert kind.seen(snippet, "en") == "Published"
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    content = revision.content | {"go_live_at": timezone.now().isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    call_command("publish_scheduled")
    assert kind.seen(snippet, "en") == "Later"


@each_translated_kind
def test_translation_is_seen_when_it_is_published_and_falls_back_when_it_is_hidden(kind: Kind) -> None:
    snippet = kind.make()
    translate(snippet, "fi", publish=False)
    assert kind.seen(snippet, "fi") == "Published"
    finnish = translate(snippet, "fi")
    assert (kind.seen(snippet, "fi"), kind.seen(snippet, "sv")) == ("Published [fi]", "Published")
    translate(snippet, "fi", publish=False, texts=lambda text: f"{text} luonnos")
    assert kind.seen(snippet, "fi") == "Published [fi]"
    expire(finnish)
    assert kind.seen(snippet, "fi") == "Published"


@each_translated_kind
def test_translation_that_waits_for_its_publication_shows_nothing_older(kind: Kind) -> None:
    """wagtail-localize publishes when its transaction is committed, and would call the row live before."""
    snippet = kind.make()
    finnish = translate(snippet, "fi")
    unpublish(finnish)
    Translation.objects.get(source__object_id=snippet.translation_key).save_target(publish=True)
    assert not type(snippet).objects.get(pk=finnish.pk).live
    assert kind.seen(snippet, "fi") == "Published"


def test_value_that_is_taken_over_comes_from_the_copy_and_not_from_the_row() -> None:
    person = PersonFactory(email="published@example.org", job_title="Adviser")
    finnish = translate(person, "fi")
    type(person).objects.filter(pk=person.pk).update(email="row@example.org")
    type(person).objects.filter(pk=finnish.pk).update(job_title="Rivillä")
    publish(person)  # as it is in memory
    type(person).objects.filter(pk=person.pk).update(email="row@example.org")
    person.email = "new@example.org"
    publish(person)
    document = stored(finnish).get().document
    assert (document["email"], document["job_title"]) == ("new@example.org", "Adviser [fi]")


def test_settings_are_gone_with_their_site() -> None:
    root = Site.objects.get(is_default_site=True).root_page
    other = Site.objects.create(hostname="other.example", root_page=root)
    SiteSettingsFactory(site=other, site_name="Other")
    shown = 'settings(locale: en, site: "other.example") { siteName }'
    assert ask(shown)["settings"]["siteName"] == "Other"
    other.delete()
    assert not PublishedSnippet.objects.filter(type="home.sitesettings").exists()
    assert not SnippetDocument.objects.filter(type="home.sitesettings").exists()


def test_settings_that_are_seen_are_asked_for_once_and_derived_never(monkeypatch: pytest.MonkeyPatch) -> None:
    page = publish(ContentPageFactory(title="Accessibility"))
    SiteSettingsFactory(accessibility_page=page, footer_text=f'<p><a linktype="page" id="{page.pk}">It</a></p>')
    monkeypatch.setattr(snippets, "make_document", lambda *_: pytest.fail("derived on reading"))
    seen = ask("settings(locale: sv) { accessibilityPage { title } footerText { html } }")["settings"]
    assert seen["accessibilityPage"] == {"title": "Accessibility"}
    assert f'href="/sv/{page.slug}/"' in seen["footerText"]["html"]


@pytest.mark.parametrize("factory", [PersonFactory, OrganisationFactory])
def test_picture_that_is_deleted_is_not_shown_and_keeps_nothing_from_being_published(
    factory: type[SnippetFactory],
) -> None:
    shown, image = "image" if factory is PersonFactory else "logo", ImageFactory()
    snippet = factory(**{shown: image, f"{shown}_decorative": True})
    kind = type(snippet).__name__
    key = make_id(kind, "en", str(snippet.translation_key))
    query = f'node(id: "{key}") {{ ... on {kind} {{ {shown} {{ assetId }} }} }}'
    assert ask(query)["node"][shown] is not None
    revision = snippet.latest_revision
    image.delete()
    assert ask(query)["node"] == {shown: None}
    assert "as they should be" in check()
    rebuild()
    revision.refresh_from_db()
    revision.publish()
    assert ask(query)["node"] == {shown: None}
    assert "as they should be" in check()


# Upkeep


@each_kind
def test_publication_that_crashed_is_found_and_mended(kind: Kind) -> None:
    snippet = kind.make(live=False)
    with crash_after_the_row():
        PublishRevisionAction(snippet.save_revision()).execute()
    assert f"{snippet.pk}, “Published”: nothing is stored of it. Publish it again, or run rebuild_published." in check()
    assert kind.seen(snippet, "en") is None
    assert f"{snippet.pk}, “Published”: copied what is published." in rebuild()
    assert kind.seen(snippet, "en") == "Published"

    with crash_after_the_row():
        PublishRevisionAction(kind.named(snippet, "Again").save_revision()).execute()
    assert "“Again”: another revision is stored than is published." in check()
    assert "1 copied" in rebuild()
    assert kind.seen(snippet, "en") == "Again"
    assert "as they should be" in check()


def test_publication_whose_copy_cannot_be_written_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    person = PersonFactory(name="Published")

    def crash(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(snippets, "publish_snippet", crash)
    person.name = "Another"
    with pytest.raises(RuntimeError):
        publish(person)
    assert type(person).objects.get(pk=person.pk).name == "Published"


@pytest.mark.parametrize(
    ("field", "value"), [("format", 1), ("document", {}), ("mentions", {"head": {"media.image": [1]}}), ("words", "")]
)
def test_document_that_is_not_derived_as_now_is_found_and_mended(field: str, value: object) -> None:
    person = PersonFactory(name="Ada Lovelace", image=ImageFactory())
    before = stored(person).values().get()
    stored(person).update(**{field: value})
    output = check()
    assert f"cases.person {person.pk}: not as it is made now:" in output
    assert field in output
    assert "1 derived anew" in rebuild()
    assert stored(person).values().get() == before


def test_copy_whose_row_is_gone_is_found_and_removed() -> None:
    person = PersonFactory()
    copy = stored(person).get()
    person.delete()
    copy.save(force_insert=True)
    assert f"cases.person {copy.object_id}: it was deleted, and its copy is still stored. Run rebuild" in check()
    assert "copies of 1 deleted ones removed" in rebuild()
    assert "as they should be" in check()


def test_kind_that_is_not_known_any_more_is_named_and_skipped() -> None:
    person = PersonFactory()
    copy = stored(person).get()
    copy.type = "cases.gone"
    copy.save(force_insert=True)
    assert f"cases.gone {person.pk}: its kind is unknown." in check()
    assert f"cases.gone {person.pk}: skipped, its kind is unknown." in rebuild()


def test_name_is_found_by_its_words() -> None:
    PersonFactory(name="Ada Lovelace")
    assert PublishedSnippet.objects.get(type="cases.person").words == "ada lovelace"


# A database of the release before


@pytest.fixture
def before_copies() -> Iterator[None]:
    """A database that has no copies of snippets."""
    call_command("migrate", "publishing", "0015_mentions", verbosity=0)
    yield
    call_command("migrate", verbosity=0)


@pytest.fixture
def kept() -> dict[Kind, Any]:
    page = publish(ContentPageFactory(title="About"))
    entry = {"label": "", "page": page.pk, "href": "", "children": []}
    header = [{"type": "item", "id": block_id("about"), "value": entry}]
    return {kind: kind.make(**({"header": header} if kind.seen is settings else {})) for kind in KINDS}


@pytest.mark.usefixtures("kept", "before_copies")
def test_rows_of_the_release_before_are_shown_when_they_have_been_derived(kept: dict[Kind, Any]) -> None:
    for kind, snippet in kept.items():
        sql(f"UPDATE {kind.table} SET {kind.name} = 'Of the row' WHERE id = %s", snippet.pk)  # noqa: S608  # names of the models
    unpublish(PersonFactory._meta.model.objects.create(name="Offline", locale=Locale.get_default()))
    call_command("migrate", verbosity=0)
    assert not PublishedSnippet.objects.exists()
    response = Client().get("/health/", headers={"accept": "text/plain"})
    assert (response.status_code, "3 documents have another format" in response.content.decode()) == (503, True)
    assert "3 snippets: 0 copied, 3 derived anew" in rebuild()
    assert [kind.seen(snippet, "en") for kind, snippet in kept.items()] == ["Of the row"] * 3
    menu = ask("navigation(locale: sv) { header { label page { title } } }")["navigation"]["header"]
    assert menu == [{"label": "About", "page": {"title": "About"}}]
    assert "3 published snippets and 2 published pages are as they should be" in check()
    assert "another format" not in Client().get("/health/", headers={"accept": "text/plain"}).content.decode()
