"""The only home of which texts of a page can be read on it: what it is found by, and what an excerpt may show.

A block is read when it holds a text: a line, a paragraph, rich text, a table. A choice, a chosen page, an address, a
date or a number is not, whoever adds one, nor what is said in place of a picture (`image_places`). A StructBlock names
its further texts that are no part of the page in `unread`: a code, a language tag. `on_one_line` says that its texts
are read as one.

What a page only mentions is not here: people, places and partners are found by their names where those are kept, and
other pages, files and pictures are not this page's text.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField

from cms.publishing.rich_text import parse, plain_text


def page_texts(page: models.Model, fields: tuple[str, ...]) -> list[str]:
    """The lines of the page's StreamFields and rich texts, and of the other `fields`, in the order of the model."""
    texts = (text for field in page._meta.concrete_fields for text in _field_texts(field, page, fields))
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _field_texts(field: "models.Field[Any, Any]", page: models.Model, fields: tuple[str, ...]) -> Iterator[str]:
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        yield from block_texts(field.stream_block, value)
    elif isinstance(field, RichTextField):
        yield plain_text(parse(value or ""))
    elif field.name in fields:
        yield value


def block_texts(block: blocks.Block, value: Any) -> Iterator[str]:
    """The texts of a block's value, in the order of reading."""
    if not value:
        return
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from block_texts(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from block_texts(block.child_block, item)
    elif isinstance(block, blocks.StructBlock):
        yield from _struct_texts(block, value)
    elif isinstance(block, blocks.RichTextBlock):
        yield plain_text(parse(value.source))
    elif isinstance(block, TableBlock):
        yield value.get("table_caption") or ""
        yield from (str(cell) for row in value.get("data") or [] for cell in row if cell)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield value


def _struct_texts(block: blocks.StructBlock, value: Any) -> Iterator[str]:
    unread = {*getattr(block, "unread", ()), *(place.text for place in getattr(block, "image_places", ()))}
    read = [(child, value.get(name)) for name, child in block.child_blocks.items() if name not in unread]
    texts = (text for child, child_value in read for text in block_texts(child, child_value))
    return iter([" ".join(texts)]) if getattr(block, "on_one_line", False) else texts
