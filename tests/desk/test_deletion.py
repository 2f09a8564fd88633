"""Nothing that is used elsewhere can be deleted, and the editor sees where it is used."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cases.models import CaseContact, CasePage, CasePartner, CasePriority, Organisation, Person, RelatedCase
from cms.desk.uses import uses_of
from cms.media.models import Document, Image
from home.models import HomePage, PriorityPage
from tests.desk.conftest import Login
from tests.factories import (
    CasePageFactory,
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    PriorityPageFactory,
    SiteSettingsFactory,
    body,
    publish,
    translate,
)


@pytest.fixture
def editor(login: Login, home: HomePage) -> Client:
    return login("Editors")


def delete_page(page: Page) -> str:
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def a_case(**values: Any) -> CasePage:
    return CasePageFactory(title="Heat from the sea", **values)


def by_priority(priority: PriorityPage) -> CasePage:
    case = a_case()
    case.priorities = [CasePriority(priority=priority)]
    return case


def in_text(page: Page) -> CasePage:
    return a_case(body=body(paragraph=f'<p>See <a linktype="page" id="{page.pk}">this</a>.</p>'))


@pytest.mark.parametrize("using", [by_priority, in_text])
@pytest.mark.parametrize("published", [True, False])
def test_page_that_is_used_stays(editor: Client, using: Callable[[Any], CasePage], published: bool) -> None:  # noqa: FBT001  # an example
    priority = publish(PriorityPageFactory(title="Climate neutrality"))
    case = using(priority)
    case.save_revision() if not published else publish(case)
    for answer in (editor.get(delete_page(priority)), editor.post(delete_page(priority))):
        page = answer.content.decode()
        assert "“Climate neutrality” is used elsewhere, so nothing was deleted." in page
        assert "Heat from the sea" in page
        assert reverse("wagtailadmin_pages:edit", args=[case.pk]) in page
    assert PriorityPage.objects.filter(pk=priority.pk).exists()


def test_reference_that_is_only_in_a_draft_over_a_live_page_counts(editor: Client) -> None:
    target = publish(CasePageFactory())
    case = publish(a_case())
    case.related = [RelatedCase(case=target)]
    case.save_revision()
    assert "Only in a draft that is not published." in editor.get(delete_page(target)).content.decode()
    editor.post(delete_page(target))
    assert CasePage.objects.filter(pk=target.pk).exists()


def test_looking_for_uses_changes_nothing(editor: Client) -> None:
    target = publish(CasePageFactory())
    case = publish(by_priority(publish(PriorityPageFactory())))
    case.related = [RelatedCase(case=target)]
    case.save_revision()
    priority = case.priorities.get().priority
    editor.get(delete_page(target))
    assert [use.source.pk for use in uses_of([priority])] == [case.pk]
    assert [use.only_in for use in uses_of([target])] == ["draft"]


def test_reference_that_is_only_in_the_text_before_translators_counts(home: HomePage) -> None:
    target = publish(CasePageFactory())
    case = a_case()
    case.related = [RelatedCase(case=target)]
    case = publish(case)
    for page in (home, case.get_parent().specific, case):
        translate(page, "fi", publish=False)
    case.related = []
    publish(case)
    finnish = CasePage.objects.get(translation_key=case.translation_key, locale__language_code="fi")
    finnish.related = []
    publish(finnish)
    assert [use.only_in for use in uses_of([target])] == ["translation"]


def test_reference_that_was_taken_away_does_not_count(home: HomePage) -> None:
    target, case = publish(CasePageFactory()), a_case()
    case.related = [RelatedCase(case=target)]
    case = publish(case)
    case.related = []
    publish(case)
    assert uses_of([target]) == []


def test_page_above_one_that_is_used_stays(admin_client: Client, home: HomePage) -> None:
    priority = publish(PriorityPageFactory())
    publish(by_priority(priority))
    strategy = priority.get_parent()
    assert "The pages below it were checked too." in admin_client.get(delete_page(strategy)).content.decode()
    admin_client.post(delete_page(strategy))
    assert PriorityPage.objects.filter(pk=priority.pk).exists()


def test_editor_deletes_no_page_that_has_pages_below_it(editor: Client) -> None:
    about = publish(ContentPageFactory())
    publish(ContentPageFactory(parent=about))
    editor.post(delete_page(about))
    assert Page.objects.filter(pk=about.pk).exists()


def test_references_from_below_do_not_count(admin_client: Client, home: HomePage) -> None:
    about = publish(ContentPageFactory())
    publish(ContentPageFactory(parent=about, body=body(call_to_action={"label": "Up", "page": about.pk, "href": ""})))
    admin_client.post(delete_page(about))
    assert not Page.objects.filter(pk=about.pk).exists()


def test_versions_of_the_page_itself_do_not_count(editor: Client, home: HomePage) -> None:
    about = publish(ContentPageFactory())
    about.body = body(call_to_action={"label": "Here", "page": about.pk, "href": ""})
    about = publish(about)
    translate(home, "fi")
    finnish = translate(about, "fi")
    assert uses_of([about]) == []
    editor.post(delete_page(finnish))
    assert not Page.objects.filter(pk=finnish.pk).exists()


def test_home_page_of_any_language_stays(admin_client: Client, home: HomePage) -> None:
    finnish = translate(home, "fi")
    for page in (home, finnish):
        admin_client.post(delete_page(page), {"confirm_site_name": "Helsinki Smart Region"})
        assert Page.objects.filter(pk=page.pk).exists()


def test_page_in_a_menu_stays(editor: Client) -> None:
    about = publish(ContentPageFactory())
    SiteSettingsFactory(header=[{"type": "item", "value": {"page": about.pk, "label": "", "href": "", "children": []}}])
    assert "Menus and site texts" in editor.get(delete_page(about)).content.decode()
    editor.post(delete_page(about))
    assert Page.objects.filter(pk=about.pk).exists()


def test_several_pages_are_not_deleted_when_one_is_used(editor: Client) -> None:
    used, unused = publish(PriorityPageFactory()), publish(ContentPageFactory())
    publish(by_priority(used))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={used.pk}&id={unused.pk}"
    assert "nothing was deleted" in editor.get(address).content.decode()
    editor.post(address)
    assert Page.objects.filter(pk__in=[used.pk, unused.pk]).count() == 2


def test_unused_page_goes(editor: Client) -> None:
    about = publish(ContentPageFactory())
    assert "Are you sure" in editor.get(delete_page(about)).content.decode()
    editor.post(delete_page(about))
    assert not Page.objects.filter(pk=about.pk).exists()


class Kind(NamedTuple):
    name: str
    model: type[Image | Document]
    factory: Callable[[], Image | Document]
    delete: str
    delete_uploaded: str

    def delete_each_way(self, client: Client, *files: Image | Document) -> None:
        """Delete the first by its own page, the second in bulk, the third from the list of what was just uploaded."""
        one, two, three = files
        client.post(reverse(self.delete, args=[one.pk]))
        client.post(reverse("wagtail_bulk_action", args=["media", self.name, "delete"]) + f"?id={two.pk}")
        address = reverse(self.delete_uploaded, args=[three.pk])
        client.post(address, headers={"X-Requested-With": "XMLHttpRequest"})


KINDS = [
    Kind("image", Image, ImageFactory, "wagtailimages:delete", "wagtailimages:delete_multiple"),
    Kind("document", Document, DocumentFactory, "wagtaildocs:delete", "wagtaildocs:delete_multiple"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_picture_or_file_that_is_used_stays(editor: Client, kind: Kind) -> None:
    file = kind.factory()
    blocks = {
        "image": {"image": {"image": file.pk, "decorative": True, "alt_text": "", "caption": ""}},
        "document": {"download": {"document": file.pk, "caption": ""}},
    }
    publish(a_case(body=body(**blocks[kind.name])))
    assert "Heat from the sea" in editor.get(reverse(kind.delete, args=[file.pk])).content.decode()
    kind.delete_each_way(editor, file, file, file)
    assert kind.model.objects.filter(pk=file.pk).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_picture_or_file_that_is_not_used_goes(editor: Client, kind: Kind) -> None:
    kind.delete_each_way(editor, kind.factory(), kind.factory(), kind.factory())
    assert not kind.model.objects.exists()


def test_person_who_is_a_contact_stays(editor: Client) -> None:
    person, case = PersonFactory(), a_case()
    case.contacts = [CaseContact(person=person)]
    publish(case)
    address = reverse("wagtailsnippets_cases_person:delete", args=[person.pk])
    for answer in (editor.get(address), editor.post(address)):
        assert "Heat from the sea" in answer.content.decode()
    editor.post(reverse("wagtail_bulk_action", args=["cases", "person", "delete"]) + f"?id={person.pk}")
    assert Person.objects.filter(pk=person.pk).exists()


def test_organisation_that_is_a_partner_stays(editor: Client) -> None:
    organisation, case = OrganisationFactory(), a_case()
    case.partners = [CasePartner(organisation=organisation)]
    publish(case)
    editor.post(reverse("wagtailsnippets_cases_organisation:delete", args=[organisation.pk]))
    assert Organisation.objects.filter(pk=organisation.pk).exists()


def test_person_goes_in_all_languages_together(editor: Client) -> None:
    person = PersonFactory()
    translate(person, "fi")
    address = reverse("wagtailsnippets_cases_person:delete", args=[person.pk])
    assert "The versions in the other languages will be deleted too." in editor.get(address).content.decode()
    editor.post(address)
    assert not Person.objects.exists()


def test_translation_of_a_person_goes_alone(editor: Client) -> None:
    person = PersonFactory()
    editor.post(reverse("wagtailsnippets_cases_person:delete", args=[translate(person, "fi").pk]))
    assert Person.objects.get() == person
