"""The only home of the browser: Chromium, wherever this machine has it or can get it."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.frontend_contract.npm import path_of_node

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LOCK = Path(tempfile.gettempdir()) / f"helsinki-smart-region-chromium-{os.geteuid()}.lock"
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
LogIn = Callable[[str], Page]


def is_serious(message: ConsoleMessage) -> bool:
    # Wagtail's autosave is answered 400 for as long as a form is incomplete.
    return message.type == "error" and "the server responded with a status of 400" not in message.text


def system_chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def installed_chromium() -> str | None:
    """The path of the system's Chromium, installed if need be, or None where Playwright has its own."""
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several workers may look for it at once
        if system_chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
            install = "apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium"
            subprocess.run(["/bin/sh", "-c", install], check=False)
        if system_chromium() is None:
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return system_chromium()


@contextmanager
def running_chromium() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch:
        # The Node that Playwright brings needs a library that not every system has.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", path_of_node())
        path = installed_chromium()
        with sync_playwright() as playwright:
            # Playwright's event loop is in this thread, where Django then refuses to work.
            patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
            try:
                browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            except Error:
                if os.environ.get("CI"):  # noqa: TID251 the environment says who runs the tests, not what the site does
                    raise
                pytest.skip("There is no Chromium here, and it could not be installed.")
            yield browser
            browser.close()


@pytest.fixture
def chromium(commits: None) -> Iterator[Browser]:
    # It lives as long as a test, and its event loop with it.
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def log_in(chromium: Browser, live_server: LiveServer) -> Iterator[LogIn]:
    """Open the admin as a new member of a group. What the browser's console complains of fails the test."""
    complaints: list[str] = []

    def open_admin(group: str) -> Page:
        user = User.objects.create_user(group.lower(), f"{group.lower()}@example.org", "password")
        user.groups.add(Group.objects.get(name=group))
        page = chromium.new_context(base_url=live_server.url, locale="en-GB").new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if is_serious(message) else None)
        page.goto("/admin/login/")
        page.fill("[name=username]", group.lower())
        page.fill("[name=password]", "password")
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    yield open_admin
    assert complaints == []
