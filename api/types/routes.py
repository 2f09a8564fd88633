"""The only home of what a visitor's path leads to, in the schema."""

from typing import Annotated

import strawberry
from django.conf import settings

from api.context import Context
from api.locale_code import LocaleCode
from api.reading.page import first, make_pages
from api.reading.references import References
from api.reading.routes import decision
from api.reading.routes.decision import decide
from api.reading.routes.gather import gather, read_page
from api.reading.routes.paths import SitePath
from api.reading.routes.suggestions import suggestions
from api.types.links import PageLink, page_link
from api.types.page import Page, make_page


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
        reader = self.references.reader
        return [page_link(version, reader) for version in suggestions(SitePath.parse(self.path), reader)]


@strawberry.type(description="The page there needs a password. Give it to `unlockPage`, and ask again with its token.")
class PasswordRoute:
    locale: LocaleCode = strawberry.field(description="The reader's language: the path's prefix.")
    path: str = strawberry.field(description="The path that was asked for.")


AnyRoute = PageRoute | RedirectRoute | GoneRoute | NotFoundRoute | PasswordRoute
Route = Annotated[
    AnyRoute, strawberry.union("Route", description="What a visitor's path leads to. Further kinds may come.")
]


def resolve(path: str, site: str | None, context: Context) -> AnyRoute:
    """What `path` leads to on the site, for whoever asks."""
    asked = SitePath.parse(path)
    references = context.references(asked.locale or settings.LANGUAGE_CODE, site)
    answer = decide(gather(asked, references, context.access))
    locale = LocaleCode(references.reader.locale)
    match answer:
        case decision.Page(version):
            row = read_page(version, references)
            page = first(make_pages([row] if row else [], references))
            if page:  # this release may not know the page's type
                return PageRoute(locale=locale, page=make_page(page))
        case decision.Redirect(location, permanent):
            return RedirectRoute(location=location, permanent=permanent)
        case decision.Password():
            return PasswordRoute(locale=locale, path=path)
        case decision.Gone():
            return GoneRoute(locale=locale, path=path)
    return NotFoundRoute(locale=locale, path=path, references=references)
