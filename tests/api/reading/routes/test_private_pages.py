"""The only home of private pages: nothing shows that they exist, but that a password is asked for, until a token opens them."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Page, PageViewRestriction

from api.reading.private import access
from tests import factories
from tests.factories import publish, translate

EVERYTHING = """
query ($path: String!) {
  route(path: $path) { __typename
    ... on PageRoute { locale page { title path isFallback } }
    ... on RedirectRoute { location }
    ... on NotFoundRoute { suggestions { title path } }
  }
  page(path: $path) { title }
  redirects(first: 100) { totalCount nodes { path location } }
}
"""
UNLOCK = """
mutation ($path: String!, $password: String!) { unlockPage(input: {path: $path, password: $password}) {
  token expiresAt errors { code field message }
} }
"""
PATHS = ["/en/cases/storage/", "/sv/cases/storage/", "/fi/cases-fi/storage-fi/", "/fi/cases/storage/"]
PASSWORD = "sesame"
WRONG = {
    "code": "WRONG_PASSWORD",
    "field": ["input", "password"],
    "message": "The password opens no page at this path.",
}


@pytest.fixture(autouse=True)
def _no_tries_yet():
    cache.clear()


@pytest.fixture
def send(client):
    """Post a document with tokens and return the response."""

    def post(query, *tokens, scheme="Bearer", **variables):
        headers = {"Authorization": f"{scheme} {', '.join(tokens)}"} if tokens else {}
        body = json.dumps({"query": query, "variables": variables})
        return client.post("/graphql/", body, content_type="application/json", headers=headers)

    return post


@pytest.fixture
def route(send):
    def to(path, *tokens):
        return send(EVERYTHING, *tokens, path=path).json()["data"]["route"]

    return to


@pytest.fixture
def unlock(send):
    def try_password(path, password, *tokens):
        return send(UNLOCK, *tokens, path=path, password=password).json()["data"]["unlockPage"]

    return try_password


def in_finnish(page):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="fi")


def restrict(page, kind="password", password=PASSWORD, groups=()):
    restriction = PageViewRestriction.objects.create(page_id=page.pk, restriction_type=kind, password=password)
    restriction.groups.set(groups)
    return restriction


PLACES = {
    "the page": lambda case: case,
    "its translation": in_finnish,
    "what is above it": lambda case: case.get_parent(),
    "what is above its translation": lambda case: in_finnish(case.get_parent()),
}


# Anonymous readers


@pytest.mark.parametrize("was_public", [True, False])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["login", "groups", "password", "none"])
def test_nothing_shows_a_private_page(site, send, kind, place, was_public):
    case, path = site.case, "/en/cases/storage/"
    restricted = PLACES[place](case)
    if not was_public:
        restrict(restricted, kind)
        case = publish(factories.CasePageFactory(title="SECRET", slug="secret", parent=case.get_parent()))
        path = "/en/cases/secret/"
        restrict(case, kind)
    else:
        case.title, case.slug = "SECRET", "renamed"
        case = publish(case)
        Redirect.add_redirect("/old", case)
        Redirect.add_redirect("/link", "/en/cases/renamed/")
        restrict(restricted, kind)
    paths = [path, "/en/cases/renamed/", "/sv/cases/storage/", "/en/cases/secre/", "/en/cases/SECRET/", "/old", "/link"]
    for asked in paths:
        answer = send(EVERYTHING, path=asked).json()["data"]
        assert answer["route"]["__typename"] in {"NotFoundRoute", "PasswordRoute" if kind == "password" else ""}
        assert "secret" not in json.dumps(answer).lower()
        assert "renamed" not in json.dumps(answer)
        assert answer["page"] is None


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("place", PLACES)
def test_page_behind_a_password_asks_for_it_in_every_language(site, route, place, path):
    restrict(PLACES[place](site.case))
    assert route(path) == {"__typename": "PasswordRoute"}


def test_old_path_of_a_page_behind_a_password_asks_for_it(site, route, unlock):
    site.case.slug = "renamed"
    publish(site.case)
    restrict(site.case)
    assert route("/en/cases/storage/") == {"__typename": "PasswordRoute"}
    token = unlock("/en/cases/storage/", "sesame")["token"]
    assert route("/en/cases/storage/", token) == {"__typename": "RedirectRoute", "location": "/en/cases/renamed/"}


@pytest.mark.parametrize("kind", ["password", "login"])
def test_private_page_that_is_unpublished_or_a_draft_is_not_there(site, route, kind):
    restrict(site.case, kind)
    draft = factories.CasePageFactory(slug="draft")
    restrict(draft, kind)
    for version in Page.objects.filter(translation_key=site.case.translation_key):
        version.unpublish()
    assert {route(path)["__typename"] for path in [*PATHS, "/en/cases/draft/"]} == {"NotFoundRoute"}


def test_page_that_asks_for_a_password_and_a_login_is_not_there(site, route, unlock):
    restrict(site.case)
    restrict(site.case.get_parent(), "login")
    assert route("/en/cases/storage/")["__typename"] == "NotFoundRoute"
    assert unlock("/en/cases/storage/", "sesame")["errors"] == [WRONG]


def test_page_behind_a_password_comes_before_what_was_there_once(site, route):
    site.other_case.slug = "wheels"
    publish(site.other_case)
    secret = publish(factories.CasePageFactory(title="SECRET", slug="bikes"))
    assert route("/en/cases/bikes/")["__typename"] == "PageRoute"
    restriction = restrict(secret)
    assert route("/en/cases/bikes/") == {"__typename": "PasswordRoute"}
    restriction.delete()
    assert route("/en/cases/bikes/")["__typename"] == "PageRoute"


def test_redirect_is_not_shadowed_by_a_page_that_nobody_may_know_of(site, route):
    Redirect.add_redirect("/en/cases/storage", site.other_case)
    restrict(site.case, "login")
    assert route("/en/cases/storage/") == {"__typename": "RedirectRoute", "location": "/en/cases/bikes/"}


# Passwords


@pytest.mark.parametrize("place", PLACES)
def test_password_opens_the_page_in_every_language(site, route, unlock, place):
    restrict(PLACES[place](site.case))
    for path in PATHS[:3]:
        token = unlock(path, "sesame")["token"]
        for asked in PATHS[:3]:
            found = route(asked, token)
            assert found["__typename"] == "PageRoute"
            assert found["page"]["path"] == asked
            assert found["page"]["isFallback"] is asked.startswith("/sv/")
        assert route("/fi/cases/storage/", token) == {
            "__typename": "RedirectRoute",
            "location": "/fi/cases-fi/storage-fi/",
        }


def test_opened_page_has_its_content_and_pictures_and_is_met_nowhere_else(site, send, unlock):
    restrict(site.case)
    token = unlock("/en/cases/storage/", "sesame")["token"]
    query = """{ page(path: "/en/cases/storage/") { title cardImage { alt } children { title } translations { title }
        breadcrumbs { title } ... on CasePage { leadImage { alt } priorities { title } partners { role } body { blockKey } } }
      cases(locale: en) { totalCount nodes { title } }
      navigation(locale: en) { header { page { title } } } }"""
    page = send(query, token).json()["data"]
    assert page["page"]["leadImage"] == {"alt": "A cavern"}
    assert page["page"]["priorities"][0] == {"title": "Climate neutrality"}
    assert page["page"]["body"]
    assert page["page"]["translations"] == []
    assert page["page"]["breadcrumbs"] == [{"title": "Home"}, {"title": "Cases"}]
    assert page["cases"] == {"totalCount": 1, "nodes": [{"title": "Bikes"}]}
    assert {item["page"] and item["page"]["title"] for item in page["navigation"]["header"]} <= {None}


@pytest.mark.parametrize("path", ["/en/cases/storage/", "/en/cases/", "/en/nowhere/", "/nowhere", "/", "", "/en/\x00/"])
def test_whatever_is_wrong_is_the_same_error(site, unlock, path):
    restrict(site.case)
    restrict(site.case.get_parent(), "login", password="")
    for password in ("wrong", "", "\x00", "\ud800"):
        assert unlock(path, password) == {"token": None, "expiresAt": None, "errors": [WRONG]}


def test_wrong_password_takes_the_same_statements_wherever_it_is_tried(site, statements):
    restrict(site.case)
    restrict(site.about, "login")
    taken = {
        len(statements(UNLOCK, path=path, password="x"))
        for path in ("/en/cases/storage/", "/en/about/", "/en/nowhere/", "/en/articles/")
    }
    assert taken == {1}


def test_empty_password_opens_nothing(site, unlock):
    restrict(site.case, password="")
    assert unlock("/en/cases/storage/", "")["errors"] == [WRONG]


def test_changed_password_and_lifted_restriction_revoke_the_token(site, route, unlock):
    restriction = restrict(site.case)
    token = unlock("/en/cases/storage/", "sesame")["token"]
    assert route("/en/cases/storage/", token)["__typename"] == "PageRoute"
    restriction.password = "another"
    restriction.save()
    assert route("/en/cases/storage/", token)["__typename"] == "PasswordRoute"
    restriction.delete()
    restrict(site.case)
    assert route("/en/cases/storage/", token)["__typename"] == "PasswordRoute"


def test_token_opens_nothing_else(site, route, unlock):
    restrict(site.case)
    restrict(site.about)
    token = unlock("/en/cases/storage/", "sesame")["token"]
    assert route("/en/about/", token)["__typename"] == "PasswordRoute"


def test_new_token_also_opens_what_the_old_one_did_but_not_for_longer(site, send, route, unlock, monkeypatch):
    restrict(site.case)
    restrict(site.about, password="parsley")
    first = unlock("/en/cases/storage/", "sesame")["token"]
    now = access.time.time()
    monkeypatch.setattr(access.time, "time", lambda: now + 3000)
    both = unlock("/en/about/", "parsley", first)["token"]
    for path in ("/en/about/", "/en/cases/storage/"):
        assert route(path, both)["__typename"] == "PageRoute"
    monkeypatch.setattr(access.time, "time", lambda: now + 3700)
    assert route("/en/about/", both)["__typename"] == "PageRoute"
    assert route("/en/cases/storage/", both)["__typename"] == "PasswordRoute"
    monkeypatch.setattr(access.time, "time", lambda: now + 7000)
    [error] = send(EVERYTHING, both, path="/en/about/team/x/").json()["errors"][:1]
    assert error["extensions"]["code"] == "INVALID_TOKEN"


def test_token_says_when_it_expires(site, unlock):
    restrict(site.case)
    expires_at = timezone.datetime.fromisoformat(unlock("/en/cases/storage/", "sesame")["expiresAt"])
    assert timedelta(minutes=59) < expires_at - timezone.now() <= timedelta(hours=1)


def test_page_below_two_passwords_asks_for_both(site, route, unlock):
    restrict(site.case)
    restrict(site.case.get_parent(), password="parsley")
    first = unlock("/en/cases/storage/", "sesame")["token"]
    assert route("/en/cases/storage/", first)["__typename"] == "PasswordRoute"
    assert route("/en/cases/", first)["__typename"] == "PasswordRoute"
    both = unlock("/en/cases/storage/", "parsley", first)["token"]
    assert route("/en/cases/storage/", both)["__typename"] == "PageRoute"
    second = unlock("/en/cases/storage/", "parsley")["token"]
    assert route("/en/cases/storage/", first, second)["__typename"] == "PageRoute"


def test_password_can_be_given_again(site, unlock):
    restrict(site.case)
    token = unlock("/en/cases/storage/", "sesame")["token"]
    assert unlock("/en/cases/storage/", "sesame", token)["token"]
    assert unlock("/en/cases/storage/", "wrong", token)["token"] is None


def test_tries_are_counted_by_client(site, client, unlock, settings):
    restrict(site.case)
    tries = [unlock(f"/en/{number}/", "x")["errors"][0]["code"] for number in range(12)]
    assert tries == ["WRONG_PASSWORD"] * 10 + ["RATE_LIMITED"] * 2
    assert unlock("/en/cases/storage/", "sesame")["token"] is None
    client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    assert unlock("/en/cases/storage/", "sesame")["token"]


def test_tries_in_one_document_count_each(site, send):
    restrict(site.case)
    fields = " ".join(
        f'n{n}: unlockPage(input: {{path: "/en/cases/storage", password: "{n}"}}) {{ errors {{ code }} }}'
        for n in range(20)
    )
    answers = send(f"mutation {{ {fields} }}").json()["data"].values()
    assert sum(answer["errors"] == [{"code": "RATE_LIMITED"}] for answer in answers) == 10


def test_tries_are_counted_by_path_however_it_is_written(site, client, unlock, settings):
    settings.UNLOCK_RATE_BY_PATH = "3/m"
    restrict(site.case)
    spellings = ["/en/cases/storage/", "en/cases/storage", "/en/cases/storage/?x=1", "/en/cases/stor%61ge/#y"]
    codes = []
    for number, path in enumerate(spellings):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        codes += [error["code"] for error in unlock(path, "x")["errors"]]
    assert codes == ["WRONG_PASSWORD"] * 3 + ["RATE_LIMITED"]


@pytest.mark.parametrize(("proxies", "limited"), [(0, True), (1, False), (2, True)])
def test_clients_address_is_believed_only_from_our_own_proxies(site, client, unlock, settings, proxies, limited):
    settings.TRUSTED_PROXY_COUNT = proxies
    for number in range(12):
        client.defaults["HTTP_X_FORWARDED_FOR"] = f"198.51.100.{number}, 203.0.113.9, 192.0.2.{number}"
        code = unlock("/en/nowhere/", "x")["errors"][0]["code"]
    assert (code == "RATE_LIMITED") is limited


@pytest.mark.parametrize("address", ["", "unix:", "fe80::1%eth0", "1.2.3.4:80"])
def test_client_without_an_address_is_counted_too(site, client, unlock, address):
    client.defaults["REMOTE_ADDR"] = address
    assert unlock("/en/nowhere/", "x")["errors"] == [WRONG]


# Logins


@pytest.fixture
def token_of():
    def make(username="reader", groups=(), **values):
        user = User.objects.create_user(username, **values)
        user.groups.set(groups)
        return APIToken.create_token(user=user, name="A frontend")[1]

    return make


@pytest.mark.parametrize("place", PLACES)
def test_users_token_opens_pages_for_users(site, route, token_of, place):
    restrict(PLACES[place](site.case), "login")
    token = token_of()
    for path in PATHS[:3]:
        assert route(path, token)["page"]["path"] == path
    assert APIToken.objects.get().last_used_at


def test_token_of_a_member_opens_pages_of_the_group(site, route, token_of):
    group, other = Group.objects.create(name="Board"), Group.objects.create(name="Press")
    restrict(site.case, "groups", groups=[group])
    kinds = {
        name: route("/en/cases/storage/", token)["__typename"]
        for name, token in {
            "member": token_of("member", [group, other]),
            "other": token_of("other", [other]),
            "nobody": token_of("nobody"),
            "superuser": token_of("superuser", is_superuser=True),
        }.items()
    }
    assert kinds == {
        "member": "PageRoute",
        "other": "NotFoundRoute",
        "nobody": "NotFoundRoute",
        "superuser": "PageRoute",
    }


def test_login_is_no_password(site, route, unlock, token_of):
    restrict(site.case)
    restrict(site.case.get_parent(), "login")
    user = token_of(is_superuser=True)
    assert route("/en/cases/storage/", user)["__typename"] == "PasswordRoute"
    unlocked = unlock("/en/cases/storage/", "sesame", user)["token"]
    assert route("/en/cases/storage/", unlocked)["__typename"] == "NotFoundRoute"
    assert route("/en/cases/storage/", user, unlocked)["__typename"] == "PageRoute"


def revoke(token):
    APIToken.objects.get().revoke()
    return token


def deactivate(token):
    User.objects.update(is_active=False)
    return token


@pytest.mark.parametrize(
    "spoil",
    [
        revoke,
        deactivate,
        lambda _: "x",
        lambda token: token[:-1],
        lambda _: "é",
        lambda token: ", ".join([token] * 6),
        lambda _: "",
    ],
)
def test_invalid_token_is_the_same_error_whatever_is_there(site, send, token_of, spoil):
    restrict(site.case, "login")
    token = spoil(token_of())
    for path in ("/en/cases/storage/", "/en/nowhere/", "/vanha"):
        answer = send("query ($path: String!) { route(path: $path) { __typename } }", token, path=path).json()
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_TOKEN"]


def test_invalid_token_matters_only_where_it_is_needed(site, send):
    assert (
        "errors"
        not in send('{ page(path: "/en/cases/storage/") { title } cases(locale: en) { totalCount } }', "x").json()
    )
    assert "errors" not in send('{ route(path: "/en/nowhere/") { __typename } }', "x", scheme="Basic").json()


def test_signature_of_something_else_is_no_token(site, send, unlock):
    from django.core import signing

    restriction = restrict(site.case)
    forged = signing.dumps({str(restriction.pk): [access.fingerprint("sesame"), 2**40]})
    answer = send(EVERYTHING, forged, path="/en/cases/storage/").json()
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"INVALID_TOKEN"}


def test_answer_to_a_token_is_kept_by_no_cache(site, send, token_of):
    restrict(site.case, "login")
    assert send(EVERYTHING, token_of(), path="/en/cases/storage/")["Cache-Control"] == "private, no-store"
    assert send(EVERYTHING, "x", path="/en/cases/storage/")["Cache-Control"] == "private, no-store"
    assert "no-store" not in send(EVERYTHING, path="/en/cases/").get("Cache-Control", "")


def test_private_translation_made_later_is_what_its_reader_opens(site, route, unlock):
    restrict(site.case)
    for page in (site.case.get_parent().specific, site.case):
        translate(page, "sv")
    token = unlock("/sv/cases/storage/", "sesame")["token"]
    assert route("/sv/cases/storage/", token) == {"__typename": "RedirectRoute", "location": "/sv/cases-sv/storage-sv/"}
    assert route("/sv/cases-sv/storage-sv/", token)["page"]["isFallback"] is False


def test_private_page_takes_few_statements(site, client, unlock, django_assert_max_num_queries, token_of):
    restrict(site.case)
    token = unlock("/en/cases/storage/", "sesame")["token"]
    body = json.dumps({"query": '{ page(path: "/en/cases/storage/") { title } }'})
    with django_assert_max_num_queries(3):
        client.post("/graphql/", body, content_type="application/json", headers={"Authorization": f"Bearer {token}"})
