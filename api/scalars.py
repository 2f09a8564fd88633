"""The only home of the schema's own scalars."""

from typing import Any, NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from cms.partial_date import is_partial_date

PartialDate = NewType("PartialDate", str)
RichTextDocument = NewType("RichTextDocument", dict[str, Any])
JSON = NewType("JSON", dict[str, Any])


def as_partial_date(written: str) -> PartialDate | None:
    """The date that is stored as text; in a draft it may be anything."""
    return PartialDate(written) if is_partial_date(written) else None


SCALARS: dict[object, ScalarDefinition] = {
    PartialDate: strawberry.scalar(
        name="PartialDate",
        description="Known to the year, the month or the day, written as ISO 8601 does: 2024, 2024-05 or 2024-05-17.",
        serialize=str,
        parse_value=str,
    ),
    RichTextDocument: strawberry.scalar(
        name="RichTextDocument",
        description=(
            "A tree of nodes `{type, children}`. Types: document, paragraph, bulletedList, numberedList, listItem, "
            "lineBreak, link (`href`, and `translationKey` where it leads to a page of the site) and text (`text`, "
            "`bold`, `italic`)."
        ),
        serialize=lambda value: value,
        parse_value=lambda value: value,
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="A JSON object whose names schema.org defines, not this schema.",
        serialize=lambda value: value,
        parse_value=lambda value: value,
    ),
}
