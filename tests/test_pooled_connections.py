"""The only home of which of its connections a pool gives to a request: none whose session has ended."""

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.settings.base import pool

pytestmark = pytest.mark.django_db


@pytest.fixture
def pooled() -> Iterator[BaseDatabaseWrapper]:
    """Django's connection as production has it, with a pool of one."""
    own = connection.copy()
    own.settings_dict["OPTIONS"] = {**connection.settings_dict["OPTIONS"], "pool": pool(1)}
    yield own
    own.close()
    own.close_pool()


def session(own: BaseDatabaseWrapper) -> int:
    """Which session of PostgreSQL's a request has that asks one thing."""
    with own.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    own.close()
    return pid


def ask(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_the_same_session_serves_one_request_after_another(pooled: BaseDatabaseWrapper) -> None:
    assert session(pooled) == session(pooled)


def test_a_session_that_was_ended_meanwhile_serves_nobody(pooled: BaseDatabaseWrapper) -> None:
    ended = session(pooled)
    ask("SELECT pg_terminate_backend(%s, 10000)", ended)
    assert session(pooled) != ended


def test_a_session_that_has_something_to_say_is_still_alive(pooled: BaseDatabaseWrapper) -> None:
    with pooled.cursor() as cursor:
        cursor.execute("LISTEN anything")
    pooled.close()
    listening = session(pooled)
    telling = connection.copy()
    with telling.cursor() as cursor:
        cursor.execute("NOTIFY anything")
    telling.close()
    time.sleep(0.2)
    assert session(pooled) == listening
