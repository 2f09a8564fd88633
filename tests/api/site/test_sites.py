"""The only home of several sites: whose pages, menus and addresses an answer has."""

import json

import pytest
from wagtail.models import Page, Site

from cases.models import CaseIndexPage, CasePage
from home.models import HomePage
from tests import factories
from tests.factories import publish

CASES = "query ($site: String) { cases(locale: en, site: $site) { totalCount nodes { title path url } } }"


@pytest.fixture
def other(site):
    """Another site with a list of cases and one case, on a host of its own."""
    root = Page.objects.get(depth=1)
    home = publish(root.add_child(instance=HomePage(title="Cities", slug="cities", locale=site.home.locale)))
    index = publish(home.add_child(instance=CaseIndexPage(title="Cases", slug="cases")))
    publish(index.add_child(instance=CasePage(title="Tram", slug="tram")))
    return Site.objects.create(hostname="cities.example", port=443, site_name="Cities", root_page=home)


@pytest.fixture
def ask_from(client):
    def post(query, **headers):
        body = json.dumps({"query": query})
        return client.post("/graphql/", body, content_type="application/json", headers=headers).json()["data"]

    return post


def test_site_is_asked_for_by_its_host_name(ask, other):
    tram = {"title": "Tram", "path": "/en/cases/tram/", "url": "https://cities.example/en/cases/tram/"}
    for name in ("cities.example", "Cities.Example", "cities.example:443"):
        assert ask(CASES, site=name)["cases"] == {"totalCount": 1, "nodes": [tram]}


def test_default_site_is_read_where_none_is_named(ask, other):
    assert ask(CASES) == ask(CASES, site="localhost")
    urls = [case["url"] for case in ask(CASES)["cases"]["nodes"]]
    assert len(urls) == 2
    assert all(url.startswith("http://localhost:8001/en/cases/") for url in urls)


@pytest.mark.parametrize(
    "name", ["unknown.example", "", "cities.example:80", "cities.example/", "\x00", "cities\ud800"]
)
def test_unknown_site_is_an_error_that_names_it(ask_error, other, name):
    code, message = ask_error(CASES, site=name)
    assert code == "BAD_USER_INPUT"
    assert message.startswith("No site is called")


def test_port_is_asked_for_where_two_sites_have_one_host(ask, ask_error, site, other):
    Site.objects.create(hostname="cities.example", port=8443, root_page=site.home)
    code, message = ask_error(CASES, site="cities.example")
    assert code == "BAD_USER_INPUT"
    assert "port" in message
    assert ask(CASES, site="cities.example:8443")["cases"]["totalCount"] == 2


def test_frontend_that_asks_gets_its_own_site(ask_from, other, settings):
    settings.ALLOWED_HOSTS = ["*"]
    query = "{ cases(locale: en) { nodes { title } } }"
    tram, usual = [{"title": "Tram"}], ask_from(query)["cases"]["nodes"]
    assert ask_from(query, origin="https://cities.example")["cases"]["nodes"] == tram
    assert ask_from(query, host="cities.example:443")["cases"]["nodes"] == tram
    for origin in ("http://cities.example", "https://cities.example:8443", "null", "https://[", "https://x:99999"):
        assert ask_from(query, origin=origin)["cases"]["nodes"] == usual, origin


def test_origin_that_asks_counts_before_the_host(ask_from, other, settings):
    settings.ALLOWED_HOSTS = ["*"]
    query = "{ cases(locale: en) { totalCount } }"
    assert ask_from(query, origin="https://cities.example", host="localhost")["cases"]["totalCount"] == 1


def test_one_path_leads_to_another_page_on_each_site(ask, other):
    query = 'query ($site: String) { page(path: "/en/cases/", site: $site) { id title url children { title } } }'
    here, there = ask(query)["page"], ask(query, site="cities.example")["page"]
    assert there["children"] == [{"title": "Tram"}] != here["children"]
    assert there["id"] != here["id"]


def test_menus_and_texts_are_those_of_the_site(ask, other):
    factories.SiteSettingsFactory(site=other, site_name="Smart cities")
    query = "query ($site: String) { settings(locale: en, site: $site) { siteName } navigation(locale: en, site: $site) { header { label } } }"
    assert ask(query, site="cities.example") == {
        "settings": {"siteName": "Smart cities"},
        "navigation": {"header": []},
    }
    assert ask(query)["settings"] == {"siteName": "Helsinki Smart Region"}


def test_link_to_a_page_of_another_site_leads_nowhere(ask, site, other):
    tram = CasePage.objects.get(slug="tram")
    text = f'<p><a linktype="page" id="{tram.pk}">A tram</a></p>'
    site.about.body = factories.body(paragraph=text)
    publish(site.about)
    query = (
        '{ page(path: "/en/about/") { ... on ContentPage { body { ... on ParagraphBlock { content { html } } } } } }'
    )
    assert ask(query)["page"]["body"] == [{"content": {"html": "<p>A tram</p>"}}]


def test_two_sites_with_one_root_show_the_same_pages_at_their_own_addresses(ask, site):
    Site.objects.create(hostname="mirror.example", port=443, root_page=site.home)
    here, there = ask(CASES)["cases"], ask(CASES, site="mirror.example")["cases"]
    assert here["totalCount"] == there["totalCount"] == 2
    assert [case["path"] for case in here["nodes"]] == [case["path"] for case in there["nodes"]]
    assert {case["url"].split("/en/")[0] for case in there["nodes"]} == {"https://mirror.example"}


def test_site_within_a_site_begins_at_its_own_root(ask, site):
    Site.objects.create(hostname="cases.example", port=443, root_page=site.case.get_parent())
    query = 'query ($site: String) { page(path: "/en/storage/", site: $site) { title breadcrumbs { path } } }'
    assert ask(query, site="cases.example")["page"] == {"title": "Storage", "breadcrumbs": [{"path": "/en/"}]}
    assert ask(CASES)["cases"]["totalCount"] == 2


def test_naming_the_site_takes_one_statement_more(statements, other):
    named = statements(CASES.replace("$site: String", '$site: String = "cities.example"'))
    assert len(named) == len(statements(CASES)) + 1
