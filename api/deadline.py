"""The only home of when a request's time is up: then no statement is begun, and PostgreSQL ends the one that runs."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled

from api.client_errors import TimeIsUpError

GRACE = 0.1  # of the time: so much later a statement may end, so that not each of them sets a timeout of its own

OWN_TIMEOUT = b"SELECT reset_val::int FROM pg_settings WHERE name = 'statement_timeout'"

clock = time.monotonic

# Seconds after which PostgreSQL ends the statements of a connection if nobody says otherwise.
_own_timeouts: WeakKeyDictionary[Any, float] = WeakKeyDictionary()


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._grace = GRACE * seconds
        self._ends = clock() + seconds
        self._timeout: float | None = None  # of this connection's statements, where that is known
        self._is_set = False  # by this request

    def check(self) -> None:
        """Raise TimeIsUpError where it is."""
        if clock() > self._ends:
            raise TimeIsUpError

    @contextmanager
    def of_statements(self) -> Iterator[None]:
        """Statements that are executed meanwhile keep it."""
        with connection.execute_wrapper(self._execute):
            try:
                yield
            finally:
                if self._is_set:
                    _execute_at_once(b"RESET statement_timeout")  # the connection serves others after this request

    def _execute(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("ROLLBACK"):
            return execute(sql, *rest)  # what failed is undone, late or not
        self.check()
        left = self._ends - clock()
        if self._timeout is None:
            self._timeout = _own_timeout()
        if self._timeout > left + self._grace:
            self._timeout, self._is_set = max(left, 0.001), True
            _execute_at_once(b"SET statement_timeout = %d" % (self._timeout * 1000))
        return execute(sql, *rest)


def took_too_long(error: BaseException | None) -> bool:
    """Whether time was up, in PostgreSQL or here."""
    canceled = isinstance(error, OperationalError) and isinstance(error.__cause__, QueryCanceled)
    return canceled or isinstance(error, TimeIsUpError)


def _own_timeout() -> float:
    """What the session begins with, asked once for each connection: where it will do, two statements less are sent."""
    known = _own_timeouts.get(connection.connection)
    if known is None:
        answer = _execute_at_once(OWN_TIMEOUT)
        value = answer.get_value(0, 0) if answer and answer.ntuples else None
        if value is None:  # in a transaction that has failed, or on a connection that is lost
            return math.inf
        known = _own_timeouts[connection.connection] = int(value) / 1000 or math.inf
    return known


def _execute_at_once(statement: bytes) -> Any:
    """Without a cursor, which would cost more than the statement; a transaction that has failed does without it."""
    if connection.connection is None:
        return None
    with suppress(psycopg.OperationalError):  # of a connection that is lost: whatever comes next says so
        return connection.connection.pgconn.exec_(statement)
