"""The only home of what a document mentions: pages, people, organisations, pictures, files, goals, municipalities."""

from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]

PICKS = {"related": ("case", "article"), "featured_cases": ("case",)}  # rows that name a page, and by which field


def picked_keys(document: Document, rows_name: str) -> list[str]:
    """The pages that an editor picked in rows of the document, in the editor's order."""
    rows = document.get(rows_name, [])
    return [row[name] for row in rows for name in PICKS[rows_name] if row.get(name)]


def card_keys(document: Document) -> Iterator[str | None]:
    """The cases shown as cards in the body."""
    for block in document.get("body", []):
        if block["type"] == "case_cards":
            yield from block["value"]["cases"]


def page_keys(document: Document) -> Iterator[str | None]:
    """Every page that is shown on this one, as a card or a pick."""
    yield from card_keys(document)
    for rows_name in PICKS:
        yield from picked_keys(document, rows_name)


def link_keys(document: Document) -> set[str]:
    """The pages that texts and buttons anywhere in the document link to."""
    found: set[str] = set()

    def visit(value: Any) -> None:
        if isinstance(value, dict):
            if value.get("type") in ("link", "call_to_action"):
                target = value["page"] if "page" in value else (value.get("value") or {}).get("page")
                if isinstance(target, str):
                    found.add(target)
            for child in value.values():
                visit(child)
        elif isinstance(value, list):
            for child in value:
                visit(child)

    visit(document)
    return found


def person_keys(document: Document) -> Iterator[str | None]:
    """Everyone whom the document names, in its contacts and in the blocks of its body."""
    yield from (row["person"] for row in document.get("contacts", []))
    for block in document.get("body", []):
        if block["type"] == "contacts":
            yield from block["value"]["people"]


def organisation_keys(document: Document) -> Iterator[str | None]:
    yield from (row["organisation"] for row in document.get("partners", []))


def image_ids(document: Document) -> Iterator[int | None]:
    """The pictures in the body."""
    for block in document.get("body", []):
        for name in ("image", "portrait", "poster"):
            if isinstance(block["value"], dict):
                yield block["value"].get(name)


def file_ids(document: Document) -> Iterator[int | None]:
    """The files in the body."""
    for block in document.get("body", []):
        if block["type"] == "download":
            yield block["value"]["document"]
        elif block["type"] == "video":
            yield from (track["file"] for track in block["value"]["captions"])


def goal_numbers(document: Document) -> Iterator[int]:
    yield from (row["goal"] for row in document.get("goals", []) if row["goal"])


def municipality_codes(document: Document) -> Iterator[str]:
    yield from (row["municipality"] for row in document.get("municipalities", []) if row["municipality"])
