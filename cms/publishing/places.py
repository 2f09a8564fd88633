"""The only home of where a page is on its site's frontend, public or not; the view says the same of public ones."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import OuterRef, Subquery
from wagtail.models import Page, Site


class Place(NamedTuple):
    site: Site
    root_path: str  # the tree path of the page that the site begins with in this language
    locale: str
    path_below_prefix: str

    @property
    def origin(self) -> str:
        return settings.FRONTEND_ORIGIN if self.site.is_default_site else self.site.root_url

    @property
    def path(self) -> str:
        return with_prefix(self.locale, self.path_below_prefix)


def with_prefix(locale: str, below: str) -> str:
    """The path on a frontend's site of what is at `below` in a language."""
    return f"/{locale}/{below}"


def split_path(path: str) -> tuple[str, str]:
    """What a path begins with, which may be a language, and what is below that: /fi/esimerkit is `fi`, `esimerkit/`."""
    prefix, _, below = path.strip("/").partition("/")
    return prefix, f"{below}/" if below else ""


def languages_at(prefix: str) -> list[str]:
    """Those that may be read at paths with this prefix, the best first; none where it is no language."""
    return [prefix, *settings.LOCALE_FALLBACKS.get(prefix, [])] if prefix in dict(settings.LANGUAGES) else []


def place_of(page: Page) -> Place | None:
    """The place of `page` by its path in the tree and its `url_path`; None where it is on no site."""
    root = Page.objects.filter(
        path__in=[*paths_above(page), page.path],
        locale=page.locale_id,
        translation_key=OuterRef("root_page__translation_key"),
    )
    sites = Site.objects.annotate(
        root_path=Subquery(root.values("path")[:1]), root_url_path=Subquery(root.values("url_path")[:1])
    )
    site = sites.filter(root_path__isnull=False).order_by("-root_path", "-is_default_site", "pk").first()
    if site is None:
        return None
    below = "" if site.root_path == page.path else page.url_path.removeprefix(site.root_url_path)
    return Place(site, site.root_path, page.locale.language_code, below)


def paths_above(page: Page) -> list[str]:
    """The tree paths of the pages above, the root of the tree first."""
    return [page.path[:length] for length in range(Page.steplen, len(page.path), Page.steplen)]


def page_at(address: str) -> Page | None:
    """The page that is at an address of a frontend; None where that is not clear, or the address says more."""
    try:
        scheme, netloc, path, query, fragment = urlsplit(address.strip())
    except ValueError:
        return None
    prefix, below = split_path(unquote(path))
    sites = list(_sites_at(scheme, netloc))
    if query or fragment or len(sites) != 1:
        return None
    roots = Page.objects.filter(translation_key=sites[0].root_page.translation_key).select_related("locale")
    by_language = {root.locale.language_code: root for root in roots}
    for language in languages_at(prefix):
        if (root := by_language.get(language)) and (page := _page_below(root, below)):
            return page
    return None


def _page_below(root: Page, below: str) -> Page | None:
    return Page.objects.filter(url_path=root.url_path + below, locale=root.locale_id).order_by("pk").first()


def _sites_at(scheme: str, netloc: str) -> Iterable[Site]:
    """The sites that an address may be on: all of them where it names none."""
    for site in Site.objects.select_related("root_page"):
        origin = settings.FRONTEND_ORIGIN if site.is_default_site else site.root_url
        own = urlsplit(origin)
        if (not scheme and not netloc) or (scheme in ("http", "https") and netloc.lower() == own.netloc.lower()):
            yield site
