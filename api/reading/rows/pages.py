"""The only home of reading the rows of pages that an answer shows, with their main pictures, in SQL put together once.

A list reads heads: rows whose document has no body, since cards show no bodies and bodies are long.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import orjson
from django.db import connection
from django.db.models import DateTimeField, JSONField

from api import allowance
from api.reading.languages import Reader, best_condition
from api.reading.rows.pictures import main_pictures
from api.reading.sites import choose_site, site_params
from cms.publishing.models import PublishedPage

_table = PublishedPage._meta.db_table
_fields = PublishedPage._meta.concrete_fields
_names = [field.attname for field in _fields]
_json = [place for place, field in enumerate(_fields) if isinstance(field, JSONField)]
_moments = [place for place, field in enumerate(_fields) if isinstance(field, DateTimeField)]
_bodies = f"SELECT id, document -> 'body' FROM {_table} WHERE id = ANY (%s)"  # noqa: S608  # made here, as below


def read_pages(  # noqa: PLR0913  # which pages, which part of them, and in which order
    reader: Reader, where: str, params: Sequence[Any] = (), *, best: bool = False, heads: bool = False, tail: str = ""
) -> list[PublishedPage]:
    """The published pages of the reader's site and chain that meet a condition: SQL, with its parameters.

    `best`: only the version that the reader gets of each. `tail` is SQL behind the conditions; its parameters are the
    last of `params`.
    """
    condition, best_params = best_condition(reader) if best else ("TRUE", [])
    with connection.cursor() as cursor:
        cursor.execute(
            _sql(where, condition, tail, heads=heads),
            [*site_params(reader.site), reader.chain, *best_params, *params],
        )
        read = allowance.current().read
        rows = [_row(values, read) for values in cursor]
    for row in rows if heads else []:
        row.__dict__["is_head"] = True
    return rows


def _row(values: tuple[Any, ...], read: Callable[[int], None]) -> PublishedPage:
    *columns, pictures = values
    for place in _json:
        read(len(columns[place]))
        columns[place] = orjson.loads(columns[place])
    for place in _moments:
        columns[place] = columns[place] and datetime.fromisoformat(columns[place])
    row = PublishedPage.from_db(None, _names, columns)
    row.__dict__["pictures"] = pictures
    return row


@lru_cache(maxsize=64)
def _sql(where: str, best: str, tail: str, *, heads: bool) -> str:
    # As text, moments are read twenty times as fast as Django's psycopg reads them.
    names = [f"{_table}.{field.column}" + "::text" * (place in _moments) for place, field in enumerate(_fields)]
    if heads:
        names[_names.index("document")] += " - 'body'"
    return f"""
        SELECT {", ".join(names)}, {main_pictures.sql} FROM {_table}
        WHERE {_table}.site_id = {choose_site} AND {_table}.locale = ANY (%s) AND {best} AND {where} {tail}
    """  # noqa: S608  # made of nothing that a client wrote


def add_bodies(rows: Iterable[PublishedPage]) -> bool:
    """Read the bodies of all heads, in one statement. Whether there were any."""
    without = {row.id: row for row in rows if row.__dict__.get("is_head", False)}
    if not without:
        return False
    with connection.cursor() as cursor:
        cursor.execute(_bodies, [list(without)])
        read = allowance.current().read
        bodies = {}  # pages on several sites have one
        for key, body in cursor:
            if body:
                read(len(body))
                bodies[key] = orjson.loads(body)
    for key, row in without.items():
        row.document["body"] = bodies.get(key, [])
        row.__dict__["is_head"] = False
    return True
