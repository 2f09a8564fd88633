"""The only home of the Atom feeds: the newest cases and articles in one language, ready made for frontends."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from api.context import Context
from api.files.ready_made import ready_made
from api.reading.languages import best_versions, shown
from api.reading.site_settings import site_identity
from api.reading.sites import site_origin
from api.reading.sql import of_query

NEWEST = 50
CONDITION = Q(noindex=False, type__in=("cases.casepage", "home.articlepage"), first_published_at__isnull=False)
ORDER = ("-first_published_at", "translation_key")
COLUMNS = (
    "translation_key",
    "locale",
    "path",
    "taken_in",
    "title",
    "document__ingress",
    "first_published_at",
    "last_published_at",
)
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """A feed without entries has never been updated, rather than just now."""
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


@ready_made
def feed(context: Context, site_name: str | None, locale: str) -> HttpResponse:
    """What was published in this language last. No fallbacks: they are in the feed of their own language.

    What is hidden from search engines is left out too, since feeds are what aggregators index.
    """
    if locale not in dict(settings.LANGUAGES):
        raise Http404
    references = context.references(locale, site_name)
    reader = references.reader
    origin = site_origin(reader.site)
    identity = site_identity(references)
    atom = Feed(
        title=_text(identity.name or origin),
        link=origin + reader.home_path,
        description="",
        language=locale,
        author_name=_text(identity.organisation or identity.name or origin),
        feed_url=f"{origin}/feeds/{locale}.atom",
        feed_guid=f"{origin}/feeds/{locale}.atom",
    )
    listed = best_versions(reader, fallback=False).filter(CONDITION).order_by(*ORDER).values("page_id")[:NEWEST]
    rows = shown(reader, of_query(listed, "page")).filter(CONDITION, locale=locale)
    for page in rows.order_by(*ORDER).values_list(*COLUMNS, named=True):
        entry: dict[str, Any] = {
            "title": _text(page.title),
            "link": origin + reader.path(page),
            "description": _text(page.document__ingress or ""),
            "pubdate": page.first_published_at,
            "updateddate": page.last_published_at or page.first_published_at,
            "unique_id": uuid5(page.translation_key, locale).urn,  # whatever becomes of the address
        }
        atom.add_item(**entry)
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _text(text: str) -> str:
    """`text` without the control characters that XML cannot hold."""
    return NOT_IN_XML.sub("", text)
