"""The only home of comparing the public index with what it should be, without the code that keeps it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from cms.publishing.models import PublicIndex, PublishedPage
from tests.publishing.expectation import FALLBACKS

COLUMNS = ("parent_key", "position", "listed_at", "first_published_at", "noindex")


def best_by_the_view() -> dict[tuple[int, str, UUID], dict[str, Any]]:
    """What each reader gets now, by the view alone: of each page the best version, as the index should know it."""
    versions: dict[tuple[int, UUID], dict[str, PublishedPage]] = defaultdict(dict)
    for page in PublishedPage.objects.all():
        versions[page.site_id, page.translation_key][page.locale] = page
    return {
        (site, reader, key): known_of(found[best[0]])
        for (site, key), found in versions.items()
        for reader, chain in FALLBACKS.items()
        if (best := [locale for locale in chain if locale in found])
    }


def known_of(page: PublishedPage) -> dict[str, Any]:
    return {
        "page_id": page.id,
        "locale": page.locale,
        "type": page.type,
        "sort_title": page.sort_title[:300],
        "terms": sorted(terms(page.facets)),
        "first_year": next(iter(page.facets.get("first_year", [])), None),
        "last_year": next(iter(page.facets.get("last_year", [])), None),
        **{name: getattr(page, name) for name in COLUMNS},
    }


def terms(facets: dict[str, list[Any]]) -> Iterable[str]:
    for name, values in facets.items():
        if name not in ("first_year", "last_year"):
            yield from {f"{name}:{value}" for value in values if not isinstance(value, list)}
            if not values:
                yield name


def best_by_the_index() -> dict[tuple[int, str, UUID], dict[str, Any]]:
    now = timezone.now()
    found = {}
    for row in PublicIndex.objects.all():
        if (row.shown_from is None or row.shown_from <= now) and (row.shown_until is None or row.shown_until > now):
            place = row.site_id, row.reader, row.translation_key
            assert place not in found
            found[place] = {name: getattr(row, name) for name in known_of_names()}
    return found


def known_of_names() -> tuple[str, ...]:
    return ("page_id", "locale", "type", "sort_title", "terms", "first_year", "last_year", *COLUMNS)


def settle() -> None:
    """Do what a commit would, in a test whose transaction is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
