"""The only home of reading the demo's files: what there is to load, and what it says in one language."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management.base import CommandError

FOLDER = Path(__file__).parent / "content"
NAMESPACE = uuid.UUID("6a0cf5d8-6f0b-5b0e-9d5f-2f6f6d2c8e11")
PAGE_KINDS = ("pages", "strategies", "priorities", "cases", "articles")
INSIDE_OTHERS = ("priorities",)  # of a strategy's file
SNIPPET_KINDS = ("people", "organisations")
LANGUAGES = tuple(code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES)
ORIGINAL = settings.LANGUAGE_CODE
SPACES = re.compile(r"[ \t\n]+")  # no-break spaces keep a number on one line

Data = dict[str, Any]  # what a file holds; `shapes` says what that may be


class ContentError(CommandError):
    """A mistake in a file of the demo."""


@dataclass(frozen=True)
class Entry:
    """One page, person, organisation or the site: a file, or a priority inside the file of its strategy."""

    kind: str
    code: str
    file: str
    data: Data
    prefix: str = ""
    parent: str = ""

    @property
    def languages(self) -> list[str]:
        return list(self.data["languages"])

    def id(self, *place: str | int) -> uuid.UUID:
        """An id that is the same at every loading: the entry's translation key, or that of a place in it."""
        return stable_id(self.kind, self.code, *place)

    def error(self, key: str, message: str) -> ContentError:
        return ContentError(f"{self.file}: {self.prefix}{key}: {message}")

    def in_language(self, language: str) -> Data:
        """What the file holds, every text in one language."""
        data: Data = _in_language(self.data, language)
        return data


@dataclass(frozen=True)
class Content:
    """All entries, by kind and code."""

    entries: dict[str, dict[str, Entry]]

    def pages(self) -> Iterator[Entry]:
        for kind in PAGE_KINDS:
            yield from self.entries[kind].values()

    def snippets(self) -> Iterator[Entry]:
        for kind in SNIPPET_KINDS:
            yield from self.entries[kind].values()

    @property
    def site(self) -> Entry:
        return self.entries["site"]["site"]

    def all(self) -> Iterator[Entry]:
        yield from self.snippets()
        yield from self.pages()
        yield self.site


def stable_id(*place: str | int) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, "/".join(map(str, place)))


def is_text(value: object) -> bool:
    """Whether `value` holds one text in several languages."""
    return isinstance(value, dict) and bool(value) and value.keys() <= set(LANGUAGES)


def read(folder: Path) -> Content:
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in (*PAGE_KINDS, *SNIPPET_KINDS)}
    folders = [kind for kind in entries if kind not in INSIDE_OTHERS]
    if unread := sorted(path for path in folder.glob("*/*.yaml") if path.parent.name not in folders):
        file = unread[0].relative_to(folder)
        raise ContentError(f"{file}: no kind of file has this folder. Known are {', '.join(sorted(folders))}.")
    for kind in folders:
        for path in sorted((folder / kind).glob("*.yaml")):
            entry = _read(path, kind, folder)
            entries[kind][entry.code] = entry
            if kind == "strategies":
                entries["priorities"].update({priority.code: priority for priority in _priorities(entry)})
    entries["site"] = {"site": _read(folder / "site.yaml", "site", folder)}
    content = Content(entries)
    codes: dict[str, str] = {}
    for page in content.pages():
        if page.code in codes:
            raise page.error("code", f"“{page.code}” is also the code of {codes[page.code]}.")
        codes[page.code] = page.file
    return content


def _read(path: Path, kind: str, folder: Path) -> Entry:
    file = str(path.relative_to(folder))
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{file}: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise ContentError(f"{file}: the file holds no mapping of keys.")
    entry = Entry(kind, path.stem, file, data)
    if not re.fullmatch(r"[a-z0-9-]+", entry.code):
        raise ContentError(f"{file}: a file's name is a code: small letters a–z, digits and hyphens.")
    if kind == "organisations":  # in the languages that its name is in
        data.setdefault("languages", list(data["name"]) if is_text(data.get("name")) else [ORIGINAL])
    languages = data.get("languages")
    if not isinstance(languages, list) or ORIGINAL not in languages or not set(languages) <= set(LANGUAGES):
        raise entry.error("languages", f"name “{ORIGINAL}” and others of {', '.join(LANGUAGES)}.")
    return entry


def _priorities(strategy: Entry) -> Iterator[Entry]:
    """The strategy's priorities as entries of their own, taken out of it."""
    priorities = strategy.data.pop("priorities", None)
    if not isinstance(priorities, list):
        raise strategy.error("priorities", "a list is missing.")
    shared = {key: strategy.data.get(key) for key in ("languages", "first_published")}
    for index, data in enumerate(priorities):
        priority = replace(strategy, kind="priorities", prefix=f"priorities[{index}].", parent=strategy.code)
        if not isinstance(data, dict) or not isinstance(data.get("code"), str):
            raise priority.error("code", "a text is missing.")
        yield replace(priority, code=data["code"], data=shared | data)


def _in_language(value: Any, language: str) -> Any:
    if is_text(value):
        return value[language]
    if isinstance(value, dict):
        return {key: _in_language(item, language) for key, item in value.items()}
    if isinstance(value, list):
        return [_in_language(item, language) for item in value]
    return value
