"""The only home of the StreamField vocabulary: one BodyBlock, one class a block.

A field that two kinds of block share has the same type in both, so that GraphQL clients can merge them.
A text that is no part of what readers read is named in its block's `unread`, so that nobody finds the page by it.
What a block must have is asked for when the page is published; a draft may lack it (Wagtail's deferred validation).
"""

import re
from hashlib import md5
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock as SpreadsheetBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import StringSegmentValue

from cms.partial_date import PartialDateBlock
from cms.synchronised import SameInEveryLanguage

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]
VIDEO_PROVIDERS = {
    "youtube": re.compile(r"https://(?:www\.youtube\.com/watch\?v=|youtu\.be/)(?P<id>[\w-]{6,20})(?:&.*)?"),
    "vimeo": re.compile(r"https://vimeo\.com/(?P<id>\d+)"),
}
Values = dict[str, Any]  # what a StructBlock gives to clean(): as many types as it has children


def refuse(**errors: "StrOrPromise") -> StructBlockValidationError:
    """An error of a struct block that shows each message at its own field."""
    return StructBlockValidationError({name: ValidationError(message) for name, message in errors.items()})


class CharBlock(blocks.CharBlock):
    """A text that is "" where the stored JSON holds null: wagtail-localize cannot submit null (its issue 918)."""

    def to_python(self, value: str | None) -> str:
        return value or ""

    def normalize(self, value: str | None) -> str:
        return value or ""


class CodeBlock(SameInEveryLanguage, CharBlock):
    """A readable code that frontends filter by; the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, **kwargs)

    def clean(self, value: str) -> str:
        code: str = super().clean(value)
        if code != slugify(code):
            raise ValidationError(_("Write the code in small letters a–z, digits and hyphens: energy-transition."))
        return code


class NameBlock(SameInEveryLanguage, CharBlock):
    """A proper name, identifier or amount that no translator changes."""


class PersonChooserBlock(SameInEveryLanguage, SnippetChooserBlock):
    """Stored as the source's person; the API finds the version in the reader's language."""


class HeadingBlock(blocks.StructBlock):
    text = CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", "2"), ("3", "3"), ("4", "4")],
        default="2",
        help_text=_("2 is a chapter of the page, 3 a part of a chapter."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    decorative = blocks.BooleanBlock(
        label=_("Decorative"), required=False, help_text=_("The picture tells nothing that the text does not.")
    )
    alt_text = CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What the picture shows here, for those who do not see it. Empty: the image's own text is used."),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=500)

    unread: ClassVar = {"alt_text"}

    def clean(self, value: Values) -> Values:
        result: Values = super().clean(value)
        image = result["image"]
        described = result["decorative"] or result["alt_text"] or (image and image.default_alt)
        if not (described or self.is_deferred_validation):
            raise refuse(alt_text=_("Say what the picture shows, or mark it as decorative."))
        return result

    class Meta:
        icon = "image"
        label = _("Image")


class QuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quote"), rows=3)
    speaker = CharBlock(label=_("Speaker"), required=False, max_length=255)
    role = CharBlock(label=_("Role"), required=False, max_length=255)
    portrait = ImageChooserBlock(label=_("Portrait"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")


class KeyFigureBlock(blocks.StructBlock):
    value = CharBlock(label=_("Figure"), max_length=40, help_text=_("As it is read: 1,100,000 or 38.5."))
    unit = CharBlock(label=_("Unit"), required=False, max_length=40, help_text=_("GWh, residents, %."))
    caption = CharBlock(label=_("What it tells"), max_length=255)
    as_of = PartialDateBlock(label=_("As of"), required=False)
    source_url = blocks.URLBlock(
        label=_("Source"), required=False, help_text=_("The address where the figure is found.")
    )

    unread: ClassVar = {"as_of"}
    on_one_line = True

    def clean(self, value: Values) -> Values:
        result: Values = super().clean(value)
        if not (result["source_url"] or self.is_deferred_validation):
            raise refuse(source_url=_("Say where the figure comes from: add the address of its source."))
        return result

    class Meta:
        icon = "order"
        label = _("Key figure")


class KeyFiguresBlock(blocks.StructBlock):
    figures = blocks.ListBlock(KeyFigureBlock(), label=_("Figures"), max_num=12)

    class Meta:
        icon = "order"
        label = _("Key figures")


class CallToActionBlock(blocks.StructBlock):
    label = CharBlock(label=_("Button text"), max_length=100)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    href = blocks.URLBlock(
        label=_("Web address"), required=False, help_text=_("Only where there is no page to choose.")
    )

    def clean(self, value: Values) -> Values:
        result: Values = super().clean(value)
        if not self.is_deferred_validation and bool(result["page"]) == bool(result["href"]):
            raise refuse(page=_("Choose a page or give a web address: one of them, not both."))
        return result

    class Meta:
        icon = "link-external"
        label = _("Call to action")


class CaseCardsBlock(blocks.StructBlock):
    heading = CharBlock(label=_("Heading"), required=False, max_length=200)
    cases = blocks.ListBlock(blocks.PageChooserBlock("cases.CasePage", label=_("Case")), label=_("Cases"), max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Case cards")


class CaptionTrackBlock(blocks.StructBlock):
    lang = NameBlock(label=_("Language"), max_length=20, help_text=_("A language tag: fi, sv, en."))
    label = CharBlock(label=_("Name"), max_length=60)
    file = DocumentChooserBlock(label=_("WebVTT file"))

    unread: ClassVar = {"lang", "label"}

    class Meta:
        icon = "openquote"
        label = _("Captions")


class VideoBlock(blocks.StructBlock):
    video_title = CharBlock(label=_("Title"), max_length=255)
    video_url = blocks.URLBlock(label=_("Web address"), help_text=_("The video's page on YouTube or Vimeo."))
    poster = ImageChooserBlock(label=_("Still picture"), required=False)
    spoken_lang = NameBlock(
        label=_("Spoken language"), required=False, max_length=20, help_text=_("A language tag: fi, sv, en.")
    )
    captions = blocks.ListBlock(CaptionTrackBlock(), label=_("Captions"), default=[])
    transcript = ParagraphBlock(label=_("Transcript"), required=False)

    unread: ClassVar = {"spoken_lang"}

    def clean(self, value: Values) -> Values:
        result: Values = super().clean(value)
        known = any(pattern.fullmatch(result["video_url"]) for pattern in VIDEO_PROVIDERS.values())
        if not (known or self.is_deferred_validation):
            host = urlsplit(result["video_url"]).hostname or ""
            raise refuse(
                video_url=_("A video from %(host)s cannot be shown. Give the address of its page on YouTube or Vimeo.")
                % {"host": host}
            )
        return result

    class Meta:
        icon = "media"
        label = _("Video")


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "download"
        label = _("File to download")


class AccordionItemBlock(blocks.StructBlock):
    summary = CharBlock(label=_("Question or title"), max_length=255)
    details = ParagraphBlock(label=_("Text"))

    class Meta:
        icon = "arrow-down"
        label = _("Item")


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("Items"), max_num=40)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")


class ContactsBlock(blocks.StructBlock):
    people = blocks.ListBlock(PersonChooserBlock("cases.Person", label=_("Person")), label=_("People"), max_num=12)

    class Meta:
        icon = "user"
        label = _("Contacts")


class TableBlock(SpreadsheetBlock):
    """A table edited like a spreadsheet. Translators get each cell's text and the caption.

    A text is known to the translators by itself, not by its row and column: rows can be added and moved without
    losing what was translated.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The table editor has no texts of its own in any other language, and complains about ours.
        kwargs["table_options"] = {"language": "en-US", **(kwargs.get("table_options") or {})}
        super().__init__(*args, **kwargs)

    def get_translatable_segments(self, value: Values | None) -> list[StringSegmentValue]:
        return [StringSegmentValue(self.key(text), text) for text in self.texts(value)]

    def restore_translated_segments(self, value: Values, segments: list[StringSegmentValue]) -> Values:
        translations = {segment.path: segment.render_text() for segment in segments}

        def translated(text: str | None) -> str:
            return translations.get(self.key(text), text) if text else ""

        return {
            **value,
            "table_caption": translated(value.get("table_caption")),
            "data": [[translated(cell) for cell in row] for row in value.get("data") or []],
        }

    @staticmethod
    def key(text: str) -> str:
        """The path of a text inside the table, for wagtail-localize."""
        return md5(text.encode(), usedforsecurity=False).hexdigest()[:12]

    @staticmethod
    def texts(value: Values | None) -> list[str]:
        """The different texts of the table, its caption first."""
        if not value:
            return []
        cells = [cell for row in value.get("data") or [] for cell in row]
        return [text for text in dict.fromkeys([value.get("table_caption"), *cells]) if text]

    class Meta:
        icon = "table"
        label = _("Table")


class BodyBlock(blocks.StreamBlock):
    """What the body of every page type is made of."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = ImageBlock()
    quote = QuoteBlock()
    key_figures = KeyFiguresBlock()
    call_to_action = CallToActionBlock()
    case_cards = CaseCardsBlock()
    video = VideoBlock()
    download = DownloadBlock()
    accordion = AccordionBlock()
    contacts = ContactsBlock()
    table = TableBlock()
