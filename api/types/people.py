"""The only home of people and organisations in the schema."""

from collections.abc import Iterable
from enum import Enum

import strawberry

from api.reading.identity import make_id
from api.reading.images import placed_image
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.rows.snippet import Snippet
from api.types.images import Image, make_image
from api.types.page import Node


@strawberry.enum(description="The quadruple helix of innovation: who acts.")
class Sector(Enum):
    company = strawberry.enum_value("company", description="Companies.")
    public = strawberry.enum_value("public", description="The public sector.")
    research = strawberry.enum_value("research", description="Research and education.")
    civic = strawberry.enum_value("civic", description="Citizens and associations.")


@strawberry.type(description="A contact. The language of the texts is `lang`, which may be a fallback.")
class Person(Node):
    source: strawberry.Private[Snippet]
    references: strawberry.Private[References]

    @strawberry.field(description="Opaque; encodes the reader's language and the person.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(make_id("Person", self.references.reader.locale, self.source.translation_key))

    @strawberry.field(description="The person's name.")
    def name(self) -> str:
        return self.source.text("name")

    @strawberry.field(description="Empty where none is given.")
    def job_title(self) -> str:
        return self.source.text("job_title")

    @strawberry.field(description="Null where none is given.")
    def email(self) -> str | None:
        return self.source.text("email") or None

    @strawberry.field(description="Null where none is given.")
    def phone(self) -> str | None:
        return self.source.text("phone") or None

    @strawberry.field(description="What to contact this person about; empty where that is not said.")
    def responsibilities(self) -> str:
        return self.source.text("responsibilities")

    @strawberry.field(description="A portrait; null where there is none.")
    def image(self) -> Image | None:
        return make_image(
            placed_image(
                self.source.document["image"],
                self.references,
                self.source.locale,
                decorative=bool(self.source.document["image_decorative"]),
            )
        )

    @strawberry.field(description="BCP 47 tag of the language that the texts are in.")
    def lang(self) -> str:
        return self.source.locale


@strawberry.type(description="A company, authority, school or association that takes part in cases.")
class Organisation(Node):
    source: strawberry.Private[Snippet]
    references: strawberry.Private[References]

    @strawberry.field(description="Opaque; encodes the reader's language and the organisation.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(make_id("Organisation", self.references.reader.locale, self.source.translation_key))

    @strawberry.field(description="The same in every language; identifies the organisation.")
    def translation_key(self) -> strawberry.ID:
        return strawberry.ID(self.source.translation_key)

    @strawberry.field(description="Its name in the reader's language, else in the fallback's.")
    def name(self) -> str:
        return self.source.text("name")

    @strawberry.field(description="BCP 47 tag of the language that the name is in.")
    def lang(self) -> str:
        return self.source.locale

    @strawberry.field(description="Null where none is given.")
    def website(self) -> str | None:
        return self.source.text("website") or None

    @strawberry.field(description="Null where there is none.")
    def logo(self) -> Image | None:
        return make_image(
            placed_image(
                self.source.document["logo"],
                self.references,
                self.source.locale,
                decorative=bool(self.source.document["logo_decorative"]),
            )
        )

    @strawberry.field(description="Its part of the quadruple helix.")
    def sector(self) -> Sector:
        return Sector(self.source.text("sector"))


def make_people(keys: Iterable[str | None], page: ReadPage) -> list[Person]:
    """Those whom a page mentions by these translation keys and who are public, in their order."""
    return [Person(source=person, references=page.references) for person in page.people(keys)]


def make_contacts(page: ReadPage) -> list[Person]:
    """Those of a page who are public."""
    return make_people((row["person"] for row in page.rows("contacts")), page)
