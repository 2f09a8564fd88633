"""The only home of the rule that what a translator typed is what is published, or is refused with words."""

import html
import re
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.http import urlencode
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.publishing.models import PublishedPage
from cms.publishing.rich_text import parse, plain_text
from tests.factories import CasePageFactory, body, publish
from tests.translation.translators import submit, translate

pytestmark = pytest.mark.usefixtures("home")

TABLE = {
    "data": [["A cell"]],
    "table_caption": "",
    "table_header_choice": "none",
    "first_row_is_table_header": False,
    "first_col_is_header": False,
    "cell": [],
    "mergeCells": [],
}
BODY = {
    "heading": {"text": "A heading", "level": "2"},
    "paragraph": '<p>Some <b>bold</b> and <a href="https://example.org/">linked</a> text.</p>',
    "quote": {"quote": "A quote", "speaker": "", "role": "", "portrait": None},
    "table": TABLE,
}


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("translator"))
    return client


@pytest.fixture
def finnish() -> Translation:
    """A case with a text of every kind, translated into Finnish and not published."""
    case = publish(CasePageFactory(title="A title", ingress="An ingress", slug="a-slug", body=body(**BODY)))
    submit(case, "fi")
    translate(case, "fi", publish=False)
    return Translation.objects.get(source__object=case.translation_key)


# Of each kind, the beginning of the source's text and where readers find it.
KINDS = {
    "title": ("A title", lambda page: page.title),
    "ingress": ("An ingress", lambda page: page.document["ingress"]),
    "slug": ("a-slug", lambda page: page.slug),
    "heading": ("A heading", lambda page: page.document["body"][0]["value"]["text"]),
    "paragraph": ("Some <b>", lambda page: plain_text(page.document["body"][1]["value"])),
    "quote": ("A quote", lambda page: page.document["body"][2]["value"]["quote"]),
    "cell": ("A cell", lambda page: page.document["body"][3]["value"]["data"][0][0]),
}


def segment_of(translation: Translation, kind: str) -> StringSegment:
    return StringSegment.objects.get(source=translation.source, string__data__startswith=KINDS[kind][0])


def type_in(client: Client, translation: Translation, kind: str, text: str):
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment_of(translation, kind).pk])
    response = client.put(url, urlencode({"value": text}), "application/x-www-form-urlencoded")
    assert response.status_code in (200, 201)
    return response.json()


def edit_url(translation: Translation) -> str:
    return reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def published(client: Client, translation: Translation) -> PublishedPage | None:
    """What readers get after the translator has pressed Publish."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(edit_url(translation), {"action": "publish"}).status_code == 302
    return PublishedPage.objects.filter(id=translation.get_target_instance().pk).first()


def as_read(kind: str, text: str) -> str:
    """What a reader sees of a text that was typed, spaces aside."""
    if kind == "paragraph":
        text = plain_text(parse(f"<p>{text}</p>"))
    if kind in ("quote", "cell", "ingress"):
        text = re.sub(r"<br\s*/?>", "\n", text)
    return " ".join(text.split())


typed = st.text(max_size=12) | st.lists(
    st.sampled_from(
        [
            "T&K",
            "<labra>",
            "<b>",
            "</b>",
            "<",
            ">",
            "&",
            "&amp;",
            "&copy",
            "&#0;",
            '<a id="a1">',
            '<a id="a9">',
            "</a>",
            "<!--",
            "-->",
            "<br>",
            "{}",
            "{0}",
            "%s",
            "😀",
            "\n",
            "\r\n",
            "\x00",
            " ",
            "\xa0",
            "\u200b",
            "ä",
            "<p>",
            "'",
            '"',
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@settings(suppress_health_check=[*HealthCheck], deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), text=typed)
@example(kind="title", text="T&K <labra>")
@example(kind="title", text="x" * 256)
@example(kind="title", text="&" * 255)
@example(kind="ingress", text="x" * 501)
@example(kind="heading", text="x" * 201)
@example(kind="heading", text="a &amp; b")
@example(kind="paragraph", text="a <b>b")
@example(kind="paragraph", text="a < b & c <!-- d -->")
@example(kind="slug", text="Ogiltig slug åäö!")
@example(kind="cell", text="0\x00")
@example(kind="paragraph", text="<b>0\x00</b>")
def test_what_is_typed_is_published_or_refused_with_words(client, finnish, kind, text):
    with transaction.atomic():
        answer = type_in(client, finnish, kind, text)
        page = published(client, finnish)
        if answer["error"]:
            assert len(answer["error"]) > 10
            assert page is None
        else:
            assert page is not None
            assert " ".join(KINDS[kind][1](page).split()) == as_read(kind, text)
            assert answer["data"] == text or kind == "paragraph" or "\n" in text or "\r" in text
        transaction.set_rollback(True)


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u200b ", "\n"])
def test_spaces_are_no_translation(client, finnish, text):
    assert type_in(client, finnish, "heading", text)["error"]


def test_too_long_a_text_says_how_long_it_may_be(client, finnish):
    assert "255" in type_in(client, finnish, "title", "x" * 300)["error"]
    assert "500" in type_in(client, finnish, "ingress", "x" * 600)["error"]
    assert "200" in type_in(client, finnish, "heading", "x" * 300)["error"]


def test_slug_of_another_page_is_refused(client, finnish):
    sibling = publish(CasePageFactory(slug="taken"))
    submit(sibling, "fi")
    Page.objects.filter(translation_key=sibling.translation_key, locale__language_code="fi").update(slug="varattu")
    assert type_in(client, finnish, "slug", "varattu")["error"]
    assert not type_in(client, finnish, "slug", "vapaa")["error"]


def test_page_with_an_error_is_not_published_and_the_text_is_kept(client, finnish):
    type_in(client, finnish, "paragraph", "T&K <labra>")
    assert published(client, finnish) is None
    response = client.get(edit_url(finnish))
    assert "Not published" in " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert StringTranslation.objects.get(has_error=True).data == "T&K <labra>"
    type_in(client, finnish, "paragraph", "T&K &lt;labra&gt;")
    assert KINDS["paragraph"][1](published(client, finnish)) == "T&K <labra>"


def test_editor_shows_texts_as_readers_see_them(client):
    case = publish(CasePageFactory(title="R&D <lab>", ingress="One\ntwo"))
    submit(case, "fi")
    translation = Translation.objects.get(source__object=case.translation_key)
    shown = html.unescape(client.get(edit_url(translation)).content.decode())
    assert '"source": "R&D <lab>"' in shown
    assert '"source": "One<br>two"' in shown


def test_title_in_lists_is_the_text(client, finnish):
    type_in(client, finnish, "title", "T&K <labra>")
    assert finnish.get_target_instance().draft_title == "T&K <labra>"


# PO files


def upload(client: Client, translation: Translation, content: str | bytes) -> list[str]:
    """What the translator is told."""
    file = BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = "texts.po"
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = client.post(url, {"file": file, "next": edit_url(translation)})
    assert response.status_code == 302
    return [str(message) for message in get_messages(client.get(edit_url(translation)).wsgi_request)]


def entry(translation: Translation, kind: str, text: str) -> str:
    segment = segment_of(translation, kind)
    quoted = [
        value.replace("\\", "\\\\").replace('"', '\\"') for value in (segment.context.path, segment.string.data, text)
    ]
    return 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n\n'.format(*quoted)


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_file_is_taken_over_and_everything_told(client, finnish):
    content = HEADER + "".join(
        [
            entry(finnish, "title", "T&amp;K <labra>"),
            entry(finnish, "ingress", "x" * 600),
            entry(finnish, "heading", ""),
            'msgctxt "title"\nmsgid "Not of this page"\nmsgstr "x"\n\n',
        ]
    )
    told = upload(client, finnish, content)
    assert "2 texts saved, 0 unchanged, 1 not translated" in told[0]
    assert any("500" in message for message in told[1:])
    assert any("Not of this page" in message for message in told[1:])
    assert finnish.get_target_instance().draft_title == "T&K <labra>"


def test_own_export_changes_nothing(client, finnish):
    type_in(client, finnish, "title", "T&K <labra> &amp;")
    told = upload(client, finnish, str(finnish.export_po()))
    assert "0 texts saved" in told[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"garbage",
        b'msgid "',
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=nonsense\\n"\n',
        b'msgid "x"\nmsgstr "\x00"\n',
        b'msgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n',
        b"PK\x03\x04",
    ],
)
def test_no_file_fails(client, finnish, content):
    assert upload(client, finnish, content)


@settings(suppress_health_check=[*HealthCheck], deadline=None)
@given(
    st.lists(
        st.sampled_from(["msgid ", "msgstr ", "msgctxt ", '"x"', '"', "\n", "#~ ", "#, fuzzy", "[0]"])
        | st.text(max_size=4)
    )
)
def test_any_file_is_answered(client, finnish, parts):
    with transaction.atomic():
        assert upload(client, finnish, "".join(parts))
        transaction.set_rollback(True)


def test_upload_without_a_file_is_answered(client, finnish):
    assert client.post(reverse("wagtail_localize:upload_pofile", args=[finnish.pk])).status_code == 302
