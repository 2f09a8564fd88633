"""The only home of the command that keeps the schedule, once or for as long as it runs, in place of Wagtail's own."""

import logging
import time
from argparse import ArgumentParser
from typing import Any

from django.db import connection
from django.utils import timezone
from wagtail.management.commands import publish_scheduled

from cms.publishing.schedule import expire_pages, expire_snippets, publish_due

logger = logging.getLogger(__name__)


class Command(publish_scheduled.Command):
    help = "Take offline what has expired, and publish what is due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on until it is stopped")

    def handle(self, *args: Any, every: int | None = None, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
        elif every is None:
            self.keep()
        else:
            try:
                self.keep_on(every)
            except KeyboardInterrupt:
                self.stdout.write("The schedule is not kept any more.")

    def keep_on(self, seconds: int) -> None:
        self.stdout.write(f"The schedule is kept: every {seconds} seconds, what is due is published.")
        while True:
            try:
                self.keep()
            except Exception:  # the database is away, say, and will be back
                logger.exception("The schedule could not be kept. It is tried again in %s seconds.", seconds)
                connection.close()
            time.sleep(seconds)

    def keep(self) -> None:
        for what, things in (("expired", expire_pages() + expire_snippets()), ("published", publish_due())):
            for thing in things:
                now = timezone.localtime().strftime("%H:%M:%S")
                self.stdout.write(f"{now} {what}: {thing._meta.verbose_name} {thing.pk}, “{thing}”")
