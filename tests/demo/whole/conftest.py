"""The only home of when the whole demo is loaded: once for all tests of this directory, as it takes a while."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from api.contract import golden


@pytest.fixture(scope="package")
def whole_demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        golden.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def db(whole_demo: None) -> Iterator[None]:
    """In place of pytest-django's, which would end the transaction that the demo was loaded in."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
