"""The only home of private pages as rows: for requests whose tokens open them, and for no list, link or count."""

from typing import NamedTuple, cast

from api.reading.languages import Reader
from api.reading.private.access import Restriction
from api.reading.rows.images import main_images_of_restricted
from api.reading.sites import site_id
from cms.publishing.models import PublishedPage, RestrictedPage


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


def read_private_page(key: str, locale: str, reader: Reader) -> PublishedPage | None:
    """The row of a private page; whoever calls this knows that the request's tokens open it."""
    rows = RestrictedPage.objects.filter(site_id=site_id(reader.site), translation_key=key, locale=locale)
    # Both views have the same columns.
    return next(iter(cast("list[PublishedPage]", rows.annotate(images=main_images_of_restricted)[:1])), None)
