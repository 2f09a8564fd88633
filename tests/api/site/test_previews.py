"""The only home of what a preview's token shows, by which roads an editor gets one, and when it ends."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Locale, Page, Site, Workflow, WorkflowTask, get_page_models
from wagtail.test.utils.form_data import inline_formset, streamfield
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cases.models import CaseIndexPage, CasePage
from cms.pages import BasePage
from cms.publishing.models import Preview
from cms.publishing.previews import make_token, signer
from home.models import ContentPage, HomePage, PriorityPage
from tests.api.everything import everything
from tests.api.site.previewing import PREVIEW, opened, preview_edit, preview_new
from tests.api.site.small_site import PATHS as PATH_OF
from tests.api.site.small_site import SmallSite
from tests.editing import form_of
from tests.factories import CasePageFactory, ContentPageFactory, HomePageFactory, block_id, publish, translate

PATHS = {model: PATH_OF[model.__name__] for model in get_page_models() if issubclass(model, BasePage)}
PARENTS = {model: [parent for parent in model.allowed_parent_page_models() if parent in PATHS] for model in PATHS}
TITLE = PREVIEW % "{ title }"
NEEDED = {PriorityPage: {"code": "typed"}}  # what even a draft must have


def page_at(path: str) -> Page:
    """The page of the default site at a path in English."""
    return Page.objects.get(url_path=f"/home/{path.removeprefix('/en/')}").specific


@pytest.mark.parametrize("model", PATHS)
def test_unsaved_edits_of_every_page_type_are_shown(site: SmallSite, admin_client: Client, ask, model) -> None:
    page = page_at(PATHS[model])
    seen = preview_edit(
        admin_client, page, form_of(model, title="Typed just now", slug=page.slug, **NEEDED.get(model, {}))
    )
    assert (seen.origin, seen.route, seen.path) == ("http://localhost:8001", "/preview", PATHS[model])

    name = model.__name__
    draft = ask(PREVIEW % f"{{ ... on {name} {everything(name)} }}", token=seen.token)["preview"]
    assert draft["title"] == "Typed just now"
    assert draft["path"] == PATHS[model]
    assert draft["translationKey"] == str(page.translation_key)
    live = ask("query ($path: String!) { page(path: $path) { title id } }", path=PATHS[model])["page"]
    assert live["title"] == page.title
    assert live["id"] != draft["id"]


@pytest.mark.parametrize(
    ("model", "parent"),
    [(model, PARENTS[model][-1]) for model in PATHS if PARENTS[model] and not model.max_count_per_parent],
)
def test_page_that_was_never_saved_is_shown(site: SmallSite, admin_client: Client, ask, model, parent) -> None:
    above = page_at(PATHS[parent])
    seen = preview_new(admin_client, above, model, form_of(model, title="New", slug="new", **NEEDED.get(model, {})))
    name = model.__name__
    draft = ask(PREVIEW % f"{{ ... on {name} {everything(name)} }}", token=seen.token)["preview"]
    assert (draft["title"], draft["path"]) == ("New", f"{PATHS[parent]}new/")
    assert draft["firstPublishedAt"] is draft["lastPublishedAt"] is None
    assert draft["parent"]["path"] == PATHS[parent]
    assert draft["breadcrumbs"][0]["path"] == "/en/"
    assert draft["translations"] == draft["languageLinks"] == draft["children"] == []
    assert not Page.objects.filter(title="New").exists()


def test_new_page_without_title_and_slug_is_shown(site: SmallSite, admin_client: Client, ask) -> None:
    seen = preview_new(admin_client, site.home, ContentPage, form_of(ContentPage))
    assert ask(TITLE, token=seen.token)["preview"] == {"title": "Placeholder title"}


def test_new_page_in_another_language_is_in_that_language(site: SmallSite, admin_client: Client, ask) -> None:
    finnish = site.home.get_translations().get(locale__language_code="fi")
    seen = preview_new(admin_client, finnish, ContentPage, form_of(ContentPage, title="Uusi", slug="uusi"))
    assert seen.path == "/fi/uusi/"
    draft = ask(PREVIEW % "{ title path locale requestedLocale isFallback parent { path locale } }", token=seen.token)
    assert draft["preview"] == {
        "title": "Uusi",
        "path": "/fi/uusi/",
        "locale": "fi",
        "requestedLocale": "fi",
        "isFallback": False,
        "parent": {"path": "/fi/", "locale": "fi"},
    }


def test_blocks_and_rows_are_shown_as_typed(site: SmallSite, admin_client: Client, ask) -> None:
    form = form_of(
        CasePage,
        title="Bikes",
        slug="bikes",
        lead_image=str(site.image.pk),
        body=streamfield([("heading", {"text": "Typed", "level": "3"}), ("case_cards", card_of(site.case))]),
        priorities=inline_formset([{"priority": str(site.old_priority.pk)}, {"priority": str(site.climate.pk)}]),
    )
    seen = preview_edit(admin_client, site.other_case, form)
    fields = """{ ... on CasePage { leadImage { width } priorities { title }
      body { ... on HeadingBlock { text level } ... on CaseCardsBlock { cases { title } } } } }"""
    assert ask(PREVIEW % fields, token=seen.token)["preview"] == {
        "leadImage": {"width": 2000},
        "priorities": [{"title": "Cleantech"}, {"title": "Climate neutrality"}],
        "body": [{"text": "Typed", "level": 3}, {"cases": [{"title": "Storage"}]}],
    }


def card_of(case: Page) -> dict[str, str]:
    item = {"deleted": "", "order": "0", "type": "item", "id": "", "value": str(case.pk)}
    return {"heading": "", "cases-count": "1", **{f"cases-0-{name}": value for name, value in item.items()}}


def test_draft_with_everything_still_missing_is_shown(site: SmallSite, admin_client: Client, ask) -> None:
    nothing = {
        "heading": {"text": None, "level": None},
        "paragraph": None,
        "image": {},
        "quote": {},
        "key_figures": {"figures": [{}]},
        "call_to_action": {},
        "case_cards": {"cases": [None]},
        "video": {"captions": [{}]},
        "download": {},
        "accordion": {"items": [{}]},
        "contacts": {"people": [None]},
        "table": None,
    }
    body = [{"type": name, "id": block_id(name), "value": value} for name, value in nothing.items()]
    page = CasePage.objects.get(pk=site.case.pk)
    page.body = json.dumps(body)
    for name, kind in {"key_figures": "figure", "funding": "funding", "links": "link"}.items():
        setattr(page, name, json.dumps([{"type": kind, "id": block_id(kind), "value": {}}]))
    page.save_revision()
    seen = opened(admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])))
    draft = ask(PREVIEW % f"{{ ... on CasePage {everything('CasePage')} }}", token=seen.token)["preview"]
    assert len(draft["body"]) == len(nothing)
    assert len(draft["funding"]) == len(draft["links"]) == len(draft["keyFigures"]) == 1


def test_saved_draft_and_each_version_of_the_history_are_shown(site: SmallSite, admin_client: Client, ask) -> None:
    versions = []
    for title in ("First thought", "Second thought"):
        site.about.title = title
        versions.append(site.about.save_revision())
    draft = opened(admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[site.about.pk])))
    addresses = [reverse("wagtailadmin_pages:revisions_view", args=[site.about.pk, version.pk]) for version in versions]
    first, second = (opened(admin_client.get(address)) for address in addresses)
    titles = [ask(TITLE, token=seen.token)["preview"]["title"] for seen in (draft, first, second)]
    assert titles == ["Second thought", "First thought", "Second thought"]


def test_moderator_sees_what_was_submitted(site: SmallSite, admin_client: Client, admin_user: User, ask) -> None:
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(group := Group.objects.get(name="Editors"))
    admin_user.groups.add(group)
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    site.about.title = "Submitted"
    site.about.save_revision()
    state = workflow.start(site.about, admin_user)
    address = reverse("wagtailadmin_pages:workflow_preview", args=[site.about.pk, state.current_task_state.task.pk])
    assert ask(TITLE, token=opened(admin_client.get(address)).token)["preview"] == {"title": "Submitted"}


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_translation_in_progress_is_shown(site: SmallSite, admin_client: Client, ask, language, published) -> None:
    translate(CaseIndexPage.objects.get(locale__language_code="en"), language)
    other = translate(site.other_case, language, publish=published)
    translation = Translation.objects.get(
        source__object__translation_key=other.translation_key, target_locale__language_code=language
    )
    title = StringSegment.objects.get(source=translation.source, context__path="title")
    StringTranslation.objects.filter(translation_of=title.string, locale=translation.target_locale).update(data="Half")
    seen = opened(admin_client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk])))
    draft = ask(PREVIEW % "{ title locale path }", token=seen.token)["preview"]
    assert draft == {"title": "Half", "locale": language, "path": seen.path}
    assert seen.path.startswith(f"/{language}/")


def test_draft_and_live_page_never_share_an_id(site: SmallSite, admin_client: Client, ask) -> None:
    ids = "{ id ... on ContentPage { body { id blockKey } } }"
    seen = [
        opened(admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[site.about.pk]))),
        preview_edit(admin_client, site.about, form_of(ContentPage, title="About", slug="about")),
    ]
    answers = [ask(PREVIEW % ids, token=opening.token)["preview"] for opening in seen]
    live = ask(f'{{ page(path: "/en/about/") {ids} }}')["page"]
    assert len({live["id"], *(answer["id"] for answer in answers)}) == 3
    assert {block["id"] for block in live["body"]}.isdisjoint(block["id"] for block in answers[0]["body"])
    assert [block["blockKey"] for block in live["body"]] == [block["blockKey"] for block in answers[0]["body"]]


def test_other_drafts_and_private_pages_are_not_shown(site: SmallSite, admin_client: Client, ask) -> None:
    hidden = CasePageFactory(title="Hidden")
    site.other_case.title = "Another draft"
    site.other_case.save_revision()
    case = CasePage.objects.get(pk=site.case.pk)
    button = {"label": "Read", "page": str(hidden.pk), "href": ""}
    form = form_of(
        CasePage,
        title="Storage",
        slug="storage",
        body=streamfield([("case_cards", card_of(hidden)), ("call_to_action", button)]),
        related=inline_formset([{"case": str(hidden.pk)}, {"case": str(site.other_case.pk)}]),
    )
    seen = preview_edit(admin_client, case, form)
    answer = ask(PREVIEW % f"{{ ... on CasePage {everything('CasePage')} }}", token=seen.token)["preview"]
    assert [page["title"] for page in answer["related"]] == ["Bikes"]
    assert answer["body"][0]["cases"] == []
    assert answer["body"][1]["page"] is None
    assert "Hidden" not in json.dumps(answer)
    assert "Another draft" not in json.dumps(answer)


def test_token_opens_nothing_else(site: SmallSite, admin_client: Client, ask) -> None:
    hidden = ContentPageFactory(title="Hidden", slug="hidden")
    seen = preview_edit(admin_client, hidden, form_of(ContentPage, title="Hidden", slug="hidden"))
    query = """query ($token: String!) { preview(token: $token) { title }
      page(path: "/en/hidden/") { title } home(locale: en) { children { title } } route(path: "/en/hidden/") { __typename } }"""
    answer = ask(query, token=seen.token)
    assert answer["preview"] == {"title": "Hidden"}
    assert answer["page"] is None
    assert answer["route"] == {"__typename": "NotFoundRoute"}
    assert "Hidden" not in json.dumps(answer["home"])


def test_what_a_draft_is_like_does_not_reach_the_live_page_in_the_same_answer(
    site: SmallSite, admin_client: Client, ask
) -> None:
    rows = {"priorities": deleted(site.case.priorities), "related": deleted(site.case.related)}
    seen = preview_edit(admin_client, site.case, form_of(CasePage, title="Storage", slug="storage", **rows))
    fields = "... on CasePage { priorities { title } related { title } }"
    alone = ask(f'{{ page(path: "/en/cases/storage/") {{ {fields} }} }}')["page"]
    query = f'query ($token: String!) {{ preview(token: $token) {{ {fields} }} page(path: "/en/cases/storage/") {{ {fields} }} }}'
    both = ask(query, token=seen.token)
    assert both["page"] == alone
    assert both["preview"] == {"priorities": [], "related": []}
    assert all(alone.values())


def deleted(rows) -> dict[str, str]:
    """The rows as a form posts them in which the editor has deleted all of them."""
    ids = [str(row.pk) for row in rows.all()]
    return inline_formset([{"id": pk, "DELETE": "1"} for pk in ids], initial=len(ids))


def test_answer_is_not_to_be_stored(site: SmallSite, admin_client: Client, client: Client) -> None:
    seen = preview_edit(admin_client, site.about, form_of(ContentPage, title="About", slug="about"))
    for token in (seen.token, "unknown"):
        body = {"query": TITLE, "variables": {"token": token}}
        answer = client.post("/graphql/", json.dumps(body), content_type="application/json")
        assert answer["Cache-Control"] == "private, no-store"
        answer = client.get("/graphql/", {"query": TITLE, "variables": json.dumps(body["variables"])})
        assert answer["Cache-Control"] == "private, no-store"


def test_redirect_to_the_frontend_is_not_to_be_stored(site: SmallSite, admin_client: Client) -> None:
    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[site.about.pk]))
    assert "no-store" in response["Cache-Control"]


def test_preview_opens_behind_a_proxy_that_ends_tls(site: SmallSite, admin_client: Client, settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.FRONTEND_ORIGIN = "https://www.example.org"
    address = reverse("wagtailadmin_pages:view_draft", args=[site.about.pk])
    assert opened(admin_client.get(address, headers={"X-Forwarded-Proto": "https"})).origin == "https://www.example.org"


def test_preview_follows_the_form_under_one_row(site: SmallSite, admin_client: Client, ask) -> None:
    titles = ["One", "Two", "Three"]
    seen = [preview_edit(admin_client, site.about, form_of(ContentPage, title=title, slug="a")) for title in titles]
    assert {ask(TITLE, token=opening.token)["preview"]["title"] for opening in seen} == {"Three"}
    new = [preview_new(admin_client, site.home, ContentPage, form_of(ContentPage, title=title)) for title in titles]
    keys = [ask(PREVIEW % "{ title translationKey }", token=opening.token)["preview"] for opening in new]
    assert keys == [keys[0]] * 3
    assert Preview.objects.count() == 2


def test_version_that_is_looked_at_stays_as_it_was(site: SmallSite, admin_client: Client, ask) -> None:
    address = reverse("wagtailadmin_pages:view_draft", args=[site.about.pk])
    before = opened(admin_client.get(address))
    preview_edit(admin_client, site.about, form_of(ContentPage, title="Typed", slug="about"))
    assert opened(admin_client.get(address)).path == before.path
    assert ask(TITLE, token=before.token)["preview"] == {"title": "About"}
    assert Preview.objects.count() == 2


def test_editors_have_previews_of_their_own(site: SmallSite, admin_client: Client, ask) -> None:
    other = Client()
    other.force_login(User.objects.create_superuser("other"))
    mine = preview_edit(admin_client, site.about, form_of(ContentPage, title="Mine", slug="about"))
    preview_edit(other, site.about, form_of(ContentPage, title="Theirs", slug="about"))
    assert ask(TITLE, token=mine.token)["preview"] == {"title": "Mine"}


def test_expired_previews_are_deleted_when_another_is_made(site: SmallSite, admin_client: Client) -> None:
    preview_edit(admin_client, site.about, form_of(ContentPage, title="Old", slug="about"))
    Preview.objects.update(expires_at=timezone.now())
    preview_edit(admin_client, site.case, form_of(CasePage, title="New", slug="storage"))
    assert [str(preview) for preview in Preview.objects.all()] == ["New"]


def a_preview(site: SmallSite, user: User) -> Preview:
    client = Client()
    client.force_login(user)
    preview_edit(client, site.about, form_of(ContentPage, title="Draft", slug="about"))
    return Preview.objects.get()


@pytest.mark.parametrize("token", ["", "x", "x.y.z", "\x00", "\ud800", "ä" * 10_000])
def test_token_that_was_never_made_is_unknown(site: SmallSite, ask_error, token: str) -> None:
    assert ask_error(TITLE, token=token) == ("PREVIEW_UNKNOWN", "No preview has this token.")


def test_token_of_another_preview_by_its_name_is_unknown(site: SmallSite, admin_user: User, ask_error) -> None:
    preview = a_preview(site, admin_user)
    _, signed_at, signature = make_token(preview).split(".")
    code, _ = ask_error(TITLE, token=f"{'0' * 32}.{signed_at}.{signature}")
    assert code == "PREVIEW_UNKNOWN"


def test_token_expires(site: SmallSite, admin_user: User, ask, ask_error, settings) -> None:
    token = make_token(a_preview(site, admin_user))
    assert ask(TITLE, token=token)["preview"] == {"title": "Draft"}
    settings.PREVIEW_LIFETIME = timedelta(seconds=-1)
    code, message = ask_error(TITLE, token=token)
    assert (code, message) == ("PREVIEW_EXPIRED", "The preview has expired. Open it again in the admin.")


def test_token_lives_for_an_hour(site: SmallSite, admin_user: User, ask, ask_error, monkeypatch) -> None:
    preview = a_preview(site, admin_user)
    now = int(timezone.now().timestamp())
    for age, answers in ((3500, True), (3700, False)):
        monkeypatch.setattr("django.core.signing.time.time", lambda age=age: now - age)
        token = signer.sign(preview.pk.hex)
        monkeypatch.undo()
        if answers:
            assert ask(TITLE, token=token)["preview"] == {"title": "Draft"}
        else:
            assert ask_error(TITLE, token=token)[0] == "PREVIEW_EXPIRED"


def test_preview_ends_with_its_editor_and_with_its_page(site: SmallSite, admin_user: User, ask_error) -> None:
    token = make_token(a_preview(site, admin_user))
    User.objects.filter(pk=admin_user.pk).update(is_active=False)
    assert ask_error(TITLE, token=token)[0] == "PREVIEW_REVOKED"
    User.objects.filter(pk=admin_user.pk).update(is_active=True)
    ContentPage.objects.get(pk=site.about.pk).delete()
    assert ask_error(TITLE, token=token)[0] == "PREVIEW_REVOKED"


def test_who_may_not_edit_gets_no_preview(site: SmallSite, client: Client) -> None:
    nobody = User.objects.create_user("nobody")
    for who in (None, nobody):
        if who:
            client.force_login(who)
        for name in ("view_draft", "preview_on_edit"):
            answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=[site.about.pk]))
            assert answer.status_code == 302
            assert answer["Location"].startswith("/admin/")
    assert not Preview.objects.exists()


def test_second_site_is_previewed_on_its_own_frontend(site: SmallSite, admin_client: Client, ask) -> None:
    other_home = publish(HomePageFactory(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", port=443, root_page=other_home)
    about = ContentPageFactory(parent=other_home, title="There", slug="there")
    seen = preview_edit(admin_client, about, form_of(ContentPage, title="There", slug="there"))
    assert (seen.origin, seen.path) == ("https://other.example.org", "/en/there/")
    draft = ask(PREVIEW % "{ url breadcrumbs { title url } }", token=seen.token)["preview"]
    assert draft["url"] == "https://other.example.org/en/there/"
    assert draft["breadcrumbs"] == [{"title": "Other", "url": "https://other.example.org/en/"}]
    assert about.full_url == "https://other.example.org/en/there/"


def test_page_on_no_site_says_so(site: SmallSite, admin_client: Client) -> None:
    lost = HomePageFactory(title="Lost", slug="lost")
    answer = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[lost.pk]))
    assert answer.status_code == 404
    assert answer.content.decode() == "This page is not on any site, so no frontend can show it."
    assert lost.full_url is None


def test_preview_of_the_home_page_whose_slug_is_changed(site: SmallSite, admin_client: Client) -> None:
    seen = preview_edit(admin_client, site.home, form_of(HomePage, title="Home", slug="another"))
    assert seen.path == "/en/"


def test_new_slug_shows_in_the_path(site: SmallSite, admin_client: Client) -> None:
    seen = preview_edit(admin_client, site.about, form_of(ContentPage, title="About", slug="about-us"))
    assert seen.path == "/en/about-us/"


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_page_says_where_visitors_read_it(site: SmallSite, language: str) -> None:
    home = HomePage.objects.get(locale=Locale.objects.get(language_code=language))
    assert home.url == home.full_url == f"http://localhost:8001/{language}/"


def test_preview_takes_a_statement_for_its_token_its_pictures_and_the_priorities_each(
    site: SmallSite, admin_client: Client, statements
):
    seen = opened(admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[site.case.pk])))
    fields = "... on CasePage { title leadImage { alt } priorities { title } body { id } }"
    preview = statements(PREVIEW % f"{{ {fields} }}", token=seen.token)
    assert len(preview) == 3


def test_preview_that_another_release_made_is_opened_again(site: SmallSite, admin_user: User, ask_error) -> None:
    preview = a_preview(site, admin_user)
    Preview.objects.filter(pk=preview.pk).update(row={"format": 3, "title": "Draft"})
    assert ask_error(TITLE, token=make_token(preview))[0] == "PREVIEW_REVOKED"
