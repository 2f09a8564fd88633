"""The only home of connections in the schema, by Relay's rules: parts of lists, and their edges.

See https://relay.dev/graphql/connections.htm.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import strawberry
from strawberry.types import get_object_definition

from api.reading.lists.listings import Listing
from api.reading.lists.window import PartInfo
from api.reading.page import ReadPage
from api.types.page import make_page

HIGHLIGHT = (
    "Excerpt of the match as safe HTML, in the language of the page; its only element is mark, which is missing where "
    "the match is no word of the text. Null without a search."
)

Node = TypeVar("Node")
AnEdge = TypeVar("AnEdge")
Made = TypeVar("Made")


class Part(Protocol):
    """A part of a list as it was read."""

    @property
    def things(self) -> Sequence[Any]: ...
    def cursor_of(self, thing: Any) -> str: ...
    @property
    def page_info(self) -> PartInfo: ...
    @property
    def total_count(self) -> int: ...


@strawberry.type(description="Where a part of a list stands in the whole.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more follows.")
    has_previous_page: bool = strawberry.field(description="Whether something comes before.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first edge; null where there is none.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last edge; null where there is none.")


@strawberry.type
class Edge(Generic[Node]):
    cursor: str = strawberry.field(description="The place of this edge in the list, for `after` and `before`.")
    node: Node


@strawberry.type
class Connection(Generic[AnEdge, Node]):
    part: strawberry.Private[Part]

    @strawberry.field
    def edges(self) -> list[AnEdge]:
        return [self.make_edge(self.part.cursor_of(thing), thing) for thing in self.part.things]

    @strawberry.field
    def nodes(self) -> list[Node]:
        return [self.make_node(thing) for thing in self.part.things]

    @strawberry.field(description="Where this part stands in the whole.")
    def page_info(self) -> PageInfo:
        return PageInfo(**self.part.page_info._asdict())

    @strawberry.field
    def total_count(self) -> int:
        return self.part.total_count

    def make_node(self, thing: Any) -> Any:
        raise NotImplementedError

    def make_edge(self, cursor: str, thing: Any) -> Any:
        raise NotImplementedError


@strawberry.type
class PageEdge(Edge[Node], Generic[Node]):
    """Of a list of pages, which may have been searched."""

    read: strawberry.Private[ReadPage]
    listing: strawberry.Private[Listing]

    @strawberry.field(description=HIGHLIGHT)
    def highlight(self) -> str | None:
        return self.listing.highlight(self.read)


@strawberry.type
class PageConnection(Connection[AnEdge, Node], Generic[AnEdge, Node]):
    part: strawberry.Private[Listing]
    edge_type: ClassVar[Any]

    def make_node(self, thing: ReadPage) -> Any:
        return make_page(thing)

    def make_edge(self, cursor: str, thing: ReadPage) -> Any:
        return self.edge_type(cursor=cursor, node=make_page(thing), read=thing, listing=self.part)


def described(**descriptions: str) -> Callable[[type[Made]], type[Made]]:
    """A type whose fields have descriptions of their own, by their names in Python, where a generic type has none."""

    def describe(made: type[Made]) -> type[Made]:
        definition = get_object_definition(made, strict=True)
        definition.fields = [copy(field) for field in definition.fields]
        for field in definition.fields:
            field.description = descriptions.get(field.python_name, field.description)
        return made

    return describe
