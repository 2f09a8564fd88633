"""The only home of a short text that one row holds in every language: names of municipalities, alternative texts."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext

Texts = dict[str, str]


def languages() -> list[tuple[str, str]]:
    """The content languages as (code, English name), in the order of the settings."""
    return cast(list[tuple[str, str]], list(settings.WAGTAIL_CONTENT_LANGUAGES))


class PerLanguageWidget(forms.MultiWidget):
    """One input a language, each with the language's name before it."""

    template_name = "media/per_language_widget.html"

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({code: forms.TextInput(attrs={"lang": code}) for code, _ in languages()}, attrs)

    def decompress(self, value: Texts | None) -> list[str]:
        return [(value or {}).get(code, "") for code, _ in languages()]

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for subwidget, (_, label) in zip(context["widget"]["subwidgets"], languages(), strict=True):
            subwidget["label"] = capfirst(gettext(label))
        return context


class PerLanguageFormField(forms.MultiValueField):
    widget = PerLanguageWidget

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        kwargs = {name: kwargs[name] for name in ("label", "help_text", "initial") if name in kwargs}
        fields = [forms.CharField(required=False, max_length=255) for _ in languages()]
        super().__init__(fields=fields, required=required, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> Texts:
        return {code: text for (code, _), text in zip(languages(), data_list, strict=False) if text}


class PerLanguageField(models.JSONField):
    """Texts by language code, e.g. {"fi": "Espoo", "sv": "Esbo"}; a language without a text is absent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return PerLanguageFormField(
            label=capfirst(self.verbose_name), help_text=self.help_text, required=not self.blank, initial=dict
        )
