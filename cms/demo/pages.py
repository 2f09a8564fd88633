"""The only home of what each page type takes from its file: fields, the rows below it and its place in the tree."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Orderable

from cases.models import (
    CaseContact,
    CaseFocusArea,
    CaseGoal,
    CaseIndexPage,
    CaseLocation,
    CaseMunicipality,
    CasePage,
    CasePartner,
    CasePriority,
    RelatedCase,
)
from cms.demo.blocks import References, body, stream
from cms.demo.content import Content, Data, Entry
from cms.pages import BasePage
from home.models import (
    ArticleContact,
    ArticleIndexPage,
    ArticlePage,
    ArticlePriority,
    ContentPage,
    FeaturedCase,
    HomePage,
    PriorityContact,
    PriorityPage,
    RelatedArticle,
    StrategyPage,
)

Fields = dict[str, Any]
HOME, CASES, ARTICLES = "home", "cases", "articles"
INDEXES: dict[str, type[BasePage]] = {CASES: CaseIndexPage, ARTICLES: ArticleIndexPage}
SIMPLE_FIELDS = (
    "title", "slug", "ingress", "start_year", "end_year", "main_theme", "code", "label", "color", "status",
    "start_date", "end_date", "technology_readiness_level",
)  # fmt: skip

STREAMS = {  # beside the body, with the one kind of block in each
    "priorities": {"focus_areas": "focus_area"},
    "cases": {"key_figures": "figure", "funding": "funding", "links": "link"},
}


def model_of(entry: Entry) -> type[BasePage]:
    by_kind: dict[str, type[BasePage]] = {
        "strategies": StrategyPage, "priorities": PriorityPage, "cases": CasePage, "articles": ArticlePage,
    }  # fmt: skip
    special: dict[str, type[BasePage]] = {HOME: HomePage, **INDEXES}
    return by_kind.get(entry.kind) or special.get(entry.code, ContentPage)


def parent_of(entry: Entry) -> str:
    """The code of the page above."""
    return entry.parent or (entry.kind if entry.kind in INDEXES else HOME)


def in_tree_order(content: Content) -> list[Entry]:
    """Every page after the one above it: the strategy in force first, as in the menu; cases and articles by age."""
    pages, strategies = content.entries["pages"], content.entries["strategies"]
    special = [pages[code] for code in (HOME, *INDEXES)]
    return [
        special[0],
        *sorted(strategies.values(), key=lambda entry: -entry.data["start_year"]),
        *special[1:],
        *(page for page in pages.values() if page not in special),
        *content.entries["priorities"].values(),
        *sorted(content.entries["cases"].values(), key=lambda entry: entry.data["first_published"]),
        *sorted(content.entries["articles"].values(), key=lambda entry: entry.data["first_published"]),
    ]


def fields(entry: Entry, language: str, references: References) -> Fields:
    """The page's own fields in a language."""
    data = entry.in_language(language)
    result: Fields = {name: data[name] for name in SIMPLE_FIELDS if name in data}
    for name in ("lead_image", "hero_image"):
        if name in data:
            result |= {f"{name}_id": data[name]["image"], f"{name}_alt": data[name]["alt"]}
    for name in ("predecessor", "successor"):
        if name in data:
            result[f"{name}_id"] = references.pages[data[name]]
    if "main_theme_text" in data:
        result["main_theme_text"] = references.html(data["main_theme_text"])
    if "date" in data:
        is_day = len(data["date"]) == len(data["first_published"])
        result["date"] = data["date"] if is_day else data["first_published"]
    return result | _streams(entry, data, references)


def _streams(entry: Entry, data: Data, references: References) -> Fields:
    result = {"body": body(entry, data["body"], references)} if "body" in data else {}
    for name, block in STREAMS.get(entry.kind, {}).items():
        result[name] = stream(entry, name, [(block, value) for value in data.get(name, [])], references)
    return result


def rows(entry: Entry, references: References) -> dict[str, list[Orderable]]:
    """The rows below the page, in their order; the same in every language."""
    data, pages, people = entry.data, references.pages, references.people
    of_type: dict[type[BasePage], dict[str, Callable[[Any], Orderable]]] = {
        HomePage: {"featured_cases": lambda code: FeaturedCase(case_id=pages[code])},
        PriorityPage: {"contacts": lambda code: PriorityContact(person_id=people[code])},
        CasePage: {
            "priorities": lambda code: CasePriority(priority_id=pages[code]),
            "focus_areas": lambda code: CaseFocusArea(code=code),
            "goals": lambda number: CaseGoal(goal_id=number),
            "municipalities": lambda code: CaseMunicipality(municipality_id=code),
            "locations": lambda value: CaseLocation(**value),
            "partners": lambda value: _partner(value, references),
            "contacts": lambda code: CaseContact(person_id=people[code]),
            "related": lambda code: RelatedCase(case_id=pages[code]),
        },
        ArticlePage: {
            "priorities": lambda code: ArticlePriority(priority_id=pages[code]),
            "contacts": lambda code: ArticleContact(person_id=people[code]),
            "related": lambda code: RelatedArticle(article_id=pages[code]),
        },
    }
    result: dict[str, list[Orderable]] = {}
    for name, make in of_type.get(model_of(entry), {}).items():
        result[name] = [make(value) for value in data.get(name, [])]
        for position, row in enumerate(result[name]):
            row.sort_order = position
    return result


def _partner(value: Data, references: References) -> CasePartner:
    return CasePartner(organisation_id=references.organisations[value["organisation"]], role=value["role"])
