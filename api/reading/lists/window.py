"""The only home of which part of a list is asked for, with cursors that stay true while pages are published.

A cursor holds the place in the order (keyset pagination): the sort value and the translation key of the row it stands
at. See https://relay.dev/graphql/connections.htm.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self, TypeVar
from uuid import UUID

from api.client_errors import BadInputError
from api.reading import cursors
from api.reading.cursors import MalformedCursorError
from api.reading.sql import Sql
from api.reading.storable import storable

CAP = 100
DEFAULT_SIZE = 20
LARGEST = 2**63  # number that PostgreSQL compares with a bigint
TOO_FAR = timedelta(hours=16)  # from UTC, for PostgreSQL to take it for a time zone

Thing = TypeVar("Thing")


class PartInfo(NamedTuple):
    """Where a part of a list stands in the whole."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None

    @classmethod
    def of(cls, things: Sequence[Thing], cursor_of: Callable[[Thing], str], *, more: bool, before: bool) -> Self:
        """Of a part that has these: whether more follows, and whether something comes before."""
        ends = [cursor_of(things[place]) if things else None for place in (0, -1)]
        return cls(more, before, *ends)


def sized(name: str, size: int | None, default: int, cap: int) -> int:
    """How many are asked for by an argument. Raise BadInputError where it may not be so many."""
    if size is None:
        return default
    if not 0 <= size <= cap:
        raise BadInputError(f"`{name}` is {size}; it may be 0 to {cap}.")
    return size


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None or abs(offset) >= TOO_FAR or offset % timedelta(minutes=1):
        raise ValueError(text)
    return moment


def _whole_number(value: object) -> int:
    if type(value) is not int or abs(value) >= LARGEST:
        raise ValueError(value)
    return value


@dataclass(frozen=True)
class Order:
    """A total order of pages: by a column, and by translation key where that is equal."""

    name: str
    column: str
    parse: Callable[[Any], object]
    descending: bool = False


NEWEST = Order("newest", "listed_at", _aware, descending=True)
OLDEST = Order("oldest", "listed_at", _aware)
TITLE = Order("title", "sort_title", storable)
RELEVANCE = Order("relevance", "relevance", _whole_number, descending=True)  # of rows that a search found
ORDERS = {order.name: order for order in (NEWEST, OLDEST, TITLE, RELEVANCE)}


class Position(NamedTuple):
    """Where a page stands in a list: what a cursor holds."""

    id: int
    value: object  # of the order's column
    translation_key: UUID


@dataclass(frozen=True)
class Window:
    """Which part of a list is asked for. Hashable: siblings that ask for the same share the answer."""

    order: Order
    size: int
    backward: bool
    after: str | None
    before: str | None

    @classmethod
    def of(cls, order: Order, first: int | None, after: str | None, last: int | None, before: str | None) -> Self:
        """Raise BadInputError for what Relay's rules or the cap do not allow."""
        size = sized("last", last, sized("first", first, DEFAULT_SIZE, CAP), CAP)
        if first is not None and last is not None:
            raise BadInputError("Give `first` or `last`, not both.")
        window = cls(order, size, last is not None, after, before)
        for cursor in (after, before):
            if cursor is not None:
                window.position(cursor)
        return window

    def cursor(self, position: Position) -> str:
        value = position.value.isoformat() if isinstance(position.value, datetime) else position.value
        parts = [self.order.name, value, str(position.translation_key)]
        return cursors.written(json.dumps(parts, ensure_ascii=False))

    def position(self, cursor: str) -> tuple[object, str]:
        """The sort value and translation key of a cursor. Raise BadInputError where it is none of this order."""
        try:
            name, value, key = json.loads(cursors.read(cursor))
            order = ORDERS[name]
            position = order.parse(value), str(UUID(key))
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            raise MalformedCursorError from None
        if order != self.order:
            raise BadInputError(f"The cursor belongs to a list in the order `{name}`, not `{self.order.name}`.")
        return position

    def sql_order(self, row: str) -> str:
        """From the window's near end to its far end, in SQL on a table that is called `row`."""
        direction = "DESC" if self.order.descending != self.backward else "ASC"
        return f"{row}.{self.order.column} {direction}, {row}.translation_key {direction}"

    def between_cursors(self, row: str) -> Sql:
        """The condition on a row of a table that is called `row`."""
        conditions, params = ["TRUE"], dict[str, object]()
        forward, back = ("<", ">") if self.order.descending else (">", "<")
        for name, cursor, beyond in (("after", self.after, forward), ("before", self.before, back)):
            if cursor is not None:
                there = f"%({name}_value)s, %({name}_key)s::uuid"
                conditions.append(f"({row}.{self.order.column}, {row}.translation_key) {beyond} ({there})")
                params[f"{name}_value"], params[f"{name}_key"] = self.position(cursor)
        return Sql(" AND ".join(conditions), params)

    def page_info(self, things: Sequence[Thing], cursor_of: Callable[[Thing], str], *, more: bool) -> PartInfo:
        return PartInfo.of(
            things,
            cursor_of,
            more=self.before is not None or (more and not self.backward),
            before=self.after is not None or (more and self.backward),
        )
