"""The only home of the order in which transactions lock what they write; see decision 12.

Who writes a page or a snippet first locks it in all its languages, because a publication reaches its translations.
Pages are locked from above to below. The content version comes last of all (see `version`).
"""

from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail.signals import pre_page_move

from cms.publishing.snippets import snippet_models


def connect() -> None:
    for model in snippet_models():
        pre_save.connect(before_a_snippet, sender=model, dispatch_uid="cms.publishing.locks")
        pre_delete.connect(before_a_snippet, sender=model, dispatch_uid="cms.publishing.locks")
    pre_save.connect(before_a_revision, sender=Revision, dispatch_uid="cms.publishing.locks")
    # Whatever the type, Wagtail deletes base pages; how they are saved is told in `tree`.
    pre_delete.connect(before_a_page_goes, sender=Page, dispatch_uid="cms.publishing.locks")
    pre_page_move.connect(before_a_move, dispatch_uid="cms.publishing.locks")


def lock_versions(instance: Any) -> list[Any]:
    """Lock a page or snippet in all its languages, and return their rows as they are now.

    A lock ends with its transaction, so where there is none, nothing is locked.
    """
    model = instance.get_translation_model()
    rows = model._default_manager.filter(Q(translation_key=instance.translation_key) | Q(pk=instance.pk))
    return list(in_order(rows))


def lock_pages(which: Q) -> None:
    """Lock these pages from above to below."""
    list(in_order(Page.objects.filter(which)).values_list("pk"))


def in_order(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    if connection.in_atomic_block:
        rows = rows.select_for_update(no_key=True)
    return rows.order_by("path" if rows.model is Page else "pk")


def before_a_snippet(instance: models.Model, *, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.pk is not None:
        lock_versions(instance)


def before_a_revision(instance: Revision, *, raw: bool, **kwargs: Any) -> None:
    """A draft that takes the place of the latest revision writes that before its page."""
    if not raw and instance.pk is not None:
        target = instance.content_object
        if isinstance(target, TranslatableMixin):
            lock_versions(target)


def before_a_page_goes(instance: Page, **kwargs: Any) -> None:
    lock_versions(instance)


def before_a_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    parents = Q(pk__in=(parent_page_before.pk, parent_page_after.pk))
    lock_pages(parents | Q(path__startswith=instance.path) | Q(translation_key=instance.translation_key))
