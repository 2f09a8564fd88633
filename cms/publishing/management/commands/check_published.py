"""The only home of the command that finds documents which are not what was published. It changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing.differences import differences
from cms.publishing.models import PublishedDocument


class Command(BaseCommand):
    help = "Compare every published document with what it is made of. Fails, naming each page, if one differs."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(differences())
        for difference in found:
            page = difference.page
            self.stdout.write(f"Page {page.pk}, “{page.title}”: {difference.what}. {difference.remedy}")
        if found:
            raise CommandError(f"{len(found)} differences between what is published and what is stored.")
        self.stdout.write(f"{PublishedDocument.objects.count()} published pages are as they should be.")
