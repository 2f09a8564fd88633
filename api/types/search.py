"""The only home of what a search over all page types has in the schema."""

from collections.abc import Sequence
from typing import Annotated

import strawberry

from api.client_errors import BadInputError
from api.reading.lists.listings import Listing, Lists, columns_of
from api.reading.lists.window import PageInfo, Window
from api.reading.references import References
from api.reading.searching.search import HIGHLIGHT, search
from api.types.page import Page

QueryArgument = Annotated[
    str,
    strawberry.argument(
        description="Every word is in the text, or is in the name of a place, partner or person. Words may be "
        "inflected or only begun, and misspelt where nothing else is found. At most 200 characters, of which the first "
        "10 words count. A text without words finds nothing."
    ),
]
PageTypesArgument = Annotated[
    list[str] | None,
    strawberry.argument(description="Names of the page types to search, such as CasePage; all of them without it."),
]


@strawberry.type(description="A page that a search found.")
class SearchEdge:
    cursor: str = strawberry.field(description="The place of this edge in the list, for `after` and `before`.")
    node: Page = strawberry.field(description="The page.")
    listing: strawberry.Private[Listing]

    @strawberry.field(description=HIGHLIGHT)
    def highlight(self) -> str | None:
        return self.listing.highlight(self.node)


@strawberry.type(description="A part of what a search found, by Relay's connection rules.")
class SearchConnection:
    listing: strawberry.Private[Listing]

    @strawberry.field(description="The pages with their cursors.")
    def edges(self) -> list[SearchEdge]:
        return [SearchEdge(cursor=cursor, node=page, listing=self.listing) for cursor, page in self.listing.places]

    @strawberry.field(description="The pages without cursors.")
    def nodes(self) -> list[Page]:
        return self.listing.pages

    @strawberry.field(description="Where this part stands in the whole.")
    def page_info(self) -> PageInfo:
        return self.listing.page_info

    @strawberry.field(description="How many pages were found.")
    def total_count(self) -> int:
        return self.listing.total_count


def search_connection(
    references: References, query: str, page_types: Sequence[str] | None, window: Window, *, fallback: bool
) -> SearchConnection:
    found = search(references, query, _types(page_types), fallback=fallback)
    return SearchConnection(
        listing=Listing(Lists(references, window, lambda columns: columns_of(found.rows, columns)), search=found)
    )


def _types(names: Sequence[str] | None) -> list[str]:
    """The page types of these names. Raise BadInputError for a name that none has."""
    from api.types import PAGE_TYPES

    labels = {page_type.__name__: label for label, page_type in PAGE_TYPES.items()}
    if unknown := [name for name in names or [] if name not in labels]:
        raise BadInputError(f"No page type is called {unknown[0]!r}. There are {', '.join(sorted(labels))}.")
    return sorted({labels[name] for name in names or labels})
