"""The only home of what the editor's HTML becomes, for any HTML."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from cms.publishing.rich_text import RichTextNode, page_links, parse, plain_text

INLINE = {"text", "lineBreak", "link"}
BLOCKS = {"paragraph", "bulletedList", "numberedList", "listItem"}
TAGS = [
    "p",
    "ul",
    "ol",
    "li",
    "b",
    "strong",
    "i",
    "em",
    "br",
    "a",
    "h2",
    "hr",
    "img",
    "div",
    "script",
    "style",
    "embed",
]
ATTRIBUTES = [
    "",
    ' href="https://example.org/?a=1&amp;b=2"',
    ' href="javascript:alert(1)"',
    ' href=" JavaScript:alert(1)"',
    ' href="java\nscript:alert(1)"',
    ' href="data:text/html,x"',
    ' href="//example.org"',
    ' href="/\\\\example.org"',
    ' href="/en/cases/"',
    ' href="#part"',
    ' href="?a=1"',
    ' href="../other/"',
    ' href="ftp://example.org"',
    ' href="mailto:a@example.org"',
    " href",
    ' linktype="page" id="7"',
    ' linktype="page" id="²"',
    ' linktype="page" id="-1"',
    ' linktype="page"',
    ' linktype="document" id="3"',
    ' onclick="alert(1)" style="x"',
]

TROUBLE = ["<", "<!", "<![", "<!--", "]]>", "&amp;", "&#0;", "<?", "</", "<!DOCTYPE"]

tags = st.tuples(st.sampled_from(["", "/"]), st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(
    lambda parts: f"<{''.join(parts)}>"
)
html = st.lists(tags | st.text(max_size=8) | st.sampled_from(TROUBLE)).map("".join)


def nodes(node: RichTextNode) -> Iterator[RichTextNode]:
    yield node
    for child in node.get("children", []):
        yield from nodes(child)


@given(html)
@example("<![n")
@example('<a linktype="page" id="²">x</a>')
@example(f'<a linktype="page" id="{"9" * 5000}">x</a>')
def test_any_html_becomes_nodes_that_are_known(source: str) -> None:
    document = parse(source)

    assert document["type"] == "document"
    for node in nodes(document):
        if node is not document:
            assert node["type"] in INLINE | BLOCKS
        assert set(node) <= {"type", "text", "bold", "italic", "page", "href", "children"}
        assert ("text" in node) == (node["type"] == "text")
        assert ("children" in node) == (node["type"] not in ("text", "lineBreak"))


@given(html)
def test_no_link_leads_to_a_script(source: str) -> None:
    for node in nodes(parse(source)):
        if node["type"] == "link":
            assert ("page" in node) != ("href" in node)
            assert urlsplit(node.get("href", "#")).scheme in ("", "http", "https", "ftp", "mailto", "tel")
            assert not node.get("href", "#").startswith(("//", "/\\", "\\"))


@given(html)
def test_a_document_holds_blocks_and_lists_hold_items(source: str) -> None:
    for node in nodes(parse(source)):
        types = {child["type"] for child in node.get("children", [])}
        if node["type"] == "document":
            assert types <= BLOCKS
        elif node["type"] in ("bulletedList", "numberedList"):
            assert types <= {"listItem"}


@given(st.lists(st.one_of(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<br>"]), st.text("abc åäö"))))
def test_formatting_loses_no_text(parts: list[str]) -> None:
    source = "".join(parts)

    assert "".join(plain_text(parse(source)).split()) == "".join(
        BeautifulSoup(source, "html.parser").get_text().split()
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("  \n", []),
        (
            "<p>One <b>two <i>three</i></b></p>",
            [
                {
                    "type": "paragraph",
                    "children": [
                        {"type": "text", "text": "One "},
                        {"type": "text", "text": "two ", "bold": True},
                        {"type": "text", "text": "three", "bold": True, "italic": True},
                    ],
                }
            ],
        ),
        (
            '<p><a linktype="page" id="7">in</a><a href="https://example.org/">out</a><a href="script:x">no</a></p>',
            [
                {
                    "type": "paragraph",
                    "children": [
                        {"type": "link", "page": 7, "children": [{"type": "text", "text": "in"}]},
                        {"type": "link", "href": "https://example.org/", "children": [{"type": "text", "text": "out"}]},
                        {"type": "text", "text": "no"},
                    ],
                }
            ],
        ),
        (
            "<ul><li>One<br/>two</li></ul>",
            [
                {
                    "type": "bulletedList",
                    "children": [
                        {
                            "type": "listItem",
                            "children": [
                                {"type": "text", "text": "One"},
                                {"type": "lineBreak"},
                                {"type": "text", "text": "two"},
                            ],
                        }
                    ],
                }
            ],
        ),
        *(
            (
                f'<a href="{written}">x</a>',
                [
                    {
                        "type": "paragraph",
                        "children": [{"type": "link", "href": kept, "children": [{"type": "text", "text": "x"}]}],
                    }
                ],
            )
            for written, kept in {
                "/en/cases/": "/en/cases/",
                "#part": "#part",
                "?a=1": "?a=1",
                "../": "../",
                " /en/ ": "/en/",
                "//elsewhere.example/a": "https://elsewhere.example/a",
                "/\\elsewhere.example": "https://elsewhere.example",
                "ftp://example.org/": "ftp://example.org/",
                "mailto:a@example.org?subject=x": "mailto:a@example.org?subject=x",
            }.items()
        ),
        ("loose", [{"type": "paragraph", "children": [{"type": "text", "text": "loose"}]}]),
        ("<script>alert(1)</script><style>p{}</style><!-- note -->", []),
    ],
)
def test_html_becomes_this_tree(source: str, expected: list[RichTextNode]) -> None:
    assert parse(source) == {"type": "document", "children": expected}


def test_page_links_are_found_at_any_depth() -> None:
    source = '<p><b><a linktype="page" id="1">a</a></b></p><ul><li><a linktype="page" id="2">b</a></li></ul>'

    assert [link["page"] for link in page_links(parse(source))] == [1, 2]


def test_plain_text_has_a_line_for_each_block() -> None:
    assert plain_text(parse("<p>One <b>two</b></p><ul><li>a</li><li>b</li></ul>")) == "One two\na\nb"
    nested = (
        "<ul><li>alpha<ul><li>be<i>ta</i></li><li>gamma<ol><li>delta</li></ol></li></ul></li><li>e</li></ul><p>f</p>"
    )
    assert plain_text(parse(nested)) == "alpha\nbeta\ngamma\ndelta\ne\nf"
