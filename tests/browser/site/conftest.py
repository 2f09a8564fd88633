"""The only home of the reference site with a small demo behind it, for tests that only read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import running_chromium
from tests.browser.reference_site import reference_site_of
from tests.demo.small_content import Files, in_both, load, page, small_content

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def content() -> Files:
    """Two cases in English and Finnish; Swedish readers get English."""
    content = small_content()
    content["cases/pump"] = {
        **content["cases/well"],
        **page("pump"),
        "title": in_both("The pump"),
        "status": "completed",
        "goals": [7],
        "municipalities": ["049"],
        "related": [],
        "body": [],
    }
    return content


@pytest.fixture(scope="module")
def cms(
    content: Files, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A server of the content. All tests here only read it."""
    with django_db_blocker.unblock():
        migrated = connection.creation.serialize_db_to_string()
        load(tmp_path_factory.mktemp("content"), content)
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0, reset_sequences=False, inhibit_post_migrate=True)
        connection.creation.deserialize_db_from_string(migrated)


@pytest.fixture(scope="module")
def origin(cms: str) -> Iterator[str]:
    with reference_site_of(cms) as origin:
        own = {"ALLOWED_HOSTS": ["localhost"], "WAGTAILADMIN_BASE_URL": cms, "FRONTEND_ORIGIN": origin}
        with override_settings(**own):
            yield origin


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser, origin: str) -> Iterator[Open]:
    """Open a path as a visitor. What the browser's console complains of fails the test."""
    complaints: list[str] = []

    def open_path(path: str, **options: Any) -> Page:
        visited = chromium.new_context(base_url=origin, **options).new_page()
        visited.set_default_timeout(10_000)
        visited.on("pageerror", lambda error: complaints.append(str(error)))
        visited.on("console", lambda said: complaints.append(said.text) if is_serious(said) else None)
        visited.goto(path)
        return visited

    yield open_path
    assert complaints == []


def is_serious(message: ConsoleMessage) -> bool:
    # That a page is not there is said here too.
    return message.type == "error" and "the server responded with a status of 404" not in message.text
