"""The only home of when the small site is built: once for all tests of this directory."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction

from tests.api.site.small_site import SmallSite, build


@pytest.fixture(scope="package")
def built_site(django_db_setup: None, django_db_blocker: Any) -> Iterator[SmallSite]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def db(built_site: SmallSite) -> Iterator[None]:
    """In place of pytest-django's, which would end the transaction that the site was built in."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(built_site: SmallSite, db: None) -> SmallSite:
    """The small site; what a test changes in it, and in these instances, is undone."""
    return deepcopy(built_site)
