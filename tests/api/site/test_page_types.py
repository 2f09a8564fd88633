"""The only home of what a reader gets of the page types around the cases."""

import pytest

from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES
from cms.publishing.models import PublishedDocument
from tests.api.everything import everything
from tests.api.site.small_site import PATHS

# What the small site leaves empty. Of a type that is not here, only what is below it, and what follows it, may be.
EMPTY = {
    "HomePage": {"parent", "breadcrumbs"},
    "StrategyPage": {"cardImage", "endYear", "successor"},
    "PriorityPage": {"children", "successor"},
    "CaseIndexPage": {"ingress", "cardImage"},
    "ArticleIndexPage": {"ingress", "cardImage"},
    "ContentPage": {"cardImage"},
}


@pytest.mark.parametrize("name", sorted(page_type.__name__ for page_type in PAGE_TYPES.values()))
def test_every_field_of_a_page_type_is_answered(ask, site, name):
    assert name in PATHS, f"tests/api/site/small_site.py builds no {name}: publish one there, and say in PATHS where."
    page = ask(f'{{ page(path: "{PATHS[name]}") {{ ... on {name} {everything(name)} }} }}')["page"]
    empty = {field for field, value in page.items() if value in (None, "", [])}
    assert empty == EMPTY.get(name, {"children"}), f"Fill it in small_site.py, or name it in EMPTY of {name}."


def test_home_page(ask, site):
    query = """
    { home(locale: en) { __typename title path ingress heroImage { alt } cardImage { alt }
      body { __typename ... on HeadingBlock { text level anchor } }
      featuredCases { title path } strategy { title startYear } parent { title } breadcrumbs { title }
      children { title } } }
    """
    assert ask(query)["home"] == {
        "__typename": "HomePage",
        "title": "Home",
        "path": "/en/",
        "ingress": "Welcome",
        "heroImage": {"alt": "A town"},
        "cardImage": {"alt": "A town"},
        "body": [{"__typename": "HeadingBlock", "text": "A heading", "level": 2, "anchor": "a-heading"}],
        "featuredCases": [{"title": "Bikes", "path": "/en/cases/bikes/"}],
        "strategy": {"title": "Strategy", "startYear": 2021},
        "parent": None,
        "breadcrumbs": [],
        "children": [{"title": child.title} for child in site.home.get_children()],
    }


STRATEGY = """
    __typename title startYear endYear mainTheme mainThemeText { html } ingress body { __typename }
    priorities { title } predecessor { title } successor { title } children { title }
"""


def test_strategies_are_listed_newest_first(ask, site):
    assert ask(f"{{ strategies(locale: en) {{ {STRATEGY} }} }}")["strategies"] == [
        {
            "__typename": "StrategyPage",
            "title": "Strategy",
            "startYear": 2021,
            "endYear": None,
            "mainTheme": "Together",
            "mainThemeText": {"html": '<p>See <a href="/en/cases/bikes/">bikes</a>.</p>'},
            "ingress": "What we do",
            "body": [{"__typename": "HeadingBlock"}],
            "priorities": [{"title": "Climate neutrality"}],
            "predecessor": {"title": "Strategy 2014"},
            "successor": None,
            "children": [{"title": "Climate neutrality"}],
        },
        {
            "__typename": "StrategyPage",
            "title": "Strategy 2014",
            "startYear": 2014,
            "endYear": 2020,
            "mainTheme": "",
            "mainThemeText": {"html": ""},
            "ingress": "",
            "body": [],
            "priorities": [{"title": "Cleantech"}],
            "predecessor": None,
            "successor": {"title": "Strategy"},
            "children": [{"title": "Cleantech"}],
        },
    ]


@pytest.mark.parametrize(
    ("year", "title"),
    [
        ("null", "Strategy"),
        (2014, "Strategy 2014"),
        (2020, "Strategy 2014"),
        (2021, "Strategy"),
        (2090, "Strategy"),
        (2013, None),
    ],
)
def test_strategy_is_the_latest_one_that_covers_the_year(ask, site, year, title):
    strategy = ask(f"{{ strategy(locale: en, year: {year}) {{ title }} }}")["strategy"]
    assert strategy == (title and {"title": title})


def test_priority_page(ask, site):
    query = """
    { page(path: "/en/strategy/climate/") { ... on PriorityPage {
      code label color textColor ingress cardImage { alt } strategy { title } successor { title }
      focusAreas { code name text lang } contacts { name } cases { totalCount nodes { title } } } } }
    """
    assert ask(query)["page"] == {
        "code": "climate-neutrality",
        "label": "Climate",
        "color": "#1B7F5C",
        "textColor": "#ffffff",
        "ingress": "No emissions",
        "cardImage": {"alt": "A forest"},
        "strategy": {"title": "Strategy"},
        "successor": None,
        "focusAreas": [{"code": "heat", "name": "Heat", "text": "Warm homes", "lang": "en"}],
        "contacts": [{"name": "Ada"}],
        "cases": {"totalCount": 1, "nodes": [{"title": "Storage"}]},
    }


def test_old_priority_names_its_successor_and_has_its_title_for_a_label(ask, site):
    query = """{ page(path: "/en/strategy-2014/cleantech/") { ... on PriorityPage {
      label textColor successor { code } cases { totalCount } } } }"""
    assert ask(query)["page"] == {
        "label": "Cleantech",
        "textColor": "#000000",
        "successor": {"code": "climate-neutrality"},
        "cases": {"totalCount": 1},
    }


def test_article_page(ask, site):
    query = """{ page(path: "/en/articles/news/") { ... on ArticlePage {
      title date ingress leadImage { alt } cardImage { alt } contacts { name } priorities { code }
      related { title } body { __typename } } } }"""
    page = ask(query)["page"]
    assert len(page.pop("body")) == len(BLOCK_TYPES)
    assert page == {
        "title": "News",
        "date": "2024-05-17",
        "ingress": "New",
        "leadImage": {"alt": "A crane"},
        "cardImage": {"alt": "A crane"},
        "contacts": [{"name": "Ada"}],
        "priorities": [{"code": "climate-neutrality"}],
        "related": [{"title": "Second"}],
    }


def test_lists_have_their_pages(ask, site):
    query = """{
      cases: page(path: "/en/cases/") { ... on CaseIndexPage {
        cases(order: title) { nodes { title } } children { title } } }
      articles: page(path: "/en/articles/") { ... on ArticleIndexPage {
        articles { nodes { title } } children { title } } }
    }"""
    assert ask(query) == {
        "cases": {
            "cases": {"nodes": [{"title": "Bikes"}, {"title": "Storage"}]},
            "children": [{"title": "Bikes"}, {"title": "Storage"}],
        },
        "articles": {
            "articles": {"nodes": [{"title": "News"}, {"title": "Second"}]},
            "children": [{"title": "Second"}, {"title": "News"}],
        },
    }


def test_content_page(ask, site):
    query = """{ page(path: "/en/about/") { ... on ContentPage {
      title ingress body { __typename } children { title path } parent { path } } } }"""
    page = ask(query)["page"]
    assert len(page.pop("body")) == len(BLOCK_TYPES)
    assert page == {
        "title": "About",
        "ingress": "Who we are",
        "children": [{"title": "Team", "path": "/en/about/team/"}],
        "parent": {"path": "/en/"},
    }


def test_page_of_a_type_that_this_release_does_not_know_is_left_out(ask, site):
    of_another_release = PublishedDocument.objects.filter(page__in=[site.about.pk, site.case.pk])
    of_another_release.update(type="home.leaflet")
    query = """{ route(path: "/en/about/") { __typename } page(path: "/en/about/") { id }
      cases(locale: en) { nodes { title } } articles(locale: en) { totalCount } }"""
    assert ask(query) == {
        "route": {"__typename": "NotFoundRoute"},
        "page": None,
        "cases": {"nodes": [{"title": "Bikes"}]},
        "articles": {"totalCount": 2},
    }
