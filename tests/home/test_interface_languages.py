"""The admin speaks Finnish and Swedish: every text that our code or wagtail-localize marks is translated."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from django.utils.translation.template import templatize
from wagtail.users.models import UserProfile

from cms.media.models import Document
from home.models import HomePage
from tests.factories import ContentPageFactory, publish, translate

APPS = ["cases", "cms", "home"]
# The functions that mark a text, and which of their arguments it is.
MARKS = {"_": 0, "gettext": 0, "gettext_lazy": 0, "ngettext": 0, "ngettext_lazy": 0, "pgettext": 1, "pgettext_lazy": 1}
PACKAGE = Path(wagtail_localize.__file__).parent / "locale"
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


WAGTAIL = Path(wagtail.__file__).parent
SAVING = re.compile(r"autosave|overwrite|validation errors|(network|server) error|latest version", re.IGNORECASE)


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
        place = MARKS.get(call.func.id) if isinstance(call.func, ast.Name) else None
        text = None if place is None or place >= len(call.args) else call.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text.value


def entries(home: Path, language: str, domain: str) -> dict[str, polib.POEntry]:
    found = polib.pofile(str(home / language / "LC_MESSAGES" / f"{domain}.po"))
    return {entry.msgid: entry for entry in found if not entry.obsolete}


def said_by_wagtail(language: str, domain: str) -> dict[str, polib.POEntry]:
    """What its editor says, and its models."""
    homes = [WAGTAIL / "locale", WAGTAIL / "admin" / "locale", WAGTAIL / "snippets" / "locale"]
    there = [home for home in homes if (home / language / "LC_MESSAGES" / f"{domain}.po").exists()]
    return {text: entry for home in there for text, entry in entries(home, language, domain).items()}


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


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_wagtail_localize_says_is_translated_here_or_there(language: str, domain: str) -> None:
    said = entries(PACKAGE, "en", domain)
    ours, theirs = (entries(home, language, domain) for home in (Path(settings.LOCALE_PATHS[1]), PACKAGE))
    translated = {text for text, entry in theirs.items() if entry.translated()} | ours.keys()
    assert said.keys() - translated == set()
    # Names of languages stand within a sentence, and Wagtail's own word for a language beside the package's.
    others = {"Locale", "English", "Finnish", "Swedish"} | said_by_wagtail("en", domain).keys()
    assert ours.keys() - said.keys() <= others
    for text, entry in ours.items():
        for translation in [entry.msgstr, *entry.msgstr_plural.values()]:
            places = r"%\(\w+\)s|%s|\{\w*\}|<a [^>]*>"
            assert not translation or sorted(re.findall(places, text)) == sorted(re.findall(places, translation))
            assert not translation or text.endswith(" ") == translation.endswith(" ")


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_wagtail_says_of_saving_is_translated_here_or_there(language: str, domain: str) -> None:
    """Whoever is told that the work is not saved has to understand it."""
    said = {text for text in said_by_wagtail("en", domain) if SAVING.search(text)}
    theirs = {text for text, entry in said_by_wagtail(language, domain).items() if entry.translated()}
    assert said
    assert said - theirs - entries(Path(settings.LOCALE_PATHS[1]), language, domain).keys() == set()


@pytest.mark.parametrize(
    ("language", "name", "button"), [("fi", "ruotsi", "Julkaise kieliversio: "), ("sv", "svenska", "Publicera på ")]
)
def test_translation_editor_speaks_the_translators_language(
    admin_client: Client, admin_user: User, home: HomePage, language: str, name: str, button: str
) -> None:
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = language
    profile.save()
    page = translate(publish(ContentPageFactory(title="About")), "sv")
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f"&quot;displayName&quot;: &quot;{name}&quot;" in editor
    scripts = admin_client.get(reverse("wagtail_localize:javascript_catalog"))
    assert json.dumps({"Publish in ": button})[1:-1] in scripts.content.decode()


@pytest.mark.parametrize(("language", "name"), [("fi", "ruotsi"), ("sv", "svenska"), ("en", "Swedish")])
def test_languages_of_files_are_named_in_the_language_of_the_admin(language: str, name: str) -> None:
    with override(language):
        assert str(dict(Document._meta.get_field("language").formfield().choices)["sv"]).lower() == name.lower()
