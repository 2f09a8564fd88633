"""The only home of how a path on a frontend's site is read."""

import re
from dataclasses import dataclass, field
from unicodedata import normalize
from urllib.parse import unquote

from django.conf import settings

from cms.publishing.beside import Beside, take_apart
from cms.publishing.places import split_path, with_prefix
from cms.publishing.redirects import spelled

# Characters of a path that is looked at: a redirect's has 255, each of which is at most twelve when escaped. What a
# client sends may be a megabyte, and some of it takes time by the square of its length to be spelled in one way.
LONGEST = 4_000
ESCAPED_SLASH = re.compile("%2f", re.IGNORECASE)  # is no slash


@dataclass(frozen=True)
class SitePath:
    """A visitor's path, taken apart: /fi/esimerkit/varanto/ is `fi` and `esimerkit/varanto/`."""

    prefix: str
    below_prefix: str
    text: str = field(default="", compare=False)  # as it was asked for

    @classmethod
    def parse(cls, path: str) -> "SitePath":
        """Take apart a path as browsers send it (%C3%A4) or show it (ä); a query or fragment is left out."""
        bare = unquote(ESCAPED_SLASH.sub("%252F", path.partition("?")[0].partition("#")[0]))
        composed = normalize("NFC", bare) if len(bare) <= LONGEST else bare  # as slugs are
        return cls(*split_path(composed), path)

    def __str__(self) -> str:
        return with_prefix(self.prefix, self.below_prefix) if self.prefix else "/"

    @property
    def beside(self) -> Beside | None:
        """What the path is beside another."""
        return take_apart(self.below_prefix)

    @property
    def of_pages(self) -> str:
        """The path of the pages that it may lead to, below the prefix."""
        return self.beside.path if self.beside else self.below_prefix

    @property
    def locale(self) -> str | None:
        return self.prefix if self.prefix in dict(settings.LANGUAGES) else None

    @property
    def old_paths(self) -> list[str]:
        """What redirects from here may have as their old path, the closest first: with the query or without."""
        spellings = (self.text, self.text.partition("#")[0].partition("?")[0])
        parts = [part for part in spellings if len(part) <= LONGEST]
        # In old links a plus may stand for a space, as it does in forms.
        return list(dict.fromkeys(spelled(way) for part in parts for way in (part, part.replace("+", "%20"))))
