"""The only home of rows that travel as JSON: those of several tables in one statement, or along with another row.

A statement costs more than the rows that it brings, so what is asked for together is read together, in SQL that is put
together once: Django would take longer to build it than PostgreSQL to read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import orjson
from django.db.models import Model

from api import allowance
from api.reading.sql import Sql, sql, together

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Selection:
    """The rows of a table that meet a condition: SQL on the table, called by its name."""

    model: type[Model]
    condition: Sql


def from_json(model: type[Row], row: Mapping[str, Any]) -> Row:
    """The instance of a row that came as JSON."""
    return model.from_db(None, *_names_and_values(model, row))


def _names_and_values(model: type[Model], row: Mapping[str, Any]) -> tuple[list[str], list[Any]]:
    columns = _columns(model)
    return [name for name, _, _ in columns], [to_python(row[column]) for _, column, to_python in columns]


@cache
def _columns(model: type[Model]) -> list[tuple[str, str, Any]]:
    return [(field.attname, str(field.column), field.to_python) for field in model._meta.concrete_fields]


def read_together(*selections: Selection) -> list[list[Any]]:
    """The instances of each selection, all read in one statement. For a few rows of each."""
    found: list[list[Any]] = [[] for _ in selections]
    statement = together(" UNION ALL ", *(_selected(number, selection) for number, selection in enumerate(selections)))
    read = allowance.current().read
    for number, row in statement.rows():
        read(len(row))
        found[number].append(from_json(selections[number].model, orjson.loads(row)))
    return found


def _selected(number: int, selection: Selection) -> Sql:
    table = Sql(selection.model._meta.db_table)
    return sql(
        "SELECT {number}, to_jsonb({table}) FROM {table} WHERE {condition}",
        number=Sql(str(number)),
        table=table,
        condition=selection.condition,
    )
