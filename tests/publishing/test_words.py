"""The only home of what a word is, for any text."""

import sys
import unicodedata
from itertools import pairwise

import pytest
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st

from cms.publishing.words import LONGEST_WORD, normal, places, words

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u034f\ufe0f\u061c\u180e"
SEPARATORS = " \t\n\u00a0\u2009\u202f\u3000-‐‑‒–—−/\\&+.,:;!?'’ʼ\"”„«»()[]{}<>@#%*=_|~^`´·•…→€§\x00\x1f\ue000🏗"
WORDS = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=12)
LETTERS_AND_DIGITS = [
    letter
    for letter in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(letter)[0] in "LN" and words(letter) == [letter]
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Horizon-2020", ["horizon", "2020"]),
        ("COVID‑19, V-164", ["covid", "19", "v", "164"]),
        ("Espoo/Vantaa", ["espoo", "vantaa"]),
        ("läm\u00adpö", ["lämpö"]),
        ("la\u0308mpo\u0308", ["lämpö"]),
        ("a\u00ad\u0308a", ["äa"]),
        ("18\u2009000 18\u202f000 38,5", ["18", "000", "18", "000", "38", "5"]),
        ("CO₂ H2O m²", ["co2", "h2o", "m2"]),
        ("½ ㎡ ﬁn ™ №5", ["1", "2", "m2", "fin", "tm", "no5"]),
        ("ada@example.org https://x.fi/y_z", ["ada", "example", "org", "https", "x", "fi", "y", "z"]),
        ("T&K R&D C++ 5G/6G", ["t", "k", "r", "d", "c", "5g", "6g"]),
        ("2021–2024", ["2021", "2024"]),
        ("mySMARTLife LuxTurrim5G", ["mysmartlife", "luxturrim5g"]),
        ("İSTANBUL Straße STRASSE", ["istanbul", "strasse", "strasse"]),
        ("ＷＩＤＥ", ["wide"]),
        ("vaa'an vaa’an vaaʼan", ["vaa", "an"] * 3),
        ("x̂ \u0302 \u0302y", ["x̂", "y"]),
        ("\x00\ud800!", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.lists(WORDS, max_size=5), st.text(SEPARATORS, min_size=1, max_size=3))
def test_any_sign_separates_words(parts: list[str], separator: str) -> None:
    assert words(separator.join(parts)) == [word for part in parts for word in words(part)]


@given(WORDS, st.lists(st.tuples(st.integers(0, 12), st.sampled_from(INVISIBLE)), max_size=4))
def test_what_nobody_sees_makes_no_difference(word: str, invisible: list[tuple[int, str]]) -> None:
    text = word
    for place, sign in invisible:
        text = text[:place] + sign + text[place:]
    assert words(text) == words(word)
    assert normal(text) == normal(word)


@given(st.text(max_size=20))
@example("İ")
@example("ﷺ")
@example("ẞ")
@example("aŉ⁻")
def test_words_stay_as_they_are(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert words(normal(text)) == found
    assert normal(normal(text)) == normal(text)


@given(st.text(max_size=20), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_it_does_not_matter_how_letters_are_composed(text: str, form: str) -> None:
    assert words(unicodedata.normalize(form, text)) == words(text)


@given(st.text("aBcÄöÅßẞéŠİσΣ-2 ", max_size=12))
def test_case_makes_no_difference(text: str) -> None:
    assert words(text) == words(text.upper()) == words(text.lower())


@given(st.text(max_size=40))
def test_places_say_where_the_words_are(text: str) -> None:
    found = list(places(text))
    assert [len(words(text[start:end])) for start, end, _ in found] == [number for _, _, number in found]
    assert [word for start, end, _ in found for word in words(text[start:end])] == words(text)
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(found))


def test_a_very_long_word_is_cut_alike_in_texts_and_searches() -> None:
    assert words("a" * 5_000) == ["a" * LONGEST_WORD]


@pytest.mark.django_db
def test_postgresql_keeps_every_letter_and_digit_as_a_word_with_and_without_its_accent() -> None:
    text = " ".join(f"x{letter}" for letter in LETTERS_AND_DIGITS)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT publishing_folded(%s), ts_headline('simple', %s, 'x:*', %s)",
            [text, text, "HighlightAll=true, StartSel=<, StopSel=>"],
        )
        folded, marked = cursor.fetchone()
    assert len(folded.split(" ")) == len(LETTERS_AND_DIGITS)
    assert all(word.startswith("x") for word in folded.split(" "))
    assert all(word.startswith("<x") for word in marked.split(" "))
