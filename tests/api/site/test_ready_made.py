"""The only home of the files that frontends pass on: sitemap.xml, robots.txt and the feeds."""

from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction, Site

from api.files import sitemaps
from cms.publishing.models import PublishedDocument
from tests.factories import publish

FRONTEND = "http://localhost:8001"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "a": "http://www.w3.org/2005/Atom",
}
FILES = ["/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/feeds/en.atom"]


def parsed(client, path: str, content_type: str = "application/xml") -> ET.Element:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, f"{content_type}; charset=utf-8")
    return ET.fromstring(response.content)  # noqa: S314  # made by the project itself


def locations(client, path: str = "/sitemap-1.xml") -> list[str]:
    return [element.text for element in parsed(client, path).iterfind(".//s:loc", NAMES)]


def entries(client, locale: str) -> dict[str, ET.Element]:
    """The feed's entries by their titles, in order."""
    root = parsed(client, f"/feeds/{locale}.atom", "application/atom+xml")
    return {entry.findtext("a:title", None, NAMES): entry for entry in root.iterfind("a:entry", NAMES)}


def test_sitemap_has_the_pages_of_the_api_with_their_alternates(client, ask, site):
    nodes = ask("{ sitemap { nodes { page { url } alternates { hreflang url } } } }")["sitemap"]["nodes"]
    assert locations(client) == [node["page"]["url"] for node in nodes]
    for url, node in zip(parsed(client, "/sitemap-1.xml"), nodes, strict=True):
        links = url.findall("x:link", NAMES)
        assert [(link.get("hreflang"), link.get("href")) for link in links] == [
            (alternate["hreflang"], alternate["url"]) for alternate in node["alternates"]
        ]
        assert {link.get("rel") for link in links} == {"alternate"}
        assert len(url.findtext("s:lastmod", None, NAMES)) == len("2026-01-01")


def test_sitemap_in_parts_has_every_page_once(client, site, monkeypatch):
    whole = locations(client)
    monkeypatch.setattr("api.reading.sitemap.CAP", 5)
    monkeypatch.setattr(sitemaps, "CAP", 5)
    parts = locations(client, "/sitemap.xml")
    assert parts == [f"{FRONTEND}/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert [url for part in parts for url in locations(client, part.removeprefix(FRONTEND))] == whole
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


@pytest.mark.parametrize("path", ["/sitemap-0.xml", "/sitemap-2.xml", f"/sitemap-{10**30}.xml", "/feeds/de.atom"])
def test_what_does_not_exist_is_not_found(client, site, path):
    assert client.get(path).status_code == 404


def test_addresses_in_the_sitemap_are_percent_encoded(client, site):
    site.about.slug = "sähkö"
    publish(site.about)
    assert f"{FRONTEND}/en/s%C3%A4hk%C3%B6/" in locations(client)


def test_robots_are_told_of_the_frontends_sitemap(client, site):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == f"User-agent: *\nAllow: /\n\nSitemap: {FRONTEND}/sitemap.xml\n"


def test_feed_tells_who_publishes_it_in_which_language(client, site):
    root = parsed(client, "/feeds/fi.atom", "application/atom+xml")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fi"
    assert root.findtext("a:title", None, NAMES) == "Helsinki Smart Region [fi]"
    assert root.findtext("a:author/a:name", None, NAMES) == "Regional Council [fi]"
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", NAMES)}
    assert links == {"alternate": f"{FRONTEND}/fi/", "self": f"{FRONTEND}/feeds/fi.atom"}


def test_entry_of_a_feed(client, ask, site):
    page = ask('{ page(path: "/fi/cases-fi/storage-fi/") { translationKey firstPublishedAt lastPublishedAt } }')["page"]
    [(title, entry)] = entries(client, "fi").items()
    assert title == "Storage [fi]"
    texts = {element.tag.removeprefix(f"{{{NAMES['a']}}}"): element.text for element in entry}
    assert texts == {
        "title": "Storage [fi]",
        "link": None,
        "published": page["firstPublishedAt"],
        "updated": page["lastPublishedAt"],
        "id": uuid5(UUID(page["translationKey"]), "fi").urn,
        "summary": "Heat for later [fi]",
    }
    assert entry.find("a:link", NAMES).get("href") == f"{FRONTEND}/fi/cases-fi/storage-fi/"


def test_feed_has_cases_and_articles_of_its_language_the_newest_first(client, site):
    assert list(entries(client, "en")) == ["News", "Second", "Storage", "Bikes"]
    assert list(entries(client, "sv")) == []


def test_feed_leaves_out_what_is_private_hidden_or_not_published(client, site):
    PageViewRestriction.objects.create(page=site.case, restriction_type=PageViewRestriction.LOGIN)
    site.article.unpublish()
    site.other_case.title = "SECRET"
    site.other_case.save_revision()
    PublishedDocument.objects.filter(title="Second").update(noindex=True)
    assert list(entries(client, "en")) == ["Bikes"]
    assert list(entries(client, "fi")) == []
    assert not [url for url in locations(client) if "storage" in url or "news" in url or "second" in url]


def test_control_characters_break_no_feed(client, site):
    PublishedDocument.objects.filter(title="News").update(title="New\x0bs\ufffe <&>")
    assert next(iter(entries(client, "en"))) == "News <&>"


def test_site_without_texts_has_a_feed(client, site):
    from home.site_settings import SiteSettings

    SiteSettings.objects.all().delete()
    root = parsed(client, "/feeds/en.atom", "application/atom+xml")
    assert root.findtext("a:title", None, NAMES) == root.findtext("a:author/a:name", None, NAMES) == FRONTEND


@pytest.mark.parametrize("path", FILES)
def test_another_site_is_asked_for_by_name_or_by_origin(client, site, path):
    Site.objects.create(hostname="other.example", port=443, root_page=site.about)
    named = client.get(path, {"site": "other.example"}).content.decode()
    asking = client.get(path, headers={"origin": "https://other.example"})
    assert asking.content.decode() == named
    assert "Origin" in asking["Vary"]
    assert "https://other.example/" in named
    assert FRONTEND not in named


@pytest.mark.parametrize("path", FILES)
def test_unknown_site_is_a_clear_error(client, site, path):
    response = client.get(path, {"site": "nowhere.example"})
    assert response.status_code == 400
    assert "nowhere.example" in response.content.decode()


@pytest.mark.parametrize("path", FILES)
def test_unchanged_file_is_not_sent_again(client, site, path):
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    assert client.post(path).status_code == 405


def test_expired_page_changes_the_file_at_once(client, site):
    etag = client.get("/feeds/en.atom")["ETag"]
    type(site.article).objects.filter(pk=site.article.pk).update(expire_at="2020-01-01T00:00:00Z")
    assert client.get("/feeds/en.atom", headers={"if-none-match": etag}).status_code == 200
