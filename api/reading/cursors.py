"""The only home of how a cursor is written: opaque to clients, and one text to whoever made it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from api.client_errors import BadInputError


class MalformedCursorError(BadInputError):
    def __init__(self) -> None:
        super().__init__("The cursor is malformed: use an edge's `cursor` or `pageInfo` of an earlier answer.")


def written(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode()


def read(cursor: str) -> str:
    """The text of a cursor. Raise ValueError where it has none."""
    return urlsafe_b64decode(cursor.encode()).decode()
