"""The only home of which cases and articles a filter lets through, and of how titles sort."""

import pytest
from wagtail.models import Locale

from cases.models import CaseFocusArea, CaseGoal, CaseMunicipality, CasePage, CasePriority
from home.models import ArticlePriority
from tests.factories import (
    ArticlePageFactory,
    CaseIndexPageFactory,
    CasePageFactory,
    PriorityPageFactory,
    StrategyPageFactory,
    publish,
    translate,
)

CASES = """
query ($filter: CaseFilter, $locale: LocaleCode = en) {
  cases(locale: $locale, filter: $filter, order: title) { totalCount nodes { title } }
}
"""


def make_case(title: str, **rows) -> CasePage:
    case = CasePageFactory(title=title, **{name: rows.pop(name) for name in ("status",) if name in rows})
    for name, values in rows.items():
        setattr(case, name, values)
    return publish(case)


@pytest.fixture
def priorities(home):
    strategy = publish(StrategyPageFactory())
    return [publish(PriorityPageFactory(parent=strategy, code=code)) for code in ("climate", "health")]


@pytest.fixture
def three_cases(priorities):
    climate, health = priorities
    make_case(
        "A",
        status="planned",
        priorities=[CasePriority(priority=climate)],
        goals=[CaseGoal(goal_id=7), CaseGoal(goal_id=13)],
        municipalities=[CaseMunicipality(municipality_id="092")],
        focus_areas=[CaseFocusArea(code="heat")],
    )
    make_case(
        "B",
        status="completed",
        priorities=[CasePriority(priority=health), CasePriority(priority=climate)],
        goals=[CaseGoal(goal_id=13)],
        municipalities=[CaseMunicipality(municipality_id="018"), CaseMunicipality(municipality_id="091")],
    )
    make_case("Whole region")


FOUND = [
    (None, ["A", "B", "Whole region"]),
    ({}, ["A", "B", "Whole region"]),
    ({"priorities": ["climate"]}, ["A", "B"]),
    ({"priorities": ["health"]}, ["B"]),
    ({"priorities": ["health", "climate"]}, ["A", "B"]),
    ({"priorities": []}, ["A", "B", "Whole region"]),
    ({"priorities": None}, ["A", "B", "Whole region"]),
    ({"priorities": ["nobody"]}, []),
    ({"priorities": ["nobody", "health"]}, ["B"]),
    ({"focusAreas": ["heat"]}, ["A"]),
    ({"focusAreas": ["nothing"]}, []),
    ({"goals": [7]}, ["A"]),
    ({"goals": [7, 13]}, ["A", "B"]),
    ({"goals": [99]}, []),
    ({"goals": []}, ["A", "B", "Whole region"]),
    ({"municipalities": ["092"]}, ["A", "Whole region"]),
    ({"municipalities": ["018", "092"]}, ["A", "B", "Whole region"]),
    ({"municipalities": ["nowhere"]}, ["Whole region"]),
    ({"municipalities": []}, ["A", "B", "Whole region"]),
    ({"status": ["planned"]}, ["A"]),
    ({"status": ["planned", "completed"]}, ["A", "B"]),
    ({"status": ["cancelled"]}, []),
    ({"priorities": ["climate"], "municipalities": ["018"]}, ["B"]),
    ({"priorities": ["climate"], "goals": [7], "status": ["planned"], "focusAreas": ["heat"]}, ["A"]),
    ({"priorities": ["health"], "goals": [7]}, []),
    ({"focusAreas": ["\x00"], "municipalities": ["\ud800"]}, []),
    ({"priorities": ["\x00", "climate"]}, ["A", "B"]),
]


def test_all_conditions_hold_and_inside_one_any_is_enough(ask, three_cases):
    found = []
    for wanted, _ in FOUND:
        cases = ask(CASES, filter=wanted)["cases"]
        assert cases["totalCount"] == len(cases["nodes"])
        found.append((wanted, [node["title"] for node in cases["nodes"]]))
    assert found == FOUND


@pytest.mark.parametrize(("name", "values"), [("focusAreas", map(str, range(101))), ("goals", range(101))])
def test_condition_with_too_many_values_is_an_error_that_names_the_cap(ask_error, home, name, values):
    error = "A condition names 101 values; it may name 100."
    assert ask_error(CASES, filter={name: list(values)}) == ("BAD_USER_INPUT", error)


@pytest.mark.parametrize("wanted", [{"nobody": ["x"]}, {"status": ["lost"]}, {"goals": ["x"]}, {"goals": [2**40]}])
def test_unknown_condition_is_a_validation_error(ask_error, home, wanted):
    code, _ = ask_error(CASES, filter=wanted)
    assert code == "GRAPHQL_VALIDATION_FAILED"


def test_filter_by_a_priority_finds_translations_and_fallbacks(ask, three_cases):
    translate(CasePage.objects.get(title="A", locale__language_code="en"), "fi")
    titles = [node["title"] for node in ask(CASES, filter={"priorities": ["climate"]}, locale="fi")["cases"]["nodes"]]
    assert titles == ["A [fi]", "B"]


def test_cases_of_several_priorities_at_once(ask, three_cases):
    query = """{ strategies(locale: en) { priorities { code
      cases(first: 1, order: title) { totalCount nodes { title } pageInfo { hasNextPage endCursor } }
      planned: cases(filter: {status: [planned]}) { totalCount nodes { title } }
      none: cases(first: 0) { totalCount nodes { title } }
    } } }"""
    [strategy] = ask(query)["strategies"]
    climate, health = strategy["priorities"]
    assert climate["cases"]["pageInfo"].pop("endCursor")
    assert health["cases"]["pageInfo"].pop("endCursor")
    assert climate == {
        "code": "climate",
        "cases": {"totalCount": 2, "nodes": [{"title": "A"}], "pageInfo": {"hasNextPage": True}},
        "planned": {"totalCount": 1, "nodes": [{"title": "A"}]},
        "none": {"totalCount": 2, "nodes": []},
    }
    assert health == {
        "code": "health",
        "cases": {"totalCount": 1, "nodes": [{"title": "B"}], "pageInfo": {"hasNextPage": False}},
        "planned": {"totalCount": 0, "nodes": []},
        "none": {"totalCount": 1, "nodes": []},
    }


def test_further_priorities_narrow_the_cases_of_a_priority(ask, three_cases):
    query = '{ strategies(locale: en) { priorities { cases(filter: {priorities: ["health"]}) { nodes { title } } } } }'
    [strategy] = ask(query)["strategies"]
    assert strategy["priorities"] == [{"cases": {"nodes": [{"title": "B"}]}}, {"cases": {"nodes": [{"title": "B"}]}}]


def test_cases_of_a_priority_are_walked_through(ask, three_cases):
    query = """query ($after: String, $before: String, $first: Int, $last: Int) { strategies(locale: en) { priorities {
      cases(order: title, first: $first, after: $after, last: $last, before: $before) { nodes { title } pageInfo {
      hasNextPage hasPreviousPage startCursor endCursor } } } } }"""

    def part(**variables):
        cases = ask(query, **variables)["strategies"][0]["priorities"][0]["cases"]
        return [node["title"] for node in cases["nodes"]], cases["pageInfo"]

    first, info = part(first=1)
    second, _ = part(first=1, after=info["endCursor"])
    last, info = part(last=1)
    before, end = part(last=1, before=info["startCursor"])
    assert (first, second, last, before) == (["A"], ["B"], ["B"], ["A"])
    assert (info["hasPreviousPage"], end["hasPreviousPage"]) == (True, False)


def test_articles_by_priority_and_year(ask, priorities):
    climate, _ = priorities
    for title, date, tagged in [("Old", "2023-12-31", True), ("New", "2024-01-01", False), ("Undated", None, True)]:
        article = ArticlePageFactory(title=title, date=date)
        article.priorities = [ArticlePriority(priority=climate)] if tagged else []
        publish(article)
    query = "query ($filter: ArticleFilter) { articles(locale: en, filter: $filter) { totalCount nodes { title } } }"

    def titles(**wanted):
        articles = ask(query, filter=wanted)["articles"]
        assert articles["totalCount"] == len(articles["nodes"])
        return {node["title"] for node in articles["nodes"]}

    assert titles() == {"Old", "New", "Undated"}
    assert titles(year=2024) == {"New"}
    assert titles(priorities=["climate"]) == {"Old", "Undated"}
    assert titles(priorities=["climate"], year=2023) == {"Old"}
    assert titles(priorities=["nobody"]) == titles(year=-1) == set()


@pytest.mark.parametrize(
    ("locale", "sorted_titles"),
    [
        ("en", ["Ärade", "Beta", "Öl", "Zeta"]),
        ("fi", ["Beta", "Zeta", "Åbo", "Ärade", "Öl"]),
        ("sv", ["Beta", "Zeta", "Åbo", "Ärade", "Öl"]),
    ],
)
def test_titles_sort_as_their_language_sorts(ask, home, locale, sorted_titles):
    language = Locale.objects.get(language_code=locale)
    own_home = home if locale == "en" else translate(home, locale)
    index = publish(CaseIndexPageFactory(parent=own_home, locale=language))
    for title in reversed(sorted_titles):
        publish(CasePageFactory(title=title, parent=index, locale=language))
    cases = ask(CASES, locale=locale)["cases"]["nodes"]
    assert [node["title"] for node in cases] == sorted_titles
