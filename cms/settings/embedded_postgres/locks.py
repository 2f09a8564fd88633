"""The only home of the locks by which processes agree on one server.

They are held on open files, and the kernel lets go of them when the last process that has the file open ends, however
it ends. A list of process ids would be wrong after a kill -9.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Lock:
    def __init__(self, file: Path) -> None:
        self.file = file

    def is_free(self) -> bool:
        descriptor = self._open()
        try:
            return is_held_alone(descriptor)
        finally:
            os.close(descriptor)

    def hold(self) -> int:
        return self._held(fcntl.LOCK_EX)

    def share(self) -> int:
        return self._held(fcntl.LOCK_SH)

    @contextmanager
    def held(self) -> Iterator[None]:
        descriptor = self.hold()
        try:
            yield
        finally:
            os.close(descriptor)

    def _held(self, operation: int) -> int:
        descriptor = self._open()
        fcntl.flock(descriptor, operation)
        return descriptor

    def _open(self) -> int:
        return os.open(self.file, os.O_RDONLY | os.O_CREAT, 0o644)


def is_held_alone(descriptor: int) -> bool:
    """Whether nobody else holds the lock; if so, nobody else gets it before the file is closed."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
