"""The only home of pages and sites seen from elsewhere: enough for a link."""

from collections.abc import Iterable, Mapping
from typing import Protocol

import strawberry

from api.locale_code import LocaleCode
from api.reading.languages import OnSite, Reader


class LinkedPage(OnSite, Protocol):
    """What a link needs to know of a page."""

    @property
    def title(self) -> str: ...


@strawberry.type(description="A page seen from elsewhere: enough for a link or a small card. It has no id of its own.")
class PageLink:
    version: strawberry.Private[LinkedPage]
    reader: strawberry.Private[Reader]

    @strawberry.field(description="The same in every language; identifies the page.")
    def translation_key(self) -> strawberry.ID:
        return strawberry.ID(str(self.version.translation_key))

    @strawberry.field(description="The page's title in the language that its content is in.")
    def title(self) -> str:
        return self.version.title

    @strawberry.field(description="On the frontend's site, with the reader's language as prefix.")
    def path(self) -> str:
        return self.reader.path(self.version)

    @strawberry.field(description="`path` with the frontend's origin.")
    def url(self) -> str:
        return self.reader.url(self.version)

    @strawberry.field(description="The language that the page's content is in.")
    def locale(self) -> LocaleCode:
        return LocaleCode(self.version.locale)

    @strawberry.field(description="Whether that is another language than the one asked for.")
    def is_fallback(self) -> bool:
        return self.version.locale != self.reader.locale


def page_link(version: LinkedPage, reader: Reader) -> PageLink:
    return PageLink(version=version, reader=reader)


def make_links(versions: Iterable[LinkedPage], reader: Reader) -> list[PageLink]:
    return [page_link(version, reader) for version in versions]


@strawberry.type(description="A link to another site.")
class ExternalLink:
    title: str = strawberry.field(description="What the link reads.")
    url: str = strawberry.field(description="Absolute web address.")


@strawberry.type(description="Where a page is in another language, for link elements: rel=alternate hreflang=…")
class Alternate:
    hreflang: str = strawberry.field(description="BCP 47 tag of the language, or x-default: for all other languages.")
    url: str = strawberry.field(description="Absolute, on the frontend's origin.")


def make_alternates(urls: Mapping[str, str], default: Iterable[str]) -> list[Alternate]:
    """The published versions of one page, given by language; `default` are the languages of readers of all others.

    Where the page has none of these languages, its first version stands in.
    """
    alternates = [Alternate(hreflang=language, url=url) for language, url in urls.items()]
    for language in (*default, *urls):
        if language in urls:
            return [*alternates, Alternate(hreflang="x-default", url=urls[language])]
    return alternates
