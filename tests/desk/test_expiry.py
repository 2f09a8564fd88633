"""Nowhere does the admin call a page live that readers do not get any more, whether or not the schedule was kept."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.publishing.models import PublishedPage
from home.models import ContentPage, HomePage
from tests.desk.conftest import Login
from tests.factories import ContentPageFactory, publish


@pytest.fixture
def news(home: HomePage) -> ContentPage:
    """Public a moment ago."""
    page = publish(ContentPageFactory(title="Summer news", slug="news"))
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    assert not PublishedPage.objects.filter(id=page.pk).exists()
    assert Page.objects.get(pk=page.pk).live
    return page


@pytest.mark.parametrize("query", ["", "?q=Summer"])
@pytest.mark.parametrize("view", ["wagtailadmin_explore", "wagtailadmin_choose_page_child"])
def test_lists_say_of_an_expired_page_that_it_is_expired(
    login: Login, news: ContentPage, view: str, query: str
) -> None:
    address = reverse(view, args=[news.get_parent().pk]) + query
    text = login("Editors").get(address).content.decode()
    assert "Summer news" in text
    assert "expired" in text


@pytest.mark.parametrize("view", ["wagtailadmin_pages:search", "wagtailadmin_choose_page_search"])
def test_searches_say_of_an_expired_page_that_it_is_expired(login: Login, news: ContentPage, view: str) -> None:
    text = login("Editors").get(reverse(view) + "?q=Summer").content.decode()
    assert "Summer news" in text
    assert "expired" in text


def test_the_editors_header_does_not_call_it_live(login: Login, news: ContentPage) -> None:
    editor, address = login("Editors"), reverse("wagtailadmin_pages:edit", args=[news.pk])
    assert "page-status-tag" not in editor.get(address).content.decode()
    Page.objects.filter(pk=news.pk).update(live=True, expire_at=None)
    assert "page-status-tag" in editor.get(address).content.decode()


@pytest.mark.parametrize(("answer", "is_found"), [("yes", False), ("no", True)])
def test_a_search_for_live_pages_leaves_it_out(login: Login, news: ContentPage, answer: str, *, is_found: bool) -> None:
    address = reverse("wagtailadmin_pages:search") + f"?q=Summer+live:{answer}"
    assert (f"/admin/pages/{news.pk}/edit/" in login("Editors").get(address).content.decode()) == is_found


def test_nobody_waits_for_all_of_many_that_expired_at_once(
    login: Login, news: ContentPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.desk.expiry.MOST_AT_ONCE", 2)
    others = [publish(ContentPageFactory(slug=slug)) for slug in ("first", "second", "third", "fourth")]
    expired = Page.objects.filter(pk__in=[news.pk, *(page.pk for page in others)])
    expired.update(expire_at=timezone.now())
    editor, left = login("Editors"), []
    for _ in range(3):
        editor.get(reverse("wagtailadmin_home"))
        left.append(expired.live().count())
    assert left == [3, 1, 0]


def test_who_is_not_logged_in_changes_nothing(client: Client, news: ContentPage) -> None:
    client.get(reverse("wagtailadmin_home"))
    assert Page.objects.get(pk=news.pk).live
