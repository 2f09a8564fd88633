"""The only home of what search engines and link previews are told of a page."""

import pytest
from wagtail.models import Locale, Site

from cases.models import CasePartner
from tests import factories
from tests.factories import publish, translate

FRONTEND = "http://localhost:8001"
SEO = "seo { title description canonicalUrl noindex image { alt } alternates { hreflang url } }"
JSON_LD = "seo { jsonLd }"
ORGANIZATION = {"@id": f"{FRONTEND}/#organization"}


def seo(ask, path: str, selection: str = SEO) -> dict:
    return ask(f'{{ page(path: "{path}") {{ {selection} }} }}')["page"]["seo"]


def alternates(ask, path: str) -> dict[str, str]:
    return {link["hreflang"]: link["url"] for link in seo(ask, path)["alternates"]}


def described(ask, path: str) -> dict:
    """What JSON-LD says of the page itself."""
    [thing] = [thing for thing in graph(ask, path) if thing.get("@id") == seo(ask, path)["canonicalUrl"]]
    return thing


def graph(ask, path: str) -> list[dict]:
    answer = seo(ask, path, JSON_LD)["jsonLd"]
    assert answer["@context"] == "https://schema.org"
    return answer["@graph"]


def test_page_without_texts_of_its_own_for_search_engines_is_shown_by_title_and_ingress(ask, site):
    assert seo(ask, "/fi/cases-fi/storage-fi/") == {
        "title": "Storage [fi]",
        "description": "Heat for later [fi]",
        "canonicalUrl": f"{FRONTEND}/fi/cases-fi/storage-fi/",
        "noindex": False,
        "image": {"alt": "A rock [fi]"},
        "alternates": [
            {"hreflang": "en", "url": f"{FRONTEND}/en/cases/storage/"},
            {"hreflang": "fi", "url": f"{FRONTEND}/fi/cases-fi/storage-fi/"},
            {"hreflang": "x-default", "url": f"{FRONTEND}/en/cases/storage/"},
        ],
    }


def test_texts_written_for_search_engines_win(ask, site):
    site.about.seo_title, site.about.search_description, site.about.noindex = "All about us", "The region", True
    publish(site.about)
    found = seo(ask, "/en/about/")
    assert (found["title"], found["description"], found["noindex"]) == ("All about us", "The region", True)


def test_page_with_neither_description_nor_picture(ask, site):
    found = seo(ask, "/en/cases/bikes/")
    assert (found["description"], found["image"]) == ("", None)


def test_canonical_address_of_a_fallback_is_its_originals(ask, site):
    original = seo(ask, "/en/cases/storage/")
    assert original["canonicalUrl"] == f"{FRONTEND}/en/cases/storage/"
    assert seo(ask, "/sv/cases/storage/") == original


def test_outdated_translation_is_an_alternate_and_an_alias_is_none(ask, site):
    before = alternates(ask, "/en/cases/storage/")
    site.case.ingress = "Changed since"
    publish(site.case)
    site.case.get_parent().specific.copy_for_translation(Locale.objects.get(language_code="sv"), alias=True)
    site.case.copy_for_translation(Locale.objects.get(language_code="sv"), alias=True)
    assert alternates(ask, "/en/cases/storage/") == before
    assert before.keys() == {"en", "fi", "x-default"}


def test_first_version_stands_in_where_the_default_language_has_none(ask, site):
    type(site.home).objects.filter(pk=site.home.pk).update(live=False)
    swedish = alternates(ask, "/sv/")
    assert swedish == {"fi": f"{FRONTEND}/fi/", "sv": f"{FRONTEND}/sv/", "x-default": f"{FRONTEND}/fi/"}
    assert alternates(ask, "/fi/") == swedish


def test_json_ld_of_a_case(ask, site, monkeypatch):
    funder = factories.OrganisationFactory(name="The Fund", website="")
    case = type(site.case).objects.get(pk=site.case.pk)
    case.partners.add(CasePartner(organisation=funder, role="funder"))
    publish(case)
    page = ask(
        """{ page(path: "/en/cases/storage/") { firstPublishedAt lastPublishedAt
          cardImage { rendition(width: 1200, format: jpeg) { url } } seo { jsonLd } } }"""
    )["page"]
    assert page["seo"]["jsonLd"] == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Organization",
                **ORGANIZATION,
                "name": "Regional Council",
                "url": f"{FRONTEND}/",
                "sameAs": ["https://social.example/@region"],
            },
            {
                "@type": "WebSite",
                "@id": f"{FRONTEND}/en/#website",
                "name": "Helsinki Smart Region",
                "url": f"{FRONTEND}/en/",
                "inLanguage": "en",
                "publisher": ORGANIZATION,
            },
            {
                "@type": "Article",
                "@id": f"{FRONTEND}/en/cases/storage/",
                "url": f"{FRONTEND}/en/cases/storage/",
                "name": "Storage",
                "headline": "Storage",
                "description": "Heat for later",
                "inLanguage": "en",
                "isPartOf": {"@id": f"{FRONTEND}/en/#website"},
                "datePublished": page["firstPublishedAt"],
                "dateModified": page["lastPublishedAt"],
                "image": page["cardImage"]["rendition"]["url"],
                "author": ORGANIZATION,
                "publisher": ORGANIZATION,
                "about": [
                    {"@type": "Thing", "name": "Climate action"},
                    {"@type": "Thing", "name": "Affordable and clean energy"},
                ],
                "spatialCoverage": [
                    {
                        "@type": "Place",
                        "name": "Vantaa",
                        "geo": {"@type": "GeoCoordinates", "latitude": 60.2937, "longitude": 25.0402},
                    },
                    {
                        "@type": "Place",
                        "name": "Askola",
                        "geo": {"@type": "GeoCoordinates", "latitude": 60.5301, "longitude": 25.5986},
                    },
                    {"@type": "Place", "geo": {"@type": "GeoCoordinates", "latitude": 60.25, "longitude": 25.04}},
                ],
                "temporalCoverage": "2023/2026-05-17",
                "funder": [{"@type": "Organization", "name": "The Fund"}],
                "contributor": [{"@type": "Organization", "name": "Acme", "url": "https://acme.example/"}],
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Home", "item": f"{FRONTEND}/en/"},
                    {"@type": "ListItem", "position": 2, "name": "Cases", "item": f"{FRONTEND}/en/cases/"},
                    {"@type": "ListItem", "position": 3, "name": "Storage", "item": f"{FRONTEND}/en/cases/storage/"},
                ],
            },
        ],
    }


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [("2023", "", "2023/.."), ("", "2026-05", "../2026-05"), ("", "", None)],
)
def test_json_ld_leaves_open_what_is_not_known_of_a_period(ask, site, start, end, period):
    site.other_case.start_date, site.other_case.end_date = start, end
    publish(site.other_case)
    assert described(ask, "/en/cases/bikes/").get("temporalCoverage") == period


def test_json_ld_of_an_article_bears_the_editors_date(ask, site):
    news, second = described(ask, "/en/articles/news/"), described(ask, "/en/articles/second/")
    assert (news["@type"], news["headline"], news["datePublished"]) == ("Article", "News", "2024-05-17")
    assert (news["author"], "spatialCoverage" in news) == (ORGANIZATION, False)
    first_published = ask('{ page(path: "/en/articles/second/") { firstPublishedAt } }')["page"]["firstPublishedAt"]
    assert second["datePublished"] == first_published


@pytest.mark.parametrize(
    "path", ["/en/strategy/", "/en/strategy/climate/", "/en/cases/", "/en/articles/", "/en/about/", "/sv/"]
)
def test_json_ld_of_other_pages_is_a_web_page(ask, site, path):
    page = ask(f'{{ page(path: "{path}") {{ title ingress locale }} }}')["page"]
    thing = described(ask, path)
    assert (thing["@type"], thing["name"], thing["inLanguage"]) == ("WebPage", page["title"], page["locale"])
    assert thing.get("description", "") == page["ingress"]


def test_home_page_has_no_breadcrumbs(ask, site):
    assert [thing["@type"] for thing in graph(ask, "/en/")] == ["Organization", "WebSite", "WebPage"]


def test_json_ld_of_a_fallback_is_in_the_language_and_at_the_address_of_its_original(ask, site):
    [_, website, article, breadcrumbs] = graph(ask, "/sv/cases/storage/")
    assert (website["url"], website["name"]) == (f"{FRONTEND}/sv/", "Helsinki Smart Region [sv]")
    assert (article["url"], article["inLanguage"]) == (f"{FRONTEND}/en/cases/storage/", "en")
    items = [item["item"] for item in breadcrumbs["itemListElement"]]
    assert items == [f"{FRONTEND}/sv/", f"{FRONTEND}/sv/cases/", f"{FRONTEND}/en/cases/storage/"]


def test_json_ld_of_a_site_without_texts_has_no_empty_values(ask, site):
    from home.site_settings import SiteSettings

    SiteSettings.objects.all().delete()
    assert graph(ask, "/en/")[:2] == [
        {"@type": "Organization", **ORGANIZATION, "url": f"{FRONTEND}/"},
        {
            "@type": "WebSite",
            "@id": f"{FRONTEND}/en/#website",
            "url": f"{FRONTEND}/en/",
            "inLanguage": "en",
            "publisher": ORGANIZATION,
        },
    ]


def test_json_ld_names_no_person(ask, site):
    assert "Ada" in str(ask('{ page(path: "/en/cases/storage/") { ... on CasePage { contacts { name } } } }'))
    assert "Ada" not in str(graph(ask, "/en/cases/storage/"))


def test_addresses_are_those_of_the_sites_own_frontend(ask, site):
    Site.objects.create(hostname="other.example", port=443, root_page=site.about)
    query = f'{{ page(path: "/en/team/", site: "other.example") {{ {SEO} {JSON_LD} }} }}'
    found = ask(query)["page"]["seo"]
    assert found["canonicalUrl"] == "https://other.example/en/team/"
    assert FRONTEND not in str(found)


def test_translation_that_is_published_becomes_the_canonical_version(ask, site):
    for ancestor in (site.case.get_parent().specific, site.case):
        translate(ancestor, "sv")
    assert seo(ask, "/sv/cases-sv/storage-sv/")["canonicalUrl"] == f"{FRONTEND}/sv/cases-sv/storage-sv/"
    assert alternates(ask, "/en/cases/storage/").keys() == {"en", "fi", "sv", "x-default"}
