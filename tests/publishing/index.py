"""The only home of comparing the public index, and what searches read, with what they should be, without their code."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from cms.publishing.models import IndexCount, PublicIndex, PublishedPage
from tests.publishing.expectation import FALLBACKS

Known = dict[str, Any]
Place = tuple[int, str, UUID]  # site, reader and key
SAME = ("locale", "type", "parent_key", "position", "listed_at", "first_published_at", "sort_title", "noindex")


def best_by_the_view() -> dict[Place, Known]:
    """What each reader gets of each page now, by the view alone."""
    versions: dict[tuple[int, UUID], dict[str, PublishedPage]] = defaultdict(dict)
    for page in PublishedPage.objects.all():
        versions[page.site_id, page.translation_key][page.locale] = page
    found = {}
    for (site, key), by_language in versions.items():
        for reader, chain in FALLBACKS.items():
            if best := next((by_language[language] for language in chain if language in by_language), None):
                found[site, reader, key] = as_indexed(best)
    return found


def as_indexed(page: PublishedPage) -> Known:
    return {
        "page_id": page.id,
        **{name: getattr(page, name) for name in SAME},
        "sort_title": page.sort_title[:300],
        "terms": sorted(terms(page.facets)),
        "first_year": year(page.facets.get("first_year")),
        "last_year": year(page.facets.get("last_year")),
    }


def terms(facets: dict[str, Any]) -> Iterator[str]:
    for name, values in facets.items():
        if isinstance(values, list) and name not in ("first_year", "last_year"):
            yield from {f"{name}:{value}" for value in values if isinstance(value, str | int)} if values else {name}


def year(values: Any) -> int | None:
    value = values[0] if isinstance(values, list) and values else None
    return value if isinstance(value, int) and abs(value) < 10_000 else None


def best_by_the_index() -> dict[Place, Known]:
    """What the index has for each reader of each page now: one row at most."""
    now, found = timezone.now(), {}
    for row in PublicIndex.objects.all():
        if (row.shown_from is None or row.shown_from <= now) and (row.shown_until is None or row.shown_until > now):
            place = row.site_id, row.reader, row.translation_key
            assert place not in found
            names = ("page_id", *SAME, "terms", "first_year", "last_year")
            found[place] = {name: getattr(row, name) for name in names}
    return found


Set = tuple[int, str, str, str, str, tuple[str, ...], int | None, int | None]


def kept_numbers() -> dict[Set, int]:
    """How many rows have exactly these terms of a facet, as the numbers beside the index have it."""
    numbers = {}
    for row in IndexCount.objects.all():
        place = (row.site_id, row.reader, row.locale, row.type, row.facet, (*row.terms,), row.first_year, row.last_year)
        assert place not in numbers
        numbers[place] = row.number
    return numbers


def right_numbers() -> dict[Set, int]:
    """The same as the index has it, of the rows that are there whatever the clock says."""
    numbers: Counter[Set] = Counter()
    for row in PublicIndex.objects.filter(shown_from=None, shown_until=None):
        of_facet: dict[str, list[str]] = {"": []} | {
            facet: [term for term in row.terms if term.partition(":")[0] == facet]
            for facet in {term.partition(":")[0] for term in row.terms}
        }
        place = row.site_id, row.reader, row.locale, row.type
        numbers.update((*place, facet, (*sorted(terms),), None, None) for facet, terms in of_facet.items())
        if row.first_year is not None:
            numbers[*place, "first_year", (), row.first_year, row.last_year] += 1
    return dict(numbers)


Lexemes = dict[str, tuple[list[int] | None, list[str] | None]]  # the places of each, and their weights
Words = tuple[str, str, Lexemes, Lexemes, set[str]]  # language, title, words, folded words, all that it is found by
_OF_DOCUMENTS = """
    SELECT page_id, search_language, publishing_folded_title(search_words),
           ARRAY(SELECT to_jsonb(own) FROM unnest(publishing_search_vector(search_language, search_words)) AS own),
           ARRAY(SELECT to_jsonb(own) FROM unnest(publishing_folded_search_vector(search_words)) AS own),
           facets::text
    FROM publishing_publisheddocument
"""
_OF_SEARCHES = """
    SELECT page_id, language, folded_title, ARRAY(SELECT to_jsonb(own) FROM unnest(vector) AS own),
           ARRAY(SELECT to_jsonb(own) FROM unnest(folded_vector) AS own), tsvector_to_array(lexemes)
    FROM publishing_pagewords FULL JOIN publishing_wordindex USING (page_id)
"""


def words_of_documents() -> dict[int, Words]:
    """What searches should read of each document, without the code that puts it together."""
    found = {}
    for page, language, title, vector, folded, facets in _rows(_OF_DOCUMENTS):
        own = as_lexemes(vector) | {f"={term}": (None, None) for term in terms(json.loads(facets))}
        without_accents = as_lexemes(folded)
        finding = {*own, *(f"~{lexeme}" for lexeme in without_accents), f"@{language}"}
        found[page] = language, title, own, without_accents, finding
    return found


def words_of_searches() -> dict[int, Words]:
    """What searches read."""
    return {
        page: (language, title, as_lexemes(vector), as_lexemes(folded), set(finding or ()))
        for page, language, title, vector, folded, finding in _rows(_OF_SEARCHES)
    }


def as_lexemes(rows: list[str]) -> Lexemes:
    own = map(json.loads, rows)
    return {row["lexeme"]: (row["positions"], row["weights"]) for row in own}


def _rows(statement: str) -> list[Any]:
    connection.ensure_connection()
    return connection.connection.execute(statement).fetchall()  # below Django, whose statements tests count


def settle() -> None:
    """Do what a commit would, in a test whose transaction is rolled back."""
    connection.ensure_connection()
    # Below Django, whose statements tests count.
    connection.connection.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
