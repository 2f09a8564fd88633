"""The only home of the published versions of a page in all languages, as far as links need to know of them."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from api.reading.languages import Reader
from api.reading.sites import choose_site, site_params
from cms.publishing.models import PublishedPage


class Version(NamedTuple):
    """What a link to a page needs of one language's version, and what tells whether a translation is outdated."""

    translation_key: UUID
    locale: str
    title: str
    path: str
    taken_in: list[str]
    origin: str
    text_digest: str
    source_digest: str


VERSIONS = f"""
    SELECT {", ".join(Version._fields)} FROM {PublishedPage._meta.db_table}
    WHERE translation_key = ANY (%s::uuid[]) AND site_id = {choose_site}
"""  # noqa: S608  # made of nothing that a client wrote


def read_versions(reader: Reader, keys: Iterable[str]) -> list[Version]:
    """The published versions in every language of the pages with these translation keys."""
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS, [list(keys), *site_params(reader.site)])
        return [Version(*row) for row in cursor.fetchall()]


def is_outdated(version: Version, originals: set[str]) -> bool:
    """Whether a translation was made from other texts than the published original's, whose digests are `originals`."""
    return bool(version.source_digest and originals) and version.source_digest not in originals
