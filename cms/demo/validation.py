"""The only home of how a mistake that Wagtail finds is said with the file and the key."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField

from cms.demo.content import ContentError, Entry


@contextmanager
def named(entry: Entry, language: str) -> Iterator[None]:
    """Turn a ValidationError into one that names the entry's file."""
    try:
        yield
    except ValidationError as error:
        messages = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        key, first = next(iter(messages.items()))
        raise _mistake(entry, key, language, " ".join(first)) from error


def clean_streams(entry: Entry, instance: Any, language: str) -> None:
    """Check the blocks of a page or snippet, which Wagtail does in forms alone."""
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(instance, field.name))
            except ValidationError as error:
                place, message = next(_flat(error, field.name))
                raise _mistake(entry, place, language, message) from error


def _flat(error: ValidationError, place: str) -> Iterator[tuple[str, str]]:
    """The messages below an error of blocks, each with its place."""
    inner = getattr(error, "block_errors", None)
    if inner:
        for key, child in inner.items() if isinstance(inner, dict) else enumerate(inner):
            if child is not None:
                yield from _flat(child, f"{place}[{key}]" if isinstance(key, int) else f"{place}.{key}")
    else:
        yield place, " ".join(error.messages)


def _mistake(entry: Entry, key: str, language: str, message: str) -> ContentError:
    return entry.error(f"{key} ({language})", message)
