"""The only home of how a translation in a file becomes one of wagtail-localize's, as a translator would have made it.

The thing is built once more in memory in the other language. Its blocks have the same ids, so a text and its
translation have the same path, and where a path holds several texts the same order.
"""

import json
from collections import defaultdict
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.blocks import TableBlock
from cms.demo.content import ContentError, Entry

Paths = dict[str, list[Any]]  # the segments at each path, in their order
Segments = dict[type, Paths]  # by kind


def translate(entry: Entry, original: DraftStateMixin, translated: DraftStateMixin, user: AbstractUser) -> None:
    """Translate what is published of `original` and publish it; `translated` is it in the other language, in memory."""
    locale: Locale = translated.locale
    source, _ = TranslationSource.update_or_create_from_instance(original)
    translation = Translation.objects.create(
        source=source, target_locale=locale, translations_last_updated_at=timezone.now()
    )
    segments = _segments(translated)
    segments[StringSegmentValue] |= _tables(entry, original, translated)
    _check_structure(entry, locale, _segments(original), segments)
    by_hand = {"locale": locale, "last_translated_by": user}
    StringTranslation.objects.bulk_create(
        StringTranslation(**text, **by_hand, translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL)
        for text in _texts(entry, locale, source, segments[StringSegmentValue])
    )
    SegmentOverride.objects.bulk_create(
        SegmentOverride(**choice, **by_hand) for choice in _choices(source, segments[OverridableSegmentValue])
    )
    translation.save_target(user=user, publish=False)
    target = translation.get_target_instance()
    if isinstance(original, Page):
        Page.objects.filter(pk=target.pk).update(first_published_at=original.first_published_at)
    # Not by save_target(publish=True), which waits for the end of the transaction.
    target.get_latest_revision().publish(user=user, skip_permission_checks=True)


def _texts(entry: Entry, locale: Locale, source: TranslationSource, translations: Paths) -> list[dict[str, Any]]:
    """Each text of the source with its translation; none is without, and none is left over."""
    result: dict[tuple[int, int], dict[str, Any]] = {}
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        path, text = segment.context.path, segment.string.data
        if not translations.get(path):
            raise _mistake(entry, locale, segment.context, f"there is no translation of “{text}”.")
        translation = translations[path].pop(0)
        if translation.attrs != json.loads(segment.attrs):
            raise _mistake(entry, locale, segment.context, f"has other links than “{text}”.")
        data = translation.string.data
        validate_translation_links(text, data)
        known = result.setdefault(
            (segment.string_id, segment.context_id),
            {"translation_of": segment.string, "context": segment.context, "data": data},
        )
        if known["data"] != data:
            raise _mistake(entry, locale, segment.context, f"“{text}” is there twice and has two translations.")
    for path, left in translations.items():
        if left:
            raise entry.error(f"{path} ({locale.language_code})", f"“{left[0].string.data}” translates nothing.")
    return list(result.values())


def _choices(source: TranslationSource, values: Paths) -> list[dict[str, Any]]:
    """What a translator chooses instead of the original's: the download in the page's language."""
    result = []
    for segment in OverridableSegment.objects.filter(source=source).select_related("context"):
        value = values[segment.context.path][0].data
        if value != json.loads(segment.data_json):
            result.append({"context": segment.context, "data_json": json.dumps(value)})
    return result


def _check_structure(entry: Entry, locale: Locale, ours: Segments, theirs: Segments) -> None:
    for path, (template,) in ours[TemplateSegmentValue].items():
        others = theirs[TemplateSegmentValue].get(path, [])
        if [template.template] != [other.template for other in others]:
            place = f"{path} ({locale.language_code})"
            raise entry.error(place, f"has other paragraphs, list items or bold texts than {template.template}")


def _tables(entry: Entry, original: Any, translated: Any) -> Paths:
    """The translations of tables, whose texts are known by themselves and not by a place."""
    result: Paths = {}
    for block, other in zip(getattr(original, "body", []), getattr(translated, "body", []), strict=True):
        if isinstance(block.block, TableBlock):
            for text, translation in zip(_cells(block.value), _cells(other.value), strict=True):
                path = f"body.{block.id}.{TableBlock.key(text)}"
                segment = StringSegmentValue(path, StringValue.from_plaintext(translation))
                if result.setdefault(path, [segment]) != [segment]:
                    place = f"body.table ({translated.locale.language_code})"
                    raise entry.error(place, f"“{text}” is there twice and has two translations.")
    return result


def _cells(table: dict[str, Any]) -> list[str]:
    return [table["table_caption"], *(cell for row in table["data"] for cell in row)]


def _segments(instance: Any) -> Segments:
    """All segments but those of tables."""
    tables = [f"body.{block.id}." for block in getattr(instance, "body", []) if isinstance(block.block, TableBlock)]
    result: Segments = {
        kind: defaultdict(list) for kind in (StringSegmentValue, TemplateSegmentValue, OverridableSegmentValue)
    }
    for segment in extract_segments(instance):
        if type(segment) in result and not any(segment.path.startswith(table) for table in tables):
            result[type(segment)][segment.path].append(segment)
    return result


def _mistake(entry: Entry, locale: Locale, context: TranslationContext, message: str) -> ContentError:
    return entry.error(f"{context.field_path or context.path} ({locale.language_code})", message)
