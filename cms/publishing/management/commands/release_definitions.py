"""The only home of the command that closes what the database's definitions say: from then on, a file may not change."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing import sql


class Command(BaseCommand):
    help = "Write the SHA-256 of new files in cms/publishing/sql into the manifest. Fails if a released one changed."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if broken := sql.broken():
            raise CommandError("\n".join(broken))
        for name in sql.release():
            self.stdout.write(f"{name} may not change any more.")
