"""How the reference site looks: measured in a real browser, with content that is hard to lay out."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site.conftest import Open
from tests.demo.small_content import Files, html, in_both, page, small_content

# So they run before tests that leave the database empty; the transaction that each gets is nobody's.
pytestmark = pytest.mark.django_db
MEASURED = Path(__file__).with_name("measured.js").read_text(encoding="utf-8").split("\n", 1)[1]
SHIFTS = """new PerformanceObserver((list) => {
    for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
}).observe({type: "layout-shift", buffered: true});
globalThis.shifted = 0;"""
LONG = "Saavutettavuusseloste, vaatimustenmukaisuudenarviointi ja bruttokansantuoteosuus"
VALUES = [
    ("1 733 033", "asukasta"), ("20 × 300 × 40", "m"), ("1,1 miljoonaa", "m³"), ("Lähes kolmannes", "työpaikoista"),
    ("39", "%"), ("2030", "tavoitevuosi"), ("1.", "sija 238 alueen joukossa"),
]  # fmt: skip


def figure(value: str, unit: str) -> dict[str, Any]:
    return {
        "value": value,
        "unit": unit,
        "caption": in_both("Bruttokansantuotteesta"),
        "as_of": "2024",
        "source_url": "https://example.org/",
    }


FIGURES = [figure(value, unit) for value, unit in VALUES]


def hard(slug: str, title: str, **more: Any) -> dict[str, Any]:
    return {**page(slug), "title": in_both(title), **more}


@pytest.fixture(scope="module")
def content() -> Files:
    """Fourteen cases, with every number of figures, cards and people, and long words everywhere."""
    content = small_content()
    well = content["cases/well"]
    names = [f"pump-{number}" for number in range(13)]
    for place, name in enumerate(names):
        content[f"cases/{name}"] = {
            **well, **hard(name, f"{LONG} {place}"), "related": ["well"], "body": [], "contacts": [],
            "start_date": "2019-09-01", "end_date": "2021-12-31",
            "key_figures": FIGURES[: place % 8],
        }  # fmt: skip
    for place in range(4):
        content[f"people/guide-{place}"] = {**content["people/guide"], "name": f"Opas {place}"}
    headings = [{"heading": {"text": in_both(f"{LONG} {place}"), "level": 2}} for place in range(3)]
    figures = [{"key_figures": FIGURES[:count]} for count in range(1, 8)]
    cards = [{"case_cards": {"heading": in_both(f"Cards {count}"), "cases": names[:count]}} for count in (4, 6)]
    numbers = html("Noin 2 000 asukasta, lähes 100 000 yritystä ja 90 GWh lämpöä. " * 20)
    others = [block for block in well["body"] if "contacts" not in block]
    content["cases/well"] = {
        **well,
        "body": [
            *headings, {"paragraph": numbers}, *figures, *cards, *others,
            {"case_cards": {"heading": in_both("More"), "cases": [*names[:3], names[8]]}},
            {"contacts": ["guide", *[f"guide-{place}" for place in range(4)]]},
        ],
        "related": [names[0], names[9], names[10]],
        "partners": [{"organisation": "works", "role": "lead"}],
    }  # fmt: skip
    content["pages/privacy"] = hard("privacy", LONG, body=[*headings, {"paragraph": numbers}, *figures])
    content["pages/home"]["featured_cases"] = names[:4]
    content["pages/home"]["body"] = [{"paragraph": numbers}, figures[3]]
    content["articles/old-news"] = {**content["articles/news"], **hard("old-news", LONG), "date": "2014-03-01",
                                    "priorities": [], "related": []}  # fmt: skip
    content["articles/news"]["body"] = [*headings, {"paragraph": numbers}]
    return content


PATHS = [
    "/fi/", "/fi/new-fi/", "/fi/new-fi/vesi/", "/fi/cases-fi/", "/fi/cases-fi/?view=map", "/fi/cases-fi/well-fi/",
    "/fi/cases-fi/pump-7-fi/", "/fi/articles-fi/", "/fi/articles-fi/news-fi/", "/fi/privacy-fi/", "/fi/haku/?q=well",
    "/fi/nothing/", "/en/cases/well/", "/sv/cases/well/",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_moves_breaks_or_is_left_alone_on_any_screen(visit: Open, width: int) -> None:
    visited = visit("/en/privacy/", viewport={"width": width, "height": 800})
    visited.add_init_script(SHIFTS)
    found: dict[str, Any] = {}
    for path in PATHS:
        visited.goto(path, wait_until="load")
        scroll_through(visited)
        shifted, broken = visited.evaluate("shifted"), visited.evaluate(MEASURED)
        if shifted >= 0.05 or broken:
            found[path] = [shifted, *broken]
    assert found == {}


def test_what_moves_and_breaks_would_be_found(visit: Open) -> None:
    visited = visit("/en/privacy/", viewport={"width": 320, "height": 800})
    visited.add_init_script(SHIFTS)
    visited.goto("/fi/cases-fi/pump-7-fi/")
    assert visited.evaluate(MEASURED) == []
    visited.evaluate("""() => {
        const lines = Object.assign(document.createElement("h1"), {innerHTML: "<br><br><br>"});
        document.querySelector("main").prepend(lines);
        const figure = document.querySelector(".figures .whole");
        Object.assign(figure, {textContent: "1 733 033 ".repeat(9)}).style.whiteSpace = "normal";
        document.querySelector(".figures > li").style.width = "60px";
        document.querySelector("h2").textContent = "vaatimustenmukaisuudenarviointimenettely".repeat(2);
    }""")
    visited.evaluate("new Promise((resolve) => setInterval(() => shifted > 0.05 && resolve(), 50))")
    kinds = {sentence.split(":")[0] for sentence in visited.evaluate(MEASURED)}
    assert {"cut", "figure overflows"} <= kinds


def whole(text: str) -> str:
    """Without the hyphens that show only where a line ends."""
    return text.replace("\u00ad", "")


def scroll_through(visited: Page) -> None:
    visited.evaluate("""async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
            scrollTo({top: y, behavior: "instant"});
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }
        scrollTo({top: 0, behavior: "instant"});
    }""")


def test_case_shows_nobody_and_nothing_twice_and_people_have_a_heading_of_their_own(visit: Open) -> None:
    main = visit("/en/cases/well/").get_by_role("main")
    titles = [whole(title) for title in main.locator(".card :is(h2, h3, h4)").all_inner_texts()]
    people = main.locator(".person h3, .person h4").all_inner_texts()
    assert (len(titles), len(people)) == (len(set(titles)), len(set(people)))
    assert f"{LONG} 9" in titles
    headings = main.get_by_role("heading", level=2).all_inner_texts()
    assert headings.index("Contacts") > headings.index("More")


def test_facts_come_before_the_text_on_a_phone_and_open_periods_say_since_when(visit: Open) -> None:
    visited = visit("/fi/cases-fi/well-fi/", viewport={"width": 360, "height": 800})
    facts = visited.get_by_role("complementary", name="Tiedot")
    expect(facts).to_contain_text("toukokuusta 2020")
    assert [facts.locator("dt").nth(place).inner_text() for place in (0, 1)] == ["Vaihe", "Aika"]
    below = visited.locator(".blocks").evaluate("blocks => blocks.getBoundingClientRect().top")
    assert facts.evaluate("facts => facts.getBoundingClientRect().bottom") < below
    visited.goto("/fi/cases-fi/")
    assert "2019–2021" in visited.locator(".card .meta").first.inner_text()


def test_long_page_leads_to_its_headings_and_text_has_company_on_a_wide_screen(visit: Open) -> None:
    visited = visit("/en/privacy/", viewport={"width": 1280, "height": 800})
    contents = visited.get_by_role("navigation", name="On this page")
    contents.get_by_role("link").nth(1).click()
    assert whole(visited.evaluate("document.querySelector(':target').textContent")) == f"{LONG} 1"
    beside = visited.evaluate(
        "['.body', '.contents'].map((one) => document.querySelector(one).getBoundingClientRect().x)"
    )
    assert beside[1] > beside[0]
    assert contents.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_list_has_numbered_pages_that_say_where_the_reader_is(visit: Open, scripts: bool) -> None:  # noqa: FBT001
    visited = visit("/en/cases/", java_script_enabled=scripts)
    pages = visited.get_by_role("navigation", name="Result pages")
    expect(pages).to_contain_text("Page 1 of 2")
    pages.get_by_role("link", name="Page 2").click()
    assert visited.url.endswith("/en/cases/?page=2")
    assert visited.locator(".card").count() == 2
    expect(pages.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    pages.get_by_role("link", name="Previous").click()
    assert visited.url.endswith("/en/cases/")
    for path, leads_to in [("?page=3", ""), ("?page=9999&order=title", "?order=title"), ("?page=-1", "?page=-1")]:
        visited.goto(f"/en/cases/{path}")
        assert visited.url.endswith(f"/en/cases/{leads_to}")


def test_news_are_filtered_by_year_and_priority_with_counts(visit: Open) -> None:
    visited = visit("/en/articles/")
    expect(visited.get_by_role("status").first).to_have_text("2 articles")
    years = visited.get_by_label("Year").locator("option").all_inner_texts()
    assert years == ["All years", "2021 (1)", "2014 (1)"]
    visited.get_by_label("Water (1)").check()
    expect(visited.get_by_role("status").first).to_have_text("1 article")
    assert visited.url.endswith("/en/articles/?priority=water")
    visited.goto("/en/articles/?year=2014")
    expect(visited.locator(".card")).to_have_count(1)
    visited.get_by_role("link", name="Suomi").click()
    assert visited.url.endswith("/fi/articles-fi/?year=2014")


def test_search_is_narrowed_to_a_kind_of_page(visit: Open) -> None:
    visited = visit("/en/search/?q=water")
    kinds = visited.get_by_role("navigation", name="Filters")
    kinds.get_by_role("link", name="Strategies and priorities").click()
    assert visited.url.endswith("/en/search/?q=water&type=strategy")
    types = set(visited.locator(".found .small").all_inner_texts())
    assert types <= {"Strategy", "Priority"}
    assert types
    visited.goto("/en/search/?q=water&type=nonsense")
    expect(kinds.locator("[aria-current]")).to_contain_text("All")


def test_map_shows_where_cases_are_and_the_list_below_says_the_same(visit: Open, origin: str, cms: str) -> None:
    asked: list[str] = []
    visited = visit("/en/cases/")
    visited.on("request", lambda request: asked.append(request.url))
    visited.get_by_role("link", name="Map", exact=True).click()
    [pin] = visited.get_by_role("list", name="Cases on the map").get_by_role("link").all()
    assert (pin.get_attribute("aria-label") or "").startswith("1. 14 cases: ")
    pin.focus()
    visited.keyboard.press("Enter")
    assert visited.evaluate("document.querySelector(':target li a').textContent")
    assert visited.locator(".places li li").count() == 14
    visited.get_by_label("Completed").count()
    assert visited.get_by_role("link", name="List", exact=True).get_attribute("href") == "/en/cases/"
    assert {url for url in asked if not url.startswith((origin, cms, "data:"))} == set()
    visited.goto("/en/cases/?view=capital&search=nothing-of-the-kind")
    expect(visited.get_by_text("Nothing was found")).to_be_visible()


def test_page_is_shared_without_anybody_else_knowing_before(visit: Open, origin: str, cms: str) -> None:
    visited = visit("/en/privacy/", permissions=["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    visited.on("request", lambda request: asked.append(request.url))
    visited.goto("/en/privacy/")
    share = visited.locator(".share")
    address = f"{origin}/en/privacy/"
    share.get_by_role("button", name="Copy the address").click()
    expect(share.get_by_role("status")).to_have_text("The address has been copied.")
    assert visited.evaluate("navigator.clipboard.readText()") == address
    links = share.get_by_role("link").evaluate_all("all => all.map(({href}) => decodeURIComponent(href))")
    assert all(address in link for link in links)
    assert {url for url in asked if not url.startswith((origin, cms, "data:"))} == set()
    assert visited.context.cookies() == []


def test_paper_has_what_is_closed_on_the_screen_and_where_links_lead(visit: Open) -> None:
    visited = visit("/en/cases/well/", java_script_enabled=False)
    visited.emulate_media(media="print", color_scheme="dark")
    details = visited.locator(".accordion details .text")
    assert details.evaluate("element => element.checkVisibility() && element.getBoundingClientRect().height") > 10
    shown = "(element) => getComputedStyle(element, '::after').content"
    assert "https://example.org/" in visited.locator(".facts a.external").first.evaluate(shown)
    assert "/en/old/" in visited.locator(".text a").first.evaluate(shown)
    colour = "(element) => getComputedStyle(element).color"
    dark = {
        visited.locator(one).first.evaluate(colour) for one in (".site-footer h2", ".badge", "h1", ".site-footer a")
    }
    assert dark <= {"rgb(0, 0, 0)", "rgb(16, 39, 47)"}


def test_page_that_is_not_there_has_one_shore_and_footers_columns_begin_on_one_line(visit: Open) -> None:
    visited = visit("/en/nothing/", viewport={"width": 1280, "height": 800})
    shown = "(element) => getComputedStyle(element, '::after').display"
    assert visited.locator(".opening").evaluate(shown) == "none"
    gap = """() => document.querySelector(".site-footer").getBoundingClientRect().top
        - document.querySelector(".opening").getBoundingClientRect().bottom"""
    assert visited.evaluate(gap) == 0
    first_lines = """() => [".brand", "nav a", "h2"].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`.site-footer ${one}`).lastChild);
        return range.getBoundingClientRect().bottom;
    })"""
    first, *others = visited.evaluate(first_lines)
    assert all(abs(other - first) < 3 for other in others)


def test_first_picture_is_asked_for_first_and_devices_find_their_icons(visit: Open, origin: str) -> None:
    visited = visit("/en/cases/well/")
    first = visited.get_by_role("img", name="Drawing of a cavern").first
    assert [first.get_attribute(name) for name in ("fetchpriority", "loading")] == ["high", "eager"]
    assert visited.locator("[fetchpriority=high]").count() == 1
    links = "all => all.map((link) => link.href)"
    icons = visited.locator("link[rel~=icon], link[rel=apple-touch-icon]").evaluate_all(links)
    manifest = visited.locator("link[rel=manifest]").get_attribute("href") or ""
    found = json.loads(visited.request.get(manifest).text())
    icons += [f"{origin}{icon['src']}" for icon in found["icons"]]
    assert (found["start_url"], found["lang"]) == ("/en/", "en")
    assert [visited.request.get(icon).status for icon in icons] == [200] * len(icons)
