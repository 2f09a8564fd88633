"""The only home of the sitemap in the schema."""

from datetime import datetime
from typing import Annotated

import strawberry
from django.utils.functional import cached_property

from api.client_errors import BadInputError
from api.reading.languages import LocaleCode, Reader, default_chain
from api.reading.lists.window import PageInfo
from api.reading.sitemap import CAP, Entry, Part, cursor_of, place_of
from api.reading.sites import SiteChoice
from api.types import PAGE_TYPES
from api.types.links import Alternate, PageLink, make_alternates, page_link

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


@strawberry.type(description="An entry in its place.")
class SitemapEdge:
    cursor: str = strawberry.field(description="The place of this edge in the list, for `after`.")
    node: SitemapEntry = strawberry.field(description="The entry.")


@strawberry.type(
    description="A part of the sitemap, by Relay's connection rules. The order is stable and means nothing."
)
class SitemapConnection:
    part: strawberry.Private[Part]

    @strawberry.field(description="The entries with their cursors.")
    def edges(self) -> list[SitemapEdge]:
        cursors = (cursor_of(entry.version.place) for entry in self._shown)
        return [SitemapEdge(cursor=cursor, node=node) for cursor, node in zip(cursors, self._entries(), strict=True)]

    @strawberry.field(description="The entries without cursors.")
    def nodes(self) -> list[SitemapEntry]:
        return self._entries()

    @strawberry.field(description="Where this part stands in the whole.")
    def page_info(self) -> PageInfo:
        shown = self._shown
        return PageInfo(
            has_next_page=len(self._fetched) > len(shown),
            has_previous_page=self.part.after is not None,
            start_cursor=cursor_of(shown[0].version.place) if shown else None,
            end_cursor=cursor_of(shown[-1].version.place) if shown else None,
        )

    @strawberry.field(description="How many entries the whole sitemap has.")
    def total_count(self) -> int:
        return self.part.rows().count()

    def _entries(self) -> list[SitemapEntry]:
        readers = {code.value: Reader(code.value, self.part.site) for code in LocaleCode}
        default = default_chain()
        return [
            SitemapEntry(entry=entry, reader=readers[entry.version.locale], default=default) for entry in self._shown
        ]

    @property
    def _shown(self) -> list[Entry]:
        return self._fetched[: self.part.size]

    @cached_property
    def _fetched(self) -> list[Entry]:
        return self.part.fetch()


def sitemap_connection(
    site: SiteChoice, locale: LocaleCode | None, first: int | None, after: str | None
) -> SitemapConnection:
    if first is not None and not 0 <= first <= CAP:
        raise BadInputError(f"`first` is {first}; it may be 0 to {CAP}.")
    size = CAP if first is None else first
    place = None if after is None else place_of(after)
    return SitemapConnection(part=Part(site, locale.value if locale else None, size, place))
