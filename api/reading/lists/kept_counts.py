"""The only home of asking for numbers that are kept: how many pages of a list have exactly these terms of a facet.

A condition on one facet alone holds for all pages that have the same set of its terms, or for none. So where nothing
else is asked, pages are counted by adding few numbers, however many pages there are. Rows of the index that have a
moment are in none of these numbers, and counted beside them.
"""

from collections.abc import Sequence
from functools import lru_cache

from django.db.models.expressions import RawSQL

from api.reading.languages import Reader, best_versions
from api.reading.sites import site_id
from api.reading.sql import Sql, load, narrowed, of_query
from cms.publishing.public_index import kept_counts, with_a_moment

KEPT = ("facet", "terms", "first_year", "last_year", "number")
ONE_BY_ONE = ("terms", "first_year", "last_year")


def counts(reader: Reader, page_type: str, facets: Sequence[str], *conditions: RawSQL, fallback: bool = True) -> Sql:
    """Sets of these facets that meet a condition, and how many pages of a type have each; some come twice."""
    kept, others = _of_all(reader, page_type, tuple(facets), fallback=fallback)
    return load(
        "kept_counts", kept=narrowed(kept, conditions), others=narrowed(others, conditions), facets=list(facets)
    )


@lru_cache(maxsize=256)
def _of_all(reader: Reader, page_type: str, facets: tuple[str, ...], *, fallback: bool) -> tuple[Sql, Sql]:
    """The numbers that are kept, and the rows beside them.

    Kept, as Django takes longer to put them together than PostgreSQL to plan them.
    """
    kept = kept_counts(reader.locale, site_id(reader.site), fallback=fallback).filter(type=page_type)
    others = best_versions(reader, fallback=fallback).filter(with_a_moment(), type=page_type)
    return (
        of_query(kept.filter(facet__in=facets).values(*KEPT), "kept"),
        of_query(others.values(*ONE_BY_ONE), "other"),
    )
