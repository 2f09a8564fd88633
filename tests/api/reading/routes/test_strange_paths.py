"""The only home of what nobody links to and somebody asks for: each path has its answer, and none is an error."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from tests import factories
from tests.factories import publish

ROUTE = """query ($path: String!, $site: String) {
  route(path: $path, site: $site) { __typename ... on PageRoute { page { title } } ... on RedirectRoute { location } }
  page(path: $path, site: $site) { title }
}"""
STORAGE, NOWHERE = ("Page", "Storage"), ("NotFound", None)


@pytest.fixture
def route(ask):
    def to(path, **variables):
        answer = ask(ROUTE, path=path, **variables)
        kind, route = answer["route"]["__typename"].removesuffix("Route"), answer["route"]
        assert (answer["page"] is not None) is (kind == "Page")
        return kind, route.get("location") or route.get("page", {}).get("title")

    return to


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        # Ways to write the same
        ("/en/cases/storage", STORAGE),
        ("en/cases/storage", STORAGE),
        ("/en/cases/storage/?utm_source=x", STORAGE),
        ("/en/cases/storage#part?a=1", STORAGE),
        ("/en/cases/st%6Frage/", STORAGE),
        ("//en/cases/storage///", STORAGE),
        ("/en", ("Page", "Home")),
        ("/en?a=1", ("Page", "Home")),
        ("", ("Redirect", "/en/")),
        ("///", ("Redirect", "/en/")),
        ("/?a=1", ("Redirect", "/en/")),
        # Other paths
        ("/EN/cases/storage/", NOWHERE),
        ("/en/Cases/Storage/", NOWHERE),
        ("/en/cases//storage/", NOWHERE),
        ("/en/cases%2Fstorage/", NOWHERE),
        ("/en%2Fcases%2Fstorage/", NOWHERE),
        ("/en/cases%252Fstorage/", NOWHERE),
        ("/en/cases/./storage/", NOWHERE),
        ("/en/cases/bikes/../storage/", NOWHERE),
        ("/en/cases/%2E%2E/cases/storage/", NOWHERE),
        ("/en/cases\\storage/", NOWHERE),
        ("/en/cases/storage/;a=1", NOWHERE),
        ("/en/cases/storage%20/", NOWHERE),
        ("/en/cases/storage%00/", NOWHERE),
        ("/en/cases/storage\x00/", NOWHERE),
        ("/en/cases/storage%0A", NOWHERE),
        ("/en/cases/storage%E4/", NOWHERE),
        ("/en/cases/storage%", NOWHERE),
        ("/en/cases/\ud800/", NOWHERE),
        ("/en/cases/%ED%A0%80/", NOWHERE),
        ("/home/en/cases/storage/", NOWHERE),
        ("/de/cases/storage/", NOWHERE),
        ("//elsewhere.example/en/cases/storage/", NOWHERE),
        ("https://elsewhere.example/en/cases/storage/", NOWHERE),
        ("/\\elsewhere.example/", NOWHERE),
        ("javascript:alert(1)", NOWHERE),
        # Beside nothing
        ("/en/~00000000/", NOWHERE),
        ("/en/cases/storage~/", NOWHERE),
        ("/en/cases/storage~0000000/", NOWHERE),
        ("/en/cases/storage~00000000/", NOWHERE),
        ("/en/cases/storage~{upper}/", NOWHERE),
        ("/en/cases/storage~{digits}0/", NOWHERE),
        ("/en/cases/bikes~{digits}/", NOWHERE),
        ("/en/cases/storage~{digits}~{digits}/", NOWHERE),
        ("/en/cases/storage~{digits}/", ("Redirect", "/en/cases/storage/")),
        ("/en/cases/storage%7E{digits}", ("Redirect", "/en/cases/storage/")),
    ],
)
def test_path_has_its_answer(site, route, path, answer):
    digits = str(site.case.translation_key)[:8]
    assert route(path.replace("{digits}", digits).replace("{upper}", digits.upper() + "G")) == answer


@pytest.mark.parametrize(
    "path", ["/en/" + "a" * 100_000, "/en" + "/a" * 30_000, "/" * 100_000, "/en/" + "%41" * 30_000, "?" * 9_999]
)
def test_long_path_is_looked_for_too(site, route, path):
    assert route(path)[0] == ("NotFound" if path.strip("/?") else "Redirect")


@pytest.mark.parametrize("form", ["/en/cases/sähkö/", "/en/cases/s%C3%A4hk%C3%B6/", "/en/cases/sa%CC%88hko%CC%88/"])
def test_letters_are_the_same_composed_or_not(site, route, form):
    publish(factories.CasePageFactory(title="Power", slug="sähkö"))
    assert route(form) == ("Page", "Power")


def test_path_of_another_site_is_no_path_of_this_one(site, route):
    Site.objects.create(hostname="other.example", port=443, root_page=Page.objects.get(pk=site.about.pk))
    assert route("/en/team/", site="other.example") == ("Page", "Team")
    assert route("/en/cases/storage/", site="other.example") == NOWHERE
    assert route("/en/team/") == NOWHERE


@pytest.mark.parametrize(
    "link", ["/en/%00/", "/en/%ED%A0%80/", "/en/" + "a" * 240 + "/", "/en/%252e/", "/en/a~00000000/", "/fi/~/"]
)
def test_redirect_to_a_strange_path_is_as_if_it_were_not_there(site, route, ask, link):
    Redirect.objects.create(old_path="/old", redirect_link=link)
    assert route("/old") == NOWHERE
    assert "/old" not in [
        node["path"] for node in ask("{ redirects(first: 100) { nodes { path } } }")["redirects"]["nodes"]
    ]


@pytest.mark.parametrize("path", ["/", "/en/cases/storage/", "/nowhere"])
def test_unknown_site_is_said_to_be_unknown_whatever_is_asked_for(site, ask_raw, path):
    error, *_ = ask_raw(ROUTE, path=path, site="nowhere.example")["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
