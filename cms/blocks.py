"""The only home of the StreamField vocabulary: one BodyBlock, one class a block.

A field that two kinds of block share has the same type in both, so that GraphQL clients can merge them.
A text that is no part of what readers read is named in its block's `unread`, so that nobody finds the page by it.
What a block must have is asked for when the page is published; a draft may lack it (cms.drafts).
"""

import json
import re
from decimal import InvalidOperation
from hashlib import md5
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from django import forms
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

from cms.alternative_texts import DECORATIVE, DECORATIVE_HELP, Place, undescribed
from cms.partial_date import PartialDateBlock
from cms.synchronised import SameInEveryLanguage
from cms.videos import SERVICES, host_of, read_video

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NUMBER_HELP = _(
    "As the page's language writes it: 1,100,000 or 38.5 in English, 1 100 000 or 38,5 in Finnish and Swedish."
)
Values = dict[str, Any]  # what a StructBlock gives to clean(): as many types as it has children


def refuse(**errors: "StrOrPromise") -> StructBlockValidationError:
    """An error of a struct block that shows each message at its own field."""
    return StructBlockValidationError({name: ValidationError(message) for name, message in errors.items()})


class CharBlock(blocks.CharBlock):
    """A text that is "" where the stored JSON holds null: wagtail-localize cannot submit null (its issue 918)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # A browser would drop the end of a text that is too long, without a word.
        self.field.widget.attrs.pop("maxlength", None)

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


class AmountField(forms.DecimalField):
    """Takes groups of digits with spaces between them, and a decimal comma as well as a point."""

    widget = forms.TextInput({"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        text = "".join(value.split()).replace(",", ".") if isinstance(value, str) else value
        return super().to_python(text)


class AmountBlock(blocks.DecimalBlock):
    """A decimal number; in a draft, whatever was typed."""

    def __init__(self, **kwargs: Any) -> None:
        names = ("required", "help_text", "max_value", "min_value", "max_digits", "decimal_places")
        limits = {name: kwargs[name] for name in names if name in kwargs}
        super().__init__(**kwargs)
        self.field = AmountField(**limits)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except InvalidOperation:
            return value


class NameBlock(SameInEveryLanguage, CharBlock):
    """A proper name, identifier or amount that no translator changes."""


class LanguageTagBlock(NameBlock):
    """A language tag (BCP 47), for the lang attribute and for naming the language to readers."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("A language tag: fi, sv, en."))
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: str) -> str:
        tag: str = super().clean(value)
        if tag and not LANGUAGE_TAG.fullmatch(tag):
            raise ValidationError(_("Write the language as its tag: fi, sv, en."))
        return tag


class PersonChooserBlock(SameInEveryLanguage, SnippetChooserBlock):
    """Stored as the source's person; the API finds the version in the reader's language."""


class IllustratedBlock(blocks.StructBlock):
    """A block with pictures, each of which is described or marked as decorative; its text there is not read."""

    image_places: ClassVar[list[Place]] = []

    def clean(self, value: Values) -> Values:
        result: Values = super().clean(value)
        if errors := undescribed(self.image_places, result.__getitem__):
            raise refuse(**errors)
        return result


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


class ImageBlock(IllustratedBlock):
    image = ImageChooserBlock(label=_("Image"))
    decorative = blocks.BooleanBlock(label=DECORATIVE, required=False, help_text=DECORATIVE_HELP)
    alt_text = CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What the picture shows here, for those who do not see it. Empty: the image's own text is used."),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=500)

    image_places: ClassVar = [Place("image", "decorative", "alt_text")]

    class Meta:
        icon = "image"
        label = _("Image")


class QuoteBlock(IllustratedBlock):
    quote = blocks.TextBlock(label=_("Quote"), rows=3)
    speaker = CharBlock(label=_("Speaker"), required=False, max_length=255)
    role = CharBlock(label=_("Role"), required=False, max_length=255)
    portrait = ImageChooserBlock(label=_("Portrait"), required=False)
    portrait_decorative = blocks.BooleanBlock(
        label=_("The portrait is decorative"), required=False, help_text=DECORATIVE_HELP
    )

    image_places: ClassVar = [Place("portrait", "portrait_decorative")]

    class Meta:
        icon = "openquote"
        label = _("Quote")


class KeyFigureBlock(blocks.StructBlock):
    value = CharBlock(label=_("Figure"), max_length=40, help_text=NUMBER_HELP)
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
        if not result["source_url"]:
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
        if bool(result["page"]) == bool(result["href"]):
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
    lang = LanguageTagBlock(label=_("Language"))
    label = CharBlock(label=_("Name"), max_length=60)
    file = DocumentChooserBlock(label=_("WebVTT file"))

    unread: ClassVar = {"lang", "label"}

    class Meta:
        icon = "openquote"
        label = _("Captions")


class VideoBlock(IllustratedBlock):
    video_title = CharBlock(label=_("Title"), max_length=255)
    video_url = blocks.URLBlock(
        label=_("Web address"),
        help_text=_(
            "The video's page on YouTube or Vimeo, or what “Share” gives there. It starts where you share it from."
        ),
    )
    poster = ImageChooserBlock(label=_("Still picture"), required=False)
    poster_decorative = blocks.BooleanBlock(
        label=_("The still picture is decorative"), required=False, help_text=DECORATIVE_HELP
    )
    spoken_lang = LanguageTagBlock(label=_("Spoken language"), required=False)
    captions = blocks.ListBlock(CaptionTrackBlock(), label=_("Captions"), default=[])
    transcript = ParagraphBlock(label=_("Transcript"), required=False)

    image_places: ClassVar = [Place("poster", "poster_decorative")]
    unread: ClassVar = {"spoken_lang"}

    def clean(self, value: Values) -> Values:
        """Understand the address before it is asked whether it is one: an embed code is none, and names a video."""
        video = read_video(value["video_url"] or "")
        result: Values = super().clean({**value, "video_url": video.page} if video else value)
        if video is None:
            raise refuse(video_url=_not_a_video(result["video_url"]))
        return result

    class Meta:
        icon = "media"
        label = _("Video")


def _not_a_video(address: str) -> str:
    """What to do with an address that leads to no video that a page can show."""
    host = host_of(urlsplit(address))
    if service := SERVICES.get(host):
        return _(
            "This address on %(service)s leads to no single video. Open the video there and copy the address that"
            " “Share” gives."
        ) % {"service": service}
    return _("A video from %(host)s cannot be shown. Give the address of its page on YouTube or Vimeo.") % {
        "host": host
    }


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

    def value_from_form(self, value: Any) -> Any:
        try:
            return super().value_from_form(value)
        except json.JSONDecodeError:  # no table editor wrote this
            return None

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
