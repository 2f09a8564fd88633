"""The only home of what `manage.py check --database` asks of a database: letters, definitions, fallbacks.

Search compares words in lower case, and PostgreSQL makes them so by the database's own locale: "C" knows A to Z alone.

What is public is defined in the database, where a hand can change it; see `drift`. The public index is worked out by
the fallbacks that were settings when `migrate` ran last.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004  Django's name
from django.db import connections

from cms.publishing.drift import Comparison, compare
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
def databases_are_as_defined(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    return [message for alias in databases or () for message in _messages(alias, compare(alias))]


def _messages(alias: str, comparison: Comparison) -> Iterator[CheckMessage]:
    of_database = f"In the database {alias!r}"
    if comparison.is_newer:
        yield Warning(
            f"{of_database} a newer release has migrated: whether it is as defined, only that release can tell.",
            hint="Run the check of the newer release. This one still reads and writes; see docs/operations.md.",
            id="publishing.W001",
        )
    for sentence in comparison.sentences():
        yield Error(f"{of_database}: {sentence}", hint="Run manage.py migrate, which mends it.", id="publishing.E002")
    for thing in comparison.strange:
        yield Warning(
            f"{of_database} no migration defined the {thing}.",
            hint="Drop it, or give it a name and a table of your own: it may change what is public.",
            id="publishing.W002",
        )


@register(Tags.database)
def databases_know_fallbacks(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """A database that is yet to be migrated is told of by `migrate --check`."""
    return [
        Error(
            f"In the database {alias!r}, the public index is of other languages or fallbacks than the settings say.",
            hint="Run manage.py migrate: it works the index out anew.",
            id="publishing.E003",
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
