"""The only home of a page's body: which API type serves which block, and what blocks need to know of one another."""

from django.utils.text import slugify

from api.reading.page import ReadPage
from api.types.blocks import (
    AccordionBlock,
    Block,
    CallToActionBlock,
    CaseCardsBlock,
    ContactsBlock,
    DownloadBlock,
    HeadingBlock,
    ImageBlock,
    KeyFiguresBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
    VideoBlock,
)

BLOCK_TYPES: dict[str, type[Block]] = {
    "heading": HeadingBlock,
    "paragraph": ParagraphBlock,
    "image": ImageBlock,
    "quote": QuoteBlock,
    "key_figures": KeyFiguresBlock,
    "call_to_action": CallToActionBlock,
    "case_cards": CaseCardsBlock,
    "video": VideoBlock,
    "download": DownloadBlock,
    "accordion": AccordionBlock,
    "contacts": ContactsBlock,
    "table": TableBlock,
}


def make_body(page: ReadPage) -> list[Block]:
    """The blocks of a page. Types that this release does not know are left out."""
    anchors: dict[str, int] = {}
    body: list[Block] = []
    for item in page.body():
        if block_type := BLOCK_TYPES.get(item["type"]):
            block = block_type(read=page, value=item["value"], block_id=item["id"])
            if isinstance(block, HeadingBlock):
                block.anchor = unique_anchor(item["value"]["text"], anchors)
            body.append(block)
    return body


def unique_anchor(text: str, taken: dict[str, int]) -> str:
    """An anchor made from `text` that is not among those `taken`, which it joins."""
    anchor = base = slugify(text) or "section"
    while anchor in taken:
        taken[base] += 1
        anchor = f"{base}-{taken[base]}"
    taken[anchor] = 1
    return anchor
