"""The only home of the locale rule as a reader meets it: the own language, then the fallback, then nothing."""

import pytest
from wagtail.models import Locale, Page

from tests import factories
from tests.api.site.small_site import SmallSite
from tests.factories import publish, translate

ROUTE = """
query ($path: String!) { route(path: $path) { __typename
  ... on PageRoute { locale page { title path locale isFallback } }
  ... on RedirectRoute { location permanent }
  ... on NotFoundRoute { locale path }
} }
"""


def test_page_in_the_readers_language(ask, site):
    assert ask(ROUTE, path="/fi/cases-fi/storage-fi/")["route"] == {
        "__typename": "PageRoute",
        "locale": "fi",
        "page": {"title": "Storage [fi]", "path": "/fi/cases-fi/storage-fi/", "locale": "fi", "isFallback": False},
    }


def test_page_without_a_translation_is_read_in_the_fallback(ask, site):
    assert ask(ROUTE, path="/sv/cases/storage/")["route"] == {
        "__typename": "PageRoute",
        "locale": "sv",
        "page": {"title": "Storage", "path": "/sv/cases/storage/", "locale": "en", "isFallback": True},
    }


def test_path_of_a_fallback_redirects_once_the_translation_is_published(ask, site):
    for ancestor in (site.case.get_parent().specific, site.case):
        translate(ancestor, "sv")
    redirect = {"__typename": "RedirectRoute", "location": "/sv/cases-sv/storage-sv/", "permanent": True}
    assert ask(ROUTE, path="/sv/cases/storage/")["route"] == redirect
    assert ask(ROUTE, path="/fi/cases/storage/")["route"] == {**redirect, "location": "/fi/cases-fi/storage-fi/"}
    assert ask('{ page(path: "/sv/cases/storage/") { title } }') == {"page": None}


def test_draft_of_a_translation_does_not_redirect(ask, site):
    translate(site.case.get_parent().specific, "sv", publish=False)
    translate(site.case, "sv", publish=False)
    assert ask(ROUTE, path="/sv/cases/storage/")["route"]["page"]["isFallback"] is True


def test_translation_is_no_fallback_for_the_original(ask, site):
    Page.objects.filter(pk=site.case.pk).update(live=False)
    assert ask(ROUTE, path="/en/cases/storage/")["route"]["__typename"] == "GoneRoute"
    assert ask(ROUTE, path="/sv/cases/storage/")["route"]["__typename"] == "GoneRoute"
    assert ask(ROUTE, path="/fi/cases-fi/storage-fi/")["route"]["__typename"] == "PageRoute"


@pytest.mark.parametrize(
    ("path", "locale"),
    [("/sv/nowhere/", "sv"), ("/de/cases/", "en"), ("/cases/storage/", "en"), ("/fi/cases/nowhere/", "fi")],
)
def test_unknown_path_is_not_found_in_the_language_of_its_prefix(ask, site, path, locale):
    assert ask(ROUTE, path=path)["route"] == {"__typename": "NotFoundRoute", "locale": locale, "path": path}


@pytest.mark.parametrize("path", ["/", "", "/?utm_source=x"])
def test_root_leads_to_the_original_language_for_now(ask, site, path):
    assert ask(ROUTE, path=path)["route"] == {"__typename": "RedirectRoute", "location": "/en/", "permanent": False}


@pytest.mark.parametrize(
    "path",
    [
        "/en/cases/storage",
        "en/cases/storage/",
        "/en/cases/storage/?page=2",
        "/en/cases/storage/#map",
        "/en/cases/stor%61ge/",
    ],
)
def test_path_may_be_written_as_browsers_and_editors_write_it(ask, site, path):
    assert ask(ROUTE, path=path)["route"]["page"]["path"] == "/en/cases/storage/"


def test_path_with_letters_beyond_ascii(ask, site):
    publish(factories.ContentPageFactory(title="Sähkö", slug="sähkö"))
    for path in ("/en/sähkö/", "/en/s%C3%A4hk%C3%B6/"):
        assert ask(ROUTE, path=path)["route"]["page"]["title"] == "Sähkö"


REFERENCES = """
query ($path: String!) { page(path: $path) { ... on ContentPage { body {
  ... on ParagraphBlock { content { html links { path locale isFallback } } }
  ... on CallToActionBlock { label page { title path locale isFallback } }
  ... on CaseCardsBlock { cases { title path locale isFallback } }
  ... on ContactsBlock { people { name jobTitle lang } }
} } } }
"""


def references(ask, path: str) -> dict:
    """The blocks that refer to something, as one."""
    return {name: value for block in ask(REFERENCES, path=path)["page"]["body"] for name, value in block.items()}


def page_that_refers_to_the_case(site: SmallSite) -> None:
    body = factories.full_body(image=site.image, document=site.document, person=site.person, case=site.case)
    publish(factories.ContentPageFactory(title="Links", slug="links", body=body))


def test_references_lead_to_the_readers_version(ask, site):
    page_that_refers_to_the_case(site)
    found = references(ask, "/fi/links/")
    assert '<a href="/fi/cases-fi/storage-fi/">a page</a>' in found["content"]["html"]
    link = {"path": "/fi/cases-fi/storage-fi/", "locale": "fi", "isFallback": False}
    assert found["content"]["links"] == [link]
    assert found["page"] == {"title": "Storage [fi]", **link}
    assert found["cases"] == [{"title": "Storage [fi]", **link}]
    assert found["people"] == [{"name": "Ada", "jobTitle": "Adviser [fi]", "lang": "fi"}]


def test_references_lead_to_the_fallback_where_there_is_no_version(ask, site):
    page_that_refers_to_the_case(site)
    found = references(ask, "/sv/links/")
    link = {"path": "/sv/cases/storage/", "locale": "en", "isFallback": True}
    assert '<a href="/sv/cases/storage/">a page</a>' in found["content"]["html"]
    assert found["content"]["links"] == [link]
    assert found["page"] == {"title": "Storage", **link}
    assert found["cases"] == [{"title": "Storage", **link}]
    assert found["people"] == [{"name": "Ada", "jobTitle": "Adviser", "lang": "en"}]


def test_references_to_what_is_not_published_are_nothing(ask, site):
    page_that_refers_to_the_case(site)
    site.person.unpublish()
    site.case.unpublish()
    found = references(ask, "/sv/links/")
    assert "with a page and" in found["content"]["html"]
    assert found["content"]["links"] == []
    assert (found["page"], found["label"], found["cases"], found["people"]) == (None, "Read more", [], [])


def test_references_find_a_translation_whose_original_is_not_published(ask, site):
    page_that_refers_to_the_case(site)
    site.case.unpublish()
    site.person.unpublish()
    found = references(ask, "/fi/links/")
    assert found["cases"][0]["title"] == "Storage [fi]"
    assert found["people"][0]["lang"] == "fi"


def test_strategies_and_their_relations_follow_the_reader(ask, site):
    query = """{ strategies(locale: sv) { title locale isFallback priorities { title locale }
      predecessor { title locale } successor { title locale } } }"""
    assert ask(query)["strategies"] == [
        {
            "title": "Strategy [sv]",
            "locale": "sv",
            "isFallback": False,
            "priorities": [{"title": "Climate neutrality [sv]", "locale": "sv"}],
            "predecessor": {"title": "Strategy 2014", "locale": "en"},
            "successor": None,
        },
        {
            "title": "Strategy 2014",
            "locale": "en",
            "isFallback": True,
            "priorities": [{"title": "Cleantech", "locale": "en"}],
            "predecessor": None,
            "successor": {"title": "Strategy [sv]", "locale": "sv"},
        },
    ]


def test_home_page_and_what_it_shows_follow_the_reader(ask, site):
    query = """{ home(locale: sv) { title path featuredCases { title path isFallback } strategy { title }
      children { title path } } }"""
    assert ask(query)["home"] == {
        "title": "Home [sv]",
        "path": "/sv/",
        "featuredCases": [{"title": "Bikes", "path": "/sv/cases/bikes/", "isFallback": True}],
        "strategy": {"title": "Strategy [sv]"},
        "children": [
            {"title": "Cases", "path": "/sv/cases/"},
            {"title": "Strategy 2014", "path": "/sv/strategy-2014/"},
            {"title": "Strategy [sv]", "path": "/sv/strategy-sv/"},
            {"title": "Articles", "path": "/sv/articles/"},
            {"title": "About", "path": "/sv/about/"},
        ],
    }


def test_list_has_every_page_once_in_its_best_version(ask, site):
    query = (
        "query ($locale: LocaleCode!) { cases(locale: $locale, order: title) { totalCount nodes { title locale } } }"
    )
    assert ask(query, locale="en")["cases"]["nodes"] == [
        {"title": "Bikes", "locale": "en"},
        {"title": "Storage", "locale": "en"},
    ]
    assert ask(query, locale="fi")["cases"] == {
        "totalCount": 2,
        "nodes": [{"title": "Bikes", "locale": "en"}, {"title": "Storage [fi]", "locale": "fi"}],
    }
    assert [node["locale"] for node in ask(query, locale="sv")["cases"]["nodes"]] == ["en", "en"]


def test_list_without_fallback_has_only_the_readers_language_and_what_its_pages_refer_to_falls_back(ask, site):
    query = """query ($locale: LocaleCode!) {
      cases(locale: $locale, fallback: false) { totalCount nodes {
        title priorities { title } languageLinks { locale } } }
      articles(locale: $locale, fallback: false) { totalCount nodes { title } }
    }"""
    assert ask(query, locale="fi") == {
        "cases": {
            "totalCount": 1,
            "nodes": [
                {
                    "title": "Storage [fi]",
                    "priorities": [{"title": "Climate neutrality [fi]"}, {"title": "Cleantech"}],
                    "languageLinks": [{"locale": "en"}, {"locale": "fi"}, {"locale": "sv"}],
                }
            ],
        },
        "articles": {"totalCount": 0, "nodes": []},
    }
    assert ask(query, locale="sv")["cases"] == {"totalCount": 0, "nodes": []}


def test_translations_say_when_the_original_changed_since(ask, site):
    query = """{ page(path: "/fi/cases-fi/storage-fi/") { translations { locale title state } } }"""
    assert [version["state"] for version in ask(query)["page"]["translations"]] == ["current", "current"]
    case = type(site.case).objects.get(pk=site.case.pk)
    case.ingress = "Heat for the winter"
    publish(case)
    assert ask(query)["page"]["translations"] == [
        {"locale": "en", "title": "Storage", "state": "current"},
        {"locale": "fi", "title": "Storage [fi]", "state": "outdated"},
    ]
    translate(case, "fi")
    assert [version["state"] for version in ask(query)["page"]["translations"]] == ["current", "current"]


def test_draft_of_the_original_makes_no_translation_outdated(ask, site):
    case = type(site.case).objects.get(pk=site.case.pk)
    case.ingress = "Not said yet"
    case.save_revision()
    query = """{ page(path: "/fi/cases-fi/storage-fi/") { translations { state } } }"""
    assert [version["state"] for version in ask(query)["page"]["translations"]] == ["current", "current"]


def test_alias_is_never_a_version(ask, site):
    site.other_case.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    query = '{ page(path: "/en/cases/bikes/") { translations { locale } languageLinks { locale isFallback } } }'
    assert ask(query)["page"] == {
        "translations": [{"locale": "en"}],
        "languageLinks": [
            {"locale": "en", "isFallback": False},
            {"locale": "fi", "isFallback": True},
            {"locale": "sv", "isFallback": True},
        ],
    }
    assert ask(ROUTE, path="/fi/cases-fi/bikes/")["route"]["__typename"] == "NotFoundRoute"
    assert ask(ROUTE, path="/fi/cases/bikes/")["route"]["page"]["isFallback"] is True


def test_page_in_one_language_only_has_links_to_where_it_can_be_read(ask, site):
    Page.objects.filter(pk=site.case.pk).update(live=False)
    query = '{ page(path: "/fi/cases-fi/storage-fi/") { languageLinks { locale path } translations { locale } } }'
    assert ask(query)["page"] == {
        "languageLinks": [{"locale": "fi", "path": "/fi/cases-fi/storage-fi/"}],
        "translations": [{"locale": "fi"}],
    }
