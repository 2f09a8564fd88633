"""The only home of the demo's downloads: one-page PDFs made from a title and a text."""

import unicodedata
from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cms.demo.content import SPACES

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
MARGIN = 72
TITLE_SIZE, TITLE_LEADING = 24, 30
TEXT_SIZE, TEXT_LEADING = 11.5, 17
PARAGRAPH_GAP = 8
ITEM_GAP, ITEM_INDENT, BOX = 2, 18, 7

# Adobe's advance widths of Helvetica from the space to the tilde, in thousandths of the size.
WIDTHS = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
WIDTH_OF_OTHERS = 556
NEAREST = str.maketrans({"−": "–", "₂": "2"})  # of what WinAnsi lacks


@dataclass(frozen=True)
class Item:
    """A paragraph of a list: after a bullet, or a box to tick."""

    text: str
    box: bool = False


def pdf(title: str, paragraphs: Sequence[str | Item], lang: str = "en") -> bytes:
    """A PDF of one page, in the language named; a text that does not fit on it raises ValueError."""
    content = "\n".join(_content(title, paragraphs)).encode("cp1252")
    return _file(
        [
            f"<< /Type /Catalog /Pages 2 0 R /Lang ({lang}) /ViewerPreferences << /DisplayDocTitle true >> >>".encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            f"<< /Title <{(BOM_UTF16_BE + title.encode('utf-16-be')).hex()}> >>".encode(),
        ]
    )


def _content(title: str, paragraphs: Sequence[str | Item]) -> Iterator[str]:
    y: float = PAGE_HEIGHT - MARGIN
    yield f"0.09 0.41 0.37 rg {MARGIN} {y} 56 5 re f 0.04 0.2 0.22 rg"
    y -= 14
    for line in _lines(title, TITLE_SIZE):
        y -= TITLE_LEADING
        yield _shown(line, MARGIN, y, TITLE_SIZE)
    y -= PARAGRAPH_GAP
    for paragraph in paragraphs:
        text, indent = paragraph, 0
        y -= PARAGRAPH_GAP
        if isinstance(paragraph, Item):
            text, indent = paragraph.text, ITEM_INDENT
            y += PARAGRAPH_GAP - ITEM_GAP
            yield _box(y - TEXT_LEADING) if paragraph.box else _shown("•", MARGIN, y - TEXT_LEADING, TEXT_SIZE)
        for line in _lines(text, TEXT_SIZE, indent):
            y -= TEXT_LEADING
            yield _shown(line, MARGIN + indent, y, TEXT_SIZE)
    if y < MARGIN:
        raise ValueError(f"The text of {title!r} does not fit on one page")


def _lines(text: str, size: float, indent: int = 0) -> list[str]:
    room = (PAGE_WIDTH - 2 * MARGIN - indent) * 1000 / size
    lines: list[str] = []
    for word in SPACES.split(unicodedata.normalize("NFC", text).translate(NEAREST).strip()):
        if lines and _width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _width(text: str) -> int:
    return sum(_advance(character) for character in text)


def _advance(character: str) -> int:
    # An accented letter is as wide as its plain one.
    place = ord(unicodedata.normalize("NFD", character)[0]) - ord(" ")
    return WIDTHS[place] if 0 <= place < len(WIDTHS) else WIDTH_OF_OTHERS


def _shown(line: str, x: float, y: float, size: float) -> str:
    escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x:g} {y:g} Td ({escaped}) Tj ET"


def _box(y: float) -> str:
    return f"{MARGIN} {y:g} {BOX} {BOX} re S"


def _file(objects: list[bytes]) -> bytes:
    """The objects as a file: numbered from 1, the first the catalogue, the last the document information."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
