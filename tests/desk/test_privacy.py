"""What an editor can make a page private by: what the site can serve to its visitors, and what the page has already."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.publishing.models import PublishedPage
from home.models import ContentPage, HomePage
from tests.factories import ContentPageFactory, publish, translate

HIDDEN = "Visitors cannot log in on the site"


@pytest.fixture
def about(home: HomePage) -> ContentPage:
    return publish(ContentPageFactory(title="About"))


def dialog(page: ContentPage) -> str:
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def offered(client: Client, page: ContentPage) -> list[str]:
    answer = client.get(dialog(page))
    return [value for value, _label in answer.context["form"].fields["restriction_type"].choices]


def panel(client: Client, page: ContentPage) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_only_a_password_is_offered(admin_client: Client, about: ContentPage) -> None:
    assert offered(admin_client, about) == ["none", "password"]
    assert HIDDEN not in panel(admin_client, about)
    refused = admin_client.post(dialog(about), {"restriction_type": "login"})
    assert "restriction_type" in refused.context["form"].errors
    assert PublishedPage.objects.filter(id=about.pk).exists()


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_page_that_is_for_users_already_stays_hidden_and_can_be_changed(
    admin_client: Client, about: ContentPage, kind: str
) -> None:
    restriction = PageViewRestriction.objects.create(page=about, restriction_type=kind)
    restriction.groups.add(group := Group.objects.get(name="Editors"))
    assert set(offered(admin_client, about)) == {"none", "password", kind}
    assert HIDDEN in panel(admin_client, about)
    for page in (about, ContentPageFactory(parent=about)):
        assert HIDDEN in panel(admin_client, page)

    for value in (kind, "none"):
        admin_client.post(dialog(about), {"restriction_type": value, "groups": str(group.pk)})
        assert PublishedPage.objects.filter(id=about.pk).exists() is (value == "none")


def test_frontends_that_know_their_users_are_offered_all(
    admin_client: Client, about: ContentPage, settings: Any
) -> None:
    settings.PRIVATE_PAGE_OPTIONS = ["password", "login", "groups"]
    assert set(offered(admin_client, about)) == {"none", "password", "login", "groups"}
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert HIDDEN not in panel(admin_client, about)


def test_privacy_panel_says_that_it_holds_for_every_language(admin_client: Client, home: HomePage) -> None:
    about = publish(ContentPageFactory(title="About"))
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[about.pk])).content.decode()
    assert "Privacy set on one language version holds for all of them." in page


def test_privacy_panel_names_the_version_that_is_private(admin_client: Client, home: HomePage) -> None:
    about = publish(ContentPageFactory(title="About"))
    translate(home, "fi")
    PageViewRestriction.objects.create(page=translate(about, "fi"), restriction_type="login")
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[about.pk])).content.decode()
    assert "Not public in any language: “About [fi]” (Finnish) is private." in page
