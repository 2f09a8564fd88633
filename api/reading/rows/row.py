"""The only home of a page's row as answers read it: what both views tell of a page, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

import orjson

from cms.publishing.mentions import Kinds

MOMENTS = ("first_published_at", "last_published_at", "listed_at")


@dataclass(eq=False, slots=True)
class Row:
    id: int
    translation_key: str
    type: str
    locale: str
    origin: str
    path: str
    taken_in: list[str]
    slug: str
    parent_key: str | None
    ancestor_keys: list[str]
    first_published_at: datetime | None  # both only of what was published: a preview's row may lack them
    last_published_at: datetime | None
    listed_at: datetime
    noindex: bool
    title: str
    document: dict[str, Any]
    mentions: Mapping[str, Any]
    facets: Mapping[str, Any]
    images: Sequence[str] = ()  # those of the head, where they came along with the row
    is_head: bool = False  # the document's body has not been read

    @classmethod
    def of_columns(cls, columns: Mapping[str, Any], **others: Any) -> Self:
        """The row of columns that came as JSON; it may have more of them."""
        moments = {name: columns[name] and datetime.fromisoformat(columns[name]) for name in MOMENTS}
        return cls(**{**{name: columns[name] for name in COLUMNS}, **moments}, **others)

    @classmethod
    def of_text(cls, text: str, **others: Any) -> Self:
        """The row of a JSON array of its columns."""
        return cls.of_values(orjson.loads(text), **others)

    @classmethod
    def of_values(cls, values: Iterable[Any], **others: Any) -> Self:
        """The row of its columns, and of its pictures where these follow."""
        row = cls(*values, **others)
        for name in MOMENTS:
            if written := getattr(row, name):
                setattr(row, name, datetime.fromisoformat(written))
        return row

    def parts_read(self) -> list[Kinds]:
        """What the document mentions, in as much of it as has been read: the head, and then the body."""
        parts = ["head"] if self.is_head else ["head", "body"]
        return [self.mentions.get(part, {}) for part in parts]


COLUMNS = tuple(field.name for field in fields(Row) if field.name not in {"images", "is_head"})
