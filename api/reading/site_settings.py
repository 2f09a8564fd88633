"""The only home of what editors say of a site as a whole: its settings, and who the site is by them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from api.reading.known import Shelf
from api.reading.languages import best
from api.reading.mentions import link_keys
from api.reading.references import References
from api.reading.sites import site_id
from api.reading.snippets import live
from cms.publishing.documents import Document, make_document
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


def load_linked_pages(references: References, document: Document) -> None:
    """What links need of every page that the settings name: in texts, in menus and by themselves."""
    items = [block["value"] for name in ("header", "footer") for block in document.get(name, [])]
    entries = [entry for item in items for entry in (item, *item["children"])]
    named = [document.get("accessibility_page"), document.get("privacy_page"), *(entry["page"] for entry in entries)]
    references.load_versions({*link_keys(document), *filter(None, named)})


def _read(references: References) -> ReadSettings:
    row = _row(references)
    if row is None:
        return ReadSettings({}, references.reader.locale)
    return ReadSettings(make_document(SiteSettings, row.serializable_data()), row.locale.language_code)


def _row(references: References) -> SiteSettings | None:
    """In the reader's language or its fallback; one statement for each answer."""
    return _ROW.once(references, "", lambda: _find_row(references))


def _find_row(references: References) -> SiteSettings | None:
    of_site = SiteSettings.objects.filter(site_id=site_id(references.reader.site))
    rows = live(of_site, references.reader).select_related("locale")
    return best([(row.locale.language_code, row) for row in rows], references.reader)
