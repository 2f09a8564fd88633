"""The only home of ids: opaque, and naming one thing as one reader sees it."""

from base64 import urlsafe_b64encode


def make_id(type_name: str, locale: str, key: str, *parts: str) -> str:
    """An id of type, reader's language and what identifies the thing in every language."""
    return urlsafe_b64encode(":".join((type_name, locale, key, *parts)).encode()).decode().rstrip("=")
