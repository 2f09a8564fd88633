"""The only home of connections by Relay's rules, with cursors that stay true while pages are published.

A cursor holds the place in the order (keyset pagination): the sort value and the translation key of the row it stands
at. See https://relay.dev/graphql/connections.htm.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import Q, QuerySet

from api.errors import BadInputError
from api.heads import heads
from api.references import References
from api.search import Search
from api.storable import storable
from cms.publishing.models import PublishedPage

CAP = 100
DEFAULT_SIZE = 20
LARGEST = 2**63  # number that PostgreSQL compares with a bigint

FirstArgument = Annotated[
    int | None,
    strawberry.argument(description="How many from the start, 0 to 100; 20 where neither first nor last is given."),
]
AfterArgument = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
LastArgument = Annotated[int | None, strawberry.argument(description="How many from the end, 0 to 100.")]
BeforeArgument = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor.")]


@strawberry.type(description="Where a part of a list stands in the whole.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more follows.")
    has_previous_page: bool = strawberry.field(description="Whether something comes before.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first edge; null where there is none.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last edge; null where there is none.")


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
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
        for name, size in (("first", first), ("last", last)):
            if size is not None and not 0 <= size <= CAP:
                raise BadInputError(f"`{name}` is {size}; it may be 0 to {CAP}.")
        if first is not None and last is not None:
            raise BadInputError("Give `first` or `last`, not both.")
        window = cls(
            order,
            DEFAULT_SIZE if first is None and last is None else (first or last or 0),
            last is not None,
            after,
            before,
        )
        for cursor in (after, before):
            if cursor is not None:
                window.place(cursor)
        return window

    def cursor(self, row: PublishedPage) -> str:
        value = getattr(row, self.order.column)
        place = [self.order.name, value.isoformat() if isinstance(value, datetime) else value, str(row.translation_key)]
        return urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode()

    def place(self, cursor: str) -> tuple[object, str]:
        """The sort value and translation key of a cursor. Raise BadInputError where it is none of this order."""
        try:
            name, value, key = json.loads(urlsafe_b64decode(cursor.encode()))
            order = ORDERS[name]
            place = order.parse(value), str(UUID(key))
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            raise BadInputError(
                "The cursor is malformed: use an edge's `cursor` or `pageInfo` of an earlier answer."
            ) from None
        if order != self.order:
            raise BadInputError(f"The cursor belongs to a list in the order `{name}`, not `{self.order.name}`.")
        return place

    def slice(self, rows: QuerySet[PublishedPage]) -> QuerySet[PublishedPage]:
        """The rows of this window and one more, from its near end to its far end."""
        return heads(self.sorted(self.between_cursors(rows)))[: self.size + 1]

    def between_cursors(self, rows: QuerySet[PublishedPage]) -> QuerySet[PublishedPage]:
        if self.after is not None:
            rows = rows.filter(self._beyond(self.after, descending=self.order.descending))
        if self.before is not None:
            rows = rows.filter(self._beyond(self.before, descending=not self.order.descending))
        return rows

    def sorted(self, rows: QuerySet[PublishedPage]) -> QuerySet[PublishedPage]:
        """From the window's near end to its far end."""
        sign = "-" if self.order.descending != self.backward else ""
        return rows.order_by(f"{sign}{self.order.column}", f"{sign}translation_key")

    def sql_order(self, row: str) -> str:
        """The same as `sorted`, in SQL on a table that is called `row`."""
        direction = "DESC" if self.order.descending != self.backward else "ASC"
        return f"{row}.{self.order.column} {direction}, {row}.translation_key {direction}"

    def _beyond(self, cursor: str, *, descending: bool) -> Q:
        value, key = self.place(cursor)
        comparison = "lt" if descending else "gt"
        column = self.order.column
        return Q(**{f"{column}__{comparison}": value}) | Q(**{column: value, f"translation_key__{comparison}": key})

    def page_info(self, rows: Sequence[PublishedPage], *, more: bool) -> PageInfo:
        return PageInfo(
            has_next_page=self.before is not None or (more and not self.backward),
            has_previous_page=self.after is not None or (more and self.backward),
            start_cursor=self.cursor(rows[0]) if rows else None,
            end_cursor=self.cursor(rows[-1]) if rows else None,
        )


class Listing:
    """The pages of one window of one list, fetched when they are first asked for."""

    def __init__(
        self,
        references: References,
        window: Window,
        fetch: Callable[[], list[Any]],
        count: Callable[[], int],
        search: Search | None = None,
    ) -> None:
        self.references = references
        self.window = window
        self._search = search
        self._fetch = fetch
        self._count = count

    @cached_property
    def _fetched(self) -> list[Any]:
        return self._fetch()

    @cached_property
    def pages(self) -> list[Any]:
        """The pages of the window, in the order of the list."""
        pages = self._fetched[: self.window.size]
        return self.references.counted(pages[::-1] if self.window.backward else pages)

    @property
    def places(self) -> list[tuple[str, Any]]:
        """The cursor of each page, and the page."""
        return [(self.window.cursor(page.row), page) for page in self.pages]

    def highlight(self, page: Any) -> str | None:
        return self._search.highlight(page) if self._search else None

    @property
    def page_info(self) -> PageInfo:
        return self.window.page_info([page.row for page in self.pages], more=len(self._fetched) > self.window.size)

    @cached_property
    def total_count(self) -> int:
        return self._count()
