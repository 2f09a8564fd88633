"""The only home of the published versions of a page in all languages, as far as links need to know of them."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from api.reading.languages import Reader
from api.reading.sites import the_site
from api.reading.sql import sql


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
    SELECT {", ".join(Version._fields)} FROM publishing_publishedpage
    WHERE translation_key = ANY (%(keys)s::uuid[]) AND site_id = {{site}}
"""  # noqa: S608  # names of columns


def read_versions(reader: Reader, keys: Iterable[str]) -> list[Version]:
    """The published versions in every language of the pages with these translation keys."""
    return [Version(*row) for row in sql(VERSIONS, keys=list(keys), site=the_site(reader.site)).rows()]


def is_outdated(version: Version, originals: set[str]) -> bool:
    """Whether a translation was made from other texts than the published original's, whose digests are `originals`."""
    return bool(version.source_digest and originals) and version.source_digest not in originals
