"""The only home of what words mean to PostgreSQL: their stems, and the places, partners and people that they may name.

Names are looked up where they are kept, so that a page is found by a new name at once; pages have only the codes and
keys of what they name. A word may be the beginning of another.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from api.reading.languages import Reader
from api.reading.searching.words import SearchedWord
from api.reading.snippets import published
from api.reading.sql import Sql, load, of_query, sql
from cases.models import Organisation, Person
from cms.publishing.mentions import kind_of
from cms.publishing.public_index import term

MOST_NAMES = 100  # that one word may stand for; the shortest
SHORTEST = 2  # letters of a word that may be the beginning of a name
SIMILAR = 0.5  # from here on, a word may be another one misspelt: as publishing_with_similar_title says

MEANT = """
    JOIN word AS meant ON meant.language = name.language AND {condition}
    WHERE meant.number = word.number AND (length(word.text) >= %(shortest)s OR NOT word.begun)
"""
ALIKE = "WHERE word_similarity(word.text, name.text) >= %(similar)s AND length(word.text) >= %(shortest)s"


@dataclass(frozen=True)
class Word:
    """A word as its languages' rules have it, as it is without accents, and what it names."""

    text: str
    folded_text: str
    queries: dict[str, str]  # by language; "" for a word that is too common in it to count
    plain: str  # the query without the rules of any language
    folded_queries: dict[str, str]  # by language
    names: str | None  # a query for the terms of what names it
    folded_names: str | None


def look_up(words: Sequence[SearchedWord], reader: Reader) -> list[Word]:
    """The words that PostgreSQL sees as such."""
    statement = load(
        "words",
        texts=[word.text for word in words],
        begun=[word.begun for word in words],
        word_languages=[*reader.chain, ""],
        names=_names(reader),
        named=_named(_meant("name.vector @@ meant.query")),
        named_when_folded=_named(_meant("name.folded_vector @@ meant.folded_query")),
    )
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
        for text, folded_text, made, folded, names, folded_names in statement.rows()
    ]
    return [word for word in found if word.plain]


def look_up_similar_names(words: Sequence[Word], reader: Reader) -> list[str | None]:
    """For each word a query for the terms of what it may name if it is misspelt."""
    alike = sql(ALIKE, similar=SIMILAR, shortest=SHORTEST)
    texts = [word.folded_text for word in words]
    found = load("similar_names", names=_names(reader), named=_named(alike), texts=texts).rows()
    return [_any_name(names) for (names,) in found]


def _names(reader: Reader) -> Sql:
    """Those of places, and of the organisations and people that the reader may get."""
    columns = ("translation_key", "locale", "words")
    return load(
        "names",
        organisations=of_query(published(kind_of(Organisation), reader).values_list(*columns), "organisation"),
        people=of_query(published(kind_of(Person), reader).values_list(*columns), "person"),
    )


def _named(matching: Sql) -> Sql:
    return load("named", matching=matching, most_names=MOST_NAMES)


def _meant(condition: str) -> Sql:
    return sql(MEANT, condition=Sql(condition), shortest=SHORTEST)


def _any_name(names: Iterable[Any]) -> str | None:
    """A query for the terms of any of these names."""
    return " | ".join(_query(term(facet, key)) for facet, key in map(json.loads, names)) or None


def _query(of_term: str) -> str:
    """As the word index has a term, beside the words."""
    return "'=" + of_term.replace("\\", "\\\\").replace("'", "''") + "'"
