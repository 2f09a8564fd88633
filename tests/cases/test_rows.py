"""The rows below a page are read from a revision and written as modelcluster would, only in fewer statements."""

from typing import Any

import pytest
from django.db import transaction
from django.db.models.signals import post_save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, ReferenceIndex

from cases.models import CaseGoal, CasePage, CasePartner, CasePriority, Goal, RelatedCase
from cms.desk.uses import uses_of
from cms.pages import BasePage
from home.models import HomePage
from tests.factories import CasePageFactory, ImageFactory, OrganisationFactory, PriorityPageFactory, publish

pytestmark = pytest.mark.usefixtures("home")
IN_ONE_TEST = {"suppress_health_check": [HealthCheck.function_scoped_fixture], "deadline": None, "max_examples": 15}


@settings(**IN_ONE_TEST)
@given(gone=st.sets(st.sampled_from(["partner", "priority", "related", "lead image", "card image"])))
def test_what_was_deleted_is_missed_in_a_revision_as_modelcluster_misses_it(home: HomePage, gone: set[str]) -> None:
    referred: dict[str, Any] = {
        "partner": OrganisationFactory(),
        "priority": PriorityPageFactory(),
        "related": CasePageFactory(),
        "lead image": ImageFactory(),
        "card image": ImageFactory(),
    }
    case = CasePageFactory(lead_image=referred["lead image"], card_image=referred["card image"])
    case.partners = [CasePartner(organisation=referred["partner"]), CasePartner(organisation=OrganisationFactory())]
    case.priorities = [CasePriority(priority=referred["priority"])]
    case.related = [RelatedCase(case=referred["related"]), RelatedCase(case=None)]
    case.goals = [CaseGoal(goal=Goal.objects.first())]
    content = case.save_revision().content
    for name in gone:
        type(referred[name]).objects.get(pk=referred[name].pk).delete()

    ours, theirs = (
        model.from_serializable_data(content).serializable_data() for model in (CasePage, super(BasePage, CasePage))
    )

    assert ours == theirs
    assert len(ours["partners"]) == 2 - ("partner" in gone)
    assert (ours["lead_image"] is None) == ("lead image" in gone)


def rows(case: CasePage) -> list[tuple[Any, ...]]:
    return list(case.partners.model.objects.filter(page=case).values_list("pk", "organisation", "role", "sort_order"))


EDITS = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "role", "move", "put back"]), st.integers(0, 5)), max_size=5
)


@settings(**IN_ONE_TEST)
@given(edits=st.lists(EDITS, max_size=3))
def test_saved_rows_are_those_that_the_page_held(home: HomePage, edits: list[list[tuple[str, int]]]) -> None:
    case, removed = CasePageFactory(), []
    for of_one_save in edits:
        case = CasePage.objects.get(pk=case.pk)
        held = case.partners.get_object_list()
        for edit, number in of_one_save:
            if edit == "add":
                held.append(CasePartner(organisation=OrganisationFactory(), page=case, sort_order=number))
            elif edit == "put back" and removed:
                held.append(removed.pop())
            elif held and edit == "remove":
                taken = held.pop(number % len(held))
                removed += [taken] if taken.pk else []
            elif held and edit == "role":
                held[number % len(held)].role = list(CasePartner.Role)[number % 3]
            elif held and edit == "move":
                held[number % len(held)].sort_order = number
        said = sorted((row.organisation_id, row.role, row.sort_order) for row in held)
        kept = {row.pk for row in held if row.pk}

        case.save()

        assert sorted(row[1:] for row in rows(case)) == said
        assert kept <= {row[0] for row in rows(case)}
        assert [row.pk for row in case.partners.all()] == [
            row.pk for row in CasePage.objects.get(pk=case.pk).partners.all()
        ]
        assert not references_change(case)


def references(page: Page) -> set[tuple[Any, ...]]:
    known = ReferenceIndex.get_references_for_object(page)
    return set(known.values_list("to_content_type", "to_object_id", "model_path", "content_path"))


def references_change(page: Page) -> bool:
    """Whether Wagtail's index of references finds something else in the database than is in it."""
    before = references(page)
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(type(page).objects.get(pk=page.pk))
    return references(page) != before


def test_a_new_page_is_in_the_index_of_references_with_its_rows(home: HomePage) -> None:
    organisation = OrganisationFactory()
    case = CasePage(title="Heat", slug="heat", locale=home.locale)
    case.partners = [CasePartner(organisation=organisation)]
    CasePageFactory().get_parent().add_child(instance=case)
    assert not references_change(case)
    assert [use.source.pk for use in uses_of([organisation])] == [case.pk]


def test_a_page_that_another_ones_save_saves_is_in_the_index_too() -> None:
    outer, inner, organisation = publish(CasePageFactory()), publish(CasePageFactory()), OrganisationFactory()

    def save_another(instance: CasePage, **kwargs: Any) -> None:
        if instance.pk == outer.pk:
            inner.save()

    inner.partners = [CasePartner(organisation=organisation)]
    post_save.connect(save_another, sender=CasePage)
    try:
        outer.save()
    finally:
        post_save.disconnect(save_another, sender=CasePage)
    assert [use.source.pk for use in uses_of([organisation])] == [inner.pk]
    assert not references_change(outer)


def test_a_page_that_refuses_to_be_saved_keeps_what_it_held() -> None:
    case = publish(CasePageFactory(start_date="2020"))
    case.partners = [CasePartner(organisation=OrganisationFactory())]
    case.end_date = "2010"
    with pytest.raises(Exception, match="before the start"), transaction.atomic():
        case.save()
    assert len(case.partners.all()) == 1
    assert rows(case) == []
    case.end_date = "2030"
    case.save()
    assert len(rows(case)) == 1
