"""The only home of rows that travel as JSON: those of several tables in one statement, or along with another row.

A statement costs more than the rows that it brings, so what is asked for together is read together, in SQL that is put
together once: Django would take longer to build it than PostgreSQL to read it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import orjson
from django.db import connection
from django.db.models import Model

from api import allowance

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Selection:
    """The rows of a table that meet a condition: SQL on the table, called by its name, with its parameters."""

    model: type[Model]
    condition: str
    params: Sequence[Any] = field(default=())


def from_json(model: type[Row], row: Mapping[str, Any]) -> Row:
    """The instance of a row that came as JSON."""
    return model.from_db(None, *_names_and_values(model, row))


def _names_and_values(model: type[Model], row: Mapping[str, Any]) -> tuple[list[str], list[Any]]:
    columns = _columns(model)
    return [name for name, _, _ in columns], [to_python(row[column]) for _, column, to_python in columns]


@cache
def _columns(model: type[Model]) -> list[tuple[str, str, Any]]:
    return [(field.attname, str(field.column), field.to_python) for field in model._meta.concrete_fields]


def together(*selections: Selection) -> list[list[Any]]:
    """The instances of each selection, all read in one statement. For a few rows of each."""
    found: list[list[Any]] = [[] for _ in selections]
    sql = _union(tuple((selection.model, selection.condition) for selection in selections))
    with connection.cursor() as cursor:
        cursor.execute(sql, [param for selection in selections for param in selection.params])
        read = allowance.current().read
        for number, row in cursor:
            read(len(row))
            found[number].append(from_json(selections[number].model, orjson.loads(row)))
    return found


@cache
def _union(parts: tuple[tuple[type[Model], str], ...]) -> str:
    tables = [model._meta.db_table for model, _ in parts]
    return " UNION ALL ".join(
        f"SELECT {number}, to_jsonb({table}) FROM {table} WHERE {condition}"  # noqa: S608  # made here, of the models
        for number, (table, (_, condition)) in enumerate(zip(tables, parts, strict=True))
    )
