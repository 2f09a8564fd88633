"""The only home of rich text with its links resolved, and of rich text as HTML; `markdown` writes it as CommonMark."""

from html import escape
from typing import cast

from api.reading.references import References
from cms.publishing.rich_text import RichTextNode

HTML_ELEMENTS = {"paragraph": "p", "bulletedList": "ul", "numberedList": "ol", "listItem": "li"}


def resolved(tree: RichTextNode, references: References) -> RichTextNode:
    """The text with its links leading to where the reader finds their pages; `load_versions` has looked them up."""
    return {"type": "document", "children": _resolve_all(tree.get("children", []), references)}


def _resolve_all(nodes: list[RichTextNode], references: References) -> list[RichTextNode]:
    return [resolved for node in nodes for resolved in _resolve(node, references)]


def _resolve(node: RichTextNode, references: References) -> list[RichTextNode]:
    """The node with its links leading to paths; a link to what is not published leaves its text."""
    if "children" not in node:
        return [node]
    children = _resolve_all(node["children"], references)
    if node["type"] == "link" and "page" in node:
        version = references.version(str(node["page"])) if node["page"] else None
        if version is None:
            return children
        href, key = references.reader.path(version), str(version.translation_key)
        link = {"type": "link", "href": href, "translationKey": key}
        return [cast(RichTextNode, {**link, "children": children})]
    return [{**node, "children": children}]


def to_html(node: RichTextNode) -> str:
    if node["type"] == "text":
        html = escape(node["text"])
        if node.get("italic"):
            html = f"<i>{html}</i>"
        return f"<b>{html}</b>" if node.get("bold") else html
    if node["type"] == "lineBreak":
        return "<br>"
    inner = "".join(to_html(child) for child in node.get("children", []))
    if node["type"] == "link":
        return f'<a href="{escape(node["href"])}">{inner}</a>'
    element = HTML_ELEMENTS.get(node["type"])
    return f"<{element}>{inner}</{element}>" if element else inner
