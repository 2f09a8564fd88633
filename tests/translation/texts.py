"""The only home of telling the texts of a document from the rest, whatever wagtail-localize takes for a text."""

import re
from collections.abc import Iterator
from typing import Any

from tests.translation.translators import translated

# What is no text, by the last name in its path. Every other text of a document must be translated.
NO_TEXT = {
    "amount", "as_of", "code", "color", "contact_email", "currency", "date", "email", "end_date", "href", "id", "lang",
    "level", "phone", "project_code", "role", "sector", "source_url", "spoken_lang", "start_date",
    "status", "table_header_choice", "type", "url", "video_url", "website",
}  # fmt: skip
REFERENCE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{3}")  # a translation key or a municipality
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?|\d\d:\d\d(:\d\d.*)?")  # a date, a time, or both

Leaf = tuple[str, Any]


def leaves(value: Any, path: str = "") -> Iterator[Leaf]:
    """Everything in a document that holds nothing else, with its path; the path of a block's value has its type."""
    if isinstance(value, dict):
        for name, child in value.items():
            is_block_value = name == "value" and "type" in value
            yield from leaves(child, f"{path}.{value['type']}.{name}" if is_block_value else f"{path}.{name}")
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from leaves(child, f"{path}.{number}")
    else:
        yield path, value


def is_text(path: str, value: Any) -> bool:
    name = path.rpartition(".")[2]
    if not isinstance(value, str) or not value or REFERENCE.fullmatch(value) or MOMENT.fullmatch(value):
        return False
    return name not in NO_TEXT or (name == "role" and ".quote." in path)


def translated_leaves(document: Any, language: str) -> list[Leaf]:
    """What a document must hold that was translated from this one."""
    return [(path, translated(value, language) if is_text(path, value) else value) for path, value in leaves(document)]
