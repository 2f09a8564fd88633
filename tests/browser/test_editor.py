"""The editor's and the translator's main path, in a real browser."""

from playwright.sync_api import Page

from cases.models import CaseIndexPage
from cms.publishing.models import PublishedPage
from tests.browser.conftest import LogIn
from tests.factories import CaseIndexPageFactory, CasePageFactory, PriorityPageFactory, home_page, publish, translate


def insert(page: Page, block: str) -> None:
    page.locator("#panel-child-content-body-section").get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name=block, exact=True).click()


def choose_action(page: Page, name: str) -> None:
    page.locator("footer button[aria-expanded]").click()
    page.get_by_role("button", name=name, exact=True).click()


def list_of_cases() -> CaseIndexPage:
    publish(home_page())
    return publish(CaseIndexPageFactory(slug="cases"))


def test_editor_creates_a_case_and_publishes_it(log_in: LogIn) -> None:
    index = list_of_cases()
    priority = publish(PriorityPageFactory(title="Climate neutrality"))
    page = log_in("Editors")
    page.goto(f"/admin/pages/add/cases/casepage/{index.pk}/")
    page.fill("[name=title]", "Heat from the sea")
    page.fill("[name=ingress]", "Sea water heats homes.")
    insert(page, "Heading")
    page.fill("[name$='-value-text']", "How it works")
    insert(page, "Text")
    page.locator("[contenteditable=true]").last.click()
    page.keyboard.type("Pumps carry the heat.")

    page.get_by_role("tab", name="Facts").click()
    page.get_by_role("button", name="Add Priority").click()
    page.get_by_role("button", name="Choose a page").click()
    page.get_by_role("link", name="Climate neutrality").click()
    page.get_by_role("link", name="Climate neutrality").wait_for(state="detached")
    page.get_by_text("Saved", exact=True).wait_for()
    choose_action(page, "Publish")
    page.get_by_text("'Heat from the sea' has been published").wait_for()

    case = PublishedPage.objects.get(type="cases.casepage")
    assert case.path == "cases/heat-from-the-sea/"
    assert case.document["ingress"] == "Sea water heats homes."
    assert [block["type"] for block in case.document["body"]] == ["heading", "paragraph"]
    assert case.facets["priorities"] == [str(priority.translation_key)]


def test_translator_translates_a_case_and_publishes_it(log_in: LogIn) -> None:
    index = list_of_cases()
    translate(home_page(), "fi")
    translate(index, "fi")
    case = publish(CasePageFactory(title="Heat from the sea", slug="heat-from-the-sea", parent=index))
    page = log_in("Translators")
    page.goto(f"/admin/localize/submit/page/{case.pk}/")
    page.get_by_label("Finnish").check()
    page.get_by_role("button", name="Submit").click()
    page.get_by_text("successfully submitted for translation").wait_for()

    finnish = case.get_translations().get()
    page.goto(f"/admin/pages/{finnish.pk}/edit/")
    page.get_by_role("button", name="Translate", exact=True).first.click()
    page.get_by_role("textbox").last.fill("Lämpöä merestä")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Translated manually").wait_for()
    assert not PublishedPage.objects.filter(id=finnish.pk).exists()
    page.get_by_role("button", name="Publish in Finnish").click()
    page.get_by_text("Published 'Lämpöä merestä' in Finnish").wait_for()

    assert PublishedPage.objects.get(id=finnish.pk).title == "Lämpöä merestä"
