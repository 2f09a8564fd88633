"""The only home of who sees which previews in the admin, and who revokes them."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from cms.publishing.models import Preview
from cms.publishing.previews import RevokedPreviewError, find_preview, make_token
from home.models import ContentPage, HomePage
from tests.desk.conftest import Login
from tests.factories import ContentPageFactory, publish


def look_at(client: Client, page: ContentPage) -> str:
    """Open the page's draft as an editor does; the token of that."""
    client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    return make_token(Preview.objects.filter(page=page).latest("made_at"))


def revoke(client: Client, pk: object = None, page: int | None = None) -> str:
    """Press the button of one preview or of a page."""
    address = reverse("revoke_preview", args=[pk]) if pk else reverse("revoke_previews_of_page", args=[page])
    answer = client.post(address, follow=True)
    assert answer.redirect_chain == [(reverse("previews"), 302)]
    return answer.content.decode()


@pytest.fixture
def about(home: HomePage) -> ContentPage:
    return publish(ContentPageFactory(title="About us"))


def test_list_names_page_and_editor(login: Login, about: ContentPage) -> None:
    editor = login("Editors")
    look_at(editor, about)
    page = editor.get(reverse("previews")).content.decode()
    assert "About us" in page
    assert reverse("wagtailadmin_pages:edit", args=[about.pk]) in page
    assert "editors" in page
    assert reverse("previews") in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_revoked_preview_is_gone(login: Login, about: ContentPage) -> None:
    editor = login("Editors")
    token = look_at(editor, about)
    assert str(find_preview(token)) == "About us"
    assert "About us" not in revoke(editor, pk=find_preview(token).pk)
    with pytest.raises(RevokedPreviewError):
        find_preview(token)


def test_all_previews_of_a_page_are_revoked_at_once(login: Login, admin_client: Client, about: ContentPage) -> None:
    other = ContentPageFactory(title="Other")
    editor = login("Editors")
    for client in (editor, admin_client):
        look_at(client, about)
    kept = look_at(editor, other)
    assert "Revoked previews: 2." in revoke(editor, page=about.pk)
    assert find_preview(kept).page_id == other.pk
    assert Preview.objects.count() == 1


def test_new_preview_after_revocation_leaves_the_old_token_dead(login: Login, about: ContentPage) -> None:
    editor = login("Editors")
    token = look_at(editor, about)
    revoke(editor, page=about.pk)
    assert find_preview(look_at(editor, about)).page_id == about.pk
    with pytest.raises(RevokedPreviewError):
        find_preview(token)


def test_who_may_not_edit_the_page_neither_sees_nor_revokes_its_previews(
    admin_client: Client, about: ContentPage
) -> None:
    look_at(admin_client, about)
    elsewhere = ContentPageFactory(title="Elsewhere")
    group = Group.objects.create(name="Elsewhere")
    GroupPagePermission.objects.create(group=group, page=elsewhere, permission_type="change")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    client = Client()
    client.force_login(user := User.objects.create_user("guest"))
    user.groups.add(group)
    assert "About us" not in client.get(reverse("previews")).content.decode()
    assert "Revoked previews: 0." in revoke(client, page=about.pk)
    assert Preview.objects.count() == 1


def test_only_editors_reach_the_list(client: Client, about: ContentPage) -> None:
    client.force_login(User.objects.create_user("nobody"))
    address = reverse("revoke_previews_of_page", args=[about.pk])
    for answer in (client.get(reverse("previews")), client.post(address)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/")


def test_nothing_is_revoked_by_following_a_link(login: Login, about: ContentPage) -> None:
    editor = login("Editors")
    look_at(editor, about)
    assert editor.get(reverse("revoke_previews_of_page", args=[about.pk])).status_code == 405
    assert Preview.objects.exists()
