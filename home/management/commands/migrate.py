"""The only home of migrating one at a time: servers that are released together may all begin with it."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

LOCK = "SELECT pg_advisory_lock(hashtext('migrate'))"
UNLOCK = "SELECT pg_advisory_unlock(hashtext('migrate'))"


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        # The lock is the session's, which is the one that migrates: whoever comes second finds everything done.
        with connections[options["database"]].cursor() as cursor:
            cursor.execute(LOCK)
            try:
                super().handle(*args, **options)
            finally:
                cursor.execute(UNLOCK)
