"""The only home of reading a part of a list, and of several lists of the same kind at once.

One statement finds what belongs to the lists, counts it and says which pages stand in the window; and reads nothing
wide. Another reads those pages. So an answer takes two statements, however many lists there are.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from api.reading.lists.window import PartInfo, Position, Window
from api.reading.page import ReadPage, make_pages
from api.reading.references import References
from api.reading.rows.pages import read_pages
from api.reading.searching.search import Search
from api.reading.sql import Sql, load, of_query, sql
from cms.publishing.models import PublishedPage

THESE = "publishing_publishedpage.id = ANY (%(ids)s)"

Find = Callable[[tuple[str, ...]], Sql]


def found_by(search: Search, window: Window) -> "Listing":
    """The pages that a search finds."""
    lists = Lists(search.references, window, lambda columns: columns_of(search.rows, columns))
    return Listing(lists, search=search)


def columns_of(rows: QuerySet[PublishedPage], columns: Sequence[str]) -> Sql:
    """The SQL that reads these columns of rows in no order."""
    return of_query(rows.order_by().values(*columns), "row")


class Lists:
    """One window of one list, or of several. Nothing is read before it is asked for.

    `find` gives the SQL of all that any of the lists has, with the columns that it is asked for. `member` says, in SQL
    on a row `found` and a list's `list.key`, what belongs to that list; it reads the columns that `columns` names.
    """

    def __init__(  # noqa: PLR0913  # what a list is and which part of it is wanted
        self,
        references: References,
        window: Window,
        find: Find,
        keys: Sequence[str] = ("",),
        *,
        member: str = "TRUE",
        columns: Sequence[str] = (),
    ) -> None:
        self.references = references
        self.window = window
        self._find = find
        self._keys = keys
        self._member = member
        self._columns = columns

    @cached_property
    def totals(self) -> dict[str, int]:
        return {key: number for key, number, *_ in self._read}

    @cached_property
    def places(self) -> dict[str, list[Position]]:
        """Of each list the places in the window and one more, from its near end to its far end."""
        found: dict[str, list[Position]] = {key: [] for key in self._keys}
        for key, _, *place in self._read:
            if place[0] is not None:
                found[key].append(Position(*place))
        return found

    @cached_property
    def pages(self) -> dict[int, ReadPage]:
        """The pages in the windows of all lists, by their rows' ids."""
        ids = {place.id for places in self.places.values() for place in places[: self.window.size]}
        if not ids:
            return {}
        rows = read_pages(self.references.reader, sql(THESE, ids=list(ids)), heads=True)
        return {page.row.id: page for page in make_pages(rows, self.references)}

    @cached_property
    def _read(self) -> list[tuple[Any, ...]]:
        window, column = self.window, self.window.order.column
        return load(
            "parts_of_lists",
            rows=self._find(("id", "translation_key", column, *self._columns)),
            lists=list(self._keys),
            member=Sql(self._member),
            column=Sql(column),
            between=window.between_cursors("found"),
            order=Sql(window.sql_order("found")),
            most=window.size + 1,
            order_of_parts=Sql(window.sql_order("part")),
        ).rows()


class Listing:
    """The part of one list that is asked for."""

    def __init__(self, lists: Lists, key: str = "", search: Search | None = None) -> None:
        self.window = lists.window
        self._lists = lists
        self._key = key
        self._search = search

    @cached_property
    def _places(self) -> list[Position]:
        """In the order of the list."""
        places = self._lists.places[self._key][: self.window.size]
        return places[::-1] if self.window.backward else places

    @cached_property
    def pages(self) -> list[ReadPage]:
        """The pages of the window, in the order of the list."""
        return [page for _, page in self.places]

    @cached_property
    def places(self) -> list[tuple[str, ReadPage]]:
        """The cursor of each page, and the page."""
        pages = self._lists.pages
        # A page that was unpublished between the two statements is gone.
        return [(self.window.cursor(place), pages[place.id]) for place in self._places if place.id in pages]

    def highlight(self, page: ReadPage) -> str | None:
        return self._search.highlight(page) if self._search else None

    @property
    def page_info(self) -> PartInfo:
        more = len(self._lists.places[self._key]) > self.window.size
        return self.window.page_info(self._places, more=more)

    @property
    def total_count(self) -> int:
        return self._lists.totals[self._key]
