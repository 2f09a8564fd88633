"""The only home of sitemap.xml and robots.txt, ready made for frontends: see https://www.sitemaps.org/protocol.html."""

from datetime import datetime

from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.encoding import iri_to_uri

from api.context import Context
from api.files.ready_made import ready_made
from api.reading.languages import default_chain
from api.reading.sitemap import CAP, Entry, Part, part_by_number
from api.reading.sites import site_origin
from api.types.links import make_alternates

MOST_PARTS = 50_000  # in one index, as the protocol has it


@ready_made
def sitemap_index(context: Context, site_name: str | None) -> HttpResponse:
    """Where the parts of the sitemap are on the frontend; there is always a first one."""
    site = context.site(site_name)
    parts = -(-Part(site, locale=None, size=CAP).total_count // CAP)
    origin = site_origin(site)
    numbers = range(1, min(max(parts, 1), MOST_PARTS) + 1)
    return _xml(
        "sitemap_index.xml", sitemaps=[SitemapIndexItem(f"{origin}/sitemap-{number}.xml") for number in numbers]
    )


@ready_made
def sitemap_part(context: Context, site_name: str | None, number: int) -> HttpResponse:
    part = part_by_number(context.site(site_name), number) if 1 <= number <= MOST_PARTS else None
    entries = part.entries[:CAP] if part else []
    if number != 1 and not entries:
        raise Http404
    default = default_chain()
    return _xml("sitemap.xml", urlset=[_location(entry, default) for entry in entries])


@ready_made
def robots(context: Context, site_name: str | None) -> HttpResponse:
    """Everything may be read; what should not be found says so itself."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {site_origin(context.site(site_name))}/sitemap.xml\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _location(entry: Entry, default: list[str]) -> dict[str, object]:
    """What Django's template of a sitemap reads."""
    return {
        "location": iri_to_uri(entry.version.url),
        "lastmod": datetime.fromisoformat(entry.version.last_modified),
        "alternates": [
            {"lang_code": alternate.hreflang, "location": iri_to_uri(alternate.url)}
            for alternate in make_alternates(entry.urls, default)
        ],
    }


def _xml(template: str, **context: object) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), content_type="application/xml; charset=utf-8")
