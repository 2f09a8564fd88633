"""The only home of ids: opaque, and naming one thing as one reader sees it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode


def make_id(type_name: str, locale: str, key: str, *parts: str) -> str:
    """An id of type, reader's language and what identifies the thing in every language."""
    return urlsafe_b64encode(":".join((type_name, locale, key, *parts)).encode()).decode().rstrip("=")


def read_id(text: str) -> tuple[str, str, str, str]:
    """The type, language, key and further part ("" for none) of an id. Raise ValueError where it is none."""
    type_name, locale, key, *parts = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(":", 3)
    return type_name, locale, key, "".join(parts)
