"""The only home of rows that travel as JSON: those of several tables in one statement, or along with another row.

A statement costs more than the rows that it brings, so what is asked for together is read together.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import F, Func, JSONField, Model, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)


class WholeRow(Func):
    """All columns of the row that `pk` belongs to, as JSON."""

    output_field = JSONField()

    def __init__(self, column: F | None = None) -> None:
        super().__init__(column or F("pk"))

    def as_sql(self, compiler: SQLCompiler, *_: Any, **__: Any) -> tuple[str, tuple[()]]:
        [column] = self.get_source_expressions()
        return f"to_jsonb({compiler.quote_name_unless_alias(column.alias)})", ()


def from_json(model: type[Row], row: Mapping[str, Any]) -> Row:
    """The instance of a row that came as JSON."""
    fields = model._meta.concrete_fields
    values = [field.to_python(row[str(field.column)]) for field in fields]
    return model.from_db(None, [field.attname for field in fields], values)


def together(*querysets: QuerySet[Any]) -> list[list[Any]]:
    """The instances of each queryset, all read in one statement. For a few rows of each."""
    found: list[list[Any]] = [[] for _ in querysets]
    first, *others = (rows.order_by().values_list(Value(number), WholeRow()) for number, rows in enumerate(querysets))
    for number, row in first.union(*others, all=True):
        found[number].append(from_json(querysets[number].model, row))
    return found
