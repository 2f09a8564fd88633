"""The only home of what a reader gets of a case that has everything."""

from api.reading.identity import make_id
from cms.blocks import BodyBlock

FACTS = """
query ($path: String!) { page(path: $path) { ... on CasePage {
  status startDate endDate technologyReadinessLevel
  leadImage { alt altLang } cardImage { alt altLang }
  priorities { code label title locale } focusAreas { code name text lang }
  goals { number title color textColor lang } municipalities { code name } locations { latitude longitude }
  partners { role organisation { id translationKey name lang website sector logo { alt } } }
  contacts { id name jobTitle email phone responsibilities lang image { alt altLang } }
  keyFigures { value number unit caption asOf sourceUrl lang }
  funding { programme amount currency projectCode statement }
  links { title url } related { title }
} } }
"""
PAGE = """
query ($path: String!) { page(path: $path) {
  __typename id translationKey title slug path url requestedLocale locale isFallback ingress
  translations { locale title path url state } languageLinks { locale path isFallback }
  breadcrumbs { title path url locale isFallback } parent { title path } children { title }
} }
"""
ORIGIN = "http://localhost:8001"


def test_facts_of_a_case(ask, site):
    organisation, person = site.organisation.translation_key, site.person.translation_key
    assert ask(FACTS, path="/en/cases/storage/")["page"] == {
        "status": "ongoing",
        "startDate": "2023",
        "endDate": "2026-05-17",
        "technologyReadinessLevel": 8,
        "leadImage": {"alt": "A cavern", "altLang": "en"},
        "cardImage": {"alt": "A rock", "altLang": "en"},
        "priorities": [
            {"code": "climate-neutrality", "label": "Climate", "title": "Climate neutrality", "locale": "en"},
            {"code": "cleantech", "label": "Cleantech", "title": "Cleantech", "locale": "en"},
        ],
        "focusAreas": [{"code": "heat", "name": "Heat", "text": "Warm homes", "lang": "en"}],
        "goals": [
            {"number": 13, "title": "Climate action", "color": "#3F7E44", "textColor": "#ffffff", "lang": "en"},
            {
                "number": 7,
                "title": "Affordable and clean energy",
                "color": "#FCC30B",
                "textColor": "#000000",
                "lang": "en",
            },
        ],
        "municipalities": [{"code": "092", "name": "Vantaa"}, {"code": "018", "name": "Askola"}],
        "locations": [{"latitude": 60.25, "longitude": 25.04}],
        "partners": [
            {
                "role": "lead",
                "organisation": {
                    "id": make_id("Organisation", "en", str(organisation)),
                    "translationKey": str(organisation),
                    "name": "Acme",
                    "lang": "en",
                    "website": "https://acme.example/",
                    "sector": "company",
                    "logo": {"alt": "A picture"},
                },
            }
        ],
        "contacts": [
            {
                "id": make_id("Person", "en", str(person)),
                "name": "Ada",
                "jobTitle": "Adviser",
                "email": "ada@example.org",
                "phone": "+358 9 1",
                "responsibilities": "Energy",
                "lang": "en",
                "image": {"alt": "A picture", "altLang": "en"},
            }
        ],
        "keyFigures": [
            {
                "value": "1,100.5",
                "number": 1100.5,
                "unit": "GWh",
                "caption": "of heat",
                "asOf": "2024",
                "sourceUrl": "https://example.org/",
                "lang": "en",
            }
        ],
        "funding": [
            {
                "programme": "ERDF",
                "amount": "1500.50",
                "currency": "EUR",
                "projectCode": "A1",
                "statement": "Funded.",
            }
        ],
        "links": [{"title": "Project", "url": "https://example.org/project"}],
        "related": [{"title": "Bikes"}],
    }


def test_texts_of_a_translated_case_are_in_its_language_and_facts_are_the_same(ask, site):
    case = ask(FACTS, path="/fi/cases-fi/storage-fi/")["page"]
    assert case["status"] == "ongoing"
    assert case["leadImage"] == {"alt": "A cavern [fi]", "altLang": "fi"}
    assert [priority["title"] for priority in case["priorities"]] == ["Climate neutrality [fi]", "Cleantech"]
    assert [priority["locale"] for priority in case["priorities"]] == ["fi", "en"]
    assert [priority["code"] for priority in case["priorities"]] == ["climate-neutrality", "cleantech"]
    assert case["focusAreas"] == [{"code": "heat", "name": "Heat [fi]", "text": "Warm homes [fi]", "lang": "fi"}]
    assert [(goal["number"], goal["title"], goal["lang"]) for goal in case["goals"]] == [
        (13, "Ilmastotekoja", "fi"),
        (7, "Edullista ja puhdasta energiaa", "fi"),
    ]
    assert case["partners"][0]["organisation"]["name"] == "Acme [fi]"
    assert case["contacts"][0]["jobTitle"] == "Adviser [fi]"
    assert case["contacts"][0]["image"] == {"alt": "Kuva", "altLang": "fi"}
    assert case["keyFigures"][0]["caption"] == "of heat [fi]"
    assert case["keyFigures"][0]["asOf"] == "2024"
    assert case["funding"][0]["amount"] == "1500.50"
    assert case["related"] == [{"title": "Bikes"}]


def test_what_every_page_has(ask, site):
    key = str(site.case.translation_key)
    assert ask(PAGE, path="/en/cases/storage/")["page"] == {
        "__typename": "CasePage",
        "id": make_id("CasePage", "en", key),
        "translationKey": key,
        "title": "Storage",
        "slug": "storage",
        "path": "/en/cases/storage/",
        "url": f"{ORIGIN}/en/cases/storage/",
        "requestedLocale": "en",
        "locale": "en",
        "isFallback": False,
        "ingress": "Heat for later",
        "translations": [
            {
                "locale": "en",
                "title": "Storage",
                "path": "/en/cases/storage/",
                "url": f"{ORIGIN}/en/cases/storage/",
                "state": "current",
            },
            {
                "locale": "fi",
                "title": "Storage [fi]",
                "path": "/fi/cases-fi/storage-fi/",
                "url": f"{ORIGIN}/fi/cases-fi/storage-fi/",
                "state": "current",
            },
        ],
        "languageLinks": [
            {"locale": "en", "path": "/en/cases/storage/", "isFallback": False},
            {"locale": "fi", "path": "/fi/cases-fi/storage-fi/", "isFallback": False},
            {"locale": "sv", "path": "/sv/cases/storage/", "isFallback": True},
        ],
        "breadcrumbs": [
            {"title": "Home", "path": "/en/", "url": f"{ORIGIN}/en/", "locale": "en", "isFallback": False},
            {
                "title": "Cases",
                "path": "/en/cases/",
                "url": f"{ORIGIN}/en/cases/",
                "locale": "en",
                "isFallback": False,
            },
        ],
        "parent": {"title": "Cases", "path": "/en/cases/"},
        "children": [],
    }


def test_fallback_is_read_inside_the_readers_own_site(ask, site):
    key = str(site.case.translation_key)
    page = ask(PAGE, path="/sv/cases/storage/")["page"]
    assert page["id"] == make_id("CasePage", "sv", key)
    assert (page["title"], page["path"]) == ("Storage", "/sv/cases/storage/")
    assert (page["requestedLocale"], page["locale"], page["isFallback"]) == ("sv", "en", True)
    assert [(link["title"], link["path"], link["isFallback"]) for link in page["breadcrumbs"]] == [
        ("Home [sv]", "/sv/", False),
        ("Cases", "/sv/cases/", True),
    ]


def test_references_of_a_fallback_are_in_the_readers_language_where_they_exist_in_it(ask, site):
    case = ask(FACTS, path="/sv/cases/storage/")["page"]
    assert [(priority["title"], priority["locale"]) for priority in case["priorities"]] == [
        ("Climate neutrality [sv]", "sv"),
        ("Cleantech", "en"),
    ]
    assert case["focusAreas"][0]["name"] == "Heat [sv]"
    assert case["goals"][0]["lang"] == "sv"
    assert [municipality["name"] for municipality in case["municipalities"]] == ["Vanda", "Askola"]
    assert case["contacts"][0]["lang"] == "en"
    assert case["leadImage"] == {"alt": "A cavern", "altLang": "en"}


def test_ids_differ_between_languages_and_block_keys_do_not(ask, site):
    query = "query ($path: String!) { page(path: $path) { id ... on CasePage { body { id blockKey } } } }"
    paths = ["/en/cases/storage/", "/fi/cases-fi/storage-fi/", "/sv/cases/storage/"]
    pages = [ask(query, path=path)["page"] for path in paths]
    ids = [page["id"] for page in pages] + [block["id"] for page in pages for block in page["body"]]
    assert len(set(ids)) == len(ids)
    [keys] = {tuple(block["blockKey"] for block in page["body"]) for page in pages}
    assert len(set(keys)) == len(BodyBlock().child_blocks)


def test_case_without_anything_has_empty_lists_and_null(ask, site):
    assert ask(FACTS, path="/en/cases/bikes/")["page"] == {
        "status": "ongoing",
        "startDate": None,
        "endDate": None,
        "technologyReadinessLevel": None,
        "leadImage": None,
        "cardImage": None,
        "priorities": [],
        "focusAreas": [],
        "goals": [],
        "municipalities": [],
        "locations": [],
        "partners": [],
        "contacts": [],
        "keyFigures": [],
        "funding": [],
        "links": [],
        "related": [],
    }
