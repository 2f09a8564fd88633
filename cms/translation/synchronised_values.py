"""The only home of what a translation takes over from its source without a translator: a walk through two contents.

Content is the JSON form that Wagtail keeps in revisions. Values that are the same in every language are taken from the
source, and texts are left as they are. So are blocks that hold texts, as to which there are and in what order: a block
that was added, removed or moved waits for the translator. Where wagtail-localize lets a translator choose another value
than the source's, the choice is kept where the translation shows it.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from cms.synchronised import SameInEveryLanguage

Content = dict[str, Any]
Overrides = Mapping[str, Any]  # What a translator chose in place of the source's value, by wagtail-localize's path.
Raw = Any  # The stored JSON of a block.


def with_synchronised_values(
    model: type[models.Model], source: Content, target: Content, overrides: Overrides
) -> Content:
    """The content `target` of a translation with the synchronised values of `source`; equal to it if it had them."""
    result = dict(target)
    for translatable in get_translatable_fields(model):
        field = translatable.get_field(model)
        if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            # Rows with texts of their own would be translated one by one.
            if not issubclass(field.related_model, TranslatableMixin):
                result[field.name] = _rows(field, source.get(field.name) or [], target)
        elif isinstance(translatable, SynchronizedField):
            result[field.name] = _value(source.get(field.name), target.get(field.name), field.name, overrides)
        elif isinstance(field, StreamField):
            raw = json.loads(target.get(field.name) or "[]")
            merged = _items(field.stream_block, json.loads(source.get(field.name) or "[]"), raw, field.name, overrides)
            if merged != raw:
                result[field.name] = json.dumps(merged)
    return result


def has_texts(block: blocks.Block) -> bool:
    """Whether wagtail-localize finds something to translate in a block of this kind."""
    if hasattr(block, "get_translatable_segments"):
        return not isinstance(block, SameInEveryLanguage)
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        return any(has_texts(child) for child in block.child_blocks.values())
    if isinstance(block, blocks.ListBlock):
        return has_texts(block.child_block)
    if isinstance(block, blocks.URLBlock | blocks.EmailBlock):
        return False
    return isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock)


def _value(source: Any, target: Any, path: str, overrides: Overrides) -> Any:
    """wagtail-localize asks translators nothing where the source is empty, so there nothing is overridden."""
    overridden = source not in ("", None) and path in overrides and overrides[path] == target
    return target if overridden else source


def _rows(relation: models.ManyToOneRel, source: list[Content], target: Content) -> list[Content]:
    """The source's rows as new rows of the translation; its own where they say the same."""
    own: list[Content] = target.get(relation.name) or []
    identity = {"pk", relation.related_model._meta.pk.name, relation.field.name, "sort_order"}

    def said(rows: list[Content]) -> list[Content]:
        ordered = sorted(rows, key=lambda row: row.get("sort_order") or 0)
        return [{name: value for name, value in row.items() if name not in identity} for row in ordered]

    if said(source) == said(own):
        return own
    return [{**row, "pk": None, relation.field.name: target["pk"]} for row in source]


def _block(block: blocks.Block, source: Raw, target: Raw, path: str, overrides: Overrides) -> Raw:
    if hasattr(block, "get_translatable_segments"):
        return target if has_texts(block) else source
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return _items(block, source, target, path, overrides)
    if isinstance(block, blocks.BaseStructBlock):
        return _struct(block, source, target, path, overrides)
    return target if has_texts(block) else _value(source, target, path, overrides)


def _struct(block: blocks.BaseStructBlock, source: Raw, target: Raw, path: str, overrides: Overrides) -> Raw:
    if not isinstance(source, dict) or not isinstance(target, dict):
        return target if has_texts(block) else source
    return {
        **target,
        **{
            name: _block(child, source[name], target.get(name), f"{path}.{name}", overrides)
            for name, child in block.child_blocks.items()
            if name in source and (name in target or not has_texts(child))
        },
    }


def _items(block: blocks.Block, source: Raw, target: Raw, path: str, overrides: Overrides) -> Raw:
    """The items of a stream or list: the translation's where they hold texts, otherwise the source's."""
    waits = has_texts(block)
    leading, following = (target or [], source or []) if waits else (source or [], target or [])
    counterparts = {_identity(item): item for item in following if _identity(item)}
    result = []
    for item in leading:
        counterpart = counterparts.get(_identity(item))
        child = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks.get(item["type"])
        if counterpart is None or child is None:
            result.append(item)
            continue
        ours, theirs = (item, counterpart) if waits else (counterpart, item)
        value = _block(child, theirs["value"], ours["value"], f"{path}.{item['id']}", overrides)
        result.append({**item, "value": value})
    return result


def _identity(item: Raw) -> tuple[str, str] | None:
    """What a block is known by in every language. Items of lists had no ids once, and some have none yet."""
    return (item["type"], item["id"]) if isinstance(item, dict) and item.get("id") and "type" in item else None
