"""A published change of what is the same in every language is in every published translation at once; texts wait."""

import copy
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation, TranslationSource

from cases.models import CasePage
from cms.publishing.models import PublishedDocument, PublishedPage
from cms.publishing.version import content_version
from home.models import ContentPage, HomePage, StrategyPage
from tests.factories import (
    CasePageFactory,
    ContentPageFactory,
    ImageFactory,
    PersonFactory,
    PriorityPageFactory,
    StrategyPageFactory,
    block_id,
    full_body,
    items,
    publish,
)
from tests.translation.translators import LANGUAGES, in_all_languages, submit, translate, translated

pytestmark = pytest.mark.usefixtures("home")

Change = Callable[[dict[str, Any]], None]


def document(page: Page) -> dict[str, Any]:
    return PublishedPage.objects.get(id=page.pk).document


def block(page: Page, kind: str) -> Any:
    """The value of the first block of this kind in the published body."""
    return next(block["value"] for block in document(page)["body"] if block["type"] == kind)


def edited(page: Page, **values: Any) -> Page:
    """Publish the page with these values, on top of what is published."""
    fresh = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(fresh, name, value)
    return publish(fresh)


def raw_body(page: Page) -> list[dict[str, Any]]:
    return json.loads(PublishedDocument.objects.get(pk=page.pk).revision_content["body"])


def with_changed_block(page: Page, kind: str, change: Change) -> Page:
    """Publish the page after `change` of the raw value of its block of this kind."""
    raw = copy.deepcopy(raw_body(page))
    change(next(block for block in raw if block["type"] == kind)["value"])
    return edited(page, body=raw)


def is_outdated(page: Page, source: Page) -> bool:
    rows = PublishedPage.objects.in_bulk([page.pk, source.pk])
    return rows[page.pk].source_digest != rows[source.pk].text_digest


def revisions(page: Page) -> int:
    return Page.objects.get(pk=page.pk).revisions.count()


@pytest.fixture
def strategy() -> StrategyPage:
    return publish(StrategyPageFactory(start_year=2021, end_year=2027, main_theme="Climate"))


@pytest.fixture
def content() -> ContentPage:
    return publish(ContentPageFactory(body=full_body()))


def test_a_changed_year_is_in_every_translation_at_once(strategy: StrategyPage) -> None:
    translations = in_all_languages(strategy)
    edited(strategy, end_year=2030)
    for page in translations.values():
        assert document(page)["end_year"] == 2030


def test_a_changed_date_is_in_every_translation_at_once() -> None:
    case = publish(CasePageFactory(start_date="2023"))
    translations = in_all_languages(case)
    edited(case, start_date="2024-05", end_date="2026")
    for page in translations.values():
        assert (document(page)["start_date"], document(page)["end_date"]) == ("2024-05", "2026")


def test_a_changed_text_waits_for_the_translator(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    edited(strategy, main_theme="Circular economy", end_year=2030)
    assert document(finnish)["main_theme"] == translated("Climate", "fi")


def test_a_text_that_the_source_cleared_is_left_to_the_translator(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    edited(strategy, main_theme="", end_year=2030)
    assert document(finnish)["main_theme"] == translated("Climate", "fi")
    translate(strategy, "fi")
    assert document(finnish)["main_theme"] == ""


def test_a_translation_is_outdated_by_a_changed_text_and_not_by_a_changed_year(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    assert not is_outdated(finnish, strategy)
    edited(strategy, end_year=2030)
    assert not is_outdated(finnish, strategy)
    edited(strategy, main_theme="Circular economy")
    assert is_outdated(finnish, strategy)
    edited(strategy, end_year=2031)
    assert document(finnish)["end_year"] == 2031
    assert is_outdated(finnish, strategy)
    translate(strategy, "fi")
    assert not is_outdated(finnish, strategy)


def test_a_translation_stays_outdated_when_its_translator_has_only_begun(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    edited(strategy, main_theme="Circular economy")
    TranslationSource.objects.get_for_instance(strategy).update_from_db()
    edited(strategy, end_year=2031)
    assert is_outdated(finnish, strategy)


def test_a_removed_priority_leaves_every_translation() -> None:
    first, second = publish(PriorityPageFactory()), publish(PriorityPageFactory())
    case = CasePageFactory()
    case.priorities.create(priority=first, sort_order=0)
    case.priorities.create(priority=second, sort_order=1)
    case = publish(case)
    finnish = in_all_languages(case)["fi"]
    case.priorities.remove(case.priorities.get(priority=first))
    publish(case)
    assert document(finnish)["priorities"] == [{"priority": str(second.translation_key)}]
    row = CasePage.objects.get(pk=finnish.pk).priorities.get()
    assert row.priority.specific == second
    assert row.pk not in CasePage.objects.get(pk=case.pk).priorities.values_list("pk", flat=True)


def test_the_order_of_priorities_is_the_same_in_every_language() -> None:
    first, second = publish(PriorityPageFactory()), publish(PriorityPageFactory())
    case = CasePageFactory()
    case.priorities.create(priority=first, sort_order=0)
    case.priorities.create(priority=second, sort_order=1)
    case = publish(case)
    finnish = in_all_languages(case)["fi"]
    rows = list(case.priorities.all())
    for row in rows:
        row.sort_order = 1 - row.sort_order
    case.priorities = rows
    publish(case)
    assert [row["priority"] for row in document(finnish)["priorities"]] == [
        str(second.translation_key), str(first.translation_key)
    ]  # fmt: skip


def test_a_cleared_reference_is_cleared_in_every_translation() -> None:
    case = publish(CasePageFactory(lead_image=ImageFactory(), body=full_body()))
    finnish = in_all_languages(case)["fi"]
    assert document(finnish)["lead_image"]
    case = edited(case, lead_image=None)
    with_changed_block(case, "quote", lambda value: value.update(portrait=None))
    assert document(finnish)["lead_image"] is None
    assert block(finnish, "quote")["portrait"] is None


def test_a_blocks_changed_image_is_in_every_translation_beside_the_translated_texts(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    image = ImageFactory()
    with_changed_block(content, "image", lambda value: value.update(image=image.pk, caption="Another", decorative=True))
    assert block(finnish, "image") == {
        "image": image.pk,
        "decorative": True,
        "alt_text": translated("A picture here", "fi"),
        "caption": translated("A caption", "fi"),
    }


def test_a_figures_date_and_source_are_in_every_translation_beside_the_translated_texts(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]

    def change(value: dict[str, Any]) -> None:
        value["figures"][1]["value"].update(as_of="2025", source_url="https://example.org/new", caption="of flats")

    with_changed_block(content, "key_figures", change)
    assert block(finnish, "key_figures")["figures"][1] == {
        "value": translated("38.5", "fi"),
        "unit": translated("%", "fi"),
        "caption": translated("of homes", "fi"),
        "as_of": "2025",
        "source_url": "https://example.org/new",
    }


def test_a_page_that_a_block_refers_to_changes_in_every_translation(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    other = publish(CasePageFactory())
    with_changed_block(content, "call_to_action", lambda value: value.update(page=other.pk))
    assert block(finnish, "call_to_action") == {
        "label": translated("Read more", "fi"), "page": str(other.translation_key), "href": "",
    }  # fmt: skip


def test_a_list_without_texts_is_taken_over_whole(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    people = [PersonFactory(), PersonFactory()]
    change: Change = lambda value: value.update(people=items("new", *(person.pk for person in people)))  # noqa: E731  # beside the others it reads best
    with_changed_block(content, "contacts", change)
    assert block(finnish, "contacts") == {"people": [str(person.translation_key) for person in people]}


def test_an_item_that_was_added_to_a_list_with_texts_waits(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    added = items("added", {"summary": "Another question?", "details": "<p>Another answer.</p>"})
    with_changed_block(content, "accordion", lambda value: value["items"].extend(added))
    assert len(block(finnish, "accordion")["items"]) == 1
    translate(content, "fi")
    assert len(block(finnish, "accordion")["items"]) == 2


def test_added_removed_and_moved_blocks_wait_for_the_translator(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    kinds = [block["type"] for block in document(finnish)["body"]]
    new = [{"type": "heading", "id": block_id("new"), "value": {"text": "New", "level": "3"}}]
    raw = raw_body(content)
    assert raw[0]["type"] == "heading"
    raw[0]["value"]["level"] = "4"
    content = edited(content, body=[*new, *reversed(raw[:-1])])
    assert [block["type"] for block in document(finnish)["body"]] == kinds
    assert block(finnish, "heading") == {"text": translated("A heading", "fi"), "level": "4"}
    assert is_outdated(finnish, content)

    translate(content, "fi")
    assert [block["type"] for block in document(finnish)["body"]] == ["heading", *reversed(kinds[:-1])]
    assert block(finnish, "heading") == {"text": translated("New", "fi"), "level": "3"}
    assert not is_outdated(finnish, content)


def test_rich_text_and_tables_are_the_translators(content: ContentPage) -> None:
    finnish = in_all_languages(content)["fi"]
    before = block(finnish, "paragraph"), block(finnish, "table")

    def change(value: dict[str, Any]) -> None:
        value["data"].append(["2025", "Three"])

    raw = raw_body(content)
    raw[1]["value"] = "<p>Something else.</p>"
    with_changed_block(edited(content, body=raw), "table", change)
    assert (block(finnish, "paragraph"), block(finnish, "table")) == before


def test_a_translation_without_a_difference_is_not_published_again(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    before = revisions(finnish)
    edited(strategy, main_theme="Circular economy")
    edited(strategy)
    assert revisions(finnish) == before
    edited(strategy, end_year=2030)
    assert revisions(finnish) == before + 1
    assert not Page.objects.get(pk=finnish.pk).has_unpublished_changes


def test_a_draft_of_the_source_reaches_no_translation(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    strategy.end_year = 2030
    strategy.save_revision()
    assert document(finnish)["end_year"] == 2027


def test_a_scheduled_change_reaches_translations_when_it_is_published(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    strategy.end_year = 2030
    strategy.go_live_at = timezone.now() + timedelta(days=1)
    revision = strategy.save_revision()
    revision.publish()
    assert document(finnish)["end_year"] == 2027
    strategy.go_live_at = timezone.now() - timedelta(minutes=1)
    strategy.save_revision().publish()
    assert document(finnish)["end_year"] == 2030


def test_a_translation_published_from_an_older_source_has_the_sources_published_values(strategy: StrategyPage) -> None:
    submit(strategy)
    edited(strategy, end_year=2030, main_theme="Circular economy")
    translation = Translation.objects.get(target_locale__language_code="fi", source__object=strategy.translation_key)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    finnish = translation.get_target_instance()
    assert document(finnish)["end_year"] == 2030
    assert document(finnish)["main_theme"] == "Climate"
    assert is_outdated(finnish, strategy)


def test_a_source_published_after_its_translation_gives_its_values() -> None:
    draft = StrategyPageFactory(start_year=2021)
    finnish = translate(draft, "fi")
    publish(draft)
    edited(draft, start_year=2022)
    assert document(finnish)["start_year"] == 2022


def test_an_unpublished_source_does_not_change_its_translation(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    strategy.unpublish()
    edited(finnish, title="Uusi")
    assert PublishedPage.objects.get(id=finnish.pk).title == "Uusi"


def test_an_unpublished_translation_stays_so_and_has_the_values_when_it_returns(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    finnish.unpublish()
    edited(strategy, end_year=2030)
    assert not PublishedPage.objects.filter(id=finnish.pk).exists()
    StrategyPage.objects.get(pk=finnish.pk).get_latest_revision().publish()
    assert document(finnish)["end_year"] == 2030


def test_a_translation_that_was_only_submitted_stays_unpublished(strategy: StrategyPage) -> None:
    submit(strategy)
    edited(strategy, end_year=2030)
    assert not PublishedPage.objects.filter(translation_key=strategy.translation_key).exclude(locale="en").exists()


def test_a_translation_that_was_stopped_is_a_page_of_its_own(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    Translation.objects.update(enabled=False)
    edited(strategy, end_year=2030)
    assert document(finnish)["end_year"] == 2027


def test_a_translation_of_a_translation_takes_the_values_too(strategy: StrategyPage) -> None:
    finnish = translate(strategy, "fi")
    swedish = translate(finnish, "sv")
    edited(strategy, end_year=2030)
    assert document(swedish)["end_year"] == 2030
    assert document(swedish)["main_theme"] == translated(translated("Climate", "fi"), "sv")


@pytest.mark.parametrize("save", ["editor", "localize"])
def test_a_translations_draft_stays_the_latest_and_takes_the_values(strategy: StrategyPage, save: str) -> None:
    finnish = in_all_languages(strategy)["fi"]
    if save == "editor":
        finnish.main_theme = "Luonnos"
        finnish.save_revision()
    else:
        strategy = edited(strategy, main_theme="Draft")
        translate(strategy, "fi", publish=False)
    text = finnish.get_latest_revision().as_object().main_theme if save == "editor" else translated("Draft", "fi")
    edited(strategy, end_year=2030)

    finnish = StrategyPage.objects.get(pk=finnish.pk)
    draft = finnish.get_latest_revision()
    assert finnish.has_unpublished_changes
    assert draft != finnish.live_revision
    assert draft == finnish.revisions.order_by("created_at", "pk").last()
    assert (draft.as_object().main_theme, draft.as_object().end_year) == (text, 2030)
    assert document(finnish)["main_theme"] == translated("Climate", "fi") == finnish.main_theme
    assert document(finnish)["end_year"] == 2030 == finnish.end_year
    draft.publish()
    assert document(finnish)["main_theme"] == text


def test_a_translations_scheduled_draft_stays_scheduled(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    when = timezone.now() + timedelta(days=1)
    finnish.main_theme, finnish.go_live_at = "Huomenna", when
    finnish.save_revision().publish()
    edited(strategy, end_year=2030)
    scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
    assert scheduled == StrategyPage.objects.get(pk=finnish.pk).get_latest_revision()
    assert scheduled.approved_go_live_at == when
    assert (scheduled.as_object().main_theme, scheduled.as_object().end_year) == ("Huomenna", 2030)
    assert document(finnish)["main_theme"] == translated("Climate", "fi")


def test_a_translations_schedule_stays_on_an_older_revision(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    finnish.main_theme, finnish.go_live_at = "Huomenna", timezone.now() + timedelta(days=1)
    scheduled = finnish.save_revision()
    scheduled.publish()
    finnish.main_theme = "Vielä luonnos"
    finnish.save_revision()
    edited(strategy, end_year=2030)
    assert Revision.objects.get(approved_go_live_at__isnull=False) == scheduled
    assert StrategyPage.objects.get(pk=finnish.pk).get_latest_revision().as_object().main_theme == "Vielä luonnos"


def override(page: Page, path: str, value: Any, language: str = "fi") -> None:
    """What a translator does who chooses another value than the source's."""
    segment = OverridableSegment.objects.get(source__object=page.translation_key, context__path=path)
    locale = Locale.objects.get(language_code=language)
    SegmentOverride.objects.create(locale=locale, context=segment.context, data_json=json.dumps(value))


def test_a_translators_own_choice_is_kept() -> None:
    case = publish(CasePageFactory(lead_image=ImageFactory(), body=full_body()))
    own, new = ImageFactory(), ImageFactory()
    submit(case)
    path = f"body.{block_id('image')}.image"
    override(case, "lead_image", own.pk)
    override(case, path, own.pk)
    finnish, swedish = (translate(case, language) for language in LANGUAGES)
    with_changed_block(edited(case, lead_image=new), "image", lambda value: value.update(image=new.pk, decorative=True))
    assert (document(finnish)["lead_image"], block(finnish, "image")["image"]) == (own.pk, own.pk)
    assert block(finnish, "image")["decorative"]
    assert (document(swedish)["lead_image"], block(swedish, "image")["image"]) == (new.pk, new.pk)


def test_a_translators_choice_that_is_not_published_stays_so() -> None:
    case = publish(CasePageFactory(lead_image=ImageFactory()))
    finnish = in_all_languages(case)["fi"]
    own, new = ImageFactory(), ImageFactory()
    override(case, "lead_image", own.pk)
    translate(case, "fi", publish=False)
    edited(case, lead_image=new)
    assert document(finnish)["lead_image"] == new.pk
    assert CasePage.objects.get(pk=finnish.pk).get_latest_revision().as_object().lead_image == own


def test_a_reference_that_the_source_cleared_is_cleared_whatever_the_translator_chose() -> None:
    case = publish(CasePageFactory(lead_image=ImageFactory()))
    submit(case)
    override(case, "lead_image", ImageFactory().pk)
    finnish = translate(case, "fi")
    edited(case, lead_image=None)
    assert document(finnish)["lead_image"] is None


def test_values_that_a_translation_cannot_take_do_not_stop_it() -> None:
    other, article_image = publish(PriorityPageFactory()), ImageFactory()
    case = CasePageFactory(lead_image=article_image)
    case.priorities.create(priority=other)
    case = publish(case)
    finnish = in_all_languages(case)["fi"]
    other.delete()
    article_image.delete()
    finnish = edited(CasePage.objects.get(pk=finnish.pk), title="Uusi")
    assert PublishedPage.objects.get(id=finnish.pk).title == "Uusi"


def test_a_translation_that_cannot_be_published_does_not_stop_its_source(
    strategy: StrategyPage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    translations = in_all_languages(strategy)

    def clean(self: StrategyPage) -> None:
        if self.locale.language_code == "fi":
            raise ValidationError("no")

    monkeypatch.setattr(StrategyPage, "clean", clean)
    edited(strategy, end_year=2030)
    assert document(strategy)["end_year"] == document(translations["sv"])["end_year"] == 2030
    assert document(translations["fi"])["end_year"] == 2027
    assert "could not take over the values of its source" in caplog.text


def test_a_purged_revision_loses_nothing_of_a_translation(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    finnish.main_theme = "Luonnos"
    finnish.save_revision()
    Revision.objects.filter(pk=finnish.live_revision_id).delete()
    edited(strategy, end_year=2030)
    assert document(finnish)["main_theme"] == translated("Climate", "fi")
    assert document(finnish)["end_year"] == 2030


def test_texts_that_localize_holds_for_later_are_not_published(strategy: StrategyPage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    strategy = edited(strategy, main_theme="Draft")
    translate(strategy, "fi", publish=False)
    edited(strategy, end_year=2030)
    page = PublishedPage.objects.get(id=finnish.pk)
    assert page.document["main_theme"] == translated("Climate", "fi")
    assert (page.title, page.slug) == (translated(strategy.title, "fi"), translated(strategy.slug, "fi"))


def test_a_change_is_one_step_of_the_version_with_all_its_translations(commits: None, home: HomePage) -> None:
    strategy = publish(StrategyPageFactory(end_year=2027))
    in_all_languages(strategy)
    before = content_version()
    edited(strategy, end_year=2030)
    assert content_version() == before + 1


def test_publishing_a_source_and_its_translation_at_once_loses_neither(commits: None, home: HomePage) -> None:
    strategy = publish(StrategyPageFactory(end_year=2000, main_theme="Climate"))
    finnish = in_all_languages(strategy)["fi"]

    def publish_again(page: Page, name: str, values: list[Any]) -> None:
        for value in values:
            edited(page, **{name: value})
        connection.close()

    with ThreadPoolExecutor(2) as threads:
        years = threads.submit(publish_again, strategy, "end_year", list(range(2001, 2011)))
        texts = threads.submit(publish_again, finnish, "main_theme", [f"Ilmasto {number}" for number in range(10)])
        years.result(timeout=120)
        texts.result(timeout=120)
    assert document(strategy)["end_year"] == document(finnish)["end_year"] == 2010
    assert document(finnish)["main_theme"] == "Ilmasto 9"


def statements_of_publishing(page: Page, **values: Any) -> int:
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    with CaptureQueriesContext(connection) as queries:
        revision.publish()
    return len(queries)


def test_the_statements_for_a_translation_do_not_depend_on_its_blocks() -> None:
    counts = []
    for number in (1, 20):
        blocks = [
            {"type": "quote", "id": block_id(f"quote {n}"), "value": {"quote": f"Q {n}", "portrait": None}}
            for n in range(number)
        ]
        page = publish(ContentPageFactory(body=blocks))
        in_all_languages(page)
        portrait = ImageFactory()
        for quote in blocks:
            quote["value"]["portrait"] = portrait.pk
        counts.append(statements_of_publishing(page, body=blocks))
    assert counts[0] == counts[1]


def test_an_alias_of_a_translation_does_not_make_it_up_to_date(strategy: StrategyPage, home: HomePage) -> None:
    finnish = in_all_languages(strategy)["fi"]
    finnish.create_alias(update_slug="alias")
    edited(strategy, main_theme="Circular economy")
    TranslationSource.objects.get_for_instance(strategy).update_from_db()
    edited(strategy, end_year=2030)
    assert document(finnish)["end_year"] == 2030
    assert is_outdated(finnish, strategy)
