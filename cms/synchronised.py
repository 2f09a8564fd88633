"""The only home of what makes a block's value the same in every language, whatever its kind."""

from typing import TypeVar

Value = TypeVar("Value")


class SameInEveryLanguage:
    """Mixed into a block class: translators never see its value, and the source's value is used in every translation.

    wagtail-localize asks a block for these two methods before it looks at the block's kind.
    """

    def get_translatable_segments(self, value: object) -> list[object]:
        return []

    def restore_translated_segments(self, value: Value, segments: list[object]) -> Value:
        return value
