"""The only home of the page types of `cases` in the schema."""

from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from api.reading import json_ld
from api.reading.lists import catalogue
from api.reading.lists.related import RELATED, related
from api.reading.lists.window import AfterArgument, BeforeArgument, FirstArgument, LastArgument, Window
from api.scalars import PartialDate, as_partial_date
from api.types.blocks import Block
from api.types.body import make_body
from api.types.case_lists import (
    CaseConnection,
    CaseFilterArgument,
    CaseOrderArgument,
    case_connection,
    case_order,
)
from api.types.case_status import CaseStatus
from api.types.images import Image
from api.types.key_figures import KeyFigure, make_key_figure
from api.types.links import ExternalLink
from api.types.page import Page
from api.types.people import Organisation, Person, make_people
from api.types.reference_data import Coordinates, Goal, Municipality, make_goal, make_municipality

if TYPE_CHECKING:
    from api.types.home import FocusArea, PriorityPage

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
    def cases(
        self,
        filter: CaseFilterArgument = None,
        order: CaseOrderArgument = None,
        first: FirstArgument = None,
        after: AfterArgument = None,
        last: LastArgument = None,
        before: BeforeArgument = None,
    ) -> CaseConnection:
        window = Window.of(case_order(order, filter), first, after, last, before)
        return case_connection(self.references, filter, window)


@strawberry.type(description="A case example: something smart that the region does.")
class CasePage(Page):
    @strawberry.field(description="Null where there is none.")
    def lead_image(self) -> Image | None:
        return self.image("lead_image")

    @strawberry.field(description="Those published, the main priority first.")
    def priorities(self) -> list[Annotated["PriorityPage", FOR_HOME]]:
        catalogue.priorities(self.references)
        keys = (row["priority"] for row in self.rows("priorities"))
        return cast("list[PriorityPage]", self.references.pages.existing(keys))

    @strawberry.field(description="Those of published priorities, in the editor's order.")
    def focus_areas(self) -> list[Annotated["FocusArea", FOR_HOME]]:
        known = catalogue.focus_areas(self.references)
        return [known[row["code"]] for row in self.rows("focus_areas") if row["code"] in known]

    @strawberry.field(description="Sustainable Development Goals, in the editor's order.")
    def goals(self) -> list[Goal]:
        self.siblings.load_reference_data()
        found = self.references.goals.existing(row["goal"] for row in self.rows("goals"))
        return [make_goal(goal, self.references.reader) for goal in found]

    @strawberry.field(description="How far the case has come.")
    def status(self) -> CaseStatus:
        return CaseStatus(self.row.document["status"])

    @strawberry.field(description="Null where it is not known.")
    def start_date(self) -> PartialDate | None:
        return as_partial_date(self.text("start_date"))

    @strawberry.field(description="Null where it is not known.")
    def end_date(self) -> PartialDate | None:
        return as_partial_date(self.text("end_date"))

    @strawberry.field(description="In the editor's order. Empty means the whole region.")
    def municipalities(self) -> list[Municipality]:
        self.siblings.load_reference_data()
        found = self.references.municipalities.existing(row["municipality"] for row in self.rows("municipalities"))
        return [make_municipality(municipality, self.references.reader) for municipality in found]

    @strawberry.field(description="Points on the map; empty where there are none.")
    def locations(self) -> list[Coordinates]:
        points = [(row["latitude"], row["longitude"]) for row in self.rows("locations")]
        return [Coordinates(latitude=north, longitude=east) for north, east in points if None not in (north, east)]

    @strawberry.field(description="Organisations that are published, in the editor's order.")
    def partners(self) -> list[Partner]:
        organisations = self.references.organisations
        self.siblings.load_people_and_media()
        return [
            Partner(
                organisation=Organisation(source=organisation, references=self.references),
                role=PartnerRole(row["role"]),
            )
            for row in self.rows("partners")
            if (organisation := organisations.get(row["organisation"]))
        ]

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        self.siblings.load_people_and_media()
        return make_people((row["person"] for row in self.rows("contacts")), self.references)

    @strawberry.field(description="In the editor's order.")
    def key_figures(self) -> list[KeyFigure]:
        return [make_key_figure(block["value"], self.row.locale) for block in self.rows("key_figures")]

    @strawberry.field(description="In the editor's order.")
    def funding(self) -> list[Funding]:
        return [_make_funding(block["value"]) for block in self.rows("funding")]

    @strawberry.field(description="Links to other sites, in the editor's order.")
    def links(self) -> list[ExternalLink]:
        values = [block["value"] for block in self.rows("links")]
        return [ExternalLink(title=value["title"], url=value["url"]) for value in values]

    @strawberry.field(description="1 to 9 on the EU's scale; null where the case is no technology, or it is not known.")
    def technology_readiness_level(self) -> int | None:
        return cast(int | None, self.row.document["technology_readiness_level"])

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)

    @strawberry.field(description="The editor's picks, then cases that share most priorities, goals and places.")
    def related(
        self, first: Annotated[int | None, strawberry.argument(description="How many at most, 0 to 100.")] = RELATED
    ) -> "list[CasePage]":
        return related(self, first, {"priorities": 3, "goals": 2, "municipalities": 1})

    def described(self) -> json_ld.Thing:
        return json_ld.case(self)

    def card_images(self) -> list[str]:
        return ["card_image", "lead_image"]

    def rows(self, name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.row.document[name]
        return rows


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
