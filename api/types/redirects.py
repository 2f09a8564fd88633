"""The only home of the list of redirects in the schema: for hosts that answer them by themselves."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

import strawberry

from api.client_errors import BadInputError
from api.reading.known import Shelf
from api.reading.lists.window import CAP, DEFAULT_SIZE
from api.reading.references import References
from api.reading.routes.redirect_list import Entry, all_redirects
from api.types.connections import PageInfo

ORDER = "redirects"  # cursors of other lists do not begin so
_ALL = Shelf[str, list[Entry]]()


@strawberry.type(description="A path that leads elsewhere, as `route` answers it.")
class Redirect:
    path: str = strawberry.field(
        description="From where, on the frontend's site. It also holds with a slash at its end, or without."
    )
    location: str = strawberry.field(
        description="Where to, in one step and as a URI: a path on the frontend's site, or the address of another site."
    )
    permanent: bool = strawberry.field(description="Whether to answer 301 (true) or 302.")


@strawberry.type(description="A redirect in its place in the list.")
class RedirectEdge:
    cursor: str = strawberry.field(description="The place, for `after`.")
    node: Redirect = strawberry.field(description="The redirect.")


@strawberry.type(description="Redirects by path. Those to what is not public are left out.")
class RedirectConnection:
    edges: list[RedirectEdge] = strawberry.field(description="The redirects with their cursors.")
    nodes: list[Redirect] = strawberry.field(description="The redirects alone.")
    page_info: PageInfo = strawberry.field(description="Where this part stands in the whole.")
    total_count: int = strawberry.field(description="How many there are in all.")


def redirect_connection(references: References, first: int | None, after: str | None) -> RedirectConnection:
    size = DEFAULT_SIZE if first is None else first
    if not 0 <= size <= CAP:
        raise BadInputError(f"`first` is {size}; it may be 0 to {CAP}.")
    start = "" if after is None else _path_of(after)
    everything = _ALL.once(references, "", lambda: all_redirects(references.reader))
    beyond = [entry for entry in everything if entry.path > start]
    edges = [_edge(entry) for entry in beyond[:size]]
    return RedirectConnection(
        edges=edges,
        nodes=[edge.node for edge in edges],
        page_info=PageInfo(
            has_next_page=len(beyond) > size,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        total_count=len(everything),
    )


def _edge(entry: Entry) -> RedirectEdge:
    cursor = urlsafe_b64encode(json.dumps([ORDER, entry.path], ensure_ascii=False).encode()).decode()
    return RedirectEdge(cursor=cursor, node=Redirect(**entry._asdict()))


def _path_of(cursor: str) -> str:
    try:
        order, path = json.loads(urlsafe_b64decode(cursor.encode()))
        if order == ORDER and isinstance(path, str):
            return path
    except (ValueError, TypeError, RecursionError):
        pass
    raise BadInputError("The cursor is of no list of redirects: use an edge's `cursor` or `pageInfo.endCursor`.")
