"""The only home of which texts of an answer readers read: those, and nothing else, are what search finds a page by.

Every text in the schema of a page type and of its blocks is named here as read or as unread, so that none is forgotten:
tests/test_architecture.py asks for them.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, get_named_type, is_composite_type

from api.types import PAGE_TYPES as SCHEMA_TYPES
from cms.publishing.models import PublishedDocument, PublishedPage
from cms.publishing.words import words
from tests.api.everything import SCHEMA, TYPES, everything
from tests.translation.specimens import PAGE_TYPES, filled, with_empty_blocks

READ = {
    "HeadingBlock": {"text"},
    "ImageBlock": {"caption"},
    "QuoteBlock": {"quote", "speaker", "role"},
    "CallToActionBlock": {"label"},
    "CaseCardsBlock": {"heading"},
    "VideoBlock": {"videoTitle"},
    "DownloadBlock": {"caption"},
    "TableBlock": {"tableCaption", "header", "rows"},
    "AccordionItem": {"summary"},
    "KeyFigure": {"value", "unit", "caption"},
    "FocusArea": {"name", "text"},
    "Funding": {"programme", "projectCode", "statement"},
    "ExternalLink": {"title"},
    "RichText": {"text"},
    "StrategyPage": {"mainTheme"},
    "PriorityPage": {"label"},
}
UNREAD = {
    "HeadingBlock": {"anchor"},
    "CallToActionBlock": {"href"},
    "VideoBlock": {"videoUrl", "embedUrl", "provider", "spokenLang"},
    "CaptionTrack": {"lang", "label", "url"},
    "KeyFigure": {"sourceUrl", "lang"},
    "FocusArea": {"code", "lang"},
    "Funding": {"currency"},
    "ExternalLink": {"url"},
    "RichText": {"html", "markdown"},
    "PriorityPage": {"code", "color", "textColor"},
}
# What a page only mentions: it is found by its own page, by its name, or not at all.
MENTIONED = {
    "Page", "PageLink", "CasePage", "PriorityPage", "StrategyPage", "ArticlePage", "CaseConnection",
    "ArticleConnection", "Image", "Document", "Person", "Partner", "Municipality", "Goal", "Coordinates",
}  # fmt: skip
MENTIONED_FIELDS = {"CasePage.focusAreas"}
OF_EVERY_PAGE = TYPES["Page"].fields.keys()  # of these, title and ingress are read

pytestmark = pytest.mark.usefixtures("home")


def fields(of: GraphQLObjectType) -> dict[str, Any]:
    """The fields of a type that say what it is, with their types' names."""
    shared = OF_EVERY_PAGE if of.name in {page_type.__name__ for page_type in SCHEMA_TYPES.values()} else ()
    own = {name: get_named_type(field.type) for name, field in of.fields.items() if name not in shared}
    return {name: kind for name, kind in own.items() if f"{of.name}.{name}" not in MENTIONED_FIELDS}


def parts_below(of: GraphQLNamedType, seen: set[str]) -> Iterator[GraphQLObjectType]:
    """The type, or those that an interface stands for, and all that they are made of."""
    if of.name in seen:
        return
    seen.add(of.name)
    if isinstance(of, GraphQLInterfaceType):
        for member in SCHEMA.get_possible_types(of):
            yield from parts_below(member, seen)
        return
    yield of
    for kind in fields(of).values():
        if is_composite_type(kind) and kind.name not in MENTIONED:
            yield from parts_below(kind, seen)


def texts_not_known(of: GraphQLObjectType) -> set[str]:
    """Those of a type that are not named as read or as unread, or are named and not there."""
    texts = {name for name, kind in fields(of).items() if kind.name == "String"}
    return texts ^ (READ.get(of.name, set()) | UNREAD.get(of.name, set()))


def read(value: Any, of: GraphQLObjectType) -> Iterator[str]:
    """The texts of an answer that are read, of a value of a type."""
    for name, kind in fields(of).items():
        values = value[name] if isinstance(value[name], list) else [value[name]]
        if name in READ.get(of.name, ()):
            yield from flat(values)
        elif is_composite_type(kind) and kind.name not in MENTIONED:
            for part in values:
                if part is not None:
                    yield from read(part, TYPES[part.get("__typename", kind.name)])


def flat(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from flat(part)
    elif value:
        yield value


@pytest.mark.parametrize("make", [filled, with_empty_blocks])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_page_is_found_by_every_word_that_is_read_on_it_and_by_no_other(ask, model, make) -> None:
    page = make(model)
    row = PublishedPage.objects.get(id=page.pk)
    query = f"query ($path: String!) {{ page(path: $path) {{ ... on {model.__name__} {everything(model.__name__)} }} }}"
    answer = ask(query, path=f"/en/{row.path}")["page"]

    texts = [answer["title"], answer["ingress"], *read(answer, TYPES[model.__name__])]
    stored = PublishedDocument.objects.get(pk=page.pk).search_words
    if model.__name__ == "PriorityPage" and not page.label:
        texts.remove(answer["label"])  # the title, once more
    assert Counter(word for text in texts for word in words(text)) == Counter(" ".join(stored.values()).split())
