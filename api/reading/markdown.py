"""The only home of rich text as CommonMark: https://spec.commonmark.org/0.31.2/.

What an editor wrote is text: no star, number or bracket of it becomes markup. Where bold or italic cannot be said
beside the letters around it, the text is left plain.
"""

import re
import unicodedata
from collections.abc import Iterable

from cms.publishing.rich_text import RichTextNode

LISTS = ("bulletedList", "numberedList")
BLOCKS = (*LISTS, "paragraph", "listItem")
SPACES = re.compile(r"[ \t\r\n\f]+")
MARKUP = re.compile(r"([\\`*_\[\]<~]|&(?=[#A-Za-z]))")
BLOCK_START = re.compile(r"^([-+#>=]|\d{1,9}(?=[.)]))", re.MULTILINE)
LINE_START = re.compile(r"(?<=\n)(?=[^\n])")
NOT_IN_ADDRESSES = str.maketrans({character: f"%{ord(character):02X}" for character in " ()<>\\\t\r\n"})


def to_markdown(node: RichTextNode) -> str:
    """The blocks of a document or a list item, with an empty line between them."""
    return "\n\n".join(_blocks(node.get("children", [])))


def _blocks(nodes: Iterable[RichTextNode]) -> list[str]:
    blocks: list[str] = []
    inline: list[RichTextNode] = []
    for node in nodes:
        if node["type"] in BLOCKS:
            blocks += [_paragraph(inline), _block(node)]
            inline = []
        else:
            inline.append(node)
    return [block for block in [*blocks, _paragraph(inline)] if block]


def _block(node: RichTextNode) -> str:
    children = node.get("children", [])
    if node["type"] not in LISTS:
        return to_markdown(node)
    numbered = node["type"] == "numberedList"
    bullets = (f"{number}. " if numbered else "- " for number in range(1, len(children) + 1))
    return "\n".join(_item(bullet, child) for bullet, child in zip(bullets, children, strict=True))


def _item(bullet: str, node: RichTextNode) -> str:
    """The item with all its lines below its first letter."""
    return (bullet + LINE_START.sub(" " * len(bullet), to_markdown(node))).rstrip(" ")


def _paragraph(nodes: list[RichTextNode]) -> str:
    lines = (line.strip() for line in _inline(nodes).split("\n"))
    return BLOCK_START.sub(_escaped_start, "\\\n".join(line for line in lines if line))


def _escaped_start(match: re.Match[str]) -> str:
    start = match[1]
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


def _inline(nodes: Iterable[RichTextNode]) -> str:
    """Texts and links; a line break is a line break."""
    written = ""
    following = list(nodes)
    while following:
        node = following.pop(0)
        if node["type"] == "lineBreak":
            written += "\n"
        elif node["type"] == "link":
            written = re.sub(r"!$", r"\!", written)  # or it would be a picture
            written += f"[{_inline(node.get('children', []))}]({node['href'].translate(NOT_IN_ADDRESSES)})"
        elif node["type"] == "text":
            written += _text(node, written[-1:], _first_letter(following))
    return written


def _text(node: RichTextNode, before: str, after: str) -> str:
    text = MARKUP.sub(r"\\\1", SPACES.sub(" ", node["text"]))
    core = text.strip()
    mark = ("**" if node.get("bold") else "") + ("*" if node.get("italic") else "")
    if not mark or not core:
        return text
    lead, tail = text[: text.index(core)], text[text.index(core) + len(core) :]
    if _can_stand_between(lead or before, core[0]) and _can_stand_between(tail or after, core[-1]):
        return f"{lead}{mark}{core}{mark}{tail}"
    return text


def _can_stand_between(outside: str, inside: str) -> bool:
    """Whether stars between these two letters open or close (left- and right-flanking, and no other stars beside)."""
    outside = outside[-1:]
    if outside == "*":
        return False
    return not _is_punctuation(inside) or not outside.strip() or _is_punctuation(outside)


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _first_letter(nodes: list[RichTextNode]) -> str:
    """What comes right after: the mark of a marked text is a star."""
    if not nodes or nodes[0]["type"] == "lineBreak":
        return ""
    if nodes[0]["type"] == "link":
        return "["
    text = nodes[0]["text"]
    marked = (nodes[0].get("bold") or nodes[0].get("italic")) and text[:1].strip()
    return "*" if marked else (MARKUP.sub(r"\\\1", text)[:1] or _first_letter(nodes[1:]))
