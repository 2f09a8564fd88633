"""The only home of the command that finds what is not as it was published or defined. It changes nothing."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS

from cms.publishing.differences import differences
from cms.publishing.drift import Comparison, compare
from cms.publishing.models import PublishedDocument


class Command(BaseCommand):
    help = (
        "Compare every published document with what it is made of, and the views, functions and triggers with what "
        "defines them. Fails, naming each, if one differs."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = [*self.definitions(compare(DEFAULT_DB_ALIAS)), *self.documents()]
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} differences between what is published or defined and what is stored.")
        self.stdout.write(f"{PublishedDocument.objects.count()} published pages are as they should be.")

    def definitions(self, comparison: Comparison) -> Iterator[str]:
        if comparison.is_newer:
            self.stdout.write("A newer release has migrated this database: only its own command tells what is defined.")
        yield from (f"{sentence} Run migrate." for sentence in comparison.sentences())
        yield from (f"No migration defined the {thing}. Drop it, or rename it." for thing in comparison.strange)

    def documents(self) -> Iterator[str]:
        for difference in differences():
            page = difference.page
            yield f"Page {page.pk}, “{page.title}”: {difference.what}. {difference.remedy}"
