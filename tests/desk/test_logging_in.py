"""Passwords cannot be guessed at in the admin's forms, and whoever knows theirs is not in the way of others."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from cms.wrong_passwords import TOO_MANY

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"
LOGIN = "/admin/login/"


@pytest.fixture(autouse=True)
def five_a_day(settings) -> None:
    """Nothing begins anew while a test runs."""
    settings.PASSWORD_RATE_BY_ADDRESS = "4/d"
    settings.PASSWORD_RATE_BY_SUBJECT = "9/d"
    cache.clear()


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("editor", "editor@example.org", "right")


@pytest.fixture
def collection(db) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="right"
    )


def log_in(password: str, address: str = HERE, username: str = "editor"):
    form = {"username": username, "password": password}
    return Client().post(LOGIN, form, REMOTE_ADDR=address)


def says_too_many(response) -> bool:
    return str(TOO_MANY) in response.content.decode()


def test_after_some_wrong_passwords_not_even_the_right_one_opens_the_admin_from_there(editor):
    wrong = [log_in("wrong") for _ in range(5)]
    assert not any(says_too_many(response) for response in wrong)
    assert says_too_many(log_in("right"))
    assert says_too_many(log_in("right", username="someone"))
    assert log_in("right", ELSEWHERE).status_code == 302


def test_right_passwords_may_be_given_as_often_as_one_likes(editor):
    assert [log_in("right").status_code for _ in range(12)] == [302] * 12


def test_one_account_cannot_be_tried_from_everywhere_however_it_is_spelled(editor):
    tries = [log_in("wrong", f"192.0.2.{n}", "Editor" if n % 2 else "EDITOR") for n in range(10)]
    assert not any(says_too_many(response) for response in tries)
    assert says_too_many(log_in("right", "192.0.2.99"))
    assert not says_too_many(log_in("wrong", "192.0.2.99", "another"))


@pytest.mark.parametrize("form", [{}, {"username": "a" * 300}, {"username": "\x00", "password": "\x00"}])
def test_login_without_what_it_needs_is_refused_and_never_fails(editor, form):
    assert Client().post(LOGIN, form).status_code == 200


def test_password_of_private_files_cannot_be_guessed_at(collection):
    address = f"/documents/authenticate_with_password/{collection.id}/"

    def try_with(password: str, remote: str = HERE):
        return Client().post(address, {"password": password, "return_url": "/"}, REMOTE_ADDR=remote)

    assert try_with("right").status_code == 302
    assert [try_with("wrong").status_code for _ in range(5)] == [200] * 5
    refused = try_with("right")
    assert (refused.status_code, says_too_many(refused)) == (429, True)
    assert try_with("right", ELSEWHERE).status_code == 302
    assert Client().put(address).status_code == 405
