"""The only home of pages and sites seen from elsewhere: enough for a link."""

import strawberry

from api.locales import LocaleCode, Reader
from api.references import Version


@strawberry.type(description="A page seen from elsewhere: enough for a link or a small card. It has no id of its own.")
class PageLink:
    translation_key: strawberry.ID = strawberry.field(description="The same in every language; identifies the page.")
    title: str = strawberry.field(description="The page's title in the language that its content is in.")
    path: str = strawberry.field(description="On the frontend's site, with the reader's language as prefix.")
    url: str = strawberry.field(description="`path` with the frontend's origin.")
    locale: LocaleCode = strawberry.field(description="The language that the page's content is in.")
    is_fallback: bool = strawberry.field(description="Whether that is another language than the one asked for.")


def page_link(version: Version, reader: Reader) -> PageLink:
    return PageLink(
        translation_key=strawberry.ID(str(version.translation_key)),
        title=version.title,
        path=reader.path(version.path),
        url=reader.url(version),
        locale=LocaleCode(version.locale),
        is_fallback=version.locale != reader.locale,
    )


@strawberry.type(description="A link to another site.")
class ExternalLink:
    title: str = strawberry.field(description="What the link reads.")
    url: str = strawberry.field(description="Absolute web address.")
