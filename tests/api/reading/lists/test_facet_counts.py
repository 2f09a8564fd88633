"""The only home of what facets count, and of their order."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from cases.models import (
    CaseGoal,
    CaseMunicipality,
    CasePartner,
    CasePriority,
    Municipality,
    Organisation,
)
from tests.api.copies import copies, copies_of_snippet
from tests.factories import (
    CasePageFactory,
    OrganisationFactory,
    PriorityPageFactory,
    StrategyPageFactory,
    publish,
    translate,
)

FACETS = """facets {
  priorities { priority { code } count } goals { goal { number } count } municipalities { municipality { code } count }
  status { status count } years { year count } sectors { sector count }
  organisations { organisation { translationKey name } count } funding { programme count }
}"""
QUERY = f"""query ($locale: LocaleCode = en, $filter: CaseFilter, $fallback: Boolean = true) {{
  cases(locale: $locale, filter: $filter, fallback: $fallback, first: 0) {{ totalCount {FACETS} }}
}}"""
# Where in an answer a facet's values are, and the filter that takes them.
VALUES = {
    "priorities": (lambda entry: entry["priority"]["code"], "priorities"),
    "goals": (lambda entry: entry["goal"]["number"], "goals"),
    "municipalities": (lambda entry: entry["municipality"]["code"], "municipalities"),
    "status": (lambda entry: entry["status"], "status"),
    "years": (lambda entry: entry["year"], "year"),
    "sectors": (lambda entry: entry["sector"], "sectors"),
    "organisations": (lambda entry: entry["organisation"]["translationKey"], "organisations"),
    "funding": (lambda entry: entry["programme"], "funding"),
}
GOALS, CODES, PROGRAMMES = [1, 7, 13], ["018", "091", "092"], ["ERDF", "EAKR", "Horizon"]
STATUSES, SECTORS = ["planned", "ongoing", "completed"], ["company", "public", "research"]
PRIORITIES = ["climate", "health", "old"]
MOST_ALIASES = 60


def flat(facets):
    """Each facet as value and count, in the order of the answer."""
    return {name: [(VALUES[name][0](entry), entry["count"]) for entry in entries] for name, entries in facets.items()}


@pytest.fixture
def varied(home):
    """Many cases that differ in everything, a third of them with a Finnish version that differs again.

    Some expire, one day or a moment ago; what has a moment is in none of the numbers that are kept.
    """
    chance = random.Random(7)  # noqa: S311  # the same content every time
    strategy = publish(StrategyPageFactory(start_year=2021))
    old_strategy = publish(StrategyPageFactory(start_year=2014, end_year=2020))
    parents = {"climate": strategy, "health": strategy, "old": old_strategy}
    priorities = [publish(PriorityPageFactory(parent=parent, code=code)) for code, parent in parents.items()]
    draft = PriorityPageFactory(parent=strategy, code="draft")
    organisations = [
        OrganisationFactory(sector=sector, live=live) for sector in SECTORS for live in (True, True, False)
    ]
    case = publish(CasePageFactory(title="Case"))
    finnish = translate(case, "fi")

    def some(values, most=2):
        return [str(value) for value in chance.choices(values, k=chance.randint(0, most))]

    def change(_, document):
        first, last = chance.choice(
            [("", ""), ("2018", ""), ("2030", ""), ("2016", "2019"), ("", "2020"), ("2025", "2032")]
        )
        return {
            **document,
            "priorities": [{"priority": key} for key in some([p.translation_key for p in [*priorities, draft]])],
            "goals": [{"goal": int(goal)} for goal in some(GOALS)],
            "municipalities": [{"municipality": code} for code in some(CODES)],
            "partners": [{"organisation": key} for key in some([o.translation_key for o in organisations], 3)],
            "funding": [{"value": {"programme": programme}} for programme in some(PROGRAMMES)],
            "status": chance.choice(STATUSES),
            "start_date": first,
            "end_date": last,
        }

    originals = copies(case, 45, change)
    for original, version in zip(originals, copies(finnish, 15, change), strict=False):
        Page.objects.filter(pk=version.pk).update(translation_key=original.page.translation_key)
    for moment, some_pages in ((timedelta(days=1), originals[::4]), (timedelta(seconds=-1), originals[1::9])):
        Page.objects.filter(pk__in=[page.pk for page in some_pages]).update(expire_at=timezone.now() + moment)
    return [str(organisation.translation_key) for organisation in organisations]


def some_of(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


@st.composite
def filters(draw, organisations):
    conditions = {
        "priorities": some_of(PRIORITIES),
        "goals": some_of(GOALS),
        "municipalities": some_of(CODES),
        "status": some_of(STATUSES),
        "year": st.sampled_from([2016, 2019, 2024, 2031]),
        "sectors": some_of(SECTORS),
        "organisations": some_of(organisations),
        "funding": some_of(PROGRAMMES),
        "strategyYear": st.sampled_from([2015, 2024]),
    }
    names = draw(st.lists(st.sampled_from(sorted(conditions)), max_size=3, unique=True))
    return {name: draw(conditions[name]) for name in names}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_every_count_is_that_of_the_list_with_that_value_as_the_facets_filter(ask, varied, data):
    wanted, locale = data.draw(filters(varied)), data.draw(st.sampled_from(["en", "fi", "sv"]))
    cases = ask(
        QUERY.replace("first: 0", "first: 100").replace("totalCount", "totalCount nodes { id }"),
        locale=locale,
        filter=wanted,
    )["cases"]
    assert cases["totalCount"] == len(cases["nodes"])
    facets = flat(cases["facets"])
    expected = []
    for facet, values in facets.items():
        own = VALUES[facet][1]
        expected += [({**wanted, own: value if own == "year" else [value]}, count) for value, count in values]
    counted = []
    for start in range(0, len(expected), MOST_ALIASES):
        part = expected[start : start + MOST_ALIASES]
        variables = {f"f{n}": one for n, (one, _) in enumerate(part)}
        fields = " ".join(
            f"f{n}: cases(locale: {locale}, first: 0, filter: $f{n}) {{ totalCount }}" for n in range(len(part))
        )
        answer = ask(f"query ({' '.join(f'${name}: CaseFilter' for name in variables)}) {{ {fields} }}", **variables)
        counted += [(one, answer[name]["totalCount"]) for name, one in variables.items()]
    assert counted == expected
    assert all(count > 0 for _, count in expected)


def test_a_value_that_is_not_counted_finds_nothing(ask, varied):
    wanted = {"goals": [7], "status": ["planned"], "municipalities": ["091"]}
    facets = flat(ask(QUERY, filter=wanted)["cases"]["facets"])
    every = {
        "goals": range(1, 18),
        "status": [*STATUSES, "cancelled"],
        "sectors": [*SECTORS, "civic"],
        "organisations": varied,
    }
    for facet, values in every.items():
        for value in set(values) - dict(facets[facet]).keys():
            assert ask(QUERY, filter={**wanted, facet: [value]})["cases"]["totalCount"] == 0


def test_facets_of_no_case_are_empty(ask, home):
    assert set(map(tuple, ask(QUERY)["cases"]["facets"].values())) == {()}


def test_facets_under_a_filter_that_finds_nothing(ask, varied):
    assert set(map(tuple, ask(QUERY, filter={"focusAreas": ["nothing"]})["cases"]["facets"].values())) == {()}
    facets = flat(ask(QUERY, filter={"goals": [99], "status": ["planned"]})["cases"]["facets"])
    assert [goal for goal, _ in facets.pop("goals")] == GOALS
    assert set(map(tuple, facets.values())) == {()}


def test_order_of_the_values(ask, varied):
    organisations = {str(one.translation_key): one.name for one in Organisation.objects.all()}
    facets = flat(ask(QUERY)["cases"]["facets"])
    assert [code for code, _ in facets["priorities"] if code != "old"] == ["climate", "health"]
    assert [goal for goal, _ in facets["goals"]] == GOALS
    assert [status for status, _ in facets["status"]] == STATUSES
    assert [sector for sector, _ in facets["sectors"]] == SECTORS
    assert [year for year, _ in facets["years"]] == sorted((year for year, _ in facets["years"]), reverse=True)
    assert facets["funding"] == sorted(facets["funding"], key=lambda entry: (-entry[1], entry[0]))
    assert facets["organisations"] == sorted(
        facets["organisations"], key=lambda entry: (-entry[1], organisations[entry[0]].casefold())
    )


def test_case_of_the_whole_region_counts_in_all_26_municipalities(ask, home):
    publish(CasePageFactory(title="Whole region"))
    own = CasePageFactory(title="Helsinki")
    own.municipalities = [CaseMunicipality(municipality_id="091")]
    publish(own)
    entries = ask(QUERY)["cases"]["facets"]["municipalities"]
    counts = {entry["municipality"]["code"]: entry["count"] for entry in entries}
    assert counts == {**dict.fromkeys(Municipality.objects.values_list("code", flat=True), 1), "091": 2}


def test_municipalities_without_a_case_are_left_out(ask, home):
    case = CasePageFactory()
    case.municipalities = [CaseMunicipality(municipality_id="091")]
    publish(case)
    assert flat(ask(QUERY)["cases"]["facets"])["municipalities"] == [("091", 1)]


def test_organisation_with_two_roles_in_a_case_counts_once(ask, home):
    organisation = OrganisationFactory(name="Acme", sector="civic")
    case = CasePageFactory()
    case.partners = [CasePartner(organisation=organisation, role=role) for role in ("lead", "funder")]
    publish(case)
    facets = flat(ask(QUERY)["cases"]["facets"])
    assert (facets["organisations"], facets["sectors"]) == ([(str(organisation.translation_key), 1)], [("civic", 1)])


def test_organisation_that_is_not_published_does_not_count(ask, home):
    case = CasePageFactory()
    case.partners = [CasePartner(organisation=OrganisationFactory(live=False))]
    publish(case)
    facets = flat(ask(QUERY)["cases"]["facets"])
    assert (facets["organisations"], facets["sectors"]) == ([], [])


def test_case_without_an_end_counts_up_to_this_year(ask, home):
    this_year = timezone.localdate().year
    publish(CasePageFactory(start_date=str(this_year - 2)))
    assert flat(ask(QUERY)["cases"]["facets"])["years"] == [(this_year - n, 1) for n in range(3)]


def test_case_without_an_end_counts_in_later_years_of_others(ask, home):
    this_year = timezone.localdate().year
    publish(CasePageFactory(start_date=str(this_year)))
    publish(CasePageFactory(start_date=str(this_year + 1), end_date=str(this_year + 1)))
    assert flat(ask(QUERY)["cases"]["facets"])["years"] == [(this_year + 1, 2), (this_year, 1)]


def test_case_that_begins_later_counts_in_its_first_year(ask, home):
    later = timezone.localdate().year + 5
    publish(CasePageFactory(start_date=f"{later}-05"))
    assert flat(ask(QUERY)["cases"]["facets"])["years"] == [(later, 1)]


def test_years_are_at_most_100(ask, home):
    publish(CasePageFactory(start_date="1000", end_date="2020"))
    years = flat(ask(QUERY)["cases"]["facets"])["years"]
    assert (len(years), years[0], years[-1]) == (100, (2020, 1), (1921, 1))


def test_organisations_are_at_most_100_of_the_highest_count(ask, home):
    zeppelin = OrganisationFactory(name="Zeppelin")
    made = [zeppelin, *copies_of_snippet(zeppelin, 120, lambda n, document: document | {"name": f"Firm {n - 1:03}"})]
    for partners in (made, made[:1]):
        case = CasePageFactory()
        case.partners = [CasePartner(organisation=organisation) for organisation in partners]
        publish(case)
    found = ask(QUERY)["cases"]["facets"]["organisations"]
    names = [entry["organisation"]["name"] for entry in found]
    assert names == ["Zeppelin", *(f"Firm {n:03}" for n in range(99))]
    assert [entry["count"] for entry in found] == [2, *[1] * 99]


def test_names_sort_as_the_readers_language_does(ask, home):
    case = CasePageFactory()
    case.partners = [
        CasePartner(organisation=OrganisationFactory(name=name)) for name in ("Öljy", "Ääni", "Åland", "Zeta")
    ]
    publish(case)
    for locale, names in {"en": ["Ääni", "Åland", "Öljy", "Zeta"], "sv": ["Zeta", "Åland", "Ääni", "Öljy"]}.items():
        found = ask(QUERY, locale=locale)["cases"]["facets"]["organisations"]
        assert [entry["organisation"]["name"] for entry in found] == names


def test_facets_without_fallback_count_the_readers_language_alone(ask, home):
    for goal in (7, 13):
        case = CasePageFactory()
        case.goals = [CaseGoal(goal_id=goal)]
        case = publish(case)
    translate(case, "fi")
    assert flat(ask(QUERY, locale="fi", fallback=False)["cases"]["facets"])["goals"] == [(13, 1)]
    assert flat(ask(QUERY, locale="fi")["cases"]["facets"])["goals"] == [(7, 1), (13, 1)]


def test_facets_of_the_cases_of_each_priority(ask, home):
    strategy = publish(StrategyPageFactory())
    climate, health = (publish(PriorityPageFactory(parent=strategy, code=code)) for code in ("climate", "health"))
    for goal, priorities in ((7, [climate, climate]), (13, [health, climate]), (1, [])):
        case = CasePageFactory()
        case.goals = [CaseGoal(goal_id=goal)]
        case.priorities = [CasePriority(priority=priority) for priority in priorities]
        publish(case)
    query = f"""{{ strategies(locale: en) {{ priorities {{ code
      cases(first: 0) {{ {FACETS} }} narrow: cases(first: 0, filter: {{goals: [13], priorities: ["health"]}}) {{ {FACETS} }}
    }} }} }}"""
    [strategy] = ask(query)["strategies"]
    found = {
        page["code"]: [
            {name: flat(page[name]["facets"])[facet] for name in ("cases", "narrow")}
            for facet in ("priorities", "goals")
        ]
        for page in strategy["priorities"]
    }
    assert found == {
        "climate": [
            {"cases": [("climate", 2), ("health", 1)], "narrow": [("climate", 1), ("health", 1)]},
            {"cases": [(7, 1), (13, 1)], "narrow": [(13, 1)]},
        ],
        "health": [
            {"cases": [("climate", 1), ("health", 1)], "narrow": [("climate", 1), ("health", 1)]},
            {"cases": [(13, 1)], "narrow": [(13, 1)]},
        ],
    }
