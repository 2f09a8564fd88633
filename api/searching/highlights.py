"""The only home of excerpts of what a search finds: safe HTML whose only element is mark."""

from collections.abc import Sequence

from django.db.models import TextField
from django.db.models.expressions import RawSQL
from django.utils.html import escape

from api.locales import Reader, published
from api.searching.readings import PAGE, Reading

# PostgreSQL marks words in text that it does not escape, so it gets signs that no text has, and HTML is made here.
START, STOP = "\ue000", "\ue001"
_EXCERPT = (
    f'StartSel={START}, StopSel={STOP}, MaxWords=20, MinWords=15, ShortWord=0, MaxFragments=2, FragmentDelimiter=" … "'
)
_WHOLE = f"StartSel={START}, StopSel={STOP}, HighlightAll=true"
LONGEST = 50_000  # characters of a text that are looked through


def load_highlights(reading: Reading, pks: Sequence[int], reader: Reader) -> dict[int, str]:
    """An excerpt of each page: of its text, else its title, whichever has one of the words; else its first words."""
    text = _marked(reading, f"concat_ws(E'\\n', {PAGE}.search_text ->> 'B', {PAGE}.search_text ->> 'C')", _EXCERPT)
    title = _marked(reading, f"{PAGE}.search_text ->> 'A'", _WHOLE)
    rows = published(reader).filter(pk__in=pks).values_list("pk", text, title)
    return {pk: _html(next((part for part in parts if START in part), parts[0] or parts[1])) for pk, *parts in rows}


def _marked(reading: Reading, text: str, options: str) -> RawSQL:
    sql = f"""
        ts_headline(
            {reading.configuration}::regconfig, left(translate({text}, '{START}{STOP}', ''), {LONGEST}),
            {reading.meant.text}, '{options}'
        )
    """
    return RawSQL(sql, reading.meant.params, output_field=TextField())  # noqa: S611  # see Sql


def _html(marked: str) -> str:
    return escape(" ".join(marked.split())).replace(START, "<mark>").replace(STOP, "</mark>")
