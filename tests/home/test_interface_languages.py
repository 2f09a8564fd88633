"""The admin speaks Finnish and Swedish: every text that the code marks is in the catalogues, translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation.template import templatize

APPS = ["cases", "cms", "home"]
MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def catalogue(language: str) -> list[polib.POEntry]:
    entries = polib.pofile(str(Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"))
    return [entry for entry in entries if not entry.obsolete]


def marked_texts() -> Iterator[str]:
    for app in APPS:
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield from texts_of_python(path.read_text())
        for path in (settings.BASE_DIR / app).rglob("*.html"):
            yield from re.findall(r"gettext\(u?'(.*?)'\)", templatize(path.read_text()))


def texts_of_python(code: str) -> Iterator[str]:
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and node.args)
    for call in calls:
        text = call.args[0]
        marked = isinstance(call.func, ast.Name) and call.func.id in MARKS
        if marked and isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_catalogue(language: str) -> None:
    known = {entry.msgid for entry in catalogue(language)}
    missing = {text for text in marked_texts() if text.replace("%%", "%") not in known and text not in known}
    assert missing == set(), "Run `make messages` and translate what it adds."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert [entry.msgid for entry in catalogue(language) if entry.fuzzy or not entry.translated()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_keeps_the_placeholders(language: str) -> None:
    for entry in catalogue(language):
        assert sorted(re.findall(r"%\(\w+\)s", entry.msgid)) == sorted(re.findall(r"%\(\w+\)s", entry.msgstr)), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_keeps_what_is_still_said(language: str) -> None:
    said = {text.replace("%%", "%") for text in marked_texts()}
    assert {entry.msgid for entry in catalogue(language)} - said == set(), "Run `make messages`."
