"""The only home of which texts a page's translators get, and of the digests that tell when a translation went stale.

A translation is outdated when what translators get of the published source differs from what it was made from: a text,
a link in a text, a block, or their order. The source's document holds the digest of what it has now, the translation's
document the digest of what it was made from; they are compared when read.
"""

import hashlib
import json

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import SourceDeletedError, Translation
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

UNFINISHED = "unfinished"  # in place of a digest, where a translation was published with texts left to translate


Segment = tuple[str, str, str]  # where it is, what it says, and its attributes


def text_digest(page: models.Model) -> str:
    """The digest of what translators of `page` get, as it is in memory."""
    return digest(segments(page), blocks(page))


def digest(texts: list[Segment], in_order: list[list[str]]) -> str:
    return hashlib.sha256(json.dumps([sorted(texts), in_order]).encode()).hexdigest()


def segments(page: models.Model) -> list[Segment]:
    """The texts of `page` that are translated, as wagtail-localize parts them."""
    texts: list[Segment] = []
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts.append((segment.path, segment.string.data, json.dumps(segment.attrs, sort_keys=True)))
        elif isinstance(segment, TemplateSegmentValue):
            texts.append((segment.path, segment.template, ""))
    return texts


def blocks(page: models.Model) -> list[list[str]]:
    """The blocks of each translatable StreamField, in their order."""
    fields = [translatable.get_field(type(page)) for translatable in get_translatable_fields(type(page))]
    streams = [field.value_from_object(page) for field in fields if isinstance(field, StreamField)]
    return [[f"{block.block_type} {block.id}" for block in stream] for stream in streams]


def translations_of(page: Page) -> dict[int, Translation]:
    """What wagtail-localize knows of the versions of `page`, by locale: of no original, nor of what was stopped."""
    known = Translation.objects.filter(source__object__translation_key=page.translation_key, enabled=True)
    return {each.target_locale_id: each for each in known.select_related("source__locale").order_by("-pk")}


def source_digest(page: Page, translation: Translation | None) -> str:
    """The digest of what `page` was translated from, or "" where it is no translation."""
    if translation is None:
        return ""
    segments = translation.source.stringsegment_set.annotate_translation(page.locale)
    if segments.filter(translation__isnull=True).exists():
        return UNFINISHED
    try:
        return text_digest(translation.source.as_instance())
    except SourceDeletedError:
        return ""
