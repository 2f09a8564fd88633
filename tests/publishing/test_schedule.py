"""What is due is published, what has expired goes offline, and one that fails keeps no other waiting."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published

from cms.publishing import schedule
from cms.publishing.models import PublishedPage
from home.models import ContentPage
from tests.factories import ContentPageFactory, OrganisationFactory, publish

pytestmark = pytest.mark.usefixtures("home")


def keep_the_schedule(*arguments: str, **options: Any) -> list[str]:
    """What the command says, without the time of day."""
    out = StringIO()
    call_command("publish_scheduled", *arguments, stdout=out, stderr=out, **options)
    return [re.sub(r"^\d\d:\d\d:\d\d ", "", line) for line in out.getvalue().splitlines()]


def due(page: Any) -> Any:
    """The page with a publication whose time has come."""
    page.go_live_at = timezone.now()
    page.save_revision(approved_go_live_at=page.go_live_at)
    return page


def expired(page: Any) -> Any:
    publish(page)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    return page


def is_public(page: Page) -> bool:
    return PublishedPage.objects.filter(id=page.pk).exists()


def test_what_is_due_is_published_and_said() -> None:
    page = due(ContentPageFactory(title="News"))
    assert not is_public(page)
    assert keep_the_schedule() == [f"published: content page {page.pk}, “News”"]
    assert is_public(page)
    assert keep_the_schedule() == []


def test_what_has_expired_goes_offline_and_is_said() -> None:
    page, organisation = expired(ContentPageFactory(title="Old news")), expired(OrganisationFactory(name="A company"))
    assert keep_the_schedule() == [
        f"expired: page {page.pk}, “Old news”", f"expired: organisation {organisation.pk}, “A company”",
    ]  # fmt: skip
    assert Page.objects.get(pk=page.pk).status_string == "expired"
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.unpublish.scheduled").count() == 1
    assert keep_the_schedule() == []


def test_what_is_not_due_waits() -> None:
    page = ContentPageFactory()
    page.go_live_at, page.expire_at = (timezone.now() + timedelta(days=days) for days in (1, 2))
    page.save_revision().publish()
    assert keep_the_schedule() == []


def test_one_that_fails_keeps_no_other_waiting(caplog: pytest.LogCaptureFixture) -> None:
    first, second = due(ContentPageFactory(title="First")), due(ContentPageFactory(title="Second"))

    def fail(instance: Page, **kwargs: object) -> None:
        if instance.pk == first.pk:
            raise ValueError("Not this one")

    page_published.connect(fail)
    try:
        assert keep_the_schedule() == [f"published: content page {second.pk}, “Second”"]
    finally:
        page_published.disconnect(fail)
    assert "Not this one" in caplog.text
    assert not ContentPage.objects.get(pk=first.pk).live
    assert keep_the_schedule() == [f"published: content page {first.pk}, “First”"]


def test_a_page_that_was_given_more_time_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    page = expired(ContentPageFactory())
    lock = schedule.lock_versions

    def give_more_time(instance: Page) -> list[Any]:
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(days=1))
        return lock(instance)

    monkeypatch.setattr(schedule, "lock_versions", give_more_time)
    assert keep_the_schedule() == []
    assert is_public(page)


def test_a_dry_run_changes_nothing() -> None:
    page = due(ContentPageFactory(title="News"))
    assert any("News" in line for line in keep_the_schedule("--dryrun"))
    assert not is_public(page)


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The pauses that were made; the third is interrupted by Ctrl-C."""
    naps: list[float] = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", nap)
    return naps


def test_it_goes_on_until_it_is_stopped_and_outlives_the_database(
    naps: list[float], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[Any] = [OperationalError("the server is away"), ["back"], []]

    def publish_due() -> list[Any]:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return [ContentPage(pk=1, title=title) for title in answer]

    command = "cms.publishing.management.commands.publish_scheduled"
    monkeypatch.setattr(f"{command}.publish_due", publish_due)
    monkeypatch.setattr(f"{command}.connection.close", lambda: None)
    assert keep_the_schedule(every=7) == [
        "The schedule is kept: every 7 seconds, what is due is published.",
        "published: content page 1, “back”",
        "The schedule is not kept any more.",
    ]
    assert naps == [7, 7, 7]
    assert "the server is away" in caplog.text
