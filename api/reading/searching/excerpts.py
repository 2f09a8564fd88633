"""The only home of excerpts of a text around the words that a search means: safe HTML whose only element is mark."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from html import escape
from itertools import takewhile

from cms.publishing.words import places

WORDS = 20  # in a fragment
BEFORE = 5  # of them at most before the first that is meant
FRAGMENTS = 2
BEGINNING = 3  # letters that tell a word from another
BETWEEN = " … "

_SPACES = re.compile(r"[ \t\r\f\v]+")
_LINE_ENDS = ".!?…:;,-–—"  # after which the next line needs no sign between


def excerpt(text: str, meant: Mapping[int, str]) -> str:
    """The parts of `text` with most of the words that are meant, by their numbers; its beginning where none is."""
    chosen = _chosen(meant)
    written = Written(text, meant, max(chosen, default=0) + WORDS)
    fragments = [written.fragment(word) for word in chosen if word < written.number]
    return BETWEEN.join(written.html(part) for part in _joined(fragments) or [range(WORDS)])


def _chosen(meant: Mapping[int, str]) -> list[int]:
    """The words that fragments begin with: each time the first that shows most different words not shown yet."""
    numbers = sorted(meant)
    seen = {number: _seen(meant, numbers, index) for index, number in enumerate(numbers)}
    chosen: list[int] = []
    shown: set[str] = set()
    while numbers and len(chosen) < FRAGMENTS:
        best = max(numbers, key=lambda number: len(seen[number] - shown))
        chosen.append(best)
        shown |= seen[best]
        numbers = [number for number in numbers if not -WORDS < number - best < WORDS - BEFORE]
    return sorted(chosen)


def _seen(meant: Mapping[int, str], numbers: Sequence[int], index: int) -> set[str]:
    """The words that a fragment shows which begins with one of them; forms of one word begin alike."""
    end = numbers[index] + WORDS - BEFORE
    return {
        meant[number][:BEGINNING] for number in takewhile(lambda number: number < end, numbers[index : index + WORDS])
    }


class Written:
    """Where the words of a text are written, as far as word `last`. A place may have several words."""

    def __init__(self, text: str, meant: Mapping[int, str], last: int) -> None:
        self.text = text
        self.meant = meant
        self.spans: list[tuple[int, int]] = []
        self.first_words: list[int] = []  # of each place
        self.number = 0  # of words
        for start, end, count in places(text):
            self.spans.append((start, end))
            self.first_words.append(self.number)
            self.number += count
            if self.number > last:
                break

    def fragment(self, word: int) -> range:
        """The places around a word: they begin with its line, if that begins shortly before."""
        place = bisect_right(self.first_words, word) - 1
        start = place
        while start > max(place - BEFORE, 0) and "\n" not in self.text[self.spans[start - 1][1] : self.spans[start][0]]:
            start -= 1
        start = max(min(start, len(self.spans) - WORDS), 0)
        return range(start, start + WORDS)

    def html(self, part: range) -> str:
        """A part of the text, with the signs that are written together with its first and last word."""
        spans = self.spans[part.start : part.stop]
        if not spans:
            return ""
        start, end = spans[0][0], spans[-1][1]
        while start and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        pieces = []
        for place, (word_start, word_end) in enumerate(spans, part.start):
            word = escape(self.text[word_start:word_end])
            pieces += [_between(self.text, start, word_start), f"<mark>{word}</mark>" if self.is_meant(place) else word]
            start = word_end
        return "".join([*pieces, _between(self.text, start, end)])

    def is_meant(self, place: int) -> bool:
        next_word = self.first_words[place + 1] if place + 1 < len(self.first_words) else self.number
        return any(word in self.meant for word in range(self.first_words[place], next_word))


def _joined(parts: Sequence[range]) -> list[range]:
    """The parts, those in one that overlap or follow one another."""
    joined: list[range] = []
    for part in parts:
        if joined and part.start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, part.stop)
        else:
            joined.append(part)
    return joined


def _between(text: str, start: int, end: int) -> str:
    """The signs between two words, on one line: a point is where a line ended that nothing else ends."""
    if (signs := text[start:end]) == " ":
        return signs
    line, line_break, rest = signs.partition("\n")
    if line_break:
        last = text[max(start - 1, 0) : start + len(line)].rstrip()[-1:]
        line = line.rstrip() + (" " if not last or last in _LINE_ENDS else " · ")
        rest = rest.lstrip()
    return escape(_SPACES.sub(" ", line + rest.replace("\n", " ")))
