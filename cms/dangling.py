"""The only home of what a revision refers to that has been deleted since: asked for once, not row by row.

The rules are modelcluster's: a reference becomes empty, and a row without what it hangs on is none. What the database
keeps from being deleted, or puts something else in place of, is not asked for: a revision cannot miss it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations

Content = dict[str, Any]
Reference = tuple[type[models.Model], str, Any]  # the model, and which value of which of its columns


def without_dangling(model: type[models.Model], content: Content) -> Content:
    """The content of a revision of a page without what is gone: one statement for each model that it refers to."""
    wanted: dict[tuple[type[models.Model], str], set[Any]] = defaultdict(set)
    for referred, column, value in _all_references(model, content):
        wanted[referred, column].add(value)
    there = {
        (referred, column, value)
        for (referred, column), values in wanted.items()
        for value in referred._default_manager.filter(**{f"{column}__in": values}).values_list(column, flat=True)
    }
    return _kept(model, content, there.__contains__) or {}


def may_dangle(field: Any) -> bool:
    is_one = isinstance(field.remote_field, models.ManyToOneRel) and not isinstance(field, ParentalKey)
    return is_one and field.remote_field.on_delete in (models.CASCADE, models.SET_NULL)


def _references(model: type[models.Model], content: Content) -> Iterator[tuple[Any, Reference]]:
    """The foreign keys that refer to something. A row is below its page, whatever its revision says."""
    for field in model._meta.fields:
        if may_dangle(field) and content.get(field.name) is not None:
            referred, column = field.remote_field.model, field.remote_field.field_name
            value = referred._meta.get_field(column).to_python(content[field.name])
            yield field, (referred, column, value)


def _rows(model: type[models.Model], content: Content) -> Iterator[tuple[str, type[models.Model], list[Content]]]:
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            name = relation.get_accessor_name()
            if name in content:
                yield name, relation.related_model, content[name]


def _all_references(model: type[models.Model], content: Content) -> Iterator[Reference]:
    yield from (reference for _, reference in _references(model, content))
    for _, row_model, rows in _rows(model, content):
        for row in rows:
            yield from _all_references(row_model, row)


def _kept(
    model: type[models.Model], content: Content, is_there: Callable[[Reference], bool], *, is_row: bool = False
) -> Content | None:
    kept = dict(content)
    for field, reference in _references(model, content):
        if not is_there(reference):
            if is_row and field.remote_field.on_delete is models.CASCADE:
                return None
            kept[field.name] = None
    for name, row_model, rows in _rows(model, content):
        of_rows = (_kept(row_model, row, is_there, is_row=True) for row in rows)
        kept[name] = [row for row in of_rows if row is not None]
    return kept
