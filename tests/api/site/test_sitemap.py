"""The only home of the sitemap: what is in it, and how a client walks through it."""

from base64 import urlsafe_b64encode

import pytest
from django.db import transaction
from wagtail.models import Locale, PageViewRestriction, Site

from api.reading import page_types
from cms.publishing.models import PublishedDocument
from tests.api.copies import copies
from tests.factories import publish

FRONTEND = "http://localhost:8001"
ENTRY = (
    "page { translationKey title path url locale isFallback } pageType slug lastModified alternates { hreflang url }"
)
WALK = "query ($first: Int, $after: String) { sitemap(first: $first, after: $after) { nodes { page { path } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"


def paths(ask, arguments: str = "first: 1000") -> set[str]:
    return {
        node["page"]["path"]
        for node in ask(f"{{ sitemap({arguments}) {{ nodes {{ page {{ path }} }} }} }}")["sitemap"]["nodes"]
    }


def test_entry_has_what_static_path_generation_needs(ask, site):
    entries = ask(f"{{ sitemap(locale: fi) {{ nodes {{ {ENTRY} }} }} }}")["sitemap"]["nodes"]
    [entry] = [entry for entry in entries if entry["pageType"] == "CasePage"]
    page = ask('{ page(path: "/fi/cases-fi/storage-fi/") { translationKey lastPublishedAt } }')["page"]
    assert entry == {
        "page": {
            "translationKey": page["translationKey"],
            "title": "Storage [fi]",
            "path": "/fi/cases-fi/storage-fi/",
            "url": f"{FRONTEND}/fi/cases-fi/storage-fi/",
            "locale": "fi",
            "isFallback": False,
        },
        "pageType": "CasePage",
        "slug": "storage-fi",
        "lastModified": page["lastPublishedAt"],
        "alternates": [
            {"hreflang": "en", "url": f"{FRONTEND}/en/cases/storage/"},
            {"hreflang": "fi", "url": f"{FRONTEND}/fi/cases-fi/storage-fi/"},
            {"hreflang": "x-default", "url": f"{FRONTEND}/en/cases/storage/"},
        ],
    }


def test_every_language_has_its_own_pages_and_no_fallbacks(ask, site):
    assert paths(ask, "locale: fi") == {
        "/fi/", "/fi/strategy-fi/", "/fi/strategy-fi/climate-fi/", "/fi/cases-fi/", "/fi/cases-fi/storage-fi/",
    }  # fmt: skip
    assert paths(ask, "locale: sv") == {"/sv/", "/sv/strategy-sv/", "/sv/strategy-sv/climate-sv/"}
    assert paths(ask) == paths(ask, "locale: en") | paths(ask, "locale: fi") | paths(ask, "locale: sv")


def test_what_is_hidden_from_search_engines_is_left_out_and_is_no_alternate(ask, site):
    PublishedDocument.objects.filter(
        page__translation_key=site.case.translation_key, page__locale__language_code="fi"
    ).update(noindex=True)
    assert "/fi/cases-fi/storage-fi/" not in paths(ask)
    [entry] = [
        node
        for node in ask(f"{{ sitemap {{ nodes {{ {ENTRY} }} }} }}")["sitemap"]["nodes"]
        if node["slug"] == "storage"
    ]
    assert [alternate["hreflang"] for alternate in entry["alternates"]] == ["en", "x-default"]


def test_what_the_editor_hides_from_search_engines_is_left_out(ask, site):
    site.about.noindex = True
    publish(site.about)
    assert "/en/about/" not in paths(ask)
    assert "/en/about/team/" in paths(ask)


def test_alias_and_private_page_are_left_out(ask, site):
    before = paths(ask)
    site.case.create_alias(parent=site.case.get_parent(), update_slug="alias")
    site.other_case.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    assert paths(ask) == before
    PageViewRestriction.objects.create(page=site.case, restriction_type=PageViewRestriction.LOGIN)
    assert before - paths(ask) == {"/en/cases/storage/", "/fi/cases-fi/storage-fi/"}


def test_page_type_that_this_release_does_not_know_is_left_out(ask, site, monkeypatch):
    others = page_types.known() - {"home.articlepage"}
    monkeypatch.setattr(page_types, "known", lambda: others)
    assert {"/en/articles/news/", "/en/articles/"} & paths(ask) == {"/en/articles/"}


@pytest.mark.parametrize("size", [1, 2, 4, 7, 1000])
def test_walking_forward_meets_every_entry_once(ask, site, size):
    met, after = [], None
    while True:
        part = ask(WALK, first=size, after=after)["sitemap"]
        met += [node["page"]["path"] for node in part["nodes"]]
        assert part["pageInfo"]["hasPreviousPage"] is (after is not None)
        after = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert len(met) == len(set(met)) == ask("{ sitemap(first: 0) { totalCount } }")["sitemap"]["totalCount"]
    assert set(met) == paths(ask)


def test_cursor_stays_true_while_pages_come_and_go(ask, site):
    part = ask(WALK, first=5)["sitemap"]
    rest = ask(WALK, first=1000, after=part["pageInfo"]["endCursor"])["sitemap"]["nodes"]
    [last] = ask("{ sitemap(first: 5) { edges { cursor node { page { path } } } } }")["sitemap"]["edges"][4:]
    PublishedDocument.objects.filter(page__in=[row.pk for row in type(site.home).objects.all()]).update(noindex=True)
    case, about = (type(page).objects.get(pk=page.pk) for page in (site.case, site.about))
    case.move(about, pos="last-child")
    found = ask(WALK, first=1000, after=last["cursor"])["sitemap"]["nodes"]
    gone = {"/en/", "/fi/", "/sv/", "/en/cases/storage/", "/fi/cases-fi/storage-fi/"}
    assert {node["page"]["path"] for node in rest} - gone == {node["page"]["path"] for node in found} - {
        "/en/about/storage/",
        "/fi/cases-fi/storage-fi/",
    }


def test_empty_part_counts_and_says_whether_there_is_more(ask, site):
    query = "{ sitemap(first: 0) { totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage endCursor } } }"
    found = ask(query)["sitemap"]
    assert found.pop("totalCount") == len(paths(ask))
    assert found == {"nodes": [], "edges": [], "pageInfo": {"hasNextPage": True, "endCursor": None}}


@pytest.mark.parametrize("first", [-1, 1001])
def test_size_has_a_cap(ask_error, site, first):
    code, message = ask_error(f"{{ sitemap(first: {first}) {{ totalCount }} }}")
    assert (code, message) == ("BAD_USER_INPUT", f"`first` is {first}; it may be 0 to 1000.")


@pytest.mark.parametrize(
    "text", ["", "x", "é", "a:b", "a" * 10_000, "00000000-0000-0000-0000-000000000000:\x00", "1:2:3"]
)
def test_foreign_cursor_is_a_clear_error(ask_error, site, text):
    for cursor in (text, urlsafe_b64encode(text.encode()).decode()):
        code, message = ask_error("query ($after: String) { sitemap(after: $after) { nodes { slug } } }", after=cursor)
        assert (code, message.split(":")[0]) == ("BAD_USER_INPUT", "The cursor is malformed")


def test_another_sites_sitemap_has_its_own_pages_and_addresses(ask, site):
    Site.objects.create(hostname="other.example", port=443, root_page=site.about)
    nodes = ask('{ sitemap(site: "other.example") { nodes { page { url } alternates { url } } } }')["sitemap"]["nodes"]
    assert {node["page"]["url"] for node in nodes} == {"https://other.example/en/", "https://other.example/en/team/"}
    assert FRONTEND not in str(nodes)


def test_entries_take_one_statement_however_many_they_are(site, statements):
    query = f"{{ sitemap(first: 1000) {{ nodes {{ {ENTRY} }} }} }}"
    few = statements(query)
    with transaction.atomic():
        copies(site.case, 100)
        many = statements(query)
        transaction.set_rollback(True)
    assert len(few) == len(many) == 1
