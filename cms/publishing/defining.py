"""The only home of making in a database what numbered files say, in place of what stands there; see decision 19.

Functions are replaced where they stand, since other sessions call them, and columns are derived by them. All else is
dropped and made again, and with it the views that hang on it, whoever made them.
"""

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, ProgrammingError, connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.errors import InvalidFunctionDefinition

from cms.publishing import sql

_DROPPED = """
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = ANY (current_schemas(false))),
made AS (SELECT * FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS made (kind, name, place))
SELECT 1, 'pg_trigger'::regclass::oid, trigger.oid, format('DROP TRIGGER %%I ON %%s', tgname, tgrelid::regclass),
       place
FROM pg_trigger AS trigger JOIN pg_class AS relation ON relation.oid = tgrelid
JOIN made ON made.kind = 'TRIGGER' AND made.name = tgname
WHERE relnamespace IN (SELECT oid FROM own) AND NOT tgisinternal
UNION ALL
SELECT 2, 'pg_class'::regclass, relation.oid,
       format(CASE relkind WHEN 'm' THEN 'DROP MATERIALIZED VIEW %%s' ELSE 'DROP VIEW %%s' END, relation.oid::regclass),
       place
FROM pg_class AS relation JOIN made ON made.kind = 'VIEW' AND made.name = relname
WHERE relnamespace IN (SELECT oid FROM own) AND relkind IN ('v', 'm')
UNION ALL
SELECT 3, 'pg_class'::regclass, relation.oid, format('DROP INDEX %%s', relation.oid::regclass), place
FROM pg_class AS relation JOIN made ON made.kind = 'INDEX' AND made.name = relname
WHERE relnamespace IN (SELECT oid FROM own) AND relkind = 'i'
UNION ALL
SELECT 4, 'pg_proc'::regclass, routine.oid, format('DROP FUNCTION %%s', routine.oid::regprocedure), place
FROM pg_proc AS routine JOIN made ON made.kind = 'FUNCTION' AND made.name = proname
WHERE pronamespace IN (SELECT oid FROM own)
UNION ALL
SELECT 5, 'pg_ts_config'::regclass, config.oid, format('DROP TEXT SEARCH CONFIGURATION %%s', config.oid::regconfig),
       place
FROM pg_ts_config AS config JOIN made ON made.kind = 'TEXT SEARCH CONFIGURATION' AND made.name = cfgname
WHERE cfgnamespace IN (SELECT oid FROM own)
ORDER BY 1, place DESC
"""

_HANGING = """
WITH RECURSIVE dropped AS (SELECT * FROM unnest(%s::oid[], %s::oid[]) AS dropped (class, oid)),
hanging (oid, level) AS (
    SELECT ev_class, 1 FROM dropped
    JOIN pg_depend AS depend ON refclassid = class AND refobjid = dropped.oid
    JOIN pg_rewrite AS rule ON depend.classid = 'pg_rewrite'::regclass AND rule.oid = objid
    UNION
    SELECT ev_class, level + 1 FROM hanging
    JOIN pg_depend AS depend ON refclassid = 'pg_class'::regclass AND refobjid = hanging.oid
    JOIN pg_rewrite AS rule ON depend.classid = 'pg_rewrite'::regclass AND rule.oid = objid
    WHERE ev_class <> hanging.oid
)
SELECT relation.oid, format('DROP VIEW %%s', relation.oid::regclass),
       format('CREATE VIEW %%s AS %%s', relation.oid::regclass, pg_get_viewdef(relation.oid))
FROM hanging JOIN pg_class AS relation ON relation.oid = hanging.oid
WHERE relkind = 'v' AND relation.oid NOT IN (SELECT oid FROM dropped)
GROUP BY relation.oid ORDER BY max(level)
"""

_GRANTED = """
SELECT format(
    'GRANT %%s ON %%s TO %%s', privilege_type, relation.oid::regclass,
    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
)
FROM pg_class AS relation, aclexplode(relacl) WHERE relation.oid = ANY (%s) AND grantee <> relowner
"""


def define(texts: Sequence[str], *, before: Sequence[str] = (), using: str = DEFAULT_DB_ALIAS) -> None:
    """Make what `texts` say, in their order, in place of what `before` said; all of it or nothing."""
    new, old = "\n".join(texts), "\n".join(before)
    taken_back = {name for name, head in sql.heads(old).items() if sql.heads(new).get(name) != head}
    with transaction.atomic(using), connections[using].cursor() as cursor:
        # A table cannot be given a trigger, or lose one, while triggers of it wait for the end.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        try:
            with transaction.atomic(using):
                _replace(cursor, texts, old, taken_back)
        except ProgrammingError as error:
            if not isinstance(error.__cause__, InvalidFunctionDefinition):
                raise
            _replace(cursor, texts, old, set(sql.heads(new)) | taken_back)


def _replace(cursor: CursorWrapper, texts: Sequence[str], old: str, functions: set[str]) -> None:
    made = dict.fromkeys(thing for text in (old, *texts) for thing in sql.made(text))
    dropped = [thing for thing in made if thing.kind != "FUNCTION" or thing.name in functions]
    cursor.execute(_DROPPED, [[kind for kind, _ in dropped], [name for _, name in dropped]])
    found = cursor.fetchall()
    oids = [oid for _, _, oid, _, _ in found]
    cursor.execute(_HANGING, [[of for _, of, _, _, _ in found], oids])
    hanging = cursor.fetchall()
    cursor.execute(_GRANTED, [oids + [oid for oid, _, _ in hanging]])
    granted = cursor.fetchall()

    for _, drop, _ in reversed(hanging):
        cursor.execute(drop)
    for _, _, _, drop, _ in found:
        cursor.execute(drop)
    for text in filter(None, texts):
        cursor.execute(text)
    for _, _, create in hanging:
        cursor.execute(create)
    for (grant,) in granted:
        cursor.execute(grant)
