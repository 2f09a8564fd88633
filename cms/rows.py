"""The only home of how the rows below a page are written: all of a kind at once, and none that says what it said.

modelcluster writes every row again, each in a statement of its own, and after each of them Wagtail reads the page with
all its rows for its index of references. Here that index is written once, of the page as it is saved.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, ReferenceIndex

Rows = dict[str, list[Any]]


@contextmanager
def written_at_once(page: Page, update_fields: Collection[str] | None) -> Iterator[None]:
    """Save `page` within, in a transaction, and its rows with it."""
    whole, is_new = update_fields is None, page.pk is None
    refers = whole or any(may_refer(page, name) for name in update_fields or ())
    rows = rows_in_memory(page) if whole and not is_new else {}
    with unindexed():
        for name, of_kind in rows.items():
            write(getattr(page, name), of_kind)
        try:
            for name in rows:
                forget(page, name)
            yield
        except BaseException:
            for name, of_kind in rows.items():
                getattr(page, name).set(of_kind)
            raise
    if refers:
        # Another instance: whoever looks into a StreamField fills in what its blocks were stored without.
        saved = type(page)._default_manager.get(pk=page.pk)
        for name, of_kind in rows.items():
            getattr(saved, name).set(of_kind)
        ReferenceIndex.create_or_update_for_object(saved)


@contextmanager
def unindexed() -> Iterator[None]:
    """Keep Wagtail from indexing what is saved within: also where the page that is saved has others saved."""
    # Loaded here, as it needs all models. Wagtail's own context cannot stand in another.
    from wagtail.signal_handlers import (  # noqa: PLC0415
        disable_reference_index_auto_update,
        reference_index_auto_update_disabled,
    )

    is_off = getattr(reference_index_auto_update_disabled, "value", False)
    with nullcontext() if is_off else disable_reference_index_auto_update():
        yield


def rows_in_memory(page: Page) -> Rows:
    """The rows that the page holds, by relation. Comments are Wagtail's, and so are rows with a save() of their own."""
    relations = {
        relation.get_accessor_name()
        for relation in get_all_child_relations(type(page))
        if relation.related_model.save is models.Model.save and not relation.related_model._meta.parents
    }
    held = {name: getattr(page, name).get_queryset() for name in relations - {COMMENTS_RELATION_NAME}}
    return {name: list(rows) for name, rows in held.items() if not isinstance(rows, models.QuerySet)}


def write(manager: Any, rows: list[Any]) -> None:
    """Let the database have these rows and no others."""
    fields = [field for field in manager.model._meta.concrete_fields if not field.primary_key]
    before = {row.pk: row for row in manager.get_live_queryset()}
    if gone := before.keys() - {row.pk for row in rows}:
        manager.model._default_manager.filter(pk__in=gone).delete()
    changed = [row for row in rows if row.pk in before and not says_the_same(row, before[row.pk], fields)]
    if changed:
        manager.model._default_manager.bulk_update(changed, [field.name for field in fields])
    for row in rows:
        if row.pk is not None and row.pk not in before:
            row.save()  # deleted since the revision was made, and put back
    manager.model._default_manager.bulk_create([row for row in rows if row.pk is None])


def says_the_same(row: models.Model, other: models.Model, fields: "list[models.Field[Any, Any]]") -> bool:
    return all(field.value_from_object(row) == field.value_from_object(other) for field in fields)


def forget(page: Page, name: str) -> None:
    """Let modelcluster find nothing to write, and read these rows from the database: they are there."""
    page._cluster_related_objects.pop(name)  # noqa: SLF001  # modelcluster has no other name for it


def may_refer(page: Page, name: str) -> bool:
    """Whether what a field holds belongs into the index of references."""
    field: Any = page._meta.get_field(name)
    return hasattr(field, "extract_references") or (
        bool(field.many_to_one) and not getattr(field.related_model, "wagtail_reference_index_ignore", False)
    )
