"""The only home of what is remembered for the rest of an answer: what was looked up, and what was worked out.

Whoever works something out makes a `Shelf` for it, so that what is on it has one type, and no two names can clash.
"""

import logging
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar, cast

from django.conf import settings

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")

logger = logging.getLogger(__name__)


class Known(Container[Key], Generic[Key, Thing]):
    """What has been looked up of one kind; None for a key that led to nothing.

    Who asks for what was never looked up has forgotten to, and would take it for something that is not there. It is an
    error where mistakes are looked for; elsewhere it is logged, and looked up by itself.
    """

    def __init__(self, look_up: Callable[[set[Key]], object] | None = None) -> None:
        self._things: dict[Key, Thing | None] = {}
        self._look_up = look_up

    def __contains__(self, key: object) -> bool:
        return key in self._things

    def missing(self, keys: Iterable[Key | None]) -> set[Key]:
        return {key for key in keys if key is not None and key not in self._things}

    def add(self, wanted: Iterable[Key], found: Mapping[Key, Thing]) -> None:
        self._things.update({key: found.get(key) for key in wanted})

    def put(self, found: Mapping[Key, Thing]) -> None:
        self._things.update(found)

    def get(self, key: Key | None) -> Thing | None:
        """What the key leads to; None for no key. Raise LookupError where nobody has looked it up."""
        if key is None:
            return None
        if key not in self._things:
            self._look_up_late(key)
        return self._things.get(key)

    def existing(self, keys: Iterable[Key | None]) -> list[Thing]:
        """What exists, in the order of the keys."""
        return [thing for key in keys if (thing := self.get(key)) is not None]

    def _look_up_late(self, key: Key) -> None:
        message = f"{key!r} was never looked up: its document does not mention it, or nobody loaded what is mentioned."
        if settings.UNKNOWN_REFERENCES_FAIL:
            raise LookupError(message)
        logger.error(message)
        if self._look_up:
            self._look_up({key})


class Shelves:
    """What is remembered for one reader."""

    def __init__(self) -> None:
        self.known: dict[Shelf[Any, Any], Known[Any, Any]] = {}


class Shelf(Generic[Key, Thing]):
    """A place for things of one kind, each under its key."""

    def of(self, shelves: Shelves, look_up: Callable[[set[Key]], object] | None = None) -> Known[Key, Thing]:
        """What is on it; `look_up` is for what is asked for and was never looked up."""
        if self not in shelves.known:
            shelves.known[self] = Known(look_up)
        return cast("Known[Key, Thing]", shelves.known[self])

    def once(self, shelves: Shelves, key: Key, work_out: Callable[[], Thing]) -> Thing:
        """What is under the key; worked out, where nothing is yet."""
        known = self.of(shelves)
        if key not in known:
            known.put({key: work_out()})
        return cast("Thing", known.get(key))
