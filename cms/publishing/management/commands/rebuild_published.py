"""The only home of the command that derives documents and indexes again, after a change of the rules or a crash."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q
from tqdm import tqdm
from wagtail.models import Page

from cms.publishing import differences_of_snippets as of_snippets
from cms.publishing import snippets
from cms.publishing.differences import called, is_known, outdated, publications_without_copy
from cms.publishing.index_upkeep import count_anew, keys_at_once, work_out, write_chains
from cms.publishing.locks import lock_versions
from cms.publishing.models import PublishedDocument, SnippetDocument
from cms.publishing.publication import publish_document, rederive
from cms.publishing.words_upkeep import pages_at_once, work_out_words


class Command(BaseCommand):
    help = (
        "Derive every published document again from its stored copy, copy what a crash kept from being copied, and "
        "work the public index and the words that searches read out again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.rebuild_pages()
        self.rebuild_snippets()
        write_chains()
        mended = sum(work_out(keys) for keys in tqdm(keys_at_once(), desc="Index", unit="", disable=None))
        recounted = count_anew()
        self.stdout.write(f"Public index: {mended} rows and {recounted} numbers mended, the others up to date.")
        mended = sum(work_out_words(ids) for ids in tqdm(pages_at_once(), desc="Words", unit="", disable=None))
        self.stdout.write(f"Words of searches: {mended} rows mended, the others up to date.")

    def rebuild_pages(self) -> None:
        missed = [page for page, _ in publications_without_copy()]
        copied = sum(self.copy_page(page) for page in missed)
        keys = list(PublishedDocument.objects.order_by("pk").values_list("pk", flat=True))
        changed = sum(self.rebuild(key) for key in tqdm(keys, desc="Documents", unit="", disable=None))
        self.stdout.write(f"{len(keys)} documents: {copied} copied, {changed} derived anew, the others up to date.")

    def rebuild_snippets(self) -> None:
        missed = [row for row, document in of_snippets.live_snippets() if of_snippets.is_missed(row, document)]
        copied = sum(self.copy_snippet(row) for row in missed)
        gone, _ = of_snippets.left_behind().delete()

        keys = list(SnippetDocument.objects.order_by("pk").values_list("pk", flat=True))
        changed = sum(self.rebuild_snippet(key) for key in tqdm(keys, desc="Snippets", unit="", disable=None))
        self.stdout.write(
            f"{len(keys)} snippets: {copied} copied, {changed} derived anew, the others up to date; "
            f"copies of {gone} deleted ones removed."
        )

    @transaction.atomic
    def copy_page(self, page: Page) -> bool:
        """Copy what is published of a page, if it still has no copy."""
        lock_versions(page)
        for now, revision in publications_without_copy(Q(pk=page.pk)):
            publish_document(now, revision)
            self.stdout.write(f"{called(now)}: copied what is published.")
            return True
        return False

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

    @transaction.atomic
    def copy_snippet(self, snippet: Any) -> bool:
        """Copy what is published of a snippet, if it still has no copy."""
        rows = {row.pk: row for row in lock_versions(snippet)}
        now = rows.get(snippet.pk)
        if now is None or not of_snippets.is_missed(now, snippets.documents_of(type(now), [now]).get(now.pk)):
            return False
        snippets.publish_snippet(now, now.live_revision)
        self.stdout.write(f"{of_snippets.called(now)}: copied what is published.")
        return True

    @transaction.atomic
    def rebuild_snippet(self, key: tuple[str, int]) -> bool:
        """Derive one document again; whether that changed it."""
        document = SnippetDocument.objects.select_for_update().filter(pk=key).first()
        if document is None:
            return False
        if not of_snippets.is_known(document):
            self.stdout.write(f"{document}: skipped, its kind is unknown.")
            return False
        if not of_snippets.outdated(document):
            return False
        snippets.rederive(document).save()
        return True
