"""The only home of when a request's time is up: then no statement is begun, and PostgreSQL ends the one that runs."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled

from api.client_errors import TimeIsUpError

GRACE = 0.1  # of the time: so much later a statement may end, so that not each of them sets a timeout of its own

clock = time.monotonic


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._grace = GRACE * seconds
        self._ends = clock() + seconds
        self._timeout: float | None = None  # of this connection's statements, where this request has set it

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
                if self._timeout is not None:
                    _execute_at_once("RESET statement_timeout")  # the connection serves others after this request

    def _execute(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("ROLLBACK"):
            return execute(sql, *rest)  # what failed is undone, late or not
        self.check()
        left = self._ends - clock()
        if self._timeout is None or self._timeout > left + self._grace:
            self._timeout = max(left, 0.001)
            _execute_at_once(f"SET statement_timeout = {self._timeout * 1000:.0f}")
        return execute(sql, *rest)


def took_too_long(error: BaseException | None) -> bool:
    """Whether time was up, in PostgreSQL or here."""
    canceled = isinstance(error, OperationalError) and isinstance(error.__cause__, QueryCanceled)
    return canceled or isinstance(error, TimeIsUpError)


def _execute_at_once(statement: str) -> None:
    """Without a cursor, which would cost more than the statement; a transaction that has failed does without it."""
    if connection.connection is not None:
        with suppress(psycopg.OperationalError):  # of a connection that is lost: whatever comes next says so
            connection.connection.pgconn.exec_(statement.encode())
