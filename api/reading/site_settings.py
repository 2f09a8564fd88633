"""The only home of what editors say of a site as a whole: its settings, and who the site is by them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from api.reading import page_types
from api.reading.known import Shelf
from api.reading.languages import best
from api.reading.references import References
from api.reading.sites import site_id
from api.reading.snippets import live
from cms.publishing.documents import Document, make_document
from cms.publishing.mentions import Kinds
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


_ROW = Shelf[str, SiteSettings | None]()
_READ = Shelf[str, ReadSettings]()


def site_identity(references: References) -> SiteIdentity:
    row = _row(references)
    if row is None:
        return SiteIdentity()
    return SiteIdentity(row.site_name, row.organisation, [link["value"]["url"] for link in row.social_links.raw_data])


def read_settings(references: References) -> ReadSettings:
    """Once for each answer."""
    return _READ.once(references, "", lambda: _read(references))


def load_linked_pages(references: References) -> None:
    """What links need of every page that the settings name: in texts, in menus and by themselves."""
    mentioned = read_settings(references).mentioned
    references.load_versions(str(key) for kind in page_types.mentioned() for key in mentioned.get(kind, ()))


def _read(references: References) -> ReadSettings:
    row = _row(references)
    if row is None:
        return ReadSettings({}, references.reader.locale, {})
    document, mentions = make_document(SiteSettings, row.serializable_data())
    return ReadSettings(document, row.locale.language_code, mentions["head"])


def _row(references: References) -> SiteSettings | None:
    """In the reader's language or its fallback; one statement for each answer."""
    return _ROW.once(references, "", lambda: _find_row(references))


def _find_row(references: References) -> SiteSettings | None:
    of_site = SiteSettings.objects.filter(site_id=site_id(references.reader.site))
    rows = live(of_site, references.reader).select_related("locale")
    return best([(row.locale.language_code, row) for row in rows], references.reader)
