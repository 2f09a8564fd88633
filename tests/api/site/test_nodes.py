"""The only home of what an id leads to: the same thing for the same reader, or nothing."""

import uuid
from base64 import urlsafe_b64encode

import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from api.reading.identity import make_id
from cases.models import Organisation, Person
from tests.api.everything import TYPES, everything
from tests.factories import ContentPageFactory, HomePageFactory, PersonFactory, publish, translate

NODE = """query ($id: ID!) { node(id: $id) { __typename id
  ... on Page { title locale requestedLocale isFallback path url }
  ... on Person { name lang } ... on Organisation { name lang }
} }"""
NODE_TYPES = {name for name, of in TYPES.items() if any(i.name == "Node" for i in getattr(of, "interfaces", []))}
PAGE_ID = '{ page(path: "/fi/cases-fi/storage-fi/") { id } }'


def nodes_in(answer):
    """Every object of a Node type that an answer has."""
    if isinstance(answer, list):
        return [node for child in answer for node in nodes_in(child)]
    if not isinstance(answer, dict):
        return []
    below = [node for child in answer.values() for node in nodes_in(child)]
    return [answer, *below] if answer.get("__typename") in NODE_TYPES and "id" in answer else below


def with_type_names(selection):
    return selection.replace(" id ", " __typename id ")


@pytest.mark.parametrize("locale", ["en", "fi", "sv"])
def test_every_id_of_an_answer_leads_to_what_has_it(ask, site, locale):
    queries = [
        f"strategies(locale: {locale}) {everything('StrategyPage')}",
        f"strategies(locale: {locale}) {{ priorities {everything('PriorityPage')} }}",
        f"home(locale: {locale}) {everything('HomePage')}",
        f"cases(locale: {locale}) {{ nodes {everything('CasePage')} }}",
        f"articles(locale: {locale}) {{ nodes {everything('ArticlePage')} }}",
    ]
    found = [node for query in queries for node in nodes_in(ask(f"{{ {with_type_names(query)} }}"))]
    assert {node["__typename"] for node in found} >= {"HomePage", "CasePage", "PriorityPage", "Person", "Organisation"}
    for node in found:
        again = ask(NODE, id=node["id"])["node"]
        assert {name: again[name] for name in again.keys() & node.keys()} == {
            name: node[name] for name in again.keys() & node.keys()
        }


def test_fallbacks_id_leads_to_the_fallback_until_the_translation_is_published(ask, site):
    [node] = ask("{ cases(locale: sv, filter: {goals: [13]}) { nodes { id } } }")["cases"]["nodes"]
    assert ask(NODE, id=node["id"])["node"] == {
        "__typename": "CasePage",
        "id": node["id"],
        "title": "Storage",
        "locale": "en",
        "requestedLocale": "sv",
        "isFallback": True,
        "path": "/sv/cases/storage/",
        "url": f"{settings.FRONTEND_ORIGIN}/sv/cases/storage/",
    }
    for page in (site.case.get_parent().specific, site.case):
        translate(page, "sv")
    translated = ask(NODE, id=node["id"])["node"]
    assert (translated["id"], translated["title"], translated["isFallback"]) == (node["id"], "Storage [sv]", False)


def test_page_that_is_not_public_has_no_node(ask, site):
    page_id = ask(PAGE_ID)["page"]["id"]
    assert ask(NODE, id=page_id)["node"]
    PageViewRestriction.objects.create(page=site.case, restriction_type="login")
    assert ask(NODE, id=page_id) == {"node": None}


def test_translation_that_is_taken_offline_leaves_its_fallback(ask, site):
    page_id = ask(PAGE_ID)["page"]["id"]
    Page.objects.filter(locale__language_code="fi", translation_key=site.case.translation_key).update(live=False)
    assert ask(NODE, id=page_id)["node"]["isFallback"] is True
    Page.objects.filter(translation_key=site.case.translation_key).update(live=False)
    assert ask(NODE, id=page_id) == {"node": None}


def test_person_on_no_page_is_a_node_while_live(ask, site):
    person = PersonFactory(name="Grace")
    person_id = make_id("Person", "fi", str(person.translation_key))
    assert ask(NODE, id=person_id)["node"] == {"__typename": "Person", "id": person_id, "name": "Grace", "lang": "en"}
    Person.objects.filter(pk=person.pk).update(expire_at=timezone.now())
    assert ask(NODE, id=person_id) == {"node": None}
    Person.objects.filter(pk=person.pk).update(expire_at=None, live=False)
    assert ask(NODE, id=person_id) == {"node": None}


def test_organisation_that_is_not_live_is_no_node(ask, site):
    organisation_id = make_id("Organisation", "sv", str(site.organisation.translation_key))
    assert ask(NODE, id=organisation_id)["node"]["name"] == "Acme"
    Organisation.objects.update(live=False)
    assert ask(NODE, id=organisation_id) == {"node": None}


def test_page_of_another_site_is_read_on_that_site(ask, site, client):
    home = publish(HomePageFactory(title="Other home"))
    Site.objects.create(hostname="other.example", port=8443, root_page=home)
    page = publish(ContentPageFactory(parent=home, title="Other"))
    found = ask(f'{{ page(path: "/en/{page.slug}/", site: "other.example") {{ id }} }}')["page"]
    answer = ask(NODE, id=found["id"])["node"]
    assert (answer["id"], answer["url"]) == (found["id"], f"http://other.example:8443/en/{page.slug}/")
    assert ask(NODE, id=make_id("ContentPage", "en", str(page.translation_key))) == {"node": None}
    own = make_id("CasePage", "en", str(site.case.translation_key))
    asked_there = client.get(
        "/graphql/", {"query": f'{{ node(id: "{own}") {{ id }} }}'}, headers={"origin": "http://other.example:8443"}
    )
    assert asked_there.json()["data"] == {"node": {"id": own}}
    assert ask(NODE, id=make_id("CasePage", "en", str(site.case.translation_key), "http://other.example:8443")) == {
        "node": None
    }
    assert ask(NODE, id=make_id("CasePage", "en", str(site.case.translation_key), "http://nowhere.example")) == {
        "node": None
    }


def test_what_is_no_id_leads_nowhere(ask, site):
    key = str(site.case.translation_key)
    real = ask(PAGE_ID)["page"]["id"]
    [block, *_] = ask('{ page(path: "/en/cases/storage/") { ... on CasePage { body { id } } } }')["page"]["body"]
    garbage = [
        "", " ", "x", "=", "é", "\x00", "\ud800", "😀", "a" * 10_000, real + "=", f" {real}", real[:-1], block["id"],
        make_id("", "", ""), make_id("CasePage", "en", "1"), make_id("CasePage", "de", key), make_id("CasePage", "", key),
        make_id("ArticlePage", "en", key), make_id("Goal", "en", "13"), make_id("Image", "en", key),
        make_id("Person", "en", key), make_id("CasePage", "en", key.upper()), make_id("CasePage", "en", key, ""),
        make_id("CasePage", "en", key, "http://["), make_id("CasePage", "en", key, "\x00"), make_id("CasePage", "en", "\x00"),
        make_id("CasePage", "en", str(uuid.uuid4())), make_id("Page", "en", key), make_id("PageRoute", "en", key),
        make_id("Person", "en", str(site.person.translation_key), "http://testserver"),
        urlsafe_b64encode(b"\xff\xfe:en:1").decode(),
    ]  # fmt: skip
    assert [text for text in garbage if ask(NODE, id=text)["node"]] == []
