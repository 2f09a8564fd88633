"""The only home of how a document is made from a revision's content: publication, preview and past version alike.

A document is what the API reads of a page: its own fields without those of the tree and of editing, StreamFields and
rich text parsed, and every reference rewritten from a row id to what means the same in every language (a translation
key for pages and translatable snippets; goals and municipalities have their number and code as primary key).
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, cast

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin

from cms.publishing import rich_text

FORMAT = 3  # raised by every change of the rules of this module, of `words`, of facets() and of search_text()

# A value of a document: JSON whose shape the page type's API type knows, key by key.
Document = dict[str, Any]
Content = dict[str, Any]

SHARED_FIELDS = frozenset({"title", "seo_title", "search_description"})
AS_TYPED = "as_typed"  # of cms.drafts: what a draft holds and no column can
TREE_AND_EDITING_FIELDS = frozenset(field.name for field in Page._meta.concrete_fields) - SHARED_FIELDS | {AS_TYPED}


class Unresolved:
    """The references met while a document is made, resolved all at once: one statement for each model."""

    def __init__(self) -> None:
        self.wanted: dict[type[models.Model], dict[int, list[Callable[[str | None], None]]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def add(self, model: type[models.Model], pk: int, assign: Callable[[str | None], None]) -> None:
        """Call `assign` later with the translation key of the row, or None where it is gone."""
        self.wanted[Page if issubclass(model, Page) else model][pk].append(assign)

    def resolve(self) -> None:
        for model, wanted in self.wanted.items():
            rows = cast(
                Iterable[tuple[int, uuid.UUID]],
                model._default_manager.filter(pk__in=wanted).values_list("pk", "translation_key"),
            )
            keys = dict(rows)
            for pk, assigns in wanted.items():
                for assign in assigns:
                    assign(str(keys[pk]) if pk in keys else None)


def make_document(model: type[models.Model], content: Content) -> Document:
    """The document of a `model` from `content`, the JSON form that Wagtail keeps in revisions."""
    unresolved = Unresolved()
    document = _fields(model, content, unresolved, leave_out=TREE_AND_EDITING_FIELDS)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME or name in TREE_AND_EDITING_FIELDS:
            continue
        rows = sorted(content.get(name) or [], key=lambda row: row.get("sort_order") or 0)
        leave_out = {relation.field.name, "sort_order", AS_TYPED}
        document[name] = [_fields(relation.related_model, row, unresolved, frozenset(leave_out)) for row in rows]
    unresolved.resolve()
    return document


def _fields(model: type[models.Model], content: Content, unresolved: Unresolved, leave_out: frozenset[str]) -> Document:
    result: Document = {}
    for field in model._meta.concrete_fields:
        if field.name in leave_out or field.primary_key:
            continue
        value = content.get(field.name)
        if isinstance(field, StreamField):
            raw = json.loads(value) if isinstance(value, str) else value
            _put(result, field.name, field.stream_block, raw, unresolved)
        elif isinstance(field, RichTextField):
            result[field.name] = _rich_text(value, unresolved)
        elif isinstance(field, models.ForeignKey):
            _put_reference(field.related_model, value, result, field.name, unresolved)
        elif value is None and isinstance(field, models.CharField | models.TextField):
            result[field.name] = ""
        else:
            result[field.name] = value
    return result


def _put(holder: Any, key: Any, block: blocks.Block, raw: Any, unresolved: Unresolved) -> None:
    """Set holder[key] to what the block's stored JSON `raw` means."""
    if isinstance(block, blocks.StreamBlock):
        holder[key] = []
        for child in raw or []:
            if child["type"] in block.child_blocks:
                item: Document = {"type": child["type"], "id": child["id"]}
                _put(item, "value", block.child_blocks[child["type"]], child["value"], unresolved)
                holder[key].append(item)
    elif isinstance(block, blocks.ListBlock):
        items = [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw or []]
        holder[key] = [None] * len(items)
        for index, item_value in enumerate(items):
            _put(holder[key], index, block.child_block, item_value, unresolved)
    elif isinstance(block, blocks.StructBlock):
        holder[key] = {}
        for name, child_block in block.child_blocks.items():
            _put(holder[key], name, child_block, (raw or {}).get(name), unresolved)
    elif isinstance(block, blocks.RichTextBlock):
        holder[key] = _rich_text(raw, unresolved)
    elif isinstance(block, blocks.ChooserBlock):
        _put_reference(block.model_class, raw, holder, key, unresolved)
    else:
        holder[key] = (
            "" if raw is None and isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.URLBlock) else raw
        )


def _rich_text(html: str | None, unresolved: Unresolved) -> rich_text.RichTextNode:
    tree = rich_text.parse(html or "")
    for link in rich_text.page_links(tree):
        _put_reference(Page, link["page"], link, "page", unresolved)
    return tree


def _put_reference(model: Any, pk: Any, holder: Any, key: Any, unresolved: Unresolved) -> None:
    holder[key] = pk
    if pk is not None and issubclass(model, TranslatableMixin):
        unresolved.add(model, pk, lambda translation_key: holder.__setitem__(key, translation_key))
