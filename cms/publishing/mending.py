"""The only home of mending a database that is not what its migrations defined in it, without losing what it holds."""

import re
from collections.abc import Collection

from django.db import connections, transaction

from cms.publishing import sql
from cms.publishing.defining import define
from cms.publishing.drift import Thing, compare
from cms.publishing.migrated import Defined, applied_to, defined_by

# Of tables with columns that are derived by one of these functions, what has PostgreSQL derive them again.
_DERIVED = """
SELECT format('UPDATE %%s SET %%s', attrelid::regclass, (
    SELECT string_agg(format('%%1$I = %%1$I', own.attname), ', ') FROM pg_attribute AS own
    WHERE own.attrelid = derived.attrelid AND own.attnum > 0 AND own.attgenerated = '' AND NOT own.attisdropped
))
FROM pg_attribute AS derived
JOIN pg_class AS relation ON relation.oid = attrelid AND relkind = 'r'
JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attgenerated = 's' AND relnamespace = ANY (current_schemas(false)::regnamespace[])
  AND pg_get_expr(adbin, adrelid) ~ %s
GROUP BY attrelid
"""


def mend(alias: str) -> list[Thing]:
    """Define again what is missing or changed, and make up for what it did not do meanwhile; what was mended.

    A database of a newer release is left alone.
    """
    drifted = compare(alias).drifted
    if drifted:
        defined = defined_by(applied_to(alias))
        things = {(thing.kind, thing.name) for thing in drifted}
        with transaction.atomic(alias):
            define([text for text in defined.texts() if not things.isdisjoint(sql.made(text))], using=alias)
            if left := compare(alias).drifted:
                raise RuntimeError(f"Not mended: {', '.join(map(str, left))}.")
            _make_up(alias, defined, {thing.name for thing in drifted})
    return drifted


def _make_up(alias: str, defined: Defined, names: Collection[str]) -> None:
    """Derive columns again, remember paths that are public now, work indexes out; nobody keeps an older answer."""
    with connections[alias].cursor() as cursor:
        cursor.execute(_DERIVED, [rf"\m({'|'.join(_callers(defined, names))})\("])
        for (update,) in cursor.fetchall():
            cursor.execute(update)
        if defined.numbers.get("remember_paths"):
            cursor.execute("SELECT publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument))")
        if defined.numbers.get("keep_index"):
            cursor.execute("INSERT INTO publishing_indexwork (every) VALUES (true)")
        if defined.numbers.get("word_index"):
            cursor.execute(
                "SELECT publishing_work_out_words(ARRAY("
                "SELECT page_id FROM publishing_publisheddocument UNION SELECT page_id FROM publishing_pagewords))"
            )
        if defined.numbers.get("raise_version"):
            cursor.execute("SELECT publishing_raise_version()")


def _callers(defined: Defined, names: Collection[str]) -> set[str]:
    """`names`, and those of all that says one of them, or says what says one."""
    found = set(names)
    for text in defined.texts():
        if re.search(rf"\b({'|'.join(found)})\b", text):
            found |= {thing.name for thing in sql.made(text)}
    return found
