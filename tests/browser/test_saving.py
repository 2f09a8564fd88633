"""Autosave and a button save the same form one after the other, however slow the server is."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.http import HttpRequest
from playwright.sync_api import Request
from wagtail import hooks
from wagtail.models import Page

from cases.models import Person
from cms.publishing.models import PublishedPage, PublishedSnippet
from home.models import ContentPage
from tests.browser.conftest import LogIn
from tests.browser.test_editor import choose_action
from tests.factories import ContentPageFactory, PersonFactory, home_page, publish

JSON = "application/json"


def is_autosave(request: Request) -> bool:
    return request.method == "POST" and request.headers.get("accept") == JSON


@pytest.fixture
def slow_autosave() -> Iterator[None]:
    """Each takes longer than a person needs for the next click."""

    def wait(request: HttpRequest, *args: object) -> None:
        if request.headers["Accept"] == JSON:
            time.sleep(4)

    with ExitStack() as stack:
        for hook in ("before_create_page", "before_edit_page", "before_edit_snippet"):
            stack.enter_context(hooks.register_temporarily(hook, wait))
        yield


@pytest.mark.usefixtures("slow_autosave")
@pytest.mark.parametrize("button", ["Save draft", "Publish"])
def test_page_that_is_added_while_autosave_is_on_its_way_is_one_page(log_in: LogIn, button: str) -> None:
    is_public = button == "Publish"
    parent = publish(home_page())
    page = log_in("Editors")
    page.goto(f"/admin/pages/add/home/contentpage/{parent.pk}/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)  # Wagtail compares with the form as it was a moment after it was loaded
    with page.expect_request(is_autosave, timeout=60_000):
        page.fill("[name=title]", "Ferries")
        page.fill("[name=ingress]", "One or two sentences.")
    page.fill("[name=ingress]", "One or two sentences more.")
    if is_public:
        choose_action(page, button)
    else:
        page.get_by_role("button", name=button).click()
    page.locator(".messages").get_by_text("Ferries").wait_for(timeout=60_000)
    page.wait_for_timeout(6_000)  # until whatever was on its way has arrived

    [added] = Page.objects.filter(title="Ferries")
    assert (added.slug, added.live, added.has_unpublished_changes) == ("ferries", is_public, not is_public)
    assert added.get_latest_revision_as_object().ingress == "One or two sentences more."


@pytest.mark.usefixtures("slow_autosave")
def test_page_that_is_published_while_autosave_is_on_its_way_has_no_draft_beside(log_in: LogIn) -> None:
    about = publish(ContentPageFactory(title="About", ingress="As it was."))
    page = log_in("Editors")
    page.goto(f"/admin/pages/{about.pk}/edit/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)  # Wagtail compares with the form as it was a moment after it was loaded
    with page.expect_request(is_autosave, timeout=60_000):
        page.fill("[name=ingress]", "As it is being written.")
    page.fill("[name=ingress]", "As it is.")
    choose_action(page, "Publish")
    page.locator(".messages").get_by_text("published").wait_for(timeout=60_000)
    page.wait_for_timeout(6_000)

    about = ContentPage.objects.get(pk=about.pk)
    assert (about.ingress, about.has_unpublished_changes) == ("As it is.", False)
    assert PublishedPage.objects.get(id=about.pk).document["ingress"] == "As it is."


@pytest.mark.usefixtures("slow_autosave")
def test_person_who_is_published_while_autosave_is_on_its_way_has_no_draft_beside(log_in: LogIn) -> None:
    person = PersonFactory(job_title="Adviser")
    page = log_in("Editors")
    page.goto(f"/admin/snippets/cases/person/edit/{person.pk}/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)  # as above
    with page.expect_request(is_autosave, timeout=60_000):
        page.fill("[name=job_title]", "Senior")
    page.fill("[name=job_title]", "Senior adviser")
    choose_action(page, "Publish")
    page.locator(".messages").get_by_text("published").wait_for(timeout=60_000)
    page.wait_for_timeout(6_000)

    person = Person.objects.get(pk=person.pk)
    assert (person.job_title, person.has_unpublished_changes) == ("Senior adviser", False)
    [shown] = PublishedSnippet.objects.filter(type="cases.person")
    assert shown.document["job_title"] == "Senior adviser"


@pytest.mark.usefixtures("slow_autosave")
def test_form_that_cannot_be_saved_is_answered_though_autosave_was_refused(log_in: LogIn) -> None:
    parent = publish(home_page())
    page = log_in("Editors")
    page.goto(f"/admin/pages/add/home/contentpage/{parent.pk}/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)
    with page.expect_request(is_autosave, timeout=60_000):
        page.fill("[name=ingress]", "It has no title.")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("The page could not be created due to validation errors").wait_for(timeout=60_000)
    assert page.input_value("[name=ingress]") == "It has no title."
    page.fill("[name=title]", "Ferries")
    page.get_by_role("button", name="Save draft").click()
    page.locator(".messages").get_by_text("Ferries").wait_for(timeout=60_000)
    page.wait_for_timeout(6_000)
    assert Page.objects.filter(title="Ferries").count() == 1
