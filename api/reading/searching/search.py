"""The only home of searching: the pages that a text finds, the best first, and what they are found by."""

import json
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from django.db.models import BigIntegerField
from django.utils.functional import cached_property

from api import allowance
from api.reading.known import Shelf
from api.reading.languages import best_versions
from api.reading.page import ReadPage
from api.reading.references import References
from api.reading.searching.highlights import load_highlights
from api.reading.searching.names import look_up, look_up_similar_names
from api.reading.searching.readings import NOTHING, Hit, Reading, by_similar_words, by_words
from api.reading.searching.words import SearchedWord, words_of
from api.reading.sql import of_query, sql
from cms.publishing.public_index import IndexRows

RELEVANCE = "(%(relevance)s::jsonb ->> publishing_publicindex.page_id::text)::bigint"
_SEARCHES = Shelf[tuple[object, ...], "Search"]()


def is_search(text: str | None) -> TypeGuard[str]:
    """Whether a filter's text is one to search for; a blank one counts as not given."""
    return bool(text and text.strip())


def search(references: References, text: str, page_types: Sequence[str], *, fallback: bool = True) -> "Search":
    """The search for `text` among the pages of these types; the same one for all fields of an answer.

    Raise BadInputError where `text` is too long.
    """
    words = words_of(text)
    return _SEARCHES.once(
        references,
        (words, tuple(page_types), fallback),
        lambda: Search(references, words, page_types, fallback=fallback),
    )


class Search:
    """What words find among the pages of some types, each in the version that the reader gets.

    How the words are read does not depend on further filters, so that facets count the same pages.
    """

    def __init__(
        self, references: References, words: Sequence[SearchedWord], page_types: Sequence[str], *, fallback: bool
    ) -> None:
        self.references = references
        self.words = words
        self.page_types = page_types
        self.fallback = fallback
        self._highlights: dict[int, str] = {}

    @property
    def rows(self) -> IndexRows:
        """What is found, with its relevance: a whole number, the same every time."""
        _, found = self._found
        these = sql("publishing_publicindex.page_id = ANY (%(ids)s)", ids=list(found)).as_condition()
        relevance = sql(RELEVANCE, relevance=json.dumps({pk: one.relevance for pk, one in found.items()}))
        return self._among.filter(these).annotate(relevance=relevance.as_expression(BigIntegerField()))

    def highlight(self, page: ReadPage) -> str:
        """An excerpt of a page that was found; those of all its siblings are made together."""
        if page.row.id not in self._highlights:
            reading, found = self._found
            pks = [sibling.row.id for sibling in page.siblings]
            exact = [pk for pk in pks if pk in found and found[pk].is_exact]
            self._highlights.update(load_highlights(reading, pks, exact, self.references.reader))
        return self._highlights.get(page.row.id, "")  # gone, if it was unpublished just now

    @cached_property
    def _found(self) -> tuple[Reading, dict[int, Hit]]:
        """The first reading that finds something, and what it finds by its id."""
        allowance.current().search()
        pages = of_query(self._among.values_list("page_id"), "page")
        for reading in self._readings():
            if hits := reading.hits(pages):
                return reading, hits
        return NOTHING, {}

    @property
    def _among(self) -> IndexRows:
        return best_versions(self.references.reader, fallback=self.fallback).filter(type__in=self.page_types)

    def _readings(self) -> Iterator[Reading]:
        reader = self.references.reader
        words = look_up(self.words, reader) if self.words else []
        if words:
            yield by_words(words, reader)
            counting = [word for word in words if word.queries[reader.locale]] or words
            yield by_similar_words(counting, look_up_similar_names(counting, reader))
