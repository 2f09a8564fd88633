"""The only home of the order in which one language's tree is mirrored into another ("Synchronise content from").

wagtail-localize takes the pages of every language for the tree, and so meets a page before its parent where a page was
moved in one language only (its issue 906).
"""

from functools import wraps
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize import synctree


def mirror_parents_first() -> None:
    """Let wagtail-localize mirror the pages of the source language alone, in the order of its tree."""
    original = synctree.synchronize_tree

    @wraps(original)
    def synchronize_tree(source_locale: Locale, target_locale: Locale, *, page_index: Any = None) -> None:
        pages = Page.objects.filter(locale=source_locale, depth__gt=1).order_by("path")
        entries = [synctree.PageIndex.Entry.from_page_instance(page) for page in pages]
        original(source_locale, target_locale, page_index=synctree.PageIndex(entries))

    synctree.synchronize_tree = synchronize_tree
