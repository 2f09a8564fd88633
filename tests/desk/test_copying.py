"""What becomes of a page that is copied."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage
from tests.factories import CasePageFactory, publish


def test_copy_is_a_draft_and_the_editor_is_told(admin_client: Client, home: HomePage) -> None:
    case = publish(CasePageFactory(title="Heat from the sea"))
    address = reverse("wagtailadmin_pages:copy", args=[case.pk])
    form = admin_client.get(address).context["form"]
    assert {"publish_copies", "alias"}.isdisjoint(form.fields)

    copy = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": case.get_parent().pk, "publish_copies": "on"}
    answer = admin_client.post(address, copy, follow=True)
    assert not Page.objects.get(slug="copy").live
    assert "A copy is always a draft. Publish it when it is ready." in answer.content.decode()
