"""What number a key figure is: the one that its language writes so, else none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.types.key_figures import as_number

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007"]
languages = st.sampled_from(["en", "fi", "sv"])
numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=None, allow_nan=False, allow_infinity=False).map(
    lambda number: number.quantize(Decimal(1).scaleb(max(number.as_tuple().exponent, -6)))
)


def written(number: Decimal, language: str, *, space: str, minus: str, grouped: bool) -> str:
    """A number as the language writes it."""
    english = f"{abs(number):{',' if grouped else ''}f}"
    text = english if language == "en" else english.translate({ord(","): space, ord("."): ","})
    return (minus if number < 0 else "") + text


@given(
    number=numbers,
    language=languages,
    space=st.sampled_from(SPACES),
    minus=st.sampled_from("-−"),
    grouped=st.booleans(),
)
def test_number_is_read_back_as_it_was_meant(
    number: Decimal, language: str, space: str, minus: str, *, grouped: bool
) -> None:
    text = written(number, language, space=space, minus=minus, grouped=grouped)
    for spelling in (text, f" {text}\u00a0", f"{text}%", f"{text}{space}%"):
        assert as_number(spelling, language) == float(number)


@given(number=numbers, language=languages, reader=languages, space=st.sampled_from(SPACES))
def test_other_languages_spelling_is_never_another_number(
    number: Decimal, language: str, reader: str, space: str
) -> None:
    """One thing only is told apart by the language alone: 1,100 is another number in English than in Finnish."""
    text = written(number, language, space=space, minus="-", grouped=True)
    groups = text.count(",") + text.count(".")
    three_digits = groups == 1 and len(text.replace(".", ",").partition(",")[2]) == 3
    assert as_number(text, reader) in {None, float(number)} or three_digits


@given(text=st.text(alphabet="0123456789,. -−+%\u00a0\u202f\u2009", max_size=12), language=languages)
def test_what_is_read_is_spelt_right(text: str, language: str) -> None:
    number = as_number(text, language)
    if number is not None:
        plain = text.strip().removesuffix("%").strip().lstrip("+")
        digits = "".join(character for character in plain if character.isdigit())
        point = "." if language == "en" else ","
        places = len(plain.rpartition(point)[2]) if point in plain else 0
        minus = "-" if plain[0] in "-−" else ""
        spellings = {
            written(Decimal(f"{minus}{digits}").scaleb(-places), language, space=" ", minus="-", grouped=grouped)
            for grouped in (True, False)
        }
        seen = plain.replace("−", "-").translate(dict.fromkeys(map(ord, SPACES), " "))
        assert seen in {spelling if minus else spelling.lstrip("-") for spelling in spellings} | {
            f"-{spelling}" for spelling in spellings if minus
        }


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("1,100,000", "en", 1_100_000),
        ("1100000", "en", 1_100_000),
        ("38.5", "en", 38.5),
        ("1,100.25", "en", 1_100.25),
        ("38.5%", "en", 38.5),
        ("−12", "en", -12),
        ("+12", "en", 12),
        ("0", "sv", 0),
        ("0,5", "fi", 0.5),
        ("38,5 %", "fi", 38.5),
        ("1 100 000", "fi", 1_100_000),
        ("1\u00a0100\u202f000,75", "sv", 1_100_000.75),
        ("1,100", "sv", 1.1),
        ("1.100", "en", 1.1),
        # Spelt as another language does, or wrong in any: nobody can know what is meant.
        ("3,5", "en", None),
        ("12,50", "en", None),
        ("1,10,000", "en", None),
        ("1100,000", "en", None),
        ("1,100,00", "en", None),
        ("1 100", "en", None),
        ("1.100.000", "en", None),
        ("3.5", "fi", None),
        ("1,100,000", "fi", None),
        ("1.100,5", "sv", None),
        ("12 50", "fi", None),
        ("1  100", "fi", None),
        ("1100 000", "fi", None),
        ("1 100 00", "sv", None),
        ("1 100,", "fi", None),
        (",5", "sv", None),
        (".5", "en", None),
        ("5.", "en", None),
        ("018", "fi", None),
        ("3–5", "en", None),
        ("over 100", "en", None),
        ("33 million", "en", None),
        ("1e3", "en", None),
        ("١٢", "en", None),
        ("%", "en", None),
        ("-", "en", None),
        ("", "en", None),
        ("12", "de", None),
    ],
)
def test_number_of_a_spelling(text: str, language: str, number: float | None) -> None:
    assert as_number(text, language) == number
