"""The only home of what the reference site answers to odd addresses: no failure, and redirects as they were saved."""

import http.client
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from pytest_django.live_server_helper import LiveServer
from wagtail.contrib.redirects.models import Redirect

from tests.browser.reference_site import reference_site_of
from tests.factories import ContentPageFactory, home_page, publish


@pytest.fixture
def origin(commits: None, live_server: LiveServer, settings: Any) -> Iterator[str]:
    publish(home_page())
    publish(ContentPageFactory(title="About", slug="about"))
    with reference_site_of(live_server.url) as origin:
        settings.FRONTEND_ORIGIN = origin
        yield origin


def asked(origin: str, path: str) -> tuple[int, str | None]:
    """The status and the header Location for a path that is sent as it is."""
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=60)
    connection.putrequest("GET", path, skip_accept_encoding=True)
    connection.endheaders()
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, response.getheader("Location")


def test_redirects_arrive_as_they_were_saved_and_nothing_fails(origin: str) -> None:
    targets = {
        "/vanha sivu": "https://elsewhere.example/a%2Bb",
        "/100%": "https://elsewhere.example/100%",
        "/sähkö": "/en/about/?a=%2B#ä",
        "/vanha?id=5": "/en/about/",
        "/script": "javascript:alert(1)",
        "/other": "//evil.example/",
    }
    for old_path, link in targets.items():
        Redirect.objects.create(old_path=old_path, redirect_link=link)
    answers = {
        "/vanha%20sivu": (301, "https://elsewhere.example/a%2Bb"),
        "/vanha+sivu/": (301, "https://elsewhere.example/a%2Bb"),
        "/100%": (301, "https://elsewhere.example/100%25"),
        "/100%25": (301, "https://elsewhere.example/100%25"),
        "/s%C3%A4hk%C3%B6": (301, "/en/about/?a=%2B#%C3%A4"),
        "/sa%CC%88hko%cc%88/": (301, "/en/about/?a=%2B#%C3%A4"),
        "/vanha": (404, None),
        "/vanha?id=5": (301, "/en/about/?id=5"),
        "/script": (404, None),
        "/other": (404, None),
        "/%": (404, None),
        "/%00": (404, None),
        "/%0d%0aLocation:%20x": (404, None),
        "/%E4": (404, None),
        "/en/%": (404, None),
        "/en/about/?a=%": (200, None),
        "//evil.example/": (404, None),
        "/en/about": (301, "/en/about/"),
    }
    assert {path: asked(origin, path) for path in answers} == answers
