"""The only home of reading the rows of pages that an answer shows, in SQL put together once.

With them come their main pictures, or more of what they mention: then one statement is all that they need. A list reads
heads: rows whose document has no body, since cards show no bodies and bodies are long.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import orjson

from api import allowance
from api.reading.languages import Reader
from api.reading.rows.as_json import Along, Selection, made
from api.reading.rows.images import main_images
from api.reading.rows.row import COLUMNS, Row
from api.reading.sites import the_site
from api.reading.sql import Sql, load, sql
from cms.publishing.models import PageRow, PublishedPage

NOTHING = Sql("")

_BODIES = "SELECT id, document -> 'body' FROM publishing_publishedpage WHERE id = ANY (%(ids)s)"
_SHOWN_TO = "{view}.site_id = {site} AND {view}.locale = ANY (%(chain)s) AND {where}"


def read_pages(
    reader: Reader, where: Sql, *, heads: bool = False, tail: Sql = NOTHING, of: type[PageRow] = PublishedPage
) -> list[Row]:
    """The pages of the reader's site and chain that meet a condition; `tail` is what follows it."""
    read = allowance.current().read
    columns = f"{_as_json(of, heads=heads)}, {main_images(of).text}"
    rows = []
    for text, images in _pages(reader, where, tail, of, columns).rows():
        read(len(text))
        rows.append(Row.of_text(text, images=images, is_head=heads))
    return rows


def read_pages_and(
    along: Along, reader: Reader, where: Sql, *, heads: bool = False, tail: Sql = NOTHING
) -> tuple[list[Row], list[list[Any]]]:
    """The same pages without their pictures, and what is made of the rows of each selection that comes along.

    The condition of a selection names what the pages mention by `mentioned`, and their versions by SHOWN_AND_ABOVE.
    """
    read = allowance.current().read
    for_others = "mentions" if heads else "mentions, translation_key, ancestor_keys"  # heads bring no versions
    columns = f"{_as_json(PublishedPage, heads=heads)} AS row, {for_others}"
    statement = load(
        "pages_and",
        pages=_pages(reader, where, tail, PublishedPage, columns),
        parts=Sql("'head'" if heads else "'head', 'body'"),
        along=along.sql,
    )
    rows, others = [], []
    for number, text in statement.rows():
        if number is None:
            read(len(text))
            rows.append(Row.of_text(text, is_head=heads))
        else:
            others.append((number, text))
    return rows, made(along.selections, others)


# The keys of the pages and of those above them, for a selection that comes along.
SHOWN_AND_ABOVE = Sql("""
    ARRAY(SELECT translation_key::text FROM shown UNION SELECT unnest(ancestor_keys)::text FROM shown)
""")


def mentioned(*kinds: str) -> Sql:
    """The keys of these kinds that the pages mention, likewise."""
    names = ", ".join(f"'{kind}'" for kind in kinds)
    return Sql(f"ARRAY(SELECT key FROM mentioned WHERE kind IN ({names}))")  # noqa: S608  # models' labels


def heads_with(column: str, reader: Reader, where: Sql) -> Selection:
    """The heads of pages that meet a condition with their pictures, to come along with others; each after a column."""
    view = PublishedPage._meta.db_table
    columns = (
        f"json_build_array({view}.{column}, {_columns(PublishedPage, heads=True)}, {main_images(PublishedPage).text})"
    )
    return Selection(view, _shown_to(reader, where, PublishedPage), _with_column, columns)


def _with_column(text: str) -> tuple[Any, Row]:
    column, *values = orjson.loads(text)
    return column, Row.of_values(values, is_head=True)


def _pages(reader: Reader, where: Sql, tail: Sql, of: type[PageRow], columns: str) -> Sql:
    return sql(
        "SELECT {columns} FROM {view} WHERE {shown} {tail}",
        columns=Sql(columns),
        view=Sql(of._meta.db_table),
        shown=_shown_to(reader, where, of),
        tail=tail,
    )


def _shown_to(reader: Reader, where: Sql, of: type[PageRow]) -> Sql:
    view = Sql(of._meta.db_table)
    return sql(_SHOWN_TO, view=view, site=the_site(reader.site), chain=reader.chain, where=where)


@cache
def _as_json(of: type[PageRow], *, heads: bool) -> str:
    return f"json_build_array({_columns(of, heads=heads)})::text"


@cache
def _columns(of: type[PageRow], *, heads: bool) -> str:
    view = of._meta.db_table
    return ", ".join(f"{view}.{column}" + " - 'body'" * (heads and column == "document") for column in COLUMNS)


def add_bodies(rows: Iterable[Row]) -> bool:
    """Read the bodies of all heads, in one statement. Whether there were any."""
    without = {row.id: row for row in rows if row.is_head}
    if not without:
        return False
    read = allowance.current().read
    bodies = {}  # pages on several sites have one
    for key, body in sql(_BODIES, ids=list(without)).rows():
        if body:
            read(len(body))
            bodies[key] = orjson.loads(body)
    for key, row in without.items():
        row.document["body"] = bodies.get(key, [])
        row.is_head = False
    return True
