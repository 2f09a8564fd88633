"""The only home of a column that holds the words of other columns, for search: always those of the row it is in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import models

from cms.publishing.words import words

if TYPE_CHECKING:
    TextField = models.TextField[str, str]
else:
    TextField = models.TextField


class WordsField(TextField):
    """The words of the texts in the fields `of`, a line for each text, written whenever the row is saved."""

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{**kwargs, "editable": False, "default": ""})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001  # Django's
        value = words_of(getattr(model_instance, name) for name in self.of)
        setattr(model_instance, self.attname, value)
        return value


def words_of(values: Iterable[Any]) -> str:
    """The words of the texts in some values, a line for each text."""
    texts = (text for value in values for text in _texts(value))
    return "\n".join(dict.fromkeys(" ".join(words(text)) for text in texts))


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
