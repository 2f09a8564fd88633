"""Servers that are released together may all migrate: one does it, and the others find it done."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections

from cms.publishing.management.commands.migrate import LOCK, UNLOCK

LOCKS = """
SELECT count(*) FROM pg_locks
WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.mark.usefixtures("commits")
def test_whoever_comes_second_waits_for_the_first():
    done = threading.Event()

    def migrate() -> None:
        call_command("migrate", verbosity=0)
        connections.close_all()
        done.set()

    second = threading.Thread(target=migrate)
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
        second.start()
        while not cursor.execute(f"{LOCKS} AND NOT granted").fetchone()[0]:
            assert not done.is_set()
        cursor.execute(UNLOCK)
        second.join()
        assert done.is_set()
        assert cursor.execute(LOCKS).fetchone() == (0,)
