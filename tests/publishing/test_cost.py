"""What one publication takes of the database: the same for any number of rows below a page, and so much a language."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import CaseGoal, CaseMunicipality, CasePage, CasePartner, Goal, Municipality
from home.models import HomePage
from tests.factories import CasePageFactory, OrganisationFactory, publish, translate

MOST = 90  # statements, of a case without translations
MOST_PER_LANGUAGE = 90  # a translation that takes a value over is published too

Change = Callable[[CasePage], object]


def case_with(partners: int) -> CasePage:
    case = CasePageFactory()
    case.partners = [CasePartner(organisation=OrganisationFactory(), sort_order=n) for n in range(partners)]
    case.goals = [CaseGoal(goal=goal) for goal in Goal.objects.all()[:3]]
    case.municipalities = [
        CaseMunicipality(municipality=municipality) for municipality in Municipality.objects.all()[:2]
    ]
    return publish(case)


def statements(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def of_publishing(case: CasePage, change: Change) -> int:
    page: Any = CasePage.objects.get(pk=case.pk)
    change(page)
    return statements(lambda: page.save_revision().publish())


def another_level(page: CasePage) -> None:
    page.technology_readiness_level = (page.technology_readiness_level or 0) % 9 + 1


def nothing(page: CasePage) -> None:
    """Publish what is published."""


def other_roles(page: CasePage) -> None:
    for partner in page.partners.get_object_list():
        partner.role = CasePartner.Role.FUNDER


def other_partners(page: CasePage) -> None:
    organisations = [partner.organisation for partner in page.partners.all()]
    page.partners = [CasePartner(organisation=organisation) for organisation in organisations]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("change", [nothing, another_level, other_roles, other_partners])
def test_twenty_rows_cost_no_more_statements_than_two(change: Change) -> None:
    few, many = (of_publishing(case_with(partners), change) for partners in (2, 20))
    assert few == many


@pytest.mark.usefixtures("home")
def test_a_publication_takes_few_statements() -> None:
    assert of_publishing(case_with(2), another_level) <= MOST


def test_each_published_language_costs_the_same_and_not_much(home: HomePage) -> None:
    case, counts = case_with(2), []
    for language in (None, "fi", "sv"):
        if language:
            translate(case, language)
        counts.append(of_publishing(case, another_level))
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    assert 0 < second <= first <= MOST_PER_LANGUAGE
