"""The only home of lists of cases: those of a site, and those of each priority, found and counted together."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace
from functools import lru_cache, partial
from typing import NamedTuple

from django.db.models import Q

from api.reading import page_types
from api.reading.known import Shelf
from api.reading.languages import Reader, best_versions
from api.reading.lists.case_conditions import EVERY_CASE, CaseConditions
from api.reading.lists.case_filters import facet_of, q_of_each
from api.reading.lists.facet_counts import FacetCounts
from api.reading.lists.kept_counts import counts
from api.reading.lists.listings import Listing, Lists, Wanted, columns_of
from api.reading.lists.window import NEWEST, ORDERS, RELEVANCE, Order, Window
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.searching.search import Search, is_search, search
from api.reading.sql import Sql
from cms.publishing.public_index import IndexRows


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
    among = Cases(references, wanted, fallback=fallback)
    lists = Lists(references, window, Wanted(among.columns, kept=among.numbers))
    facets = FacetCounts(references, wanted, among.rows_under, among.kept)
    return CaseList(Listing(lists, search=among.search), facets)


def cases_of_priority(priority: ReadPage, wanted: CaseConditions, window: Window) -> CaseList:
    """The cases of one priority. Those of all priorities of the same list are found, counted and read together."""
    references = priority.references
    known = _OF_PRIORITIES.of(references)
    if (priority.key, wanted, window) not in known:
        keys = tuple(page.key for page in priority.alike())
        among = Cases(references, wanted)
        wanted_of_each = Wanted(among.columns, keys, facet="priorities", kept=partial(among.numbers, "priorities"))
        lists = Lists(references, window, wanted_of_each)
        facets = FacetCounts(references, wanted, among.rows_under, among.kept, keys)
        found = {key: CaseList(Listing(lists, key, among.search), facets, key) for key in keys}
        known.put({(key, wanted, window): one for key, one in found.items()})
    return known.existing([(priority.key, wanted, window)])[0]


@dataclass(frozen=True)
class Cases:
    """The cases that meet the conditions."""

    references: References
    wanted: CaseConditions
    _: KW_ONLY
    fallback: bool = True

    @property
    def search(self) -> Search | None:
        """Raise BadInputError where the text is too long."""
        if not is_search(self.wanted.search):
            return None
        return search(self.references, self.wanted.search, [page_types.CASE], fallback=self.fallback)

    def rows(self) -> IndexRows:
        """In no order; those of a search with their relevance."""
        found = self.search
        among = found.rows if found else _every_case(self.references.reader, fallback=self.fallback)
        return among.filter(*q_of_each(self.references, self.wanted).values())

    def rows_under(self, wanted: CaseConditions) -> IndexRows:
        """The same under other conditions."""
        return replace(self, wanted=wanted).rows()

    def columns(self, names: tuple[str, ...]) -> Sql:
        """The SQL that reads these columns of the rows."""
        if self.wanted != EVERY_CASE:
            return columns_of(self.rows(), names)
        return _columns_of_every_case(self.references.reader, names, fallback=self.fallback)

    def numbers(self, *facets: str) -> Sql | None:
        """How many have each set of terms of a facet, if that is kept: where all conditions are on that facet alone.

        Without a facet, the numbers of any: all together are how many there are.
        """
        if is_search(self.wanted.search):
            return None
        given = q_of_each(self.references, self.wanted)
        facet = facet_of([*given, *facets])
        return None if facet is None else self.kept([facet], *given.values())

    def kept(self, facets: Sequence[str], *conditions: Q) -> Sql:
        """The numbers of every case that meets conditions on these facets."""
        return counts(self.references.reader, page_types.CASE, facets, *conditions, fallback=self.fallback)


def _every_case(reader: Reader, *, fallback: bool) -> IndexRows:
    return best_versions(reader, fallback=fallback).filter(type=page_types.CASE)


@lru_cache(maxsize=256)
def _columns_of_every_case(reader: Reader, names: tuple[str, ...], *, fallback: bool) -> Sql:
    """Kept, as Django takes longer to put it together than PostgreSQL to plan it."""
    return columns_of(_every_case(reader, fallback=fallback), names)
