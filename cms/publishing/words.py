"""The only home of what a word is, and of when two spellings are the same, in texts, searches and sorting.

A word is a run of letters and digits, with the marks on them. All else separates words, so that what is written with
signs between them (Horizon-2020, Espoo/Vantaa) is found by each of its words and by all together. What nobody sees
(a soft hyphen, a zero-width joiner) does not count, nor which of its characters Unicode has for the same letter.

PostgreSQL gets texts and queries as these words alone, with spaces between them, so no rule of its own splits them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, normalize

LONGEST_WORD = 200  # characters of a word that count
LONGEST_TEXT = 200_000  # characters of a text whose words are kept: PostgreSQL keeps a megabyte of them

# What no Unicode rule makes a part of a word: spaces, controls, and the commonest signs.
_RUN = re.compile(r"[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u2010-\u2027\u2212«»·]+")
_PLAIN = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ň]+")  # surely one word

# Of the characters that Unicode lets a reader ignore, those that are not of its category for format.
_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("‘’‚‛′´`ʹʻʼʽˈꞌ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
}
_ONE_SIGN = str.maketrans(_SIGNS)


def normal(text: str) -> str:
    """`text` in its one spelling: without what nobody sees, in small letters, with one kind of each sign."""
    if text.isascii():
        return text.lower()
    seen = "".join(letter for letter in _IGNORED.sub("", text) if category(letter) != "Cf")
    small = normalize("NFKC", normalize("NFKC", seen.translate(_ONE_SIGN)).casefold())
    return small.translate(_ONE_SIGN).replace("i\u0307", "i")  # the small form of İ


def words(text: str) -> list[str]:
    """The words of `text`, in their order."""
    return [word for match in _RUN.finditer(text, 0, LONGEST_TEXT) for word in _words(match[0])]


def places(text: str) -> Iterator[tuple[int, int, int]]:
    """Where in `text` its words are: start, end, and how many are there: several, if a sign is between them."""
    for match in _RUN.finditer(text, 0, LONGEST_TEXT):
        number = 1 if _PLAIN.fullmatch(match[0]) else len(_words(match[0]))
        if number:
            yield match.start(), match.end(), number


@lru_cache(maxsize=20_000)
def _words(run: str) -> tuple[str, ...]:
    if run.isascii():
        return (run.lower()[:LONGEST_WORD],)
    parted = "".join(letter if category(letter)[0] in "LNM" else " " for letter in normal(run))
    return tuple(word[:LONGEST_WORD] for part in parted.split() if (word := _without_leading_marks(part)))


def _without_leading_marks(word: str) -> str:
    start = next((place for place, letter in enumerate(word) if category(letter)[0] != "M"), len(word))
    return word[start:]
