"""How people and organisations are listed and chosen."""

from django.test import Client
from django.urls import reverse

from home.models import HomePage
from tests.factories import OrganisationFactory, PersonFactory, translate


def test_chooser_offers_each_person_once(admin_client: Client) -> None:
    translate(PersonFactory(name="Anna Example"), "fi")
    page = admin_client.get(reverse("wagtailsnippetchoosers_cases_person:choose")).json()["html"]
    assert page.count("Anna Example") == 1


def test_chooser_finds_by_a_part_of_the_name(admin_client: Client) -> None:
    OrganisationFactory(name="Aalto Example")
    OrganisationFactory(name="Turku Example")
    address = reverse("wagtailsnippetchoosers_cases_organisation:choose_results")
    page = admin_client.get(address, {"q": "alto"}).content.decode()
    assert "Aalto Example" in page
    assert "Turku Example" not in page


def test_list_has_each_person_once_until_a_language_is_chosen(admin_client: Client) -> None:
    person = PersonFactory(name="Anna Example")
    finnish = translate(person, "fi")
    address = reverse("wagtailsnippets_cases_person:list")
    edit, edit_finnish = (reverse("wagtailsnippets_cases_person:edit", args=[row.pk]) for row in (person, finnish))
    page = admin_client.get(address).content.decode()
    assert edit in page
    assert edit_finnish not in page
    assert edit_finnish in admin_client.get(address, {"locale": "fi"}).content.decode()


def test_list_of_organisations_is_filtered_by_sector_and_searched_by_name(admin_client: Client) -> None:
    OrganisationFactory(name="Aalto Example", sector="research")
    OrganisationFactory(name="Harbour Example", sector="company")
    address = reverse("wagtailsnippets_cases_organisation:list_results")
    for query in ({"sector": "research"}, {"q": "alto"}):
        page = admin_client.get(address, query).content.decode()
        assert "Aalto Example" in page
        assert "Harbour Example" not in page


def test_menu_leads_to_people_organisations_menus_and_site_texts(admin_client: Client, home: HomePage) -> None:
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("cases_person", "cases_organisation", "home_sitesettings"):
        assert reverse(f"wagtailsnippets_{name}:list") in page
