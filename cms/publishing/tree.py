"""The only home of what a page that is saved says of its place in the tree: what the database says, not its memory.

An instance may have been read before its subtree changed. Wagtail writes all its columns back, so that children were
not counted any more, or a page stood where it had been before a move.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import pre_save
from wagtail.models import Page

from cms.publishing.locks import lock_pages, lock_versions

COLUMNS = ("path", "depth", "numchild")

being_saved: ContextVar[Page | None] = ContextVar("the page that is saved in its place", default=None)


class PageGoneError(Page.DoesNotExist):
    """A page was saved that has been deleted. Django would insert it again, where nobody counts it."""


def connect() -> None:
    # Page types do the same in their save(), before Wagtail looks where they are.
    pre_save.connect(before_save, sender=Page, dispatch_uid="cms.publishing.tree")


def before_save(instance: Page, *, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    if not raw and instance.pk is not None:
        take_place(instance, update_fields)
        if writes_path(update_fields):
            instance.set_url_path(instance.get_parent())


def writes_path(update_fields: Collection[str] | None) -> bool:
    return update_fields is None or "url_path" in update_fields


@contextmanager
def in_its_place(page: Page, update_fields: Collection[str] | None) -> Iterator[None]:
    """Save `page` within: it stays where the database has it, and a draft moves nothing that is live below it."""
    drafted = None
    with transaction.atomic():
        if page.pk is None:
            page.get_parent(update=True)
        else:
            row = take_place(page, update_fields)
            if writes_path(update_fields):
                if not page.live and page.slug != row.slug and is_above_live_pages(row):
                    drafted, page.slug = page.slug, row.slug
                if page.slug != row.slug:
                    lock_pages(Q(path__startswith=row.path))  # their paths will be written
                page.set_url_path(page.get_parent())
        token = being_saved.set(page)
        try:
            yield
        finally:
            being_saved.reset(token)
            page.slug = drafted or page.slug


def is_in_its_place(page: Page) -> bool:
    """Whether `page` is being saved, and so has the place that it was given when it was locked."""
    return being_saved.get() is page


def take_place(page: Page, update_fields: Collection[str] | None = None) -> Page:
    """Give `page` the place that it has now, until the transaction ends, and return its row."""
    row = next((row for row in lock_versions(page) if row.pk == page.pk), None)
    if row is None:
        raise PageGoneError(f"Page {page.pk} has been deleted.")
    for name in COLUMNS:
        setattr(page, name, getattr(row, name))
    if update_fields is not None and "numchild" in update_fields:
        # Wagtail copies a page with all below it, and counts them when they are there.
        page.numchild = Page.objects.filter(path__startswith=row.path, depth=row.depth + 1).count()
    page.get_parent(update=True)  # which the instance remembers
    return cast(Page, row)


def is_above_live_pages(page: Page) -> bool:
    return page.numchild > 0 and Page.objects.filter(path__startswith=page.path, live=True).exclude(pk=page.pk).exists()
