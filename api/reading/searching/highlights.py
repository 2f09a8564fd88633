"""The only home of asking PostgreSQL which words of a found page's texts a search means; `excerpts` shows them."""

from collections.abc import Iterator, Sequence

from api.reading.languages import Reader, published
from api.reading.searching.excerpts import excerpt
from api.reading.searching.readings import Reading
from api.reading.sql import Sql, load, of_query, sql

MARK = "\ue000"  # in no word
LONGEST = 50_000  # characters of a text that are looked through


def load_highlights(reading: Reading, pks: Sequence[int], exact: Sequence[int], reader: Reader) -> dict[int, str]:
    """An excerpt of each page: of its text, else its title, whichever has one of the words; else its first words."""
    pages = published(reader).filter(pk__in=pks).values_list("id", "locale")
    statement = load(
        "highlights",
        pages=of_query(pages, "page"),
        longest=LONGEST,
        body=_exact(reading, "body"),
        folded_body=_folded(reading, "body", exact),
        title=_exact(reading, "title"),
        folded_title=_folded(reading, "title", exact),
    )
    return {pk: _excerpt(parts[:3], parts[3:]) for pk, *parts in statement.rows()}


def _exact(reading: Reading, of: str) -> Sql:
    """The words with those marked that are meant."""
    return _marked("publishing_search_configuration(publishing_publishedpage.locale)", f"words.{of}", reading.meant)


def _folded(reading: Reading, of: str, exact: Sequence[int]) -> Sql:
    """The words with those marked that are meant without their accents, of a page that has not all as they are.

    Nor has a page whose text has none of them: what it names has them, by the rules of the name's language.
    """
    return sql(
        """
        CASE WHEN publishing_publishedpage.id <> ALL (%(exact)s::integer[]) OR NOT entry.vector @@ {meant}
        THEN {marked} END
        """,
        exact=list(exact),
        meant=reading.meant,
        marked=_marked("'pg_catalog.simple'", f"publishing_folded(words.{of})", reading.folded_meant),
    )


def _marked(configuration: str, words: str, query: Sql) -> Sql:
    return sql(
        "ts_headline({configuration}::regconfig, {words}, {query}, %(marks)s)",
        configuration=Sql(configuration),
        words=Sql(words),
        query=query,
        marks=f"StartSel={MARK}, StopSel={MARK}, HighlightAll=true",
    )


def _excerpt(body: Sequence[str | None], title: Sequence[str | None]) -> str:
    for text, *marked in (body, title):
        if meant := {place: word for words in marked if words for place, word in _meant(words)}:
            return excerpt(text or "", meant)
    return excerpt(body[0] or title[0] or "", {})


def _meant(marked: str) -> Iterator[tuple[int, str]]:
    """Of words with spaces between them, those that are marked: which word of the text it is, and the word."""
    place = 0
    for number, part in enumerate(marked.split(MARK)):
        if number % 2:
            yield place, part
        place += part.count(" ")
