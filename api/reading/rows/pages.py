"""The only home of reading the rows of pages that an answer shows, with their main pictures, in SQL put together once.

A list reads heads: rows whose document has no body, since cards show no bodies and bodies are long.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Any

import orjson
from django.db import connection
from django.db.models import DateTimeField, JSONField

from api import allowance
from api.reading.languages import Reader
from api.reading.rows.images import main_images
from api.reading.sites import the_site
from api.reading.sql import Sql, sql
from cms.publishing.mentions import Kinds
from cms.publishing.models import PublishedPage

NOTHING = Sql("")

_TABLE = PublishedPage._meta.db_table
_FIELDS = PublishedPage._meta.concrete_fields
_NAMES = [field.attname for field in _FIELDS]
_JSON = [place for place, field in enumerate(_FIELDS) if isinstance(field, JSONField)]
_MOMENTS = [place for place, field in enumerate(_FIELDS) if isinstance(field, DateTimeField)]
_BODIES = "SELECT id, document -> 'body' FROM publishing_publishedpage WHERE id = ANY (%(ids)s)"


def read_pages(reader: Reader, where: Sql, *, heads: bool = False, tail: Sql = NOTHING) -> list[PublishedPage]:
    """The published pages of the reader's site and chain that meet a condition; `tail` is what follows it."""
    statement = sql(
        _select(heads=heads),
        site=the_site(reader.site),
        chain=reader.chain,
        where=where,
        tail=tail,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.params)
        read = allowance.current().read
        rows = [_row(values, read) for values in cursor]
    for row in rows if heads else []:
        row.__dict__["is_head"] = True
    return rows


def _row(values: tuple[Any, ...], read: Callable[[int], None]) -> PublishedPage:
    *columns, images = values
    for place in _JSON:
        read(len(columns[place]))
        columns[place] = orjson.loads(columns[place])
    for place in _MOMENTS:
        columns[place] = columns[place] and datetime.fromisoformat(columns[place])
    row = PublishedPage.from_db(None, _NAMES, columns)
    row.__dict__["images"] = images
    return row


@cache
def _select(*, heads: bool) -> str:
    # As text, moments are read twenty times as fast as Django's psycopg reads them.
    columns = [f"{_TABLE}.{field.column}" + "::text" * (place in _MOMENTS) for place, field in enumerate(_FIELDS)]
    if heads:
        columns[_NAMES.index("document")] += " - 'body'"
    return f"""
        SELECT {", ".join(columns)}, {main_images.text} FROM {_TABLE}
        WHERE {_TABLE}.site_id = {{site}} AND {_TABLE}.locale = ANY (%(chain)s) AND {{where}} {{tail}}
    """  # noqa: S608  # names of columns


def parts_read(row: PublishedPage) -> list[Kinds]:
    """What the document mentions, in as much of it as has been read: the head, and then the body."""
    parts = ["head"] if row.__dict__.get("is_head", False) else ["head", "body"]
    return [row.mentions.get(part, {}) for part in parts]


def add_bodies(rows: Iterable[PublishedPage]) -> bool:
    """Read the bodies of all heads, in one statement. Whether there were any."""
    without = {row.id: row for row in rows if row.__dict__.get("is_head", False)}
    if not without:
        return False
    with connection.cursor() as cursor:
        cursor.execute(_BODIES, {"ids": list(without)})
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
