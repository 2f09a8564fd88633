"""The only home of key figures in the schema, and of reading a number as an editor writes it."""

import math
import re
from typing import Any

import strawberry

from api.scalars import PartialDate, as_partial_date

# A number as each language writes it: groups of three digits with commas and a decimal point, or with spaces (that do
# not break, mostly) and a decimal comma. All else ("3,5" in English) may mean something else than it seems.
SPACE = "[ \u00a0\u2007\u2009\u202f]"
ENGLISH = (",", r"\.")
FINNISH = SWEDISH = (SPACE, ",")
SPELLINGS = {
    language: re.compile(
        rf"(?P<sign>[-+−]?)(?P<whole>0|[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[1-9][0-9]*)"
        rf"(?:{point}(?P<part>[0-9]+))?(?:{SPACE}?%)?"
    )
    for language, (group, point) in {"en": ENGLISH, "fi": FINNISH, "sv": SWEDISH}.items()
}


@strawberry.type(description="A figure with what it tells and where it comes from.")
class KeyFigure:
    value: str = strawberry.field(description="As the editor wrote it, for reading.")
    number: float | None = strawberry.field(
        description="The numeric value of `value`; null where it is none (3–5, over 100), or not written as `lang` "
        "writes numbers: 1,100.5 in English, 1 100,5 in Finnish and Swedish."
    )
    unit: str = strawberry.field(description="GWh, residents, %; empty where there is none.")
    caption: str = strawberry.field(description="What the figure tells.")
    as_of: PartialDate | None = strawberry.field(description="When it was so; null where that is not known.")
    source_url: str | None = strawberry.field(description="Where the figure is found.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that the texts are in.")


def make_key_figure(value: dict[str, Any], language: str) -> KeyFigure:
    return KeyFigure(
        value=value["value"],
        number=as_number(value["value"], language),
        unit=value["unit"],
        caption=value["caption"],
        as_of=as_partial_date(value["as_of"]),
        source_url=value["source_url"] or None,
        lang=language,
    )


def as_number(text: str, language: str) -> float | None:
    """The number that `text` is as `language` writes it, with or without a percent sign."""
    spelling = SPELLINGS.get(language.partition("-")[0])
    number = spelling.fullmatch(text.strip()) if spelling else None
    if number is None:
        return None
    whole = re.sub(r"[^0-9]", "", number["whole"])
    value = float(f"{number['sign'].replace('−', '-')}{whole}.{number['part'] or 0}")
    return value if math.isfinite(value) else None  # of a draft: no figure that is published has so many digits
