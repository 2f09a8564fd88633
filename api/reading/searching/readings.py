"""The only home of the two ways to read a search text: its words as they are, else words like them.

Words as they are have each language's own rules, and are found without their accents too: a page that has them only so
comes below all that have them as they are written. Every word must be found, in the text or as the beginning of the
name of a place, partner or person.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from api.reading.languages import Reader
from api.reading.searching.names import Word
from api.reading.sql import Sql, joined, sql, together

MILLION = 1_000_000  # relevance is a whole number, which a cursor can say exactly
EXACT = 10  # more than any score: what has a word as it is written comes first
NAME_COUNTS = 0.06  # half of what a word counts that is once in the body

LEXEME = re.compile("'((?:[^']|'')*)'")
FOLLOWED = re.compile(r"<(?:-|\d+)>")

FOUND = "SELECT publishing_words_found(%(languages)s, %(queries)s::tsquery[])"
SIMILAR = "(SELECT publishing_similar_words_found(%(text)s, %(query)s::tsquery))"
# Thousands of rows take longer to be sent and read one by one than to be found.
RANKED = """
    SELECT json_build_array(array_agg(id), array_agg(exact), array_agg(relevance))::text
    FROM (
        SELECT page.id, own.exact,
               ({million} * CASE WHEN own.exact THEN {most} + {score} ELSE {folded_score} END)::bigint AS relevance
        FROM ({found}) AS found (id)
        JOIN ({pages}) AS page (id) ON page.id = found.id
        JOIN publishing_pagewords AS entry ON entry.page_id = found.id
        CROSS JOIN LATERAL (SELECT {exact} OFFSET 0) AS own (exact)
    ) AS ranked HAVING count(*) > 0
"""


class Hit(NamedTuple):
    """A page that is found."""

    is_exact: bool  # whether it has every word as it is written
    relevance: int


@dataclass(frozen=True)
class Reading:
    """Which pages a search text finds, how well it fits each, and which of their words it means."""

    found: Sql  # rows of an id
    exact: Sql  # whether a page has every word as it is written
    score: Sql  # of a page that has
    folded_score: Sql  # of a page that has not
    meant: Sql  # the query that marks words
    folded_meant: Sql  # the one that marks words without their accents

    def hits(self, pages: Sql) -> dict[int, Hit]:
        """What is found of these pages, by its id."""
        ranked = sql(
            RANKED,
            million=Sql(str(MILLION)),
            most=Sql(str(EXACT)),
            found=self.found,
            exact=self.exact,
            pages=pages,
            score=self.score,
            folded_score=self.folded_score,
        )
        return {pk: Hit(*how) for (columns,) in ranked.rows() for pk, *how in zip(*json.loads(columns), strict=True)}


_NO_WORD = Sql("''::tsquery")
NOTHING = Reading(Sql("SELECT NULL::integer WHERE FALSE"), Sql("FALSE"), Sql("0"), Sql("0"), _NO_WORD, _NO_WORD)


def by_words(words: Sequence[Word], reader: Reader) -> Reading:
    """Words that are too common in a language count there only where there are no others."""
    counting = {code: _counting(words, code) for code in reader.chain}
    exact = {code: _all_of(_any_of([query, word.names]) for word, query in counting[code]) for code in reader.chain}
    queries = [
        _all_of(
            _any_of([query, word.names, _marked(word.folded_queries[code]), word.folded_names])
            for word, query in counting[code]
        )
        for code in reader.chain
    ]
    meant = _by_language("meant", {code: _any_of(query for _, query in counting[code]) for code in reader.chain})
    folded_meant = _by_language(
        "folded_meant",
        {code: _any_of(word.folded_queries[code] for word, _ in counting[code]) for code in reader.chain},
    )
    return Reading(
        sql(FOUND, languages=reader.chain, queries=list(map(_unordered, queries))),
        sql("entry.vector @@ {exact}", exact=_by_language("exact", exact)),
        _scored(_rank("vector", meant), "named", [word.names for word in words]),
        _scored(_rank("folded_vector", folded_meant), "folded_named", [word.folded_names for word in words]),
        meant,
        folded_meant,
    )


def by_similar_words(words: Sequence[Word], names: Sequence[str | None]) -> Reading:
    """`names` says what each of the words may name if it is misspelt."""
    queries = [_any_of(word.folded_queries.values()) for word in words]
    given = enumerate(zip(queries, names, words, strict=True))
    each = [
        _numbered(SIMILAR, number, text=word.folded_text, query=_unordered(_any_of([_marked(query), name])))
        for number, (query, name, word) in given
    ]
    likeness = [
        _numbered("word_similarity(%(text)s, entry.folded_title)", number, text=word.folded_text)
        for number, word in enumerate(words)
    ]
    found = sql("SELECT id FROM ({each}) AS found (id)", each=together(" INTERSECT ", *each))
    score = _scored(together(" + ", *likeness), "named", names)
    meant = sql("%(meant)s::tsquery", meant=_any_of(queries))
    return Reading(found, Sql("FALSE"), Sql("0"), score, _NO_WORD, meant)


def _counting(words: Sequence[Word], language: str) -> list[tuple[Word, str]]:
    """Those words that count in a language, or all where none does, each with its query."""
    counting = [(word, query) for word in words if (query := word.queries[language])]
    return counting or [(word, word.plain) for word in words]


def _any_of(queries: Iterable[str | None]) -> str:
    return " | ".join(f"({query})" for query in queries if query)


def _all_of(queries: Iterable[str]) -> str:
    return " & ".join(f"({query})" for query in queries)


def _marked(query: str) -> str:
    """The query for what is folded in the word index, where it has a mark."""
    return LEXEME.sub(r"'~\1'", query)


def _unordered(query: str) -> str:
    """The query without what has to follow what: the word index does not know places."""
    return FOLLOWED.sub("&", query)


def _numbered(text: str, number: int, /, **params: object) -> Sql:
    """The text for one of several things: its parameters have the number of the thing at the end of their names."""
    for name in params:
        text = text.replace(f"%({name})s", f"%({name}_{number})s")
    return Sql(text, {f"{name}_{number}": value for name, value in params.items()})


def _by_language(name: str, queries: dict[str, str]) -> Sql:
    """The query of a row `entry` of what ranks pages, by its language."""
    params: dict[str, str] = {}
    cases = []
    for step, (language, query) in enumerate(queries.items()):
        cases.append(f"WHEN %({name}_language_{step})s THEN %({name}_{step})s::tsquery")
        params |= {f"{name}_language_{step}": language, f"{name}_{step}": query}
    return Sql(f"CASE entry.language {' '.join(cases)} END", params)


def _rank(vector: str, query: Sql) -> Sql:
    return Sql(f"ts_rank(entry.{vector}, {query.text})", query.params)


def _scored(score: Sql, name: str, queries: Sequence[str | None]) -> Sql:
    """The score with what is added for names whose terms a page has."""
    known = {f"{name}_{number}": query for number, query in enumerate(filter(None, queries))}
    each = NAME_COUNTS / len(queries)
    added = "".join(f" + CASE WHEN entry.vector @@ %({one})s::tsquery THEN {each} ELSE 0 END" for one in known)
    return Sql(score.text + added, joined(known, score))
