"""The only home of asking PostgreSQL which words of a found page's texts a search means; `excerpts` shows them."""

from collections.abc import Iterator, Sequence

from django.db.models import TextField
from django.db.models.expressions import RawSQL

from api.locales import Reader, published
from api.searching.excerpts import excerpt
from api.searching.readings import PAGE, Reading, Sql
from cms.publishing.models import PublishedDocument

MARK = "\ue000"  # in no word
LONGEST = 50_000  # characters of a text that are looked through

_TEXTS = {
    "body": f"concat_ws(E'\\n', {PAGE}.search_text ->> 'B', {PAGE}.search_text ->> 'C')",
    "title": f"{PAGE}.title",
}
_OF_DOCUMENT = f"SELECT {{}} FROM {PublishedDocument._meta.db_table} AS document WHERE document.page_id = {PAGE}.id"  # noqa: S608  # constants
_WORDS = {"body": "btrim(concat_ws(' ', search_words ->> 'B', search_words ->> 'C'))", "title": "search_words ->> 'A'"}


def load_highlights(reading: Reading, pks: Sequence[int], exact: Sequence[int], reader: Reader) -> dict[int, str]:
    """An excerpt of each page: of its text, else its title, whichever has one of the words; else its first words."""
    columns = [column for of in ("body", "title") for column in _columns(reading, of, exact)]
    rows = published(reader).filter(pk__in=pks).values_list("pk", *columns)
    return {pk: _excerpt(parts[:3], parts[3:]) for pk, *parts in rows}


def _columns(reading: Reading, of: str, exact: Sequence[int]) -> list[RawSQL]:
    """A text; its words with those marked that are meant; and those marked that are only meant without their accents.

    A page that has every word as it is written is not asked for the last.
    """
    words = f"left(({_OF_DOCUMENT.format(_WORDS[of])}), {LONGEST})"
    folded = _marked("'pg_catalog.simple'", f"publishing_folded({words})", reading.folded_meant)
    return [
        _raw(Sql(f"left({_TEXTS[of]}, {LONGEST})")),
        _raw(_marked(f"publishing_search_configuration({PAGE}.locale)", words, reading.meant)),
        _raw(Sql(f"CASE WHEN {PAGE}.id <> ALL (%s::integer[]) THEN {folded.text} END", (list(exact), *folded.params))),
    ]


def _marked(configuration: str, words: str, query: Sql) -> Sql:
    options = f"StartSel={MARK}, StopSel={MARK}, HighlightAll=true"
    return Sql(f"ts_headline({configuration}::regconfig, {words}, {query.text}, '{options}')", query.params)


def _raw(sql: Sql) -> RawSQL:
    return RawSQL(sql.text, sql.params, output_field=TextField())  # noqa: S611  # see Sql


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
