"""The only home of how the endpoint speaks HTTP: whatever is sent, the answer is JSON and never a 500."""

import json
import logging

import pytest
from django.db import OperationalError, connection
from django.test import Client
from graphql import build_client_schema, build_schema, get_introspection_query

from api.schema import schema

pytestmark = pytest.mark.django_db
LOCALES = {"data": {"locales": [{"code": "en"}, {"code": "fi"}, {"code": "sv"}]}}
QUERY = "{ locales { code } }"
JSON = "application/json; charset=utf-8"
GRAPHQL_RESPONSE = "application/graphql-response+json"


@pytest.fixture
def post(client):
    """Post bytes and return the response; nothing raised in the server passes for an answer."""

    def send(body, content_type="application/json", **headers):
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        return client.generic("POST", "/graphql/", data, content_type=content_type, headers=headers)

    return send


def test_query_is_posted_as_json(post):
    response = post({"query": QUERY})
    assert (response.status_code, response["Content-Type"], response.json()) == (200, JSON, LOCALES)


def test_query_may_be_sent_with_get(client):
    query = "query ($locale: LocaleCode!) { goals(locale: $locale) { number } locales { code } }"
    variables = {"query": query, "variables": json.dumps({"locale": "fi"})}
    response = client.get("/graphql/", variables)
    assert response.status_code == 200
    assert response.json()["data"]["locales"] == LOCALES["data"]["locales"]
    assert len(response.json()["data"]["goals"]) == 17


def test_operation_is_chosen_by_its_name(post):
    document = "query One { locales { code } } query Two { locales { tag } }"
    assert post({"query": document, "operationName": "One"}).json() == LOCALES
    assert post({"query": document, "operationName": "Three"}).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        " ",
        "{",
        "null",
        "5",
        '"query"',
        "[]",
        "{}",
        '{"query": null}',
        '{"query": ""}',
        '{"query": 5}',
        '{"query": "{ locales { code } }", "variables": "x"}',
        '{"query": "{ locales { code } }", "variables": [1]}',
        '{"query": "{ locales { code } }", "extensions": 1}',
        '{"query": "{ locales { code } }", "operationName": {"a": 1}}',
        b"\xff\xfe",
        b'{"query": "\xff"}',
        "[" * 100_000,
        '[{"query": "{ locales { code } }"}]',
    ],
)
def test_what_is_no_request_is_refused_in_json(post, body):
    response = post(body)
    assert (response.status_code, response["Content-Type"]) == (400, JSON)
    [error] = response.json()["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    assert error["message"]


@pytest.mark.parametrize(
    ("accepted", "answered"),
    [
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        (GRAPHQL_RESPONSE, f"{GRAPHQL_RESPONSE}; charset=utf-8"),
        (f"{GRAPHQL_RESPONSE}, application/json;q=0.9", f"{GRAPHQL_RESPONSE}; charset=utf-8"),
        (f"{GRAPHQL_RESPONSE};q=0.5, application/json", JSON),
        ("", JSON),
        ("application/json; charset=utf-8", JSON),
        ('application/json;charset="UTF-8";q=0.8, image/png', JSON),
        (f"{GRAPHQL_RESPONSE}; charset=utf-8, application/json; charset=utf-8", f"{GRAPHQL_RESPONSE}; charset=utf-8"),
        (
            f"{GRAPHQL_RESPONSE}; charset=utf-8; q=0.9, application/json; charset=utf-8; q=0.1",
            f"{GRAPHQL_RESPONSE}; charset=utf-8",
        ),
        (f"application/json;q=0.1, {GRAPHQL_RESPONSE} ; charset = UTF8", f"{GRAPHQL_RESPONSE}; charset=utf-8"),
    ],
)
def test_answer_has_the_media_type_that_the_client_likes_best(post, accepted, answered):
    response = post({"query": QUERY}, accept=accepted)
    assert (response.status_code, response["Content-Type"], response.json()) == (200, answered, LOCALES)
    assert {"Accept", "Origin", "Authorization"} <= {name.strip() for name in response["Vary"].split(",")}


@pytest.mark.parametrize("accepted", ["image/png", "application/json;q=0", "application/json; charset=iso-8859-1"])
def test_client_that_takes_no_json_is_refused(post, accepted):
    assert post({"query": QUERY}, accept=accepted).status_code == 406


@pytest.mark.parametrize(
    "document", ["{", "{ unknown }", "query ($n: Int!) { locales { code } a: goals(locale: fi) { number } }"]
)
def test_document_that_cannot_be_executed_is_a_400_for_those_who_ask_for_the_media_type_of_graphql(post, document):
    for accepted, status in ((GRAPHQL_RESPONSE, 400), ("application/json", 200)):
        response = post({"query": document}, accept=accepted)
        assert response.status_code == status
        assert response.json().keys() == {"errors"}


def test_field_that_fails_leaves_the_rest_of_the_answer(post):
    query = "{ cases(locale: en, first: 1000) { totalCount } }"
    response = post({"query": query}, accept=GRAPHQL_RESPONSE)
    assert response.status_code == 200
    assert response.json()["data"] is None
    assert response.json()["errors"][0]["path"] == ["cases"]


def test_operation_among_several_must_be_named(post):
    [error] = post({"query": "query One { locales { code } } query Two { locales { tag } }"}).json()["errors"]
    assert "operationName" in error["message"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


@pytest.mark.parametrize("content_type", ["", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"])
def test_other_content_types_are_refused(post, content_type):
    assert post({"query": QUERY}, content_type).status_code == 415


def test_request_that_is_too_long_is_refused(post):
    response = post("x" * 3_000_000)
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}


@pytest.mark.parametrize("parameters", [{}, {"query": QUERY, "variables": "{"}, {"query": QUERY, "variables": "5"}])
def test_get_without_a_proper_query_is_refused(client, settings, parameters):
    settings.GRAPHIQL = False
    response = client.get("/graphql/", parameters)
    assert (response.status_code, response["Content-Type"]) == (400, JSON)


def test_graphiql_is_for_development_only(client, settings):
    for enabled, status in ((True, 200), (False, 400)):
        settings.GRAPHIQL = enabled
        response = client.get("/graphql/", headers={"accept": "text/html"})
        assert response.status_code == status
        assert (b"graphiql" in response.content.lower()) is enabled


def test_unknown_mutations_are_refused(post):
    [error] = post({"query": "mutation { publishPage }"}).json()["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


def test_any_origin_may_read_without_credentials(post):
    response = post({"query": QUERY}, origin="https://frontend.example")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Expose-Headers"] == "ETag, Retry-After"
    assert "Access-Control-Allow-Credentials" not in response


def test_browsers_may_ask_whether_they_may_post(client):
    headers = {
        "origin": "https://frontend.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    response = client.options("/graphql/", headers=headers)
    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "content-type" in response["Access-Control-Allow-Headers"]


def test_admin_is_not_for_other_origins(client):
    response = client.get("/admin/login/", headers={"origin": "https://frontend.example"})
    assert "Access-Control-Allow-Origin" not in response


def test_no_csrf_token_is_needed_and_no_cookie_is_set_or_read(django_user_model):
    strict = Client(enforce_csrf_checks=True)
    user = django_user_model.objects.create_superuser("root", password="root")
    strict.force_login(user)
    response = strict.post("/graphql/", {"query": QUERY}, content_type="application/json")
    assert response.json() == LOCALES
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("cookies", [{"csrftoken": "worn out"}, {"sessionid": "unknown", "messages": "none"}])
@pytest.mark.parametrize("address", ["/graphql/", "/graphql"])
def test_cookies_of_the_admin_change_nothing(cookies, address):
    """Whoever has logged in on this host brings them along, and a shared cache has one answer for all."""
    plain, visitor = Client(), Client()
    visitor.cookies.load(cookies)
    asked = {"data": {"query": QUERY}, "content_type": "application/json", "headers": {"origin": "https://a.example"}}
    with_none, with_some = plain.post(address, **asked), visitor.post(address, **asked)
    assert with_some.content == with_none.content
    assert not with_some.cookies
    assert dict(with_some.headers) == dict(with_none.headers)


def test_answer_has_the_headers_that_protect_whoever_reads_it(post):
    response = post({"query": QUERY})
    assert dict(response.items()) == {
        "Content-Type": JSON,
        "Vary": "Accept, Origin, Authorization",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Content-Length": str(len(response.content)),
    }


@pytest.mark.parametrize("address", ["/graphql/", "/graphql"])
def test_host_that_is_not_ours_is_refused_in_json(client, settings, address):
    settings.ALLOWED_HOSTS = ["ours.example"]
    asked = {"data": {"query": QUERY}, "content_type": "application/json"}
    refused = client.post(address, **asked, headers={"host": "theirs.example"})
    assert (refused.status_code, refused["Content-Type"]) == (400, JSON)
    assert client.post(address, **asked, headers={"host": "ours.example"}).json() == LOCALES


@pytest.mark.parametrize("address", ["/graphql/", "/graphql"])
def test_fault_outside_of_any_field_is_logged_and_told_in_json(client, address, monkeypatch, caplog):
    def fail(*_):
        raise RuntimeError("the password is 1234")

    monkeypatch.setattr("api.http.documents.document_of", fail)
    client.raise_request_exception = False
    response = client.post(address, {"query": QUERY}, "application/json")
    [error] = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (500, "INTERNAL_SERVER_ERROR")
    assert "1234" not in response.content.decode()
    assert "the password is 1234" in caplog.text


def test_outage_outside_of_any_field_is_told_too(client, monkeypatch):
    def fail(*_):
        raise OperationalError("no connection")

    monkeypatch.setattr("api.http.documents.document_of", fail)
    response = client.post("/graphql/", {"query": QUERY}, "application/json")
    [error] = response.json()["errors"]
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert error["extensions"] == {"code": "UNAVAILABLE"}


def test_introspection_describes_the_schema(post):
    answer = post({"query": get_introspection_query(descriptions=True)}).json()
    described = build_client_schema(answer["data"])
    assert described.type_map.keys() == build_schema(schema.as_str()).type_map.keys()


def test_syntax_error_has_its_code(post):
    [error] = post({"query": "{ locales { code }"}).json()["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_PARSE_FAILED"


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ locales { nothing } }", {}),
        ("{ cases(locale: xx) { totalCount } }", {}),
        ("query ($l: LocaleCode!) { cases(locale: $l) { totalCount } }", {"l": "xx"}),
        ("query ($l: LocaleCode!) { cases(locale: $l) { totalCount } }", {}),
        ("{ cases { totalCount } }", {}),
        ("{ cases(locale: en, first: 99999999999) { totalCount } }", {}),
        ("{ ...Nothing }", {}),
    ],
)
def test_what_the_schema_does_not_allow_is_a_validation_error(post, query, variables):
    response = post({"query": query, "variables": variables})
    assert response.status_code == 200
    [error] = response.json()["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    assert "data" not in response.json()


@pytest.fixture
def broken(monkeypatch):
    def fail(*_):
        raise RuntimeError("the password is 1234")

    monkeypatch.setattr("api.queries.make_locales", fail)


def test_internal_error_is_masked_and_logged(post, broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = post({"query": QUERY})
    assert response.status_code == 200
    assert response.json() == {
        "data": None,
        "errors": [
            {
                "message": "Something went wrong. It has been logged.",
                "locations": [{"line": 1, "column": 3}],
                "path": ["locales"],
                "extensions": {"code": "INTERNAL_SERVER_ERROR"},
            }
        ],
    }
    [record] = caplog.records
    assert record.exc_info[1].args == ("the password is 1234",)


def test_answer_that_takes_too_long_is_given_up(post, monkeypatch):
    def sleep(*_):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 20")
            cursor.execute("SELECT pg_sleep(20)")

    monkeypatch.setattr("api.queries.make_locales", sleep)
    [error] = post({"query": QUERY}).json()["errors"]
    assert (error["message"], error["extensions"]) == ("The answer took too long. Ask for less.", {"code": "TIMEOUT"})


def test_clients_mistakes_are_not_logged_as_errors(post, caplog):
    with caplog.at_level(logging.WARNING, logger="api"), caplog.at_level(logging.WARNING, logger="strawberry"):
        post({"query": "{ nothing }"})
        post({"query": "{ cases(locale: en, first: -1) { totalCount } }"})
    assert not caplog.records


def test_internal_error_of_one_field_leaves_the_others(post, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("api.queries.home_page", fail)
    answer = post({"query": "{ home(locale: en) { id } locales { code } }"}).json()
    assert answer["data"] == {"home": None, **LOCALES["data"]}
    assert answer["errors"][0]["path"] == ["home"]


PATHS = [
    "\x00",
    "/en/\x00/",
    "/en/%00/",
    "/en/\ud800/",
    "/en/" + "a" * 10_000 + "/",
    "/en/" + "a/" * 5_000,
    "/en/%",
    "é" * 999,
]


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_strange_path_is_not_found(post, path):
    query = "query ($path: String!) { page(path: $path) { id } route(path: $path) { ... on NotFoundRoute { path } } }"
    response = post({"query": query, "variables": {"path": path}})
    assert response.status_code == 200
    assert response.json() == {"data": {"page": None, "route": {"path": path}}}
