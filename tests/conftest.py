"""The only home of what all tests share: how long hypothesis searches, commits real or not, and the home page."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import connection
from hypothesis import HealthCheck, settings

from home.models import HomePage
from tests.factories import home_page, publish
from tests.publishing.index import settle

# An example of a stateful test is many transactions, whose time says nothing about a mistake.
DATABASE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("default", max_examples=25, stateful_step_count=25, **DATABASE)
settings.register_profile("soak", max_examples=1_000, stateful_step_count=60, **DATABASE)
settings.load_profile("default")


@pytest.fixture
def commits(transactional_db: None, django_db_serialized_rollback: None) -> None:
    """Transactions of the test really commit; what the migrations wrote is there all the same."""


@pytest.fixture(scope="session", autouse=True)
def _requests_find_what_was_done_before() -> Iterator[None]:
    """Who asks in a transaction that is rolled back finds in the public index what a commit would have put there."""

    def settle_first(**_: Any) -> None:
        if connection.in_atomic_block:
            settle()

    request_started.connect(settle_first)
    yield
    request_started.disconnect(settle_first)


@pytest.fixture
def home(db: None) -> HomePage:
    """The English home page, published."""
    return publish(home_page())
