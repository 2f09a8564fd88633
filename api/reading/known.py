"""The only home of what is remembered for the rest of an answer: what was looked up, and what was worked out.

Whoever works something out makes a `Shelf` for it, so that what is on it has one type, and no two names can clash.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Known(dict[Key, Thing | None], Generic[Key, Thing]):
    """What has been looked up of one kind; None for a key that led to nothing."""

    def missing(self, keys: Iterable[Key | None]) -> set[Key]:
        return {key for key in keys if key is not None and key not in self}

    def add(self, wanted: set[Key], found: dict[Key, Thing]) -> None:
        self.update({key: found.get(key) for key in wanted})

    def existing(self, keys: Iterable[Key | None]) -> list[Thing]:
        """What exists, in the order of the keys."""
        return [thing for key in keys if key is not None and (thing := self.get(key)) is not None]


class Shelves:
    """What is remembered for one reader."""

    def __init__(self) -> None:
        self.known: dict[Shelf[Any, Any], Known[Any, Any]] = {}


class Shelf(Generic[Key, Thing]):
    """A place for things of one kind, each under its key."""

    def of(self, shelves: Shelves) -> Known[Key, Thing]:
        return cast("Known[Key, Thing]", shelves.known.setdefault(self, Known()))

    def once(self, shelves: Shelves, key: Key, work_out: Callable[[], Thing]) -> Thing:
        """What is under the key; worked out, where nothing is yet."""
        known = self.of(shelves)
        if key not in known:
            known[key] = work_out()
        return cast("Thing", known[key])
