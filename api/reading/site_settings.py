"""The only home of what editors say of a site as a whole: its settings, and who the site is by them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from api.reading import page_types
from api.reading.known import Shelf
from api.reading.languages import best
from api.reading.references import References
from api.reading.rows.as_json import read_together
from api.reading.rows.snippet import Snippet, snippets
from api.reading.sites import the_site
from api.reading.sql import sql
from cms.publishing.documents import Document
from cms.publishing.mentions import Kinds, kind_of
from home.site_settings import SiteSettings


@dataclass(frozen=True)
class SiteIdentity:
    """The site's name, who is behind it, and where else that can be met. Texts are empty where nothing is said."""

    name: str = ""
    organisation: str = ""
    profiles: list[str] = field(default_factory=list)


class ReadSettings(NamedTuple):
    """The settings as a document, and the language that they are in; an empty document where there are none."""

    document: Document
    language: str
    mentioned: Kinds


_READ = Shelf[str, ReadSettings]()
_OF_SITE = """
    type = %(kind)s AND document -> 'site' = to_jsonb({site}) AND locale = ANY (%(chain)s)
"""


def site_identity(references: References) -> SiteIdentity:
    document = read_settings(references).document
    profiles = [link["value"]["url"] for link in document.get("social_links", [])]
    return SiteIdentity(document.get("site_name", ""), document.get("organisation", ""), profiles)


def read_settings(references: References) -> ReadSettings:
    """In the reader's language or its fallback; one statement for each answer."""
    return _READ.once(references, "", lambda: _read(references))


def load_linked_pages(references: References) -> None:
    """What links need of every page that the settings name: in texts, in menus and by themselves."""
    mentioned = read_settings(references).mentioned
    references.load_versions(str(key) for kind in page_types.mentioned() for key in mentioned.get(kind, ()))


def _read(references: References) -> ReadSettings:
    reader = references.reader
    of_site = sql(_OF_SITE, kind=kind_of(SiteSettings), site=the_site(reader.site), chain=reader.chain)
    (found,) = read_together(snippets(of_site))
    settings: Snippet | None = best([(row.locale, row) for row in found], reader)
    if settings is None:
        return ReadSettings({}, reader.locale, {})
    return ReadSettings(settings.document, settings.locale, settings.mentions["head"])
