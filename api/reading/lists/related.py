"""The only home of what a reader may also look at: the editor's picks, then what has most in common."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from api.reading.known import Shelf
from api.reading.languages import Reader, best_versions
from api.reading.lists.window import CAP, sized
from api.reading.page import ReadPage, make_pages
from api.reading.rows.row import Row
from api.reading.sql import Sql, load, of_query
from cms.publishing.public_index import term

RELATED = 3  # how many, where the client does not say
Weights = Mapping[str, int]
_ALIKE = Shelf[tuple[str, int], list[ReadPage]]()
MOST_COMPARED = 500  # however many pages there are, the newest
COMPARED = ("page_id", "translation_key", "terms", "listed_at")


def related(page: ReadPage, first: int | None, picks: Iterable[str | None], weights: Weights) -> list[ReadPage]:
    """Up to `first` pages of the same type for `page`; those of all its siblings are looked up together.

    `picks` are the editor's, by their keys; `weights` says how much a shared value of each facet counts. Equal pages
    are ordered newest first, so the answer is the same every time. Raise BadInputError for more than a list may have.
    """
    first = sized("first", first, RELATED, CAP)
    if first == 0:
        return []
    found = {other.key: other for other in [*page.pages(picks), *_alike(page, first, weights)] if other.key != page.key}
    return list(found.values())[:first]


def _alike(page: ReadPage, first: int, weights: Weights) -> list[ReadPage]:
    """Enough pages that have something in common with `page` to fill `first` places, the most alike first."""
    known = _ALIKE.of(page.references)
    if (page.key, first) not in known:
        siblings = {sibling.key: sibling.row for sibling in page.alike()}
        others = _alike_to_any(siblings, page, first, weights)
        for key, row in siblings.items():
            scores = {other.key: score(row, other.row, weights) for other in others if other.key != key}
            ranked = sorted(others, key=lambda other: _rank(other, scores))
            known.put({(key, first): [other for other in ranked if scores.get(other.key)][:first]})
    return known.get((page.key, first)) or []


def _alike_to_any(siblings: Mapping[str, Row], page: ReadPage, first: int, weights: Weights) -> list[ReadPage]:
    """For each of the siblings the `first` pages that are most alike, if only a little."""
    reader = page.references.reader
    things = [{"key": key, "weights": _by_term(row, weights)} for key, row in siblings.items()]
    condition = load("alike", newest=_newest(reader, page.type), things=json.dumps(things), first=first)
    return make_pages(page.references.read_cards(condition), page.references)


@lru_cache(maxsize=64)
def _newest(reader: Reader, page_type: str) -> Sql:
    """Kept, as Django takes longer to put it together than PostgreSQL to plan it."""
    newest = best_versions(reader).filter(type=page_type).order_by("-listed_at", "-translation_key").values(*COMPARED)
    return of_query(newest[:MOST_COMPARED], "newest")


def _by_term(row: Row, weights: Weights) -> dict[str, int]:
    """What each term of a page counts."""
    return {term(facet, value): weight for facet, weight in weights.items() for value in row.facets[facet]}


def score(row: Row, other: Row, weights: Weights) -> int:
    """How much `other` has in common with `row`: as the index counts terms."""
    return sum(
        weight * sum(value in row.facets[facet] for value in other.facets[facet]) for facet, weight in weights.items()
    )


def _rank(page: ReadPage, scores: Mapping[str, int]) -> tuple[int, float, str]:
    return -scores.get(page.key, 0), -page.row.listed_at.timestamp(), page.row.translation_key
