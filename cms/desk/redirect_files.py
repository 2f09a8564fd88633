"""The only home of how a file of redirects is read: as spreadsheets save it, whatever the language of the computer.

Excel writes semicolons where the decimal sign is a comma, another encoding than UTF-8, and rows of different lengths.
What comes out of the field is one kind of CSV, which Wagtail's import reads.
"""

import csv
import io
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.redirects.base_formats import XLSX
from wagtail.contrib.redirects.forms import ImportForm

from cms.publishing.redirects import ORIGIN

Rows = list[list[str]]

DELIMITERS = (",", ";", "\t")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
FROM_AND_TO = 2
UNREADABLE = gettext_lazy("This file cannot be read. Save the table as CSV or XLSX, and upload that.")


class RedirectFileForm(ImportForm):
    def clean_import_file(self) -> ContentFile:
        file = self.cleaned_data["import_file"]
        rows = _rows(Path(file.name).suffix.lower(), file.read())
        if not rows or len(rows[0]) < FROM_AND_TO:
            raise ValidationError(_("The table needs two columns: the old path, and the address that it leads to."))
        if any(cell.startswith("/") or ORIGIN.match(cell) for cell in rows[0]):
            rows = [[_("Column %(number)d") % {"number": column + 1} for column in range(len(rows[0]))], *rows]
        if len(rows) == 1:
            raise ValidationError(_("There is no redirect below the first row, which names the columns."))
        return ContentFile(_as_csv(rows), "redirects.csv")


def _rows(kind: str, content: bytes) -> Rows:
    """What the table says, in rows of one length, without empty ones."""
    read = {".csv": _separated, ".tsv": _separated, ".xlsx": _sheet}.get(kind)
    if read is None:
        raise ValidationError(UNREADABLE)
    try:
        table = read(content)
    except Exception as error:  # whatever the readers stumble over
        raise ValidationError(UNREADABLE) from error
    filled = [row for row in ([_text(cell) for cell in row] for row in table) if any(row)]
    width = max(map(len, filled), default=0)
    return [row + [""] * (width - len(row)) for row in filled]


def _separated(content: bytes) -> Rows:
    """The cells of a text, separated by the sign that makes the most columns of its first line."""
    text = _decoded(content)
    first = next(filter(str.strip, text.splitlines()), "")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count)))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sheet(content: bytes) -> list[Any]:
    sheet = XLSX().create_dataset(content)
    return [sheet.headers or [], *sheet]


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _as_csv(rows: Rows) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
