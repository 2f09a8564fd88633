"""The only home of which part of the list of redirects is asked for: the first so many after a path."""

import json
from dataclasses import dataclass

from django.utils.functional import cached_property

from api.reading import cursors
from api.reading.cursors import MalformedCursorError
from api.reading.known import Shelf
from api.reading.lists.window import CAP, DEFAULT_SIZE, PartInfo, sized
from api.reading.references import References
from api.reading.routes.redirect_list import Entry, all_redirects

ORDER = "redirects"  # cursors of other lists do not begin so
_ALL = Shelf[str, list[Entry]]()


@dataclass(frozen=True)
class RedirectPart:
    references: References
    size: int
    after: str | None

    @classmethod
    def of(cls, references: References, first: int | None, after: str | None) -> "RedirectPart":
        """Raise BadInputError for what a list may not be asked for."""
        return cls(references, sized("first", first, DEFAULT_SIZE, CAP), None if after is None else path_of(after))

    @property
    def things(self) -> list[Entry]:
        return self.beyond[: self.size]

    def cursor_of(self, entry: Entry) -> str:
        return cursors.written(json.dumps([ORDER, entry.path], ensure_ascii=False))

    @property
    def page_info(self) -> PartInfo:
        more = len(self.beyond) > self.size
        return PartInfo.of(self.things, self.cursor_of, more=more, before=self.after is not None)

    @property
    def total_count(self) -> int:
        return len(self.everything)

    @property
    def everything(self) -> list[Entry]:
        return _ALL.once(self.references, "", lambda: all_redirects(self.references.reader))

    @cached_property
    def beyond(self) -> list[Entry]:
        return [entry for entry in self.everything if entry.path > (self.after or "")]


def path_of(cursor: str) -> str:
    """Raise BadInputError where the cursor is none of a list of redirects."""
    try:
        order, path = json.loads(cursors.read(cursor))
    except (ValueError, TypeError, RecursionError):
        raise MalformedCursorError from None
    if order != ORDER or not isinstance(path, str):
        raise MalformedCursorError
    return path
