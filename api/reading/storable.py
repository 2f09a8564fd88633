"""The only home of which texts PostgreSQL can hold at all: JSON carries some that it cannot."""


def is_storable(text: str) -> bool:
    """Whether `text` has neither a null character nor half of a surrogate pair."""
    return "\x00" not in text and text == text.encode(errors="ignore").decode()


def storable(text: str) -> str:
    """`text` itself. Raise ValueError where nothing stored can be equal to it."""
    if not is_storable(text):
        raise ValueError(text)
    return text
