"""The public index has of every page what each reader gets, by whatever road that changed."""
import pytest
from tests.factories import CaseIndexPageFactory, CasePageFactory, publish, translate
from tests.publishing.index import best_by_the_index, best_by_the_view, settle
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

def test_first(home):
    index = publish(CaseIndexPageFactory(slug="cases"))
    case = publish(CasePageFactory(title="Storage", slug="storage", parent=index))
    translate(case, "fi")
    settle()
    view = best_by_the_view()
    assert len(view) == 9
    assert best_by_the_index() == view
