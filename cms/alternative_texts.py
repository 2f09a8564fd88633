"""The only home of the rule for pictures: wherever one stands, it is described, or marked as decorative.

What describes it is a text in its place, or the picture's own text in the language of the page.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

DECORATIVE = _("Decorative")
DECORATIVE_HELP = _("The picture tells nothing that the text does not.")
UNDESCRIBED = _("Say what the picture shows, or mark it as decorative.")
# Where a place has no text of its own.
UNDESCRIBED_IN_LIBRARY = _("Say in the picture's own form, in this language, what it shows, or mark it as decorative.")

# A block knows nothing of the page that it is on; None takes a text in any language.
_language: ContextVar[str | None] = ContextVar("language of the page", default=None)


class Described(Protocol):
    default_alt: dict[str, str]


class Place(NamedTuple):
    """The fields of a page, a snippet or a block that are about one picture."""

    image: str
    decorative: str
    text: str = ""


@contextmanager
def in_language_of(instance: Any) -> Iterator[None]:
    """Judge pictures as they stand on this page or snippet."""
    locale = getattr(instance, "locale", None) if getattr(instance, "locale_id", None) else None
    token = _language.set(locale.language_code if locale else None)
    try:
        yield
    finally:
        _language.reset(token)


def is_described(image: Described | None, text: str = "", *, decorative: bool) -> bool:
    """Whether there is no picture, or it is marked as decorative, or there is a text that says what it shows."""
    if image is None or decorative or text.strip():
        return True
    language, own = _language.get(), image.default_alt
    return bool(own.get(language) if language else any(own.values()))


def undescribed(places: Iterable[Place], value_of: Callable[[str], Any]) -> "dict[str, StrOrPromise]":
    """What to say at which field, where the pictures in these places are not described."""
    return {
        place.text or place.image: UNDESCRIBED if place.text else UNDESCRIBED_IN_LIBRARY
        for place in places
        if not is_described(
            value_of(place.image),
            value_of(place.text) if place.text else "",
            decorative=value_of(place.decorative),
        )
    }


def undescribed_on(instance: Any) -> "dict[str, StrOrPromise]":
    """The same of the pictures that a page or snippet has in its own fields."""
    return undescribed(getattr(instance, "image_places", ()), partial(getattr, instance))
