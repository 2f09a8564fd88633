"""The only home of lists of articles in the schema."""

from typing import TYPE_CHECKING, Annotated

import strawberry
from django.db.models import Q

from api.reading.languages import best_versions
from api.reading.lists.filters import any_of, keys_of_priorities
from api.reading.lists.listings import Listing, Lists, Sql, columns_of
from api.reading.lists.window import NEWEST, RELEVANCE, Order, PageInfo, Window
from api.reading.references import References
from api.reading.searching.search import CONDITION, HIGHLIGHT, Search, is_search, search

if TYPE_CHECKING:
    from api.types.home import ArticlePage

ARTICLES = "home.articlepage"
FOR_ARTICLES = strawberry.lazy("api.types.home")


@strawberry.input(
    description="All given conditions hold; inside one list any is enough; an empty list counts as not given."
)
class ArticleFilter:
    priorities: list[str] | None = strawberry.field(default=None, description="PriorityPage.code")
    year: int | None = strawberry.field(default=None, description="Articles that bear a date in this year.")
    search: str | None = strawberry.field(default=None, description=CONDITION)


ArticleFilterArgument = Annotated[
    ArticleFilter | None, strawberry.argument(description="Which articles; all without it.")
]


@strawberry.type(description="An article in a list.")
class ArticleEdge:
    cursor: str = strawberry.field(description="The place of this edge in the list, for `after` and `before`.")
    node: Annotated["ArticlePage", FOR_ARTICLES] = strawberry.field(description="The article.")
    listing: strawberry.Private[Listing]

    @strawberry.field(description=HIGHLIGHT)
    def highlight(self) -> str | None:
        return self.listing.highlight(self.node)


@strawberry.type(description="A part of a list of articles, by Relay's connection rules.")
class ArticleConnection:
    listing: strawberry.Private[Listing]

    @strawberry.field(description="The articles with their cursors.")
    def edges(self) -> list[ArticleEdge]:
        return [ArticleEdge(cursor=cursor, node=page, listing=self.listing) for cursor, page in self.listing.places]

    @strawberry.field(description="The articles without cursors.")
    def nodes(self) -> list[Annotated["ArticlePage", FOR_ARTICLES]]:
        return self.listing.pages

    @strawberry.field(description="Where this part stands in the whole.")
    def page_info(self) -> PageInfo:
        return self.listing.page_info

    @strawberry.field(description="How many articles the whole list has.")
    def total_count(self) -> int:
        return self.listing.total_count


def article_order(wanted: ArticleFilter | None) -> Order:
    return RELEVANCE if wanted and is_search(wanted.search) else NEWEST


def article_connection(
    references: References, wanted: ArticleFilter | None, window: Window, *, fallback: bool = True
) -> ArticleConnection:
    found = _search(references, wanted, fallback=fallback)

    def find(columns: tuple[str, ...]) -> Sql:
        among = found.rows if found else best_versions(references.reader, fallback=fallback)
        return columns_of(among.filter(_condition(references, wanted)), columns)

    return ArticleConnection(listing=Listing(Lists(references, window, find), search=found))


def _search(references: References, wanted: ArticleFilter | None, *, fallback: bool) -> Search | None:
    if wanted is None or not is_search(wanted.search):
        return None
    return search(references, wanted.search, [ARTICLES], fallback=fallback)


def _condition(references: References, wanted: ArticleFilter | None) -> Q:
    """All conditions but the search."""
    condition = Q(type=ARTICLES)
    if wanted and wanted.priorities:
        condition &= any_of("priorities", keys_of_priorities(references, wanted.priorities))
    if wanted and wanted.year is not None:
        condition &= any_of("years", [wanted.year])
    return condition
