"""The only home of the two ways to read a search text: its words as they are, else words like them.

Words as they are have each language's own rules, and are found without their accents too: a page that has them only so
comes below all that have them as they are written. Every word must be found, in the text or as the beginning of the
name of a place, partner or person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from api.reading.languages import Reader
from api.reading.searching.names import Word
from cms.publishing.models import PublishedPage

PAGE = PublishedPage._meta.db_table
MILLION = 1_000_000  # relevance is a whole number, which a cursor can say exactly
EXACT = 10  # more than any score: what has a word as it is written comes first
SIMILAR = (
    "SELECT publishing_with_folded_words(%s::tsquery, %s::jsonpath) UNION SELECT publishing_with_similar_title(%s)"
)
NAME_COUNTS = 0.06  # half of what a word counts that is once in the body
NOWHERE = "SELECT NULL::integer, NULL::boolean WHERE FALSE"


@dataclass(frozen=True)
class Sql:
    """SQL made of nothing that a client wrote, and its parameters."""

    text: str
    params: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Which pages a search text finds, how well it fits each, and which of their words it means."""

    found: Sql  # rows of an id and whether the page has every word as it is written
    score: Sql  # of a page that has
    folded_score: Sql  # of a page that has not
    meant: Sql  # the query that marks words
    folded_meant: Sql  # the one that marks words without their accents

    def relevance(self, exact: Sequence[int]) -> RawSQL:
        """The relevance of what is found, of which the pages with the ids `exact` have every word."""
        text = f"""
            ({MILLION} * CASE WHEN {PAGE}.id = ANY (%s::integer[])
                         THEN {EXACT} + {self.score.text} ELSE {self.folded_score.text} END)::bigint
        """
        params = (list(exact), *self.score.params, *self.folded_score.params)
        return RawSQL(text, params, output_field=BigIntegerField())  # noqa: S611  # see Sql


_NO_WORD = Sql("''::tsquery")
NOTHING = Reading(Sql(NOWHERE), Sql("0"), Sql("0"), _NO_WORD, _NO_WORD)


def by_words(words: Sequence[Word], reader: Reader) -> Reading:
    """Words that are too common in a language count there only where there are no others."""
    wanted = [
        (language, number, query, word.folded_queries[language], word.names, word.folded_names)
        for language in reader.chain
        for number, (word, query) in enumerate(_counting(words, language))
    ]
    columns = tuple(list(column) for column in zip(*wanted, strict=True))
    found = "SELECT * FROM publishing_found(%s, %s, %s::tsquery[], %s::tsquery[], %s::jsonpath[], %s::jsonpath[])"
    meant = _by_language({code: _any_of(query for _, query in _counting(words, code)) for code in reader.chain})
    folded_meant = _by_language(
        {code: _any_of(word.folded_queries[code] for word, _ in _counting(words, code)) for code in reader.chain}
    )
    return Reading(
        Sql(found, columns),
        _scored(_rank("search_vector", meant), [word.names for word in words]),
        _scored(_rank("folded_vector", folded_meant), [word.folded_names for word in words]),
        meant,
        folded_meant,
    )


def by_similar_words(words: Sequence[Word], names: Sequence[str | None]) -> Reading:
    """`names` says what each of the words may name if it is misspelt."""
    likeness = " + ".join(f"word_similarity(%s, {PAGE}.folded_title)" for _ in words)
    queries = [_any_of(word.folded_queries.values()) for word in words]
    given = zip(queries, names, words, strict=True)
    params = tuple(param for query, name, word in given for param in (query, name, word.folded_text))
    score = _scored(Sql(likeness, tuple(word.folded_text for word in words)), names)
    found = f"SELECT id, FALSE FROM ({' INTERSECT '.join([f'({SIMILAR})'] * len(words))}) AS found (id)"  # noqa: S608  # see Sql
    return Reading(Sql(found, params), Sql("0"), score, _NO_WORD, Sql("%s::tsquery", (_any_of(queries),)))


def _counting(words: Sequence[Word], language: str) -> list[tuple[Word, str]]:
    """Those words that count in a language, or all where none does, each with its query."""
    counting = [(word, query) for word in words if (query := word.queries[language])]
    return counting or [(word, word.plain) for word in words]


def _any_of(queries: Iterable[str]) -> str:
    return " | ".join(f"({query})" for query in queries)


def _by_language(queries: dict[str, str]) -> Sql:
    """A row's query, by its language."""
    cases = " ".join("WHEN %s THEN %s::tsquery" for _ in queries)
    return Sql(f"CASE {PAGE}.locale {cases} END", tuple(part for item in queries.items() for part in item))


def _rank(vector: str, query: Sql) -> Sql:
    return Sql(f"ts_rank({PAGE}.{vector}, {query.text})", query.params)


def _scored(score: Sql, names: Sequence[str | None]) -> Sql:
    """The score with what the names add that a page has."""
    known = [name for name in names if name]
    added = "".join(
        f" + CASE WHEN {PAGE}.facets @@ %s::jsonpath THEN {NAME_COUNTS / len(names)} ELSE 0 END" for _ in known
    )
    return Sql(score.text + added, (*score.params, *known))
