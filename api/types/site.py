"""The only home of what belongs to the site as a whole in the schema: languages, menus, texts of the site."""

from typing import Any

import strawberry
from django.conf.locale import LANG_INFO
from wagtail.models import Locale as WagtailLocale

from api.locale_code import LocaleCode
from api.reading.languages import fallbacks
from api.reading.references import References
from api.reading.site_settings import load_linked_pages, read_settings
from api.types.links import ExternalLink, PageLink, page_link
from api.types.rich_text import RichText
from cms.publishing.documents import Document
from cms.publishing.rich_text import RichTextNode

EMPTY: RichTextNode = {"type": "document", "children": []}


@strawberry.type(description="A language of the site.")
class Locale:
    code: LocaleCode = strawberry.field(description="As arguments take it.")
    tag: str = strawberry.field(description="BCP 47 tag, for the lang attribute.")
    name: str = strawberry.field(description="In English.")
    native_name: str = strawberry.field(description="In the language itself.")
    right_to_left: bool = strawberry.field(description="Whether it is written from right to left.")
    is_default: bool = strawberry.field(description="Whether it is the site's original language.")
    fallbacks: list[LocaleCode] = strawberry.field(
        description="The languages that stand in where a page has no version in this one, the best first."
    )


def make_locales(default: str) -> list[Locale]:
    """The languages that the site has, in the order of the settings."""
    present = set(WagtailLocale.objects.values_list("language_code", flat=True))
    return [
        Locale(
            code=code,
            tag=code.value,
            name=LANG_INFO[code.value]["name"],
            native_name=LANG_INFO[code.value]["name_local"].capitalize(),
            right_to_left=LANG_INFO[code.value]["bidi"],
            is_default=code.value == default,
            fallbacks=[LocaleCode(other) for other in fallbacks(code.value)],
        )
        for code in LocaleCode
        if code.value in present
    ]


@strawberry.type(description="An entry of a menu: to a page or to another site.")
class NavigationItem:
    label: str = strawberry.field(description="What the entry reads; the page's title where the editor wrote nothing.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that `label` is in.")
    page: PageLink | None = strawberry.field(description="Null where the entry leads to another site.")
    href: str | None = strawberry.field(
        description="Web address of another site; null where the entry leads to a page."
    )
    children: "list[NavigationItem]" = strawberry.field(description="The entries below it.")


@strawberry.type(description="The menus. Entries whose page is not published are left out.")
class Navigation:
    header: list[NavigationItem] = strawberry.field(description="The main menu.")
    footer: list[NavigationItem] = strawberry.field(description="The menu in the footer.")


@strawberry.type(description="Texts and addresses of the site.")
class SiteSettings:
    document: strawberry.Private[Document]
    references: strawberry.Private[References]
    lang: str = strawberry.field(description="BCP 47 tag of the language that the texts are in.")

    @strawberry.field(description="Name of the site.")
    def site_name(self) -> str:
        return self._text("site_name")

    @strawberry.field(description="Who is behind the site; empty where that is not said.")
    def organisation(self) -> str:
        return self._text("organisation")

    @strawberry.field(description="Empty where there is none.")
    def contact_email(self) -> str:
        return self._text("contact_email")

    @strawberry.field(description="In the editor's order.")
    def social_links(self) -> list[ExternalLink]:
        values = [block["value"] for block in self.document.get("social_links", [])]
        return [ExternalLink(title=value["title"], url=value["url"]) for value in values]

    @strawberry.field(description="Text of the footer.")
    def footer_text(self) -> RichText:
        return self._rich_text(self.document.get("footer_text"))

    @strawberry.field(description="Short notices for the top of every page.")
    def alerts(self) -> list[RichText]:
        return [self._rich_text(block["value"]) for block in self.document.get("alerts", [])]

    @strawberry.field(description="The accessibility statement; null where none is published.")
    def accessibility_page(self) -> PageLink | None:
        return self._link("accessibility_page")

    @strawberry.field(description="The privacy notice; null where none is published.")
    def privacy_page(self) -> PageLink | None:
        return self._link("privacy_page")

    def _text(self, name: str) -> str:
        return str(self.document.get(name) or "")

    def _rich_text(self, tree: RichTextNode | None) -> RichText:
        load_linked_pages(self.references)
        return RichText(tree=tree or EMPTY, references=self.references)

    def _link(self, name: str) -> PageLink | None:
        load_linked_pages(self.references)
        version = self.references.version(self.document.get(name))
        return page_link(version, self.references.reader) if version else None


def make_settings(references: References) -> SiteSettings:
    read = read_settings(references)
    return SiteSettings(document=read.document, references=references, lang=read.language)


def make_navigation(references: References) -> Navigation:
    document, language, _ = read_settings(references)
    load_linked_pages(references)
    header, footer = ([block["value"] for block in document.get(name, [])] for name in ("header", "footer"))
    return Navigation(header=_items(header, language, references), footer=_items(footer, language, references))


def _items(values: list[dict[str, Any]], language: str, references: References) -> list[NavigationItem]:
    items = []
    for value in values:
        version = references.version(value["page"])
        if version is None and not value["href"]:
            continue
        items.append(
            NavigationItem(
                label=value["label"] or (version.title if version else ""),
                lang=language if value["label"] or version is None else version.locale,
                page=page_link(version, references.reader) if version else None,
                href=None if version else value["href"],
                children=_items(value.get("children", []), language, references),
            )
        )
    return items
