"""The only home of what the database knows of paths: redirects from them, whose they were, what is public or private.

It is asked in one statement, for one path or for all paths of a site.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

import orjson

from api.reading.languages import Reader
from api.reading.private.access import Access, Restriction
from api.reading.private.pages import RestrictedVersion
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import ManualRedirect, Step
from api.reading.routes.visit import Place, PrivateVersion, Visit
from api.reading.sites import the_site
from api.reading.sql import load
from api.reading.storable import is_storable


class Spot(NamedTuple):
    """A language, and a path below its prefix."""

    locale: str
    path: str


class PublicVersion(NamedTuple):
    """A public version of a page, and where it is."""

    id: int
    key: str
    locale: str
    path: str
    taken_in: list[str]

    @property
    def translation_key(self) -> str:
        return self.key


class Known:
    def __init__(
        self,
        redirects: Iterable[ManualRedirect] = (),
        owners: Iterable[tuple[Spot, str]] = (),
        concealed: Iterable[str] = (),
        public: Iterable[PublicVersion] = (),
        restricted: Iterable[RestrictedVersion] = (),
    ) -> None:
        self.redirects = {redirect.old_path: redirect for redirect in redirects}
        self.owners = dict(owners)  # the key of the page that was there last
        self.concealed = frozenset(concealed)  # the keys of what is restricted, whether or not it is published
        self.versions: dict[str, dict[str, PublicVersion]] = defaultdict(dict)  # by key and language
        self.public_at: dict[Spot, list[PublicVersion]] = defaultdict(list)  # the one made first comes first
        for version in sorted(public):
            self.versions[version.key][version.locale] = version
            self.public_at[Spot(version.locale, version.path)].append(version)
        self.restricted: dict[str, list[RestrictedVersion]] = defaultdict(list)  # by key
        self.restricted_at: dict[Spot, list[RestrictedVersion]] = defaultdict(list)
        for hidden in restricted:
            self.restricted[hidden.key].append(hidden)
            self.restricted_at[Spot(hidden.locale, hidden.path)].append(hidden)

    def owners_of(self, path: SitePath, reader: Reader) -> list[str]:
        """The keys of the pages that were at the path in the languages of the chain, the best language first."""
        owners = [self.owners[spot] for spot in spots_of(path, reader) if spot in self.owners]
        return [key for key in owners if _is_meant(key, path)]

    def public_versions_at(self, path: SitePath, reader: Reader) -> list[PublicVersion]:
        """What is public at the path in the languages of the chain, the best language first."""
        there = chain.from_iterable(self.public_at.get(spot, []) for spot in spots_of(path, reader))
        return [version for version in there if _is_meant(version.key, path)]

    def restricted_versions(self, path: SitePath, reader: Reader) -> list[RestrictedVersion]:
        """Of the pages that are or were at the path, what the reader could get if it were public, the best first."""
        here = chain.from_iterable(self.restricted_at.get(spot, []) for spot in spots_of(path, reader))
        keys = dict.fromkeys([*self.owners_of(path, reader), *(version.key for version in here)])
        versions = chain.from_iterable(self.restricted.get(key, []) for key in keys)
        reachable = [version for version in versions if version.locale in reader.chain]
        return sorted(reachable, key=lambda version: reader.chain.index(version.locale))

    def visit(self, path: SitePath, reader: Reader, steps: Sequence[Step], access: Access) -> Visit:
        """What of all that is known concerns one path."""
        places = (path, *(step.path for step in steps if step.path))
        return Visit(
            path,
            reader,
            {there: self._place(there, reader_at(there, reader)) for there in places},
            self.versions,
            steps,
            [_for_visitors(version, access) for version in self.restricted_versions(path, reader)],
            self.concealed,
        )

    def _place(self, path: SitePath, reader: Reader) -> Place:
        return Place(reader, self.public_versions_at(path, reader), self.owners_of(path, reader))


def spots_of(path: SitePath, reader: Reader) -> list[Spot]:
    """Where the pages are that a path may lead to, in the languages of the chain, the best first."""
    return [Spot(code, path.of_pages) for code in reader.chain] if path.locale else []


def reader_at(path: SitePath, reader: Reader) -> Reader:
    """Who reads at a path, in its language."""
    return reader.in_language(path.locale or reader.locale)


def _is_meant(key: str, path: SitePath) -> bool:
    return path.beside is None or key.startswith(path.beside.digits)


def _for_visitors(version: RestrictedVersion, access: Access) -> PrivateVersion:
    key, locale, path, taken_in, restrictions = version
    is_open, asks_for_password = access.opens(restrictions), access.needs_only_passwords(restrictions)
    return PrivateVersion(key, locale, path, taken_in, is_open, asks_for_password)


def look_up(
    reader: Reader, paths: Iterable[SitePath], *, old_paths: Iterable[str] = (), steps: Iterable[Step] = ()
) -> Known:
    """What is known of these paths, of the redirects from old ones, and of where steps of redirects lead."""
    ends = list(steps)
    everywhere = [*paths, *(step.path for step in ends if step.path)]
    spots = {spot for path in everywhere for spot in spots_of(path, reader_at(path, reader))}
    keys = {step.key for step in ends if step.key}
    return _look_up(reader, spots, old_paths=list(old_paths), keys=list(keys), all_redirects=False)


def look_up_redirects(reader: Reader) -> Known:
    """All redirects of the reader's site."""
    return _look_up(reader, (), old_paths=[], keys=[], all_redirects=True)


def _look_up(reader: Reader, spots: Iterable[Spot], **params: Any) -> Known:
    asked = sorted({spot for spot in spots if is_storable(spot.path)})
    params |= {"locales": [spot.locale for spot in asked], "paths": [spot.path for spot in asked]}
    found: dict[str, list[Any]] = defaultdict(list)
    statement = load("known_of_paths", site=the_site(reader.site), **params)
    for kind, columns in statement.rows():
        found[kind].append(orjson.loads(columns))
    owners = found["owner"]
    return Known(
        redirects=(ManualRedirect(*columns) for columns in found["redirect"]),
        owners=((Spot(locale, path), key) for locale, path, key, _ in owners),
        concealed=(key for *_, key, is_concealed in owners if is_concealed),
        public=(PublicVersion(*columns) for columns in found["public"]),
        restricted=(
            RestrictedVersion(key, locale, path, taken_in, [Restriction(*restriction) for restriction in restrictions])
            for key, locale, path, taken_in, restrictions in found["restricted"]
        ),
    )
