"""The only home of the command that finds what is not as it was published or defined. It changes nothing."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS
from tqdm import tqdm

from cms.publishing.differences import differences
from cms.publishing.differences_of_snippets import differences_of_snippets
from cms.publishing.drift import Comparison, compare
from cms.publishing.index_upkeep import index_differences, keys_at_once, other_numbers
from cms.publishing.models import PublishedDocument, SnippetDocument
from cms.publishing.words_upkeep import pages_at_once, pages_with_other_words


class Command(BaseCommand):
    help = (
        "Compare every document of a page or snippet with what it is made of, the public index with the view, what "
        "searches read with the documents, and the views, functions and triggers with what defines them. Fails, "
        "naming each, if one differs."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        definitions = self.definitions(compare(DEFAULT_DB_ALIAS))
        for line in (*definitions, *self.documents(), *self.snippets(), *self.index(), *self.words()):
            self.stdout.write(line)
            found += 1
        if found:
            raise CommandError(f"{found} differences between what is published or defined and what is stored.")
        pages, snippets = PublishedDocument.objects.count(), SnippetDocument.objects.count()
        self.stdout.write(f"{snippets} published snippets and {pages} published pages are as they should be.")

    def definitions(self, comparison: Comparison) -> Iterator[str]:
        if comparison.is_newer:
            self.stdout.write("A newer release has migrated this database: only its own command tells what is defined.")
        yield from (f"{sentence} Run migrate." for sentence in comparison.sentences())
        yield from (f"No migration defined the {thing}. Drop it, or rename it." for thing in comparison.strange)

    def documents(self) -> Iterator[str]:
        number = PublishedDocument.objects.count()
        yield from map(str, differences(partial(tqdm, desc="Documents", total=number, unit="", disable=None)))

    def snippets(self) -> Iterator[str]:
        number = SnippetDocument.objects.count()
        found = differences_of_snippets(partial(tqdm, desc="Snippets", total=number, unit="", disable=None))
        yield from map(str, found)

    def index(self) -> Iterator[str]:
        for keys in tqdm(keys_at_once(), desc="Index", unit="", disable=None):
            for difference in index_differences(keys):
                yield f"Key {difference.key}: the index has {difference.what}. Run rebuild_published."
        for number in other_numbers():
            yield f"The index counts {number}. Run rebuild_published."

    def words(self) -> Iterator[str]:
        for ids in tqdm(pages_at_once(), desc="Words", unit="", disable=None):
            for page in pages_with_other_words(ids):
                yield f"Page {page}: searches have other words of it than its document. Run rebuild_published."
