"""The only home of key figures in the schema, and of reading a number as an editor writes it."""

import re
from typing import Any

import strawberry

from api.scalars import PartialDate

SPACES = re.compile(r"[\s\u00a0\u202f\u2009]")
NUMBER = re.compile(r"[-+−]?\d+(?:\.\d+)?")


@strawberry.type(description="A figure with what it tells and where it comes from.")
class KeyFigure:
    value: str = strawberry.field(description="As the editor wrote it, for reading.")
    number: float | None = strawberry.field(
        description="The numeric value of `value`; null where it is none (3–5, over 100)."
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
        as_of=value["as_of"] or None,
        source_url=value["source_url"] or None,
        lang=language,
    )


def as_number(text: str, language: str) -> float | None:
    """The number that `text` is in `language`: English writes 1,100.5, Finnish and Swedish write 1 100,5."""
    text = SPACES.sub("", text)
    text = text.replace(",", "") if language == "en" else text.replace(",", ".")
    return float(text.replace("−", "-")) if NUMBER.fullmatch(text) else None
