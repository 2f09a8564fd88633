"""The only home of which cases and articles a filter lets through, and of how titles sort."""

import uuid

import pytest
from django.utils import timezone
from wagtail.models import Locale

from cases.models import (
    CaseFocusArea,
    CaseGoal,
    CaseLocation,
    CaseMunicipality,
    CasePage,
    CasePartner,
    CasePriority,
    Organisation,
)
from cms.publishing.models import SnippetDocument
from home.models import ArticlePriority, PriorityPage
from tests.factories import (
    ArticlePageFactory,
    CaseIndexPageFactory,
    CasePageFactory,
    OrganisationFactory,
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


def titles_of(ask, locale: str = "en", **wanted) -> list[str]:
    """The titles that a filter finds, by title."""
    cases = ask(CASES, locale=locale, filter=wanted)["cases"]
    assert cases["totalCount"] == len(cases["nodes"])
    return [node["title"] for node in cases["nodes"]]


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


@pytest.mark.parametrize(
    ("name", "values"), [("focusAreas", map(str, range(101))), ("goals", range(101)), ("funding", map(str, range(101)))]
)
def test_condition_with_too_many_values_is_an_error_that_names_the_cap(ask_error, home, name, values):
    error = "A condition names 101 values; it may name 100."
    assert ask_error(CASES, filter={name: list(values)}) == ("BAD_USER_INPUT", error)


@pytest.mark.parametrize(
    "wanted",
    [
        {"nobody": ["x"]},
        {"status": ["lost"]},
        {"goals": ["x"]},
        {"goals": [2**40]},
        {"sectors": ["x"]},
        {"year": 2**31},
    ],
)
def test_unknown_condition_is_a_validation_error(ask_error, home, wanted):
    code, _ = ask_error(CASES, filter=wanted)
    assert code == "GRAPHQL_VALIDATION_FAILED"


def test_filter_by_a_priority_finds_translations_and_fallbacks(ask, three_cases):
    translate(CasePage.objects.get(title="A", locale__language_code="en"), "fi")
    titles = [node["title"] for node in ask(CASES, filter={"priorities": ["climate"]}, locale="fi")["cases"]["nodes"]]
    assert titles == ["A [fi]", "B"]


@pytest.fixture
def cases_over_time(home):
    for title, start, end in [
        ("2019 to 2021", "2019-05", "2021-01-31"),
        ("From 2021", "2021", ""),
        ("Until 2020", "", "2020"),
        ("Undated", "", ""),
    ]:
        publish(CasePageFactory(title=title, start_date=start, end_date=end))


@pytest.mark.parametrize(
    ("year", "titles"),
    [
        (2018, []),
        (2019, ["2019 to 2021"]),
        (2020, ["2019 to 2021", "Until 2020"]),
        (2021, ["2019 to 2021", "From 2021"]),
        (2100, ["From 2021"]),
        (-(2**31), []),
        (0, []),
        (None, ["2019 to 2021", "From 2021", "Undated", "Until 2020"]),
    ],
)
def test_cases_running_in_a_year(ask, cases_over_time, year, titles):
    assert titles_of(ask, year=year) == titles


@pytest.fixture
def cases_of_organisations(home):
    """An English organisation of each kind, with the case that it takes part in."""
    made = {}
    for name, sector, live in [("Firm", "company", True), ("City", "public", True), ("Draft", "research", False)]:
        made[name] = OrganisationFactory(name=name, sector=sector, live=live)
        make_case(name, partners=[CasePartner(organisation=made[name])])
    make_case("Both", partners=[CasePartner(organisation=made[name]) for name in ("Firm", "Draft", "City")])
    make_case("Nobody")
    return made


def test_cases_of_sectors(ask, cases_of_organisations):
    assert titles_of(ask, sectors=["company"]) == ["Both", "Firm"]
    assert titles_of(ask, sectors=["company", "public"]) == ["Both", "City", "Firm"]
    assert titles_of(ask, sectors=["research"]) == []
    assert titles_of(ask, sectors=["civic"]) == []
    assert titles_of(ask, sectors=[]) == ["Both", "City", "Draft", "Firm", "Nobody"]


def test_cases_of_organisations(ask, cases_of_organisations):
    keys = {name: str(organisation.translation_key) for name, organisation in cases_of_organisations.items()}
    assert titles_of(ask, organisations=[keys["Firm"]]) == ["Both", "Firm"]
    assert titles_of(ask, organisations=[keys["Firm"], keys["City"]]) == ["Both", "City", "Firm"]
    assert titles_of(ask, organisations=[keys["Draft"]]) == []
    assert titles_of(ask, organisations=[keys["Draft"], keys["City"]]) == ["Both", "City"]
    assert titles_of(ask, organisations=["nobody", "\x00", str(uuid.uuid4()), keys["Firm"].upper()]) == []
    assert titles_of(ask, organisations=["nobody", keys["Firm"]]) == ["Both", "Firm"]


@pytest.mark.parametrize("locale", ["en", "fi", "sv"])
def test_organisation_is_found_in_the_languages_that_the_reader_gets(ask, cases_of_organisations, locale):
    key = str(cases_of_organisations["Firm"].translation_key)
    translate(cases_of_organisations["Firm"], "fi")
    Organisation.objects.filter(translation_key=key, locale__language_code="en").update(live=False)
    found = ["Both", "Firm"] if locale == "fi" else []
    assert titles_of(ask, locale, organisations=[key]) == found
    assert titles_of(ask, locale, sectors=["company"]) == found


def test_sector_is_that_of_the_version_that_the_reader_gets(ask, cases_of_organisations):
    finnish = translate(cases_of_organisations["Firm"], "fi")
    SnippetDocument.objects.filter(object_id=finnish.pk).update(document={"name": "Firma", "sector": "civic"})
    assert titles_of(ask, "fi", sectors=["civic"]) == ["Both", "Firm"]
    assert titles_of(ask, "fi", sectors=["company"]) == []
    assert titles_of(ask, "sv", sectors=["company"]) == ["Both", "Firm"]


def test_expired_organisation_finds_nothing(ask, cases_of_organisations):
    key = str(cases_of_organisations["Firm"].translation_key)
    Organisation.objects.filter(translation_key=key).update(expire_at=timezone.now())
    assert titles_of(ask, organisations=[key]) == titles_of(ask, sectors=["company"]) == []


def test_cases_of_the_strategy_covering_a_year(ask, home):
    for title, start, end in [("Old", 2014, 2020), ("New", 2021, None)]:
        strategy = publish(StrategyPageFactory(start_year=start, end_year=end))
        priorities = [publish(PriorityPageFactory(parent=strategy)) for _ in range(2)]
        for n, priority in enumerate(priorities, 1):
            make_case(f"{title} {n}", priorities=[CasePriority(priority=priority)])
    make_case("None")
    assert titles_of(ask, strategyYear=2014) == ["Old 1", "Old 2"]
    assert titles_of(ask, strategyYear=2050) == ["New 1", "New 2"]
    assert titles_of(ask, strategyYear=2013) == []
    code = PriorityPage.objects.order_by("pk").first().code
    assert titles_of(ask, strategyYear=2050, priorities=[code]) == []
    assert titles_of(ask, strategyYear=2020, priorities=[code]) == ["Old 1"]


def test_year_of_a_strategy_without_priorities_finds_nothing(ask, home):
    publish(StrategyPageFactory(start_year=2021))
    make_case("None")
    assert titles_of(ask, strategyYear=2024) == []


def test_programme_goes_by_the_name_in_the_language_that_the_reader_gets(ask, home):
    funding = [
        {
            "type": "funding",
            "id": str(uuid.uuid4()),
            "value": {"programme": "ERDF", "amount": None, "currency": "", "project_code": "", "statement": ""},
        }
    ]
    case = publish(CasePageFactory(title="A", funding=funding))
    translate(case, "fi")
    assert titles_of(ask, funding=["ERDF"]) == ["A"]
    assert titles_of(ask, "sv", funding=["nothing", "ERDF"]) == ["A"]
    assert titles_of(ask, "fi", funding=["ERDF"]) == []
    assert titles_of(ask, "fi", funding=["ERDF [fi]"]) == ["A [fi]"]
    assert titles_of(ask, funding=["erdf", "\x00"]) == []


@pytest.fixture
def cases_on_the_map(home):
    make_case("Helsinki", locations=[CaseLocation(latitude=60.17, longitude=24.94)])
    make_case(
        "Two places", locations=[CaseLocation(latitude=60, longitude=25), CaseLocation(latitude=-33, longitude=151)]
    )
    make_case("Nowhere")


@pytest.mark.parametrize(
    ("box", "titles"),
    [
        ((-90, -180, 90, 180), ["Helsinki", "Two places"]),
        ((60.17, 24.94, 60.17, 24.94), ["Helsinki"]),
        ((60.18, 24.94, 61, 25), []),
        ((59, 24.95, 60, 25), ["Two places"]),
        ((60.1, 150, 61, 152), []),  # the latitude of one place and the longitude of another are no place
        ((-33, -33, 61, 61), ["Helsinki", "Two places"]),
    ],
)
def test_cases_within_a_box(ask, cases_on_the_map, box, titles):
    assert titles_of(ask, within=dict(zip(("south", "west", "north", "east"), box, strict=True))) == titles


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((61, 24, 60, 25), "`south` is not above `north`"),
        ((-91, 24, 60, 25), "degrees from -90 to 90"),
        ((60, 24, 90.1, 25), "degrees from -90 to 90"),
        ((60, 25, 61, 24), "`west` is not above `east`: ask for a box across the antimeridian as two"),
        ((60, -181, 61, 24), "degrees from -180 to 180"),
        ((60, 24, 61, 1e308), "degrees from -180 to 180"),
    ],
)
def test_box_that_is_none_is_an_error_that_says_why(ask_error, home, box, words):
    wanted = {"within": dict(zip(("south", "west", "north", "east"), box, strict=True))}
    code, message = ask_error(CASES, filter=wanted)
    assert code == "BAD_USER_INPUT"
    assert words in message


def test_filter_that_nothing_can_match_finds_no_case_of_a_priority(ask, three_cases):
    query = """query ($filter: CaseFilter) { strategies(locale: en) { priorities {
      cases(filter: $filter) { totalCount nodes { title } facets { status { count } } } } } }"""
    for wanted in (
        {"priorities": ["nobody"]},
        {"organisations": ["nobody"]},
        {"funding": ["nothing"]},
        {"goals": [99]},
    ):
        [strategy] = ask(query, filter=wanted)["strategies"]
        assert strategy["priorities"] == [{"cases": {"totalCount": 0, "nodes": [], "facets": {"status": []}}}] * 2


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
