"""The only home of a form in which everything is wrong: every field, row and block, as they are found in the form."""

import json
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.blocks.base import BlockField
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.test.utils.form_data import rich_text

from cms.blocks import CodeBlock, LanguageTagBlock
from cms.partial_date import PartialDateBlock, PartialDateField

Posted = dict[str, str]
RIGHT = object()  # nothing that a person can type there is wrong

EMAIL, URL, NUMBER, DATE, CODE = "nobody at all", "not an address", "sixty 60° N", "soon enough", "Not a code!"
UNUSABLE_SLUG = "not/a slug?"


def wrong_field(name: str, field: forms.Field, column: Any) -> Any:
    """Something wrong that a person might type into a field of a form."""
    longest = getattr(field, "max_length", None)
    kinds = (
        (name == "title", RIGHT),  # a page needs one, even a draft
        (name == "slug", UNUSABLE_SLUG),
        (isinstance(field.widget, forms.Select) or isinstance(field, forms.ModelChoiceField), None),
        (isinstance(field, forms.EmailField), EMAIL),
        (isinstance(field, forms.URLField), URL),
        (isinstance(field, forms.IntegerField), NUMBER),
        (isinstance(field, forms.SlugField), CODE),
        (isinstance(field, forms.DateField | forms.DateTimeField), DATE),
        (isinstance(column, PartialDateField), "the spring of 2025"),
        (isinstance(field, forms.BooleanField), RIGHT),
        (longest is not None, "long " * ((longest or 0) // 4)),
    )
    wrong = next((text for is_kind, text in kinds if is_kind), None)
    return wrong or ("" if field.required else RIGHT)


def wrong_block(block: blocks.Block) -> Any:
    """Something wrong that a person might leave in a block."""
    makers = (
        (LanguageTagBlock, lambda _: "a language"),
        (CodeBlock, lambda _: CODE),
        (PartialDateBlock, lambda _: "2025-13"),
        (blocks.URLBlock, lambda _: URL),
        (blocks.DecimalBlock, lambda _: NUMBER),
        (blocks.StreamBlock, wrong_stream),
        (blocks.ListBlock, lambda block: [wrong_block(block.child_block)] * (min(block.meta.max_num or 1, 2) + 1)),
        (
            blocks.StructBlock,
            lambda block: {name: wrong_block(child) for name, child in block.child_blocks.items()},
        ),
        (TableBlock, lambda _: {"data": [["A cell"]], "table_header_choice": "", "table_caption": ""}),
        (blocks.CharBlock, lambda block: "long " * ((block.field.max_length or 0) // 4)),
    )
    wrong = next((make(block) for kind, make in makers if isinstance(block, kind)), None)
    return wrong or (None if isinstance(block, blocks.FieldBlock) and block.required else RIGHT)


def wrong_stream(block: blocks.StreamBlock) -> list[tuple[str, Any]]:
    """One block of each kind, or more than there may be."""
    every = [(name, wrong_block(child)) for name, child in block.child_blocks.items()]
    return every * ((block.meta.max_num or 0) + 1) if len(every) == 1 else every


def posted(block: blocks.Block, value: Any, prefix: str) -> Posted:
    """A block as a browser posts it."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        result = {f"{prefix}-count": str(len(value))}
        for index, item in enumerate(value):
            place = f"{prefix}-{index}"
            name, child = item if isinstance(block, blocks.StreamBlock) else ("item", item)
            child_block = block.child_blocks[name] if isinstance(block, blocks.StreamBlock) else block.child_block
            result |= {f"{place}-deleted": "", f"{place}-order": str(index), f"{place}-type": name, f"{place}-id": ""}
            result |= posted(child_block, child, f"{place}-value")
        return result
    if isinstance(block, blocks.StructBlock):
        return {
            name: text
            for child, child_block in block.child_blocks.items()
            for name, text in posted(child_block, value[child], f"{prefix}-{child}").items()
        }
    if isinstance(block, blocks.RichTextBlock):
        return {prefix: "null"}  # as the editor says "empty"
    if isinstance(block, TableBlock):
        return {prefix: json.dumps(value)}
    return {} if isinstance(block, blocks.BooleanBlock) else {prefix: "" if value in (RIGHT, None) else value}


def wrong_places(block: blocks.Block, value: Any, place: str) -> Iterator[str]:
    """Where each of the wrong values is."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        for index, item in enumerate(value):
            name, child = item if isinstance(block, blocks.StreamBlock) else ("item", item)
            child_block = block.child_blocks[name] if isinstance(block, blocks.StreamBlock) else block.child_block
            yield from wrong_places(child_block, child, f"{place}[{index}]")
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from wrong_places(child_block, value[name], f"{place}.{name}")
    elif value is not RIGHT:
        yield place


def places_of(error: ValidationError, place: str) -> Iterator[str]:
    """Where in a block each message of an error stands."""
    inner = getattr(error, "block_errors", None)
    if not inner:
        yield place
        return
    for key, child in inner.items() if isinstance(inner, dict) else enumerate(inner):
        if child is not None:
            yield from places_of(child, f"{place}[{key}]" if isinstance(key, int) else f"{place}.{key}")


class WrongForm:
    """The form of a model with everything wrong in it: what is posted, what was typed and where messages must stand."""

    def __init__(self, form_class: type[Any], **right: str) -> None:
        self.posted: Posted = {}
        self.places: set[str] = set()
        self._fill(form_class, "", right)
        for name, formset in form_class.formsets.items():
            self._fill_rows(name, formset)

    @property
    def typed(self) -> set[str]:
        """The texts that a person would miss."""
        texts = {text for text in self.posted.values() if len(text) > 6}
        return {text for text in texts if not text.startswith("{")}

    def _fill(self, form_class: type[Any], prefix: str, right: Posted) -> None:
        columns = {column.name: column for column in form_class._meta.model._meta.fields}
        for name, field in form_class.base_fields.items():
            key = f"{prefix}{name}"
            if name in right:
                self.posted[key] = right[name]
            elif isinstance(field, BlockField):
                value = wrong_block(field.block)
                self.posted |= posted(field.block, value, key)
                self.places |= set(wrong_places(field.block, value, key))
            elif isinstance(field.widget, DraftailRichTextArea):
                self.posted[key] = rich_text("")
            elif (text := wrong_field(name, field, columns.get(name))) is not RIGHT:
                self.posted[key] = text
                self.places.add(key)
            elif not isinstance(field, forms.BooleanField):
                self.posted[key] = str(field.initial or "")

    def _fill_rows(self, name: str, formset: Any) -> None:
        """Two rows, or one more than there may be."""
        number = formset.max_num + 1 if formset.validate_max else 2
        self.posted |= {f"{name}-TOTAL_FORMS": str(number), f"{name}-INITIAL_FORMS": "0"}
        if name == "comments":
            self.posted[f"{name}-TOTAL_FORMS"] = "0"
            return
        for index in range(number):
            self._fill(formset.form, f"{name}-{index}-", {})
            self.posted |= {f"{name}-{index}-id": "", f"{name}-{index}-ORDER": str(index), f"{name}-{index}-DELETE": ""}
        if formset.validate_max:
            self.places.add(name)


def messages(form: Any) -> set[str]:
    """Where in a form each message stands, the rows and blocks included."""
    found = set()
    for name, errors in form.errors.as_data().items():
        for error in errors:
            found |= set(places_of(error, f"{form.prefix}-{name}" if form.prefix else name))
    for name, formset in getattr(form, "formsets", {}).items():
        found |= {name} if formset.non_form_errors() else set()
        for row in formset.forms:
            found |= messages(row)
    return found
