"""The only home of focus areas in the schema."""

import strawberry

from api.reading.lists import catalogue


@strawberry.type(description="A focus area of a priority. The language of the texts is `lang`.")
class FocusArea:
    code: str = strawberry.field(description="Readable, stable, the same in every language; filters take it.")
    name: str = strawberry.field(description="The focus area's name.")
    text: str = strawberry.field(description="What it is about; empty where that is not said.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that the texts are in.")


def make_focus_area(area: catalogue.FocusArea) -> FocusArea:
    return FocusArea(**area._asdict())
