"""The only home of what a visitor's path leads to.

What is there now comes first: a public page, or a private one that the request's tokens open. Then a redirect that an
editor made, a page behind a password, and what was there once. Nothing tells of what else is private.
"""

from typing import Annotated

import strawberry
from django.conf import settings
from django.utils.encoding import iri_to_uri

from api.context import Context
from api.locales import LocaleCode, Placed, Reader
from api.reading.private.access import Access
from api.reading.private.pages import asks_for_password, opened, private_page
from api.reading.routes.destinations import Destinations
from api.reading.routes.paths import SitePath, redirect_paths
from api.reading.routes.redirects import chain, find, redirects_from
from api.reading.routes.suggestions import suggestions
from api.reading.routes.traces import Private, Traces, load_traces
from api.references import References
from api.rows.pages import read_pages
from api.rows.storable import is_storable
from api.types.links import PageLink, page_link
from api.types.page import Page, make_pages
from cms.publishing.models import PublishedPage


@strawberry.type(description="The path leads to a page.")
class PageRoute:
    locale: LocaleCode = strawberry.field(description="The reader's language: the path's prefix.")
    page: Page = strawberry.field(description="The page, in that language or its fallback.")


@strawberry.type(description="The path leads elsewhere, in one step: what is there redirects no further.")
class RedirectRoute:
    location: str = strawberry.field(
        description="Where to, as a URI: a path on the frontend's site, or the address of another site (http or "
        "https). Put it into the header Location as it is."
    )
    permanent: bool = strawberry.field(description="Whether to answer 301 (true) or 302.")


@strawberry.type(description="A page was there, and is not published any more: answer 410.")
class GoneRoute:
    locale: LocaleCode = strawberry.field(description="The reader's language: the path's prefix.")
    path: str = strawberry.field(description="The path that was asked for.")


@strawberry.type(description="Nothing is there, or nothing that this reader may know of: answer 404.")
class NotFoundRoute:
    locale: LocaleCode = strawberry.field(
        description="The language to say so in: the path's prefix, else the original."
    )
    path: str = strawberry.field(description="The path that was asked for.")
    references: strawberry.Private[References]

    @strawberry.field(description="Up to five pages whose path or title is written much alike, the likest first.")
    def suggestions(self) -> list[PageLink]:
        found = suggestions(SitePath.parse(self.path), self.references)
        return [page_link(version, self.references.reader) for version in found]


@strawberry.type(description="The page there needs a password. Give it to `unlockPage`, and ask again with its token.")
class PasswordRoute:
    locale: LocaleCode = strawberry.field(description="The reader's language: the path's prefix.")
    path: str = strawberry.field(description="The path that was asked for.")


Route = Annotated[
    PageRoute | RedirectRoute | GoneRoute | NotFoundRoute | PasswordRoute,
    strawberry.union("Route", description="What a visitor's path leads to. Further kinds may come."),
]
BEST_FIRST = "ORDER BY array_position(%s::text[], locale), id LIMIT 1"
AnyRoute = PageRoute | RedirectRoute | GoneRoute | NotFoundRoute | PasswordRoute


def resolve(path: str, site: str | None, context: Context) -> AnyRoute:
    """What `path` leads to on the site, for whoever asks."""
    asked = SitePath.parse(path)
    if not asked.prefix:
        return RedirectRoute(location=f"/{settings.LANGUAGE_CODE}/", permanent=False)
    references = context.references(asked.locale or settings.LANGUAGE_CODE, site)
    if not is_storable(path) or not is_storable(str(asked)):
        return _not_found(path, references)
    return (asked.locale and _public(asked, references)) or _elsewhere(path, asked, references, context.access)


def _public(asked: SitePath, references: References) -> AnyRoute | None:
    reader = references.reader
    page = next(iter(make_pages(_rows_at(asked, reader), references)), None)
    if page is None or (asked.beside is None and reader.finds_another(page.row)):  # what is there asks for a password
        return None
    if page.row.locale != reader.locale and (better := page.better_version()):
        return _moved(better, reader, permanent=asked.beside is None)
    if reader.path(page.row) != str(asked):  # nothing is before it any more; something may be again
        return _moved(page.row, reader, permanent=False)
    return PageRoute(locale=LocaleCode(reader.locale), page=page)


def _rows_at(asked: SitePath, reader: Reader) -> list[PublishedPage]:
    """The public page that comes first at the path, or that is meant by a path beside another."""
    # The slug and the place of a home page have an index; a path below a site's root has none.
    if slug := asked.of_pages.rstrip("/").rpartition("/")[2]:
        where, params = "slug = %s AND path = %s", [slug, asked.of_pages]
    else:
        where, params = "tree_path IN (SELECT path FROM publishing_site_roots()) AND path = %s", [asked.of_pages]
    if asked.beside:
        where, params = f"{where} AND translation_key BETWEEN %s AND %s", [*params, *asked.beside.keys()]
    return read_pages(reader, where, [*params, reader.chain], tail=BEST_FIRST)


def _elsewhere(path: str, asked: SitePath, references: References, access: Access) -> AnyRoute:
    access.verify()  # whatever is there: an error in some places only would tell of them
    reader = references.reader
    redirects = redirects_from(reader, redirect_paths(path))
    first = find(redirects, path)
    if first and first.own_path is not None and not first.key:
        redirects = redirects_from(reader)
    steps = chain(first, redirects) if first else []
    traces = load_traces(reader, [asked, *(step.path for step in steps if step.path)])
    private = traces.private_at(asked, reader) if asked.locale else []
    if there := opened(private, access):
        best = opened(traces.private_of([there.key], reader), access) or there
        return _opened(best, asked, references) or _not_found(path, references)
    destinations = Destinations(references, traces)
    destinations.load([asked], [steps])
    if destination := destinations.of_steps(steps, asked):
        return RedirectRoute(location=destination.location, permanent=destination.permanent)
    if asks_for_password(private, access):
        return PasswordRoute(locale=LocaleCode(reader.locale), path=path)
    if asked.locale and (location := destinations.of_path(asked)):
        # A page of a type that this release does not know is where it was, and cannot be shown.
        still_there = SitePath.parse(location) == asked
        return _not_found(path, references) if still_there else RedirectRoute(location=location, permanent=True)
    return _once(path, asked, references, traces, access)


def _opened(private: Private, asked: SitePath, references: References) -> AnyRoute | None:
    """The page itself; it keeps the rule that a fallback gives way to a better version elsewhere."""
    reader = references.reader
    if reader.path(private) != str(asked):
        return _moved(private, reader, permanent=False)
    page = private_page(private, references)
    return None if page is None else PageRoute(locale=LocaleCode(reader.locale), page=page)


def _once(path: str, asked: SitePath, references: References, traces: Traces, access: Access) -> AnyRoute:
    """Of what was there and is not public any more."""
    reader = references.reader
    owners = traces.owners_of(asked, reader) if asked.locale else []
    private = traces.private_of(owners, reader)
    if moved := opened(private, access):
        return _moved(moved, reader, permanent=False)
    if asks_for_password(private, access):
        return PasswordRoute(locale=LocaleCode(reader.locale), path=path)
    if owners and not traces.concealed.intersection(owners):
        return GoneRoute(locale=LocaleCode(reader.locale), path=path)
    return _not_found(path, references)


def _moved(page: Placed, reader: Reader, *, permanent: bool) -> RedirectRoute:
    return RedirectRoute(location=iri_to_uri(reader.path(page)), permanent=permanent)


def _not_found(path: str, references: References) -> NotFoundRoute:
    return NotFoundRoute(locale=LocaleCode(references.reader.locale), path=path, references=references)
