"""The only home of redirects in the admin: the form and the import take the same, and say what they refuse."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect

from cms.desk.redirect_files import RedirectFileForm

pytestmark = pytest.mark.usefixtures("home")

TABLE = (
    "from,to\n/vanha sivu,https://elsewhere.example/a%2Bb\n/huono,javascript:alert(1)\n/,https://elsewhere.example/\n"
)


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def test_form_stores_one_spelling_and_says_what_it_refuses(client: Client) -> None:
    add = reverse("wagtailredirects:add")
    values = {"redirect_link": "https://elsewhere.example/", "is_permanent": "on"}
    assert client.post(add, {**values, "old_path": "/vanha%20sivu/"}).status_code == 302
    assert Redirect.objects.get().old_path == "/vanha sivu"
    refused = client.post(add, {**values, "old_path": "/en/"})
    assert "A public page is at this path" in refused.content.decode()
    edit = reverse("wagtailredirects:edit", args=[Redirect.objects.get().pk])
    refused = client.post(edit, {"old_path": "/a", "redirect_link": "ftp://elsewhere.example/"})
    assert "begins with https://" in refused.content.decode()


def test_import_takes_what_the_form_takes(client: Client) -> None:
    file = SimpleUploadedFile("redirects.csv", TABLE.encode(), "text/csv")
    confirm = client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    hidden = confirm.context["form"].initial
    answer = client.post(
        reverse("wagtailredirects:process_import"), {**hidden, "from_index": "0", "to_index": "1", "permanent": "on"}
    )
    assert answer.status_code == 200
    assert Redirect.objects.get().old_path == "/vanha sivu"
    shown = answer.content.decode()
    assert "Enter a valid URL" in shown
    assert "first page" in shown


# Files, as spreadsheets save them

ROWS = [
    ["from", "note", "to"],
    ["/ä", "Ålands", "https://elsewhere.example/å"],
    ["/b", "x, y; z", "https://b.example/"],
]


def as_text(delimiter: str, rows: list[list[str]] = ROWS) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def as_sheet(rows: list[list[Any]]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def imported(client: Client, name: str, content: bytes) -> list[str]:
    """The old paths that there are when a file was imported, the third column of it being the addresses."""
    file = SimpleUploadedFile(name, content)
    confirm = client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    hidden = confirm.context["form"].initial
    choice = {"from_index": "0", "to_index": "2", "permanent": "on"}
    assert client.post(reverse("wagtailredirects:process_import"), {**hidden, **choice}).status_code in (200, 302)
    return sorted(Redirect.objects.values_list("old_path", flat=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("A.CSV", "\t"), ("a.tsv", "\t")])
def test_file_may_be_separated_and_encoded_as_any_spreadsheet_does(
    client: Client, name: str, delimiter: str, encoding: str
) -> None:
    assert imported(client, name, as_text(delimiter).encode(encoding)) == ["/b", "/ä"]
    assert Redirect.objects.get(old_path="/ä").redirect_link == "https://elsewhere.example/å"


def test_sheet_may_have_numbers_dates_and_gaps(client: Client) -> None:
    rows = [[], ["from", None, "to"], [2019, 1.5, "https://a.example/"], [], ["/b", None, "https://b.example/"], ["/c"]]
    assert imported(client, "a.XLSX", as_sheet(rows)) == ["/2019", "/b"]


def test_rows_may_be_of_different_lengths(client: Client) -> None:
    text = "from,note,to\n/short\n/a,,https://a.example/,more\n\n,,\n/b,x,https://b.example/\n"
    assert imported(client, "a.csv", text.encode()) == ["/a", "/b"]


def test_first_row_is_a_redirect_where_it_names_no_columns(client: Client) -> None:
    assert imported(client, "a.csv", as_text(";", ROWS[1:]).encode()) == ["/b", "/ä"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"from\n/a\n", "needs two columns"),
        ("a.csv", b"\n \n,,\n", "needs two columns"),
        ("a.csv", b"from,to\n", "no redirect below"),
        ("a.xlsx", b"from,to\n/a,https://a.example/\n", "cannot be read"),
        ("a.xls", b"rubbish", "Save the table as CSV or XLSX"),
        ("a", b"from,to\n/a,https://a.example/\n", "Save the table as CSV or XLSX"),
        ("a.csv", b"", "empty"),
    ],
)
def test_file_that_holds_no_redirects_is_refused_at_its_field(
    client: Client, name: str, content: bytes, message: str
) -> None:
    refused = client.post(reverse("wagtailredirects:start_import"), {"import_file": SimpleUploadedFile(name, content)})
    assert message in str(refused.context["form"].errors["import_file"])


@given(content=st.binary() | st.text(alphabet='a/,;"\n\r\t\0ä', max_size=40).map(str.encode))
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx"])
def test_any_file_is_a_table_or_refused(name: str, content: bytes) -> None:
    form = RedirectFileForm(["csv"], {}, {"import_file": SimpleUploadedFile(name, content)})
    if form.is_valid():
        rows = list(csv.reader(io.StringIO(form.cleaned_data["import_file"].read().decode())))
        assert len(rows) > 1
        assert len({len(row) for row in rows}) == 1
