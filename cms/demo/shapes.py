"""The only home of how a value in a file is checked: its shape, and what each kind of value may be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import slugify

from cms.demo.content import ContentError, Entry, is_text

TAG = re.compile(r"<(/?\w+)([^>]*)>")
TAGS = {"p", "b", "i", "a", "ul", "ol", "li"}
STRUCTURE = {"p", "ul", "ol", "li", "a"}
LINK = re.compile(r' (?:page="(?P<page>[a-z0-9-]+)"|href="https?://[^"]+")')


@dataclass(frozen=True)
class Place:
    """A key of a file, and what may be referred to from there."""

    entry: Entry
    codes: Mapping[str, frozenset[object]]
    key: str = ""

    def inside(self, part: str) -> "Place":
        return Place(self.entry, self.codes, f"{self.key}{part}".removeprefix("."))

    def error(self, message: str) -> ContentError:
        return self.entry.error(self.key, message)


# A function that checks a value; a list of one shape; or keys with their shapes, those that may be absent with a "?".
Check = Callable[[Place, Any], None]
Shape = Check | list[Any] | dict[str, Any]


def check(place: Place, value: Any, shape: Shape) -> None:
    """Raise ContentError where `value` is not of the shape."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            raise place.error("must be a list.")
        for index, item in enumerate(value):
            check(place.inside(f"[{index}]"), item, shape[0])
    elif isinstance(shape, dict):
        _check_keys(place, value, {key.removesuffix("?"): inner for key, inner in shape.items()})
        for key in shape:
            if not key.endswith("?") and key not in value:
                raise place.inside(f".{key}").error("is missing.")
    else:
        shape(place, value)


def _check_keys(place: Place, value: Any, shapes: dict[str, Shape]) -> None:
    if not isinstance(value, dict):
        raise place.error("must be a mapping of keys.")
    for key, item in value.items():
        if key not in shapes:
            raise place.inside(f".{key}").error(f"is not known here. Known are {', '.join(sorted(shapes))}.")
        check(place.inside(f".{key}"), item, shapes[key])


def plain(place: Place, value: Any) -> None:
    if not isinstance(value, str):
        raise place.error("must be a text in quotation marks, the same in every language.")


def number(place: Place, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise place.error("must be a number.")


def amount(place: Place, value: Any) -> None:
    if value is not None and not (isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)):
        raise place.error("must be a number in quotation marks, or nothing.")


def flag(place: Place, value: Any) -> None:
    if not isinstance(value, bool):
        raise place.error("must be true or false.")


def day(place: Place, value: Any) -> None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        raise place.error('must be a day in quotation marks: "2024-05-17".') from None


def partial_day(place: Place, value: Any) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        raise place.error('must be a year, month or day in quotation marks: "2024-05".')


def text(place: Place, value: Any) -> None:
    """A text in every language of its page."""
    if not is_text(value):
        raise place.error("must hold a text for each language.")
    for language in place.entry.languages:
        if not isinstance(value.get(language), str) or not value[language].strip():
            raise place.inside(f".{language}").error("the text is missing.")


def text_or_name(place: Place, value: Any) -> None:
    """A text in every language, or one for all of them."""
    (plain if isinstance(value, str) else text)(place, value)


def slug(place: Place, value: Any) -> None:
    text(place, value)
    for language in place.entry.languages:
        if value[language] != slugify(value[language]):
            raise place.inside(f".{language}").error("must be of small letters a–z, digits and hyphens.")


def html(place: Place, value: Any) -> None:
    """Rich text with the same structure and links in every language."""
    text(place, value)
    structures = {}
    for language in place.entry.languages:
        tags = TAG.findall(value[language])
        for name, attributes in tags:
            link = LINK.fullmatch(attributes) if name == "a" else None
            if name.removeprefix("/") not in TAGS or bool(attributes) != bool(link) or (name == "a" and not link):
                raise place.inside(f".{language}").error(f"<{name}{attributes}> is not allowed.")
            if link and link["page"]:
                code("all pages")(place.inside(f".{language}"), link["page"])
        structures[language] = [tag for tag in tags if tag[0].removeprefix("/") in STRUCTURE]
        if structures[language] != structures[place.entry.languages[0]]:
            raise place.inside(f".{language}").error(
                f"has other paragraphs, list items or links than {place.entry.languages[0]}."
            )


def one_of(*choices: str) -> Check:
    def check_choice(place: Place, value: Any) -> None:
        if value not in choices:
            raise place.error(f"“{value}” is none of {', '.join(choices)}.")

    return check_choice


def code(kind: str) -> Check:
    def check_code(place: Place, value: Any) -> None:
        if value not in place.codes[kind]:
            raise place.error(f"there is no “{value}” among {kind}.")

    return check_code
