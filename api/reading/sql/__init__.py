"""The only home of SQL as a value: a text with named parameters, put together of others, written here or in a file.

What is written is made in the code; whatever comes from a client is a parameter. The README beside this module tells
how a statement is written and read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.db.models import BooleanField, Field, QuerySet
from django.db.models.expressions import RawSQL

from api.reading.sql.prepared import asked

PART = re.compile(r"\{(\w+)\}")
PARAMETER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Sql:
    """A name means one value, however often and in however many parts of a statement it stands."""

    text: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def rows(self) -> list[tuple[Any, ...]]:
        """What the statement finds."""
        return asked(self.text, self.params)

    def as_expression(self, output_field: "Field[Any, Any]") -> RawSQL:
        """The same in a query of Django's, which numbers its parameters."""
        text, names = _numbered(self.text)
        params = [self.params[name] for name in names]
        return RawSQL(text, params, output_field=output_field)  # noqa: S611  # made of nothing that a client wrote

    def as_condition(self) -> RawSQL:
        return self.as_expression(BooleanField())


def sql(text: str, /, **values: object) -> Sql:
    """The text with its parts, written {name}, which are SQL, and its parameters, written %(name)s, which are not."""
    parts = {name: value for name, value in values.items() if isinstance(value, Sql)}
    params = {name: value for name, value in values.items() if name not in parts}
    return Sql(
        _with_parts(text, tuple((name, part.text) for name, part in parts.items())), joined(params, *parts.values())
    )


def load(name: str, /, **values: object) -> Sql:
    """The statement in the file of this name, likewise."""
    return sql(_file(name), **values)


def joined(params: Mapping[str, Any], *others: Sql) -> dict[str, Any]:
    """All parameters. Raise ValueError where one name would mean two things."""
    together = dict(params)
    for other in others:
        for name, value in other.params.items():
            if together.setdefault(name, value) != value:
                raise ValueError(f"The parameter {name} has two values.")
    return together


def with_parts(statement: Sql, **parts: Sql) -> Sql:
    """The statement with SQL in place of these parameters."""
    params = {name: value for name, value in statement.params.items() if name not in parts}
    texts = tuple((name, part.text) for name, part in parts.items())
    return Sql(_with_parameters(statement.text, texts), joined(params, *parts.values()))


def of_query(query: QuerySet[Any, Any], name: str) -> Sql:
    """What Django would execute; its parameters are called `name`, with a number."""
    return _named(*query.query.sql_with_params(), name)


def narrowed(rows: Sql, conditions: Iterable[RawSQL]) -> Sql:
    """A query that ends with its conditions, with more of them."""
    more = (_named(f"({one.sql})", tuple(one.params), f"condition_{n}") for n, one in enumerate(conditions))
    return together(" AND ", rows, *more)


def _named(text: str, params: tuple[Any, ...], name: str) -> Sql:
    """Django's text, in which parameters have no names."""
    pieces = text.split("%s")
    names = [f"{name}_{number}" for number in range(len(params))]
    written = "".join(f"{piece}%({one})s" for piece, one in zip(pieces, names, strict=False)) + pieces[-1]
    return Sql(written, dict(zip(names, params, strict=True)))


def together(separator: str, *of: Sql) -> Sql:
    """Several in a row."""
    return Sql(separator.join(one.text for one in of), joined({}, *of))


@cache
def _file(name: str) -> str:
    """The text of a file without its comments."""
    lines = Path(__file__).with_name(f"{name}.sql").read_text().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("--"))


@lru_cache(maxsize=512)
def _with_parts(text: str, parts: tuple[tuple[str, str], ...]) -> str:
    texts = dict(parts)
    return PART.sub(lambda part: texts[part[1]], text)


@lru_cache(maxsize=512)
def _with_parameters(text: str, parts: tuple[tuple[str, str], ...]) -> str:
    texts = dict(parts)
    return PARAMETER.sub(lambda named: texts.get(named[1], named[0]), text)


@lru_cache(maxsize=512)
def _numbered(text: str) -> tuple[str, list[str]]:
    return PARAMETER.sub("%s", text), PARAMETER.findall(text)
