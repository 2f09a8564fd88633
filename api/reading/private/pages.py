"""The only home of private pages as rows: for requests whose tokens open them, and for no list, link or count."""

from typing import NamedTuple

from api.reading.languages import Reader
from api.reading.private.access import Restriction
from api.reading.rows.pages import read_pages
from api.reading.rows.row import Row
from api.reading.sql import sql
from cms.publishing.models import RestrictedPage


class RestrictedVersion(NamedTuple):
    """A version of a page that its restrictions keep from being public, and where it would be."""

    key: str
    locale: str
    path: str
    taken_in: list[str]
    restrictions: list[Restriction]

    @property
    def translation_key(self) -> str:
        return self.key


def read_private_page(key: str, locale: str, reader: Reader) -> Row | None:
    """The row of a private page; whoever calls this knows that the request's tokens open it."""
    this = sql("translation_key = %(key)s AND locale = %(locale)s", key=key, locale=locale)
    return next(iter(read_pages(reader, this, of=RestrictedPage)), None)
