"""The only home of what all page types have in the schema, and of making pages from rows."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Self

import strawberry

from api.discovery import json_ld
from api.identity import make_id
from api.lists.children import children
from api.locales import LocaleCode, best
from api.references import References, Version
from api.rows.pictures import pictures_of
from api.rows.siblings import Siblings
from api.types.images import Image, make_image
from api.types.links import PageLink, page_link
from api.types.rich_text import RichText
from api.types.seo import Seo
from cms.publishing.models import PublishedPage
from cms.publishing.rich_text import RichTextNode


@strawberry.enum(description="Whether a translation still says what its original says.")
class TranslationState(Enum):
    current = strawberry.enum_value("current", description="It was made from the texts that the original has now.")
    outdated = strawberry.enum_value("outdated", description="A text of the original has changed since.")


@strawberry.type(description="A published version of a page in one language.")
class PageTranslation:
    locale: LocaleCode = strawberry.field(description="The language of this version.")
    title: str = strawberry.field(description="Its title.")
    path: str = strawberry.field(description="On the frontend's site, with this language as prefix.")
    url: str = strawberry.field(description="`path` with the frontend's origin.")
    state: TranslationState = strawberry.field(description="Originals are always current.")


@strawberry.type(
    description="What a page is in one language of the site: for a language switch that never leads nowhere."
)
class LanguageLink:
    locale: LocaleCode = strawberry.field(description="The language that the link leads to.")
    path: str = strawberry.field(description="The page's path for a reader of that language.")
    is_fallback: bool = strawberry.field(description="Whether the reader gets another language's version there.")


@strawberry.interface(description="Anything that has an id.")
class Node:
    @strawberry.field(description="Opaque; identifies one thing as one reader sees it, so caches never mix languages.")
    def id(self) -> strawberry.ID:
        raise TypeError(f"{type(self).__name__} must say what identifies it")


@strawberry.interface(description="A published page, as a reader of one language sees it. Further page types may come.")
class Page(Node):
    row: strawberry.Private[PublishedPage]
    references: strawberry.Private[References]
    siblings: strawberry.Private[Siblings]  # pages of the same list, itself among them
    preview: strawberry.Private[str] = ""  # the id of the preview that this page is

    @strawberry.field(description="Opaque; encodes page type, reader's language, page, site and, of a draft, preview.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(make_id(type(self).__name__, *self.identity()))

    @strawberry.field(description="The same in every language; identifies the page.")
    def translation_key(self) -> strawberry.ID:
        return strawberry.ID(self.key)

    @strawberry.field(description="The page's title.")
    def title(self) -> str:
        return self.row.title

    @strawberry.field(description="The last part of `path`.")
    def slug(self) -> str:
        return self.row.slug

    @strawberry.field(
        description="On the frontend's site, with the reader's language as prefix: /fi/esimerkit/varanto/"
    )
    def path(self) -> str:
        return self.references.reader.path(self.row)

    @strawberry.field(description="Absolute, on the frontend's origin.")
    def url(self) -> str:
        return self.references.reader.url(self.row)

    @strawberry.field(description="The language that the reader asked for.")
    def requested_locale(self) -> LocaleCode:
        return LocaleCode(self.references.reader.locale)

    @strawberry.field(description="The language that the content is in: put it in the lang attribute.")
    def locale(self) -> LocaleCode:
        return LocaleCode(self.row.locale)

    @strawberry.field(description="Whether the content is in another language than the one asked for.")
    def is_fallback(self) -> bool:
        return self.row.locale != self.references.reader.locale

    @strawberry.field(description="One or two sentences that open the page; empty where there are none.")
    def ingress(self) -> str:
        return self.text("ingress")

    @strawberry.field(
        description="For cards and sharing: the card image, else the main picture. Null where there is neither."
    )
    def card_image(self) -> Image | None:
        return next((image for name in self.card_images() if (image := self.image(name))), None)

    @strawberry.field(description="Published versions in all languages, this one included, in the order of the site.")
    def translations(self) -> list[PageTranslation]:
        versions = self.versions()
        originals = {version.text_digest for version in versions if not version.source_digest}
        return [
            PageTranslation(
                locale=LocaleCode(version.locale),
                title=version.title,
                path=(reader := self.references.reader.in_language(version.locale)).path(version),
                url=reader.url(version),
                state=TranslationState.outdated if is_outdated(version, originals) else TranslationState.current,
            )
            for version in versions
        ]

    @strawberry.field(
        description="One entry for every language of the site in which a reader gets this page, if only as a fallback."
    )
    def language_links(self) -> list[LanguageLink]:
        versions = [(version.locale, version) for version in self.versions()]
        readers = [self.references.reader.in_language(code.value) for code in LocaleCode]
        return [
            LanguageLink(
                locale=LocaleCode(reader.locale),
                path=reader.path(version),
                is_fallback=version.locale != reader.locale,
            )
            for reader in readers
            if (version := best(versions, reader))
        ]

    @strawberry.field(description="From the home page down to the parent. Pages that are not published are left out.")
    def breadcrumbs(self) -> list[PageLink]:
        links = (self.link(str(key)) for key in self.row.ancestor_keys)
        return [link for link in links if link]

    @strawberry.field(description="The page above; null for a home page and where that page is not published.")
    def parent(self) -> PageLink | None:
        return self.link(str(self.row.ancestor_keys[-1])) if self.row.ancestor_keys else None

    @strawberry.field(description="Published pages below, in the editor's order; at most 100.")
    def children(self) -> list[PageLink]:
        return [page_link(version, self.references.reader) for version in children(self)]

    @strawberry.field(description="For the head of the document.")
    def seo(self) -> Seo:
        return Seo(page=self)

    @strawberry.field(description="First publication of this language's version. Null only in a preview.")
    def first_published_at(self) -> datetime | None:
        return self.row.first_published_at

    @strawberry.field(description="Latest publication of this language's version. Null only in a preview.")
    def last_published_at(self) -> datetime | None:
        return self.row.last_published_at

    @property
    def key(self) -> str:
        """The translation key as documents write it."""
        return str(self.row.translation_key)

    @property
    def canonical_url(self) -> str:
        """The address of this version, whoever reads it."""
        return self.references.reader.in_language(self.row.locale).url(self.row)

    def described(self) -> json_ld.Thing:
        """What the page is in the words of schema.org."""
        return json_ld.web_page(self)

    def identity(self, *parts: str) -> list[str]:
        """What identifies the page, or what `parts` name in it, as its reader sees it."""
        named = [self.row.origin, self.preview, *parts]
        return [self.references.reader.locale, self.key, *filter(None, named)]

    def card_images(self) -> list[str]:
        """The document's image fields that may stand for the page, the best first."""
        return ["card_image"]

    def text(self, name: str) -> str:
        value: str = self.row.document.get(name) or ""
        return value

    def alike(self) -> list[Self]:
        """The siblings of the same page type."""
        return [page for page in self.siblings if isinstance(page, type(self))]

    def image(self, name: str) -> Image | None:
        """One of the main pictures, which came along with the row."""
        if (image_id := self.row.document.get(name)) not in self.references.images:
            self.references.images.update(pictures_of(self.row))
        decorative = bool(self.row.document.get(f"{name}_decorative"))
        return make_image(
            image_id, self.references, self.row.locale, alt=self.text(f"{name}_alt"), decorative=decorative
        )

    def link(self, key: str | None) -> PageLink | None:
        """A link to a page above this one, or that its document links to."""
        self.siblings.load_versions()
        version = self.references.version(key)
        return page_link(version, self.references.reader) if version else None

    def rich_text(self, tree: RichTextNode) -> RichText:
        """A text of the document."""
        self.siblings.load_versions()
        return RichText(tree=tree, references=self.references)

    def versions(self) -> list[Version]:
        """The published versions of this page in all languages, in the order of the site's languages."""
        self.siblings.load_versions()
        versions = self.references.versions.get(self.key) or {}
        return [versions[code.value] for code in LocaleCode if code.value in versions]


def is_outdated(version: Version, originals: set[str]) -> bool:
    """Whether a translation was made from other texts than the published original's, whose digests are `originals`."""
    return bool(version.source_digest and originals) and version.source_digest not in originals


def make_pages(rows: Iterable[PublishedPage], references: References) -> Siblings:
    """The rows as pages that know each other. Types that this release does not know are left out."""
    from api.types import PAGE_TYPES

    siblings = Siblings(references)
    for row in rows:
        if page_type := PAGE_TYPES.get(row.type):
            siblings.append(page_type(row=row, references=references, siblings=siblings))
    return siblings
