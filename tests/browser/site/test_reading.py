"""The reference site as visitors use it, in a real browser, with the small demo behind it."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reference_site import reference_site_of
from tests.browser.site.conftest import Open
from tests.frontend_contract.npm import CONTRACT, install

AXE = CONTRACT / "conformance" / "node_modules" / "axe-core" / "axe.min.js"
# So they run before tests that leave the database empty; the transaction that each gets is nobody's.
pytestmark = pytest.mark.django_db
# What axe finds in the page as it is, and in the dark the contrast alone.
FIND = """async (options) => (await axe.run(document, options)).violations
    .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" ")}`)"""


def heading(visited: Page, level: int = 1) -> str:
    return visited.get_by_role("heading", level=level).first.inner_text()


def test_visitor_reads_from_the_home_page_to_a_case_and_finds_who_made_it(visit: Open) -> None:
    visited = visit("/", locale="fi-FI")
    assert visited.url.endswith("/fi/")
    visited.get_by_role("navigation", name="Päävalikko").get_by_text("Cases suomeksi", exact=True).click()
    visited.get_by_role("link", name="Cases suomeksi: yleiskatsaus").click()
    visited.get_by_role("link", name="Well suomeksi").last.click()
    assert heading(visited) == "Well suomeksi"
    facts = visited.get_by_role("complementary", name="Tiedot")
    assert "Vantaa" in facts.inner_text()
    assert facts.get_by_role("link", name="Works suomeksi").get_attribute("rel") == "external noopener"
    visited.get_by_role("img", name="Drawing of a cavern suomeksi").first.evaluate("image => image.decode()")
    assert visited.get_by_role("rowheader", name="SOHJOA").count() == 1
    visited.get_by_role("link", name="Katso video").click()
    assert visited.locator("iframe").get_attribute("title") == "Film suomeksi"


def test_page_tells_search_engines_and_browsers_what_they_need(visit: Open, origin: str, cms: str) -> None:
    visited = visit("/fi/cases-fi/well-fi/")
    head = visited.locator("head")
    assert visited.title() == "Well suomeksi – Small region suomeksi"
    assert head.locator("link[rel=canonical]").get_attribute("href") == f"{origin}/fi/cases-fi/well-fi/"
    languages = head.locator("link[rel=alternate][hreflang]").evaluate_all("all => all.map(({hreflang}) => hreflang)")
    assert languages == ["en", "fi", "x-default"]
    [data] = head.locator("script[type='application/ld+json']").all_inner_texts()
    assert "Article" in {thing["@type"] for thing in json.loads(data)["@graph"]}
    answer = visited.request.get("/fi/cases-fi/well-fi/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert f"img-src 'self' data: {cms};" in policy
    again = visited.request.get("/fi/cases-fi/well-fi/", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status == 304


@pytest.mark.parametrize("scripts", ["on", "off"])
def test_filters_of_cases_are_in_the_address_and_can_be_taken_back(visit: Open, scripts: str) -> None:
    visited = visit("/en/cases/", java_script_enabled=scripts == "on")
    count = visited.get_by_role("status")
    expect(count).to_have_text("2 cases")
    visited.get_by_label("Completed (1)").check()
    if scripts == "off":
        visited.get_by_role("button", name="Show results").click()
    expect(count).to_have_text("1 case")
    assert visited.url.endswith("/en/cases/?status=completed")
    assert visited.get_by_label("Ongoing (1)").is_visible()
    expect(visited.get_by_role("main").get_by_role("link", name="Well")).to_have_count(0)
    visited.get_by_role("link", name="Remove Completed").click()
    expect(count).to_have_text("2 cases")
    visited.go_back()
    expect(count).to_have_text("1 case")
    assert visited.get_by_label("Completed (1)").is_checked()


def test_list_of_cases_is_searched_and_its_address_shared(visit: Open) -> None:
    visited = visit("/en/cases/?search=pumps&goal=7&goal=nonsense&order=title&year=")
    assert visited.url.endswith("/en/cases/?search=pumps&goal=7&goal=nonsense&order=title")
    expect(visited.get_by_role("status")).to_have_text("1 case")
    visited.get_by_role("searchbox", name="Search").fill("nothing of the kind")
    visited.keyboard.press("Enter")
    expect(visited.get_by_text("Nothing was found")).to_be_visible()
    visited.get_by_role("link", name="Clear all").click()
    expect(visited.get_by_role("status")).to_have_text("2 cases")
    visited.goto("/en/cases/?page=9&goal=7")
    assert visited.url.endswith("/en/cases/?goal=7")
    visited.get_by_role("link", name="Suomi").click()
    assert visited.url.endswith("/fi/cases-fi/?goal=7")
    expect(visited.get_by_role("status")).to_have_text("1 esimerkki")


def test_search_shows_what_matched_in_which_language(visit: Open) -> None:
    visited = visit("/sv/sok/")
    visited.get_by_role("searchbox", name="Sök på webbplatsen").fill('"pumps"')
    visited.get_by_role("button", name="Sök").click()
    found = visited.get_by_role("list").get_by_role("listitem").filter(has=visited.get_by_role("heading"))
    assert visited.title().startswith('Sök: "pumps"')
    expect(found.first).to_have_attribute("lang", "en")
    assert heading(visited, level=2) == "The pump"


@pytest.mark.parametrize(
    ("language", "button", "label", "path"),
    [("en", "Search", "Search the site", "search"), ("fi", "Haku", "Hae sivustolta", "haku"),
     ("sv", "Sök", "Sök på webbplatsen", "sok")],
)  # fmt: skip
def test_site_is_searched_from_every_page(visit: Open, language: str, button: str, label: str, path: str) -> None:
    visited = visit(f"/{language}/nothing/")
    header = visited.get_by_role("banner")
    opens, field = header.get_by_role("button", name=button), header.get_by_role("searchbox", name=label)
    below = "document.querySelector('main').getBoundingClientRect().top"
    top = visited.evaluate(below)
    expect(field).to_be_hidden()
    opens.focus()
    visited.keyboard.press("Enter")
    expect(field).to_be_focused()
    assert visited.evaluate(below) == top  # nothing moves
    visited.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(opens).to_be_focused()
    opens.click()
    visited.get_by_role("contentinfo").get_by_role("link").first.focus()
    expect(field).to_be_hidden()
    opens.click()
    field.fill("pump")
    field.press("Enter")
    visited.wait_for_url(f"**/{language}/{path}/?q=pump")
    expect(visited.get_by_role("searchbox", name=label)).to_have_value("pump")
    expect(header.get_by_role("link", name=button)).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_site_is_searched_without_scripts_and_on_a_small_screen(visit: Open, width: int) -> None:
    size = {"width": width, "height": 640}
    without = visit("/en/cases/well/", viewport=size, java_script_enabled=False)
    field = without.get_by_role("searchbox", name="Search the site")
    field.fill("pump")
    field.press("Enter")
    assert without.url.endswith("/en/search/?q=pump")
    if width < 960:
        visited = visit("/en/cases/well/", viewport=size)
        visited.get_by_role("button", name="Menu").click()
        visited.get_by_role("searchbox", name="Search the site").fill("pump")
        assert visited.evaluate("document.documentElement.scrollWidth") == width
        visited.get_by_role("button", name="Search").click()
        assert visited.url.endswith("/en/search/?q=pump")


def test_language_switch_leads_to_the_same_page_and_a_fallback_says_what_it_is(visit: Open) -> None:
    visited = visit("/en/cases/well/")
    visited.get_by_role("link", name="Suomi").click()
    assert (visited.url.split("/", 3)[3], heading(visited)) == ("fi/cases-fi/well-fi/", "Well suomeksi")
    visited.get_by_role("link", name="Svenska").click()
    assert heading(visited) == "Well"
    language = "it => document.querySelector(it).closest('[lang]').lang"
    languages = visited.evaluate(f"['html', 'h1', '.ingress', 'dt'].map({language})")
    assert languages == ["sv", "en", "en", "sv"]
    assert "Den här sidan finns inte på svenska ännu" in visited.get_by_role("note").inner_text()


SCREENS = {
    "en": ["", "new/", "new/water/", "cases/", "cases/?goal=7", "cases/?view=map", "cases/well/", "articles/",
           "articles/news/", "privacy/"],
    "fi": ["", "new-fi/", "new-fi/vesi/", "cases-fi/", "cases-fi/?goal=7", "cases-fi/?view=map", "cases-fi/well-fi/",
           "articles-fi/", "articles-fi/news-fi/", "privacy-fi/"],
}  # fmt: skip
SCREENS["sv"] = SCREENS["en"]
SEARCHES = {"en": "search/?q=well", "fi": "haku/?q=well", "sv": "sok/?q=well"}


@pytest.mark.parametrize("language", SEARCHES)
def test_every_screen_is_accessible_and_fits_a_small_one(visit: Open, language: str) -> None:
    install("conformance")
    visited = visit(f"/{language}/")
    mistakes = []
    for path in [*SCREENS[language], SEARCHES[language], "nothing/here/"]:
        answer = visited.goto(f"/{language}/{path}")
        assert answer
        assert (answer.status, path) == (404 if path.startswith("nothing") else 200, path)
        visited.evaluate(AXE.read_text())
        found = visited.evaluate(FIND, {"resultTypes": ["violations"]})
        visited.emulate_media(color_scheme="dark")
        found += visited.evaluate(FIND, {"runOnly": ["color-contrast"]})
        visited.emulate_media(color_scheme="light")
        visited.set_viewport_size({"width": 320, "height": 640})
        if visited.evaluate("document.documentElement.scrollWidth") > 320:
            found.append("is wider than 320 pixels")
        visited.set_viewport_size({"width": 1280, "height": 720})
        mistakes += [f"{path}: {what}" for what in found]
    assert mistakes == []


def test_site_is_used_by_keyboard_alone(visit: Open) -> None:
    visited = visit("/en/", viewport={"width": 320, "height": 640})
    press = visited.keyboard.press
    press("Tab")
    expect(visited.get_by_role("link", name="Skip to content")).to_be_focused()
    press("Enter")
    expect(visited.get_by_role("main")).to_be_focused()
    menu = visited.get_by_role("button", name="Menu")
    press("Shift+Tab")
    expect(menu).to_be_focused()
    press("Enter")
    press("Tab")
    press("Enter")  # on "Cases", which has pages below it
    press("Tab")
    expect(visited.get_by_role("link", name="Cases: overview")).to_be_focused()
    press("Escape")
    press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_site_says_that_it_cannot_be_shown_while_the_cms_is_away(chromium: Browser) -> None:
    with reference_site_of("http://localhost:9") as origin:
        visited = chromium.new_page(base_url=origin)
        answer = visited.goto("/sv/")
        assert answer
        assert (answer.status, answer.headers["retry-after"]) == (503, "30")
        assert heading(visited) == "Webbplatsen kan inte visas just nu"
