"""What each group may do in the admin, tried through its forms."""

from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from PIL import Image as Pillow
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cases.models import CasePage
from cms.media.models import Image
from cms.publishing.models import PublishedPage
from home.models import HomePage
from tests.desk.conftest import Login
from tests.factories import CaseIndexPageFactory, CasePageFactory, PersonFactory, publish, translate

ROWS = ["priorities", "focus_areas", "goals", "municipalities", "locations", "partners", "contacts", "related"]
STREAMS = ["body", "key_figures", "funding", "links"]


def case_form(title: str, **values: object) -> dict[str, str]:
    rows = {name: inline_formset([]) for name in ROWS}
    streams = {name: streamfield([]) for name in STREAMS}
    return nested_form_data({"title": title, "slug": "a-case", "status": "ongoing", **rows, **streams, **values})


def create_case(client: Client, parent: Page, **values: object) -> CasePage | None:
    address = reverse("wagtailadmin_pages:add", args=["cases", "casepage", parent.pk])
    client.post(address, case_form("A case", **values))
    return CasePage.objects.first()


def picture() -> SimpleUploadedFile:
    buffer = BytesIO()
    Pillow.new("RGB", (40, 30), "teal").save(buffer, "PNG")
    return SimpleUploadedFile("harbour.png", buffer.getvalue(), "image/png")


def test_editor_creates_edits_and_publishes_a_case(login: Login, home: HomePage) -> None:
    editor, index = login("Editors"), publish(CaseIndexPageFactory())
    case = create_case(editor, index)
    assert not case.live

    form = {**case_form("A better case"), "action-publish": "1"}
    editor.post(reverse("wagtailadmin_pages:edit", args=[case.pk]), form)
    assert PublishedPage.objects.get(id=case.pk).title == "A better case"


def test_editor_uploads_a_picture_with_texts_in_three_languages(login: Login) -> None:
    form = {
        "title": "Harbour",
        "file": picture(),
        "credit": "A photographer",
        "default_alt_en": "A harbour",
        "default_alt_fi": "Satama",
        "default_alt_sv": "",
    }
    login("Editors").post(reverse("wagtailimages:add"), form)
    assert Image.objects.get().default_alt == {"en": "A harbour", "fi": "Satama"}


def test_editor_uploads_many_pictures_at_once(login: Login) -> None:
    editor = login("Editors")
    form = {"files[]": picture(), "title": "Harbour"}
    answer = editor.post(reverse("wagtailimages:add_multiple"), form, headers={"X-Requested-With": "XMLHttpRequest"})
    image = Image.objects.get()
    assert answer.json()["success"]

    prefix = f"image-{image.pk}"
    form = {f"{prefix}-title": "Harbour", f"{prefix}-default_alt_fi": "Satama", f"{prefix}-tags": ""}
    address = reverse("wagtailimages:edit_multiple", args=[image.pk])
    assert editor.post(address, form, headers={"X-Requested-With": "XMLHttpRequest"}).json()["success"]
    image.refresh_from_db()
    assert image.default_alt == {"fi": "Satama"}


def test_expert_cannot_publish_and_submits_for_review(login: Login, home: HomePage) -> None:
    expert, index = login("Experts"), publish(CaseIndexPageFactory())
    case = create_case(expert, index, **{"action-publish": "1"})
    assert not case.live

    form = {**case_form("A case"), "action-submit": "1"}
    expert.post(reverse("wagtailadmin_pages:edit", args=[case.pk]), form)
    case.refresh_from_db()
    assert case.workflow_in_progress
    assert not PublishedPage.objects.filter(id=case.pk).exists()


def test_editor_publishes_what_an_expert_submitted(login: Login, home: HomePage) -> None:
    case = create_case(login("Experts"), publish(CaseIndexPageFactory()), **{"action-submit": "1"})
    task = case.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[case.pk, "approve", task.pk])
    login("Editors").post(address, {"comment": ""})
    assert PublishedPage.objects.filter(id=case.pk).exists()


def test_translator_translates_and_publishes_in_finnish(login: Login, home: HomePage) -> None:
    index = publish(CaseIndexPageFactory())
    translate(home, "fi")
    translate(index, "fi")
    case = publish(CasePageFactory(title="Heat from the sea"))
    translator = login("Translators")

    finnish = Page.objects.get(translation_key=home.translation_key, locale__language_code="fi").locale
    address = reverse("wagtail_localize:submit_page_translation", args=[case.pk])
    translator.post(address, {"locales": [finnish.pk]})
    translation = Translation.objects.get(source__object=case.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source):
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        text = "meren-lampo" if segment.context.path == "slug" else "Meren%20l%C3%A4mp%C3%B6"
        translator.put(address, f"value={text}", content_type="application/x-www-form-urlencoded")
    assert StringTranslation.objects.filter(locale=finnish, data="Meren lämpö").exists()

    version = translation.get_target_instance()
    assert not PublishedPage.objects.filter(id=version.pk).exists()
    with TestCase.captureOnCommitCallbacks(execute=True):
        translator.post(reverse("wagtailadmin_pages:edit", args=[version.pk]), {"action": "publish"})
    assert PublishedPage.objects.get(id=version.pk).title == "Meren lämpö"


def test_translator_adds_no_pages(login: Login, home: HomePage) -> None:
    create_case(login("Translators"), publish(CaseIndexPageFactory()))
    assert not CasePage.objects.exists()


@pytest.mark.parametrize(("group", "status"), [("Editors", 200), ("Translators", 200), ("Experts", 302)])
def test_people_are_kept_by_editors_and_translated_by_translators(login: Login, group: str, status: int) -> None:
    person = PersonFactory()
    address = reverse("wagtailsnippets_cases_person:edit", args=[person.pk])
    assert login(group).get(address).status_code == status


@pytest.mark.parametrize("group", ["Editors", "Experts", "Translators"])
@pytest.mark.parametrize(
    "name",
    [
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtaillocales:index",
        "wagtailadmin_workflows:index",
        "wagtailusers_api_tokens:index",
    ],
)
def test_nobody_but_administrators_reaches_users_and_settings(login: Login, group: str, name: str) -> None:
    answer = login(group).get(reverse(name))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("wagtailadmin_home"))


def test_editor_redirects_an_old_path(login: Login, home: HomePage) -> None:
    editor = login("Editors")
    assert reverse("wagtailredirects:index") in editor.get(reverse("wagtailadmin_home")).content.decode()
    form = {"old_path": "/vanha/", "site": "", "is_permanent": "on", "redirect_page": home.pk, "redirect_link": ""}
    editor.post(reverse("wagtailredirects:add"), form)
    assert Redirect.objects.get().old_path == "/vanha"
    editor.post(reverse("wagtailredirects:delete", args=[Redirect.objects.get().pk]))
    assert not Redirect.objects.exists()


def test_administrator_makes_a_token_that_opens_private_pages(admin_client: Client, admin_user: User) -> None:
    assert reverse("wagtailusers_api_tokens:index") in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    form = {"name": "The frontend", "user": admin_user.pk}
    answer = admin_client.post(reverse("wagtailusers_api_tokens:add"), form, follow=True)
    assert APIToken.objects.get().prefix in answer.content.decode()


@pytest.mark.parametrize("group", ["Experts", "Translators"])
def test_redirects_are_editors_work(login: Login, group: str) -> None:
    answer = login(group).get(reverse("wagtailredirects:index"))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("wagtailadmin_home"))


def test_editor_begins_no_other_site(login: Login, home: HomePage) -> None:
    root = Page.objects.get(depth=1)
    answer = login("Editors").get(reverse("wagtailadmin_pages:add", args=["home", "homepage", root.pk]))
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("wagtailadmin_explore", args=[root.pk]),
    )
