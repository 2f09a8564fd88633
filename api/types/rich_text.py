"""The only home of rich text in the schema: one tree of nodes, and the forms that it can be had in."""

from typing import cast

import strawberry

from api.reading.markdown import to_markdown
from api.reading.references import References
from api.reading.rich_text import resolved, to_html
from api.scalars import RichTextDocument
from api.types.links import PageLink, page_link
from cms.publishing.rich_text import RichTextNode, page_links, plain_text


@strawberry.type(
    description="Text with paragraphs, lists, bold, italic and links, in the form that suits the frontend."
)
class RichText:
    tree: strawberry.Private[RichTextNode]
    references: strawberry.Private[References]

    @strawberry.field(description="Safe HTML; links to pages already point at the reader's language.")
    def html(self) -> str:
        return to_html(resolved(self.tree, self.references))

    @strawberry.field(description="CommonMark.")
    def markdown(self) -> str:
        return to_markdown(resolved(self.tree, self.references))

    @strawberry.field(description="The text alone, a line for each paragraph or list item.")
    def text(self) -> str:
        return plain_text(self.tree)

    @strawberry.field(description="For frontends that render their own components.")
    def document(self) -> RichTextDocument:
        return cast(RichTextDocument, resolved(self.tree, self.references))

    @strawberry.field(
        description="The pages that the text links to, in order. Pages that are not published are left out."
    )
    def links(self) -> list[PageLink]:
        versions = (self.references.version(key) for key in self._link_keys())
        return [page_link(version, self.references.reader) for version in versions if version]

    def _link_keys(self) -> list[str]:
        return [str(link["page"]) for link in page_links(self.tree) if link["page"]]
