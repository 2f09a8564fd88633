"""The only home of what is asked of a database: that it knows letters, and which languages fall back on which.

Search compares words in lower case, and PostgreSQL makes them so by the database's own locale: "C" knows A to Z alone.
The public index is worked out by the fallbacks that were settings when `migrate` ran last.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from cms.publishing.index_upkeep import are_chains_written, has_tables

HINT = "Make the database by CREATE DATABASE name ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0."


@register(Tags.database)
def databases_know_letters(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    return [
        Error(f"The database {alias!r} does not know the letters Ä, Ö and Å.", hint=HINT, id="publishing.E001")
        for alias in databases or ()
        if not _knows_letters(alias)
    ]


@register(Tags.database)
def databases_know_fallbacks(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """A database that is yet to be migrated is told of by `migrate --check`."""
    return [
        Error(
            f"In the database {alias!r}, the public index is of other languages or fallbacks than the settings say.",
            hint="Run manage.py migrate: it works the index out anew.",
            id="publishing.E002",
        )
        for alias in databases or ()
        if has_tables(alias) and not are_chains_written(alias)
    ]


def _knows_letters(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        if cursor.fetchone() != ("UTF8",):
            return False
        cursor.execute("SELECT lower('ÄÖÅ') = 'äöå'")
        return cursor.fetchone() == (True,)
