"""The only home of a visit: everything known of a path that somebody asks for, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from api.reading.languages import Placed, Reader, best
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import Step


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
