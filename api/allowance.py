"""The only home of what one request may take: its time, what its answer holds, what is read for it, and searches.

Nothing here depends on how a document is written. Whatever an answer holds is counted where it stands, each time that
it stands there, and while the answer is made. What failed and is left out of the answer counts for nothing; its time
does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

from api.client_errors import AnswerTooLargeError, TooManySearchesError
from api.deadline import Deadline

MOST_PAGES = 10_000
MOST_OBJECTS = 100_000
MOST_READ = 20_000_000
MOST_SEARCHES = 10  # one takes as long as dozens of other lists

FRAME = len('{"data":{}}')

_current: ContextVar["Allowance"] = ContextVar("allowance")

Held = tuple[int, int, int]  # what an answer holds so far: pages, objects, bytes


class Allowance:
    def __init__(self) -> None:
        self.deadline = Deadline(settings.API_SECONDS)
        self._most_bytes: int = settings.API_BYTES
        self._pages = self._objects = self._read = self._searches = 0
        self._size = FRAME

    @property
    def held(self) -> Held:
        return self._pages, self._objects, self._size

    def give_back(self, held: Held) -> None:
        """What the answer has come to hold since is left out of it."""
        self._pages, self._objects, self._size = held

    def begin(self, pages: int) -> Held:
        """Begin an object, which is a page or none; return what the answer held before it."""
        before = self._pages, self._objects, self._size
        if self._pages + pages > MOST_PAGES:
            raise AnswerTooLargeError(f"has more than {MOST_PAGES} pages")
        if self._objects + 1 > MOST_OBJECTS:
            raise AnswerTooLargeError(f"has more than {MOST_OBJECTS} objects")
        self.deadline.check()
        self._pages += pages
        self._objects += 1
        return before

    def end(self, before: Held, size: int) -> None:
        """What was begun when the answer held `before` has `size` bytes in all."""
        self._size = before[2] + size
        if self._size > self._most_bytes:
            raise AnswerTooLargeError(f"has more than {self._most_bytes} bytes")

    def read(self, length: int) -> None:
        """A text of this length was read, and is kept until the answer is made."""
        self._read += length
        if self._read > MOST_READ:
            raise AnswerTooLargeError(f"is made of more than {MOST_READ} bytes of pages")

    def search(self) -> None:
        """A search is made, or the facets of a list are counted."""
        self._searches += 1
        if self._searches > MOST_SEARCHES:
            raise TooManySearchesError(MOST_SEARCHES)


def current() -> Allowance:
    """That of the request which is being answered; outside of requests a new one."""
    return _current.get(None) or Allowance()


@contextmanager
def granted() -> Iterator[None]:
    """A new allowance for what is done meanwhile, which is one request."""
    allowance = Allowance()
    token = _current.set(allowance)
    try:
        with allowance.deadline.of_statements():
            yield
    finally:
        _current.reset(token)
