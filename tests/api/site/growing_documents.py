"""The only home of documents whose answers grow beyond their own length: pages that show pages, over and over."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from api.types import PAGE_TYPES

Draw = Callable[[st.SearchStrategy[Any]], Any]

# Each object says what it is, so that an answer can be counted from outside.
TEXTS = [
    "title",
    "ingress",
    "url",
    "seo { __typename description jsonLd }",
    "translations { __typename url }",
    "languageLinks { __typename path }",
    "cardImage { __typename alt rendition(width: 400) { __typename url } }",
    "contacts { __typename name image { __typename alt } }",
    "body { __typename ... on ParagraphBlock { content { __typename html markdown text document } } }",
]
PAGES = {page_type.__name__ for page_type in PAGE_TYPES.values()}
SCALARS = {"jsonLd", "document"}
WAYS = {"CasePage": ["priorities", "related", "twice"], "PriorityPage": ["cases", "edges", "facets", "twice"]}
SIZES = st.sampled_from([1, 3, 20, 100])
DEEPEST = 4


@st.composite
def growing_documents(draw: Draw) -> str:
    """Nested, by other names, in fragments, under directives, or all of it."""
    writer = Writer(draw)
    selection = writer.selection("CasePage", draw(st.integers(1, DEEPEST)))
    roots = [
        f"a{n}: cases(locale: {draw(st.sampled_from(['en', 'fi', 'sv']))}, first: {draw(SIZES)}) "
        f"{{ __typename nodes {selection} }}"
        for n in range(draw(st.sampled_from([1, 1, 2, 6])))
    ]
    return "\n".join(
        [f"query ($yes: Boolean = true) {{ __typename @include(if: $yes) {' '.join(roots)} }}", *writer.fragments]
    )


class Writer:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.fragments: list[str] = []

    def selection(self, of: str, depth: int) -> str:
        texts = self.draw(st.lists(st.sampled_from(TEXTS), max_size=3, unique=True))
        ways = self.draw(st.lists(st.sampled_from(WAYS[of]), min_size=1, max_size=2, unique=True)) if depth else []
        parts = ["__typename", *texts, *(self.way(way, of, depth - 1) for way in ways)]
        if not self.draw(st.booleans()):
            return f"{{ {' '.join(parts)} }}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {of} {{ {' '.join(parts)} }}")
        return f"{{ ...{name} ... on {of} @include(if: $yes) {{ ...{name} }} }}"

    def way(self, way: str, of: str, depth: int) -> str:
        size = self.draw(SIZES)
        if way == "priorities":
            return f"priorities {self.selection('PriorityPage', depth)}"
        if way == "facets":
            counts = f"priorities {{ __typename priority {self.selection('PriorityPage', depth)} }}"
            return f"faceted: cases(first: 0) {{ __typename facets {{ __typename {counts} }} }}"
        shown = self.selection("CasePage", depth)
        if way == "edges":
            return f"edged: cases(first: {size}) {{ __typename edges {{ __typename node {shown} }} }}"
        field = f"related(first: {size})" if of == "CasePage" else f"cases(first: {size})"
        shown = shown if of == "CasePage" else f"{{ __typename nodes {shown} }}"
        return f"one: {field} {shown} two: {field} {shown}" if way == "twice" else f"{field} {shown}"


def counted(data: Any) -> tuple[int, int]:
    """How many pages and objects an answer has."""
    if isinstance(data, list):
        numbers = [counted(child) for child in data]
    elif isinstance(data, dict):
        numbers = [counted(child) for name, child in data.items() if name not in SCALARS]
        if kind := data.get("__typename"):
            numbers.append((int(kind in PAGES), 1))
    else:
        return 0, 0
    return sum(pages for pages, _ in numbers), sum(objects for _, objects in numbers)
