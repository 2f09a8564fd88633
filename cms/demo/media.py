"""The only home of the demo's pictures and downloads as rows.

They are put into the data of their entries: a picture's row as `image`, a download's as one for each language.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from zlib import crc32

from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from django.utils.text import slugify

from cms.demo.content import ORIGINAL, Content, Data, Entry
from cms.demo.documents import Item, pdf
from cms.demo.illustrations import draw
from cms.media.models import Document, Image

CREDIT = "Helsinki Smart Region"  # the brand, which is the same in every language, as the field is
LICENCE = "CC BY 4.0"
WIDEST = 1600
PARAGRAPH = re.compile(r"<(p|li)>(.*?)</\1>", re.DOTALL)
ANY_TAG = re.compile(r"<[^>]*>")


def images(content: Content) -> list[tuple[Entry, str, Data]]:
    """Every picture with its entry and its place in it."""
    return _found(content, "motif")


def downloads(content: Content) -> list[tuple[Entry, str, Data]]:
    return _found(content, "document")


def make_image(entry: Entry, place: str, data: Data, width: int) -> FieldFile:
    motif, height = data["motif"], width * 9 // 16
    alt = data.get("alt", {})
    drawn = draw(motif, crc32(f"{entry.code}/{place}".encode()), (width, height))
    image = Image(
        title=f"{entry.data['title'][ORIGINAL]} ({motif})",
        file=ContentFile(drawn, f"{entry.code}-{motif}.jpg"),
        default_alt={language: alt[language] for language in entry.languages if language in alt},
        credit=CREDIT,
        licence=LICENCE,
        focal_point_x=width // 2,
        focal_point_y=height * 11 // 20,
        focal_point_width=width // 2,
        focal_point_height=height * 3 // 5,
    )
    image.save()
    data["image"] = image.pk
    return image.file


def make_downloads(entry: Entry, download: Data) -> list[FieldFile]:
    """A file for each language of the page."""
    rows = {}
    for language in entry.languages:
        title = download["document"]["title"][language]
        file = ContentFile(pdf(title, leaflet(entry, download, language), language), f"{slugify(title)}.pdf")
        document = Document.objects.create(title=title, language=language, file=file)
        document.get_file_size()
        document.get_file_hash()
        rows[language] = document
    download["document"] = {language: document.pk for language, document in rows.items()}
    return [document.file for document in rows.values()]


def leaflet(entry: Entry, download: Data, language: str) -> list[str | Item]:
    """The download's own text; or the page in brief: its ingress, its key figures and what it opens with."""
    for key in ("text", "checklist"):
        if key in download["document"]:
            return _paragraphs(download["document"][key][language], boxes=key == "checklist")
    page = entry.in_language(language)
    figures = [
        Item(f"{figure['value']} {figure['unit']} {figure['caption']} ({figure['as_of'][:4]})")
        for figure in page.get("key_figures", [])
    ]
    opening = next((block["paragraph"] for block in page["body"] if "paragraph" in block), "")
    return [page["ingress"], *figures, *_paragraphs(opening)]


def _paragraphs(html: str, *, boxes: bool = False) -> list[str | Item]:
    return [
        Item(text, boxes) if tag == "li" else text
        for tag, inner in PARAGRAPH.findall(html)
        for text in [unescape(ANY_TAG.sub("", inner))]
    ]


def _found(content: Content, key: str) -> list[tuple[Entry, str, Data]]:
    return [(entry, place, data) for entry in content.pages() for place, data in _with_key(entry.data, key, "")]


def _with_key(value: Any, key: str, place: str) -> Iterator[tuple[str, Data]]:
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    if isinstance(value, dict) and key in value:
        yield place, value
    for name, item in items:
        yield from _with_key(item, key, f"{place}/{name}")
