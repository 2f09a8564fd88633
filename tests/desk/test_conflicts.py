"""Two people save at the same moment: PostgreSQL undoes one of them, and that one's request is tried again."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page
from wagtail.signals import page_published

from cms.publishing.models import ContentVersion, PublishedPage
from home.models import ContentPage, HomePage
from tests.desk.conftest import Login
from tests.factories import ContentPageFactory, home_page, publish

SOMEBODY_WAITS_FOR_ME = """
SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))
"""


@contextmanager
def conflicts(times: int, error: type[psycopg.Error] = psycopg.errors.DeadlockDetected) -> Iterator[None]:
    """The first `times` publications fail as PostgreSQL would make them fail."""
    left = [None] * times

    def fail(**kwargs: object) -> None:
        if left:
            left.pop()
            raise OperationalError from error()

    page_published.connect(fail)
    try:
        yield
    finally:
        page_published.disconnect(fail)


@contextmanager
def conflict_of_a_task() -> Iterator[None]:
    """The first publication meets a conflict that nobody is told of, as in a task that runs at once."""
    left = [None]

    def fail(**kwargs: object) -> None:
        if left:
            left.pop()
            with suppress(OperationalError), transaction.mark_for_rollback_on_error():
                raise OperationalError from psycopg.errors.DeadlockDetected()

    page_published.connect(fail)
    try:
        yield
    finally:
        page_published.disconnect(fail)


def content_form(title: str) -> dict[str, str]:
    form = {"title": title, "slug": "about", "ingress": "A\ntext", "action-publish": "1"}
    return {**form, "body-count": "0"}


@pytest.fixture
def about(home: HomePage) -> ContentPage:
    return publish(ContentPageFactory(title="About", slug="about"))


def test_request_whose_task_lost_is_tried_again(login: Login, about: Page) -> None:
    with conflict_of_a_task():
        answer = login("Editors").post(reverse("wagtailadmin_pages:edit", args=[about.pk]), content_form("About us"))
    assert answer.status_code == 302
    assert PublishedPage.objects.get(id=about.pk).title == "About us"


@pytest.mark.parametrize("error", [psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure])
def test_request_that_lost_is_tried_again(login: Login, about: Page, error: type[psycopg.Error]) -> None:
    with conflicts(1, error):
        answer = login("Editors").post(reverse("wagtailadmin_pages:edit", args=[about.pk]), content_form("About us"))
    assert answer.status_code == 302
    assert PublishedPage.objects.get(id=about.pk).title == "About us"
    assert len(list(get_messages(answer.wsgi_request))) == 1


def test_request_that_lost_twice_keeps_the_form(login: Login, about: Page) -> None:
    editor, address = login("Editors"), reverse("wagtailadmin_pages:edit", args=[about.pk])
    with conflicts(2):
        answer = editor.post(address, content_form("About us"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Someone else saved at the same moment." in page
    assert '<textarea name="title" hidden>\nAbout us</textarea>' in page
    assert '<textarea name="ingress" hidden>\nA\ntext</textarea>' in page
    assert PublishedPage.objects.get(id=about.pk).title == "About"


def test_request_that_waited_too_long_keeps_the_form_at_once(login: Login, about: Page) -> None:
    """As for somebody else's change of thousands of pages; whoever tried again would wait as long."""
    editor, address = login("Editors"), reverse("wagtailadmin_pages:edit", args=[about.pk])
    with conflicts(1, psycopg.errors.QueryCanceled):
        answer = editor.post(address, content_form("About us"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The database was busy for too long" in page
    assert "Someone else saved" not in page
    assert '<textarea name="ingress" hidden>\nA\ntext</textarea>' in page
    assert PublishedPage.objects.get(id=about.pk).title == "About"


def test_a_page_that_is_deleted_while_it_is_saved_is_looked_for_again(login: Login, about: Page) -> None:
    editor, address, tries = login("Editors"), reverse("wagtailadmin_pages:edit", args=[about.pk]), []

    def delete_once(request: HttpRequest, page: Page) -> None:
        if not tries:
            Page.objects.get(pk=page.pk).delete()  # the request's own deletion, which is undone with it
        tries.append(page)

    with hooks.register_temporarily("before_edit_page", delete_once):
        answer = editor.post(address, content_form("About us"))
    assert (answer.status_code, len(tries)) == (302, 2)
    assert PublishedPage.objects.get(id=about.pk).title == "About us"
    Page.objects.get(pk=about.pk).delete()
    assert editor.post(address, content_form("About us")).status_code == 404


def test_a_slug_that_is_taken_while_a_page_is_added_is_looked_for_again(
    login: Login, home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, address = login("Editors"), reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk])
    other = ContentPageFactory(slug="other")
    validated, full_clean = [], ContentPage.full_clean

    def take_slug_once(page: ContentPage, *args: object, **kwargs: object) -> None:
        validated.append(page)
        if len(validated) == 2:  # the form found it right, and now it is saved
            Page.objects.filter(pk=other.pk).update(slug="about")  # in the request's transaction, undone with it
        full_clean(page, *args, **kwargs)

    monkeypatch.setattr(ContentPage, "full_clean", take_slug_once)
    assert editor.post(address, content_form("About us")).status_code == 302
    assert PublishedPage.objects.get(slug="about").title == "About us"
    refused = editor.post(address, content_form("About them"))
    assert (refused.status_code, "already in use" in refused.content.decode()) == (200, True)


def test_other_errors_are_not_hidden(login: Login, about: Page) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[about.pk])
    with conflicts(1, psycopg.errors.DiskFull), pytest.raises(OperationalError):
        login("Editors").post(address, content_form("About us"))


def test_deadlock_at_the_commit_is_tried_again(commits: None) -> None:
    publish(home_page())
    about = publish(ContentPageFactory(title="About", slug="about"))
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    other_holds_version, request_holds_page, tries = threading.Event(), threading.Event(), []

    def other() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            ContentVersion.objects.select_for_update().get()
            other_holds_version.set()
            request_holds_page.wait()
            # PostgreSQL undoes who has waited for a second: the request, if it is the first to wait.
            while not cursor.execute(SOMEBODY_WAITS_FOR_ME).fetchone()[0]:
                time.sleep(0.01)
            Page.objects.filter(pk=about.pk).update(draft_title="Taken")
        connection.close()

    def on_publish(**kwargs: object) -> None:
        tries.append(kwargs)
        request_holds_page.set()

    thread = threading.Thread(target=other)
    thread.start()
    other_holds_version.wait()
    page_published.connect(on_publish)
    try:
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[about.pk]), content_form("About us"))
    finally:
        page_published.disconnect(on_publish)
        request_holds_page.set()
        thread.join()
    assert answer.status_code == 302
    assert len(tries) == 2
    assert PublishedPage.objects.get(id=about.pk).title == "About us"


def test_who_waits_longer_than_a_statement_may_take_keeps_the_form_and_saves_it_later(commits: None) -> None:
    publish(home_page())
    about = publish(ContentPageFactory(title="About", slug="about"))
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    address = reverse("wagtailadmin_pages:edit", args=[about.pk])
    holds, release = threading.Event(), threading.Event()

    def other() -> None:
        with transaction.atomic():
            Page.objects.select_for_update().get(pk=about.pk)
            holds.set()
            release.wait()
        connection.close()

    thread = threading.Thread(target=other)
    thread.start()
    holds.wait()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 300")
        try:
            waited = client.post(address, content_form("About us"))
        finally:
            cursor.execute("RESET statement_timeout")
            release.set()
            thread.join()
    assert waited.status_code == 409
    assert "The database was busy for too long" in waited.content.decode()
    assert PublishedPage.objects.get(id=about.pk).title == "About"
    assert client.post(address, content_form("About us")).status_code == 302
    assert PublishedPage.objects.get(id=about.pk).title == "About us"
