"""Every form that the CMS shows can be sent: it carries its token, and what its buttons do is done."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction

from cms.desk.conflicts import apology
from cms.publishing.models import Preview
from cms.publishing.previews import RevokedPreviewError, find_preview, make_token
from home.models import ContentPage, HomePage
from tests.factories import (
    ArticlePageFactory,
    CasePageFactory,
    ContentPageFactory,
    DocumentFactory,
    OrganisationFactory,
    PersonFactory,
    PriorityPageFactory,
    SiteSettingsFactory,
    publish,
)

OUR_TEMPLATES = {
    str(path).split("/templates/")[1]
    for app in ("api", "cases", "cms", "home")
    for path in (settings.BASE_DIR / app).rglob("templates/**/*.html")
    if re.search(r"<form\b", path.read_text())
}
# The page that nobody reaches by following links: two people have saved at the same moment.
BY_ACCIDENT = "desk/conflict.html"
ENOUGH = 250  # pages of the admin, of one kind each


def posted_forms(html: str) -> list[Tag]:
    """The forms that a browser posts; what Wagtail's scripts post has its token in a header."""
    forms = BeautifulSoup(html, "html.parser").find_all("form")
    by_hand = [form for form in forms if "w-swap#submit" not in str(form.get("data-action"))]
    return [form for form in by_hand if str(form.get("method", "get")).lower() == "post"]


def fields_of(form: Tag) -> dict[str, str]:
    fields = [field for field in form.find_all(["input", "textarea"]) if field.get("name")]
    return {
        str(field["name"]): field.get_text().removeprefix("\n") if field.name == "textarea" else field.get("value", "")
        for field in fields
    }


def press_every_button(client: Client, address: str) -> Iterator[HttpResponse]:
    """Send each posted form of the page at `address`, once for each of its buttons, as a browser does."""
    for form in posted_forms(client.get(address).content.decode()):
        for button in form.find_all("button") or [form]:
            target = urljoin(address, str(button.get("formaction") or form.get("action") or ""))
            yield client.post(target, fields_of(form))


def links(html: str, address: str) -> Iterator[str]:
    """The pages of the admin that a page leads to, by links or by what its scripts are told."""
    hrefs = [link["href"] for link in BeautifulSoup(html, "html.parser").find_all("a", href=True)]
    targets = [urlsplit(urljoin(address, str(href))) for href in hrefs]
    yield from (target.path for target in targets if target.path.startswith("/admin/") and not target.netloc)
    yield from re.findall(r"(?:&quot;|[\"'])(/admin/[\w/-]*)(?=&quot;|[?\"'])", html)


def kind(path: str) -> str:
    """What a page of the admin is called in the code, whatever it is a page about."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


@pytest.fixture
def strict(db: None) -> Client:
    """An administrator whose browser has to send the token of each form."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("strict", "strict@example.org", "password"))
    return client


@pytest.fixture
def about(home: HomePage) -> ContentPage:
    return publish(ContentPageFactory(title="About us"))


def look_at(client: Client, page: ContentPage) -> str:
    client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    return make_token(Preview.objects.filter(page=page).latest("made_at"))


def test_every_posted_form_carries_its_token(strict: Client, about: ContentPage) -> None:
    for factory in (PriorityPageFactory, CasePageFactory, ArticlePageFactory):
        publish(factory())
    for factory in (PersonFactory, OrganisationFactory, SiteSettingsFactory, DocumentFactory):
        factory()
    look_at(strict, about)
    waiting, seen, templates, bare = ["/admin/", f"/admin/pages/{about.pk}/edit/"], set(), {BY_ACCIDENT}, []
    while waiting and len(seen) < ENOUGH:
        path = waiting.pop(0)
        if (name := kind(path)) in seen or "logout" in name:
            continue
        seen.add(name)
        answer = strict.get(path)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html") or answer.streaming:
            continue
        html = answer.content.decode()
        templates |= {str(template.name) for template in answer.templates}
        bare += [(path, str(form)[:200]) for form in posted_forms(html) if "csrfmiddlewaretoken" not in fields_of(form)]
        waiting += links(html, path)
    assert bare == []
    assert len(seen) > 50
    assert OUR_TEMPLATES - templates == set(), "Show the form to this test, or say how it is reached."


def test_revoking_ends_the_link_in_the_very_next_request(strict: Client, about: ContentPage) -> None:
    token = look_at(strict, about)
    preview = "query ($token: String!) { preview(token: $token) { title } }"
    ask = {"query": preview, "variables": {"token": token}}
    shown = strict.post("/graphql/", ask, content_type="application/json").json()
    assert shown["data"]["preview"] == {"title": "About us"}

    form = next(
        form for form in posted_forms(strict.get(reverse("previews")).content.decode()) if "revoke" in str(form)
    )
    assert strict.post(form["action"], fields_of(form)).status_code == 302
    refused = strict.post("/graphql/", ask, content_type="application/json").json()
    assert refused["errors"][0]["extensions"]["code"] == "PREVIEW_REVOKED"


def test_every_button_of_the_list_of_previews_works(strict: Client, about: ContentPage) -> None:
    tokens = [look_at(strict, about), look_at(strict, publish(ContentPageFactory()))]
    answers = list(press_every_button(strict, reverse("previews")))
    assert len(answers) >= 4
    assert {answer.status_code for answer in answers} <= {200, 302}
    for token in tokens:
        with pytest.raises(RevokedPreviewError):
            find_preview(token)


def test_form_that_is_sent_again_after_a_conflict_is_taken(strict: Client, about: ContentPage) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[about.pk])
    token = fields_of(posted_forms(strict.get(address).content.decode())[-1])["csrfmiddlewaretoken"]
    sent = {"csrfmiddlewaretoken": token, "title": "About\nall", "slug": "about-us", "body-count": "0", "ingress": ""}
    request = RequestFactory().post(address, sent)
    request.user = User.objects.get()
    (form,) = posted_forms(apology(request).content.decode())
    assert strict.post(address, fields_of(form)).status_code == 302


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_file_of_a_collection_with_a_password_opens_by_its_form(home: HomePage, language: str) -> None:
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="password", password="sesame")
    document, visitor = DocumentFactory(collection=collection), Client(enforce_csrf_checks=True)
    with override(language):
        (form,) = posted_forms(visitor.get(document.url).content.decode())
        answer = visitor.post(form["action"], {**fields_of(form), "password": "sesame"})
    assert answer["Location"] == document.url
    assert b"password" not in visitor.get(document.url).getvalue()
