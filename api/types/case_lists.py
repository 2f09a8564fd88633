"""The only home of lists of cases in the schema: filter, order and connection."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.reading.lists.case_conditions import EVERY_CASE, Box, CaseConditions
from api.reading.lists.case_lists import CaseList, order_of
from api.reading.lists.facet_counts import FacetCounts
from api.reading.lists.window import Order
from api.types.case_facets import CaseFacets
from api.types.case_status import CaseStatus
from api.types.connections import PageConnection, PageEdge, described
from api.types.people import Sector
from api.types.search import CONDITION

if TYPE_CHECKING:
    from api.types.cases import CasePage

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


@described(node="The case.")
@strawberry.type(description="A case in a list.")
class CaseEdge(PageEdge[Annotated["CasePage", FOR_CASES]]):
    pass


@described(
    edges="The cases with their cursors.",
    nodes="The cases without cursors.",
    total_count="How many cases the whole list has.",
)
@strawberry.type(description="A part of a list of cases, by Relay's connection rules.")
class CaseConnection(PageConnection[CaseEdge, Annotated["CasePage", FOR_CASES]]):
    edge_type = CaseEdge
    facet_counts: strawberry.Private[FacetCounts]
    key: strawberry.Private[str] = ""  # of this list among those that are counted together

    @strawberry.field(description="What the whole list has to filter by.")
    def facets(self) -> CaseFacets:
        return CaseFacets(counts=self.facet_counts, key=self.key)


def conditions(wanted: CaseFilter | None) -> CaseConditions:
    """The filter as plain values: null is as if nothing was given."""
    if wanted is None:
        return EVERY_CASE
    return CaseConditions(
        priorities=tuple(wanted.priorities or ()),
        strategy_year=wanted.strategy_year,
        focus_areas=tuple(wanted.focus_areas or ()),
        goals=tuple(wanted.goals or ()),
        municipalities=tuple(wanted.municipalities or ()),
        sectors=tuple(sector.name for sector in wanted.sectors or ()),
        organisations=tuple(wanted.organisations or ()),
        status=tuple(status.name for status in wanted.status or ()),
        year=wanted.year,
        funding=tuple(wanted.funding or ()),
        within=Box(**vars(wanted.within)) if wanted.within else None,
        search=wanted.search,
    )


def order_in(order: CaseOrder | None, wanted: CaseConditions) -> Order:
    return order_of(order and order.name, wanted)


def case_connection(found: CaseList) -> CaseConnection:
    return CaseConnection(part=found.listing, facet_counts=found.facets, key=found.key)
