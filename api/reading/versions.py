"""The only home of the published versions of a page in all languages, as far as links need to know of them."""

from typing import NamedTuple
from uuid import UUID

from api.reading.languages import Reader
from api.reading.rows.as_json import Selection, of_columns
from api.reading.sites import the_site
from api.reading.sql import Sql, sql
from cms.publishing.models import PublishedPage


class Version(NamedTuple):
    """What a link to a page needs of one language's version, and what tells whether a translation is outdated."""

    translation_key: UUID | str
    locale: str
    title: str
    path: str
    taken_in: list[str]
    origin: str
    text_digest: str
    source_digest: str


_OF_THESE = "translation_key = ANY ({keys}::uuid[]) AND site_id = {site}"


def versions_of(reader: Reader, keys: Sql) -> Selection:
    """The published versions in every language of the pages with these translation keys, which are an array."""
    condition = sql(_OF_THESE, keys=keys, site=the_site(reader.site))
    return of_columns(PublishedPage, Version, Version._fields, condition)


def is_outdated(version: Version, originals: set[str]) -> bool:
    """Whether a translation was made from other texts than the published original's, whose digests are `originals`."""
    return bool(version.source_digest and originals) and version.source_digest not in originals
