"""The only home of rich text in the schema: one tree of nodes, and the forms that it can be had in."""

from html import escape
from typing import cast

import strawberry

from api.reading.markdown import to_markdown
from api.reading.references import References
from api.scalars import RichTextDocument
from api.types.links import PageLink, page_link
from cms.publishing.rich_text import RichTextNode, page_links, plain_text

HTML_ELEMENTS = {"paragraph": "p", "bulletedList": "ul", "numberedList": "ol", "listItem": "li"}


@strawberry.type(
    description="Text with paragraphs, lists, bold, italic and links, in the form that suits the frontend."
)
class RichText:
    tree: strawberry.Private[RichTextNode]
    references: strawberry.Private[References]

    @strawberry.field(description="Safe HTML; links to pages already point at the reader's language.")
    def html(self) -> str:
        return to_html(self._resolved())

    @strawberry.field(description="CommonMark.")
    def markdown(self) -> str:
        return to_markdown(self._resolved())

    @strawberry.field(description="The text alone, a line for each paragraph or list item.")
    def text(self) -> str:
        return plain_text(self.tree)

    @strawberry.field(description="For frontends that render their own components.")
    def document(self) -> RichTextDocument:
        return cast(RichTextDocument, self._resolved())

    @strawberry.field(
        description="The pages that the text links to, in order. Pages that are not published are left out."
    )
    def links(self) -> list[PageLink]:
        versions = (self.references.version(key) for key in self._link_keys())
        return [page_link(version, self.references.reader) for version in versions if version]

    def _resolved(self) -> RichTextNode:
        return {"type": "document", "children": _resolve_all(self.tree.get("children", []), self.references)}

    def _link_keys(self) -> list[str]:
        return [str(link["page"]) for link in page_links(self.tree) if link["page"]]


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
