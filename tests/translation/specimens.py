"""The only home of specimens: pages and snippets with every field and block filled, or every optional one empty.

They are made from the models themselves, so a field or block that is added later is in them.
"""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site
from wagtail_localize.fields import get_translatable_fields

from cases.models import Goal, Municipality
from cms.blocks import TableBlock
from cms.partial_date import PartialDateBlock, PartialDateField
from home.models import HomePage
from tests import factories

PAGE_TYPES = {factory._meta.model: factory for factory in factories.TreeFactory.__subclasses__()}
FACTORIES: dict[type[models.Model], Callable[[], models.Model]] = {
    **{model: lambda factory=factory: factories.publish(factory()) for model, factory in PAGE_TYPES.items()},
    **{factory._meta.model: factory for factory in factories.SnippetFactory.__subclasses__()},
    factories.Image: factories.ImageFactory,
    factories.Document: factories.DocumentFactory,
    Page: lambda: factories.publish(factories.ContentPageFactory()),
    Goal: Goal.objects.first,
    Municipality: Municipality.objects.first,
    Site: Site.objects.get,
}
RICH_TEXT = (
    '<p data-block-key="a">A <b>bold</b> and <i>italic</i> text with <a linktype="page" id="{page}">a page</a> and '
    '<a href="https://example.org/">a site</a>.</p><ul><li data-block-key="b">One</li><li data-block-key="c">Two</li>'
    "</ul>"
)


class Specimen:
    """Fills one instance. The texts are all different, so that none can be taken for another."""

    def __init__(self) -> None:
        self.made: dict[type[models.Model], models.Model] = {}
        self.number = 0

    def related(self, model: type[models.Model]) -> Any:
        if model not in self.made:
            self.made[model] = FACTORIES[model]()
        return self.made[model].pk

    def text(self, name: str, max_length: int | None = None) -> str:
        self.number += 1
        return f"{name} {self.number}".replace("_", " ")[-(max_length or 500) :]

    def rich_text(self, name: str) -> str:
        return RICH_TEXT.format(page=self.related(Page)) + f"<p>{self.text(name)}</p>"

    def table(self) -> dict[str, Any]:
        return {
            "data": [[self.text("cell"), self.text("cell")], [self.text("cell"), self.text("cell")]],
            "table_caption": self.text("caption"),
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "cell": [],
            "mergeCells": [],
        }

    def fill(self, instance: models.Model, *, streams: bool, others: bool) -> None:
        for translatable in get_translatable_fields(type(instance)):
            field = translatable.get_field(type(instance))
            if isinstance(field, StreamField):
                if streams:
                    setattr(instance, field.name, self.stream(field.stream_block, optional=others))
            elif isinstance(field, models.ManyToOneRel):
                if others and isinstance(field.remote_field, ParentalKey):
                    setattr(instance, field.name, [self.row(field)])
            elif others and field.name not in ("title", "slug"):
                setattr(instance, field.attname, self.value(field))

    def row(self, relation: models.ManyToOneRel) -> models.Model:
        bookkeeping = ("id", "sort_order", relation.field.name)
        fields = [field for field in relation.related_model._meta.concrete_fields if field.name not in bookkeeping]
        return relation.related_model(**{field.attname: self.value(field) for field in fields})

    def value(self, field: models.Field) -> Any:
        """A value for a field of a model, by the first kind that it is of."""
        if field.choices or (field.has_default() and not isinstance(field, models.BooleanField)):
            return field.get_default()
        least = [validator.limit_value for validator in field.validators if isinstance(validator, MinValueValidator)]
        kinds: list[tuple[type[models.Field], Callable[[], Any]]] = [
            (models.ForeignKey, lambda: self.related(field.related_model)),
            (RichTextField, lambda: self.rich_text(field.name)),
            (PartialDateField, lambda: "2024-05"),
            (models.EmailField, lambda: "someone@example.org"),
            (models.URLField, lambda: "https://example.org/"),
            (models.SlugField, lambda: f"{field.name}-1"),
            (models.CharField, lambda: self.text(field.name, field.max_length)),
            (models.TextField, lambda: self.text(field.name, field.max_length)),
            (models.BooleanField, lambda: True),
            (models.DateField, lambda: date(2024, 5, 17)),
            (models.FloatField, lambda: 24.5),
            (models.IntegerField, lambda: max(least)),
        ]
        return next(make() for kind, make in kinds if isinstance(field, kind))

    def stream(self, block: blocks.StreamBlock, *, optional: bool) -> list[dict[str, Any]]:
        return [
            {"type": name, "id": str(uuid.uuid4()), "value": self.raw(child, optional=optional)}
            for name, child in block.child_blocks.items()
        ]

    def raw(self, block: blocks.Block, *, optional: bool) -> Any:
        """The stored JSON of a block with everything in it; without `optional`, null where editors may leave it out."""
        if isinstance(block, blocks.StructBlock):
            return {name: self.raw(child, optional=optional) for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            values = [self.raw(block.child_block, optional=optional) for _ in range(2)]
            return [{"type": "item", "id": str(uuid.uuid4()), "value": value} for value in values]
        return self.leaf(block) if optional or block.required else None

    def leaf(self, block: blocks.Block) -> Any:
        """A value for a block without children, by the first kind that it is of."""
        kinds: list[tuple[type[blocks.Block], Callable[[], Any]]] = [
            (blocks.ChooserBlock, lambda: self.related(block.model_class)),
            (blocks.RichTextBlock, lambda: self.rich_text(block.name)),
            (blocks.URLBlock, lambda: f"https://example.org/{self.text('page').replace(' ', '-')}"),
            (blocks.BooleanBlock, lambda: True),
            (blocks.ChoiceBlock, lambda: next(value for value, _ in block.field.choices if value)),
            (blocks.DecimalBlock, lambda: "1500.50"),
            (PartialDateBlock, lambda: "2024-05"),
            (TableBlock, self.table),
            (blocks.CharBlock, lambda: self.text(block.name)),
            (blocks.TextBlock, lambda: self.text(block.name)),
        ]
        return next(make() for kind, make in kinds if isinstance(block, kind))


def new(model: type[Page]) -> Page:
    """A page of this type; the home page is the site's, as no other can be seen."""
    return factories.home_page() if model is HomePage else PAGE_TYPES[model]()


def bare(model: type[Page]) -> Page:
    """A published page with what every page must have, and nothing else."""
    return factories.publish(new(model))


def with_empty_blocks(model: type[Page]) -> Page:
    """A published page with every block, of which only what editors must fill in is there."""
    return published(new(model), streams=True, others=False)


def filled(model: type[Page]) -> Page:
    """A published page with every field and block filled."""
    return published(new(model), streams=True, others=True)


def published(page: Page, *, streams: bool, others: bool) -> Page:
    Specimen().fill(page, streams=streams, others=others)
    page.refresh_from_db(fields=["numchild"])  # pages that it refers to may have been made below it
    return factories.publish(page)
