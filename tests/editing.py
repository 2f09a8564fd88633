"""The only home of what an editor's form sends: a page type's every field, empty unless a test fills it in."""

from typing import Any

from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.blocks.base import BlockField
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

Form = dict[str, str]


def form_of(model: type[Page], **filled: Any) -> Form:
    """The form of a page type as a browser posts it."""
    form_class = model.get_edit_handler().get_form_class()
    data: dict[str, Any] = {}
    for name, field in form_class.base_fields.items():
        if isinstance(field, BlockField):
            data[name] = streamfield([])
        elif isinstance(field.widget, DraftailRichTextArea):
            data[name] = rich_text("")
        else:
            data[name] = field.initial or ""
    data |= {name: inline_formset([]) for name in form_class.formsets}
    return nested_form_data(data | filled)
