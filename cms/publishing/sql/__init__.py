"""The only home of what numbered file says what: all that publishing defines in the database, and in which order.

A file never changes once it is released. The next one, `<name>/0002.sql`, says what holds from the migration on that
names it; one that makes nothing says that what the one before made is gone. See decision 19.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
MANIFEST = FOLDER / "released.sha256"

# What stands below calls, or hangs on, what stands above.
ORDER = (
    "raise_version",
    "raise_version_last",
    "page_changed",
    "english",
    "folded",
    "search_configuration",
    "search_vector",
    "folded_vector",
    "folded_search_vector",
    "folded_title",
    "folded_words",
    "with_words",
    "with_folded_words",
    "with_similar_title",
    "found",
    "site_roots",
    "restricted_paths",
    "taken_in",
    "publishedpage",
    "restrictedpage",
    "publishedsnippet",
    "snippet_gone",
    "pages_below",
    "remember_paths",
    "remember_all_paths",
    "remember_paths_of_documents",
    "remember_paths_of_pages",
    "expiring",
    "page_slug",
    "unweighted_entries",
    "index_terms",
    "index_rows",
    "index_counts",
    "keep_index",
    "index_pages",
    "index_documents",
    "index_below",
    "word_index",
    "words_found",
    "similar_words_found",
    "page_path",
    "alike_pages",
)

_MADE = re.compile(
    r"^\s*CREATE\s+(?:(?:OR REPLACE|CONSTRAINT|UNIQUE)\s+)*"
    r'(FUNCTION|INDEX|TEXT SEARCH CONFIGURATION|TRIGGER|VIEW)\s+(?:"?public"?\.)?"?(\w+)',
    re.MULTILINE,
)
_HEAD = re.compile(r"^CREATE OR REPLACE FUNCTION (?:public\.)?(\w+)(.*?) AS \$\$$", re.MULTILINE | re.DOTALL)


class Made(NamedTuple):
    kind: str
    name: str


def path(name: str, number: int) -> Path:
    return FOLDER / name / f"{number:04}.sql"


def text(name: str, number: int) -> str:
    """What the file says; nothing before the first."""
    return path(name, number).read_text() if number else ""


def numbers(name: str) -> list[int]:
    return sorted(int(file.stem) for file in (FOLDER / name).glob("*.sql"))


def in_order(definitions: dict[str, int]) -> list[str]:
    """What these files say, by name and number, in the order in which it is made."""
    return [text(name, definitions[name]) for name in sorted(definitions, key=ORDER.index)]


def made(sql: str) -> Iterator[Made]:
    """The things that `sql` makes."""
    return (Made(match[1], match[2]) for match in _MADE.finditer(sql))


def heads(sql: str) -> dict[str, str]:
    """What the functions that `sql` makes take and give, by name."""
    return {match[1]: match[2] for match in _HEAD.finditer(sql)}


def digests() -> dict[str, str]:
    """The SHA-256 of each file, by its path in this folder."""
    files = sorted(FOLDER.glob("*/*.sql"))
    return {str(file.relative_to(FOLDER)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def release() -> list[str]:
    """Write the digests of files that are new into the manifest, and return their paths."""
    new = {name: digest for name, digest in digests().items() if name not in released()}
    lines = sorted(released().items() | new.items())
    MANIFEST.write_text("".join(f"{digest}  {name}\n" for name, digest in lines))
    return sorted(new)


def broken() -> list[str]:
    """What was done to files that were released, and what to do instead."""
    now = digests()
    return [
        f"cms/publishing/sql/{name} was released and must not change. Put it back, and write the next number, "
        f"{path('', _next(name)).name}, and a migration that names it."
        for name, digest in released().items()
        if now.get(name) != digest
    ]


def _next(name: str) -> int:
    """The number that follows that of a file, and of all beside it."""
    folder, number = name.removesuffix(".sql").split("/")
    return max([int(number), *numbers(folder)]) + 1


def released() -> dict[str, str]:
    """The SHA-256 of each file when it was released."""
    lines = (line.split("  ", 1) for line in MANIFEST.read_text().splitlines())
    return {name: digest for digest, name in lines}
