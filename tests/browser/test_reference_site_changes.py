"""The reference site after editors changed something behind it, in a real browser."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import PageViewRestriction

from home.models import ContentPage
from tests.browser.conftest import LogIn
from tests.browser.reference_site import reference_site_of
from tests.factories import ContentPageFactory, body, home_page, publish


@pytest.fixture
def origin(commits: None, live_server: LiveServer, settings: Any) -> Iterator[str]:
    """A site of two pages: home and About."""
    publish(home_page())
    with reference_site_of(live_server.url) as origin:
        settings.FRONTEND_ORIGIN = origin
        yield origin


@pytest.fixture
def visited(chromium: Browser, origin: str) -> Page:
    return chromium.new_context(base_url=origin).new_page()


@pytest.fixture
def about(origin: str) -> ContentPage:
    paragraphs = body(paragraph="<p>What it is about.</p>" * 40)
    return publish(ContentPageFactory(title="About", slug="about", body=paragraphs))


def test_what_is_not_there_is_said_with_the_right_status(visited: Page, about: ContentPage) -> None:
    publish(ContentPageFactory(title="Gone", slug="gone")).unpublish()
    about.slug = "region"
    publish(about)
    visited.goto("/en/regiom/")
    assert visited.locator("meta[name=robots]").get_attribute("content") == "noindex"
    expect(visited.get_by_role("heading", name="Did you mean one of these?")).to_be_visible()
    visited.get_by_role("main").get_by_role("link", name="About").click()
    assert visited.url.endswith("/en/region/")
    paths = ["/en/regiom/", "/en/gone/", "/en/about/?from=here", "/en/region", "/%ff/", "/preview"]
    answers = [visited.request.get(path, max_redirects=0) for path in paths]
    assert [answer.status for answer in answers] == [404, 410, 301, 301, 404, 404]
    assert answers[2].headers["location"] == "/en/region/?from=here"
    assert visited.request.delete("/en/").status == 405


def test_private_page_opens_with_its_password_and_the_token_stays_out_of_scripts(
    visited: Page, about: ContentPage
) -> None:
    password = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=about, restriction_type=password, password="open sesame")
    visited.goto("/en/about/")
    for tried, shown in [("wrong", "This page is password-protected"), ("open sesame", "About")]:
        visited.get_by_label("Password").fill(tried)
        visited.get_by_role("button", name="Open the page").click()
        expect(visited.get_by_role("heading", level=1)).to_have_text(shown)
    [cookie] = visited.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    answer = visited.request.get("/en/about/")
    assert (answer.status, answer.headers["cache-control"]) == (200, "private, no-store")
    forged = visited.request.post("/en/about/", form={"password": "x"}, headers={"Origin": "https://example.org"})
    assert forged.status == 403


def test_editor_sees_the_draft_in_the_panel_on_the_site(
    origin: str, about: ContentPage, log_in: LogIn, live_server: LiveServer, settings: Any
) -> None:
    policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"]["frame-src"].append(origin)
    settings.CONTENT_SECURITY_POLICY = policy
    edited = log_in("Editors")
    edited.goto(f"/admin/pages/{about.pk}/edit/")
    edited.get_by_role("button", name="Toggle preview").click()
    shown = edited.frame_locator("#w-preview-iframe")
    shown.get_by_role("heading", name="About", level=1).wait_for()
    shown.locator("body").evaluate("scrollTo(0, 300)")
    edited.locator("[name=title]").press("End")
    edited.keyboard.type(" the region", delay=400)  # Wagtail looks for changes only some seconds after it began
    shown.get_by_role("heading", name="About the region", level=1).wait_for()
    keeps_its_place = (
        "(resolve, reject) => { setInterval(() => scrollY === 300 && resolve(), 50); setTimeout(reject, 5000) }"
    )
    shown.locator("body").evaluate(f"new Promise({keeps_its_place})")
    with edited.expect_popup() as popup:
        edited.get_by_role("link", name="Preview in new tab").click()
    popup.value.get_by_text("Visitors do not see it").wait_for()
    headers = popup.value.request.get(popup.value.url).headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex"
    assert f"frame-ancestors {live_server.url}" in headers["content-security-policy"]
