"""The only home of the blocks of a page's body in the schema: one type a block, named as in cms.blocks."""

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from api.reading.identity import make_id
from api.reading.page import ReadPage
from api.types.images import Document, Image, make_document, make_image
from api.types.key_figures import KeyFigure, make_key_figure
from api.types.links import PageLink, page_link
from api.types.page import make_page_list, make_rich_text
from api.types.people import Person, make_people
from api.types.rich_text import RichText
from cms.blocks import LANGUAGE_TAG
from cms.publishing.rich_text import RichTextNode
from cms.videos import Video, read_video

if TYPE_CHECKING:
    from api.types.cases import CasePage

FOR_CASES = strawberry.lazy("api.types.cases")


@strawberry.interface(description="A block of a page's body. Further block types may come.")
class Block:
    read: strawberry.Private[ReadPage]  # the page that the block is on
    value: strawberry.Private[Any]
    block_id: strawberry.Private[str]

    @strawberry.field(
        description="Opaque; encodes the reader's language, the page (of a draft, its preview) and the block."
    )
    def id(self) -> strawberry.ID:
        return strawberry.ID(make_id(type(self).__name__, *self.read.identity(self.block_id)))

    @strawberry.field(description="The same in every language and across edits.")
    def block_key(self) -> strawberry.ID:
        return strawberry.ID(self.block_id)

    def placed(self, name: str, alt: str = "", *, decorative: bool = False) -> Image | None:
        """A picture of this block."""
        return make_image(self.read.image_of(self.value[name], alt, decorative=decorative))


LEVELS = {"2": 2, "3": 3, "4": 4}


@strawberry.type(description="A heading. Levels start at 2, below the page's title; anchors are unique on the page.")
class HeadingBlock(Block):
    anchor: str = strawberry.field(default="", description="For links into the page: the id attribute.")

    @strawberry.field(description="What the heading reads.")
    def text(self) -> str:
        return str(self.value["text"])

    @strawberry.field(description="2, 3 or 4.")
    def level(self) -> int:
        return LEVELS.get(self.value["level"], 2)  # a draft may lack it, or have another


@strawberry.type(description="Running text.")
class ParagraphBlock(Block):
    @strawberry.field(description="The text.")
    def content(self) -> RichText:
        return make_rich_text(self.value, self.read)


@strawberry.type(description="A picture with a caption.")
class ImageBlock(Block):
    @strawberry.field(description="Null where the picture has been deleted.")
    def image(self) -> Image | None:
        return self.placed("image", self.value["alt_text"], decorative=bool(self.value["decorative"]))

    @strawberry.field(description="Empty where there is none.")
    def caption(self) -> str:
        return str(self.value["caption"])


@strawberry.type(description="A quote.")
class QuoteBlock(Block):
    @strawberry.field(description="What was said, without quotation marks.")
    def quote(self) -> str:
        return str(self.value["quote"])

    @strawberry.field(description="Who said it; empty where that is not said.")
    def speaker(self) -> str:
        return str(self.value["speaker"])

    @strawberry.field(description="The speaker's role; empty where that is not said.")
    def role(self) -> str:
        return str(self.value["role"])

    @strawberry.field(description="Null where there is none.")
    def portrait(self) -> Image | None:
        return self.placed("portrait", decorative=bool(self.value.get("portrait_decorative")))


@strawberry.type(description="Figures shown large.")
class KeyFiguresBlock(Block):
    @strawberry.field(description="In the editor's order.")
    def figures(self) -> list[KeyFigure]:
        return [make_key_figure(figure, self.read.row.locale) for figure in self.value["figures"]]


@strawberry.type(description="A button: to a page or to another site.")
class CallToActionBlock(Block):
    @strawberry.field(description="What the button reads.")
    def label(self) -> str:
        return str(self.value["label"])

    @strawberry.field(description="Null where the button leads elsewhere, or its page is not published.")
    def page(self) -> PageLink | None:
        version = self.read.link(self.value["page"])
        return page_link(version, self.read.reader) if version else None

    @strawberry.field(description="The web address that the button leads to; null where it leads to a page.")
    def href(self) -> str | None:
        return self.value["href"] or None


@strawberry.type(description="Cases picked by the editor, shown as cards.")
class CaseCardsBlock(Block):
    @strawberry.field(description="Empty where there is none.")
    def heading(self) -> str:
        return str(self.value["heading"])

    @strawberry.field(description="The cases that are published, in the editor's order.")
    def cases(self) -> list[Annotated["CasePage", FOR_CASES]]:
        return make_page_list(self.read.pages(self.value["cases"]))


@strawberry.type(description="Captions of a video in one language.")
class CaptionTrack:
    lang: str = strawberry.field(description="BCP 47 tag of the captions' language.")
    label: str = strawberry.field(description="What the player's menu reads.")
    url: str = strawberry.field(description="Absolute web address of a WebVTT file.")


@strawberry.type(description="A video. Nothing should be loaded from the provider until the visitor asks for it.")
class VideoBlock(Block):
    @strawberry.field(description="The video's title.")
    def video_title(self) -> str:
        return str(self.value["video_title"])

    @strawberry.field(description="The video's page at the provider.")
    def video_url(self) -> str:
        video = self._video()
        return video.page if video else str(self.value["video_url"])

    @strawberry.field(description="For the src of an iframe; the provider's variant that sets the fewest cookies.")
    def embed_url(self) -> str:
        video = self._video()
        return video.player if video else str(self.value["video_url"])

    @strawberry.field(description="youtube or vimeo; further providers may come.")
    def provider(self) -> str:
        video = self._video()
        return video.provider if video else ""

    @strawberry.field(description="A still picture; null where there is none.")
    def poster(self) -> Image | None:
        return self.placed("poster", decorative=bool(self.value.get("poster_decorative")))

    @strawberry.field(description="BCP 47 tag of what is spoken; empty where nothing is, or it is not known.")
    def spoken_lang(self) -> str:
        return _language_tag(self.value["spoken_lang"])

    @strawberry.field(description="Empty where there are none.")
    def captions(self) -> list[CaptionTrack]:
        files = [(track, make_document(self.read.file(track["file"]))) for track in self.value["captions"]]
        return [
            CaptionTrack(lang=_language_tag(track["lang"]), label=track["label"], url=file.url)
            for track, file in files
            if file
        ]

    @strawberry.field(description="What is said and seen, as text; null where there is none.")
    def transcript(self) -> RichText | None:
        tree: RichTextNode = self.value["transcript"]
        return make_rich_text(tree, self.read) if tree.get("children") else None

    def _video(self) -> Video | None:
        return read_video(self.value["video_url"])


def _language_tag(written: str) -> str:
    """The tag that is stored; in a draft it may be anything."""
    return written if LANGUAGE_TAG.fullmatch(written) else ""


@strawberry.type(description="A file to download.")
class DownloadBlock(Block):
    @strawberry.field(description="Null where the file has been deleted.")
    def document(self) -> Document | None:
        return make_document(self.read.file(self.value["document"]))

    @strawberry.field(description="Empty where there is none.")
    def caption(self) -> str:
        return str(self.value["caption"])


@strawberry.type(description="One part of an accordion.")
class AccordionItem:
    summary: str = strawberry.field(description="What is always shown.")
    details: RichText = strawberry.field(description="What opens.")


@strawberry.type(description="Parts that open and close, each for itself.")
class AccordionBlock(Block):
    @strawberry.field(description="In the editor's order.")
    def items(self) -> list[AccordionItem]:
        return [
            AccordionItem(summary=item["summary"], details=make_rich_text(item["details"], self.read))
            for item in self.value["items"]
        ]


@strawberry.type(description="People to contact.")
class ContactsBlock(Block):
    @strawberry.field(description="Those who are published, in the editor's order.")
    def people(self) -> list[Person]:
        return make_people(self.value["people"], self.read)


@strawberry.type(description="A table of texts.")
class TableBlock(Block):
    @strawberry.field(description="Empty where there is none.")
    def table_caption(self) -> str:
        return str(self._table().get("table_caption") or "")

    @strawberry.field(description="The texts of the header row; empty where the table has none.")
    def header(self) -> list[str]:
        return self._cells()[0] if self._has_header() and self._cells() else []

    @strawberry.field(description="Whether the first cell of each row is the row's header.")
    def row_headers(self) -> bool:
        choice = self._table().get("table_header_choice")
        return choice in ("column", "both") if choice else bool(self._table().get("first_col_is_header"))

    @strawberry.field(description="The rows below the header; each has as many cells as the header.")
    def rows(self) -> list[list[str]]:
        return self._cells()[1:] if self._has_header() else self._cells()

    def _table(self) -> dict[str, Any]:
        return self.value or {}

    def _has_header(self) -> bool:
        choice = self._table().get("table_header_choice")
        return choice in ("row", "both") if choice else bool(self._table().get("first_row_is_table_header"))

    def _cells(self) -> list[list[str]]:
        return [[str(cell or "") for cell in row] for row in self._table().get("data") or []]
