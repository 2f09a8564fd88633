"""The only home of cases on a map, in the schema: light enough for a map of all."""

import strawberry

from api.client_errors import AnswerTooLargeError
from api.reading.languages import LocaleCode
from api.reading.lists import catalogue
from api.reading.lists.window import NEWEST
from api.reading.references import References
from api.types.case_lists import CaseFilter, case_rows
from api.types.case_status import CaseStatus
from api.types.reference_data import Coordinates

MOST = 10_000
COLUMNS = ("translation_key", "title", "locale", "path", "taken_in", "facets")


@strawberry.type(description="A case on a map.")
class CaseMarker:
    title: str = strawberry.field(description="The case's title.")
    path: str = strawberry.field(description="On the frontend's site, with the reader's language as prefix.")
    locale: LocaleCode = strawberry.field(description="The language that the title is in.")
    status: CaseStatus = strawberry.field(description="How far the case has come.")
    priority_codes: list[str] = strawberry.field(description="PriorityPage.code of those published, the main first.")
    locations: list[Coordinates] = strawberry.field(description="Points on the map; at least one.")


def case_markers(references: References, wanted: CaseFilter | None, *, fallback: bool) -> list[CaseMarker]:
    """The newest first. Raise AnswerTooLargeError where there are more than one list may have."""
    codes = {page.key: page.row.document["code"] for page in catalogue.priorities(references)}
    rows = case_rows(references, wanted, fallback=fallback).exclude(facets__locations=[])
    found = list(rows.order_by(f"-{NEWEST.column}", "-translation_key").values_list(*COLUMNS, named=True)[: MOST + 1])
    if len(found) > MOST:
        raise AnswerTooLargeError(f"has more than {MOST} cases on one map")
    return [
        CaseMarker(
            title=case.title,
            path=references.reader.path(case),
            locale=LocaleCode(case.locale),
            status=CaseStatus(case.facets["status"][0]),
            priority_codes=[codes[key] for key in case.facets["priorities"] if key in codes],
            locations=[Coordinates(latitude=north, longitude=east) for north, east in case.facets["locations"]],
        )
        for case in found
    ]
