"""The only home of cases on a map, in the schema: light enough for a map of all."""

import strawberry

from api.locale_code import LocaleCode
from api.reading.lists.markers import Marker
from api.types.case_status import CaseStatus
from api.types.reference_data import Coordinates


@strawberry.type(description="A case on a map.")
class CaseMarker:
    title: str = strawberry.field(description="The case's title.")
    path: str = strawberry.field(description="On the frontend's site, with the reader's language as prefix.")
    locale: LocaleCode = strawberry.field(description="The language that the title is in.")
    status: CaseStatus = strawberry.field(description="How far the case has come.")
    priority_codes: list[str] = strawberry.field(description="PriorityPage.code of those published, the main first.")
    locations: list[Coordinates] = strawberry.field(description="Points on the map; at least one.")


def make_marker(marker: Marker) -> CaseMarker:
    return CaseMarker(
        title=marker.title,
        path=marker.path,
        locale=LocaleCode(marker.locale),
        status=CaseStatus(marker.status),
        priority_codes=marker.priority_codes,
        locations=[Coordinates(latitude=north, longitude=east) for north, east in marker.locations],
    )
