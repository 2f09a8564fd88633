"""The only home of what search engines and link previews are told of a page."""

import strawberry

from api.reading import json_ld
from api.reading.languages import default_chain
from api.reading.page import ReadPage
from api.scalars import JSON
from api.types.images import Image, make_image
from api.types.links import Alternate, make_alternates


@strawberry.type(description="What search engines and link previews are told of the page.")
class Seo:
    page: strawberry.Private[ReadPage]

    @strawberry.field(description="For the title element: the editor's title for search engines, else the page's.")
    def title(self) -> str:
        return self.page.text("seo_title") or self.page.row.title

    @strawberry.field(description="The editor's description for search engines, else the ingress; empty without both.")
    def description(self) -> str:
        return self.page.text("search_description") or self.page.text("ingress")

    @strawberry.field(
        description="Absolute. The address of the version that is served: a fallback's is that of its original."
    )
    def canonical_url(self) -> str:
        return self.page.canonical_url

    @strawberry.field(
        description="Whether the editor asks search engines to leave the page out. A fallback is not left out for "
        "being one: `canonicalUrl` says where its content belongs."
    )
    def noindex(self) -> bool:
        return self.page.row.noindex

    @strawberry.field(description="For sharing: the card image, else the main picture. Null where there is neither.")
    def image(self) -> Image | None:
        return make_image(self.page.card_image())

    @strawberry.field(
        description="Every published version, this one included, and x-default: the version for readers of all other "
        "languages. Never a fallback."
    )
    def alternates(self) -> list[Alternate]:
        reader = self.page.reader
        urls = {version.locale: reader.in_language(version.locale).url(version) for version in self.page.versions()}
        return make_alternates(urls, default_chain())

    @strawberry.field(
        description="schema.org as JSON-LD, with absolute addresses: organisation, site, breadcrumbs and the page. "
        "It is not escaped: in a script element write every < of the JSON as \\u003c."
    )
    def json_ld(self) -> JSON:
        return JSON(json_ld.graph(self.page))
