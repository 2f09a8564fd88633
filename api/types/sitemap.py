"""The only home of the sitemap in the schema."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import strawberry

from api.locale_code import LocaleCode
from api.reading.languages import Reader, default_chain, languages
from api.reading.sitemap import Entry, Part
from api.types.connections import Connection, Edge, described
from api.types.links import Alternate, PageLink, make_alternates, page_link
from api.types.page import PAGE_TYPES

SitemapFirstArgument = Annotated[
    int | None, strawberry.argument(description="How many from the start, 0 to 1000; 1000 without it.")
]
SitemapLocaleArgument = Annotated[
    LocaleCode | None, strawberry.argument(description="Only versions in this language; those in all without it.")
]


@strawberry.type(description="A page in one language: what static path generation needs.")
class SitemapEntry:
    entry: strawberry.Private[Entry]
    reader: strawberry.Private[Reader]
    default: strawberry.Private[list[str]]

    @strawberry.field(description="The page in this language; never a fallback.")
    def page(self) -> PageLink:
        return page_link(self.entry.version, self.reader)

    @strawberry.field(description="Name of the page's type in this schema, such as CasePage.")
    def page_type(self) -> str:
        return PAGE_TYPES[self.entry.version.type].__name__

    @strawberry.field(description="The last part of the path; the home page has one too, which no path shows.")
    def slug(self) -> str:
        return self.entry.version.slug

    @strawberry.field(description="Latest publication of this version.")
    def last_modified(self) -> datetime:
        return datetime.fromisoformat(self.entry.version.last_modified)

    @strawberry.field(
        description="This version, those of the page in other languages, and x-default; without those that are hidden "
        "from search engines."
    )
    def alternates(self) -> list[Alternate]:
        return make_alternates(self.entry.urls, self.default)


@described(cursor="The place of this edge in the list, for `after`.", node="The entry.")
@strawberry.type(description="An entry in its place.")
class SitemapEdge(Edge[SitemapEntry]):
    pass


@described(
    edges="The entries with their cursors.",
    nodes="The entries without cursors.",
    total_count="How many entries the whole sitemap has.",
)
@strawberry.type(
    description="A part of the sitemap, by Relay's connection rules. The order is stable and means nothing."
)
class SitemapConnection(Connection[SitemapEdge, SitemapEntry]):
    readers: strawberry.Private[Mapping[str, Reader]]
    default: strawberry.Private[list[str]]

    def make_node(self, thing: Entry) -> SitemapEntry:
        return SitemapEntry(entry=thing, reader=self.readers[thing.version.locale], default=self.default)

    def make_edge(self, cursor: str, thing: Entry) -> SitemapEdge:
        return SitemapEdge(cursor=cursor, node=self.make_node(thing))


def sitemap_connection(part: Part) -> SitemapConnection:
    readers = {code: Reader(code, part.site) for code in languages()}
    return SitemapConnection(part=part, readers=readers, default=default_chain())
