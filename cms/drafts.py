"""The only home of what a draft may hold: whatever was typed. What is wrong is refused when it is published.

A draft, and above all an autosave that nobody pressed a button for, takes every value as it was typed. What a column
cannot hold (letters in a number, a slug that another page has) is kept in `as_typed`, and the form shows it again with
what is wrong about it. Refused at once are only characters that PostgreSQL cannot store, a page without a title, and
menus and site texts of no site, or of one that has them already.

Publishing, scheduling and submitting to moderation check the whole form. Who publishes without one (many pages at once,
or from the list of what awaits moderation) meets the same rules in `refuse_unfinished`.
"""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import InlinePanel as WagtailInlinePanel
from wagtail.admin.panels import get_form_for_model
from wagtail.blocks.base import BlockField
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME

from cms.alternative_texts import in_language_of, undescribed

UNSTORABLE = _("There are characters here that cannot be stored. Paste the text again without formatting.")
OF_THIS_CENTURY = _("Write a day of this century: 2030-05-17 10:00.")
# A moment of the year 1, or 9999, is before or after all time in another time zone.
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
# A page's row has one that is right, whatever its draft says: two pages cannot be at one address.
ALWAYS_RIGHT = ("slug",)


class UnfinishedError(ValidationError):
    """What was to be published has wrong or missing values."""

    def __init__(self, instance: Any, places: list[str]) -> None:
        message = _(
            "“%(title)s” is not ready, so nothing was published. Press “Publish” in its form, which says what is wrong:"
            " %(places)s."
        )
        super().__init__(message, params={"title": str(instance), "places": ", ".join(places)})
        self.instance = instance


class AsTypedField(models.JSONField):
    """What was typed into the form of a draft and no column can hold, by field; it is not part of the document."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": dict, "blank": True, "editable": False, **kwargs})


class DraftForm(WagtailAdminModelForm):
    """A form whose draft keeps everything that was typed: of a snippet, or of a row below a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            let_anything_be_typed(field)
            if isinstance(field, forms.DateTimeField):
                field.validators.append(MinValueValidator(EARLIEST, OF_THIS_CENTURY))
                field.validators.append(MaxValueValidator(LATEST, OF_THIS_CENTURY))
        self.initial |= getattr(self.instance, "as_typed", {})

    def defer_required_fields(self) -> None:
        super().defer_required_fields()
        for field in self.fields.values():
            if isinstance(field, BlockField):
                # Requests share blocks: one that is deferred here would be so in a publication at the same moment.
                field.is_deferred_validation = False
        for formset in self.formsets.values():
            formset.validate_max = False

    def restore_required_fields(self) -> None:
        super().restore_required_fields()
        for formset in self.formsets.values():
            formset.__dict__.pop("validate_max", None)

    def full_clean(self) -> None:
        with in_language_of(self.instance):
            super().full_clean()
        if not self.is_bound:
            self._say_again_what_is_wrong()
            return
        for name, value in list(self.cleaned_data.items()):
            if not is_storable(value):
                self.add_error(name, UNSTORABLE)
        as_typed = self._take_as_typed() if self.is_deferred_validation else {}
        if hasattr(self.instance, "as_typed"):
            self.instance.as_typed = as_typed

    def _post_clean(self) -> None:
        super()._post_clean()
        for name, message in undescribed(self.instance).items():
            if name in self.fields:
                self.add_error(name, message)

    def _say_again_what_is_wrong(self) -> None:
        """A form that opens with what no column could hold has its messages at once."""
        self.cleaned_data = {}
        for name, typed in getattr(self.instance, "as_typed", {}).items():
            if name in self.fields:
                try:
                    self.cleaned_data[name] = self.fields[name].clean(typed)
                except ValidationError as error:
                    self.add_error(name, error)
        if self.cleaned_data:
            self._clean_form()

    def _take_as_typed(self) -> dict[str, Any]:
        """Forgive every error with which the draft can be stored, and return what no column can hold."""
        as_typed: dict[str, Any] = {}
        for name in [name for name in self.errors if name in self.fields]:
            field, typed, column = self.fields[name], self[name].data, self._column(name)
            if column is None or not is_storable(typed) or belongs(column):
                continue
            before = getattr(self.instance, name)
            try:
                value = held(column, field, typed)
            except ValidationError:
                value = None if column.null else before
                if is_by_hand(field):
                    if not hasattr(self.instance, "as_typed") or (is_required(column) and not before):
                        continue
                    as_typed[name] = typed
            setattr(self.instance, name, value)
            self.cleaned_data[name] = value
            del self.errors[name]
        for name in self.fields:
            if (column := self._column(name)) is not None and is_left_out(column, self.instance):
                setattr(self.instance, name, column.get_default())
        return as_typed

    def _column(self, name: str) -> Any:
        return next((column for column in self.instance._meta.concrete_fields if column.name == name), None)


class DraftPageForm(DraftForm, WagtailAdminPageForm):
    """A form of a page whose draft keeps everything that was typed."""


class InlinePanel(WagtailInlinePanel):
    """Rows below a page whose drafts keep everything that was typed."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        model = self.db_field.related_model
        form = get_form_for_model(model, form_class=DraftForm, defer_required_on_fields=deferred)
        options["formsets"][self.relation_name]["form"] = form
        return options


def let_anything_be_typed(field: forms.Field) -> None:
    """Browsers drop what does not fit into an input, without a word: the end of a long text, letters in a number."""
    if isinstance(field.widget, forms.NumberInput):
        keyboard = "numeric" if isinstance(field, forms.IntegerField) else "decimal"
        field.widget = forms.TextInput({**field.widget.attrs, "inputmode": keyboard})
    for limit in ("maxlength", "minlength", "min", "max", "step"):
        field.widget.attrs.pop(limit, None)


def held(column: Any, field: forms.Field, typed: Any) -> Any:
    """What a column stores of what was typed. Raise ValidationError where it can hold no such thing."""
    if isinstance(column, StreamField):
        return typed
    if column.name in ALWAYS_RIGHT or column.choices or column.is_relation:
        raise ValidationError(str(typed))
    is_text = isinstance(column, models.CharField | models.TextField)
    if is_text and is_required(column) and not typed.strip():
        raise ValidationError(str(typed))
    value = typed if is_text else field.to_python(typed)
    if not fits(column, value):
        raise ValidationError(str(typed))
    return value


def fits(column: Any, value: Any) -> bool:
    if isinstance(column, models.CharField):
        return len(value) <= column.max_length
    if isinstance(value, int):
        least, most = connection.ops.integer_field_range(column.get_internal_type())
        return least <= value <= most
    if isinstance(value, datetime):
        return EARLIEST <= value <= LATEST
    return not isinstance(value, float) or math.isfinite(value)


def is_by_hand(field: forms.Field) -> bool:
    """Whether people type into a field, rather than choose."""
    return not isinstance(field, forms.ChoiceField) and not isinstance(field.widget, forms.Select)


def is_left_out(column: Any, instance: Any) -> bool:
    """Whether one of several must be chosen, and none is."""
    return bool(column.choices) and not column.blank and not getattr(instance, column.name)


def belongs(column: Any) -> bool:
    """Whether it says what the row is part of, without which there is none."""
    return bool(column.is_relation) and not column.null


def is_required(column: Any) -> bool:
    """Whether even a draft must have it."""
    return getattr(column, "required_on_save", False)


def is_storable(value: Any) -> bool:
    """Whether PostgreSQL can store all texts in a value: none has a NUL or half a character."""
    return all("\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text) for text in texts(value))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, StreamValue):
        yield from texts(value.get_prep_value())
    elif isinstance(value, dict):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def refuse_unfinished(instance: Any) -> None:
    """Raise UnfinishedError where a page or snippet, as it was last saved, has what its form would refuse."""
    places = [str(capfirst(place)) for place in dict.fromkeys(_unfinished(instance))]
    if places:
        raise UnfinishedError(instance, places)


def _unfinished(instance: Any) -> Iterator[str | Promise]:
    """The names of the fields with wrong or missing values."""
    meta = instance._meta
    wrong = {**getattr(instance, "as_typed", {}), **undescribed(instance), **_errors(instance), **_over(instance)}
    yield from (meta.get_field(name).verbose_name for name in wrong if name in {field.name for field in meta.fields})
    for field in meta.fields:
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(field.value_from_object(instance))
            except ValidationError:
                yield field.verbose_name
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME:
            for row in getattr(instance, name).all():
                yield from _unfinished_row(row, relation.field.name)


def _over(instance: Any) -> dict[str, datetime]:
    """The time of expiry, where nobody would see what is published."""
    begins, ends = instance.go_live_at, instance.expire_at
    return {"expire_at": ends} if ends is not None and ends <= max(timezone.now(), begins or ends) else {}


def _unfinished_row(row: Any, parent: str) -> Iterator[str | Promise]:
    # A revision's references are there: what is gone was left out when it was read.
    chosen = [
        field.name for field in row._meta.fields if field.many_to_one and field.value_from_object(row) is not None
    ]
    for name in {**getattr(row, "as_typed", {}), **_errors(row, exclude=[parent, *chosen])}:
        yield row._meta.get_field(name).verbose_name


def _errors(instance: Any, exclude: list[str] | None = None) -> dict[str, Any]:
    try:
        instance.full_clean(exclude=exclude)
    except ValidationError as error:
        return error.error_dict
    return {}
