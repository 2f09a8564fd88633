"""The only home of what becomes of a text that a translator typed: it is kept as it was typed, or told what is wrong.

wagtail-localize keeps every text as HTML. For it `T&K <labra>` is a tag that is not allowed, said with success, and the
page is published with the source's text. Here a text without formatting is a text, whatever signs it has; one with
formatting may have the tags of the source's kind; and what the field cannot hold is an error of the text, which keeps
the page from being published.
"""

import html
import re
import unicodedata
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.drafts import UNSTORABLE, is_storable

TAG = re.compile(r"<(/?)(a|abbr|acronym|b|code|em|i|strong|br)((?:\s[^<>]*?)?)/?>", re.IGNORECASE)
NO_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>?")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
LINE_BREAK = re.compile(r"<br\s*/?>|\r\n?|\n", re.IGNORECASE)


class Kept(NamedTuple):
    data: str  # as wagtail-localize keeps it
    problem: str  # what keeps it from being published; else empty


class Kind(NamedTuple):
    """What a segment of a source is a text of."""

    formatted: bool
    field: forms.Field | None  # which knows the limits of a text without formatting
    is_slug: bool

    @property
    def has_lines(self) -> bool:
        return not isinstance(getattr(self.field, "widget", None), forms.TextInput)

    def shown(self, data: str) -> str:
        """A kept text as translators see and type it."""
        if self.formatted:
            return data
        return StringValue(data).render_text().replace("\n", "<br>" if self.has_lines else " ")

    def kept(self, text: str, segment: StringSegment, translation: Translation) -> Kept:
        storable = "".join(filter(is_storable, text))
        if storable != text:
            return Kept(storable if self.formatted else StringValue.from_plaintext(storable).data, str(UNSTORABLE))
        if not any(unicodedata.category(letter)[0] not in "ZC" for letter in text):
            return Kept(StringValue.from_plaintext(text).data, _("Write a text: nothing of this can be read."))
        if self.formatted:
            return _formatted(text, segment.string.data)
        plain = LINE_BREAK.sub("\n", text) if self.has_lines else text
        return Kept(StringValue.from_plaintext(plain).data, self._problem_of(plain, translation))

    def _problem_of(self, text: str, translation: Translation) -> str:
        try:
            if self.field:
                self.field.clean(text)
        except ValidationError as error:
            return " ".join(error.messages)
        return _problem_of_slug(text, translation) if self.is_slug else ""


class Kinds:
    """What the segments of a translation's source are texts of."""

    def __init__(self, source: TranslationSource) -> None:
        self._instance = source.as_instance()
        self._formatted = set(source.templatesegment_set.values_list("context", flat=True))

    def of(self, segment: StringSegment) -> Kind:
        path = segment.context.path
        if segment.context_id in self._formatted:
            return Kind(formatted=True, field=None, is_slug=False)
        return Kind(formatted=False, field=_field_at(self._instance, path.split(".")), is_slug=path == "slug")


def from_exchange_format(text: str, kind: Kind) -> str:
    """A text from a PO file, where texts without formatting are HTML too, as translators type it."""
    return text if kind.formatted else ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _field_at(instance: models.Model, path: list[str]) -> forms.Field | None:
    name, *below = path
    field = instance._meta.get_field(name)
    if isinstance(field, StreamField):
        return _block_at(field.stream_block, getattr(instance, name), below)
    if isinstance(field, models.ManyToOneRel):
        rows = getattr(instance, name).all()
        return next((_field_at(row, below[1:]) for row in rows if str(row.translation_key) == below[0]), None)
    return field.formfield()


def _block_at(block: blocks.Block, value: Any, path: list[str]) -> forms.Field | None:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock) and path:
        child = next((child for child in getattr(value, "bound_blocks", value) if str(child.id) == path[0]), None)
        return _block_at(child.block, child.value, path[1:]) if child else None
    if isinstance(block, blocks.StructBlock) and path:
        return _block_at(block.child_blocks[path[0]], value[path[0]], path[1:])
    return block.field if isinstance(block, blocks.CharBlock | blocks.TextBlock) else None


def _problem_of_slug(text: str, translation: Translation) -> str:
    if text != slugify(text):
        return _("Write the slug in small letters a–z, digits and hyphens: it becomes part of the address.")
    page = translation.get_target_instance()
    if isinstance(page, Page) and page.get_siblings(inclusive=False).filter(slug=text).exists():
        return _("Another page at the same place has this slug. Choose another.")
    return ""


def _formatted(text: str, source: str) -> Kept:
    """Tags as they are, and every other sign as a sign."""
    opened: list[str] = []
    written, end = "", 0
    for tag in TAG.finditer(text):
        closes, name = bool(tag[1]), tag[2].lower()
        written, end = written + _escaped(text[end : tag.start()]) + tag[0], tag.end()
        if closes and name != "br" and (not opened or opened.pop() != name):
            return Kept(text, _("The tag %(tag)s closes nothing that is open.") % {"tag": tag[0]})
        if not closes and name != "br":
            opened.append(name)
    written += _escaped(text[end:])
    if unknown := NO_TAG.search(TAG.sub("", text)):
        return Kept(text, _("%(tag)s is no tag that a text may have. Write &lt; for the sign <.") % {"tag": unknown[0]})
    if opened:
        return Kept(text, _("The tag <%(tag)s> is not closed.") % {"tag": opened[-1]})
    try:
        data = StringValue.from_translated_html(written).data
        validate_translation_links(source, data)
    except ValueError as error:
        return Kept(text, str(error))
    return Kept(data, "")


def _escaped(text: str) -> str:
    return html.escape(ENTITY.sub(lambda entity: html.unescape(entity[0]), text), quote=False)
