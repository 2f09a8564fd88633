"""The only home of what the schema says of searching, and of what a search over all page types has in it."""

from collections.abc import Sequence
from typing import Annotated

import strawberry

from api.client_errors import BadInputError
from api.types.connections import PageConnection, PageEdge, described
from api.types.page import PAGE_TYPES, Page

CONDITION = (
    "Every word is in the text, or is in the name of a place, partner or person. Words may be inflected or only begun, "
    "and misspelt where nothing else is found. At most 200 characters, of which the first 10 words count; a blank text "
    "counts as not given."
)
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


@described(node="The page.")
@strawberry.type(description="A page that a search found.")
class SearchEdge(PageEdge[Page]):
    pass


@described(
    edges="The pages with their cursors.",
    nodes="The pages without cursors.",
    total_count="How many pages were found.",
)
@strawberry.type(description="A part of what a search found, by Relay's connection rules.")
class SearchConnection(PageConnection[SearchEdge, Page]):
    edge_type = SearchEdge


def labels_of(names: Sequence[str] | None) -> list[str]:
    """The page types of these names; all of them without any. Raise BadInputError for a name that none has."""
    labels = {page_type.__name__: label for label, page_type in PAGE_TYPES.items()}
    if unknown := [name for name in names or [] if name not in labels]:
        raise BadInputError(f"No page type is called {unknown[0]!r}. There are {', '.join(sorted(labels))}.")
    return sorted({labels[name] for name in names or labels})
