"""The only home of where a path leads when no public page is there: elsewhere, nowhere, or to what is gone."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from api.reading.routes import gather
from cms.publishing.models import PathHistory
from cms.publishing.words import words
from tests import factories
from tests.factories import CasePageFactory, publish, translate
from tests.publishing.index import settle

ROUTE = """
query ($path: String!, $site: String) { route(path: $path, site: $site) { __typename
  ... on PageRoute { page { title } }
  ... on RedirectRoute { location permanent }
  ... on GoneRoute { locale path }
  ... on NotFoundRoute { locale path }
  ... on PasswordRoute { locale path }
} }
"""


@pytest.fixture
def route(ask):
    """The kind of route, and its page's title or its location."""

    def to(path, **variables):
        found = ask(ROUTE, path=path, **variables)["route"]
        kind = found["__typename"].removesuffix("Route")
        return {"Page": lambda: (kind, found["page"]["title"]), "Redirect": lambda: (kind, found["location"])}.get(
            kind, lambda: kind
        )()

    return to


@pytest.fixture
def is_permanent(ask):
    return lambda path: ask(ROUTE, path=path)["route"]["permanent"]


def rename(page, slug):
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    return publish(page)


def in_language(page, language):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=language)


def redirect(old_path, to, **values):
    return Redirect.add_redirect(old_path, to, **values)


# What was renamed or moved


def test_renamed_page_redirects_for_ever_in_every_language(site, route, is_permanent):
    rename(site.case, "cavern")
    assert route("/en/cases/storage/") == ("Redirect", "/en/cases/cavern/")
    assert route("/sv/cases/storage/") == ("Redirect", "/sv/cases/cavern/")
    assert route("/fi/cases/storage/") == ("Redirect", "/fi/cases-fi/storage-fi/")
    assert is_permanent("/en/cases/storage/")
    rename(in_language(site.case, "fi"), "luola")
    assert route("/fi/cases-fi/storage-fi/") == ("Redirect", "/fi/cases-fi/luola/")
    assert route("/en/cases-fi/storage-fi/") == "NotFound"


def test_old_path_of_the_original_leads_to_a_translation_made_later(site, route):
    rename(site.case, "cavern")
    for page in (site.case.get_parent().specific, site.case):
        translate(page, "sv")
    assert route("/sv/cases/storage/") == ("Redirect", "/sv/cases-sv/cavern-sv/")
    assert route("/sv/cases/cavern/") == ("Redirect", "/sv/cases-sv/cavern-sv/")


def test_pages_below_a_renamed_page_redirect(site, route):
    rename(site.case.get_parent(), "examples")
    assert route("/en/cases/") == ("Redirect", "/en/examples/")
    assert route("/en/cases/storage/") == ("Redirect", "/en/examples/storage/")
    assert route("/sv/cases/bikes/") == ("Redirect", "/sv/examples/bikes/")
    rename(in_language(site.case.get_parent(), "fi"), "esimerkit")
    assert route("/fi/cases-fi/storage-fi/") == ("Redirect", "/fi/esimerkit/storage-fi/")


def test_moved_page_and_those_below_redirect(site, route):
    Page.objects.get(pk=site.about.pk).move(Page.objects.get(slug="articles"), pos="last-child")
    assert route("/en/about/") == ("Redirect", "/en/articles/about/")
    assert route("/fi/about/team/") == ("Redirect", "/fi/articles/about/team/")


def test_many_renamings_are_one_step(site, route):
    for slug in ("one", "two", "three"):
        rename(site.case, slug)
    for slug in ("storage", "one", "two"):
        assert route(f"/en/cases/{slug}/") == ("Redirect", "/en/cases/three/")


def test_page_that_comes_back_is_a_page(site, route):
    rename(site.case, "cavern")
    rename(site.case, "storage")
    assert route("/en/cases/storage/") == ("Page", "Storage")
    assert route("/en/cases/cavern/") == ("Redirect", "/en/cases/storage/")


def test_path_belongs_to_who_had_it_last(site, route):
    rename(site.case, "cavern")
    rename(site.other_case, "storage")
    assert route("/en/cases/storage/") == ("Page", "Bikes")
    rename(site.other_case, "wheels")
    assert route("/en/cases/storage/") == ("Redirect", "/en/cases/wheels/")


def test_draft_slug_and_unpublished_page_leave_no_history(site, route):
    case = site.case
    case.slug = "draft"
    case.save_revision()
    hidden = factories.CasePageFactory(slug="hidden")
    rename_row = Page.objects.get(pk=hidden.pk)
    rename_row.slug = "hidden-2"
    rename_row.save()
    assert [route(f"/en/cases/{slug}/") for slug in ("draft", "hidden", "hidden-2")] == ["NotFound"] * 3


def test_raw_sql_is_remembered_too(site, route):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page SET slug = 'raw', url_path = '/home/cases/raw/' WHERE id = %s", [site.case.pk]
        )
        cursor.execute(
            "UPDATE wagtailcore_page SET slug = 'cooked', url_path = '/home/cases/cooked/' WHERE id = %s",
            [site.case.pk],
        )
    assert route("/en/cases/raw/") == ("Redirect", "/en/cases/cooked/")


@pytest.mark.parametrize(
    ("path", "title"), [("/en/cases/storage/", "Storage"), ("/sv/cases/bikes/", "Bikes"), ("/en/", "Home")]
)
def test_page_that_is_published_while_it_is_looked_for_is_shown(site, route, monkeypatch, path, title):
    monkeypatch.setattr(gather, "_page_at", lambda *_: None)
    assert route(path) == ("Page", title)


# What is gone


@pytest.mark.parametrize(
    "hide",
    [
        lambda case: case.unpublish(),
        lambda case: Page.objects.filter(pk=case.pk).update(live=False),
        lambda case: Page.objects.filter(pk=case.pk).update(expire_at=timezone.now() - timedelta(seconds=1)),
        lambda case: case.delete(),
    ],
)
def test_page_that_is_not_published_any_more_is_gone(ask, site, route, hide):
    hide(Page.objects.get(pk=site.case.pk))
    assert ask(ROUTE, path="/sv/cases/storage/")["route"] == {
        "__typename": "GoneRoute",
        "locale": "sv",
        "path": "/sv/cases/storage/",
    }
    assert route("/en/cases/storage/") == "Gone"
    assert ask('{ page(path: "/en/cases/storage/") { title } }') == {"page": None}


def test_unpublished_translation_gives_way_to_the_fallback(site, route):
    Page.objects.filter(pk=in_language(site.case, "fi").pk).update(live=False)
    assert route("/fi/cases-fi/storage-fi/") == ("Redirect", "/fi/cases/storage/")


def test_pages_below_an_unpublished_and_a_deleted_page_are_gone(site, route):
    Page.objects.get(pk=site.about.pk).delete()
    assert route("/en/about/team/") == "Gone"


# What editors redirect


def test_redirect_to_a_page_leads_to_the_readers_version(site, route, is_permanent):
    redirect("/fi/vanha", site.case)
    redirect("/sv/gammal/", site.case, is_permanent=False)
    assert route("/fi/vanha/") == ("Redirect", "/fi/cases-fi/storage-fi/")
    assert route("/fi/vanha") == ("Redirect", "/fi/cases-fi/storage-fi/")
    assert route("/sv/gammal") == ("Redirect", "/sv/cases/storage/")
    assert is_permanent("/fi/vanha/")
    assert not is_permanent("/sv/gammal")


def test_redirect_without_a_language_leads_to_the_version_that_was_chosen(site, route):
    redirect("/vanha", in_language(site.case, "fi"))
    redirect("/old", site.case)
    assert route("/vanha") == ("Redirect", "/fi/cases-fi/storage-fi/")
    assert route("/old/") == ("Redirect", "/en/cases/storage/")


@pytest.mark.parametrize("asked", ["/vanha?id=5&a=1", "/vanha?a=1&id=5", "/vanha/?id=5&a=1"])
def test_redirect_may_be_of_a_query(site, route, asked):
    redirect("/vanha?id=5&a=1", site.case)
    assert route(asked) == ("Redirect", "/en/cases/storage/")
    assert route("/vanha") == "NotFound"
    redirect("/vanha", site.other_case)
    assert route("/vanha?id=6") == ("Redirect", "/en/cases/bikes/")
    assert route(asked) == ("Redirect", "/en/cases/storage/")


def test_redirect_from_letters_beyond_ascii(site, route):
    redirect("/fi/sähkö", site.case)
    assert route("/fi/sähkö/") == route("/fi/s%C3%A4hk%C3%B6") == ("Redirect", "/fi/cases-fi/storage-fi/")


def test_redirect_of_the_site_comes_before_one_of_all_sites(site, route):
    redirect("/vanha", site.case, site=Site.objects.get())
    redirect("/vanha", site.other_case)
    assert route("/vanha") == ("Redirect", "/en/cases/storage/")


def test_redirect_of_another_site_does_not_hold(site, route):
    other = Site.objects.create(hostname="other.example", port=443, root_page=site.about)
    redirect("/vanha", "https://elsewhere.example/", site=other)
    assert route("/vanha") == "NotFound"
    assert route("/vanha", site="other.example") == ("Redirect", "https://elsewhere.example/")


def test_page_comes_before_a_redirect_and_a_redirect_before_history(site, route):
    redirect("/en/cases/storage", site.other_case)
    assert route("/en/cases/storage/") == ("Page", "Storage")
    rename(site.case, "cavern")
    assert route("/en/cases/storage/") == ("Redirect", "/en/cases/bikes/")


@pytest.mark.parametrize(
    ("link", "location"),
    [
        ("https://elsewhere.example/a?b=1#c", "https://elsewhere.example/a?b=1#c"),
        ("HTTP://elsewhere.example", "HTTP://elsewhere.example"),
        ("/en/cases/storage?tab=2#map", "/en/cases/storage/?tab=2#map"),
        ("{origin}/fi/cases-fi/storage-fi/", "/fi/cases-fi/storage-fi/"),
        ("/fi/cases/storage/", "/fi/cases-fi/storage-fi/"),
        ("/documents/7/Report.pdf", "/documents/7/Report.pdf"),
        ("{origin}", "/"),
    ],
)
def test_redirect_to_an_address(site, route, link, location):
    redirect("/vanha", link.format(origin=settings.FRONTEND_ORIGIN))
    assert route("/vanha") == ("Redirect", location)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://elsewhere.example/",
        "//elsewhere.example/",
        "elsewhere.example",
        "http://[",
        "/en/nowhere/",
        "/en/cases/draft/",
        "",
    ],
)
def test_redirect_to_what_is_no_public_address_does_not_hold(site, route, link):
    factories.CasePageFactory(slug="draft")
    redirect("/vanha", link)
    assert route("/vanha") == "NotFound"


@pytest.mark.parametrize("link", ["/\\elsewhere.example/", "{origin}//elsewhere.example/"])
def test_own_address_cannot_become_another_site(site, route, link):
    redirect("/vanha", link.format(origin=settings.FRONTEND_ORIGIN))
    _, location = route("/vanha")
    assert location.startswith(("/%5C", "/elsewhere"))


def test_chain_is_one_step_and_permanent_only_as_a_whole(site, route, is_permanent):
    redirect("/a", "/fi/b")
    redirect("/fi/b", "/fi/c?x=1")
    redirect("/fi/c", site.case)
    assert route("/a") == ("Redirect", "/fi/cases-fi/storage-fi/")
    assert is_permanent("/a")
    Redirect.objects.filter(old_path="/fi/b").update(is_permanent=False)
    assert not is_permanent("/a")
    assert is_permanent("/fi/c")


def test_chain_of_an_editors_redirect_and_a_renaming_is_one_step(site, route):
    redirect("/a", "/en/cases/storage/")
    redirect("/fi/b", "/fi/cases-fi/storage-fi/#map")
    rename(site.case, "cavern")
    rename(in_language(site.case, "fi"), "luola")
    assert route("/a") == ("Redirect", "/en/cases/cavern/")
    assert route("/fi/b") == ("Redirect", "/fi/cases-fi/luola/#map")


def test_chain_ends_at_a_page_that_has_a_redirect_too(site, route):
    redirect("/a", "/en/cases/storage/")
    redirect("/en/cases/storage", "https://elsewhere.example/")
    assert route("/a") == ("Redirect", "/en/cases/storage/")


@pytest.mark.parametrize(
    "links", [{"/en/a": "/en/a/"}, {"/a": "/b", "/b": "/a"}, {"/en/a": "/b", "/b": "/c?x=1", "/c": "/en/a#x"}]
)
def test_circle_leads_nowhere(site, route, links):
    for old_path, link in links.items():
        redirect(old_path, link)
    assert {route(path) for path in links} == {"NotFound"}


def test_chain_may_have_ten_steps(site, route):
    for number in range(11):
        redirect(f"/step-{number}", f"/step-{number + 1}" if number < 10 else "/en/about/")
    assert route("/step-1") == ("Redirect", "/en/about/")
    assert route("/step-0") == "NotFound"


def test_circle_at_a_path_with_history_gives_way_to_the_history(site, route):
    redirect("/en/cases/storage", "/en/cases/storage/")
    rename(site.case, "cavern")
    assert route("/en/cases/storage/") == ("Redirect", "/en/cases/cavern/")


def test_redirect_to_a_hidden_page_does_not_hold(site, route):
    redirect("/vanha", site.case)
    redirect("/fi/vanha", site.case)
    redirect("/old", "/en/cases/storage/")
    Page.objects.filter(pk=site.case.pk).update(live=False)
    assert route("/vanha") == "NotFound"
    assert route("/old") == "NotFound"
    assert route("/fi/vanha") == ("Redirect", "/fi/cases-fi/storage-fi/")


# What was meant


SUGGEST = '{{ route(path: "{path}") {{ ... on NotFoundRoute {{ suggestions {{ title path isFallback }} }} }} }}'


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/en/cases/storag/", ["Storage", "Cases"]),
        ("/en/storage/", ["Storage"]),
        ("/fi/tapaukset/storage-fi/", ["Storage [fi]"]),
        ("/sv/cases/stoarge/", ["Storage", "Cases"]),
        ("/storage", ["Storage"]),
        ("/en/climate-neutrality/", ["Climate neutrality"]),
        ("/en/zzzzzz/", []),
        ("/en/x%00/", []),
        ("/en/" + "x/" * 5000, []),
    ],
)
def test_suggestions_are_what_the_reader_gets_and_is_written_alike(ask, site, path, titles):
    found = ask(SUGGEST.format(path=path))["route"]["suggestions"]
    assert [suggestion["title"] for suggestion in found][: len(titles)] == titles
    assert len(found) <= 5
    assert bool(found) == bool(titles)
    prefix = path.split("/")[1]
    assert {suggestion["path"].split("/")[1] for suggestion in found} <= {prefix if len(prefix) == 2 else "en"}


LIKEST = """
SELECT page.title FROM publishing_publicindex AS found
JOIN publishing_publishedpage AS page ON page.id = found.page_id AND page.site_id = found.site_id
JOIN publishing_publisheddocument AS document ON document.page_id = page.id
CROSS JOIN LATERAL greatest(
    similarity(page.path, %(path)s), similarity(document.folded_title, publishing_folded(%(title)s))
) AS likeness
WHERE found.site_id = %(site)s AND found.reader = 'en' AND likeness >= 0.3
ORDER BY likeness DESC, page.path, page.translation_key LIMIT 5
"""


def test_suggestions_are_the_likest_of_all_pages_on_a_site_below_another_page_too(ask, site):
    """What is looked at in rounds is what would be found by looking at all."""
    for title in ("Storage", "Heat storage", "Store", "Stove", "Ferry", "Ferries", "Ä storåge"):
        publish(CasePageFactory(title=title, parent=site.case.get_parent()))
        publish(CasePageFactory(title=f"{title} too", parent=site.case.get_parent()))
    below = Site.objects.create(hostname="below.example", root_page=site.case.get_parent())
    settle()
    asked = [
        "storage",
        "heat-store",
        "stove",
        "ferr",
        "ferry-storage",
        "cases/heat",
        "cases/storage-2/too",
        "to",
        "zzz",
    ]
    found, expected = {}, {}
    for one in (Site.objects.get(is_default_site=True), below):
        for path in asked:
            query = SUGGEST.format(path=f"/en/{path}/").replace("route(", f'route(site: "{one.hostname}", ')
            answer = ask(query)["route"]
            title = " ".join(words(path.rpartition("/")[2]))
            with connection.cursor() as cursor:
                cursor.execute(LIKEST, {"path": f"{path}/", "title": title, "site": one.pk})
                likest = [likest for (likest,) in cursor.fetchall()]
            if answer:  # none, if it is a page's own path
                found[one.hostname, path] = [suggestion["title"] for suggestion in answer["suggestions"]]
                expected[one.hostname, path] = likest
    assert found == expected
    assert {len(titles) for titles in found.values()} >= {0, 5}


def test_no_suggestion_is_hidden(ask, site):
    Page.objects.filter(pk=site.case.pk).update(live=False)
    assert "torage" not in json.dumps(ask(SUGGEST.format(path="/en/cases/storag/")))


# All of them


LIST = "{{ redirects({arguments}) {{ totalCount nodes {{ path location permanent }} pageInfo {{ hasNextPage endCursor }} }} }}"


@pytest.fixture
def listed(ask):
    def ask_for(arguments="first: 100"):
        return ask(LIST.format(arguments=arguments))["redirects"]

    return ask_for


def many_redirects(site):
    redirect("/vanha", in_language(site.case, "fi"), is_permanent=False)
    redirect("/a", "/fi/b")
    redirect("/fi/b", "https://elsewhere.example/")
    redirect("/en/about", site.case)
    redirect("/en/loop", "/en/loop/")
    redirect("/en/hidden", "/en/cases/draft/")
    factories.CasePageFactory(slug="draft")
    rename(site.other_case, "wheels")
    rename(in_language(site.case, "fi"), "luola")
    rename(site.old_priority, "tech")
    rename(site.about, "us")
    rename(site.about, "about")
    Page.objects.filter(slug="tech").update(live=False)


def test_list_has_every_redirect_once_in_one_step(site, listed):
    many_redirects(site)
    found = {node["path"]: (node["location"], node["permanent"]) for node in listed()["nodes"]}
    assert found["/a"] == found["/fi/b"] == ("https://elsewhere.example/", True)
    assert found["/vanha"] == ("/fi/cases-fi/luola/", False)
    assert found["/en/cases/bikes/"] == ("/en/cases/wheels/", True)
    assert found["/sv/cases/bikes/"] == ("/sv/cases/wheels/", True)
    assert found["/fi/cases-fi/storage-fi/"] == ("/fi/cases-fi/luola/", True)
    assert found["/fi/cases/storage/"] == ("/fi/cases-fi/luola/", True)
    assert found["/en/us/"] == ("/en/about/", True)
    assert not found.keys() & {"/en/about", "/en/about/", "/en/loop", "/en/hidden"}
    assert not [path for path in found if "cleantech" in path]


def test_list_says_what_route_says(site, listed, ask):
    many_redirects(site)
    PageViewRestriction.objects.create(page=site.climate, restriction_type="password", password="x")
    nodes = listed()["nodes"]
    assert len(nodes) == listed()["totalCount"] > 10
    for node in nodes:
        answer = ask(ROUTE, path=node["path"])["route"]
        assert answer == {"__typename": "RedirectRoute", **{name: node[name] for name in ("location", "permanent")}}


def test_list_has_every_old_path_that_redirects(site, listed, route):
    many_redirects(site)
    paths = {node["path"].rstrip("/") for node in listed()["nodes"]}
    asked = {
        f"/{language}/{path}".rstrip("/")
        for path in PathHistory.objects.values_list("path", flat=True)
        for language in ("en", "fi", "sv")
    } | set(Redirect.objects.values_list("old_path", flat=True))
    assert {path for path in asked if route(path)[0] == "Redirect"} == paths


def test_list_is_read_in_parts(site, listed):
    many_redirects(site)
    whole, parts, cursor = listed()["nodes"], [], None
    while True:
        part = listed("first: 3" + (f', after: "{cursor}"' if cursor else ""))
        parts += part["nodes"]
        cursor = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert parts == whole == sorted(whole, key=lambda node: node["path"])


def test_list_of_nothing(site, listed):
    assert listed("first: 0")["nodes"] == []
    Page.objects.update(live=False)
    assert listed()["totalCount"] == 0


@pytest.mark.parametrize(
    "arguments", ["first: 101", "first: -1", 'after: "x"', 'after: "WyJuZXdlc3QiLCAieCJd"', 'after: "é"']
)
def test_list_refuses_what_is_not_allowed(ask_error, site, arguments):
    code, message = ask_error(LIST.format(arguments=arguments))
    assert code == "BAD_USER_INPUT"
    assert "0 to 100" in message or "cursor" in message


def test_list_is_of_the_site_that_is_asked_for(ask, site):
    Site.objects.create(hostname="other.example", port=443, root_page=site.about)
    redirect("/vanha", "https://elsewhere.example/", site=Site.objects.get(hostname="other.example"))
    redirect("/vanha", "https://else.example/", site=Site.objects.get(is_default_site=True))
    [node] = ask(LIST.format(arguments='site: "other.example"'))["redirects"]["nodes"]
    assert node["location"] == "https://elsewhere.example/"


# What it costs


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/en/cases/bikes/", 1),
        ("/sv/cases/bikes/", 1),
        ("/en/cases/storage/", 2),
        ("/sv/cases/storage/", 2),
        ("/fi/cases/storage/", 2),
        ("/en/gone/", 2),
        ("/en/nowhere/", 3),  # with its suggestions
        ("/vanha", 1),
        ("/a", 2),
        ("/en/far", 4),  # likewise
        ("/", 0),
    ],
)
def test_route_takes_three_statements_at_most(site, statements, path, number):
    publish(factories.ContentPageFactory(slug="gone")).delete()
    rename(site.case, "cavern")
    redirect("/vanha", site.case)
    redirect("/a", "/en/b")
    redirect("/en/b", "/en/cases/storage/")
    redirect("/en/far", "/en/gone/")
    for step in range(50):
        redirect(f"/many-{step}", f"/many-{step + 1}")
    query = f'{{ route(path: "{path}") {{ ... on PageRoute {{ page {{ title }} }} ... on NotFoundRoute {{ suggestions {{ title }} }} }} }}'
    assert len(statements(query)) == number


def test_list_takes_as_many_statements_for_many_redirects_as_for_one(site, statements):
    redirect("/a", "/en/about/")
    one = len(statements(LIST.format(arguments="first: 100")))
    many_redirects(site)
    for number in range(50):
        redirect(f"/many-{number}", site.case)
    assert len(statements(LIST.format(arguments="first: 100"))) == one <= 4
