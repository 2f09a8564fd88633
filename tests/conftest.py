"""The only home of what all tests share: how long hypothesis searches, real commits, and the home page."""

import pytest
from hypothesis import HealthCheck, settings

from home.models import HomePage
from tests.factories import home_page, publish

# An example of a stateful test is many transactions, whose time says nothing about a mistake.
DATABASE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("default", max_examples=25, stateful_step_count=25, **DATABASE)
settings.register_profile("soak", max_examples=2_000, stateful_step_count=60, **DATABASE)
settings.load_profile("default")


@pytest.fixture
def commits(transactional_db: None, django_db_serialized_rollback: None) -> None:
    """Transactions of the test really commit; what the migrations wrote is there all the same."""


@pytest.fixture
def home(db: None) -> HomePage:
    """The English home page, published."""
    return publish(home_page())
