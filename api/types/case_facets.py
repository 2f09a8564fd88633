"""The only home of facets in the schema: what a list of cases has of each kind, to offer it as a filter."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from api.reading.lists import catalogue
from api.reading.lists.facet_counts import MOST, FacetCounts
from api.types.case_status import CaseStatus
from api.types.page import make_page
from api.types.people import Organisation, Sector
from api.types.reference_data import Goal, Municipality, make_goal, make_municipality
from cms.publishing.collation import sort_key

if TYPE_CHECKING:
    from api.types.home import PriorityPage

FOR_HOME = strawberry.lazy("api.types.home")
COUNT = "How many cases the list has with this value set as the facet's filter, instead of what is set."


@strawberry.type(description="How many cases a priority has.")
class PriorityCount:
    priority: Annotated["PriorityPage", FOR_HOME] = strawberry.field(description="The priority.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases a goal has.")
class GoalCount:
    goal: Goal = strawberry.field(description="The goal.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases a municipality has: its own and those of the whole region.")
class MunicipalityCount:
    municipality: Municipality = strawberry.field(description="The municipality.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases have come this far.")
class StatusCount:
    status: CaseStatus = strawberry.field(description="How far they have come.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases run in a year. A case without an end runs on.")
class YearCount:
    year: int = strawberry.field(description="The year.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases have an organisation of a sector.")
class SectorCount:
    sector: Sector = strawberry.field(description="The sector.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases an organisation takes part in.")
class OrganisationCount:
    organisation: Organisation = strawberry.field(description="The organisation.")
    count: int = strawberry.field(description=COUNT)


@strawberry.type(description="How many cases a programme funds.")
class FundingCount:
    programme: str = strawberry.field(
        description="The programme's name in the language of the page; filters take it as it is."
    )
    count: int = strawberry.field(description=COUNT)


@strawberry.type(
    description="What the cases of the whole list have, each facet counted as if its own filter were not set. Only "
    "what has at least one case."
)
class CaseFacets:
    counts: strawberry.Private[FacetCounts]
    key: strawberry.Private[str]  # of the list

    @strawberry.field(description="Those published, in the editor's order.")
    def priorities(self) -> list[PriorityCount]:
        counts = self._counts("priorities")
        found = [page for page in catalogue.priorities(self.counts.references) if page.key in counts]
        return [PriorityCount(priority=make_page(page), count=counts[page.key]) for page in found]

    @strawberry.field(description="By number.")
    def goals(self) -> list[GoalCount]:
        self.counts.load_named()
        counts = self._counts("goals")
        goals = self.counts.references.goals.existing(sorted(map(int, counts)))
        return [
            GoalCount(goal=make_goal(goal, self.counts.references.reader), count=counts[str(goal.number)])
            for goal in goals
        ]

    @strawberry.field(description="By name as the language sorts. With a case of the whole region, all 26.")
    def municipalities(self) -> list[MunicipalityCount]:
        self.counts.load_named()
        counts, reader = self._counts("municipalities"), self.counts.references.reader
        found = self.counts.references.municipalities.existing(counts)
        made = [make_municipality(municipality, reader) for municipality in found]
        made.sort(key=lambda municipality: sort_key(municipality.name, reader.locale))
        return [MunicipalityCount(municipality=one, count=counts[one.code]) for one in made]

    @strawberry.field(description="From planned to cancelled.")
    def status(self) -> list[StatusCount]:
        counts = self._counts("status")
        return [StatusCount(status=status, count=counts[status.name]) for status in CaseStatus if status.name in counts]

    @strawberry.field(
        description="The latest first; at most 100. Cases without an end are listed up to the current year, and count "
        "in any later year that another case is listed in."
    )
    def years(self) -> list[YearCount]:
        counts = self._counts("years")
        years = sorted(map(int, counts), reverse=True)[:MOST]
        return [YearCount(year=year, count=counts[str(year)]) for year in years]

    @strawberry.field(description="In the order of the helix: company, public, research, civic.")
    def sectors(self) -> list[SectorCount]:
        counts = self._counts("sectors")
        return [SectorCount(sector=sector, count=counts[sector.name]) for sector in Sector if sector.name in counts]

    @strawberry.field(description="Those published, by count and then by name as the language sorts; at most 100.")
    def organisations(self) -> list[OrganisationCount]:
        self.counts.load_named()
        references, counts = self.counts.references, self._counts("organisations")
        found = references.organisations.existing(value.value for value in self.counts.most("organisations", self.key))
        return [
            OrganisationCount(
                organisation=Organisation(source=organisation, references=references),
                count=counts[organisation.translation_key],
            )
            for organisation in found
        ]

    @strawberry.field(description="By count and then by name as the language sorts; at most 100.")
    def funding(self) -> list[FundingCount]:
        most = self.counts.most("funding", self.key)
        return [FundingCount(programme=value.value, count=value.cases) for value in most]

    def _counts(self, facet: str) -> dict[str, int]:
        return {value.value: value.cases for value in self.counts.values(facet, self.key)}
