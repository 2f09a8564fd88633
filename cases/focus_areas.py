"""The only home of how an editor chooses a focus area: from those of the priorities that are published."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings

from cms.publishing.models import PublishedPage

Choice = tuple[str, str] | tuple[str, list[tuple[str, str]]]


def focus_area_choices() -> Iterator[Choice]:
    """The focus areas in the original language, grouped by priority."""
    yield ("", "---------")
    priorities = PublishedPage.objects.filter(type="home.prioritypage", locale=settings.LANGUAGE_CODE)
    for priority in priorities.order_by("tree_path"):
        areas = [block["value"] for block in priority.document["focus_areas"]]
        if areas:
            yield (priority.title, [(area["code"], area["name"]) for area in areas])


class FocusAreaSelect(forms.Select):
    """A select that keeps a value whose focus area is not published any more, so that saving a case never loses it."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__(attrs, choices=focus_area_choices)

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        known = {code for _, group in self.choices if isinstance(group, list) for code, _ in group}
        missing = [(code, code) for code in value if code and code not in known]
        self.choices = [*self.choices, *missing]
        return super().optgroups(name, value, attrs)
