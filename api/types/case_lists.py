"""The only home of lists of cases in the schema: filter, order and connection."""

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Annotated, cast

import strawberry
from django.db.models import Count, F, Func, Q, QuerySet, TextField

from api.few_of_each import is_among_few_of_each
from api.filters import any_of, keys_of_priorities
from api.locales import best_versions, visible
from api.pagination import NEWEST, ORDERS, RELEVANCE, Listing, Order, PageInfo, Window
from api.references import References
from api.search import CONDITION, HIGHLIGHT, Search, is_search, search
from api.types.page import Page, make_pages
from cms.publishing.models import PublishedPage

if TYPE_CHECKING:
    from api.types.cases import CasePage

CASES = "cases.casepage"
FOR_CASES = strawberry.lazy("api.types.cases")


@strawberry.enum(description="How far a case has come.")
class CaseStatus(Enum):
    planned = strawberry.enum_value("planned", description="It has not begun.")
    ongoing = strawberry.enum_value("ongoing", description="It is under way.")
    completed = strawberry.enum_value("completed", description="It has ended as planned.")
    cancelled = strawberry.enum_value("cancelled", description="It was given up.")


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


@strawberry.input(
    description="All given conditions hold; inside one list any is enough; an empty list counts as not given."
)
class CaseFilter:
    priorities: list[str] | None = strawberry.field(default=None, description="PriorityPage.code")
    focus_areas: list[str] | None = strawberry.field(default=None, description="FocusArea.code")
    goals: list[int] | None = strawberry.field(default=None, description="Goal.number")
    municipalities: list[str] | None = strawberry.field(
        default=None, description="Municipality.code; cases of the whole region always match."
    )
    status: list[CaseStatus] | None = strawberry.field(default=None, description="How far the cases have come.")
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


def case_order(order: CaseOrder | None, wanted: CaseFilter | None) -> Order:
    chosen = ORDERS[order.name] if order else RELEVANCE
    return NEWEST if chosen is RELEVANCE and not (wanted and is_search(wanted.search)) else chosen


def case_connection(
    references: References, wanted: CaseFilter | None, window: Window, *, fallback: bool = True
) -> CaseConnection:
    rows = case_rows(references, wanted, fallback=fallback)
    found = case_search(references, wanted, fallback=fallback)
    return CaseConnection(
        listing=Listing(references, window, lambda: make_pages(window.slice(rows), references), rows.count, found)
    )


def case_rows(references: References, wanted: CaseFilter | None, *, fallback: bool = True) -> QuerySet[PublishedPage]:
    """The cases that a filter lets through; those of a search with their relevance."""
    found = case_search(references, wanted, fallback=fallback)
    rows = found.rows if found else best_versions(references.reader, fallback=fallback)
    return rows.filter(case_condition(references, wanted))


def case_search(references: References, wanted: CaseFilter | None, *, fallback: bool = True) -> Search | None:
    if wanted is None or not is_search(wanted.search):
        return None
    return search(references, wanted.search, [CASES], fallback=fallback)


def case_condition(references: References, wanted: CaseFilter | None) -> Q:
    """All conditions but the search."""
    condition = Q(type=CASES)
    if wanted is None:
        return condition
    if wanted.priorities:
        condition &= any_of("priorities", keys_of_priorities(references, wanted.priorities))
    if wanted.focus_areas:
        condition &= any_of("focus_areas", wanted.focus_areas)
    if wanted.goals:
        condition &= any_of("goals", wanted.goals)
    if wanted.municipalities:
        condition &= any_of("municipalities", wanted.municipalities) | Q(facets__municipalities=[])
    if wanted.status:
        condition &= any_of("status", [status.name for status in wanted.status])
    return condition


def cases_of_priorities(priority: Page, wanted: CaseFilter | None, window: Window) -> CaseConnection:
    """The cases of one priority. Those of all priorities of the same list are fetched together."""
    references = priority.references
    memo: dict[tuple[str, str, Window], Listing] = references.memo.setdefault("cases_of_priorities", {})
    if (priority.key, repr(wanted), window) not in memo:
        together = CasesOfPriorities([page.key for page in priority.alike()], wanted, window, references)
        for page in priority.alike():
            memo[page.key, repr(wanted), window] = together.listing(page.key)
    return CaseConnection(listing=memo[priority.key, repr(wanted), window])


class CasesOfPriorities:
    """One window of the cases of each of several priorities: one statement for all lists, one for all counts."""

    def __init__(self, keys: list[str], wanted: CaseFilter | None, window: Window, references: References) -> None:
        self.keys = keys
        self.window = window
        self.references = references
        self.rows = case_rows(references, wanted)
        self.search = case_search(references, wanted)
        self._pages: dict[str, list[Page]] | None = None
        self._counts: dict[str, int] | None = None

    def listing(self, key: str) -> Listing:
        return Listing(
            self.references, self.window, lambda: self.pages()[key], lambda: self.counts().get(key, 0), self.search
        )

    def pages(self) -> dict[str, list[Page]]:
        if self._pages is None:
            among_few = is_among_few_of_each(
                [{"key": key} for key in self.keys],
                self.window.between_cursors(self.rows),
                where="candidate.facets -> 'priorities' @> to_jsonb(thing.key)",
                order=self.window.sql_order("candidate"),
                most=self.window.size + 1,
            )
            rows = visible(self.references.reader)
            rows = self.search.ranked(rows) if self.search else rows
            pages = make_pages(self.window.sorted(rows.filter(among_few)), self.references)
            # A case that one priority's window ends before may be there for another.
            self._pages = {
                key: [page for page in pages if key in page.row.facets["priorities"]][: self.window.size + 1]
                for key in self.keys
            }
        return self._pages

    def counts(self) -> dict[str, int]:
        if self._counts is None:
            priority = Func(F("facets__priorities"), function="jsonb_array_elements_text", output_field=TextField())
            rows = self.rows.values_list(priority).annotate(Count("id", distinct=True))
            self._counts = dict(cast("Iterable[tuple[str, int]]", rows))
        return self._counts
