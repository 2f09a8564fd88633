"""The only home of migrating one at a time: servers that are released together may all begin with it.

What stands in the database is mended first, so that migrations find what the ones before them made, and the checks too.
"""

from collections.abc import Sequence
from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from cms.publishing.drift import Thing
from cms.publishing.mending import mend

LOCK = "SELECT pg_advisory_lock(hashtext('migrate'))"
UNLOCK = "SELECT pg_advisory_unlock(hashtext('migrate'))"


class Command(migrate.Command):
    mended: Sequence[Thing] = ()

    def execute(self, *args: Any, **options: Any) -> str | None:
        # The lock is the session's, which is the one that migrates: whoever comes second finds everything done.
        with connections[options["database"]].cursor() as cursor:
            cursor.execute(LOCK)
            try:
                if not (options["plan"] or options["check_unapplied"]):
                    self.mended = mend(options["database"])
                return super().execute(*args, **options)
            finally:
                cursor.execute(UNLOCK)

    def handle(self, *args: Any, **options: Any) -> None:
        for thing in self.mended:
            self.stdout.write(f"Mended the {thing}, which was not what had been defined.")
        super().handle(*args, **options)
