"""The only home of the words of a search text: they are its words as any text's, so none can be an operator."""

from typing import NamedTuple

from api.client_errors import BadInputError
from cms.publishing.words import normal, words

LONGEST = 200  # characters
MOST_WORDS = 10  # those after them do not count


class SearchedWord(NamedTuple):
    text: str
    begun: bool  # whether it may be the beginning of another word


def words_of(text: str) -> tuple[SearchedWord, ...]:
    """The different words of a search text. Raise BadInputError where it is too long."""
    if len(text) > LONGEST:
        raise BadInputError(f"A search text may have {LONGEST} characters; this one has {len(text)}.")
    parts = ((part, word) for part in text.split() for word in words(part))
    # A letter beside a sign (T&K, C++) is whole: as a beginning it would find nearly every page.
    found = (SearchedWord(word, len(word) > 1 or normal(part) == word) for part, word in parts)
    return tuple(dict.fromkeys(found))[:MOST_WORDS]
