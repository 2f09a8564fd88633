"""The only home of the rule that every path of every answer leads to what it is the path of, whoever else is there."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction

from cases.models import CaseLocation
from home.models import SiteSettings
from tests import factories
from tests.api.everything import everything
from tests.factories import block_id, publish, translate

LANGUAGES = ["en", "fi", "sv"]
PAGES = f"""query ($locale: LocaleCode!) {{
  home(locale: $locale) {everything("HomePage")}
  search(query: "Page", locale: $locale, first: 50) {{ nodes {{ ... on ContentPage {everything("ContentPage")} }} }}
  navigation(locale: $locale) {everything("Navigation")}
  settings(locale: $locale) {everything("SiteSettings")}
  cases(locale: $locale) {{ nodes {{ translationKey path url }} }}
  sitemap {{ nodes {{ page {{ translationKey path url }} alternates {{ url }} }} }}
}}"""
MARKERS = "query ($locale: LocaleCode!) { caseMarkers(locale: $locale) { title path } }"


@pytest.fixture
def at(ask):
    """What is at each of many paths: the key of the page, by `page` and by `route`, or where a redirect leads."""

    def keys(paths) -> dict[str, Any]:
        found: dict[str, Any] = {}
        wanted = sorted(paths)
        for start in range(0, len(wanted), 20):
            part = wanted[start : start + 20]
            query = " ".join(
                f"p{n}: page(path: {json.dumps(path)}) {{ translationKey }} "
                f"r{n}: route(path: {json.dumps(path)}) {{ __typename ... on RedirectRoute {{ location }} "
                "... on PageRoute { page { translationKey path } } }"
                for n, path in enumerate(part)
            )
            answer = ask(f"{{ {query} }}")
            for n, path in enumerate(part):
                route, page = answer[f"r{n}"], answer[f"p{n}"]
                found[path] = route.get("location") or (page and page["translationKey"]) or route["__typename"]
                if page:
                    assert route["page"] == {"translationKey": page["translationKey"], "path": path}
        return found

    return keys


def links(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every path below `value` with the key of its page: its own, or that of the page that it is said of."""
    if isinstance(value, dict):
        key = value.get("translationKey", key)
        if "path" in value:
            yield value["path"], key
        if value.get("type") == "link" and "translationKey" in value:
            yield value["href"], key
        for child in value.values():
            yield from links(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from links(child, key)


def assert_every_path_leads_to_its_page(ask, at):
    expected = {link for locale in LANGUAGES for link in links(ask(PAGES, locale=locale))}
    paths = [path for path, _ in expected]
    assert len(paths) == len(set(paths)), "two pages have one path"
    assert at(paths) == dict(expected)
    redirects = ask("{ redirects(first: 100) { nodes { path location } } }")["redirects"]["nodes"]
    assert at(redirect["path"] for redirect in redirects) == {
        redirect["path"]: redirect["location"] for redirect in redirects
    }
    ends = at(redirect["location"] for redirect in redirects)
    assert not [end for end in ends.values() if end.startswith(("/", "NotFound", "Gone", "Redirect"))]


# Any tree

slugs = st.sampled_from(["same", "other"])
states = st.sampled_from(["live", "live", "live", "draft", "password", "login"])
versions = st.dictionaries(st.sampled_from(LANGUAGES), st.tuples(slugs, states), min_size=1)
trees = st.lists(st.tuples(st.integers(0, 3), versions), min_size=2, max_size=5)
changes = st.lists(
    st.tuples(
        st.integers(0, 5), st.sampled_from(LANGUAGES), st.sampled_from(["rename", "unpublish", "raw", "move"]), slugs
    ),
    max_size=3,
)


def planted(tree) -> list[dict[str, Page]]:
    """The versions of each page by language, below one of those before it; what finds its place taken is left out."""
    homes = {page.locale.language_code: page for page in Page.objects.filter(depth=2).select_related("locale")}
    made = [homes]
    for above, wanted in tree:
        key, parents = None, made[above % len(made)]
        page_versions: dict[str, Page] = {}
        for language, (slug, state) in wanted.items():
            parent = parents.get(language)
            if parent is None or Page.objects.child_of(Page.objects.get(pk=parent.pk)).filter(slug=slug).exists():
                continue
            page = factories.ContentPageFactory(
                parent=parent,
                title=f"Page {len(made)} {language}",
                slug=slug,
                locale=Locale.objects.get(language_code=language),
                body=body_with_links_to(made),
                **({"translation_key": key} if key else {}),
            )
            key = page.translation_key
            if state != "draft":
                page = publish(page)
            if state in ("password", "login"):
                PageViewRestriction.objects.create(page=page, restriction_type=state, password="x")
            page_versions[language] = page
        if page_versions:
            made.append(page_versions)
    return made


def body_with_links_to(made):
    linked = [page.pk for versions in made for page in versions.values()]
    text = "".join(f'<p><a linktype="page" id="{pk}">Page {pk}</a></p>' for pk in linked)
    button = {"label": "Page", "page": linked[-1], "href": ""}
    return [
        {"type": "paragraph", "id": block_id("paragraph"), "value": text},
        {"type": "call_to_action", "id": block_id("button"), "value": button},
    ]


def change(made, number, language, what, slug):
    page = made[number % len(made)].get(language)
    if page is None or page.depth == 2:
        return
    page = Page.objects.get(pk=page.pk).specific
    if what == "unpublish":
        page.unpublish()
    elif what == "raw":
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE wagtailcore_page SET url_path = regexp_replace(url_path, '[^/]+/$', %s) WHERE id = %s",
                [f"{slug}/", page.pk],
            )
    elif what == "rename" and not page.get_siblings(inclusive=False).filter(slug=slug).exists():
        page.slug = slug
        publish(page) if page.live else page.save()
    elif what == "move":
        page.move(Page.objects.get(depth=2, locale=page.locale), pos="last-child")


@settings(suppress_health_check=[*HealthCheck], deadline=None)
@given(tree=trees, changed=changes)
def test_every_path_in_every_answer_leads_to_its_page(ask, at, bare_site, tree, changed):
    with transaction.atomic():
        made = planted(tree)
        entries = [{"label": "", "page": page.pk, "href": "", "children": []} for page in made[-1].values()]
        factories.SiteSettingsFactory(
            header=[{"type": "item", "id": block_id(f"{n}"), "value": entry} for n, entry in enumerate(entries)],
            footer_text=body_with_links_to(made)[0]["value"],
        )
        for arguments in changed:
            change(made, *arguments)
        assert_every_path_leads_to_its_page(ask, at)
        transaction.set_rollback(True)


@pytest.fixture
def bare_site(db):
    """A home page in every language, and nothing below it."""
    SiteSettings.objects.all().delete()
    for page in Page.objects.filter(depth=3):
        page.delete()


# The least of them


@pytest.fixture
def same(site):
    """An English case without Swedish, and a Swedish one without English, both called "same"."""
    index = translate(site.case.get_parent(), "sv")
    index.slug = "cases"
    index = publish(index)
    english = publish(factories.CasePageFactory(title="English", slug="same"))
    swedish = publish(
        factories.CasePageFactory(
            title="Swedish", slug="same", parent=index, locale=Locale.objects.get(language_code="sv")
        )
    )
    return english, swedish


def beside(page):
    return f"/sv/cases/same~{str(page.translation_key)[:8]}/"


def test_fallback_stands_beside_the_page_that_has_its_path(same, ask, at):
    english, swedish = same
    listed = ask("{ cases(locale: sv, first: 100) { nodes { title path } } }")["cases"]["nodes"]
    paths = {case["title"]: case["path"] for case in listed}
    assert (paths["English"], paths["Swedish"]) == (beside(english), "/sv/cases/same/")
    assert at([paths["English"], paths["Swedish"]]) == {
        paths["English"]: str(english.translation_key),
        paths["Swedish"]: str(swedish.translation_key),
    }
    assert ask('{ page(path: "/en/cases/same/") { title } }') == {"page": {"title": "English"}}


def test_path_beside_leads_back_when_nothing_is_before_the_page(same, ask, at):
    english, swedish = same
    swedish.unpublish()
    assert at([beside(english), "/sv/cases/same/"]) == {
        beside(english): "/sv/cases/same/",
        "/sv/cases/same/": str(english.translation_key),
    }
    answer = ask(f'{{ route(path: "{beside(english)}") {{ ... on RedirectRoute {{ permanent }} }} }}')
    assert answer == {"route": {"permanent": False}}
    Page.objects.filter(pk=swedish.pk).update(live=True)
    assert at([beside(english)]) == {beside(english): str(english.translation_key)}


def test_path_beside_leads_to_where_the_page_went(same, at):
    english, _ = same
    before = beside(english)
    english.slug = "moved"
    publish(english)
    assert at([before]) == {before: "/sv/cases/moved/"}
    translate(english, "sv")
    assert at([before]) == {before: "/sv/cases/moved-sv/"}
    Page.objects.get(pk=english.pk).unpublish()
    Page.objects.filter(translation_key=english.translation_key).update(live=False)
    assert at([before]) == {before: "GoneRoute"}


def test_page_behind_a_password_keeps_its_path(same, at):
    english, swedish = same
    PageViewRestriction.objects.create(page=swedish, restriction_type="password", password="x")
    assert at([beside(english), "/sv/cases/same/"]) == {
        beside(english): str(english.translation_key),
        "/sv/cases/same/": "PasswordRoute",
    }


def test_page_that_nobody_may_know_of_has_no_path(same, at):
    english, swedish = same
    PageViewRestriction.objects.create(page=swedish, restriction_type="login")
    assert at(["/sv/cases/same/"]) == {"/sv/cases/same/": str(english.translation_key)}


def test_redirect_of_an_editor_leads_beside_too(same, at):
    english, _swedish = same
    Redirect.add_redirect("/sv/genvag", beside(english))
    Redirect.add_redirect("/sv/sida", english)
    Redirect.add_redirect("/sv/svenska", "/sv/cases/same/")
    assert at(["/sv/genvag", "/sv/sida", "/sv/svenska"]) == {
        "/sv/genvag": beside(english),
        "/sv/sida": beside(english),
        "/sv/svenska": "/sv/cases/same/",
    }


@pytest.mark.parametrize(
    "path", ["/sv/cases/same~00000000/", "/sv/cases/other~{key}/", "/sv/~{key}/", "/en/x/same~{key}/"]
)
def test_path_beside_nothing_is_not_found(same, at, path):
    path = path.format(key=str(same[0].translation_key)[:8])
    assert at([path]) == {path: "NotFoundRoute"}


def test_a_page_whose_place_is_taken_costs_no_statement(site, same, statements):
    query = "{ cases(locale: sv, first: 100) { nodes { path breadcrumbs { path } languageLinks { path } } } }"
    taken = len(statements(query))
    same[1].unpublish()
    assert len(statements(query)) == taken


def test_marker_and_card_agree(same, ask):
    english, _ = same
    english.locations = [CaseLocation(latitude=60, longitude=25)]
    publish(english)
    markers = {marker["title"]: marker["path"] for marker in ask(MARKERS, locale="sv")["caseMarkers"]}
    assert markers["English"] == beside(english)
