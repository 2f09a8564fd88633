"""The only home of cases on a map: light enough for a map of all."""

from typing import NamedTuple

from api.client_errors import AnswerTooLargeError
from api.reading.languages import shown
from api.reading.lists import catalogue
from api.reading.lists.among_cases import Cases
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.window import NEWEST
from api.reading.references import References
from api.reading.sql import of_query
from cms.publishing.public_index import without_any

MOST = 10_000
COLUMNS = ("translation_key", "title", "locale", "path", "taken_in", "facets")


class Marker(NamedTuple):
    title: str
    path: str
    locale: str
    status: str
    priority_codes: list[str]  # of those that are public, the main one first
    locations: list[list[float]]  # north and east of each


def markers(references: References, wanted: CaseConditions, *, fallback: bool) -> list[Marker]:
    """The newest first. Raise AnswerTooLargeError where there are more than one list may have."""
    codes = {page.key: page.row.document["code"] for page in catalogue.priorities(references)}
    located = Cases(references, wanted, fallback=fallback).rows().exclude(without_any("locations"))
    rows = shown(references.reader, of_query(located.order_by().values("page_id"), "case"))
    found = list(rows.order_by(f"-{NEWEST.column}", "-translation_key").values_list(*COLUMNS, named=True)[: MOST + 1])
    if len(found) > MOST:
        raise AnswerTooLargeError(f"has more than {MOST} cases on one map")
    return [
        Marker(
            case.title,
            references.reader.path(case),
            case.locale,
            case.facets["status"][0],
            [codes[key] for key in case.facets["priorities"] if key in codes],
            case.facets["locations"],
        )
        for case in found
    ]
