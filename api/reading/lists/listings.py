"""The only home of reading a part of a list, and of several lists of the same kind at once.

`find` asks the public index which pages stand in the window, in which order, and how many there are in all; `show`
reads those pages through the view of public pages, which shows nothing that is not. So an answer takes two statements,
however many lists there are.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import cached_property

from api.reading.lists.window import RELEVANCE, PartInfo, Position, Window
from api.reading.page import ReadPage, make_pages
from api.reading.references import References
from api.reading.searching.search import Search
from api.reading.sql import Sql, load, of_query, sql
from cms.publishing.public_index import IndexRows

# Whether a row `found` of the index has the value of a facet that a row `list` has. Written so, the terms' own index is
# not read, which would give more rows than a window needs.
OF_LIST = "'{facet}:' || list.key = ANY (found.terms)"
TOTAL = "SELECT '' AS key, count(*) AS number FROM found"
KEPT_TOTAL = "SELECT '' AS key, sum(number) AS number FROM ({kept}) AS kept"
EACH_ROW = "SELECT found.terms, 1 AS number FROM found"
TOTAL_OF_EACH = """
    SELECT list.key, sum(own.number) AS number
    FROM (SELECT unnest(counted.terms) AS term, counted.number FROM ({counted}) AS counted) AS own
    JOIN unnest(%(lists)s::text[]) AS list (key) ON own.term = {facet} || list.key
    GROUP BY list.key
"""
THESE = "publishing_publishedpage.id = ANY (%(ids)s)"

RowsWith = Callable[[tuple[str, ...]], Sql]  # the columns that are wanted


def found_by(search: Search, window: Window) -> "Listing":
    """The pages that a search finds."""
    wanted = Wanted(lambda columns: columns_of(search.rows, columns))
    return Listing(Lists(search.references, window, wanted), search=search)


def columns_of(rows: IndexRows, columns: Sequence[str], name: str = "row") -> Sql:
    """The SQL that reads these columns of rows in no order; its parameters are called `name`."""
    return of_query(rows.order_by().values(*columns), name)


@dataclass(frozen=True)
class Wanted:
    """One list, or several that are found together.

    `rows` gives the SQL of all that any of them has, with the columns that it is asked for. Several lists are those of
    the values `keys` of a facet. `kept` gives the numbers of all that they have, where these are kept.
    """

    rows: RowsWith
    keys: Sequence[str] = ("",)
    facet: str = ""
    kept: Callable[[], Sql | None] = lambda: None

    def totals(self) -> Sql:
        kept = self.kept()
        if self.facet:
            return sql(TOTAL_OF_EACH, counted=kept or Sql(EACH_ROW), facet=Sql(f"'{self.facet}:'"))
        return sql(KEPT_TOTAL, kept=kept) if kept else Sql(TOTAL)


class Found(NamedTuple):
    """How many a list has, and the positions in the window and one more, from its near end to its far end."""

    total: int
    positions: list[Position]


def find(wanted: Wanted, window: Window) -> dict[str, Found]:
    """What is in the window of each list: which pages, in which order, and of how many; one narrow statement."""
    column = window.order.column
    statement = load(
        "parts_of_lists",
        rows=wanted.rows(("page_id", "translation_key", column, *(["terms"] if wanted.facet else []))),
        materialized=Sql("MATERIALIZED" if window.order is RELEVANCE else "NOT MATERIALIZED"),
        lists=list(wanted.keys),
        totals=wanted.totals(),
        member=Sql(OF_LIST.format(facet=wanted.facet) if wanted.facet else "TRUE"),
        column=Sql(column),
        between=window.between_cursors("found"),
        order=Sql(window.sql_order("found")),
        most=window.size + 1,
        order_of_parts=Sql(window.sql_order("part")),
    )
    found: dict[str, Found] = {}
    for key, total, *position in statement.rows():
        positions = found.setdefault(key, Found(total, [])).positions
        if position[0] is not None:
            positions.append(Position(*position))
    return found


def show(references: References, ids: Collection[int]) -> dict[int, ReadPage]:
    """The pages of these rows, as the view of public pages has them now, by the rows' ids; another statement."""
    if not ids:
        return {}
    rows = references.read_cards(sql(THESE, ids=list(ids)))
    return {page.row.id: page for page in make_pages(rows, references)}


class Lists:
    """One window of one list, or of several. Nothing is read before it is asked for."""

    def __init__(self, references: References, window: Window, wanted: Wanted) -> None:
        self.references = references
        self.window = window
        self._wanted = wanted

    @cached_property
    def found(self) -> dict[str, Found]:
        return find(self._wanted, self.window)

    @cached_property
    def pages(self) -> dict[int, ReadPage]:
        """The pages in the windows of all lists, by their rows' ids."""
        size = self.window.size
        return show(
            self.references, {position.id for found in self.found.values() for position in found.positions[:size]}
        )


class Listing:
    """The part of one list that is asked for."""

    def __init__(self, lists: Lists, key: str = "", search: Search | None = None) -> None:
        self.window = lists.window
        self._lists = lists
        self._key = key
        self._search = search

    @cached_property
    def _positions(self) -> list[Position]:
        """In the order of the list."""
        positions = self._found.positions[: self.window.size]
        return positions[::-1] if self.window.backward else positions

    @cached_property
    def things(self) -> list[ReadPage]:
        pages = self._lists.pages
        # A page that was unpublished between the two statements is gone.
        return [pages[at.id] for at in self._positions if at.id in pages]

    def cursor_of(self, page: ReadPage) -> str:
        return self.window.cursor(self._position_of[page.row.id])

    @cached_property
    def _position_of(self) -> dict[int, Position]:
        return {at.id: at for at in self._positions}

    def highlight(self, page: ReadPage) -> str | None:
        return self._search.highlight(page) if self._search else None

    @property
    def page_info(self) -> PartInfo:
        more = len(self._found.positions) > self.window.size
        # A cursor tells where a page stands, so only those of pages that are shown are told.
        return self.window.page_info(self.things, self.cursor_of, more=more)

    @property
    def total_count(self) -> int:
        return self._found.total

    @property
    def _found(self) -> Found:
        return self._lists.found[self._key]
