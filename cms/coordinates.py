"""The only home of a place's latitude and longitude, in degrees, however people write them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

SPELLINGS = str.maketrans({",": ".", "−": "-", "°": " "})


class DegreesFormField(forms.FloatField):
    """Takes a decimal comma as well as a point, whatever the language of the admin or the browser."""

    default_error_messages = {"invalid": _("Write the degrees as a number: 60.17 or 60,17.")}  # noqa: RUF012 Django's way

    def to_python(self, value: Any) -> float | None:
        text = str(value).translate(SPELLINGS).strip() if isinstance(value, str) else value
        try:
            return super().to_python(text)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DegreesField(models.FloatField):
    """Null in a draft that does not know it yet."""

    def __init__(self, *args: Any, most: int = 180, **kwargs: Any) -> None:
        self.most = most
        kwargs = {"null": True, **kwargs, "validators": [MinValueValidator(-most), MaxValueValidator(most)]}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["validators"]
        return name, path, args, {**kwargs, "most": self.most}

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": DegreesFormField, **kwargs})
