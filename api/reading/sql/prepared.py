"""The only home of how PostgreSQL is asked: by statements that it prepares, with their values beside them.

Django writes values into a statement's text. PostgreSQL then sees another text each time, and parses, rewrites and
plans it anew: the view of public pages takes longer to plan than to read. Here values go beside the text, and what a
connection is asked often it prepares once (PREPARED_AFTER in the settings says from when on).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Self, cast
from uuid import UUID

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg.types.numeric import Int4, Int8

PARAMETER = re.compile(r"%\((\w+)\)s")
FOUR_BYTES = range(-(2**31), 2**31)


def asked(text: str, params: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What the statement finds. Django does around it what it does around its own: errors, limits, counting."""
    connection.ensure_connection()
    values = {name: sent(value) for name, value in params.items()}
    if connection.queries_logged:
        with connection.make_debug_cursor(cast(CursorWrapper, Telling(connection.connection))) as cursor:
            cursor.execute(text, values)
            return cursor.fetchall()
    placed, names = _placed(text)
    with connection.make_cursor(cast(CursorWrapper, psycopg.RawCursor(connection.connection))) as cursor:
        cursor.execute(placed, [values[name] for name in names])
        return cursor.fetchall()


class Telling(psycopg.Cursor[Any]):
    """For who wants to see statements: one that is prepared does not tell its text."""

    def execute(self, query: Any, params: Any = None, **others: Any) -> Self:
        return super().execute(query, params, **{**others, "prepare": False})


@lru_cache(maxsize=512)
def _placed(text: str) -> tuple[str, list[str]]:
    """The text as PostgreSQL knows parameters, and their names in its order: psycopg finds them anew in a long one."""
    names = list(dict.fromkeys(PARAMETER.findall(text)))
    numbers = {name: f"${number}" for number, name in enumerate(names, start=1)}
    return PARAMETER.sub(lambda parameter: numbers[parameter[1]], text).replace("%%", "%"), names


def sent(value: Any) -> Any:
    """A value as it goes beside a statement, which says of which type it is as if it stood in the text.

    A whole number has the type that PostgreSQL gives to one that is written, however small it is. An array is a text
    that PostgreSQL reads, which is written in a tenth of the time.
    """
    if type(value) is int:
        return Int4(value) if value in FOUR_BYTES else Int8(value)
    if isinstance(value, list | tuple):
        return "{" + ",".join(map(_element, value)) + "}"
    return value


def _element(value: str | int | UUID | None) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "NULL" if value is None else str(value)
