"""The demo's pictures and downloads: what is asked for comes out, and the same again the next time."""

import io
import re

import pytest
from PIL import Image

from cms.demo.documents import Item, pdf
from cms.demo.illustrations import MOTIFS, draw

SMALL = (320, 180)
TITLE = "Lämpö \N{EN DASH} kallion sisällä"
TEXT = "Vandas värmelager\N{RIGHT SINGLE QUOTATION MARK}s berättelse (på svenska)."


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_draws_a_picture_of_the_size_asked(motif: str) -> None:
    picture = Image.open(io.BytesIO(draw(motif, 1, SMALL)))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", SMALL)
    lightness = picture.convert("L").histogram()
    assert sum(count > 0 for count in lightness) > 50


@pytest.mark.parametrize("size", [(300, 300), (200, 500), (501, 99)])
def test_a_size_of_another_shape_is_filled(size: tuple[int, int]) -> None:
    picture = Image.open(io.BytesIO(draw("village", 1, size)))
    assert picture.size == size
    assert all(picture.getpixel((x, y)) != (0, 0, 0) for x in (0, size[0] - 1) for y in (0, size[1] - 1))


def test_the_size_is_that_of_a_lead_image_unless_told() -> None:
    assert Image.open(io.BytesIO(draw("cavern", 1))).size == (1600, 900)


@pytest.mark.parametrize("motif", MOTIFS)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(motif: str) -> None:
    first = draw(motif, 1, SMALL)
    assert draw(motif, 1, SMALL) == first
    assert draw(motif, 2, SMALL) != first


def test_no_two_motifs_are_one_picture() -> None:
    assert len({draw(motif, 1, SMALL) for motif in MOTIFS}) == len(MOTIFS)


def test_an_unknown_motif_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="dragon") as raised:
        draw("dragon", 1)
    assert all(motif in str(raised.value) for motif in MOTIFS)


def test_the_pdf_carries_its_title_text_and_language() -> None:
    made = pdf(TITLE, [TEXT], lang="sv")
    assert made.startswith(b"%PDF-1.7\n")
    assert made.endswith(b"%%EOF\n")
    assert f"({TITLE}) Tj".encode("cp1252") in made
    assert TEXT.replace("(", r"\(").replace(")", r"\)").encode("cp1252") in made
    assert f"\ufeff{TITLE}".encode("utf-16-be").hex().encode() in made
    assert b"/Lang (sv)" in made
    assert pdf(TITLE, [TEXT], lang="sv") == made


def test_the_pdf_finds_each_of_its_objects_where_its_table_says() -> None:
    made = pdf("Räkneprov", ["Å, ä och ö."])
    (start,) = re.findall(rb"startxref\n(\d+)\n", made)
    table = made[int(start) :]
    assert table.startswith(b"xref\n0 7\n")
    for number, offset in enumerate(re.findall(rb"(\d{10}) 00000 n ", table), start=1):
        assert made[int(offset) :].startswith(b"%d 0 obj\n" % number)
    ((length, stream),) = re.findall(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", made, re.DOTALL)
    assert len(stream) == int(length)


def test_items_of_a_list_in_a_pdf_have_bullets_or_boxes_to_tick() -> None:
    made = pdf("Title", ["Bring", Item("a rope", box=True), Item("a lamp", box=True), Item("courage")])
    assert made.count(b" re S") == 2
    assert made.count("(•) Tj".encode("cp1252")) == 1
    assert [b"(a rope) Tj" in made, b"(a lamp) Tj" in made, b"(courage) Tj" in made] == [True, True, True]


@pytest.mark.parametrize("words", range(60, 90))
def test_a_number_in_a_pdf_is_never_divided_between_two_lines(words: int) -> None:
    made = pdf("Title", ["x" * words + " 380\u00a0000\u00a0m³"])
    assert "380\u00a0000\u00a0m³) Tj".encode("cp1252") in made


def test_signs_that_a_pdf_has_no_letter_for_are_shown_as_the_nearest_or_refused() -> None:
    assert "(–4 t CO2) Tj".encode("cp1252") in pdf("Title", ["−4 t CO₂"])
    with pytest.raises(UnicodeEncodeError):
        pdf("Title", ["漢"])


def test_a_long_paragraph_is_broken_into_lines_and_too_long_a_text_is_refused() -> None:
    assert pdf("Title", ["word " * 60]).count(b" Tj ET") > 3
    with pytest.raises(ValueError, match="does not fit on one page"):
        pdf("Title", ["word " * 4000])
