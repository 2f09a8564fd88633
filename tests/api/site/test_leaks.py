"""The only home of what must not leak: whatever hides a thing hides it on every road."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from cases.models import CasePage, Organisation, Person
from home.models import PriorityPage
from tests import factories
from tests.api.site.case_roads import ROADS, answers, lead_everywhere, roads_to
from tests.factories import publish, translate


@pytest.fixture(scope="module", autouse=True)
def _case_is_on_every_road(built_site, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        lead_everywhere(deepcopy(built_site))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def public(_case_is_on_every_road):
    """What every road leads to before anything is hidden."""
    return {}


SOME_ROADS = [
    "sitemap",
    "cases",
    "cases in Swedish",
    "menus",
    "home",
    "page that refers",
    "path in Finnish",
    "path in Swedish",
]


@pytest.fixture
def before(public, ask):
    return public or public.update(answers(ask, SOME_ROADS)) or public


def hide_from_the_public(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def in_finnish(page: Page) -> Page:
    return page.get_translation(Locale.objects.get(language_code="fi"))


HIDE_ORIGINAL = {
    "unpublished": lambda case: case.unpublish(),
    "unpublished as a base page": lambda case: Page.objects.get(pk=case.pk).unpublish(),
    "unpublished by an update": lambda case: Page.objects.filter(pk=case.pk).update(live=False),
    "expired by the clock": lambda case: Page.objects.filter(pk=case.pk).update(
        expire_at=timezone.now() - timedelta(seconds=1)
    ),
    "deleted": lambda case: CasePage.objects.filter(pk=case.pk).delete(),
}
HIDE_EVERY_VERSION = {
    "private": hide_from_the_public,
    "private in Finnish": lambda case: hide_from_the_public(in_finnish(case)),
    "below a private page": lambda case: hide_from_the_public(case.get_parent()),
    "below a page that is private in Finnish": lambda case: hide_from_the_public(in_finnish(case.get_parent())),
    "below a private home page": lambda case: hide_from_the_public(case.get_parent().get_parent()),
}


def test_public_case_is_met_on_every_road(ask, site):
    assert roads_to("torage", ask) == ROADS.keys() - {"strategy"}


@pytest.mark.parametrize("how", HIDE_ORIGINAL)
def test_hidden_case_is_met_on_no_road_but_its_translations_own(ask, site, how):
    HIDE_ORIGINAL[how](site.case)
    assert roads_to("torage", ask) == {"path in Finnish"}
    finnish = ask('{ page(path: "/fi/cases-fi/storage-fi/") { translations { locale } languageLinks { locale } } }')
    assert finnish["page"] == {"translations": [{"locale": "fi"}], "languageLinks": [{"locale": "fi"}]}


@pytest.mark.parametrize("how", HIDE_EVERY_VERSION)
def test_private_case_is_met_on_no_road_in_any_language(ask, site, how):
    HIDE_EVERY_VERSION[how](site.case)
    assert roads_to("torage", ask) == set()
    assert ask('{ route(path: "/en/cases/storage/") { __typename } }') == {"route": {"__typename": "NotFoundRoute"}}


def test_hidden_case_is_not_counted(ask, site):
    site.case.unpublish()
    query = """{ cases(locale: en) { totalCount } page(path: "/en/strategy/climate/") { ... on PriorityPage {
      cases { totalCount nodes { title } } } } }"""
    assert ask(query) == {
        "cases": {"totalCount": 1},
        "page": {"cases": {"totalCount": 1, "nodes": [{"title": "Bikes"}]}},
    }


def test_hidden_priority_is_met_nowhere_and_its_focus_areas_neither(ask, site):
    roads = ["path", "path in Swedish", "articles", "strategies", "strategy", "home", "cases", "cases of a priority"]
    assert roads_to("limate neutrality", ask, roads) == set(roads) - {"cases of a priority"}
    assert roads_to('"name": "Heat', ask, roads) == {"path", "path in Swedish", "strategies", "cases"}
    site.climate.unpublish()
    for code in ("fi", "sv"):
        PriorityPage.objects.get(translation_key=site.climate.translation_key, locale__language_code=code).unpublish()
    assert roads_to('"name": "Heat', ask, roads) == roads_to("limate neutrality", ask, roads) == set()
    assert ask('{ cases(locale: en, filter: {priorities: ["climate-neutrality"]}) { totalCount } }') == {
        "cases": {"totalCount": 0}
    }


def test_hidden_strategy_is_met_nowhere(ask, site):
    hide_from_the_public(site.strategy)
    roads = ["path", "strategies", "strategy", "home", "cases"]
    assert roads_to('"Strategy"', ask, roads) == roads_to('"Climate neutrality', ask, roads) == set()
    assert ask("{ strategy(locale: en) { title } home(locale: en) { strategy { title } } }") == {
        "strategy": None,
        "home": {"strategy": None},
    }


def test_child_of_an_unpublished_page_has_no_link_to_it(ask, site):
    site.about.unpublish()
    query = '{ page(path: "/en/about/team/") { title breadcrumbs { title } parent { title } } }'
    assert ask(query)["page"] == {"title": "Team", "breadcrumbs": [{"title": "Home"}], "parent": None}
    assert roads_to('"About"', ask, ["home", "texts", "page that refers"]) == set()


@pytest.mark.parametrize(
    "hide",
    [
        lambda rows: [row.unpublish() for row in rows],
        lambda rows: rows.update(live=False),
        lambda rows: rows.update(expire_at=timezone.now() - timedelta(seconds=1)),
        lambda rows: rows.delete(),
    ],
)
def test_hidden_people_and_organisations_are_met_nowhere(ask, site, hide):
    roads = ["path in Swedish", "path in Finnish", "page that refers", "strategies"]
    shown = answers(ask, roads)
    assert ["Ada" in answer for answer in shown.values()] == [True, True, True, True]
    assert ["Acme" in answer for answer in shown.values()] == [True, True, True, True]
    hide(Person.objects.all())
    hide(Organisation.objects.all())
    assert not [answer for answer in answers(ask, roads).values() if "Ada" in answer or "Acme" in answer]


def draft_over_a_live_page(site):
    site.case.title, site.case.slug, site.case.ingress = "SECRET", "secret", "SECRET"
    site.case.contacts.all().delete()
    site.case.save_revision()


def draft_below_a_live_page(site):
    factories.CasePageFactory(title="SECRET").save_revision()


def draft_translation_over_a_live_one(site):
    translate(site.case, "fi", publish=False, texts=lambda text: f"SECRET {text}")


def draft_translation_of_a_page_that_has_none(site):
    translate(site.other_case, "fi", publish=False, texts=lambda text: f"SECRET {text}")


def draft_over_a_live_person(site):
    site.person.job_title = site.person.name = "SECRET"
    site.person.save_revision()


def draft_translation_of_a_person(site):
    translate(site.person, "fi", publish=False, texts=lambda text: f"SECRET {text}")


def person_that_was_never_published(site):
    factories.PersonFactory(name="SECRET", live=False)


def publication_in_the_future(site):
    site.case.title = "SECRET"
    site.case.go_live_at = timezone.now() + timedelta(days=1)
    site.case.save_revision(approved_go_live_at=site.case.go_live_at).publish()


def alias_in_the_same_language(site):
    site.case.create_alias(parent=site.case.get_parent(), update_slug="secret")


def alias_in_another_language(site):
    site.case.get_parent().specific.copy_for_translation(Locale.objects.get(language_code="sv"), alias=True)
    site.case.copy_for_translation(Locale.objects.get(language_code="sv"), alias=True)


def copy_of_a_page(site):
    site.case.copy(update_attrs={"title": "SECRET", "slug": "secret"})


@pytest.mark.parametrize(
    "action",
    [
        draft_over_a_live_page,
        draft_below_a_live_page,
        draft_translation_over_a_live_one,
        draft_translation_of_a_page_that_has_none,
        draft_over_a_live_person,
        draft_translation_of_a_person,
        person_that_was_never_published,
        publication_in_the_future,
        alias_in_the_same_language,
        alias_in_another_language,
        copy_of_a_page,
    ],
)
def test_what_is_not_published_changes_no_answer(ask, site, before, action):
    action(site)
    assert answers(ask, SOME_ROADS) == before
    assert ask('{ page(path: "/en/cases/secret/") { title } }') == {"page": None}


def test_published_draft_is_in_the_very_next_answer(ask, site):
    draft_over_a_live_page(site)
    publish(site.case)
    roads = ["cases", "menus", "home", "page that refers"]
    assert roads_to("SECRET", ask, roads) == set(roads)


def test_privacy_that_is_lifted_shows_the_page_again(ask, site, before):
    hide_from_the_public(site.case)
    PageViewRestriction.objects.all().delete()
    assert answers(ask, SOME_ROADS) == before
