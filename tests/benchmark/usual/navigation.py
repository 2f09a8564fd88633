"""The only home of the usual schema's menus: read from the settings, their pages in the reader's language."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page

from home.models import SiteSettings
from tests.benchmark.usual.types import MenuItem, MenuLink, Navigation, path_of

Pages = dict[Any, Page]  # by translation key


def make_navigation(locale: str) -> Navigation:
    settings = SiteSettings.objects.get(locale__language_code=locale, site__is_default_site=True)
    menus = {name: [block.value for block in getattr(settings, name)] for name in ("header", "footer")}
    keys = [value["page"].translation_key for menu in menus.values() for value in _all(menu) if value["page"]]
    versions = Page.objects.live().filter(translation_key__in=keys, locale__language_code=locale)
    known = {page.translation_key: page for page in versions.select_related("locale")}
    return Navigation(**{name: [_item(value, known) for value in menu] for name, menu in menus.items()})


def _all(menu: list[Any]) -> Iterator[Any]:
    for value in menu:
        yield value
        yield from value["children"]


def _item(value: Any, known: Pages) -> MenuItem:
    return MenuItem(**_link(value, known), children=[MenuLink(**_link(child, known)) for child in value["children"]])


def _link(value: Any, known: Pages) -> dict[str, str | None]:
    page = value["page"] and known.get(value["page"].translation_key, value["page"])
    return {
        "label": value["label"] or (page.title if page else ""),
        "path": path_of(page) if page else None,
        "href": value["href"] or None,
    }
