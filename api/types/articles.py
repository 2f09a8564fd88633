"""The only home of lists of articles in the schema."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from api.reading.lists.articles import ArticleConditions
from api.types.connections import PageConnection, PageEdge, described
from api.types.search import CONDITION

if TYPE_CHECKING:
    from api.types.home import ArticlePage

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


@described(node="The article.")
@strawberry.type(description="An article in a list.")
class ArticleEdge(PageEdge[Annotated["ArticlePage", FOR_ARTICLES]]):
    pass


@described(
    edges="The articles with their cursors.",
    nodes="The articles without cursors.",
    total_count="How many articles the whole list has.",
)
@strawberry.type(description="A part of a list of articles, by Relay's connection rules.")
class ArticleConnection(PageConnection[ArticleEdge, Annotated["ArticlePage", FOR_ARTICLES]]):
    edge_type = ArticleEdge


def conditions(wanted: ArticleFilter | None) -> ArticleConditions:
    """The filter as plain values: null is as if nothing was given."""
    if wanted is None:
        return ArticleConditions()
    return ArticleConditions(tuple(wanted.priorities or ()), wanted.year, wanted.search)
