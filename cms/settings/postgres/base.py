"""The only home of connecting to PostgreSQL (Django asks for a module of this name).

A pooled connection is alive while there is nothing to read from it: a server that has ended a session has said so.
Only who has something to read is asked whether it answers, so that a request costs no statement more.

Whoever asks for a connection waits while there is no server. All threads would, again and again, and none would be left
to say so. Therefore after a failure one thread tries again now and then, and all others fail at once.
"""

import select
import threading
import time
from typing import Any

import psycopg
from django.db.backends.postgresql import base

PAUSE = 1.0  # seconds


class Attempts:
    """Whether it is worth trying to connect."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._after: float | None = None

    def begin(self, longest: float) -> bool:
        """Whether to try now; nobody else does so for as long as this attempt may take, unless it succeeds."""
        with self._lock:
            if self._after is None:
                return True
            now = time.monotonic()
            if now < self._after:
                return False
            self._after = now + longest
            return True

    def end(self, *, succeeded: bool) -> None:
        self._after = None if succeeded else time.monotonic() + PAUSE


def is_alive(connection: Any) -> bool:
    waiting = select.poll()
    try:
        waiting.register(connection.fileno(), select.POLLIN)
        if waiting.poll(0):
            connection.execute("")
    except psycopg.OperationalError:
        return False
    return True


class DatabaseWrapper(base.DatabaseWrapper):
    attempts = Attempts()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not self.attempts.begin(longest=self._longest()):
            raise self.Database.OperationalError("PostgreSQL could not be reached a moment ago.")
        succeeded = False
        try:
            connection = super().get_new_connection(conn_params)
            while self.pool and not is_alive(connection):
                connection.close()
                self.pool.putconn(connection)  # which opens another one
                connection = super().get_new_connection(conn_params)
            succeeded = True
        finally:
            self.attempts.end(succeeded=succeeded)
        return connection

    def _longest(self) -> float:
        return self.pool.timeout if self.pool else self.settings_dict["OPTIONS"]["connect_timeout"]
