"""The first thing that anyone does with the demo: add a page below one of its pages."""

from pathlib import Path

import pytest
from wagtail.models import Page

from cases.models import CaseIndexPage, CasePage
from home.models import ArticleIndexPage, ArticlePage, ContentPage, HomePage, PriorityPage, StrategyPage
from tests.browser.conftest import LogIn
from tests.demo.small_content import load, small_content


@pytest.fixture
def demo(commits: None, tmp_path: Path) -> None:
    load(tmp_path, small_content())


@pytest.mark.usefixtures("demo")
def test_an_editor_adds_a_page_below_each_kind_of_page_of_the_demo(log_in: LogIn) -> None:
    page = log_in("Editors")
    kinds: list[tuple[type[Page], type[Page]]] = [
        (HomePage, ContentPage),
        (StrategyPage, PriorityPage),
        (CaseIndexPage, CasePage),
        (ArticleIndexPage, ArticlePage),
    ]
    for kind, child in kinds:
        for parent in kind.objects.order_by("path"):
            title = f"New below {parent.pk}"
            page.goto(f"/admin/pages/add/{child._meta.app_label}/{child._meta.model_name}/{parent.pk}/")
            page.fill("[name=title]", title)
            page.fill("[name=ingress]", "One or two sentences.")
            if child is PriorityPage:
                page.fill("[name=code]", f"new-below-{parent.pk}")
            page.get_by_role("button", name="Save draft").click()
            page.locator(".messages").get_by_text(title).wait_for()  # an autosave leads to the same address
            added = Page.objects.get(title=title)
            assert (added.specific_class, added.get_parent().pk) == (child, parent.pk)
    assert Page.find_problems() == ([], [], [], [], [])
