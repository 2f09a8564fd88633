"""The only home of how the blocks of the demo's files become the stored form of a StreamField.

Every block and list item gets an id that follows from its place in its file: it is the same in every language and at
every loading, which is how a text and its translation find one another.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cms.demo.content import SPACES, Data, Entry

Raw = Any  # JSON
PAGE_LINK = re.compile(r'<a page="([^"]+)">')
BLOCK_TAGS = "p|ul|ol|li"


@dataclass(frozen=True)
class References:
    """The rows, by code, that texts and blocks refer to."""

    pages: dict[str, int]
    people: dict[str, int]
    organisations: dict[str, int]

    def html(self, html: str) -> str:
        """Rich text as Wagtail stores it: without the file's line breaks, linked to pages by their rows."""
        html = re.sub(rf"\s*(</?(?:{BLOCK_TAGS})>)\s*", r"\1", SPACES.sub(" ", html).strip())
        return PAGE_LINK.sub(lambda link: f'<a linktype="page" id="{self.pages[link[1]]}">', html)


@dataclass(frozen=True)
class Place:
    """Where in a file a block is."""

    entry: Entry
    path: tuple[str | int, ...]
    references: References

    @property
    def id(self) -> str:
        return str(self.entry.id(*self.path))

    def list(self, values: Iterable[Raw]) -> Raw:
        """The items of a ListBlock; without ids and types wagtail-localize would silently skip them."""
        places = (Place(self.entry, (*self.path, index), self.references) for index, _ in enumerate(values))
        return [{"type": "item", "id": place.id, "value": value} for place, value in zip(places, values, strict=True)]


def stream(entry: Entry, field: str, blocks: list[tuple[str, Any]], references: References) -> str:
    """The stored form of a StreamField from the types and values of its blocks."""
    places = [Place(entry, (field, index), references) for index in range(len(blocks))]
    return json.dumps(
        [
            {"type": name, "id": place.id, "value": BLOCKS.get(name, _as_it_is)(value, place)}
            for place, (name, value) in zip(places, blocks, strict=True)
        ]
    )


def body(entry: Entry, blocks: list[Data], references: References) -> str:
    return stream(entry, "body", [next(iter(block.items())) for block in blocks], references)


def _as_it_is(value: Raw, place: Place) -> Raw:
    return value


def _heading(value: Data, place: Place) -> Raw:
    return {"text": value["text"], "level": str(value["level"])}


def _html(value: str, place: Place) -> Raw:
    return place.references.html(value)


def _image(value: Data, place: Place) -> Raw:
    return {
        "image": value["image"],
        "decorative": value.get("decorative", False),
        "alt_text": value.get("alt", ""),
        "caption": value.get("caption", ""),
    }


def _key_figures(value: list[Data], place: Place) -> Raw:
    return {"figures": place.list(value)}


def _link(value: Data, place: Place) -> Raw:
    page = place.references.pages[value["page"]] if "page" in value else None
    return {"label": value["label"], "page": page, "href": value.get("url", "")}


def _menu_item(value: Data, place: Place) -> Raw:
    return {**_link(value, place), "children": place.list([_link(child, place) for child in value.get("children", [])])}


def _case_cards(value: Data, place: Place) -> Raw:
    return {
        "heading": value["heading"],
        "cases": place.list([place.references.pages[code] for code in value["cases"]]),
    }


def _video(value: Data, place: Place) -> Raw:
    return {
        "video_title": value["title"],
        "video_url": value["url"],
        "poster": None,
        "spoken_lang": value.get("spoken_lang", ""),
        "captions": [],
        "transcript": place.references.html(value["transcript"]),
    }


def _accordion(value: list[Data], place: Place) -> Raw:
    items = [{"summary": item["summary"], "details": place.references.html(item["details"])} for item in value]
    return {"items": place.list(items)}


def _contacts(value: list[str], place: Place) -> Raw:
    return {"people": place.list([place.references.people[code] for code in value])}


def _table(value: Data, place: Place) -> Raw:
    return {
        "data": [value["header"], *value["rows"]],
        "table_caption": value["caption"],
        "table_header_choice": "both" if value["row_headers"] else "row",
        "first_row_is_table_header": True,
        "first_col_is_header": value["row_headers"],
        "cell": [],
        "mergeCells": [],
    }


def _funding(value: Data, place: Place) -> Raw:
    return {"amount": None, "currency": "", **value}


BLOCKS: dict[str, Callable[[Any, Place], Raw]] = {
    "heading": _heading,
    "paragraph": _html,
    "image": _image,
    "key_figures": _key_figures,
    "call_to_action": _link,
    "case_cards": _case_cards,
    "video": _video,
    "accordion": _accordion,
    "contacts": _contacts,
    "table": _table,
    "funding": _funding,
    "item": _menu_item,
    "alert": _html,
}
