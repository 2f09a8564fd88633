"""The only home of what readers may also look at."""

import pytest

from cases.models import CaseGoal, CaseMunicipality, CasePriority, RelatedCase
from home.models import ArticlePriority
from tests.factories import ArticlePageFactory, CasePageFactory, publish, translate

RELATED = 'query ($first: Int) {{ page(path: "{path}") {{ ... on {type} {{ related(first: $first) {{ title }} }} }} }}'


@pytest.fixture
def titles(ask):
    def get(path, first=None, page_type="CasePage"):
        page = ask(RELATED.format(path=path, type=page_type), first=first)["page"]
        return [other["title"] for other in page["related"]]

    return get


@pytest.fixture
def alike(site):
    """Cases that have more and less in common with the full case."""
    for title, rows in {
        "Goal": {"goals": [CaseGoal(goal_id=7)]},
        "Place": {"municipalities": [CaseMunicipality(municipality_id="018")]},
        "Priority": {"priorities": [CasePriority(priority=site.climate)]},
        "Priority and place": {
            "priorities": [CasePriority(priority=site.climate)],
            "municipalities": [CaseMunicipality(municipality_id="092")],
        },
        "Another place": {"municipalities": [CaseMunicipality(municipality_id="091")]},
        "Younger goal": {"goals": [CaseGoal(goal_id=13)]},
    }.items():
        case = CasePageFactory(title=title)
        for name, value in rows.items():
            setattr(case, name, value)
        publish(case)


def test_picks_come_first_then_what_has_most_in_common(titles, alike):
    ranked = ["Bikes", "Priority and place", "Priority", "Younger goal", "Goal", "Place"]
    assert titles("/en/cases/storage/", 100) == ranked
    assert titles("/en/cases/storage/", 2) == ranked[:2]
    assert titles("/en/cases/storage/") == ranked[:3]


def test_pick_that_also_has_something_in_common_is_there_once(site, titles, alike):
    case = type(site.case).objects.get(pk=site.case.pk)
    case.related = [RelatedCase(case=type(case).objects.get(title=title)) for title in ("Goal", "Priority")]
    publish(case)
    assert titles("/en/cases/storage/", 4) == ["Goal", "Priority", "Priority and place", "Younger goal"]


def test_no_more_than_asked_for_and_none_for_zero(titles, alike):
    assert titles("/en/cases/storage/", 0) == []
    assert titles("/en/cases/storage/", 1) == ["Bikes"]


@pytest.mark.parametrize("first", [-1, 101])
def test_number_outside_the_cap_is_an_error_that_names_it(ask_error, site, first):
    error = "BAD_USER_INPUT", f"`first` is {first}; it may be 0 to 100."
    assert ask_error(RELATED.format(path="/en/cases/storage/", type="CasePage"), first=first) == error


def test_case_never_relates_to_itself_in_any_language(site, titles):
    case = type(site.case).objects.get(pk=site.case.pk)
    case.related = [RelatedCase(case=case)]
    publish(case)
    assert titles("/en/cases/storage/") == titles("/sv/cases/storage/") == []


def test_related_cases_are_in_the_readers_language_where_they_exist_in_it(site, titles, alike):
    translate(type(site.case).objects.get(title="Priority", locale__language_code="en"), "fi")
    assert titles("/fi/cases-fi/storage-fi/", 3) == ["Bikes", "Priority and place", "Priority [fi]"]


def test_each_case_of_a_list_has_its_own(ask, alike):
    nodes = ask("{ cases(locale: en, order: title) { nodes { title related(first: 2) { title } } } }")["cases"]["nodes"]
    assert {node["title"]: [other["title"] for other in node["related"]] for node in nodes} == {
        "Another place": [],
        "Bikes": [],
        "Goal": ["Storage"],
        "Place": ["Storage"],
        "Priority": ["Priority and place", "Storage"],
        "Priority and place": ["Storage", "Priority"],
        "Storage": ["Bikes", "Priority and place"],
        "Younger goal": ["Storage"],
    }


def test_articles_relate_by_priority(site, titles):
    for title in ("Older", "Younger"):
        article = ArticlePageFactory(title=title)
        article.priorities = [ArticlePriority(priority=site.climate)]
        publish(article)
    assert titles("/en/articles/news/", page_type="ArticlePage") == ["Second", "Younger", "Older"]
    assert titles("/en/articles/second/", page_type="ArticlePage") == []
