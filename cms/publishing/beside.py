"""The only home of how a path beside another is written: for a page that another one comes before at its own path.

/sv/cases/same~3f2a9c01/ is the page with that key at cases/same/, where Swedish readers find another page. A slug has
no such sign, so no page is there by itself; and what a path says depends on nothing that happened before.
"""

import re
from typing import NamedTuple
from uuid import UUID

DIGITS = 8  # of the translation key
MARKED = re.compile(rf"(?P<path>.+)~(?P<digits>[0-9a-f]{{{DIGITS}}})/", re.DOTALL)


class Beside(NamedTuple):
    path: str
    digits: str

    def keys(self) -> list[str]:
        """The first and the last translation key that is meant."""
        return [str(UUID(self.digits + filler * (32 - DIGITS))) for filler in "0f"]


def beside(path: str, key: UUID | str) -> str:
    return f"{path.rstrip('/')}~{str(key)[:DIGITS]}/"


def take_apart(path: str) -> Beside | None:
    """None for any path that is not beside another."""
    match = MARKED.fullmatch(path)
    return Beside(f"{match['path']}/", match["digits"]) if match else None
