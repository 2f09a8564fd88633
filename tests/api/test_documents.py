"""The only home of which documents are answered: by their text, by a hash, of the manifest or remembered."""

import json
from hashlib import sha256

import pytest
from django.core.cache import caches

from api.http.documents import LONGEST_REMEMBERED

pytestmark = pytest.mark.django_db

GRAPHQL_RESPONSE = "application/graphql-response+json"
TRUSTED = "query codes { locales { code } }"
OTHER = "query tags { locales { tag } }"
CODES = {"data": {"locales": [{"code": "en"}, {"code": "fi"}, {"code": "sv"}]}}
TAGS = {"data": {"locales": [{"tag": "en"}, {"tag": "fi"}, {"tag": "sv"}]}}


def hash_of(document):
    return sha256(document.encode()).hexdigest()


def persisted(key, **members):
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": key}}, **members}


@pytest.fixture(autouse=True)
def manifest(settings, tmp_path):
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps({hash_of(TRUSTED): TRUSTED}))
    settings.TRUSTED_DOCUMENTS_MANIFEST = path
    caches["documents"].clear()
    return path


@pytest.fixture
def post(client):
    def send(body, **headers):
        return client.post("/graphql/", json.dumps(body), content_type="application/json", headers=headers)

    return send


@pytest.fixture
def get(client):
    def send(parameters, **headers):
        sent = {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
        return client.get("/graphql/", sent, headers=headers)

    return send


def refusal(response):
    assert response.json().keys() == {"errors"}
    [error] = response.json()["errors"]
    return error["extensions"]["code"]


@pytest.mark.parametrize("mode", ["only", "prefer"])
@pytest.mark.parametrize(
    "request_",
    [
        persisted(hash_of(TRUSTED)),
        persisted(hash_of(TRUSTED).upper()),
        persisted(hash_of(TRUSTED), query=TRUSTED),
        {"documentId": f"sha256:{hash_of(TRUSTED)}"},
        {"documentId": hash_of(TRUSTED)},
        {"query": TRUSTED},
    ],
)
def test_document_of_the_manifest_is_answered(settings, post, get, mode, request_):
    settings.TRUSTED_DOCUMENTS = mode
    assert post(request_).json() == get(request_).json() == CODES


def test_variables_come_with_a_hash_as_with_a_document(settings, manifest, post, get):
    document = "query goals($locale: LocaleCode!) { goals(locale: $locale) { number } }"
    manifest = manifest.with_name("other.json")
    manifest.write_text(json.dumps({hash_of(document): document}))
    settings.TRUSTED_DOCUMENTS_MANIFEST = manifest
    sent = persisted(hash_of(document), variables={"locale": "fi"})
    assert len(post(sent).json()["data"]["goals"]) == len(get(sent).json()["data"]["goals"]) == 17


@pytest.mark.parametrize(
    "request_",
    [
        {"query": OTHER},
        {"query": TRUSTED + " "},
        {"query": "{ __schema { types { name } } }"},
        {"query": "{"},
        {"documentId": hash_of(OTHER)},
        {"documentId": "goals"},
        persisted(hash_of(OTHER)),
        persisted(hash_of(OTHER), query=OTHER),
    ],
)
def test_only_documents_of_the_manifest_are_answered(settings, post, get, request_):
    settings.TRUSTED_DOCUMENTS = "only"
    for response in (post(request_), get(request_)):
        assert (response.status_code, refusal(response)) == (200, "DOCUMENT_NOT_TRUSTED")
    assert post(request_, accept=GRAPHQL_RESPONSE).status_code == 400


@pytest.mark.parametrize("mode", ["only", "prefer", "off"])
@pytest.mark.parametrize(
    "request_",
    [
        {"documentId": "\ud800"},
        {"query": f"{OTHER} # \ud800"},
        persisted("\ud800"),
        persisted("\ud800", query=f"{OTHER} # \ud800"),
        persisted(hash_of(OTHER), query=f"{OTHER} # \ud800"),
    ],
)
def test_half_of_a_surrogate_pair_is_in_no_document(settings, post, mode, request_):
    settings.TRUSTED_DOCUMENTS = mode
    response = post(request_)
    assert (response.status_code, len(response.json()["errors"])) == (200, 1)


def test_only_remembers_nothing(settings, post):
    settings.TRUSTED_DOCUMENTS = "prefer"
    post(persisted(hash_of(OTHER), query=OTHER))
    settings.TRUSTED_DOCUMENTS = "only"
    assert refusal(post(persisted(hash_of(OTHER)))) == "DOCUMENT_NOT_TRUSTED"


def test_hash_that_is_known_nowhere_is_apollos_error(post, get):
    for response in (post(persisted(hash_of(OTHER))), get(persisted(hash_of(OTHER)), accept=GRAPHQL_RESPONSE)):
        assert response.status_code == 200
        error = {"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}
        assert response.json() == {"errors": [error]}


def test_document_sent_with_its_hash_is_remembered(post, get):
    assert post(persisted(hash_of(OTHER), query=OTHER)).json() == TAGS
    assert post(persisted(hash_of(OTHER))).json() == get(persisted(hash_of(OTHER))).json() == TAGS


def test_document_sent_without_its_hash_is_not_remembered(post):
    assert post({"query": OTHER}).json() == TAGS
    assert refusal(post(persisted(hash_of(OTHER)))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize("mode", ["only", "prefer"])
def test_hash_of_another_document_is_refused_and_not_remembered(settings, post, mode):
    settings.TRUSTED_DOCUMENTS = mode
    assert refusal(post(persisted(hash_of(OTHER), query=TRUSTED))) == "PERSISTED_QUERY_HASH_MISMATCH"
    settings.TRUSTED_DOCUMENTS = "prefer"
    assert refusal(post(persisted(hash_of(OTHER)))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "document",
    ["{", "{ unknown }", "{ " + "a " * 4001 + "}", f"{{ locales {{ code }} }} #{'x' * LONGEST_REMEMBERED}"],
)
def test_document_that_is_invalid_or_too_long_is_not_remembered(post, document):
    assert post(persisted(hash_of(document), query=document)).status_code == 200
    assert refusal(post(persisted(hash_of(document)))) == "PERSISTED_QUERY_NOT_FOUND"


def test_store_is_bounded(settings, post):
    most = settings.CACHES["documents"]["OPTIONS"]["MAX_ENTRIES"]
    for number in range(most + 10):
        caches["documents"].add(str(number), "{ locales { code } }")
    post(persisted(hash_of(OTHER), query=OTHER))
    known = sum(caches["documents"].has_key(str(number)) for number in range(most + 10))
    assert known < most
    assert post(persisted(hash_of(OTHER))).json() == TAGS


def test_off_answers_documents_and_refuses_hashes(settings, post, get):
    settings.TRUSTED_DOCUMENTS = "off"
    assert post({"query": OTHER}).json() == TAGS
    for request_ in (persisted(hash_of(TRUSTED)), persisted(hash_of(TRUSTED), query=TRUSTED)):
        for response in (post(request_), get(request_, accept=GRAPHQL_RESPONSE)):
            assert response.json()["errors"][0]["message"] == "PersistedQueryNotSupported"
            assert (response.status_code, refusal(response)) == (200, "PERSISTED_QUERY_NOT_SUPPORTED")


@pytest.mark.parametrize(
    "request_",
    [
        {"extensions": {"persistedQuery": "x"}},
        {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": hash_of(TRUSTED)}}},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 5}}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"extensions": {"other": 1}},
        {"documentId": 5},
        {"documentId": None},
        {"documentId": ""},
        {"variables": {}},
    ],
)
@pytest.mark.parametrize("mode", ["only", "prefer"])
def test_what_names_no_document_is_no_request(settings, post, mode, request_):
    settings.TRUSTED_DOCUMENTS = mode
    response = post(request_)
    assert (response.status_code, refusal(response)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("sent", [{"extensions": "5"}, {"extensions": "{"}, {"extensions": "[]"}])
def test_extensions_that_are_no_object_are_refused(get, sent):
    assert get(sent).status_code == 400


def test_browser_that_asks_by_hash_gets_the_answer_and_not_the_page_to_try_queries_on(settings, get):
    settings.GRAPHIQL = True
    for named in (persisted(hash_of(TRUSTED)), {"documentId": hash_of(TRUSTED)}):
        assert get(named, accept="text/html, */*").json() == CODES
    assert b"<html" in get({}, accept="text/html").content


def test_only_shows_no_page_to_try_queries_on(settings, get):
    settings.GRAPHIQL, settings.TRUSTED_DOCUMENTS = True, "only"
    assert get({}, accept="text/html, application/json").status_code == 400


def test_answer_by_hash_is_revalidated(get):
    first = get(persisted(hash_of(TRUSTED)))
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = get(persisted(hash_of(TRUSTED)), if_none_match=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Vary"] == first["Vary"]
    assert get(persisted(hash_of(TRUSTED)), if_none_match='"other"').json() == CODES


def test_answers_that_differ_have_different_etags(get, post):
    post(persisted(hash_of(OTHER), query=OTHER))
    assert get(persisted(hash_of(TRUSTED)))["ETag"] != get(persisted(hash_of(OTHER)))["ETag"]


def test_answer_to_who_brings_a_token_is_not_kept(get):
    response = get(persisted(hash_of(TRUSTED)), authorization="Bearer token", if_none_match="*")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert "ETag" not in response


def test_preview_is_not_kept(get, post):
    document = 'query { preview(token: "x") { title } }'
    caches["documents"].add(hash_of(hash_of(document)), document)
    response = get(persisted(hash_of(document)))
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_only_what_is_asked_with_get_and_by_hash_has_an_etag(get, post):
    assert "ETag" not in get({"query": TRUSTED})
    assert "ETag" not in post(persisted(hash_of(TRUSTED)))


def test_frontend_of_another_origin_may_ask_whether_an_answer_still_holds(client):
    asked = {
        "origin": "https://www.example.org",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
    }
    response = client.options("/graphql/", headers=asked)
    assert "if-none-match" in response["Access-Control-Allow-Headers"]


def test_mutation_is_not_asked_for_with_get_by_its_hash_either(get):
    document = "mutation { unknown }"
    caches["documents"].add(hash_of(hash_of(document)), document)
    assert get(persisted(hash_of(document))).status_code == 405
