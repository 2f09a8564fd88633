"""The only home of redirects in the admin: the form and the import take the same, and say what they refuse."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

pytestmark = pytest.mark.usefixtures("home")

TABLE = (
    "from,to\n/vanha sivu,https://elsewhere.example/a%2Bb\n/huono,javascript:alert(1)\n/,https://elsewhere.example/\n"
)


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def test_form_stores_one_spelling_and_says_what_it_refuses(client: Client) -> None:
    add = reverse("wagtailredirects:add")
    values = {"redirect_link": "https://elsewhere.example/", "is_permanent": "on"}
    assert client.post(add, {**values, "old_path": "/vanha%20sivu/"}).status_code == 302
    assert Redirect.objects.get().old_path == "/vanha sivu"
    refused = client.post(add, {**values, "old_path": "/en/"})
    assert "A public page is at this path" in refused.content.decode()
    edit = reverse("wagtailredirects:edit", args=[Redirect.objects.get().pk])
    refused = client.post(edit, {"old_path": "/a", "redirect_link": "ftp://elsewhere.example/"})
    assert "begins with https://" in refused.content.decode()


def test_import_takes_what_the_form_takes(client: Client) -> None:
    file = SimpleUploadedFile("redirects.csv", TABLE.encode(), "text/csv")
    confirm = client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    hidden = confirm.context["form"].initial
    answer = client.post(
        reverse("wagtailredirects:process_import"), {**hidden, "from_index": "0", "to_index": "1", "permanent": "on"}
    )
    assert answer.status_code == 200
    assert Redirect.objects.get().old_path == "/vanha sivu"
    shown = answer.content.decode()
    assert "Enter a valid URL" in shown
    assert "first page" in shown
