"""The only home of reading the editor's HTML into the tree of typed nodes that documents hold.

The tree knows paragraphs, lists, line breaks, bold, italic and links, and nothing else: what is not one of these is
left out (its text is kept), so whatever is made from the tree is safe by construction. A link to a page holds the
page's row id here; `documents` turns it into a translation key.
"""

import re
from typing import NotRequired, TypedDict
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
BLOCKS = {"p": "paragraph", "ul": "bulletedList", "ol": "numberedList", "li": "listItem"}
ROW_ID = re.compile(r"[0-9]{1,18}")
SAFE_SCHEMES = ("http://", "https://", "ftp://", "mailto:", "tel:")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
WEB = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
OTHER_HOST = re.compile(r"[/\\]{2,}")
LEFT_OUT_BY_BROWSERS = re.compile(r"[\t\r\n]|\A[\x00-\x20]+|[\x00-\x20]+\Z")


class RichTextNode(TypedDict):
    """A node; `text` only on texts, `page` (translation key) or `href` only on links, `children` on all others."""

    type: str
    text: NotRequired[str]
    bold: NotRequired[bool]
    italic: NotRequired[bool]
    page: NotRequired[int | str | None]
    href: NotRequired[str]
    children: NotRequired[list["RichTextNode"]]


def parse(html: str) -> RichTextNode:
    """The tree of `html` as Wagtail stores it. Text outside any paragraph becomes a paragraph."""
    children: list[RichTextNode] = []
    # The parser refuses some texts that begin like a marked section of XML; here they are texts.
    soup = BeautifulSoup(html.replace("<![", "&lt;!["), "html.parser")
    for node in _nodes(soup, frozenset()):
        if node["type"] in BLOCKS.values():
            children.append(node)
        elif node["type"] != "text" or node["text"].strip():
            children.append({"type": "paragraph", "children": [node]})
    return {"type": "document", "children": children}


def _nodes(parent: Tag, marks: frozenset[str]) -> list[RichTextNode]:
    nodes: list[RichTextNode] = []
    for child in parent.children:
        if type(child) is NavigableString:
            if text := str(child):
                nodes.append(_text(text, marks))
        elif isinstance(child, Tag):
            nodes.extend(_element(child, marks))
    return nodes


def _element(tag: Tag, marks: frozenset[str]) -> list[RichTextNode]:
    if tag.name == "br":
        return [{"type": "lineBreak"}]
    if tag.name in ("script", "style"):
        return []
    if mark := MARKS.get(tag.name):
        return _nodes(tag, marks | {mark})
    children = _nodes(tag, marks)
    if tag.name == "a":
        link = _link(tag)
        return [{**link, "children": children}] if link else children
    if name := BLOCKS.get(tag.name):
        if name.endswith("List"):
            children = [child for child in children if child["type"] == "listItem"]
        return [{"type": name, "children": children}]
    return children


def _link(tag: Tag) -> RichTextNode | None:
    if tag.get("linktype") == "page":
        identifier = str(tag.get("id", ""))
        return {"type": "link", "page": int(identifier) if ROW_ID.fullmatch(identifier) else None}
    href = _address(str(tag.get("href", "")))
    return {"type": "link", "href": href} if href else None


def _address(href: str) -> str | None:
    """Of a safe scheme, or on the site itself: a path, a part of the page, or relative to the page; else None."""
    href = LEFT_OUT_BY_BROWSERS.sub("", href)
    if host := OTHER_HOST.match(href):
        href = f"https://{href[host.end() :]}"
    if SCHEME.match(href) and not href.lower().startswith(SAFE_SCHEMES):
        return None
    if WEB.match(href) and not _has_host(href):
        return None
    return href or None


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:  # brackets that hold no IPv6 address
        return False


def _text(text: str, marks: frozenset[str]) -> RichTextNode:
    node: RichTextNode = {"type": "text", "text": text}
    if "bold" in marks:
        node["bold"] = True
    if "italic" in marks:
        node["italic"] = True
    return node


def page_links(node: RichTextNode) -> list[RichTextNode]:
    """All link nodes below `node` that lead to a page."""
    found = [node] if node["type"] == "link" and "page" in node else []
    return found + [link for child in node.get("children", []) for link in page_links(child)]


def plain_text(node: RichTextNode) -> str:
    """The text alone, with a line break between a block and what is beside it."""
    if node["type"] == "text":
        return node["text"]
    if node["type"] == "lineBreak":
        return "\n"
    text, before = "", None
    for child in node.get("children", []):
        if before and (before["type"] in BLOCKS.values() or child["type"] in BLOCKS.values()):
            text += "\n"
        text += plain_text(child)
        before = child
    return text
