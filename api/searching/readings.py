"""The only home of the three ways to read a search text, the next where nothing is found by the one before.

First by the words' stems, each language by its own rules; then by words without accents; then by words like them. Every
word must be found, in the text or as the beginning of the name of a place or partner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, BooleanField
from django.db.models.expressions import RawSQL

from api.locales import Reader
from api.searching.names import FoldedWord, Word
from cms.publishing.models import PublishedPage

PAGE = PublishedPage._meta.db_table
MILLION = 1_000_000  # relevance is a whole number, which a cursor can say exactly
FOLDED = "SELECT publishing_with_folded_words(%s::tsquery, %s::jsonpath)"
SIMILAR = f"({FOLDED} UNION SELECT publishing_with_similar_title(%s))"
NAME_COUNTS = 0.06  # half of what a word counts that is once in the body


@dataclass(frozen=True)
class Sql:
    """SQL made of nothing that a client wrote, and its parameters."""

    text: str
    params: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Which pages a search text finds, how well it fits each, and which of their words it means."""

    found: Sequence[Sql]  # queries for ids: a page that is found is in all of them
    score: Sql
    meant: Sql  # the query that marks words
    configuration: str = "'public.publishing_folded_words'"  # how their text is split into words

    @property
    def condition(self) -> RawSQL:
        """As an array, the ids are found once, and lead to the pages."""
        text = f"{PAGE}.id = ANY (ARRAY ({' INTERSECT '.join(part.text for part in self.found)}))"
        params = [param for part in self.found for param in part.params]
        return RawSQL(text, params, output_field=BooleanField())  # noqa: S611  # see Sql

    @property
    def relevance(self) -> RawSQL:
        text = f"({MILLION} * ({self.score.text}))::bigint"
        return RawSQL(text, self.score.params, output_field=BigIntegerField())  # noqa: S611  # see Sql


NOTHING = Reading([], Sql("0"), Sql("''::tsquery"))


def by_stems(words: Sequence[Word], reader: Reader) -> Reading:
    """Of `words`, those that are too common in a language count there only where there are no others."""
    named = [word for word in words if word.names and word.queries[reader.locale]]
    others = [word for word in words if word not in named]
    all_of = [code for code in reader.chain if not any(word.queries[code] for word in others)] if named else []
    found = [_with_words([word], [], word.names, reader) for word in named]
    if others:
        found.append(_with_words(others, all_of, None, reader))
    meant = _of_its_language({code: _joined(words, code, " | ") for code in reader.chain})
    return Reading(
        found,
        _scored(f"ts_rank({PAGE}.search_vector, {meant.text})", meant.params, [word.names for word in named], words),
        meant,
        f"publishing_search_configuration({PAGE}.locale)",
    )


def by_folded_words(words: Sequence[FoldedWord]) -> Reading:
    meant = " | ".join(word.query for word in words)
    title = f"to_tsvector('pg_catalog.simple', {PAGE}.folded_title)"
    return Reading(
        [Sql(FOLDED, (word.query, word.names)) for word in words],
        _scored(
            f"ts_rank({PAGE}.folded_vector, %s::tsquery) + ts_rank({title}, %s::tsquery)",
            (meant, meant),
            [word.names for word in words],
            words,
        ),
        Sql("%s::tsquery", (meant,)),
    )


def by_similar_words(words: Sequence[FoldedWord]) -> Reading:
    likeness = " + ".join(f"word_similarity(%s, {PAGE}.folded_title)" for _ in words)
    return Reading(
        [Sql(SIMILAR, (word.query, word.similar_names, word.text)) for word in words],
        _scored(likeness, tuple(word.text for word in words), [word.similar_names for word in words], words),
        Sql("%s::tsquery", (" | ".join(word.query for word in words),)),
    )


def _with_words(words: Sequence[Word], all_of: Sequence[str], names: str | None, reader: Reader) -> Sql:
    queries = [_joined(words, code, " & ") for code in reader.chain]
    text = "SELECT publishing_with_words(%s, %s::tsquery[], %s, %s::jsonpath)"
    return Sql(text, (reader.chain, queries, list(all_of), names))


def _joined(words: Sequence[Word], language: str, operator: str) -> str:
    """The query for those words that count in a language, or for all where none does."""
    counting = [query for word in words if (query := word.queries[language])]
    return operator.join(f"({query})" for query in counting or [word.plain for word in words])


def _of_its_language(queries: dict[str, str]) -> Sql:
    """A row's query, by its language."""
    cases = " ".join("WHEN %s THEN %s::tsquery" for _ in queries)
    return Sql(f"CASE {PAGE}.locale {cases} END", tuple(part for item in queries.items() for part in item))


def _scored(score: str, params: tuple[Any, ...], names: Sequence[str | None], words: Sequence[object]) -> Sql:
    """The score with what the names add that a page has."""
    known = [name for name in names if name]
    added = "".join(
        f" + CASE WHEN {PAGE}.facets @@ %s::jsonpath THEN {NAME_COUNTS / len(words)} ELSE 0 END" for _ in known
    )
    return Sql(score + added, (*params, *known))
