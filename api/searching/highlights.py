"""The only home of asking PostgreSQL which words of a found page's texts a search means; `excerpts` shows them."""

from collections.abc import Iterator, Sequence
from itertools import chain

from django.db import connection

from api.locales import Reader, published
from api.searching.excerpts import excerpt
from api.searching.readings import PAGE, Reading, Sql
from cms.publishing.models import PublishedDocument

MARK = "\ue000"  # in no word
LONGEST = 50_000  # characters of a text that are looked through

# What a page says below its title, and the title; read at once, since a long column takes longer to unpack than to use.
_PARTS = f"""
    SELECT left(string_agg(value, {{between}} ORDER BY key) FILTER (WHERE key <> 'A' AND value <> ''), {LONGEST}),
           max(value) FILTER (WHERE key = 'A')
    FROM jsonb_each_text(document.{{column}})
"""  # noqa: S608  # constants
_READ = f"""
    SELECT {PAGE}.id, texts.body, {{body}}, {{folded_body}}, texts.title, {{title}}, {{folded_title}}
    FROM ({{pages}}) AS {PAGE} (id, locale)
    JOIN {PublishedDocument._meta.db_table} AS document ON document.page_id = {PAGE}.id
    CROSS JOIN LATERAL ({_PARTS.format(between="chr(10)", column="search_text")}) AS texts (body, title)
    CROSS JOIN LATERAL ({_PARTS.format(between="' '", column="search_words")}) AS words (body, title)
"""  # noqa: S608  # likewise


def load_highlights(reading: Reading, pks: Sequence[int], exact: Sequence[int], reader: Reader) -> dict[int, str]:
    """An excerpt of each page: of its text, else its title, whichever has one of the words; else its first words."""
    pages, page_params = published(reader).filter(pk__in=pks).values_list("id", "locale").query.sql_with_params()
    columns = {
        name: column
        for of in ("body", "title")
        for name, column in {of: _exact(reading, of), f"folded_{of}": _folded(reading, of, exact)}.items()
    }
    sql = _READ.format(pages=pages, **{name: column.text for name, column in columns.items()})
    with connection.cursor() as cursor:
        cursor.execute(sql, [*chain.from_iterable(column.params for column in columns.values()), *page_params])
        return {pk: _excerpt(parts[:3], parts[3:]) for pk, *parts in cursor.fetchall()}


def _exact(reading: Reading, of: str) -> Sql:
    """The words with those marked that are meant."""
    return _marked(f"publishing_search_configuration({PAGE}.locale)", f"words.{of}", reading.meant)


def _folded(reading: Reading, of: str, exact: Sequence[int]) -> Sql:
    """The words with those marked that are meant without their accents, of a page that has not all as they are.

    Nor has a page whose text has none of them: what it names has them, by the rules of the name's language.
    """
    marked = _marked("'pg_catalog.simple'", f"publishing_folded(words.{of})", reading.folded_meant)
    lacks = f"{PAGE}.id <> ALL (%s::integer[]) OR NOT document.search_vector @@ {reading.meant.text}"
    return Sql(f"CASE WHEN {lacks} THEN {marked.text} END", (list(exact), *reading.meant.params, *marked.params))


def _marked(configuration: str, words: str, query: Sql) -> Sql:
    options = f"StartSel={MARK}, StopSel={MARK}, HighlightAll=true"
    return Sql(f"ts_headline({configuration}::regconfig, {words}, {query.text}, '{options}')", query.params)


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
