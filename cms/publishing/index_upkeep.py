"""The only home of what keeps the public index beside its triggers: readers' chains, comparing, working out anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import AppConfig
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models.signals import post_migrate

from cms.publishing.models import ReaderChain

MOST_AT_ONCE = 200  # pages; who publishes waits as long as they take

# Of what both have, the moments that count are those to come: readers cannot tell them from each other before.
_DIFFERENCES = """
    WITH known AS (
        SELECT * FROM publishing_publicindex
        WHERE translation_key = ANY (%(keys)s) AND (shown_until IS NULL OR shown_until > statement_timestamp())
    ),
    fresh AS (SELECT * FROM publishing_index_rows(%(keys)s)),
    differing AS (
        SELECT translation_key, reader, site_id, locale,
               to_jsonb(known) || jsonb_build_object(
                   'shown_from', nullif(greatest(known.shown_from, statement_timestamp()), statement_timestamp())
               ) AS known,
               to_jsonb(fresh) AS fresh
        FROM known FULL JOIN fresh USING (translation_key, reader, site_id, locale)
    )
    SELECT translation_key, reader, site_id, locale, known IS NOT NULL, fresh IS NOT NULL,
           ARRAY(
               SELECT part.key FROM jsonb_each(fresh) AS part WHERE part.value <> known -> part.key ORDER BY part.key
           )
    FROM differing WHERE known IS DISTINCT FROM fresh
    ORDER BY translation_key, site_id, reader, locale
"""

_OTHER_NUMBERS = """
    SELECT type, reader, locale, site_id, facet, coalesce(known.terms, fresh.terms)::text,
           coalesce(known.first_year, fresh.first_year), coalesce(known.last_year, fresh.last_year),
           coalesce(known.number, 0), coalesce(fresh.number, 0)
    FROM publishing_indexcount AS known
    FULL JOIN publishing_index_numbers(ARRAY(SELECT entry FROM publishing_publicindex AS entry)) AS fresh
        USING (site_id, reader, type, facet, digest, locale)
    WHERE (known.terms, known.first_year, known.last_year, known.number)
          IS DISTINCT FROM (fresh.terms, fresh.first_year, fresh.last_year, fresh.number)
    ORDER BY site_id, reader, type, facet, digest, locale
"""


def connect(config: AppConfig) -> None:
    post_migrate.connect(after_migrations, sender=config, dispatch_uid="cms.publishing.index_upkeep")


def after_migrations(using: str, **kwargs: Any) -> None:
    """Write what the settings say; an index that was never filled is filled by that."""
    if has_tables(using):
        write_chains(using)


def has_tables(using: str = "default") -> bool:
    """Whether the migration of the index has run."""
    with connections[using].cursor() as cursor:
        return ReaderChain._meta.db_table in connections[using].introspection.table_names(cursor)


def chains() -> set[tuple[str, str, int]]:
    """Reader, language and rank: the language asked for first, then its fallbacks."""
    fallbacks: Mapping[str, list[str]] = settings.LOCALE_FALLBACKS
    return {
        (reader, locale, rank)
        for reader, _ in settings.LANGUAGES
        for rank, locale in enumerate(dict.fromkeys([reader, *fallbacks.get(reader, [])]))
    }


def are_chains_written(using: str = "default") -> bool:
    """Whether the index is there, and of the settings' languages and fallbacks."""
    return (
        has_tables(using) and set(ReaderChain.objects.using(using).values_list("reader", "locale", "rank")) == chains()
    )


def write_chains(using: str = "default") -> None:
    """Where the settings have changed, all rows of the index are worked out anew."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(f"LOCK TABLE {ReaderChain._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
        if not are_chains_written(using):
            rows = ReaderChain.objects.using(using)
            rows.all().delete()
            rows.bulk_create(ReaderChain(reader=reader, locale=locale, rank=rank) for reader, locale, rank in chains())


def keys_at_once() -> list[list[UUID]]:
    """The translation keys of all pages that the index has or should have, in parts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM publishing_index_keys() AS key ORDER BY key")
        keys = [key for (key,) in cursor.fetchall()]
    return [keys[start : start + MOST_AT_ONCE] for start in range(0, len(keys), MOST_AT_ONCE)]


def work_out(keys: list[UUID]) -> int:
    """Give these pages the rows that they should have; how many rows that changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT publishing_work_out_index(%s)", [keys])
        changed: int = cursor.fetchone()[0]
    return changed


@dataclass(frozen=True)
class IndexDifference:
    """A row that is not as it should be."""

    key: UUID
    what: str


def index_differences(keys: list[UUID]) -> Iterator[IndexDifference]:
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES, {"keys": keys})
        rows = cursor.fetchall()
    for key, reader, site, locale, is_known, is_right, columns in rows:
        one = "a row too many" if is_known else "no row"
        what = f"another {', '.join(columns)}" if is_known and is_right else one
        yield IndexDifference(key, f"{what} for its version in {locale}, read in {reader} on site {site}")


def count_anew() -> int:
    """Give lists the numbers that they should have; how many numbers that changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT publishing_recount_index()")
        changed: int = cursor.fetchone()[0]
    return changed


def other_numbers() -> Iterator[str]:
    """The numbers that are kept, and are not what the index has."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHER_NUMBERS)
        rows = cursor.fetchall()
    for page_type, reader, locale, site, facet, terms, first_year, last_year, known, right in rows:
        of = f"{facet} {terms if first_year is None else f'{first_year} to {last_year}'}" if facet else "all"
        yield f"{known} and not {right} {page_type} in {locale}, read in {reader} on site {site}, with {of}"
