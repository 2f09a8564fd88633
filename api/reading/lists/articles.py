"""The only home of lists of articles: which conditions a reader may set, and what they find."""

from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from api.reading import page_types
from api.reading.languages import best_versions
from api.reading.lists.filters import any_of, keys_of_priorities
from api.reading.lists.kept_counts import counts
from api.reading.lists.listings import Listing, Lists, Wanted, columns_of
from api.reading.lists.window import NEWEST, RELEVANCE, Order, Window
from api.reading.references import References
from api.reading.searching.search import Search, is_search, search
from api.reading.sql import Sql
from cms.publishing.public_index import WHOLE


@dataclass(frozen=True)
class ArticleConditions:
    """All that are given hold; inside one, any value is enough."""

    priorities: tuple[str, ...] = ()  # by their codes
    year: int | None = None
    search: str | None = None


def order_of(wanted: ArticleConditions) -> Order:
    return RELEVANCE if is_search(wanted.search) else NEWEST


def articles(references: References, wanted: ArticleConditions, window: Window, *, fallback: bool = True) -> Listing:
    found = _search(references, wanted, fallback=fallback)

    def rows(columns: tuple[str, ...]) -> Sql:
        among = found.rows if found else best_versions(references.reader, fallback=fallback)
        conditions = _by_facet(references, wanted).values()
        return columns_of(among.filter(*conditions, type=page_types.ARTICLE), columns)

    def kept() -> Sql | None:
        conditions = _by_facet(references, wanted)
        if found or len(conditions) > 1:  # not of one facet alone
            return None
        facets = [*conditions] or [WHOLE]
        return counts(references.reader, page_types.ARTICLE, facets, *conditions.values(), fallback=fallback)

    return Listing(Lists(references, window, Wanted(rows, kept=kept)), search=found)


def _search(references: References, wanted: ArticleConditions, *, fallback: bool) -> Search | None:
    if not is_search(wanted.search):
        return None
    return search(references, wanted.search, [page_types.ARTICLE], fallback=fallback)


def _by_facet(references: References, wanted: ArticleConditions) -> dict[str, RawSQL]:
    """All conditions but the search, each with the facet that it is on."""
    conditions = {}
    if wanted.priorities:
        conditions["priorities"] = any_of("priorities", keys_of_priorities(references, wanted.priorities))
    if wanted.year is not None:
        conditions["years"] = any_of("years", [wanted.year])
    return conditions
