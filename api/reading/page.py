"""The only home of a page as it is read: its row, and what its reader finds from there.

Pages that came from one list load what they refer to together. Everything that shows pages holds one of these: the
types of the schema, JSON-LD, lists of addresses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from api.reading import page_types
from api.reading.images import PlacedImage, placed_image
from api.reading.known import Known, Shelf
from api.reading.languages import Reader, best_of, languages
from api.reading.references import References
from api.reading.rows.reference_data import Goal, Municipality
from api.reading.rows.row import Row
from api.reading.rows.snippet import Snippet
from api.reading.siblings import Siblings, once, take_images
from api.reading.sql import Sql, sql
from api.reading.versions import Version
from cms.media.models import Document

OF_THESE = "found.translation_key = ANY (%(keys)s::uuid[])"
_PAGES = Shelf[str, "ReadPage"]()
# Pages that are mentioned, and are seldom shown as pages because of it: `catalogue` reads all of these at once, and of
# others there are links.
_SELDOM_SHOWN = frozenset({page_types.STRATEGY, page_types.PRIORITY, page_types.ANY})


class Pages(Siblings["ReadPage"]):
    @once
    def load_pages(self) -> None:
        """The pages that these show: picks and cards."""
        load_pages(self.references, self.mentioned_pages(but=_SELDOM_SHOWN))

    @once
    def load_all_pages(self) -> None:
        """Every page that is mentioned."""
        load_pages(self.references, self.mentioned_pages())


@dataclass(eq=False)
class ReadPage:
    row: Row
    references: References
    siblings: Pages  # pages of the same list, itself among them
    preview: str = ""  # the id of the preview that this page is

    @property
    def key(self) -> str:
        """The translation key as documents write it."""
        return self.row.translation_key

    @property
    def type(self) -> str:
        return self.row.type

    @property
    def reader(self) -> Reader:
        return self.references.reader

    @property
    def canonical_url(self) -> str:
        """The address of this version, whoever reads it."""
        return self.reader.in_language(self.row.locale).url(self.row)

    def identity(self, *parts: str) -> list[str]:
        """What identifies the page, or what `parts` name in it, as its reader sees it."""
        named = [self.row.origin, self.preview, *parts]
        return [self.reader.locale, self.key, *filter(None, named)]

    def text(self, name: str) -> str:
        value: str = self.row.document.get(name) or ""
        return value

    def rows(self, name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.row.document[name]
        return rows

    def blocks(self, name: str) -> list[dict[str, Any]]:
        """The values of the blocks of a field, in the editor's order."""
        return [block["value"] for block in self.rows(name)]

    def body(self) -> list[dict[str, Any]]:
        """The blocks of the body, each with its type, value and id."""
        self.siblings.load_bodies()
        return self.rows("body")

    def alike(self) -> "list[ReadPage]":
        """The siblings of the same page type."""
        return [page for page in self.siblings if page.type == self.type]

    def image(self, name: str) -> PlacedImage | None:
        """One of the page's own pictures, which came along with the row."""
        take_images(self.references, self.row)
        decorative = bool(self.row.document.get(f"{name}_decorative"))
        return self._placed(self.row.document.get(name), self.text(f"{name}_alt"), decorative=decorative)

    def card_image(self) -> PlacedImage | None:
        """What may stand for the page: the card image, else the main picture."""
        names = self.row.mentions.get("pictures", ())
        return next((image for name in names if (image := self.image(name))), None)

    def image_of(self, image_id: int | None, alt: str = "", *, decorative: bool = False) -> PlacedImage | None:
        """Any picture of the document, with the alternative text of its place."""
        self.siblings.load_people_and_media()
        return self._placed(image_id, alt, decorative=decorative)

    def _placed(self, image_id: int | None, alt: str, *, decorative: bool) -> PlacedImage | None:
        return placed_image(image_id, self.references, self.row.locale, alt, decorative=decorative)

    def file(self, file_id: int | None) -> Document | None:
        self.siblings.load_people_and_media()
        return self.references.files.get(file_id)

    def people(self, keys: Iterable[str | None]) -> list[Snippet]:
        """Those of the document that are public, in the order of the keys; so all below."""
        self.siblings.load_people_and_media()
        return self.references.people.existing(keys)

    def organisations(self, keys: Iterable[str | None]) -> list[Snippet]:
        self.siblings.load_people_and_media()
        return self.references.organisations.existing(keys)

    def goals(self, numbers: Iterable[int | None]) -> list[Goal]:
        self.siblings.load_reference_data()
        return self.references.goals.existing(numbers)

    def municipalities(self, codes: Iterable[str | None]) -> list[Municipality]:
        self.siblings.load_reference_data()
        return self.references.municipalities.existing(codes)

    def pages(self, keys: "Iterable[str | None]") -> "list[ReadPage]":
        self.siblings.load_pages()
        known, wanted = known_pages(self.references), list(keys)
        if known.missing(wanted):
            self.siblings.load_all_pages()
        return known.existing(wanted)

    def link(self, key: str | None) -> Version | None:
        """What a link needs of a page above this one, or of one that its document mentions."""
        self.siblings.load_versions()
        if self.references.versions.missing([key]):
            self.siblings.load_versions_of_all()
        return self.references.version(key)

    def breadcrumbs(self) -> list[Version]:
        """The pages above, from the home page down; without those that are not public."""
        versions = (self.link(key) for key in self.row.ancestor_keys)
        return [version for version in versions if version]

    def parent(self) -> Version | None:
        return self.link(self.row.ancestor_keys[-1]) if self.row.ancestor_keys else None

    def versions(self) -> list[Version]:
        """The published versions of this page in all languages, in the order of the site's languages."""
        self.siblings.load_versions()
        versions = self.references.versions.get(self.key) or {}
        return [versions[code] for code in languages() if code in versions]


def make_pages(rows: Iterable[Row], references: References) -> Pages:
    """The rows as pages that know each other. Types that this release does not know are left out."""
    known, pages = page_types.known(), Pages(references)
    pages.extend(ReadPage(row, references, pages) for row in rows if row.type in known)
    return pages


def known_pages(references: References) -> Known[str, ReadPage]:
    """The pages that were looked up for this reader, by their keys."""
    return _PAGES.of(references, lambda keys: load_pages(references, keys))


def load_pages(references: References, keys: Iterable[str | None], *, whole: bool = False) -> None:
    """As they are shown among others, else each as a whole."""
    known = known_pages(references)
    if wanted := known.missing(keys):
        best = best_of(references.reader, sql(OF_THESE, keys=list(wanted)))
        rows = references.read_whole_pages(best) if whole else references.read_cards(best)
        pages = make_pages(rows, references)
        known.add(wanted, {page.key: page for page in pages})


def home_page(references: References) -> ReadPage | None:
    """The home page of the reader's site."""
    best = best_of(references.reader, of_type(page_types.HOME))
    return first(make_pages(references.read_whole_pages(sql("{best} AND path = ''", best=best)), references))


def of_type(page_type: str) -> Sql:
    """The condition on a row of the index."""
    return sql("found.type = %(type)s", type=page_type)


def first(pages: Pages) -> ReadPage | None:
    return next(iter(pages), None)
