"""The only home of lists of cases: those of a site, and those of each priority, found and counted together."""

from functools import partial
from typing import NamedTuple

from api.reading.known import Shelf
from api.reading.lists.among_cases import Cases
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.facet_counts import FacetCounts
from api.reading.lists.listings import Listing, Lists, Wanted
from api.reading.lists.window import NEWEST, ORDERS, RELEVANCE, Order, Window
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.searching.search import is_search


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
    return CaseList(Listing(lists, search=among.search), FacetCounts(among))


def cases_of_priority(priority: ReadPage, wanted: CaseConditions, window: Window) -> CaseList:
    """The cases of one priority. Those of all priorities of the same list are found, counted and read together."""
    references = priority.references
    known = _OF_PRIORITIES.of(references)
    if (priority.key, wanted, window) not in known:
        keys = tuple(page.key for page in priority.alike())
        among = Cases(references, wanted)
        wanted_of_each = Wanted(among.columns, keys, facet="priorities", kept=partial(among.numbers, "priorities"))
        lists = Lists(references, window, wanted_of_each)
        facets = FacetCounts(among, keys)
        found = {key: CaseList(Listing(lists, key, among.search), facets, key) for key in keys}
        known.put({(key, wanted, window): one for key, one in found.items()})
    return known.existing([(priority.key, wanted, window)])[0]
