"""The only home of how titles sort in each language."""

from hypothesis import given
from hypothesis import strategies as st

from cms.publishing.collation import sort_key

NORDIC = st.sampled_from(["fi", "sv"])
LATIN = st.text("abcdefghijklmnopqrstuvwxyzéüñ -", max_size=6)


def in_order(titles: list[str], language: str) -> list[str]:
    return sorted(titles, key=lambda title: sort_key(title, language))


@given(LATIN, LATIN, NORDIC)
def test_the_letters_after_z_sort_after_z(start: str, end: str, language: str) -> None:
    words = [f"{start}{letter}{end}" for letter in "azåäö"]

    assert in_order(words[::-1], language) == words


@given(st.text("aBcÄöÅéÜ ", max_size=12), st.sampled_from(["en", "fi", "sv"]))
def test_case_does_not_matter(title: str, language: str) -> None:
    assert sort_key(title.upper(), language) == sort_key(title.lower(), language)


@given(st.text(max_size=12), st.sampled_from(["en", "fi", "sv"]))
def test_any_title_has_a_key(title: str, language: str) -> None:
    assert isinstance(sort_key(title, language), str)


@given(LATIN)
def test_accents_do_not_matter_where_the_language_has_no_such_letter(title: str) -> None:
    bare = title.replace("é", "e").replace("ü", "u").replace("ñ", "n")

    assert {sort_key(title, language) for language in ("en", "fi", "sv")} == {bare}


def test_finnish_and_swedish_sort_as_their_dictionaries_do() -> None:
    titles = ["Aalto", "Espoo", "zürich", "Åbo", "Ääni", "öljy"]

    assert in_order(titles[::-1], "fi") == titles
    assert in_order(titles[::-1], "sv") == titles


def test_english_takes_accents_off() -> None:
    assert in_order(["Pori", "Östersund", "Oulu", "Åland"], "en") == ["Åland", "Östersund", "Oulu", "Pori"]


def test_what_makes_no_difference_in_search_makes_none_in_sorting() -> None:
    for left, right in [("So\u00adlar", "Solar"), ("Horizon–2020", "Horizon-2020"), ("18\u00a0000", "18 000"),
                        ("’t", "'t"), ("CO₂", "CO2"), ("Straße", "STRASSE"), ("\ufeffÖljy", "öljy")]:  # fmt: skip
        assert {sort_key(left, code) == sort_key(right, code) for code in ("en", "fi", "sv")} == {True}


def test_a_letter_counts_as_one_however_it_is_composed() -> None:
    assert sort_key("Ä", "fi") == sort_key("A\u0308", "fi")
    assert sort_key("Å", "sv") == sort_key("\u212b", "sv")
