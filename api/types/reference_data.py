"""The only home of goals, municipalities and places in the schema."""

import strawberry

from api.reading import cases
from api.reading.contrast import text_color
from api.reading.languages import Reader
from api.reading.rows import reference_data as rows


@strawberry.type(description="A place on the map (WGS 84).")
class Coordinates:
    latitude: float = strawberry.field(description="Degrees north.")
    longitude: float = strawberry.field(description="Degrees east.")


@strawberry.type(description="A Sustainable Development Goal of the United Nations.")
class Goal:
    number: int = strawberry.field(description="1 to 17; filters take it.")
    title: str = strawberry.field(description="The goal's short title.")
    color: str = strawberry.field(description="The UN's colour of the goal, as #rrggbb.")
    text_color: str = strawberry.field(description="White or black, whichever can be read on `color`.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that the title is in.")


@strawberry.type(description="A municipality of the region.")
class Municipality:
    code: str = strawberry.field(description="Statistics Finland's code, with its leading zero; filters take it.")
    name: str = strawberry.field(description="In the reader's language.")
    population: int | None = strawberry.field(description="Inhabitants; null where that is not known.")
    population_year: int | None = strawberry.field(
        description="The year of `population`, at its end; null where that is."
    )
    location: Coordinates | None = strawberry.field(description="The middle of the municipality; null where not known.")


def make_coordinates(point: cases.Point) -> Coordinates:
    return Coordinates(latitude=point.latitude, longitude=point.longitude)


def make_goal(source: rows.Goal, reader: Reader) -> Goal:
    lang = reader.language_of(source.title)
    return Goal(
        number=source.number,
        title=source.title.get(lang, ""),
        color=source.color,
        text_color=text_color(source.color),
        lang=lang,
    )


def make_municipality(source: rows.Municipality, reader: Reader) -> Municipality:
    point = cases.middle(source)
    return Municipality(
        code=source.code,
        name=cases.name_of(source, reader.language_of(source.name)),
        population=source.population,
        population_year=source.population_year,
        location=make_coordinates(point) if point else None,
    )
