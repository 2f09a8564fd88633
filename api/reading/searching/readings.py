"""The only home of the two ways to read a search text: its words as they are, else words like them.

Words as they are have each language's own rules, and are found without their accents too: a page that has them only so
comes below all that have them as they are written. Every word must be found, in the text or as the beginning of the
name of a place, partner or person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from api.reading.languages import Reader
from api.reading.searching.names import Word
from api.reading.sql import Sql, joined, sql, together

MILLION = 1_000_000  # relevance is a whole number, which a cursor can say exactly
EXACT = 10  # more than any score: what has a word as it is written comes first
NAME_COUNTS = 0.06  # half of what a word counts that is once in the body

FOUND = """
    SELECT * FROM publishing_found(
        %(languages)s, %(numbers)s, %(queries)s::tsquery[], %(folded_queries)s::tsquery[],
        %(names)s::jsonpath[], %(folded_names)s::jsonpath[]
    )
"""
SIMILAR = """
    (SELECT publishing_with_folded_words(%(query)s::tsquery, %(name)s::jsonpath)
     UNION SELECT publishing_with_similar_title(%(text)s))
"""
RELEVANCE = """
    (
        SELECT ({million} * CASE WHEN document.page_id = ANY (%(exact)s::integer[])
                            THEN {most} + {score} ELSE {folded_score} END)::bigint
        FROM publishing_publisheddocument AS document WHERE document.page_id = publishing_publicindex.page_id
    )
"""


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
        return sql(
            RELEVANCE,
            million=Sql(str(MILLION)),
            most=Sql(str(EXACT)),
            exact=list(exact),
            score=self.score,
            folded_score=self.folded_score,
        ).as_expression(BigIntegerField())


_NO_WORD = Sql("''::tsquery")
NOTHING = Reading(Sql("SELECT NULL::integer, NULL::boolean WHERE FALSE"), Sql("0"), Sql("0"), _NO_WORD, _NO_WORD)


def by_words(words: Sequence[Word], reader: Reader) -> Reading:
    """Words that are too common in a language count there only where there are no others."""
    counting = {code: _counting(words, code) for code in reader.chain}
    wanted = [
        (language, number, query, word.folded_queries[language], word.names, word.folded_names)
        for language in reader.chain
        for number, (word, query) in enumerate(counting[language])
    ]
    columns = (list(column) for column in zip(*wanted, strict=True))
    names = ("languages", "numbers", "queries", "folded_queries", "names", "folded_names")
    meant = _by_language("meant", {code: _any_of(query for _, query in counting[code]) for code in reader.chain})
    folded_meant = _by_language(
        "folded_meant",
        {code: _any_of(word.folded_queries[code] for word, _ in counting[code]) for code in reader.chain},
    )
    return Reading(
        sql(FOUND, **dict(zip(names, columns, strict=True))),
        _scored(_rank("search_vector", meant), "named", [word.names for word in words]),
        _scored(_rank("folded_vector", folded_meant), "folded_named", [word.folded_names for word in words]),
        meant,
        folded_meant,
    )


def by_similar_words(words: Sequence[Word], names: Sequence[str | None]) -> Reading:
    """`names` says what each of the words may name if it is misspelt."""
    queries = [_any_of(word.folded_queries.values()) for word in words]
    given = enumerate(zip(queries, names, words, strict=True))
    each = [
        _numbered(SIMILAR, number, query=query, name=name, text=word.folded_text)
        for number, (query, name, word) in given
    ]
    likeness = [
        _numbered("word_similarity(%(text)s, document.folded_title)", number, text=word.folded_text)
        for number, word in enumerate(words)
    ]
    found = sql("SELECT id, FALSE FROM ({each}) AS found (id)", each=together(" INTERSECT ", *each))
    score = _scored(together(" + ", *likeness), "named", names)
    meant = sql("%(meant)s::tsquery", meant=_any_of(queries))
    return Reading(found, Sql("0"), score, _NO_WORD, meant)


def _counting(words: Sequence[Word], language: str) -> list[tuple[Word, str]]:
    """Those words that count in a language, or all where none does, each with its query."""
    counting = [(word, query) for word in words if (query := word.queries[language])]
    return counting or [(word, word.plain) for word in words]


def _any_of(queries: Iterable[str]) -> str:
    return " | ".join(f"({query})" for query in queries)


def _numbered(text: str, number: int, /, **params: object) -> Sql:
    """The text for one of several things: its parameters have the number of the thing at the end of their names."""
    for name in params:
        text = text.replace(f"%({name})s", f"%({name}_{number})s")
    return Sql(text, {f"{name}_{number}": value for name, value in params.items()})


def _by_language(name: str, queries: dict[str, str]) -> Sql:
    """The query of a row `document`, by its language."""
    params: dict[str, str] = {}
    cases = []
    for step, (language, query) in enumerate(queries.items()):
        cases.append(f"WHEN %({name}_language_{step})s THEN %({name}_{step})s::tsquery")
        params |= {f"{name}_language_{step}": language, f"{name}_{step}": query}
    return Sql(f"CASE document.search_language {' '.join(cases)} END", params)


def _rank(vector: str, query: Sql) -> Sql:
    return Sql(f"ts_rank(document.{vector}, {query.text})", query.params)


def _scored(score: Sql, name: str, paths: Sequence[str | None]) -> Sql:
    """The score with what the names add that a page has."""
    known = {f"{name}_{number}": path for number, path in enumerate(filter(None, paths))}
    each = NAME_COUNTS / len(paths)
    added = "".join(f" + CASE WHEN document.facets @@ %({one})s::jsonpath THEN {each} ELSE 0 END" for one in known)
    return Sql(score.text + added, joined(known, score))
