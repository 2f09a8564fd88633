"""The only home of which kinds of model field are the same in every language, whatever wagtail-localize makes of them.

The counterpart for blocks is `cms.synchronised`. wagtail-localize takes every field that is stored as text for a text.
"""

from typing import Any

from wagtail.models import get_translatable_models
from wagtail_localize.fields import SynchronizedField

from cms.partial_date import PartialDateField

SAME_IN_EVERY_LANGUAGE = (PartialDateField,)


def keep_the_same_in_every_language() -> None:
    """Declare fields of these kinds synchronised on every translatable model, so that no page type can forget it."""
    for model in get_translatable_models(include_subclasses=True):
        declared: list[Any] = getattr(model, "override_translatable_fields", [])
        names = {override.field_name for override in declared}
        model.override_translatable_fields = [
            *declared,
            *(
                SynchronizedField(field.name, overridable=False)
                for field in model._meta.concrete_fields
                if isinstance(field, SAME_IN_EVERY_LANGUAGE) and field.name not in names
            ),
        ]
