"""A draft keeps whatever was typed; what is wrong is refused when it is published, with every message at its field."""

import json
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail import blocks
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield
from wagtail.users.models import UserProfile

from cases.models import CasePage, Organisation, Person
from cms.blocks import RICH_TEXT_FEATURES
from cms.media.models import Image
from cms.publishing.models import Preview, PublishedPage
from cms.publishing.previews import make_token
from home.models import HomePage, PriorityPage, SiteSettings
from tests import factories
from tests.editing import Form, form_of
from tests.factories import CasePageFactory, ImageFactory, publish
from tests.test_architecture import page_types
from tests.wrong import WrongForm, messages

AUTOSAVE = {"headers": {"accept": "application/json"}}
PAGE_TYPES = [model for model in page_types() if model is not HomePage]
SNIPPETS = [Person, Organisation, SiteSettings]


@pytest.fixture
def admin(home: HomePage) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    return client


def wrong_form(model: type[Any], **right: str) -> WrongForm:
    return WrongForm(model.get_edit_handler().get_form_class(), **right)


def new(model: type[Page]) -> Page:
    return getattr(factories, f"{model.__name__}Factory")()


def form_at(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.context["form"]


def assert_shown_again(client: Client, address: str, wrong: WrongForm) -> None:
    """Whoever opens the form sees all that was typed; blocks are data for scripts there."""
    html = unescape(unescape(client.get(address).content.decode())).replace("\\u00b0", "°")
    assert {text for text in wrong.typed if text not in html} == set()


def assert_previewed(client: Client, page: Page) -> None:
    """Whatever is in the draft, all that a frontend asks for is answered."""
    client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    token = make_token(Preview.objects.filter(page=page).latest("made_at"))
    manifest = json.loads((settings.BASE_DIR / "frontend_contract" / "manifest.json").read_text())
    query = next(text for text in manifest.values() if text.startswith("query preview("))
    ask = {"query": query, "variables": {"token": token}}
    answer = client.post("/graphql/", ask, content_type="application/json").json()
    assert "errors" not in answer
    assert answer["data"]["preview"]["title"] == "A title"


@pytest.mark.parametrize(
    ("model", "is_live"),
    [*((model, False) for model in [*PAGE_TYPES, HomePage]), (CasePage, True)],
    ids=lambda value: getattr(value, "__name__", "live" if value else "draft"),
)
def test_page_with_everything_wrong_is_a_draft_and_is_not_published(
    admin: Client, home: HomePage, model: type[Page], *, is_live: bool
) -> None:
    page = home if model is HomePage else new(model)
    if is_live:
        page = publish(page)
    address, wrong = reverse("wagtailadmin_pages:edit", args=[page.pk]), wrong_form(model, title="A title")
    answer = admin.post(address, wrong.posted, **AUTOSAVE)
    assert (answer.status_code, answer.json().get("success")) == (200, True), answer.content
    assert_shown_again(admin, address, wrong)
    assert_previewed(admin, page)
    before = PublishedPage.objects.filter(id=page.pk).values("title", "document").first()

    for action in ["action-publish", "action-submit"] if is_live else ["action-publish"]:
        refused = admin.post(address, {**wrong.posted, action: "1"})
        assert wrong.places - messages(refused.context["form"]) == set()
    assert PublishedPage.objects.filter(id=page.pk).values("title", "document").first() == before


@pytest.mark.parametrize("model", [CasePage, factories.ContentPage], ids=lambda model: model.__name__)
def test_new_page_with_everything_wrong_is_a_draft(admin: Client, home: HomePage, model: type[Page]) -> None:
    parent = new(model).get_parent()
    Page.objects.child_of(parent).get().delete()
    wrong = wrong_form(model, title="A title")
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    answer = admin.post(address, wrong.posted, **AUTOSAVE)
    assert (answer.status_code, answer.json().get("success")) == (200, True), answer.content
    page = Page.objects.get(pk=answer.json()["pk"])
    assert page.slug == "a-title"
    assert_shown_again(admin, reverse("wagtailadmin_pages:edit", args=[page.pk]), wrong)


@pytest.mark.parametrize("title", ["", " ", "\t\n", "\u00a0\u2003"])
@pytest.mark.parametrize("autosave", [{}, AUTOSAVE], ids=["saved", "autosaved"])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_without_a_title_is_refused_at_its_field(
    admin: Client, home: HomePage, model: type[Page], autosave: dict[str, Any], title: str
) -> None:
    parent = new(model).get_parent()
    Page.objects.child_of(parent).get().delete()
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    answer = admin.post(address, form_of(model, title=title, slug="typed"), **autosave)
    assert answer.status_code == (400 if autosave else 200)
    if not autosave:
        assert "title" in answer.context["form"].errors
    assert not Page.objects.child_of(parent).exists()


@pytest.mark.parametrize("title", ["!!!", "→", "…", "1"])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_pages_of_whose_titles_no_slug_can_be_made_are_drafts_all_the_same(
    admin: Client, home: HomePage, model: type[Page], title: str
) -> None:
    parent = new(model).get_parent()
    Page.objects.child_of(parent).get().delete()
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    for number in range(1 if model.max_count_per_parent else 3):
        code = {"code": f"code-{number}"} if model is PriorityPage else {}
        assert admin.post(address, form_of(model, title=title, slug="", **code)).status_code == 302
    slugs = Page.objects.child_of(parent).values_list("slug", flat=True)
    assert "" not in slugs
    assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize("title", ["", " ", "\u00a0"])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_title_that_was_emptied_stays_on_the_row_and_is_asked_for_at_publication(
    admin: Client, home: HomePage, model: type[Page], title: str
) -> None:
    page = new(model)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_of(model, title=title, slug=page.slug)
    assert admin.post(address, form).status_code == 302
    assert Page.objects.get(pk=page.pk).title == page.title
    assert form_at(admin, address)["title"].value() == title
    refused = admin.post(address, {**form, "action-publish": "1"})
    assert (refused.status_code, "title" in refused.context["form"].errors) == (200, True)


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_snippet_with_everything_wrong_is_a_draft_and_is_not_published(
    admin: Client, home: HomePage, model: type[Any]
) -> None:
    snippet = getattr(factories, f"{model.__name__}Factory")()
    site = {"site": str(snippet.site_id)} if model is SiteSettings else {}
    address = reverse(snippet.snippet_viewset.get_url_name("edit"), args=[snippet.pk])
    wrong = wrong_form(model, **site)
    answer = admin.post(address, wrong.posted, **AUTOSAVE)
    assert (answer.status_code, answer.json().get("success")) == (200, True), answer.content
    assert_shown_again(admin, address, wrong)
    before = model.objects.filter(pk=snippet.pk).values().get()

    refused = admin.post(address, {**wrong.posted, "action-publish": "1"})
    assert wrong.places - messages(refused.context["form"]) == set()
    after = model.objects.filter(pk=snippet.pk).values().get()
    kept = {"has_unpublished_changes", "latest_revision_id"}
    assert {name: value for name, value in after.items() if name not in kept} == {
        name: value for name, value in before.items() if name not in kept
    }


@pytest.mark.parametrize("typed", ["9" * 400, "99999999999", "-1", "1.5", "NaN", "🙂", "א"])
def test_draft_is_previewed_whatever_stands_for_a_number_or_a_choice(admin: Client, home: HomePage, typed: str) -> None:
    figure = {"value": typed, "unit": typed, "caption": typed, "as_of": typed, "source_url": typed}
    money = {"programme": typed, "amount": typed, "currency": typed, "project_code": typed, "statement": typed}
    filled = {
        "body": streamfield([("heading", {"text": typed, "level": typed})]),
        "key_figures": streamfield([("figure", figure)]),
        "funding": streamfield([("funding", money)]),
        "locations": inline_formset([{"latitude": typed, "longitude": typed}]),
        "status": typed,
        "technology_readiness_level": typed,
    }
    case = CasePageFactory()
    form = form_of(CasePage, title="A title", slug="a-title", **filled)
    assert admin.post(edit(case), form, **AUTOSAVE).status_code == 200
    assert_previewed(admin, case)


@pytest.fixture
def texts(home: HomePage) -> SiteSettings:
    return factories.SiteSettingsFactory()


@pytest.mark.parametrize("way", [{"action-publish": "1"}, {}, AUTOSAVE], ids=["publish", "save", "autosave"])
def test_site_has_its_texts_once_in_each_language(admin: Client, texts: SiteSettings, way: dict[str, Any]) -> None:
    add = reverse(SiteSettings.snippet_viewset.get_url_name("add"))
    form = form_of(SiteSettings, site=str(texts.site_id), site_name="Again")
    extra, kind = ({}, way) if way is AUTOSAVE else (way, {})
    for site, message in ((str(texts.site_id), "in this language already"), ("", "required")):
        refused = admin.post(add, form | extra | {"site": site}, **kind)
        shown = refused.json()["error_message"] if kind else str(refused.context["form"].errors["site"])
        assert kind or message in shown
    assert SiteSettings.objects.count() == 1


def test_texts_that_were_written_in_another_language_are_a_version(admin: Client, texts: SiteSettings) -> None:
    add = reverse(SiteSettings.snippet_viewset.get_url_name("add"))
    form = form_of(SiteSettings, site=str(texts.site_id), site_name="Sivusto")
    assert admin.post(f"{add}?locale=fi", form | {"action-publish": "1"}).status_code == 302
    assert texts.get_translations().get().site_name == "Sivusto"


# Roads to publication


def case_form(**filled: Any) -> Form:
    return form_of(CasePage, title="Heat", slug="heat", **filled)


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.fixture
def draft(admin: Client) -> CasePage:
    """A case that was public once it is ready; its draft ends before it starts."""
    case = CasePageFactory(title="Heat", slug="heat")
    admin.post(edit(case), case_form(start_date="2025-05", end_date="2024-03"), **AUTOSAVE)
    assert CasePage.objects.get(pk=case.pk).end_date == "2024-03"
    return case


def is_public(page: Page) -> bool:
    return PublishedPage.objects.filter(id=page.pk).exists()


def test_many_pages_are_not_published_while_one_is_not_ready(admin: Client, draft: CasePage) -> None:
    other = CasePageFactory()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={other.pk}&id={draft.pk}"
    answer = admin.post(address, {"include_descendants": ""}, follow=True)
    assert answer.redirect_chain == [(edit(draft), 302)]
    assert "“Heat” is not ready, so nothing was published." in answer.content.decode()
    assert not is_public(draft)
    assert not is_public(other)


def test_many_pages_are_not_published_while_one_has_expired(admin: Client) -> None:
    case = CasePageFactory(title="Heat", expire_at=timezone.now() - timedelta(days=1), expired=True)
    case.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={case.pk}"
    answer = admin.post(address, {"include_descendants": ""}, follow=True)
    assert answer.redirect_chain == [(edit(case), 302)]
    assert "says what is wrong: Expiry date/time." in answer.content.decode()
    assert not CasePage.objects.get(pk=case.pk).live


def test_approval_from_the_list_publishes_only_what_is_ready(admin: Client, draft: CasePage) -> None:
    admin.post(edit(draft), case_form(start_date="2025-05", end_date="2025-06") | {"action-submit": "1"})
    case = CasePage.objects.get(pk=draft.pk)
    assert case.workflow_in_progress
    admin.post(edit(case), case_form(start_date="2025-05", end_date="2024-03"), **AUTOSAVE)
    task = case.current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[case.pk, "approve", task.pk])
    answer = admin.post(approve, {"comment": ""}, follow=True)
    assert "“Heat” is not ready, so nothing was published." in answer.content.decode()
    assert not is_public(case)
    in_dialog = admin.post(approve, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert in_dialog.json() == {"step": "success", "redirect": edit(case)}

    admin.post(edit(case), case_form(start_date="2025-05", end_date="2025-06"), **AUTOSAVE)
    admin.post(approve, {"comment": ""})
    assert is_public(case)


def schedule(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


def test_scheduling_refuses_what_publishing_refuses(admin: Client, draft: CasePage) -> None:
    later = {"go_live_at": schedule(timezone.now() + timedelta(days=1)), "action-publish": "1"}
    refused = admin.post(edit(draft), case_form(start_date="2025-05", end_date="2024-03") | later)
    assert messages(refused.context["form"]) == {"end_date"}
    assert CasePage.objects.get(pk=draft.pk).scheduled_revision is None


@pytest.mark.parametrize(
    "moment", ["0001-01-01 00:00", "0024-05-17 10:00", "1999-12-31 12:00", "2100-01-02 10:00", "9999-12-31 23:59"]
)
@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_moment_of_another_time_is_kept_and_refused(admin: Client, draft: CasePage, name: str, moment: str) -> None:
    UserProfile.objects.create(user=User.objects.get(), current_time_zone="America/Los_Angeles")
    form = case_form(**{name: moment})
    assert admin.post(edit(draft), form, **AUTOSAVE).json()["success"]
    assert form_at(admin, edit(draft))[name].value() == moment
    refused = admin.post(edit(draft), form | {"action-publish": "1"}).context["form"]
    assert "a day of this century" in str(refused.errors[name])


def test_scheduled_publication_is_what_was_scheduled_whatever_was_typed_since(admin: Client, draft: CasePage) -> None:
    later = {"go_live_at": schedule(timezone.now() + timedelta(days=1)), "action-publish": "1"}
    admin.post(edit(draft), case_form(start_date="2025-05", end_date="2025-06") | later)
    admin.post(edit(draft), case_form(start_date="2025-05", end_date="2024-03"), **AUTOSAVE)
    revision = CasePage.objects.get(pk=draft.pk).scheduled_revision
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"], revision.approved_go_live_at = past.isoformat(), past
    revision.save()
    call_command("publish_scheduled")
    assert PublishedPage.objects.get(id=draft.pk).document["end_date"] == "2025-06"


def test_draft_never_changes_how_blocks_are_judged_for_others(
    admin: Client, draft: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks are shared: one that forgives while an autosave lasts would forgive a publication beside it."""

    def fail(block: blocks.Block) -> None:
        raise AssertionError(block)

    monkeypatch.setattr(blocks.Block, "defer_required_validation", fail)
    wrong = wrong_form(CasePage, title="Heat")
    assert admin.post(edit(draft), wrong.posted, **AUTOSAVE).status_code == 200


# What was typed


@pytest.mark.parametrize(
    ("latitude", "stored"),
    [("60,47", 60.47), ("60.47", 60.47), (" −33,9 ", -33.9), ("60,17°", 60.17), ("0", 0), ("-90", -90)],
)
@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_degrees_may_have_a_comma_in_every_language(
    admin: Client, draft: CasePage, latitude: str, stored: float, language: str
) -> None:
    place = inline_formset([{"latitude": latitude, "longitude": "24,94"}])
    form = case_form(locations=place) | {"action-publish": "1"}
    assert admin.post(edit(draft), form, headers={"accept-language": language}).status_code == 302
    (location,) = PublishedPage.objects.get(id=draft.pk).document["locations"]
    assert location == {"latitude": stored, "longitude": 24.94}


@pytest.mark.parametrize("latitude", ["6047", "60,47,1", "60 10 14", "nan", "inf", "1e400", "60.17, 24.94", ""])
def test_degrees_that_are_none_are_kept_and_refused(admin: Client, draft: CasePage, latitude: str) -> None:
    form = case_form(locations=inline_formset([{"latitude": latitude, "longitude": "24.94"}]))
    assert admin.post(edit(draft), form, **AUTOSAVE).status_code == 200
    (row,) = form_at(admin, edit(draft)).formsets["locations"].forms
    assert str(row["latitude"].value() if latitude else row["latitude"].value() or "").removesuffix(".0") == latitude
    refused = admin.post(edit(draft), form | {"action-publish": "1"})
    assert messages(refused.context["form"]) == {"locations-0-latitude"}


@pytest.mark.parametrize(("typed", "amount"), [("1 000,50", "1000.50"), ("1000.5", "1000.5"), ("25\u00a0000", "25000")])
def test_amount_may_be_written_as_people_write_it(admin: Client, draft: CasePage, typed: str, amount: str) -> None:
    value = {"programme": "ERDF", "amount": typed, "currency": "EUR", "project_code": "", "statement": ""}
    form = case_form(funding=streamfield([("funding", value)])) | {"action-publish": "1"}
    assert admin.post(edit(draft), form).status_code == 302
    assert PublishedPage.objects.get(id=draft.pk).document["funding"][0]["value"]["amount"] == amount


def test_amount_needs_a_currency(admin: Client, draft: CasePage) -> None:
    value = {"programme": "ERDF", "amount": "5", "currency": "", "project_code": "", "statement": ""}
    form = case_form(funding=streamfield([("funding", value)])) | {"action-publish": "1"}
    assert messages(admin.post(edit(draft), form).context["form"]) == {"funding[0].currency"}


def test_slug_that_another_page_has_is_kept_and_said_at_once(admin: Client, draft: CasePage) -> None:
    CasePageFactory(slug="taken")
    form = form_of(CasePage, title="Heat", slug="taken", ingress="A text")
    assert admin.post(edit(draft), form, **AUTOSAVE).status_code == 200
    case = CasePage.objects.get(pk=draft.pk)
    assert (case.slug, case.ingress) == ("heat", "A text")
    opened = form_at(admin, edit(draft))
    assert opened["slug"].value() == "taken"
    assert "already in use" in str(opened.errors["slug"])
    assert "slug" in messages(admin.post(edit(draft), form | {"action-publish": "1"}).context["form"])
    admin.post(edit(draft), case_form(), **AUTOSAVE)
    assert form_at(admin, edit(draft)).errors == {}


def test_title_that_is_too_long_is_kept_and_said_at_once(admin: Client, draft: CasePage) -> None:
    title = "Heat " * 60
    form = form_of(CasePage, title=title, slug="heat", ingress="A text")
    assert admin.post(edit(draft), form, **AUTOSAVE).status_code == 200
    case = CasePage.objects.get(pk=draft.pk)
    assert (case.title, case.ingress) == ("Heat", "A text")
    opened = form_at(admin, edit(draft))
    assert opened["title"].value().strip() == title.strip()
    assert "at most 255 characters" in str(opened.errors["title"])


@pytest.mark.parametrize("letters", ["\0", "\ud800"])
def test_what_cannot_be_stored_is_refused_at_its_field_and_the_rest_is_kept(
    admin: Client, draft: CasePage, letters: str
) -> None:
    table = {"data": [["A cell" + letters]], "table_header_choice": "row", "table_caption": ""}
    form = case_form(body=streamfield([("table", json.dumps(table))]), ingress="A text")
    for action in ({}, {"action-publish": "1"}):
        refused = admin.post(edit(draft), form | action)
        assert messages(refused.context["form"]) == {"body"}
        assert "characters here that cannot be stored" in str(refused.context["form"].errors["body"])
        assert refused.context["form"]["ingress"].value() == "A text"


@pytest.mark.parametrize("letters", ["\0", "\ud800"])
def test_text_with_formatting_is_refused_alike(admin: Client, draft: CasePage, letters: str) -> None:
    state = json.loads(rich_text("<p>A <a href='https://a.example/'>link</a></p>", features=RICH_TEXT_FEATURES))
    state["blocks"][0]["text"] += letters
    state["entityMap"]["0"]["data"]["url"] = f"/en/{letters}/"
    form = case_form(body=streamfield([("paragraph", json.dumps(state))]), ingress="A text")
    for action in ({}, {"action-publish": "1"}):
        refused = admin.post(edit(draft), form | action)
        assert {place.partition("[")[0] for place in messages(refused.context["form"])} == {"body"}
        assert refused.context["form"]["ingress"].value() == "A text"


def test_inputs_drop_nothing_of_what_is_typed(admin: Client, draft: CasePage) -> None:
    """The attributes with which browsers cut a text, or empty a field that holds no number."""
    html = admin.get(edit(draft)).content.decode()
    assert "maxlength" not in html
    assert 'type="number"' not in html


# Pictures

PLACES = [
    (HomePage, "hero_image"),
    (CasePage, "lead_image"),
    (factories.ArticlePage, "lead_image"),
    (factories.ContentPage, "card_image"),
]


@pytest.mark.parametrize(("model", "name"), PLACES, ids=lambda value: getattr(value, "__name__", value))
@pytest.mark.parametrize(
    ("own", "here", "decorative", "is_published"),
    [
        ({}, "", False, False),
        ({"fi": "Kuva", "sv": "Bild"}, "", False, False),
        ({}, "   ", False, False),
        ({"en": "A picture"}, "", False, True),
        ({}, "A picture here", False, True),
        ({}, "", True, True),
    ],
)
def test_main_picture_is_described_or_decorative(
    admin: Client,
    home: HomePage,
    model: type[Page],
    name: str,
    own: dict[str, str],
    here: str,
    *,
    decorative: bool,
    is_published: bool,
) -> None:
    page = home if model is HomePage else new(model)
    chosen = {name: str(ImageFactory(default_alt=own).pk), f"{name}_alt": here}
    marked = {f"{name}_decorative": "on"} if decorative else {}
    form = form_of(model, title="A title", slug="a-title", **chosen)
    answer = admin.post(edit(page), form | marked | {"action-publish": "1"})
    if is_published:
        assert answer.status_code == 302
        document = PublishedPage.objects.get(id=page.pk).document
        assert document[f"{name}_decorative"] is decorative
    else:
        assert messages(answer.context["form"]) == {f"{name}_alt"}
        assert "Say what the picture shows" in str(answer.context["form"].errors[f"{name}_alt"])


@pytest.mark.parametrize("model", [*PAGE_TYPES, HomePage, *SNIPPETS], ids=lambda model: model.__name__)
def test_every_picture_of_a_form_has_its_place_in_the_rule(model: type[Any]) -> None:
    pictures = {field.name for field in model._meta.fields if field.related_model is Image}
    places = getattr(model, "image_places", [])
    assert {place.image for place in places} == pictures
    form = model.get_edit_handler().get_form_class().base_fields
    assert {place.decorative for place in places} <= form.keys()
