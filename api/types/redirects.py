"""The only home of the list of redirects in the schema: for hosts that answer them by themselves."""

import strawberry

from api.reading.references import References
from api.reading.routes.redirect_list import Entry
from api.reading.routes.redirect_parts import RedirectPart
from api.types.connections import Connection, Edge, described


@strawberry.type(description="A path that leads elsewhere, as `route` answers it.")
class Redirect:
    path: str = strawberry.field(
        description="From where, on the frontend's site. It also holds with a slash at its end, or without."
    )
    location: str = strawberry.field(
        description="Where to, in one step and as a URI: a path on the frontend's site, or the address of another site."
    )
    permanent: bool = strawberry.field(description="Whether to answer 301 (true) or 302.")


@described(cursor="The place, for `after`.", node="The redirect.")
@strawberry.type(description="A redirect in its place in the list.")
class RedirectEdge(Edge[Redirect]):
    pass


@described(
    edges="The redirects with their cursors.",
    nodes="The redirects alone.",
    total_count="How many there are in all.",
)
@strawberry.type(description="Redirects by path. Those to what is not public are left out.")
class RedirectConnection(Connection[RedirectEdge, Redirect]):
    def make_node(self, thing: Entry) -> Redirect:
        return Redirect(**thing._asdict())

    def make_edge(self, cursor: str, thing: Entry) -> RedirectEdge:
        return RedirectEdge(cursor=cursor, node=self.make_node(thing))


def redirect_connection(references: References, first: int | None, after: str | None) -> RedirectConnection:
    return RedirectConnection(part=RedirectPart.of(references, first, after))
