"""The only home of what all page types have in the schema."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any

import strawberry

from api.locale_code import LocaleCode
from api.reading.identity import make_id
from api.reading.languages import best
from api.reading.lists.children import children
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.versions import Version, is_outdated
from api.types.images import Image, make_image
from api.types.links import PageLink, make_links, page_link
from api.types.rich_text import RichText
from api.types.seo import Seo
from cms.publishing.rich_text import RichTextNode

# Which type serves which page type: `api.types` says so, and is imported before any of its modules.
PAGE_TYPES: dict[str, "type[Page]"] = {}


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
    read: strawberry.Private[ReadPage]

    @strawberry.field(description="Opaque; encodes page type, reader's language, page, site and, of a draft, preview.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(make_id(type(self).__name__, *self.read.identity()))

    @strawberry.field(description="The same in every language; identifies the page.")
    def translation_key(self) -> strawberry.ID:
        return strawberry.ID(self.read.key)

    @strawberry.field(description="The page's title.")
    def title(self) -> str:
        return self.read.row.title

    @strawberry.field(description="The last part of `path`.")
    def slug(self) -> str:
        return self.read.row.slug

    @strawberry.field(
        description="On the frontend's site, with the reader's language as prefix: /fi/esimerkit/varanto/"
    )
    def path(self) -> str:
        return self.read.reader.path(self.read.row)

    @strawberry.field(description="Absolute, on the frontend's origin.")
    def url(self) -> str:
        return self.read.reader.url(self.read.row)

    @strawberry.field(description="The language that the reader asked for.")
    def requested_locale(self) -> LocaleCode:
        return LocaleCode(self.read.reader.locale)

    @strawberry.field(description="The language that the content is in: put it in the lang attribute.")
    def locale(self) -> LocaleCode:
        return LocaleCode(self.read.row.locale)

    @strawberry.field(description="Whether the content is in another language than the one asked for.")
    def is_fallback(self) -> bool:
        return self.read.row.locale != self.read.reader.locale

    @strawberry.field(description="One or two sentences that open the page; empty where there are none.")
    def ingress(self) -> str:
        return self.read.text("ingress")

    @strawberry.field(
        description="For cards and sharing: the card image, else the main picture. Null where there is neither."
    )
    def card_image(self) -> Image | None:
        return make_image(self.read.card_image())

    @strawberry.field(description="Published versions in all languages, this one included, in the order of the site.")
    def translations(self) -> list[PageTranslation]:
        versions = self.read.versions()
        originals = {version.text_digest for version in versions if not version.source_digest}
        return [
            PageTranslation(
                locale=LocaleCode(version.locale),
                title=version.title,
                path=(reader := self.read.reader.in_language(version.locale)).path(version),
                url=reader.url(version),
                state=TranslationState.outdated if is_outdated(version, originals) else TranslationState.current,
            )
            for version in versions
        ]

    @strawberry.field(
        description="One entry for every language of the site in which a reader gets this page, if only as a fallback."
    )
    def language_links(self) -> list[LanguageLink]:
        versions = [(version.locale, version) for version in self.read.versions()]
        readers = [self.read.reader.in_language(code.value) for code in LocaleCode]
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
        return make_links(self.read.breadcrumbs(), self.read.reader)

    @strawberry.field(description="The page above; null for a home page and where that page is not published.")
    def parent(self) -> PageLink | None:
        return self.link_to(self.read.parent())

    @strawberry.field(description="Published pages below, in the editor's order; at most 100.")
    def children(self) -> list[PageLink]:
        return make_links(children(self.read), self.read.reader)

    @strawberry.field(description="For the head of the document.")
    def seo(self) -> Seo:
        return Seo(page=self.read)

    @strawberry.field(description="First publication of this language's version. Null only in a preview.")
    def first_published_at(self) -> datetime | None:
        return self.read.row.first_published_at

    @strawberry.field(description="Latest publication of this language's version. Null only in a preview.")
    def last_published_at(self) -> datetime | None:
        return self.read.row.last_published_at

    @property
    def references(self) -> References:
        return self.read.references

    def main_image(self, name: str) -> Image | None:
        return make_image(self.read.image(name))

    def rich_text(self, name: str) -> RichText:
        """A text of the document."""
        return make_rich_text(self.read.row.document[name], self.read)

    def link_to(self, version: Version | None) -> PageLink | None:
        return page_link(version, self.read.reader) if version else None


def make_rich_text(tree: RichTextNode, page: ReadPage) -> RichText:
    """A text of the page."""
    page.siblings.load_versions()
    return RichText(tree=tree, references=page.references)


def make_page(read: ReadPage | None) -> Any:
    """The page as the type that serves it: which one that is, its row says."""
    return PAGE_TYPES[read.row.type](read=read) if read else None


def make_page_list(pages: Iterable[ReadPage]) -> list[Any]:
    return [make_page(page) for page in pages]
