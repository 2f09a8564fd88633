"""The only home of rows that travel as JSON: those of several tables in one statement, or along with pages' rows.

A statement costs more than the rows that it brings, so what is asked for together is read together, in SQL that is put
together once: Django would take longer to build it than PostgreSQL to read it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import orjson
from django.db.models import Model

from api import allowance
from api.reading.sql import Sql, sql, together

Instance = TypeVar("Instance", bound=Model)


@dataclass(frozen=True)
class Selection:
    """The rows of a table that meet a condition: SQL on the table, called by its name. What is made of each one's JSON.

    Without `columns`, which is an SQL expression, that has all.
    """

    table: str
    condition: Sql
    make: Callable[[str], Any]
    columns: str = ""


def of_columns(model: type[Model], made: Callable[..., Any], columns: tuple[str, ...], condition: Sql) -> Selection:
    """Plain values, each made of these columns."""
    return Selection(
        model._meta.db_table, condition, lambda row: made(*orjson.loads(row)), _as_array(model._meta.db_table, columns)
    )


@cache
def _as_array(table: str, columns: tuple[str, ...]) -> str:
    return f"json_build_array({', '.join(f'{table}.{name}' for name in columns)})"


def of_model(model: type[Model], condition: Sql) -> Selection:
    """Instances of the model."""
    return Selection(model._meta.db_table, condition, lambda row: from_json(model, orjson.loads(row)))


def from_json(model: type[Instance], row: Mapping[str, Any]) -> Instance:
    """The instance of a row that came as JSON."""
    return model.from_db(None, *_names_and_values(model, row))


def _names_and_values(model: type[Model], row: Mapping[str, Any]) -> tuple[list[str], list[Any]]:
    columns = _columns(model)
    return [name for name, _, _ in columns], [to_python(row[column]) for _, column, to_python in columns]


@cache
def _columns(model: type[Model]) -> list[tuple[str, str, Any]]:
    return [(field.attname, str(field.column), field.to_python) for field in model._meta.concrete_fields]


@dataclass(frozen=True)
class Along:
    """Selections that come along with pages, with the SQL of all of them: put together once where it is the same."""

    selections: Sequence[Selection]
    sql: Sql

    @classmethod
    def of(cls, *selections: Selection) -> "Along":
        return cls(selections, selected(selections))


def read_together(*selections: Selection) -> list[list[Any]]:
    """What is made of each selection's rows, all read in one statement. For a few rows of each."""
    return made(selections, selected(selections).rows())


def selected(selections: Iterable[Selection]) -> Sql:
    """The SQL of all of them: a row's selection by its number, and the row."""
    return together(" UNION ALL ", *(_selected(number, selection) for number, selection in enumerate(selections)))


def made(selections: Iterable[Selection], rows: Iterable[tuple[int, str]]) -> list[list[Any]]:
    """What is made of the rows that `selected` found."""
    makers = [selection.make for selection in selections]
    found: list[list[Any]] = [[] for _ in makers]
    read = allowance.current().read
    for number, row in rows:
        read(len(row))
        found[number].append(makers[number](row))
    return found


def _selected(number: int, selection: Selection) -> Sql:
    return sql(
        "SELECT {number}, {columns}::text FROM {table} WHERE {condition}",
        number=Sql(str(number)),
        table=Sql(selection.table),
        columns=Sql(selection.columns or f"to_jsonb({selection.table})"),
        condition=selection.condition,
    )
