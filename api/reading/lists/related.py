"""The only home of what a reader may also look at: the editor's picks, then what has most in common."""

import json
from collections.abc import Mapping
from typing import TypeVar, cast
from uuid import UUID

from api.client_errors import BadInputError
from api.reading.languages import best_condition
from api.reading.lists.window import CAP
from api.reading.mentions import picked_keys
from api.reading.rows.pages import read_pages
from api.reading.sites import choose_site, site_params
from api.types.page import Page, make_pages
from cms.publishing.models import PublishedDocument, PublishedPage

RELATED = 3  # how many, where the client does not say
Related = TypeVar("Related", bound=Page)
Weights = Mapping[str, int]
# However many pages there are, only the newest are compared; each language of a page counts.
MOST_COMPARED = 1500
SHARED = """
    {weight} * (
        SELECT count(*) FROM jsonb_array_elements(candidate.facets -> '{facet}') AS own (value)
        WHERE thing.facets -> '{facet}' @> own.value
    )
"""
# As an array, the candidates are found once.
MOST_ALIKE = """
    {view}.id = ANY (ARRAY (
        WITH candidate AS MATERIALIZED (
            SELECT id, translation_key, facets, listed_at FROM {view}
            WHERE site_id = {site} AND locale = ANY (%s) AND {best}
              AND id IN (SELECT page_id FROM {documents} WHERE type = %s ORDER BY listed_at DESC LIMIT {most_compared})
        )
        SELECT few.id FROM jsonb_to_recordset(%s::jsonb) AS thing (key uuid, facets jsonb)
        CROSS JOIN LATERAL (
            SELECT candidate.id FROM candidate WHERE candidate.translation_key <> thing.key
            ORDER BY {score} DESC, candidate.listed_at DESC, candidate.translation_key LIMIT %s
        ) AS few
    ))
"""


def related(page: Related, first: int | None, weights: Weights) -> list[Related]:
    """Up to `first` pages of the same type for `page`; those of all its siblings are looked up together.

    `weights` says how much a shared value of each facet counts. Equal pages are ordered newest first, so the answer is
    the same every time.
    """
    first = RELATED if first is None else first
    if not 0 <= first <= CAP:
        raise BadInputError(f"`first` is {first}; it may be 0 to {CAP}.")
    if first == 0:
        return []
    page.siblings.load_pages()
    picks = page.references.pages.existing(picked_keys(page.row.document, "related"))
    found = {other.key: other for other in [*picks, *_alike(page, first, weights)] if other.key != page.key}
    return cast("list[Related]", list(found.values())[:first])


def _alike(page: Page, first: int, weights: Weights) -> list[Page]:
    """Enough pages that have something in common with `page` to fill `first` places, the most alike first."""
    memo: dict[str, list[Page]] = page.references.memo.setdefault(("alike", type(page), first), {})
    if page.key not in memo:
        siblings = {sibling.key: sibling.row for sibling in page.alike()}
        others = _alike_to_any(siblings, page, first, weights)
        for key, row in siblings.items():
            scores = {other.key: score(row, other.row, weights) for other in others if other.key != key}
            ranked = sorted(others, key=lambda other: _rank(other, scores))
            memo[key] = [other for other in ranked if scores.get(other.key)][:first]
    return memo[page.key]


def _alike_to_any(siblings: Mapping[str, PublishedPage], page: Page, first: int, weights: Weights) -> list[Page]:
    """For each of the siblings the `first` pages that are most alike, if only a little."""
    reader = page.references.reader
    best, best_params = best_condition(reader)
    condition = MOST_ALIKE.format(
        view=PublishedPage._meta.db_table,
        documents=PublishedDocument._meta.db_table,
        site=choose_site,
        best=best,
        most_compared=MOST_COMPARED,
        score=" + ".join(SHARED.format(facet=facet, weight=weight) for facet, weight in weights.items()),
    )
    things = [{"key": key, "facets": row.facets} for key, row in siblings.items()]
    of_candidates = [*site_params(reader.site), reader.chain, *best_params, page.row.type]
    rows = read_pages(reader, condition, [*of_candidates, json.dumps(things), first], heads=True)
    return make_pages(rows, page.references)


def score(row: PublishedPage, other: PublishedPage, weights: Weights) -> int:
    """How much `other` has in common with `row`: the same as SHARED says in SQL."""
    return sum(
        weight * sum(value in row.facets[facet] for value in other.facets[facet]) for facet, weight in weights.items()
    )


def _rank(page: Page, scores: Mapping[str, int]) -> tuple[int, float, UUID]:
    return -scores.get(page.key, 0), -page.row.listed_at.timestamp(), page.row.translation_key
