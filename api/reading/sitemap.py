"""The only home of the sitemap: every page in every language that it is really published in, for search engines.

Fallbacks are left out, and what editors hide from search engines. The order is by translation key and language: the
versions of a page stand together, and no publication, move or new title changes the place of another page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

import orjson
from django.db.models import Q
from django.utils.functional import cached_property

from api.reading import cursors, page_types
from api.reading.cursors import MalformedCursorError
from api.reading.languages import Reader, languages
from api.reading.lists.window import PartInfo, sized
from api.reading.sites import SiteChoice, frontend_origin, site_id
from api.reading.sql import Sql, load, of_query, sql
from api.reading.storable import storable
from cms.publishing.models import PublishedPage
from cms.publishing.public_index import IndexRows, in_own_language

CAP = 1000
ORDER = ("translation_key", "locale")

Position = tuple[str, str]  # translation key and language


class Listed(NamedTuple):
    """A version of a page, as far as the sitemap tells of it."""

    translation_key: str
    locale: str
    type: str
    title: str
    slug: str
    path: str
    taken_in: list[str]
    origin: str
    last_modified: str  # as ISO 8601 writes it

    @property
    def position(self) -> Position:
        return self.translation_key, self.locale

    @property
    def url(self) -> str:
        return self.origin + Reader(self.locale, SiteChoice()).path(self)


@dataclass
class Entry:
    """A version in the sitemap, and all versions of its page, as far as they are wanted."""

    version: Listed
    versions: Sequence[Listed]

    @property
    def urls(self) -> dict[str, str]:
        """Where all versions are, by language."""
        return {version.locale: version.url for version in self.versions}


@dataclass(frozen=True)
class Part:
    """The first `size` versions after a place; those in `locale`, where one is given.

    With their alternates, in which case the versions of their pages in other languages are read too.
    """

    site: SiteChoice
    locale: str | None
    size: int
    after: Position | None = None
    alternates: bool = True

    @classmethod
    def of(
        cls, site: SiteChoice, locale: str | None, first: int | None, after: str | None, *, alternates: bool
    ) -> "Part":
        """Raise BadInputError for what a list may not be asked for."""
        place = None if after is None else position_of(after)
        return cls(site, locale, sized("first", first, CAP, CAP), place, alternates)

    @property
    def things(self) -> list[Entry]:
        return self.entries[: self.size]

    def cursor_of(self, entry: Entry) -> str:
        return cursors.written(":".join(entry.version.position))

    @property
    def has_one_language(self) -> bool:
        """Whether one version of each page is all that is wanted."""
        return self.locale is not None and not self.alternates

    @property
    def page_info(self) -> PartInfo:
        more = len(self.entries) > self.size
        return PartInfo.of(self.things, self.cursor_of, more=more, before=self.after is not None)

    @property
    def total_count(self) -> int:
        return self.rows().count()

    @cached_property
    def entries(self) -> list[Entry]:
        """The versions of this part and one more; in one statement, whatever their number."""
        found = [
            Entry(version, versions)
            for versions in _by_page(self)
            for version in versions
            if self.locale in (None, version.locale) and (self.after is None or version.position > self.after)
        ]
        return found[: self.size + 1]

    def rows(self) -> IndexRows:
        """The whole sitemap, wherever this part is in it."""
        rows = _listed(self.site)
        return rows if self.locale is None else rows.filter(locale=self.locale)

    def rows_after(self) -> IndexRows:
        if self.after is None:
            return self.rows()
        key, locale = self.after
        return self.rows().filter(Q(translation_key__gt=key) | Q(translation_key=key, locale__gt=locale))


def part_by_number(site: SiteChoice, number: int) -> Part | None:
    """Of the whole sitemap in parts of the cap's size, the one of this number, from 1; None where there are fewer."""
    whole = Part(site, locale=None, size=CAP)
    if number == 1:
        return whole
    last_before = CAP * (number - 1) - 1
    places = whole.rows().order_by(*ORDER).values_list(*ORDER)
    for key, locale in places[last_before : last_before + 1]:
        return replace(whole, after=(str(key), locale))
    return None


def position_of(cursor: str) -> Position:
    """Raise BadInputError where the cursor is none of a sitemap's."""
    try:
        key, locale = cursors.read(cursor).split(":")
        return str(UUID(key)), storable(locale)
    except ValueError:
        raise MalformedCursorError from None


def _listed(site: SiteChoice) -> IndexRows:
    """Where every version is that search engines may know of, as the public index has it."""
    return in_own_language(site_id(site)).filter(noindex=False, type__in=page_types.known())


def _by_page(part: Part) -> Iterable[Sequence[Listed]]:
    """The versions of each page that has one in the part and one more, as far as they are wanted and public."""
    statement = load("sitemap", listed=_listing(replace(part), page_types.known()), own_origin=frontend_origin())
    [(found,)] = statement.rows()
    versions = map(Listed._make, orjson.loads(found or "[]"))
    if part.has_one_language:
        return ((version,) for version in versions)
    return ([*of_page] for _, of_page in groupby(versions, key=attrgetter("translation_key")))


@lru_cache(maxsize=64)
def _listing(part: Part, types: frozenset[str]) -> Sql:
    """Kept, as Django takes longer to put it together than PostgreSQL to answer it."""
    places = part.rows_after().order_by(*ORDER)[: part.size + 1]
    if part.has_one_language:
        codes, ids = [part.locale], of_query(places.values("page_id"), "id")
    else:
        codes, keys = [*languages()], of_query(places.values("translation_key"), "place")
        of_these = sql("publishing_publicindex.translation_key = ANY (ARRAY({keys}))", keys=keys).as_condition()
        ids = of_query(_listed(part.site).filter(of_these, locale__in=codes).values("page_id"), "id")
    rows = PublishedPage.objects.filter(
        sql("publishing_publishedpage.id = ANY (ARRAY({ids}))", ids=ids).as_condition(),
        site_id=site_id(part.site),
        noindex=False,
        locale__in=codes,
        type__in=types,
    )
    return of_query(rows.values(*Listed._fields[:-1], "last_published_at", "listed_at"), "page")
