"""The only home of a translator whose every text can be told from the source's, letter by letter."""

import re
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from tests import factories

LANGUAGES = ["fi", "sv"]
TAGS_AND_TEXTS = re.compile(r"(<[^>]*>)|([^<]+)")


def translated(text: str, language: str) -> str:
    """`text` with every letter and digit replaced by one of those that follow it; HTML tags are left alone."""
    step = LANGUAGES.index(language) + 1 if language in LANGUAGES else 0

    def shifted(character: str) -> str:
        for alphabet in ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"):
            if character in alphabet:
                return alphabet[(alphabet.index(character) + step) % len(alphabet)]
        return character

    return TAGS_AND_TEXTS.sub(lambda part: part[1] or "".join(map(shifted, part[2])), text)


def submit(instance: Any, *languages: str) -> None:
    """What the admin's "Translate this page" does."""
    translate_object(instance, Locale.objects.filter(language_code__in=languages or LANGUAGES))


def translate(instance: Any, language: str, *, publish: bool = True) -> Any:
    """Translate every text of `instance` as its row now is, and save the translation."""
    return factories.translate(instance, language, publish=publish, texts=lambda text: translated(text, language))


def in_all_languages(page: Page) -> dict[str, Any]:
    """Submit, translate and publish `page` in every language; its translations by language."""
    submit(page)
    return {language: translate(page, language) for language in LANGUAGES}
