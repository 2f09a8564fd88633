"""The only home of what is asked of a database before anything is stored in it: that it knows letters.

Search compares words in lower case, and PostgreSQL makes them so by the database's own locale: "C" knows A to Z alone.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

HINT = "Make the database by CREATE DATABASE name ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0."


@register(Tags.database)
def databases_know_letters(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    return [
        Error(f"The database {alias!r} does not know the letters Ä, Ö and Å.", hint=HINT, id="publishing.E001")
        for alias in databases or ()
        if not _knows_letters(alias)
    ]


def _knows_letters(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        if cursor.fetchone() != ("UTF8",):
            return False
        cursor.execute("SELECT lower('ÄÖÅ') = 'äöå'")
        return cursor.fetchone() == (True,)
