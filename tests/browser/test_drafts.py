"""What an editor types is kept, right or wrong, and what is wrong is said when it is published: in a real browser."""

from playwright.sync_api import Page, Response

from cms.publishing.models import PublishedPage
from tests.browser.conftest import LogIn
from tests.browser.test_editor import choose_action, list_of_cases
from tests.factories import CasePageFactory

WRONG = {
    "title": "Heat " * 60,
    "ingress": "Sea water heats homes. " * 30,
    "start_date": "2025-05",
    "end_date": "the spring of 2024",
    "technology_readiness_level": "seven",
    "locations-0-latitude": "60,47",
    "locations-0-longitude": "24° E",
}
SAID = [
    "Ensure this value has at most 255 characters",
    "Ensure this value has at most 500 characters",
    "“the spring of 2024” is not a date.",
    "Enter a whole number.",
    "Write the degrees as a number: 60.17 or 60,17.",
]
LAST = "That is all."


def is_saved(response: Response) -> bool:
    """Whether this answers the autosave of the last that was typed."""
    return response.status == 200 and "/edit/" in response.url and LAST in (response.request.post_data or "")


def open_every_tab(page: Page) -> None:
    """So that all fields can be filled in, in the order of the tabs."""
    page.evaluate("document.querySelectorAll('[role=tabpanel]').forEach((panel) => { panel.hidden = false; })")


def test_autosave_keeps_everything_and_publishing_says_what_is_wrong(log_in: LogIn) -> None:
    case = CasePageFactory(title="Heat", slug="heat", parent=list_of_cases())
    page = log_in("Editors")
    page.goto(f"/admin/pages/{case.pk}/edit/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)  # Wagtail compares with the form as it was a moment after it was loaded
    open_every_tab(page)
    page.get_by_role("button", name="Add Place").click()
    page.get_by_role("button", name="Add Focus area").click()
    page.get_by_role("button", name="Add Goal").click()
    with page.expect_response(is_saved, timeout=60_000):
        for name, text in WRONG.items():
            page.locator(f"[name={name}]").fill(text)
        page.locator("[name=ingress]").press("End")
        page.keyboard.type(LAST)

    page.goto(f"/admin/pages/{case.pk}/edit/")
    open_every_tab(page)
    shown = {name: page.locator(f"[name={name}]").input_value() for name in WRONG}
    assert shown == WRONG | {"ingress": WRONG["ingress"] + LAST, "locations-0-latitude": "60.47"}
    choose_action(page, "Publish")
    page.get_by_text("The page could not be saved due to validation errors").wait_for()
    for message in SAID:  # some of them behind another tab
        page.get_by_text(message).first.wait_for(state="attached")
    assert {name: page.locator(f"[name={name}]").input_value() for name in WRONG} == shown
    assert not PublishedPage.objects.filter(id=case.pk).exists()
