"""The only home of dates known to the year, month or day, written as ISO 8601 does: 2024, 2024-05, 2024-05-17."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.synchronised import SameInEveryLanguage

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
HELP_TEXT = _("A year, a month or a day: 2024, 2024-05 or 2024-05-17.")


def validate_partial_date(value: str) -> None:
    """Raise ValidationError unless `value` is a year, a month or a day that exists."""
    if not is_partial_date(value):
        raise ValidationError(
            _("“%(value)s” is not a date. Write a year, a month or a day: 2024, 2024-05 or 2024-05-17."),
            params={"value": value},
        )


def is_partial_date(value: str) -> bool:
    match = PATTERN.fullmatch(value)
    try:
        return match is not None and bool(date(*(int(part or 1) for part in match.groups())))
    except ValueError:
        return False


def is_before(left: str, right: str) -> bool:
    """Whether `left` surely ends before `right` begins. 2024 and 2024-05 overlap: neither is before the other."""
    shorter = min(len(left), len(right))
    return left[:shorter] < right[:shorter]


class PartialDateField(models.CharField):
    """Stored as its ISO text, "" when it is not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", HELP_TEXT)
        super().__init__(*args, **kwargs)
        # What is too long is no date either, and that message says what to write.
        self.validators[:] = [validate_partial_date]

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"max_length": None, "validators": [validate_partial_date], **kwargs})


class PartialDateBlock(SameInEveryLanguage, blocks.CharBlock):
    """A partial date inside a block; the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HELP_TEXT)
        super().__init__(validators=[validate_partial_date], **kwargs)
