"""The only home of lists of cases: those of a site, and those of each priority, found and counted together."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from django.db.models import QuerySet

from api.reading import page_types
from api.reading.known import Shelf
from api.reading.languages import Reader, best_versions
from api.reading.lists.case_conditions import EVERY_CASE, CaseConditions
from api.reading.lists.case_filters import q_of_each
from api.reading.lists.facet_counts import FacetCounts
from api.reading.lists.filters import any_of
from api.reading.lists.listings import Listing, Lists, RowsWith, Wanted, columns_of
from api.reading.lists.window import NEWEST, ORDERS, RELEVANCE, Order, Window
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.searching.search import Search, is_search, search
from api.reading.sql import Sql
from cms.publishing.models import PublishedPage

OF_PRIORITY = "found.facets -> 'priorities' @> to_jsonb(list.key)"


class CaseList(NamedTuple):
    listing: Listing
    facets: FacetCounts
    key: str = ""  # of this list among those that are counted together


_OF_PRIORITIES = Shelf[tuple[str, CaseConditions, Window], CaseList]()


def order_of(name: str | None, wanted: CaseConditions) -> Order:
    """The order of this name; relevance takes a search."""
    chosen = ORDERS[name] if name else RELEVANCE
    return NEWEST if chosen is RELEVANCE and not is_search(wanted.search) else chosen


def cases(references: References, wanted: CaseConditions, window: Window, *, fallback: bool = True) -> CaseList:
    rows_of = partial(case_rows, references, fallback=fallback)
    lists = Lists(references, window, Wanted(_rows_with(references, wanted, fallback=fallback)))
    found = _search(references, wanted, fallback=fallback)
    return CaseList(Listing(lists, search=found), FacetCounts(references, wanted, rows_of))


def cases_of_priority(priority: ReadPage, wanted: CaseConditions, window: Window) -> CaseList:
    """The cases of one priority. Those of all priorities of the same list are found, counted and read together."""
    references = priority.references
    known = _OF_PRIORITIES.of(references)
    if (priority.key, wanted, window) not in known:
        keys = [page.key for page in priority.alike()]
        rows_of = partial(_case_rows_of_priorities, references, keys)
        of_any = _rows_with(references, wanted, tuple(keys))
        lists = Lists(references, window, Wanted(of_any, keys, member=OF_PRIORITY, columns=["facets"]))
        counts = FacetCounts(references, wanted, rows_of, keys)
        found = _search(references, wanted)
        known.update({(key, wanted, window): CaseList(Listing(lists, key, found), counts, key) for key in keys})
    return known.existing([(priority.key, wanted, window)])[0]


def case_rows(references: References, wanted: CaseConditions, *, fallback: bool = True) -> QuerySet[PublishedPage]:
    """The cases that meet the conditions, in no order; those of a search with their relevance."""
    found = _search(references, wanted, fallback=fallback)
    among = found.rows if found else best_versions(references.reader, fallback=fallback).filter(type=page_types.CASE)
    return among.filter(*q_of_each(references, wanted).values())


def _search(references: References, wanted: CaseConditions, *, fallback: bool = True) -> Search | None:
    if not is_search(wanted.search):
        return None
    return search(references, wanted.search, [page_types.CASE], fallback=fallback)


def _case_rows_of_priorities(
    references: References, keys: Sequence[str], wanted: CaseConditions
) -> QuerySet[PublishedPage]:
    return case_rows(references, wanted).filter(any_of("priorities", keys))


def _rows_with(
    references: References, wanted: CaseConditions, priorities: tuple[str, ...] = (), *, fallback: bool = True
) -> RowsWith:
    """The cases that meet the conditions, of any of the priorities where some are given."""
    if wanted == EVERY_CASE:
        reader = references.reader
        return partial(_every_case, reader, tuple(reader.chain), priorities, fallback=fallback)

    def rows_with(columns: tuple[str, ...]) -> Sql:
        rows = case_rows(references, wanted, fallback=fallback)
        return columns_of(rows.filter(any_of("priorities", priorities)) if priorities else rows, columns)

    return rows_with


@lru_cache(maxsize=256)
def _every_case(
    reader: Reader, chain: tuple[str, ...], priorities: tuple[str, ...], columns: tuple[str, ...], *, fallback: bool
) -> Sql:
    """Kept, as Django takes longer to put it together than PostgreSQL to plan it; `chain` is what settings say."""
    rows = best_versions(reader, fallback=fallback).filter(type=page_types.CASE)
    return columns_of(rows.filter(any_of("priorities", priorities)) if priorities else rows, columns)
