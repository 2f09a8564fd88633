"""The only home of finding where a database is not what its migrations defined in it.

PostgreSQL shows a definition in words of its own, which its next version may choose anew. So what the files say is made
beside what stands there, in a schema that is rolled back, and both are compared as this very server shows them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from cms.publishing import sql
from cms.publishing.migrated import Defined, Key, applied_to, are_of_a_newer_release, defined_by, defined_by_all

BESIDE = "publishing_beside"

# By kind, name and place, a digest of each definition in some schemas; the names of schemas do not count, nor those who
# own what is defined. Of triggers, also those of others on tables that have one of ours.
_STANDING = """
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = ANY (%s)),
watched AS (SELECT tgrelid AS oid FROM pg_trigger WHERE tgname ~ '^(publishing|pgtrigger)_' AND NOT tgisinternal),
standing (kind, name, place, definition) AS (
    SELECT 'FUNCTION', proname, pg_get_function_identity_arguments(oid), pg_get_functiondef(oid)
    FROM pg_proc
    WHERE pronamespace IN (SELECT oid FROM own) AND proname ~ '^(publishing|_?pgtrigger)_' AND prokind = 'f'
    UNION ALL
    SELECT 'VIEW', relname, '', concat_ws(' ', relkind, reloptions, pg_get_viewdef(relation.oid), (
        SELECT array_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod)) ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = relation.oid AND attnum > 0
    ))
    FROM pg_class AS relation
    WHERE relnamespace IN (SELECT oid FROM own) AND relname ~ '^publishing_' AND relkind IN ('v', 'm')
    UNION ALL
    SELECT 'TRIGGER', tgname, relname, concat_ws(' ', pg_get_triggerdef(trigger.oid), tgenabled)
    FROM pg_trigger AS trigger JOIN pg_class AS relation ON relation.oid = tgrelid
    WHERE relnamespace IN (SELECT oid FROM own) AND NOT tgisinternal
      AND (relname ~ '^publishing_' OR tgrelid IN (SELECT oid FROM watched))
    UNION ALL
    SELECT 'INDEX', relation.relname, '', concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid)
    FROM pg_index JOIN pg_class AS relation ON relation.oid = indexrelid
    WHERE relnamespace IN (SELECT oid FROM own) AND relation.relname = ANY (%s)
    UNION ALL
    SELECT 'TEXT SEARCH CONFIGURATION', cfgname, '', concat_ws(' ', cfgparser::regproc, (
        SELECT array_agg(concat_ws(' ', maptokentype, mapseqno, dictname) ORDER BY maptokentype, mapseqno)
        FROM pg_ts_config_map JOIN pg_ts_dict AS dictionary ON dictionary.oid = mapdict WHERE mapcfg = config.oid
    ))
    FROM pg_ts_config AS config WHERE cfgnamespace IN (SELECT oid FROM own) AND cfgname ~ '^publishing_'
)
SELECT kind, name::text, place::text,
       encode(sha256(convert_to({without_schemas}, 'UTF8')), 'hex')
FROM standing
"""
# The tables that triggers and indexes of ours are on.
_TABLES = """
SELECT format('CREATE TABLE %%I.%%I (LIKE %%s)', %s::text, relname, oid::regclass) FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = ANY (current_schemas(false)::regnamespace[]) AND relname = ANY (%s)
"""
_FIRST = "SELECT set_config('search_path', concat_ws(',', %s, current_setting('search_path')), true)"
# What a dump of a schema has of it. PostgreSQL reads its own words anew, and may then show them in others.
_RESTORED = """
WITH own AS (SELECT %s::regnamespace AS oid),
dumped (statement) AS (
    SELECT format('CREATE OR REPLACE VIEW %%s%%s AS %%s', relation.oid::regclass,
                  ' WITH (' || array_to_string(reloptions, ', ') || ')',
                  rtrim(pg_get_viewdef(relation.oid), ';'))
    FROM pg_class AS relation JOIN own ON relnamespace = own.oid WHERE relkind = 'v'
    UNION ALL
    SELECT format('DROP TRIGGER %%I ON %%s; %%s', tgname, tgrelid::regclass, pg_get_triggerdef(trigger.oid))
    FROM pg_trigger AS trigger JOIN pg_class AS relation ON relation.oid = tgrelid JOIN own ON relnamespace = own.oid
    UNION ALL
    SELECT format('DROP INDEX %%s; %%s', indexrelid::regclass, pg_get_indexdef(indexrelid))
    FROM pg_index JOIN pg_class AS relation ON relation.oid = indexrelid JOIN own ON relnamespace = own.oid
)
SELECT string_agg(statement, '; ') FROM dumped
"""
_ON = re.compile(r'\sON\s+"?(\w+)"?')
_OURS = re.compile(r'(?<![\w.])"?public"?\.(?="?(?:publishing|_?pgtrigger)_)')


class Thing(NamedTuple):
    kind: str
    name: str
    place: str  # a trigger's table, a function's parameters

    def __str__(self) -> str:
        place = {"FUNCTION": f"({self.place})", "TRIGGER": f" on {self.place}"}.get(self.kind, "")
        return f"{self.kind.lower()} {self.name}{place}"


Standing = dict[Thing, str]


@dataclass(frozen=True)
class Comparison:
    """Of a database with what its migrations have defined in it."""

    is_newer: bool = False  # than this server, which cannot tell then what should be
    is_older: bool = False
    missing: list[Thing] = field(default_factory=list)
    changed: list[Thing] = field(default_factory=list)
    strange: list[Thing] = field(default_factory=list)  # has one of our names or tables, and is no migration's

    @property
    def drifted(self) -> list[Thing]:
        return sorted([*self.missing, *self.changed])

    def sentences(self) -> Iterator[str]:
        yield from (f"The {thing} is missing." for thing in self.missing)
        yield from (f"The {thing} is not what was defined." for thing in self.changed)


def compare(alias: str) -> Comparison:
    applied = applied_to(alias)
    if not applied:
        return Comparison(is_older=True)
    if are_of_a_newer_release(applied):
        return Comparison(is_newer=True)
    defined = defined_by(applied)
    with connections[alias].cursor() as cursor:
        should, restored = _beside(alias, cursor.connection.info.server_version, applied)
        stands = _standing(cursor, defined)
    return Comparison(
        is_older=defined != defined_by_all(),
        missing=sorted(should.keys() - stands.keys()),
        changed=sorted(
            thing for thing in should.keys() & stands.keys() if stands[thing] not in {should[thing], restored[thing]}
        ),
        strange=sorted(stands.keys() - should.keys()),
    )


@lru_cache(maxsize=8)
def _beside(alias: str, server_version: int, applied: frozenset[Key]) -> tuple[Standing, Standing]:
    """What would stand in the database if it were as it was defined, and what after a dump of that was restored."""
    defined = defined_by(applied)
    script = "\n;\n".join(_OURS.sub(f"{BESIDE}.", text) for text in defined.texts())
    with transaction.atomic(alias), connections[alias].cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {BESIDE}")
        cursor.execute(_TABLES, [BESIDE, list(set(_ON.findall(script)))])
        copies = [copy for (copy,) in cursor.fetchall()]
        cursor.execute(
            "SELECT set_config('search_path', concat_ws(',', %s, current_setting('search_path')), true)", [BESIDE]
        )
        # Functions read tables that are not copied.
        cursor.execute("; ".join(["SET LOCAL check_function_bodies = off", *copies, script]))
        should = _standing(cursor, defined, BESIDE)
        cursor.execute(_RESTORED, [BESIDE])
        cursor.execute(cursor.fetchone()[0] or "SELECT")
        restored = _standing(cursor, defined, BESIDE)
        transaction.set_rollback(True, using=alias)
    return should, restored


def _standing(cursor: CursorWrapper, defined: Defined, schema: str | None = None) -> Standing:
    indexes = [thing.name for text in defined.texts() for thing in sql.made(text) if thing.kind == "INDEX"]
    cursor.execute("SELECT array_remove(current_schemas(false), 'pg_catalog')::text[]")
    (path,) = cursor.fetchone()
    names = sorted({*path, "public", BESIDE})
    without_schemas = "definition"
    for _ in names:
        without_schemas = f"replace(replace({without_schemas}, quote_ident(%s) || '.', ''), '\"' || %s || '\".', '')"
    own = [schema] if schema else path
    twice = [name for name in names for _ in range(2)]
    cursor.execute(_STANDING.format(without_schemas=without_schemas), [own, indexes, *twice])
    standing: Standing = {}
    for kind, name, place, digest in cursor.fetchall():  # in more than one schema, perhaps
        thing = Thing(kind, name, place)
        standing[thing] = standing.get(thing, "") + digest
    return standing
