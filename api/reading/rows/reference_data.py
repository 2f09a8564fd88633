"""The only home of goals and municipalities as answers read them, as plain values; texts are in all languages."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from api.reading.rows.as_json import Selection, of_columns, read_together
from api.reading.sql import Sql, sql
from cases import models

_ALL = Sql("TRUE")


class Goal(NamedTuple):
    number: int
    title: Mapping[str, str]
    color: str


class Municipality(NamedTuple):
    code: str
    name: Mapping[str, str]
    latitude: float | None
    longitude: float | None
    population: int | None
    population_year: int | None


def these_goals(numbers: Iterable[int]) -> Selection:
    return _goals(sql("number = ANY (%(goals)s::int[])", goals=list(numbers)))


def these_municipalities(codes: Iterable[str]) -> Selection:
    return _municipalities(sql("code = ANY (%(municipalities)s::text[])", municipalities=list(codes)))


def all_goals() -> list[Goal]:
    """In no order, like those below."""
    (goals,) = read_together(_goals(_ALL))
    return goals


def all_municipalities() -> list[Municipality]:
    (municipalities,) = read_together(_municipalities(_ALL))
    return municipalities


def _goals(condition: Sql) -> Selection:
    return of_columns(models.Goal, Goal, Goal._fields, condition)


def _municipalities(condition: Sql) -> Selection:
    return of_columns(models.Municipality, Municipality, Municipality._fields, condition)
