"""The only home of the words of a search text.

What is no letter or digit separates them, so that none can be an operator or a quotation mark.
"""

import re
import unicodedata

from api.errors import BadInputError

LONGEST = 200  # characters
MOST_WORDS = 10  # those after them do not count

# A dot or @ inside a word belongs to it, as PostgreSQL reads version numbers and addresses.
_WORD = re.compile(r"[^\W_]+(?:[.@][^\W_]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The different words of a search text, in lower case. Raise BadInputError where it is too long."""
    if len(text) > LONGEST:
        raise BadInputError(f"A search text may have {LONGEST} characters; this one has {len(text)}.")
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return tuple(dict.fromkeys(words))[:MOST_WORDS]
