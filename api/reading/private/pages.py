"""The only home of private pages in answers: for requests whose tokens open them, and for no list, link or count."""

from typing import cast

from api.reading.private.access import Access
from api.reading.routes.traces import Private
from api.references import References
from api.rows.pictures import main_pictures_of_restricted
from api.sites import site_id
from api.types.page import Page, make_pages
from cms.publishing.models import PublishedPage, RestrictedPage


def opened(private: list[Private], access: Access) -> Private | None:
    """The first of these pages that the request's tokens open."""
    return next((page for page in private if not access.unmet(page.restrictions)), None)


def asks_for_password(private: list[Private], access: Access) -> bool:
    """Whether passwords, and nothing else, would open one of these pages."""
    return any(all(held.type == "password" for held in access.unmet(page.restrictions)) for page in private)


def private_page(private: Private, references: References) -> Page | None:
    """The page itself; whoever calls this has `opened` it. What it refers to is as for everybody."""
    reader = references.reader
    rows = RestrictedPage.objects.filter(
        site_id=site_id(reader.site), translation_key=private.key, locale=private.locale
    ).annotate(pictures=main_pictures_of_restricted)
    # Both views have the same columns.
    return next(iter(make_pages(cast("list[PublishedPage]", rows[:1]), references)), None)
