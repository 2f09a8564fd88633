"""The only home of a visit: everything known of a path that somebody asks for, gathered in at most three statements.

A page that the reader finds at its path takes the first statement alone: nothing else that is known would matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from api.locales import Placed, Reader, best
from api.reading.private.access import Access
from api.reading.private.pages import RestrictedVersion, read_private_page
from api.reading.routes.known import Known, look_up, spots_of
from api.reading.routes.paths import SitePath, redirect_paths
from api.reading.routes.redirects import Step, steps_from
from api.rows.pages import read_pages
from api.rows.storable import is_storable
from cms.publishing.models import PublishedPage

BEST_FIRST = "ORDER BY array_position(%s::text[], locale), id LIMIT 1"


class PrivateVersion(NamedTuple):
    """A version of a page that is restricted, and what that means for whoever asks."""

    key: str
    locale: str
    path: str
    taken_in: Sequence[str]
    is_open: bool  # by the tokens of the request
    asks_for_password: bool  # nothing else keeps the request out

    @property
    def translation_key(self) -> str:
        return self.key


@dataclass(frozen=True)
class Place:
    """A path of a site with what is public there now, and the keys of the pages that it belonged to last."""

    reader: Reader  # of the path's language
    there: Sequence[Placed] = ()  # the best language first
    owners: Sequence[str] = ()  # likewise


@dataclass(frozen=True)
class Visit:
    path: SitePath
    reader: Reader
    places: Mapping[SitePath, Place] = field(default_factory=dict)  # the path itself, and where redirects lead
    versions: Mapping[str, Mapping[str, Placed]] = field(default_factory=dict)  # public ones, by key and language
    steps: Sequence[Step] = ()  # of redirects that editors made
    private: Sequence[PrivateVersion] = ()  # of the pages that are here or were, the best language first
    concealed: frozenset[str] = frozenset()  # the keys of pages that nobody may learn of, published or not

    @property
    def owners(self) -> Sequence[str]:
        """The keys of the pages that were here, the best language first."""
        return self.places[self.path].owners if self.path in self.places else ()

    @property
    def private_here(self) -> list[PrivateVersion]:
        return [version for version in self.private if self.reader.path(version) == str(self.path)]

    def private_of(self, keys: Iterable[str]) -> list[PrivateVersion]:
        return [version for version in self.private if version.key in keys]

    def version_of(self, key: str, reader: Reader) -> Placed | None:
        """The public version of a page that the reader gets."""
        return best(self.versions.get(key, {}).items(), reader)

    def version_at(self, path: SitePath) -> Placed | None:
        """The public version that the path's reader gets of the page that is there now."""
        place = self.places.get(path)
        there = next(iter(place.there), None) if place else None
        if place is None or there is None:
            return None
        if path.beside is None and place.reader.finds_another(there):  # one that asks for a password
            return None
        return self.version_of(str(there.translation_key), place.reader) or there

    def version_from(self, path: SitePath) -> Placed | None:
        """The public version that the path's reader gets of the page that was there once."""
        place = self.places.get(path)
        versions = (self.version_of(key, place.reader) for key in place.owners) if place else ()
        return next((version for version in versions if version and version.path != path.below_prefix), None)


def gather(text: str, reader: Reader, access: Access) -> Visit:
    """What is known of a visitor's path. Raise UnknownTokenError where the request has such a token and it matters."""
    path = SitePath.parse(text)
    if not path.prefix or not is_storable(text) or not is_storable(str(path)):
        return Visit(path, reader)
    if page := _page_at(path, reader):
        return Visit(path, reader, {path: Place(reader, [page])})
    access.verify()  # whatever is there: an error in some places only would tell of them
    known = look_up(reader, spots_of(path, reader), old_paths=redirect_paths(text))
    steps = steps_from(text, known.redirects)
    visit = make_visit(path, reader, known, steps, access)
    if not any(step.path for step in steps) or any(version.is_open for version in visit.private_here):
        return visit
    return make_visit(path, reader, look_up_with(reader, [path], steps), steps, access)


def look_up_with(reader: Reader, paths: Iterable[SitePath], steps: Iterable[Step]) -> Known:
    """What is known of these paths, and of those that steps of redirects lead to."""
    ends = list(steps)
    everywhere = [*paths, *(step.path for step in ends if step.path)]
    spots = {spot for path in everywhere for spot in spots_of(path, reader_of(path, reader))}
    return look_up(reader, spots, keys={step.key for step in ends if step.key})


def make_visit(path: SitePath, reader: Reader, known: Known, steps: Sequence[Step], access: Access) -> Visit:
    """What of all that is known concerns one path."""
    owners = known.owners_of(path, reader)
    here = known.restricted_versions_at(path, reader)
    concerned = known.restricted_versions_of({*owners, *(version.key for version in here)}, reader)
    return Visit(
        path,
        reader,
        {there: _place(there, reader, known) for there in (path, *(step.path for step in steps if step.path))},
        known.versions,
        steps,
        [_private(version, access) for version in concerned],
        known.concealed,
    )


def read_page(version: Placed, reader: Reader) -> PublishedPage | None:
    """The row of a version that is to be shown, where only its place is known; None where it went in the meantime."""
    if isinstance(version, PublishedPage):
        return version
    if isinstance(version, PrivateVersion):
        return read_private_page(version.key, version.locale, reader)
    rows = read_pages(reader, "translation_key = %s AND locale = %s", [version.translation_key, version.locale])
    return next(iter(rows), None)


def reader_of(path: SitePath, reader: Reader) -> Reader:
    """Who reads at a path, in its language."""
    return reader.in_language(path.locale or reader.locale)


def _page_at(path: SitePath, reader: Reader) -> PublishedPage | None:
    """The public page whose path this is, for the reader."""
    if path.locale is None:
        return None
    # The slug and the place of a home page have an index; a path below a site's root has none.
    if slug := path.of_pages.rstrip("/").rpartition("/")[2]:
        where, params = "slug = %s AND path = %s", [slug, path.of_pages]
    else:
        where, params = "tree_path IN (SELECT path FROM publishing_site_roots()) AND path = %s", [path.of_pages]
    if path.beside:
        where, params = f"{where} AND translation_key BETWEEN %s AND %s", [*params, *path.beside.keys()]
    rows = read_pages(reader, where, [*params, reader.chain], best=True, tail=BEST_FIRST)
    return next((row for row in rows if reader.path(row) == str(path)), None)


def _place(path: SitePath, reader: Reader, known: Known) -> Place:
    of_path = reader_of(path, reader)
    return Place(of_path, known.public_versions_at(path, of_path), known.owners_of(path, of_path))


def _private(version: RestrictedVersion, access: Access) -> PrivateVersion:
    key, locale, path, taken_in, restrictions = version
    is_open, asks_for_password = access.opens(restrictions), access.needs_only_passwords(restrictions)
    return PrivateVersion(key, locale, path, taken_in, is_open, asks_for_password)
