"""The only home of lists of cases in the schema: filter, order and connection."""

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Annotated

import strawberry
from django.db.models import QuerySet

from api.reading.languages import Reader, best_versions
from api.reading.lists.case_filters import case_conditions
from api.reading.lists.facet_counts import FacetCounts
from api.reading.lists.filters import any_of
from api.reading.lists.listings import Find, Listing, Lists, Sql, columns_of
from api.reading.lists.window import NEWEST, ORDERS, RELEVANCE, Order, PageInfo, Window
from api.reading.references import References
from api.reading.searching.search import CONDITION, HIGHLIGHT, Search, is_search, search
from api.types.case_facets import CaseFacets
from api.types.case_status import CaseStatus
from api.types.page import Page
from api.types.people import Sector
from cms.publishing.models import PublishedPage

if TYPE_CHECKING:
    from api.types.cases import CasePage

CASES = "cases.casepage"
OF_PRIORITY = "found.facets -> 'priorities' @> to_jsonb(list.key)"
FOR_CASES = strawberry.lazy("api.types.cases")


@strawberry.enum(description="Newest and oldest go by first publication of the page in its original language.")
class CaseOrder(Enum):
    newest = strawberry.enum_value("newest", description="The latest first; without a search, where no order is given.")
    oldest = strawberry.enum_value("oldest", description="The earliest first.")
    title = strawberry.enum_value(
        "title", description="As the language of each title sorts: å, ä, ö last in fi and sv."
    )
    relevance = strawberry.enum_value(
        "relevance", description="What fits the search best first; where no order is given. Without a search, newest."
    )


@strawberry.input(description="A part of the map, its edges included (WGS 84). It may not cross the antimeridian.")
class BoundingBox:
    south: float = strawberry.field(description="Degrees north, -90 to 90.")
    west: float = strawberry.field(description="Degrees east, -180 to 180.")
    north: float = strawberry.field(description="Degrees north, -90 to 90; not less than `south`.")
    east: float = strawberry.field(description="Degrees east, -180 to 180; not less than `west`.")


@strawberry.input(
    description="All given conditions hold; inside one list any is enough; an empty list counts as not given."
)
class CaseFilter:
    priorities: list[str] | None = strawberry.field(default=None, description="PriorityPage.code")
    strategy_year: int | None = strawberry.field(
        default=None, description="Cases of any priority of the strategy covering this year."
    )
    focus_areas: list[str] | None = strawberry.field(default=None, description="FocusArea.code")
    goals: list[int] | None = strawberry.field(default=None, description="Goal.number")
    municipalities: list[str] | None = strawberry.field(
        default=None, description="Municipality.code; cases of the whole region always match."
    )
    sectors: list[Sector] | None = strawberry.field(
        default=None, description="Cases in which a published organisation of one of these sectors takes part."
    )
    organisations: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Organisation.translationKey; one that is not published finds nothing."
    )
    status: list[CaseStatus] | None = strawberry.field(default=None, description="How far the cases have come.")
    year: int | None = strawberry.field(
        default=None,
        description="Cases running in this year: begun by then and not ended before. Cases without a date never match.",
    )
    funding: list[str] | None = strawberry.field(
        default=None,
        description="FundingCount.programme: the programme's name in the language of the page that the reader gets, "
        "so a fallback has it in the fallback's language.",
    )
    within: BoundingBox | None = strawberry.field(
        default=None, description="Cases with at least one location in this box. Those without a location never match."
    )
    search: str | None = strawberry.field(default=None, description=CONDITION)


CaseFilterArgument = Annotated[CaseFilter | None, strawberry.argument(description="Which cases; all without it.")]
CaseOrderArgument = Annotated[
    CaseOrder | None, strawberry.argument(description="Without it relevance when searching, otherwise newest.")
]


@strawberry.type(description="A case in a list.")
class CaseEdge:
    cursor: str = strawberry.field(description="The place of this edge in the list, for `after` and `before`.")
    node: Annotated["CasePage", FOR_CASES] = strawberry.field(description="The case.")
    listing: strawberry.Private[Listing]

    @strawberry.field(description=HIGHLIGHT)
    def highlight(self) -> str | None:
        return self.listing.highlight(self.node)


@strawberry.type(description="A part of a list of cases, by Relay's connection rules.")
class CaseConnection:
    listing: strawberry.Private[Listing]
    facet_counts: strawberry.Private[FacetCounts]
    key: strawberry.Private[str] = ""  # of this list among those that are counted together

    @strawberry.field(description="The cases with their cursors.")
    def edges(self) -> list[CaseEdge]:
        return [CaseEdge(cursor=cursor, node=page, listing=self.listing) for cursor, page in self.listing.places]

    @strawberry.field(description="The cases without cursors.")
    def nodes(self) -> list[Annotated["CasePage", FOR_CASES]]:
        return self.listing.pages

    @strawberry.field(description="Where this part stands in the whole.")
    def page_info(self) -> PageInfo:
        return self.listing.page_info

    @strawberry.field(description="How many cases the whole list has.")
    def total_count(self) -> int:
        return self.listing.total_count

    @strawberry.field(description="What the whole list has to filter by.")
    def facets(self) -> CaseFacets:
        return CaseFacets(counts=self.facet_counts, key=self.key)


def case_order(order: CaseOrder | None, wanted: CaseFilter | None) -> Order:
    chosen = ORDERS[order.name] if order else RELEVANCE
    return NEWEST if chosen is RELEVANCE and not (wanted and is_search(wanted.search)) else chosen


def case_connection(
    references: References, wanted: CaseFilter | None, window: Window, *, fallback: bool = True
) -> CaseConnection:
    rows_of = partial(case_rows, references, fallback=fallback)
    return CaseConnection(
        listing=Listing(
            Lists(references, window, _finder(references, wanted, fallback=fallback)),
            search=case_search(references, wanted, fallback=fallback),
        ),
        facet_counts=FacetCounts(references, wanted, rows_of),
    )


def case_rows(references: References, wanted: CaseFilter | None, *, fallback: bool = True) -> QuerySet[PublishedPage]:
    """The cases that a filter lets through, in no order; those of a search with their relevance."""
    found = case_search(references, wanted, fallback=fallback)
    rows = found.rows if found else best_versions(references.reader, fallback=fallback).filter(type=CASES)
    return rows.filter(*case_conditions(references, wanted).values()) if wanted else rows


def case_search(references: References, wanted: CaseFilter | None, *, fallback: bool = True) -> Search | None:
    if wanted is None or not is_search(wanted.search):
        return None
    return search(references, wanted.search, [CASES], fallback=fallback)


def cases_of_priorities(priority: Page, wanted: CaseFilter | None, window: Window) -> CaseConnection:
    """The cases of one priority. Those of all priorities of the same list are found, counted and read together."""
    references = priority.references
    memo: dict[tuple[str, str, Window], CaseConnection] = references.memo.setdefault("cases_of_priorities", {})
    if (priority.key, repr(wanted), window) not in memo:
        keys = [page.key for page in priority.alike()]
        rows_of = partial(_case_rows_of_priorities, references, keys)
        find = _finder(references, wanted, tuple(keys))
        lists = Lists(references, window, find, keys, member=OF_PRIORITY, columns=["facets"])
        counts = FacetCounts(references, wanted, rows_of, keys)
        search = case_search(references, wanted)
        for key in keys:
            connection = CaseConnection(listing=Listing(lists, key, search), facet_counts=counts, key=key)
            memo[key, repr(wanted), window] = connection
    return memo[priority.key, repr(wanted), window]


def _case_rows_of_priorities(
    references: References, keys: Sequence[str], wanted: CaseFilter | None
) -> QuerySet[PublishedPage]:
    return case_rows(references, wanted).filter(any_of("priorities", keys))


def _finder(
    references: References, wanted: CaseFilter | None, priorities: tuple[str, ...] = (), *, fallback: bool = True
) -> Find:
    """What finds the cases that a filter lets through, of any of the priorities where some are given."""
    if wanted is None:
        return partial(_every_case, references.reader, tuple(references.reader.chain), priorities, fallback=fallback)

    def find(columns: tuple[str, ...]) -> Sql:
        rows = case_rows(references, wanted, fallback=fallback)
        return columns_of(rows.filter(any_of("priorities", priorities)) if priorities else rows, columns)

    return find


@lru_cache(maxsize=256)
def _every_case(
    reader: Reader, chain: tuple[str, ...], priorities: tuple[str, ...], columns: tuple[str, ...], *, fallback: bool
) -> Sql:
    """Kept, as Django takes longer to put it together than PostgreSQL to plan it; `chain` is what settings say."""
    rows = best_versions(reader, fallback=fallback).filter(type=CASES)
    return columns_of(rows.filter(any_of("priorities", priorities)) if priorities else rows, columns)
