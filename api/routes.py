"""The only home of what a visitor's path leads to."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import unquote

import strawberry
from django.conf import settings

from api.locales import LocaleCode, rank, visible
from api.references import References
from api.storable import is_storable
from api.types.page import Page, make_pages


@strawberry.type(description="The path leads to a page.")
class PageRoute:
    locale: LocaleCode = strawberry.field(description="The reader's language: the path's prefix.")
    page: Page = strawberry.field(description="The page, in that language or its fallback.")


@strawberry.type(description="The path leads to another path.")
class RedirectRoute:
    location: str = strawberry.field(description="Where to: a path on the frontend's site.")
    permanent: bool = strawberry.field(description="Whether to answer 301 (true) or 302.")


@strawberry.type(description="Nothing is there.")
class NotFoundRoute:
    locale: LocaleCode = strawberry.field(
        description="The language to say so in: the path's prefix, else the original."
    )
    path: str = strawberry.field(description="The path that was asked for.")


Route = Annotated[
    PageRoute | RedirectRoute | NotFoundRoute,
    strawberry.union("Route", description="What a visitor's path leads to. Further kinds may come."),
]


@dataclass(frozen=True)
class SitePath:
    """A visitor's path, taken apart: /fi/esimerkit/varanto/ is `fi` and `esimerkit/varanto/`."""

    prefix: str
    below_prefix: str

    @classmethod
    def parse(cls, path: str) -> "SitePath":
        """Take apart a path as browsers send it (%C3%A4) or show it (ä); a query or fragment is left out."""
        bare = unquote(path.partition("?")[0].partition("#")[0])
        prefix, _, rest = bare.strip("/").partition("/")
        return cls(prefix, f"{rest}/" if rest else "")

    @property
    def locale(self) -> str | None:
        return self.prefix if self.prefix in dict(settings.LANGUAGES) else None


def resolve(path: str, references: References | None) -> PageRoute | RedirectRoute | NotFoundRoute:
    """`references` are those of a reader of the path's prefix; None where the path has no known prefix."""
    site_path = SitePath.parse(path)
    if references is None:
        if not site_path.prefix:
            return RedirectRoute(location=f"/{settings.LANGUAGE_CODE}/", permanent=False)
        return NotFoundRoute(locale=LocaleCode(settings.LANGUAGE_CODE), path=path)
    reader = references.reader
    rows = visible(reader).filter(path=site_path.below_prefix)
    found = rows.order_by(rank(reader))[:1] if is_storable(site_path.below_prefix) else []
    pages = make_pages(found, references)
    if not pages:
        return NotFoundRoute(locale=LocaleCode(reader.locale), path=path)
    page = pages[0]
    if page.row.locale != reader.locale and (better := page.better_version()):
        return RedirectRoute(location=reader.path(better.path), permanent=True)
    return PageRoute(locale=LocaleCode(reader.locale), page=page)
