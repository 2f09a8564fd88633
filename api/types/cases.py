"""The only home of the page types of `cases` in the schema."""

from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from api.reading import cases
from api.reading.lists import case_lists, catalogue
from api.reading.lists.related import RELATED, related
from api.scalars import PartialDate, as_partial_date
from api.types.blocks import Block
from api.types.body import make_body
from api.types.case_lists import (
    CaseConnection,
    CaseFilterArgument,
    CaseOrderArgument,
    case_connection,
    conditions,
    order_in,
)
from api.types.case_status import CaseStatus
from api.types.focus_areas import FocusArea, make_focus_area
from api.types.images import Image
from api.types.key_figures import KeyFigure, make_key_figure
from api.types.links import ExternalLink
from api.types.page import Page, make_page_list
from api.types.people import Organisation, Person, make_contacts
from api.types.reference_data import (
    Coordinates,
    Goal,
    Municipality,
    make_coordinates,
    make_goal,
    make_municipality,
)
from api.types.windows import WindowIn, windowed

if TYPE_CHECKING:
    from api.types.home import PriorityPage

FOR_HOME = strawberry.lazy("api.types.home")


@strawberry.enum(description="What an organisation is in a case.")
class PartnerRole(Enum):
    lead = strawberry.enum_value("lead", description="It leads the case.")
    partner = strawberry.enum_value("partner", description="It takes part.")
    funder = strawberry.enum_value("funder", description="It pays.")


@strawberry.type(description="An organisation that takes part in a case.")
class Partner:
    organisation: Organisation = strawberry.field(description="Who takes part.")
    role: PartnerRole = strawberry.field(description="As what.")


@strawberry.type(description="Where a case's money comes from.")
class Funding:
    programme: str = strawberry.field(
        description="The programme's name, in the language of the page: ERDF, EAKR, ERUF."
    )
    amount: Decimal | None = strawberry.field(description="A decimal number as a string; null where it is not known.")
    currency: str | None = strawberry.field(description="ISO 4217 code; null where there is no amount.")
    project_code: str | None = strawberry.field(
        description="The funder's code of the project; null where there is none."
    )
    statement: str = strawberry.field(
        description="The sentence that the funder asks for; empty where it asks for none."
    )


@strawberry.type(description="The list of cases.")
class CaseIndexPage(Page):
    @strawberry.field(description="The cases of the site.")
    @windowed
    def cases(
        self,
        window_in: WindowIn,
        filter: CaseFilterArgument = None,
        order: CaseOrderArgument = None,
    ) -> CaseConnection:
        wanted = conditions(filter)
        window = window_in(order_in(order, wanted))
        return case_connection(case_lists.cases(self.references, wanted, window))


@strawberry.type(description="A case example: something smart that the region does.")
class CasePage(Page):
    @strawberry.field(description="Null where there is none.")
    def lead_image(self) -> Image | None:
        return self.main_image("lead_image")

    @strawberry.field(description="Those published, the main priority first.")
    def priorities(self) -> list[Annotated["PriorityPage", FOR_HOME]]:
        return make_page_list(catalogue.priorities_in(self.read))

    @strawberry.field(description="Those of published priorities, in the editor's order.")
    def focus_areas(self) -> list[FocusArea]:
        known = catalogue.focus_areas(self.references)
        codes = (row["code"] for row in self.read.rows("focus_areas"))
        return [make_focus_area(known[code]) for code in codes if code in known]

    @strawberry.field(description="Sustainable Development Goals, in the editor's order.")
    def goals(self) -> list[Goal]:
        return [make_goal(goal, self.read.reader) for goal in cases.goals(self.read)]

    @strawberry.field(description="How far the case has come.")
    def status(self) -> CaseStatus:
        return CaseStatus(self.read.row.document["status"])

    @strawberry.field(description="Null where it is not known.")
    def start_date(self) -> PartialDate | None:
        return as_partial_date(self.read.text("start_date"))

    @strawberry.field(description="Null where it is not known.")
    def end_date(self) -> PartialDate | None:
        return as_partial_date(self.read.text("end_date"))

    @strawberry.field(description="In the editor's order. Empty means the whole region.")
    def municipalities(self) -> list[Municipality]:
        return [make_municipality(found, self.read.reader) for found in cases.municipalities(self.read)]

    @strawberry.field(description="Points on the map; empty where there are none.")
    def locations(self) -> list[Coordinates]:
        return [make_coordinates(point) for point in cases.locations(self.read)]

    @strawberry.field(description="Organisations that are published, in the editor's order.")
    def partners(self) -> list[Partner]:
        return [
            Partner(
                organisation=Organisation(source=partner.organisation, references=self.references),
                role=PartnerRole(partner.role),
            )
            for partner in cases.partners(self.read)
        ]

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        return make_contacts(self.read)

    @strawberry.field(description="In the editor's order.")
    def key_figures(self) -> list[KeyFigure]:
        return [make_key_figure(value, self.read.row.locale) for value in self.read.blocks("key_figures")]

    @strawberry.field(description="In the editor's order.")
    def funding(self) -> list[Funding]:
        return [_make_funding(value) for value in self.read.blocks("funding")]

    @strawberry.field(description="Links to other sites, in the editor's order.")
    def links(self) -> list[ExternalLink]:
        return [ExternalLink(title=value["title"], url=value["url"]) for value in self.read.blocks("links")]

    @strawberry.field(description="1 to 9 on the EU's scale; null where the case is no technology, or it is not known.")
    def technology_readiness_level(self) -> int | None:
        return cast(int | None, self.read.row.document["technology_readiness_level"])

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)

    @strawberry.field(description="The editor's picks, then cases that share most priorities, goals and places.")
    def related(
        self, first: Annotated[int | None, strawberry.argument(description="How many at most, 0 to 100.")] = RELATED
    ) -> "list[CasePage]":
        picks = [row["case"] for row in self.read.rows("related")]
        return make_page_list(related(self.read, first, picks, {"priorities": 3, "goals": 2, "municipalities": 1}))


def _make_funding(value: dict[str, Any]) -> Funding:
    amount = _amount(value["amount"])
    return Funding(
        programme=value["programme"],
        amount=amount,
        currency=(value["currency"] or None) if amount is not None else None,
        project_code=value["project_code"] or None,
        statement=value["statement"],
    )


def _amount(written: str | None) -> Decimal | None:
    """The number that is stored; in a draft it may be anything."""
    try:
        amount = Decimal(written) if written else None
    except InvalidOperation:
        return None
    return amount if amount is None or amount.is_finite() else None
