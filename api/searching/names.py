"""The only home of what words mean to PostgreSQL: their stems, and the places and organisations that they may name.

Names are looked up where they are kept, so that a page is found by a new name at once; pages have only the codes and
keys of what they name. A word may be the beginning of another.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from api.locales import Reader
from api.references import live
from cases.models import Municipality, Organisation

MOST_NAMES = 100  # that one word may stand for; the shortest
SHORTEST = 2  # letters of a word that may be a name
SIMILAR = 0.5  # from here on, a word may be another one misspelt: as publishing_with_similar_title says

# Every name that counts, with its facet, key and language. A place has the names of all languages and their forms.
_NAMES = f"""
    SELECT 'municipalities' AS facet, code AS key, '' AS language, form #>> '{{{{}}}}' AS text
    FROM {Municipality._meta.db_table},
         jsonb_path_query(jsonb_build_array(name, inflections), '$[*].*[*]') AS form
    UNION ALL
    SELECT 'organisations', translation_key::text, language, name
    FROM ({{organisations}}) AS organisation (translation_key, language, name)
"""  # noqa: S608  # made of nothing that a client wrote

_NAMED = f"""
    ARRAY(
        SELECT jsonb_build_array(facet, key)
        FROM name {{matching}} AND length(word.text) >= {SHORTEST}
        GROUP BY facet, key ORDER BY min(length(name.text)), key LIMIT {MOST_NAMES}
    )
"""  # noqa: S608  # likewise

_BY_STEMS = """
    JOIN word AS meant ON meant.language = name.language AND name.vector @@ meant.query
    WHERE meant.number = word.number
"""
_LOOK_UP = f"""
    WITH word AS MATERIALIZED (
        SELECT word.number, word.text, language,
               to_tsquery(publishing_search_configuration(language), '''' || word.text || ''':*') AS query
        FROM unnest(%s::text[]) WITH ORDINALITY AS word (text, number), unnest(%s::text[]) AS language
    ),
    name AS MATERIALIZED (
        SELECT *, to_tsvector(publishing_search_configuration(language), text) AS vector FROM ({_NAMES}) AS name
    )
    SELECT word.text, jsonb_object_agg(word.language, word.query::text), {_NAMED.format(matching=_BY_STEMS)}
    FROM word GROUP BY word.number, word.text ORDER BY word.number
"""  # noqa: S608  # likewise

# Without accents a letter may become several signs, quotation marks among them.
_LOOK_UP_FOLDED = f"""
    WITH word AS MATERIALIZED (
        SELECT number, folded AS text, to_tsquery('pg_catalog.simple', '''' || folded || ''':*') AS query
        FROM unnest(%s::text[]) WITH ORDINALITY AS given (word, number),
             LATERAL regexp_replace(publishing_folded(word), '[''\\\\]', ' ', 'g') AS folded
    ),
    name AS MATERIALIZED (
        SELECT facet, key, folded AS text, to_tsvector('pg_catalog.simple', folded) AS vector
        FROM ({_NAMES}) AS name, publishing_folded(text) AS folded
    )
    SELECT text, query::text,
           {_NAMED.format(matching="WHERE name.vector @@ word.query")},
           {_NAMED.format(matching=f"WHERE word_similarity(word.text, name.text) >= {SIMILAR}")}
    FROM word ORDER BY number
"""  # noqa: S608  # likewise


@dataclass(frozen=True)
class Word:
    """A word as its language's rules have it, and what it names."""

    text: str
    queries: dict[str, str]  # by language; "" for a word that is too common in it to count
    plain: str  # the query without the rules of any language
    names: str | None  # a JSON path that holds of the facets of what names it


@dataclass(frozen=True)
class FoldedWord:
    """A word without accents, what it names, and what it may name if it is misspelt."""

    text: str
    query: str
    names: str | None
    similar_names: str | None


def look_up(words: Sequence[str], reader: Reader) -> list[Word]:
    """The words that PostgreSQL sees as such."""
    found = [
        Word(text, queries := json.loads(made), queries.pop(""), _any_name(names))
        for text, made, names in _rows(_LOOK_UP, [list(words), [*reader.chain, ""]], reader)
    ]
    return [word for word in found if word.plain]


def look_up_folded(words: Sequence[str], reader: Reader) -> list[FoldedWord]:
    """The words that are still seen as such without accents."""
    return [
        FoldedWord(text, query, _any_name(names), _any_name(similar))
        for text, query, names, similar in _rows(_LOOK_UP_FOLDED, [list(words)], reader)
        if query
    ]


def _rows(sql: str, params: list[Any], reader: Reader) -> list[tuple[Any, ...]]:
    organisations = live(Organisation.objects.order_by(), reader)
    columns = organisations.values_list("translation_key", "locale__language_code", "name")
    names, name_params = columns.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql.format(organisations=names), [*params, *name_params])
        return cursor.fetchall()


def _any_name(names: Iterable[Any]) -> str | None:
    """A JSON path that holds of facets which have any of these names."""
    pairs = [json.loads(name) for name in names]
    return " || ".join(f"$.{facet}[*] == {json.dumps(key)}" for facet, key in pairs) or None
