"""The only home of what an editor and a frontend do with previews in tests."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.editing import Form

PREVIEW = "query ($token: String!) { preview(token: $token) %s }"


@dataclass(frozen=True)
class Opened:
    """What the admin opened: an address on a frontend."""

    origin: str
    route: str
    token: str
    path: str


def opened(response: Any) -> Opened:
    assert response.status_code == 302, response.content
    url = urlsplit(response["Location"])
    query = parse_qs(url.query)
    return Opened(f"{url.scheme}://{url.netloc}", url.path, query["token"][0], query["path"][0])


def preview_form(client: Client, address: str, form: Form) -> Opened:
    """What Wagtail's preview panel does: post the form, then show what the same address answers."""
    posted = client.post(address, form).json()
    assert posted == {"is_valid": True, "is_available": True}
    return opened(client.get(address, {"in_preview_panel": "true"}))


def preview_edit(client: Client, page: Page, form: Form) -> Opened:
    return preview_form(client, reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), form)


def preview_new(client: Client, parent: Page, model: type[Page], form: Form) -> Opened:
    place = [model._meta.app_label, model._meta.model_name, parent.pk]
    return preview_form(client, reverse("wagtailadmin_pages:preview_on_add", args=place), form)
