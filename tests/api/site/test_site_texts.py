"""The only home of what a reader gets of the site as a whole: menus, texts, languages, reference data."""

import pytest

from cases.models import Municipality

NAVIGATION = """
query ($locale: LocaleCode!) { navigation(locale: $locale) {
  header { ...Item children { ...Item children { label } } } footer { ...Item }
} }
fragment Item on NavigationItem { label lang page { title path locale isFallback } href }
"""
SETTINGS = """
query ($locale: LocaleCode!) { settings(locale: $locale) {
  lang siteName organisation contactEmail socialLinks { title url } footerText { html } alerts { text }
  accessibilityPage { path } privacyPage { path }
} }
"""


@pytest.mark.parametrize(
    ("locale", "label", "page"),
    [
        ("en", "Examples", {"title": "Storage", "path": "/en/cases/storage/", "locale": "en", "isFallback": False}),
        (
            "fi",
            "Examples [fi]",
            {"title": "Storage [fi]", "path": "/fi/cases-fi/storage-fi/", "locale": "fi", "isFallback": False},
        ),
        ("sv", "Examples [sv]", {"title": "Storage", "path": "/sv/cases/storage/", "locale": "en", "isFallback": True}),
    ],
)
def test_menus_are_in_the_readers_language_and_lead_to_the_readers_versions(ask, site, locale, label, page):
    titled = {"label": page["title"], "lang": page["locale"], "page": page, "href": None}
    region = {"lang": locale, "page": None, "href": "https://region.example/"}
    assert ask(NAVIGATION, locale=locale)["navigation"] == {
        "header": [
            {"label": label, "lang": locale, "page": page, "href": None, "children": [{**titled, "children": []}]}
        ],
        "footer": [titled, {"label": "Region" if locale == "en" else f"Region [{locale}]", **region}],
    }


def test_menus_leave_out_what_is_not_published(ask, site):
    site.case.unpublish()
    assert ask(NAVIGATION, locale="en")["navigation"] == {
        "header": [],
        "footer": [{"label": "Region", "lang": "en", "page": None, "href": "https://region.example/"}],
    }


def test_texts_of_the_site(ask, site):
    assert ask(SETTINGS, locale="sv")["settings"] == {
        "lang": "sv",
        "siteName": "Helsinki Smart Region [sv]",
        "organisation": "Regional Council [sv]",
        "contactEmail": "info@example.org",
        "socialLinks": [{"title": "Mastodon [sv]", "url": "https://social.example/@region"}],
        "footerText": {"html": '<p><a href="/sv/cases/storage/">A case</a> [sv]</p>'},
        "alerts": [{"text": "Closed today. [sv]"}],
        "accessibilityPage": {"path": "/sv/about/"},
        "privacyPage": {"path": "/sv/about/"},
    }


def test_texts_of_the_site_fall_back(ask, site):
    from home.models import SiteSettings

    SiteSettings.objects.get(locale__language_code="sv").unpublish()
    texts = ask(SETTINGS, locale="sv")["settings"]
    assert (texts["lang"], texts["siteName"]) == ("en", "Helsinki Smart Region")
    assert ask(NAVIGATION, locale="sv")["navigation"]["header"][0]["lang"] == "en"


def test_site_without_texts_has_empty_ones(ask, site):
    from home.models import SiteSettings

    SiteSettings.objects.all().delete()
    assert ask(SETTINGS, locale="en")["settings"] == {
        "lang": "en",
        "siteName": "",
        "organisation": "",
        "contactEmail": "",
        "socialLinks": [],
        "footerText": {"html": ""},
        "alerts": [],
        "accessibilityPage": None,
        "privacyPage": None,
    }
    assert ask(NAVIGATION, locale="en")["navigation"] == {"header": [], "footer": []}


def test_languages_of_the_site(ask, site):
    query = "{ locales { code tag name nativeName rightToLeft isDefault fallbacks } }"
    left = {"rightToLeft": False}
    assert ask(query)["locales"] == [
        {
            "code": "en",
            "tag": "en",
            "name": "English",
            "nativeName": "English",
            "isDefault": True,
            "fallbacks": [],
            **left,
        },
        {
            "code": "fi",
            "tag": "fi",
            "name": "Finnish",
            "nativeName": "Suomi",
            "isDefault": False,
            "fallbacks": ["en"],
            **left,
        },
        {
            "code": "sv",
            "tag": "sv",
            "name": "Swedish",
            "nativeName": "Svenska",
            "isDefault": False,
            "fallbacks": ["en"],
            **left,
        },
    ]


def test_goals_are_the_17_of_the_un(ask, site):
    goals = ask("{ goals(locale: sv) { number title color lang } }")["goals"]
    assert [goal["number"] for goal in goals] == list(range(1, 18))
    assert {goal["lang"] for goal in goals} == {"sv"}
    assert goals[0] == {"number": 1, "title": "Ingen fattigdom", "color": "#E5243B", "lang": "sv"}


def test_municipalities_are_sorted_as_the_language_sorts(ask, site):
    query = "query ($locale: LocaleCode!) { municipalities(locale: $locale) { code name } }"
    finnish = ask(query, locale="fi")["municipalities"]
    assert len(finnish) == 26
    assert finnish[0]["name"] == "Askola"
    assert finnish[-1]["name"] == "Vihti"
    swedish = [municipality["name"] for municipality in ask(query, locale="sv")["municipalities"]]
    assert swedish.index("Esbo") < swedish.index("Vanda")
    assert ask(query, locale="fi")["municipalities"][0]["code"] == "018"


def test_what_is_not_known_of_a_municipality_is_null(ask, site):
    Municipality.objects.filter(code="018").update(population=None, population_year=None, latitude=None)
    query = "{ municipalities(locale: fi) { name population populationYear location { latitude longitude } } }"
    assert ask(query)["municipalities"][0] == {
        "name": "Askola",
        "population": None,
        "populationYear": None,
        "location": None,
    }
