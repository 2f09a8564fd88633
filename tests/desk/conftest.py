"""The only home of people who are logged in to the admin, one for each group."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

Login = Callable[[str], Client]


@pytest.fixture
def login(db: None) -> Login:
    """A client of a new member of the group."""

    def log_in(group: str) -> Client:
        user = User.objects.create_user(group.lower(), f"{group.lower()}@example.org", "password")
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return log_in
