"""The only home of the command that derives documents and index again, after a change of the rules or a crash."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from cms.publishing.differences import is_known, outdated, publications_without_copy
from cms.publishing.index_upkeep import count_anew, keys_at_once, work_out, write_chains
from cms.publishing.models import PublishedDocument
from cms.publishing.publication import publish_document, rederive


class Command(BaseCommand):
    help = (
        "Derive every published document again from its stored copy, copy what a crash kept from being copied, and "
        "work the public index out again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        missed = list(publications_without_copy())
        for page, revision in missed:
            publish_document(page, revision)
            self.stdout.write(f"Page {page.pk}, “{page.title}”: copied what is published.")

        keys = list(PublishedDocument.objects.order_by("pk").values_list("pk", flat=True))
        changed = sum(self.rebuild(key) for key in tqdm(keys, desc="Documents", unit="", disable=None))
        self.stdout.write(
            f"{len(keys)} documents: {len(missed)} copied, {changed} derived anew, the others up to date."
        )

        write_chains()
        mended = sum(work_out(keys) for keys in tqdm(keys_at_once(), desc="Index", unit="", disable=None))
        recounted = count_anew()
        self.stdout.write(f"Public index: {mended} rows and {recounted} numbers mended, the others up to date.")

    @transaction.atomic
    def rebuild(self, key: int) -> bool:
        """Derive one document again; whether that changed it."""
        # Whoever publishes the page now waits, and then has the last word.
        document = PublishedDocument.objects.select_for_update().filter(pk=key).first()
        if document is None:
            return False
        if not is_known(document.page):
            self.stdout.write(f"Page {key}, “{document.title}”: skipped, its type is unknown.")
            return False
        if not outdated(document):
            return False
        rederive(document).save()
        return True
