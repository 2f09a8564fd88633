"""The only home of what every public address says to every method: an answer, or which methods it answers."""

import json

import pytest
from django.test import Client

from cms.media.serving import filter_spec, rendition_path
from tests.factories import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY", "X"]
READ = {"GET", "HEAD"}
ENDPOINTS = ["/graphql", "/graphql/"]
FILES = ["/robots.txt", "/sitemap.xml", "/sitemap-1.xml", "/feeds/en.atom", "/feeds/sv.atom", "/health", "/health/"]
QUERY = {"query": "{ locales { code } }"}


@pytest.fixture
def browser(settings) -> Client:
    """Whatever goes wrong is an answer, as it is for everyone outside."""
    settings.GRAPHIQL = False
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture
def addresses(home, settings, tmp_path) -> list[str]:
    # Files are sent from where they are, and the tests' are in memory.
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    settings.MEDIA_ROOT = tmp_path
    picture = rendition_path(ImageFactory(), filter_spec(200, "original", "webp"))
    return [*FILES, picture, DocumentFactory().url]


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("method", METHODS)
def test_file_is_read_and_nothing_else_is_done_with_it(browser, addresses, settings, method, debug):
    settings.DEBUG = debug
    for address in addresses:
        response = browser.generic(method, address)
        assert response.status_code == (200 if method in READ else 405), address
        assert method in READ or response["Allow"] == "GET, HEAD", address


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", ENDPOINTS)
def test_endpoint_answers_documents_and_says_in_json_what_else_it_answers(browser, settings, address, method, debug):
    settings.DEBUG = debug
    response = browser.generic(method, address, json.dumps(QUERY), "application/json")
    expected = {"POST": 200, "OPTIONS": 204, "GET": 400, "HEAD": 400}  # nothing is asked in the address
    assert response.status_code == expected.get(method, 405)
    assert method in {"GET", "HEAD", "POST"} or response["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert method in {"HEAD", "OPTIONS"} or response["Content-Type"] == "application/json; charset=utf-8"


MANY = "9" * 5_000  # digits, which Python does not even read
STRANGE = [
    f"/documents/{MANY}/x.pdf",
    f"/documents/{MANY[:30]}/x.pdf",
    "/documents/٣/x.pdf",
    "/documents/1/%00",
    "/documents/1/",
    f"/documents/authenticate_with_password/{MANY}/",
    f"/documents/authenticate_with_password/{MANY[:30]}/",
    f"/sitemap-{MANY}.xml",
    f"/sitemap-{MANY[:30]}.xml",
    "/sitemap-0.xml",
    "/sitemap--1.xml",
    f"/feeds/{MANY}.atom",
    "/feeds/%00.atom",
    "/feeds/en%2F.atom",
    "/feeds/%F0%9F%8F%97.atom",
    "/robots.txt/",
    "//robots.txt",
    f"/media/images/{MANY}/x/y/z.webp",
    "/media/../robots.txt",
    "/%00",
    "/%FF",
    f"/{MANY}",
    f"/?{MANY}={MANY}",
    f"/admin/pages/{MANY}/",
    f"/admin/login/?next={MANY}",
    "/admin/login/?next=%00",
    f"/graphql/?query={MANY}",
    f"/graphql/?variables={MANY}&query=" + "%7Blocales%7Bcode%7D%7D",
    f"/graphql/?documentId={MANY}",
    "/graphql/?query=%00%FF",
]


@pytest.mark.parametrize("address", STRANGE, ids=range(len(STRANGE)))
def test_no_address_makes_a_fault_of_ours(browser, home, address):
    for ask in (browser.get, browser.head):
        assert ask(address).status_code < 500


@pytest.mark.parametrize("address", ENDPOINTS)
def test_head_is_get_without_what_it_says(browser, address):
    got, headed = browser.get(address, QUERY), browser.head(address, QUERY)
    assert got.json() == {"data": {"locales": [{"code": "en"}, {"code": "fi"}, {"code": "sv"}]}}
    assert headed.content == b""
    assert (headed.status_code, headed.headers) == (200, got.headers)


@pytest.mark.parametrize("address", ENDPOINTS)
def test_mutation_by_get_is_told_to_be_posted(browser, address):
    for ask in (browser.get, browser.head):
        response = ask(address, {"query": 'mutation { unlockPage(path: "/en/", password: "x") { __typename } }'})
        assert (response.status_code, response["Allow"]) == (405, "OPTIONS, POST")


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("address", [*ENDPOINTS, "/graphql/nothing", "/graphql//"])
@pytest.mark.parametrize("host", ["evil.example", "a b", "testserver:99999999", ""])
def test_refusal_of_any_other_part_of_the_server_is_json_at_the_endpoint(browser, settings, address, host, debug):
    settings.DEBUG = debug
    settings.ALLOWED_HOSTS = ["testserver"]
    response = browser.post(address, QUERY, "application/json", headers={"host": host, "origin": "https://a.example"})
    assert response.status_code in {200, 400, 404}
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_fault_of_ours_is_json_at_the_endpoint_and_tells_nothing(browser, settings, monkeypatch):
    def fail(*_):
        raise RuntimeError("the password is 1234")

    monkeypatch.setattr("api.views.GraphQLView.get_context", fail)
    for debug in (False, True):
        settings.DEBUG = debug
        response = browser.post("/graphql", QUERY, "application/json")
        assert response.status_code == 500
        [error] = response.json()["errors"]
        assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR"}
        assert "1234" not in str(error)


ASKED_BY = {
    "sentry": "sentry-trace,baggage,content-type",
    "opentelemetry": "traceparent,tracestate,baggage",
    "apollo": "apollographql-client-name,apollographql-client-version,apollo-require-preflight,x-apollo-operation-name",
    "preview": "authorization,content-type,if-none-match",
}


@pytest.mark.parametrize("address", ENDPOINTS)
@pytest.mark.parametrize("headers", ASKED_BY.values(), ids=ASKED_BY)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_browser_may_send_the_headers_of_tracing_and_of_clients(browser, address, headers, method):
    asked = {"access-control-request-method": method, "access-control-request-headers": headers}
    response = browser.options(address, headers={"origin": "https://a.example", **asked})
    allowed = {name.strip() for name in response["Access-Control-Allow-Headers"].split(",")}
    assert response["Access-Control-Allow-Origin"] == "*"
    assert set(headers.split(",")) <= allowed
    assert "*" in allowed  # and those of clients that are not known here
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS, POST"


def test_what_is_no_page_has_no_headers_that_protect_pages(browser, home):
    for address in ("/graphql/?query={locales{code}}", "/robots.txt", "/sitemap.xml", "/feeds/en.atom"):
        response = browser.get(address)
        assert not {"Content-Security-Policy", "X-Frame-Options"} & set(response.headers), address
        assert response["X-Content-Type-Options"] == "nosniff"
    assert {"Content-Security-Policy", "X-Frame-Options"} <= set(browser.get("/admin/login/").headers)


@pytest.mark.parametrize(
    "accept", ["*; q=.2", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "", "x", "image/png"]
)
def test_whoever_asks_for_the_health_is_told(browser, home, accept):
    response = browser.get("/health/", headers={"accept": accept})
    assert response.status_code == 200
    assert "OK" in response.content.decode()
