"""The only home of what words mean to PostgreSQL: their stems, and the places, partners and people that they may name.

Names are looked up where they are kept, so that a page is found by a new name at once; pages have only the codes and
keys of what they name. A word may be the beginning of another.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from api.reading.languages import Reader
from api.reading.searching.words import SearchedWord
from api.reading.snippets import live
from cases.models import Municipality, Organisation, Person

MOST_NAMES = 100  # that one word may stand for; the shortest
SHORTEST = 2  # letters of a word that may be the beginning of a name
SIMILAR = 0.5  # from here on, a word may be another one misspelt: as publishing_with_similar_title says

# Every name that counts, with its facet, key and language. A place has the names of all languages and their forms.
_NAMES = f"""
    SELECT 'municipalities' AS facet, code AS key, '' AS language, text
    FROM {Municipality._meta.db_table}, unnest(string_to_array(words, E'\\n')) AS text
    UNION ALL
    SELECT 'organisations', translation_key::text, language, words
    FROM ({{organisations}}) AS organisation (translation_key, language, words)
    UNION ALL
    SELECT 'people', translation_key::text, language, words
    FROM ({{people}}) AS person (translation_key, language, words)
"""  # noqa: S608  # made of nothing that a client wrote

_NAMED = f"""
    ARRAY(
        SELECT jsonb_build_array(facet, key)
        FROM name {{matching}}
        GROUP BY facet, key ORDER BY min(length(name.text)), key LIMIT {MOST_NAMES}
    )
"""  # noqa: S608  # likewise

_MEANT = f"""
    JOIN word AS meant ON meant.language = name.language AND {{condition}}
    WHERE meant.number = word.number AND (length(word.text) >= {SHORTEST} OR NOT word.begun)
"""

# Without accents a letter may become several signs, quotation marks among them.
_FOLDED = "regexp_replace(publishing_folded({}), '[''\\\\]', ' ', 'g')"

# A folded word is looked for as it is, and with the endings off that its language knows.
_LOOK_UP = f"""
    WITH word AS MATERIALIZED (
        SELECT given.number, given.text, given.begun, folded.text AS folded_text, language,
               to_tsquery(configuration, '''' || given.text || '''' || ending) AS query,
               to_tsquery('pg_catalog.simple', '''' || folded.text || '''' || ending)
                   || to_tsquery(configuration, '''' || folded.text || '''' || ending) AS folded_query
        FROM unnest(%s::text[], %s::boolean[]) WITH ORDINALITY AS given (text, begun, number),
             unnest(%s::text[]) AS language,
             publishing_search_configuration(language) AS configuration,
             LATERAL (SELECT {_FOLDED.format("given.text")}) AS folded (text),
             LATERAL (SELECT CASE WHEN given.begun THEN ':*' ELSE '' END) AS ending (ending)
    ),
    name AS MATERIALIZED (
        SELECT *, to_tsvector(publishing_search_configuration(language), text) AS vector,
               to_tsvector('pg_catalog.simple', publishing_folded(text)) AS folded_vector
        FROM ({_NAMES}) AS name
    )
    SELECT word.text, word.folded_text, jsonb_object_agg(word.language, word.query::text),
           jsonb_object_agg(word.language, word.folded_query::text),
           {_NAMED.format(matching=_MEANT.format(condition="name.vector @@ meant.query"))},
           {_NAMED.format(matching=_MEANT.format(condition="name.folded_vector @@ meant.folded_query"))}
    FROM word GROUP BY word.number, word.text, word.begun, word.folded_text ORDER BY word.number
"""  # noqa: S608  # likewise

_ALIKE = f"WHERE word_similarity(word.text, name.text) >= {SIMILAR} AND length(word.text) >= {SHORTEST}"
_LOOK_UP_SIMILAR = f"""
    WITH name AS MATERIALIZED (
        SELECT facet, key, publishing_folded(text) AS text FROM ({_NAMES}) AS name
    )
    SELECT {_NAMED.format(matching=_ALIKE)}
    FROM unnest(%s::text[]) WITH ORDINALITY AS word (text, number) ORDER BY number
"""  # noqa: S608  # likewise


@dataclass(frozen=True)
class Word:
    """A word as its languages' rules have it, as it is without accents, and what it names."""

    text: str
    folded_text: str
    queries: dict[str, str]  # by language; "" for a word that is too common in it to count
    plain: str  # the query without the rules of any language
    folded_queries: dict[str, str]  # by language
    names: str | None  # a JSON path that holds of the facets of what names it
    folded_names: str | None


def look_up(words: Sequence[SearchedWord], reader: Reader) -> list[Word]:
    """The words that PostgreSQL sees as such."""
    given = [[word.text for word in words], [word.begun for word in words], [*reader.chain, ""]]
    found = [
        Word(
            text,
            folded_text,
            queries := json.loads(made),
            queries.pop(""),
            json.loads(folded),
            _any_name(names),
            _any_name(folded_names),
        )
        for text, folded_text, made, folded, names, folded_names in _rows(_LOOK_UP, given, [], reader)
    ]
    return [word for word in found if word.plain]


def look_up_similar_names(words: Sequence[Word], reader: Reader) -> list[str | None]:
    """For each word a JSON path that holds of the facets of what it may name if it is misspelt."""
    rows = _rows(_LOOK_UP_SIMILAR, [], [[word.folded_text for word in words]], reader)
    return [_any_name(names) for (names,) in rows]


def _rows(sql: str, before: list[Any], after: list[Any], reader: Reader) -> list[tuple[Any, ...]]:
    """The rows of `sql`, with its parameters before those of the names and after them."""
    columns = ("translation_key", "locale__language_code", "words")
    queries = [
        live(model.objects.order_by(), reader).values_list(*columns).query.sql_with_params()
        for model in (Organisation, Person)
    ]
    (organisations, organisation_params), (people, people_params) = queries
    with connection.cursor() as cursor:
        cursor.execute(
            sql.format(organisations=organisations, people=people),
            [*before, *organisation_params, *people_params, *after],
        )
        return cursor.fetchall()


def _any_name(names: Iterable[Any]) -> str | None:
    """A JSON path that holds of facets which have any of these names."""
    pairs = [json.loads(name) for name in names]
    return " || ".join(f"$.{facet}[*] == {json.dumps(key)}" for facet, key in pairs) or None
