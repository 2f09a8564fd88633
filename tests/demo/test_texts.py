"""House rules for the texts of the demo as it is shipped, which hold in every file."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cms.demo import content
from cms.demo.content import LANGUAGES, Entry, is_text

DEMO = content.read(content.FOLDER)
ENTRIES = list(DEMO.all())
Text = tuple[str, str, str]  # where, language, text


def texts(value: Any, place: str) -> Iterator[Text]:
    """Every text in several languages below a place."""
    if is_text(value):
        for language, text in value.items():
            yield place, language, text
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(item, f"{place}.{key}")


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(item)


ALL = [text for entry in ENTRIES for text in texts(entry.data, entry.code)]


def test_whoever_is_quoted_is_one_of_the_people_that_the_demo_invents() -> None:
    people = {person.data["name"] for person in DEMO.entries["people"].values()}
    quoted = {value["speaker"] for entry in ENTRIES for value in mappings(entry.data) if "speaker" in value}
    assert quoted <= people


def test_numbers_stay_in_one_piece() -> None:
    assert [text for text in ALL if re.search(r"\d \d{3}(?!\d)", text[2])] == []


def test_apostrophes_are_curly() -> None:
    assert [text for text in ALL if re.search(r"\w'\w|s' ", text[2])] == []


def test_alternative_texts_end_as_sentences_do() -> None:
    assert [text for text in ALL if text[0].endswith(".alt") and not text[2].endswith(".")] == []


def test_the_last_item_of_a_list_ends_as_a_sentence_does() -> None:
    ends = [(text[0], end) for text in ALL for end in re.findall(r"([^>]*)(?:</\w+>)*</li></[uo]l>", text[2])]
    assert [end for end in ends if not end[1].rstrip().endswith((".", "?", "!", "]"))] == []


def test_a_page_does_not_show_a_key_figure_twice() -> None:
    for page in DEMO.pages():
        figures = [str(value) for value in mappings(page.data) if "source_url" in value]
        assert len(figures) == len(set(figures)), page.code


def test_what_the_front_page_shows_is_there_in_every_language() -> None:
    featured = DEMO.entries["pages"]["home"].data["featured_cases"]
    assert {code: DEMO.entries["cases"][code].languages for code in featured} == {
        code: list(LANGUAGES) for code in featured
    }


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != content.ORIGINAL])
def test_each_language_lacks_a_page_or_two_so_that_the_fallback_is_seen(language: str) -> None:
    missing: list[Entry] = [page for page in DEMO.pages() if language not in page.languages]
    assert 1 <= len(missing) <= 2


def test_no_level_of_readiness_is_given_without_a_word_on_why() -> None:
    for page in DEMO.entries["cases"].values():
        if level := page.data.get("technology_readiness_level"):
            assert f"level {level}" in str(page.data["body"]), page.code
