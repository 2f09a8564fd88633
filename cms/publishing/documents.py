"""The only home of how a document is made from a revision's content: publication, preview and past version alike.

A document is what the API reads of a page: its own fields without those of the tree and of editing, StreamFields and
rich text parsed, and every reference rewritten from a row id to what means the same in every language (a translation
key for pages and translatable snippets; goals and municipalities have their number and code as primary key).

What the document refers to, it mentions; `mentions` says how that is written down.
"""

import json
from typing import Any, NamedTuple

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from cms.publishing import rich_text
from cms.publishing.fields import WordsField
from cms.publishing.mentions import Mentions, Met

FORMAT = 4  # raised by every change of the rules of this module, of `mentions`, `words`, facets() and search_text()

# A value of a document: JSON whose shape the page type's API type knows, key by key.
Document = dict[str, Any]
Content = dict[str, Any]

SHARED_FIELDS = frozenset({"title", "seo_title", "search_description"})
AS_TYPED = "as_typed"  # of cms.drafts: what a draft holds and no column can
TREE_AND_EDITING_FIELDS = frozenset(field.name for field in Page._meta.concrete_fields) - SHARED_FIELDS | {AS_TYPED}


class Made(NamedTuple):
    document: Document
    mentions: Mentions


def make_document(model: type[models.Model], content: Content) -> Made:
    """The document of a `model` from `content`, the JSON form that Wagtail keeps in revisions, and what it mentions."""
    met = Met()
    document = _fields(model, content, met, leave_out=TREE_AND_EDITING_FIELDS)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME or name in TREE_AND_EDITING_FIELDS:
            continue
        rows = sorted(content.get(name) or [], key=lambda row: row.get("sort_order") or 0)
        leave_out = {relation.field.name, "sort_order", AS_TYPED}
        with met.within(name):
            document[name] = [_fields(relation.related_model, row, met, frozenset(leave_out)) for row in rows]
    return Made(document, met.resolve())


def _fields(model: type[models.Model], content: Content, met: Met, leave_out: frozenset[str]) -> Document:
    result: Document = {}
    for field in model._meta.concrete_fields:
        if field.name not in leave_out and not field.primary_key and not isinstance(field, WordsField):
            with met.within(field.name):
                _put_field(result, field, content.get(field.name), met)
    return result


def _put_field(holder: Document, field: Any, value: Any, met: Met) -> None:
    if isinstance(field, StreamField):
        raw = json.loads(value) if isinstance(value, str) else value
        _put(holder, field.name, field.stream_block, raw, met)
    elif isinstance(field, RichTextField):
        holder[field.name] = _rich_text(value, met)
    elif isinstance(field, models.ForeignKey):
        met.put(field.related_model, value, holder, field.name)
    elif value is None and isinstance(field, models.CharField | models.TextField):
        holder[field.name] = ""
    else:
        holder[field.name] = value


def _put(holder: Any, key: Any, block: blocks.Block, raw: Any, met: Met) -> None:
    """Set holder[key] to what the block's stored JSON `raw` means."""
    if isinstance(block, blocks.StreamBlock):
        holder[key] = []
        for child in raw or []:
            if child["type"] in block.child_blocks:
                item: Document = {"type": child["type"], "id": child["id"]}
                _put(item, "value", block.child_blocks[child["type"]], child["value"], met)
                holder[key].append(item)
    elif isinstance(block, blocks.ListBlock):
        items = [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw or []]
        holder[key] = [None] * len(items)
        for index, item_value in enumerate(items):
            _put(holder[key], index, block.child_block, item_value, met)
    elif isinstance(block, blocks.StructBlock):
        holder[key] = {}
        for name, child_block in block.child_blocks.items():
            _put(holder[key], name, child_block, (raw or {}).get(name), met)
    elif isinstance(block, blocks.RichTextBlock):
        holder[key] = _rich_text(raw, met)
    elif isinstance(block, blocks.ChooserBlock):
        met.put(block.model_class, raw, holder, key)
    else:
        holder[key] = (
            "" if raw is None and isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.URLBlock) else raw
        )


def _rich_text(html: str | None, met: Met) -> rich_text.RichTextNode:
    tree = rich_text.parse(html or "")
    for link in rich_text.page_links(tree):
        met.put(Page, link["page"], link, "page")
    return tree
