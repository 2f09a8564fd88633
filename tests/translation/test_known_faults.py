"""Faults that wagtail-localize has or had, and that translators here must not meet."""

from typing import Any

import pytest
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from cms.publishing.models import PublishedPage
from home.models import HomePage
from tests.factories import CasePageFactory, ContentPageFactory, ImageFactory, block_id, body, full_body, publish
from tests.translation.translators import in_all_languages, submit, translate, translated

pytestmark = pytest.mark.usefixtures("home")


def published_block(page: Page, kind: str) -> Any:
    blocks = PublishedPage.objects.get(id=page.pk).document["body"]
    return next(block["value"] for block in blocks if block["type"] == kind)


def test_a_text_stored_as_null_can_be_submitted() -> None:
    # Issue 918.
    raw = body(
        quote={"quote": None, "speaker": None, "role": None, "portrait": None},
        paragraph=None,
        video={"video_title": None, "video_url": None, "poster": None, "captions": [], "transcript": None},
    )
    page = publish(ContentPageFactory(body=raw))
    assert published_block(translate(page, "fi"), "quote")["quote"] == ""


def test_a_translated_page_can_be_moved_and_translated_again() -> None:
    # Issue 906.
    parent, page = publish(ContentPageFactory()), publish(ContentPageFactory())
    finnish = translate(page, "fi")
    page.move(Page.objects.get(pk=parent.pk), "last-child")
    page = publish(type(page).objects.get(pk=page.pk))
    page.title = "Moved"
    page = publish(page)
    assert PublishedPage.objects.get(id=translate(page, "fi").pk).title == translated("Moved", "fi")
    swedish = translate(page, "sv")
    assert swedish.get_parent().translation_key == parent.translation_key
    assert PublishedPage.objects.get(id=finnish.pk).path.count("/") == 1


def test_a_tree_with_a_moved_translated_page_can_be_synchronised(home: HomePage) -> None:
    # Issue 906: the new language got the page before its new parent.
    parent = publish(ContentPageFactory())
    page = publish(ContentPageFactory(parent=parent))
    translate(page, "fi")
    parent = publish(ContentPageFactory())
    page.move(Page.objects.get(pk=parent.pk), "last-child")
    swedish = Locale.objects.get(language_code="sv")
    LocaleSynchronization.objects.create(locale=swedish, sync_from=Locale.get_default())
    aliases = Page.objects.filter(locale=swedish, translation_key__in=[parent.translation_key, page.translation_key])
    assert aliases.count() == 2


def test_a_deleted_translation_takes_its_strings_and_choices_along() -> None:
    # Issue 402: a new translation had the old one's texts.
    case = publish(CasePageFactory(title="Title", lead_image=ImageFactory()))
    submit(case)
    locale = Locale.objects.get(language_code="fi")
    segment = OverridableSegment.objects.get(context__path="lead_image")
    SegmentOverride.objects.create(locale=locale, context=segment.context, data_json=str(ImageFactory().pk))
    translate(case, "fi").delete()
    assert not StringTranslation.objects.filter(locale=locale).exists()
    assert not SegmentOverride.objects.filter(locale=locale).exists()
    submit(case, "fi")
    again = case.get_translation(locale).get_latest_revision().as_object()
    assert (again.title, again.lead_image) == ("Title", case.lead_image)


def test_a_page_that_was_deleted_in_its_original_language_can_be_translated_back() -> None:
    page = publish(ContentPageFactory(title="Title"))
    finnish = in_all_languages(page)["fi"]
    page.delete()
    submit(finnish, "en")
    english = translate(finnish, "en")
    assert PublishedPage.objects.get(id=english.pk).title == translated("Title", "fi")
    finnish.title = "Otsikko"
    publish(finnish)
    assert PublishedPage.objects.get(id=english.pk).title == translated("Title", "fi")


def table(data: list[list[str | None]], caption: str = "A table") -> dict[str, Any]:
    return {
        "data": data, "table_caption": caption, "table_header_choice": "row", "first_row_is_table_header": True,
        "first_col_is_header": False, "cell": [], "mergeCells": [],
    }  # fmt: skip


def test_rows_added_to_a_table_lose_no_translation_of_its_texts() -> None:
    page = publish(ContentPageFactory(body=body(table=table([["Year", "Amount"], ["a", "b"]]))))
    finnish = translate(page, "fi")
    StringTranslation.objects.filter(data=translated("Amount", "fi")).update(data="Määrä")
    page.body = body(table=table([["New", None], ["a", "b"], ["Year", "Amount"], ["Amount", ""]]))
    page = publish(page)
    TranslationSource.objects.get_for_instance(page).update_from_db()
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(target_locale__language_code="fi", source__object=page.translation_key).save_target()
    a, b, year = (translated(text, "fi") for text in ("a", "b", "Year"))
    assert published_block(finnish, "table")["data"] == [["New", ""], [a, b], [year, "Määrä"], ["Määrä", ""]]


def test_a_table_is_translated_by_its_texts() -> None:
    page = publish(ContentPageFactory(body=body(table=table([["Year", None], ["Year", "b"]]))))
    value = published_block(translate(page, "fi"), "table")
    year = translated("Year", "fi")
    assert value["data"] == [[year, ""], [year, translated("b", "fi")]]
    assert value["table_caption"] == translated("A table", "fi")


def test_an_image_that_was_deleted_does_not_stop_translators() -> None:
    image, kept = ImageFactory(), ImageFactory()
    case = publish(CasePageFactory(lead_image=image, body=full_body(image=image)))
    submit(case)
    image.delete()
    finnish = translate(case, "fi")
    assert published_block(finnish, "heading")["text"] == translated("A heading", "fi")
    case = publish(type(case).objects.get(pk=case.pk))
    translate(case, "fi")
    case.lead_image = kept
    publish(case)
    assert PublishedPage.objects.get(id=finnish.pk).document["lead_image"] == kept.pk


@pytest.mark.parametrize("path", ["lead_image", f"body.{block_id('image')}.image"])
def test_an_image_that_a_translator_chose_and_someone_deleted_does_not_stop_translators(path: str) -> None:
    own = ImageFactory()
    case = publish(CasePageFactory(lead_image=ImageFactory(), body=full_body()))
    submit(case)
    segment = OverridableSegment.objects.get(context__path=path)
    locale = Locale.objects.get(language_code="fi")
    SegmentOverride.objects.create(locale=locale, context=segment.context, data_json=str(own.pk))
    finnish = translate(case, "fi")
    own.delete()
    translate(case, "fi")
    document = PublishedPage.objects.get(id=finnish.pk).document
    assert document["lead_image"] == case.lead_image_id


def test_an_image_of_the_source_that_was_deleted_does_not_stop_translators_who_chose_another() -> None:
    image, own = ImageFactory(), ImageFactory()
    case = publish(CasePageFactory(body=full_body(image=image)))
    submit(case)
    segment = OverridableSegment.objects.get(context__path=f"body.{block_id('image')}.image")
    locale = Locale.objects.get(language_code="fi")
    SegmentOverride.objects.create(locale=locale, context=segment.context, data_json=str(own.pk))
    finnish = translate(case, "fi")
    assert published_block(finnish, "image")["image"] == own.pk
    image.delete()
    translate(case, "fi")
    assert published_block(finnish, "heading")["text"] == translated("A heading", "fi")
