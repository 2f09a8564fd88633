"""The only home of what a document holds and is found by, kind by kind, as it was when FORMAT was last raised.

A stored document has what its kind had when it was made. So what a kind gets later is missing until all are made again.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.publishing.documents import FORMAT, make_document
from cms.publishing.snippets import snippet_models

RECORD = Path(__file__).with_name("shapes.json")
WRITE = '.venv/bin/python manage.py shell -c "from tests.publishing.shapes import write; write()"'

Shapes = dict[str, list[str]]


def shapes() -> Shapes:
    """The names in documents, in their rows and facets, and in their blocks, by what has them."""
    kinds = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
    return {kind: sorted(names) for model in [*kinds, *snippet_models()] for kind, names in _shapes(model) if names}


def _shapes(model: type[models.Model]) -> Iterator[tuple[str, Any]]:
    document = make_document(model, {}).document
    yield model._meta.label, document
    if issubclass(model, Page):
        yield f"{model._meta.label}.facets", model.facets(document)
    for relation in get_all_child_relations(model):
        if relation.get_accessor_name() in document:
            rows = make_document(relation.related_model, {}).document
            yield relation.related_model._meta.label, rows.keys() - {relation.field.name, "sort_order"}
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from _shapes_of_blocks(field.stream_block)


def _shapes_of_blocks(block: blocks.Block) -> Iterator[tuple[str, Any]]:
    inner = {"": block.child_block} if isinstance(block, blocks.ListBlock) else getattr(block, "child_blocks", {})
    if isinstance(block, blocks.StructBlock):
        yield type(block).__name__, inner
    for child in inner.values():
        yield from _shapes_of_blocks(child)


def later(recorded: Shapes) -> Shapes:
    """What kinds have that were there before, and had not then."""
    now = shapes()
    added = {kind: sorted({*now.get(kind, ())} - {*names}) for kind, names in recorded.items()}
    return {kind: names for kind, names in added.items() if names}


def write() -> None:
    RECORD.write_text(json.dumps({"format": FORMAT, "shapes": shapes()}, indent=1) + "\n")
