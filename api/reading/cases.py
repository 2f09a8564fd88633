"""The only home of what a case's document tells, with what it refers to."""

from typing import NamedTuple

from api.reading.page import ReadPage
from api.reading.rows.reference_data import Goal, Municipality
from api.reading.rows.snippet import Snippet


class Partner(NamedTuple):
    organisation: Snippet
    role: str


class Point(NamedTuple):
    """On the map (WGS 84)."""

    latitude: float
    longitude: float


def goals(case: ReadPage) -> list[Goal]:
    return case.goals(row["goal"] for row in case.rows("goals"))


def municipalities(case: ReadPage) -> list[Municipality]:
    """None of them means the whole region."""
    return case.municipalities(row["municipality"] for row in case.rows("municipalities"))


def locations(case: ReadPage) -> list[Point]:
    """Those that are whole: in a draft, half of one may be missing."""
    points = ((row["latitude"], row["longitude"]) for row in case.rows("locations"))
    return [Point(*point) for point in points if None not in point]


def partners(case: ReadPage) -> list[Partner]:
    """Those that are public, in the editor's order."""
    rows = case.rows("partners")
    found = {one.translation_key: one for one in case.organisations(row["organisation"] for row in rows)}
    return [Partner(found[key], row["role"]) for row in rows if (key := row["organisation"]) in found]


def middle(municipality: Municipality) -> Point | None:
    """Where a municipality is; None where that is not known."""
    if municipality.latitude is None or municipality.longitude is None:
        return None
    return Point(municipality.latitude, municipality.longitude)


def name_of(municipality: Municipality, language: str) -> str:
    return municipality.name.get(language, municipality.code)
