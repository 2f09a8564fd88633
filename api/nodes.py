"""The only home of what an id leads to."""

from typing import cast
from uuid import UUID

from api.context import Context
from api.locale_code import LocaleCode
from api.reading.identity import read_id
from api.reading.languages import Reader
from api.reading.page import known_pages, load_pages
from api.reading.references import References
from api.reading.sites import site_of
from api.types import PAGE_TYPES
from api.types.page import Node, make_page
from api.types.people import Organisation, Person

PAGE_NAMES = {page_type.__name__ for page_type in PAGE_TYPES.values()}


def resolve_id(text: str, context: Context) -> Node | None:
    """What has this id, as the reader whose answer it came from sees it; None where nothing public has."""
    try:
        type_name, locale, key, origin = read_id(text)
        reader = Reader(locale=LocaleCode(locale).value, site=site_of(origin))
        key = str(UUID(key))
    except ValueError:
        return None
    found = _find(type_name, key, context.references_of(reader))
    # An id of another type of page, of a site that is gone or spelt otherwise has led to something else.
    return found if found is not None and found.id() == text else None


def _find(type_name: str, key: str, references: References) -> Node | None:
    if type_name in PAGE_NAMES:
        load_pages(references, [key], whole=True)
        return cast(Node | None, make_page(known_pages(references).get(key)))
    if type_name == "Person":
        references.load_people_and_media(people=[key])
        return next((Person(source=one, references=references) for one in references.people.existing([key])), None)
    if type_name == "Organisation":
        references.load_people_and_media(organisations=[key])
        found = references.organisations.existing([key])
        return next((Organisation(source=one, references=references) for one in found), None)
    return None
