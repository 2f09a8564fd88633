"""The preview panel and its button, with a frontend of another origin, in a real browser."""

from copy import deepcopy
from typing import Any

from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import LogIn
from tests.browser.frontend import frontend_of
from tests.factories import ContentPageFactory, home_page, publish


def test_panel_shows_on_the_frontend_what_the_editor_types(
    log_in: LogIn, live_server: LiveServer, settings: Any
) -> None:
    publish(home_page())
    about = publish(ContentPageFactory(title="About", slug="about"))
    with frontend_of(live_server.url) as origin:
        settings.FRONTEND_ORIGIN = origin
        policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
        policy["DIRECTIVES"]["frame-src"].append(origin)
        settings.CONTENT_SECURITY_POLICY = policy
        page = log_in("Editors")
        page.goto(f"/admin/pages/{about.pk}/edit/")
        page.get_by_role("button", name="Toggle preview").click()
        shown = page.frame_locator("#w-preview-iframe")
        shown.get_by_role("heading", name="About").wait_for()
        shown.locator("body").evaluate("scrollTo(0, 300)")
        page.locator("[name=title]").press("End")
        page.keyboard.type(" the region", delay=400)  # Wagtail looks for changes only some seconds after it began
        shown.get_by_role("heading", name="About the region").wait_for()
        keeps_its_place = (
            "(resolve, reject) => { setInterval(() => scrollY === 300 && resolve(), 50); setTimeout(reject, 5000) }"
        )
        shown.locator("body").evaluate(f"new Promise({keeps_its_place})")
        with page.expect_popup() as popup:
            page.get_by_role("link", name="Preview in new tab").click()
        popup.value.get_by_role("heading", name="About the region").wait_for()
        assert popup.value.url.startswith(f"{origin}/preview?token=")


def test_revoking_a_preview_ends_its_link(log_in: LogIn, live_server: LiveServer, settings: Any) -> None:
    publish(home_page())
    about = publish(ContentPageFactory(title="About", slug="about"))
    with frontend_of(live_server.url) as origin:
        settings.FRONTEND_ORIGIN = origin
        page = log_in("Editors")
        page.goto(f"/admin/pages/{about.pk}/view_draft/")
        page.get_by_role("heading", name="About").wait_for()
        link = page.url
        page.goto("/admin/reports/previews/")
        page.get_by_role("button", name="Revoke", exact=True).click()
        page.get_by_text("Revoked previews: 1.").wait_for()
        page.goto(link)
        page.get_by_role("heading", name="PREVIEW_REVOKED").wait_for()
