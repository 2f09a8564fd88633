"""The only home of the forms of rich text: safe whatever was typed, and saying the same in each of them."""

import re
from html import escape
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from api.reading.markdown import to_markdown
from api.reading.rich_text import to_html
from cms.publishing.rich_text import page_links, parse, plain_text

COMMONMARK = MarkdownIt("commonmark")
ALLOWED = {"p", "ul", "ol", "li", "b", "i", "br", "a"}
FRAGMENTS = re.split(
    "[ \n]",
    """
<script> </script> <p> </p> <b> </b> <i> <a href="javascript:alert(1)"> </a> <a\thref='\tjavascript:alert(1)'> <style>
<a\thref='java\tscript:x'> <a\thref='JaVaScRiPt:x'> <a\thref='data:text/html,x'> <a\thref='//evil'> <a\thref='#x'>
<a\thref='/en/cases/'> <a\thref='../'> <a\thref='?x'> <a\thref='/\\evil'> <a\thref='https://example.org/"\tonclick="x'> <a\thref='mailto:a@b'> <a\tlinktype='page'\tid='1'> <!-- --> <![CDATA[ <?php
<a\tlinktype='page'\tid='x'> <img\tsrc=x\tonerror=alert(1)> <svg\tonload=x> <iframe\tsrc=x> <p\tonclick=x> <ul><li>
</li></ul> &lt;script&gt; &amp;lt; text " ' < > \x00
""",
)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=12).map("".join))
@settings(max_examples=200)
def test_html_is_safe_whatever_was_typed(typed):
    tree = parse(typed)
    for link in page_links(tree):  # which readers get resolved, or not at all
        link["href"] = "/en/"
    soup = BeautifulSoup(to_html(tree), "html.parser")
    for tag in soup.find_all():
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href"}
        if tag.name == "a":
            assert urlsplit(tag["href"]).scheme in ("", "http", "https", "ftp", "mailto", "tel")
            assert not re.match(r"[/\\]{2}", tag["href"])
    assert not soup.find_all(string=lambda text: type(text).__name__ != "NavigableString")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


LETTERS = st.text(st.sampled_from("ab1 .)-+#*_`[]()<>&!~=|\\\"'ä:;\u00a0\n"), min_size=1, max_size=10)
YES = st.just(True)
TEXTS = st.fixed_dictionaries({"type": st.just("text"), "text": LETTERS}, optional={"bold": YES, "italic": YES})
LINKS = st.builds(
    lambda text, path: {"type": "link", "href": f"https://example.org/{path}", "children": [text]},
    TEXTS,
    st.text(st.sampled_from("ab()<> \\\"'*_&#?%"), max_size=6),
)
INLINE = st.lists(TEXTS | LINKS | st.just({"type": "lineBreak"}), min_size=1, max_size=5)
PARAGRAPHS = st.builds(lambda children: {"type": "paragraph", "children": children}, INLINE)
ITEMS = st.lists(st.builds(lambda children: {"type": "listItem", "children": children}, INLINE), min_size=1, max_size=3)
LISTS = st.builds(
    lambda kind, children: {"type": kind, "children": children},
    st.sampled_from(["bulletedList", "numberedList"]),
    ITEMS,
)
DOCUMENTS = st.builds(
    lambda children: {"type": "document", "children": children}, st.lists(PARAGRAPHS | LISTS, max_size=4)
)


@given(DOCUMENTS)
@settings(max_examples=100)
@example(parse("<p>1. tammikuuta 2024</p><p>- ei lista</p><p>a<br/>+ b</p>"))
@example(
    parse("<p>Katso! <a href='https://example.org/'>tästä</a></p><p>Katso!<a href='https://example.org/'>x</a></p>")
)
@example(parse("<p>a<b>(b)</b>c <b>d</b><i>e</i></p>"))
def test_markdown_says_the_same_as_html(document):
    rendered = BeautifulSoup(COMMONMARK.render(to_markdown(document)), "html.parser")
    html = BeautifulSoup(to_html(document), "html.parser")
    for soup in (rendered, html):
        for tag in soup.find_all(["br", "p", "li"]):
            tag.insert_after(" ")
    assert words(rendered.get_text()) == words(html.get_text())
    assert {tag.name for tag in rendered.find_all()} <= {"p", "ul", "ol", "li", "strong", "em", "br", "a"}
    assert len(rendered.find_all("a")) == len(html.find_all("a"))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("<p>A text.</p><p>Another.</p>", "A text.\n\nAnother."),
        ("<p>A <b>bold</b> and <i>italic</i>, <b><i>both</i></b>.</p>", "A **bold** and *italic*, ***both***."),
        ("<p>Is <b>bold </b>here</p>", "Is **bold** here"),
        ("<p>One<br/>two<br/></p>", "One\\\ntwo"),
        (
            "<ul><li>One</li><li>Two</li></ul><ol><li>First</li><li>Second</li></ol>",
            "- One\n- Two\n\n1. First\n2. Second",
        ),
        ("<ul><li>One<ul><li>Below</li></ul></li></ul>", "- One\n\n  - Below"),
        (
            '<p><a href="https://example.org/a b(c)">A <b>site</b></a></p>',
            "[A **site**](https://example.org/a%20b%28c%29)",
        ),
        ("<p>1. tammikuuta</p>", "1\\. tammikuuta"),
        ("<p>5 * 3 &lt; 16 &amp; so on, a_b &amp;copy;</p>", "5 \\* 3 \\< 16 & so on, a\\_b \\&copy;"),
    ],
)
def test_markdown(html, markdown):
    assert to_markdown(parse(html)) == markdown


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A <b>bold</b> text.</p><p>Another.</p>", "A bold text.\nAnother."),
        ("<p>One<br/>two</p>", "One\ntwo"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<p>a &amp; b</p>", "a & b"),
    ],
)
def test_text(html, text):
    assert plain_text(parse(html)) == text


ADDRESSES = st.text(st.sampled_from("ab/#?.&=:%()\\ä' +@"), max_size=8) | st.sampled_from(
    [
        "/en/cases/",
        "#part",
        "?x",
        "../",
        "//evil",
        "/\\evil",
        "https://example.org/a(b)",
        "mailto:a@b",
        "tel:+358",
        "ftp://x/",
    ]
)


@given(st.lists(ADDRESSES, max_size=3))
@example(["\\\\@"])
@example(["https://", "http://[", "//"])
@settings(max_examples=200)
def test_every_form_has_the_same_links(addresses):
    tree = parse("".join(f'<p>a <a href="{escape(address)}">text{n}</a> b</p>' for n, address in enumerate(addresses)))
    kept = [link for paragraph in tree["children"] for link in paragraph["children"] if link["type"] == "link"]
    html = BeautifulSoup(to_html(tree), "html.parser").find_all("a")
    markdown = BeautifulSoup(COMMONMARK.render(to_markdown(tree)), "html.parser").find_all("a")
    said = [(link["children"][0]["text"], link["href"]) for link in kept]
    assert [(tag.get_text(), tag["href"]) for tag in html] == said
    assert [(tag.get_text(), unquote(tag["href"])) for tag in markdown] == [
        (text, unquote(href)) for text, href in said
    ]
    assert plain_text(tree) == "\n".join(f"a text{n} b" for n in range(len(addresses)))


def test_html_keeps_what_editors_can_write():
    html = '<p>A <b>bold</b> <i>italic</i> <b><i>both</i></b><br><a href="https://example.org/?a=1&amp;b=2">site</a></p><ul><li>One</li></ul><ol><li>First</li></ol>'
    assert to_html(parse(html)) == html
