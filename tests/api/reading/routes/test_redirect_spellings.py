"""The only home of the rule that what an editor may save as a redirect works, in every spelling that browsers send."""

import json
import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from api.reading.routes.paths import SitePath
from cms.desk.redirects import NOT_SENT, CheckedRedirectForm
from cms.publishing.redirects import as_uri, spelled

ROUTE = "query ($path: String!) { route(path: $path) { __typename ... on RedirectRoute { location } } }"
ABOUT = "/en/about/"
SITE = django_settings.FRONTEND_ORIGIN
SIGNS = " äÄß+%&=?#/;:@~._-()[]\"'<>\\{}|^`😀"
HEX = st.sampled_from(
    ["%20", "%C3%A4", "%c3%a4", "%E4", "%2F", "%2f", "%2B", "%25", "%3F", "%23", "%", "%zz", "%5C", "%0A", "%00"]
)
paths = st.lists(st.text(st.sampled_from("abA" + SIGNS), min_size=1, max_size=5) | HEX, min_size=1, max_size=4).map(
    "".join
)
ANY = {"suppress_health_check": [*HealthCheck], "deadline": None, "max_examples": 25}


def form(old_path, link=SITE + ABOUT, **values):
    return CheckedRedirectForm({"old_path": old_path, "redirect_link": link, "is_permanent": "on", **values})


def save(old_path, link=SITE + ABOUT):
    saved = form(old_path, link)
    assert saved.is_valid(), saved.errors
    return saved.save()


def in_a_browser(path):
    """What a browser sends for an address that is typed into it: the URL standard's percent-encoding of paths."""
    path, _, query = path.strip().partition("#")[0].partition("?")
    sent = quote(re.sub(r"[\t\r\n]", "", path.replace("\\", "/")), safe="/%:@!$&'()*+,;=~|[]^")
    return sent + (f"?{quote(query, safe=QUERY)}" if query else "")


QUERY = "/%:@!$&()*+,;=~|[]^`{}?"
ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")


def spellings(path):
    """Other ways in which a browser may send the same."""
    sent = in_a_browser(path)
    way, question, query = sent.partition("?")
    yield path.partition("#")[0]
    yield sent
    yield sent + "#part"
    yield f"{way.rstrip('/')}/{question}{query}"
    yield ESCAPE.sub(lambda escape: escape[0].lower(), sent)
    yield ESCAPE.sub(lambda escape: escape[0].upper(), sent)
    yield f"/{way}{question}{query}"
    for form_of_letters in ("NFD", "NFC"):
        same = unicodedata.normalize(form_of_letters, path)
        if ESCAPE.findall(same) == ESCAPE.findall(path):  # "%AÄ" may become an escape, and nobody can tell
            yield in_a_browser(same)
    if not query:
        yield f"{sent}?utm_source=x"


OLD_PATHS = paths.map(lambda path: f"/{path}")


@given(OLD_PATHS)
@settings(max_examples=500)
@example("/vanha+sivu")
@example("/?%20")
@example("/.%20")
@example("/%2F")
@example("/%AÄ")
def test_every_spelling_is_looked_up_under_the_one_that_is_stored(old_path):
    stored = spelled(old_path)
    if stored.partition("?")[0] != "/" and not NOT_SENT.search(stored):
        for asked in spellings(old_path):
            assert stored in SitePath.parse(asked).old_paths, asked
            assert SitePath.parse(asked).prefix


@settings(**{**ANY, "max_examples": 10})
@given(old_path=OLD_PATHS)
@example(old_path="/vanha sivu")
@example(old_path="/vanha%20sivu")
@example(old_path="/vanha+sivu")
@example(old_path="/sähkö/")
@example(old_path="/s%c3%a4hk%C3%B6")
@example(old_path="/s%E4hk%F6")
@example(old_path="/100%")
@example(old_path="/a%2Fb?x=1+1&a=%2B")
@example(old_path="//a//b")
@example(old_path="/a;c;b")
def test_what_the_form_takes_is_found_in_every_spelling(site, ask, old_path):
    with transaction.atomic():
        redirect = form(old_path)
        if redirect.is_valid():
            path = redirect.save().old_path
            for asked in spellings(old_path):
                assert ask(ROUTE, path=asked)["route"].get("location") == ABOUT, asked
            listed = ask("{ redirects(first: 100) { nodes { path location } } }")["redirects"]["nodes"]
            assert {"path": path, "location": ABOUT} in listed
            assert ask(ROUTE, path=path)["route"]["location"] == ABOUT
        else:
            assert all(message for messages in redirect.errors.values() for message in messages)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "asked", ["/vanha sivu", "/vanha%20sivu", "/vanha+sivu", "//vanha%20sivu/", "/vanha%20sivu/?a=b#c"]
)
@pytest.mark.parametrize(
    "saved", ["/vanha sivu", "/vanha%20sivu", "vanha sivu/", " /vanha sivu ", "{origin}/vanha%20sivu/#x"]
)
def test_spellings_of_a_space(site, ask, saved, asked):
    save(saved.format(origin=SITE))
    assert ask(ROUTE, path=asked)["route"]["location"] == ABOUT


@given(st.text())
@example("/%E4")
@example("/vanha ?a=1 ")
@example("/a%5Cb")
def test_one_spelling_has_one_spelling(path):
    path = path.encode(errors="ignore").decode()
    assert spelled(spelled(path)) == spelled(path)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("stored", ["/vanha%20sivu/", "/Vanha%20sivu?b=2&a=1"])
def test_what_is_saved_by_code_is_spelled_too(stored):
    assert Redirect.objects.create(old_path=stored, redirect_link=ABOUT).old_path == spelled(stored)


# Targets

TARGETS = st.one_of(
    paths.map(lambda path: f"https://elsewhere.example/{path}"),
    paths.map(lambda path: f"{SITE}/files/{path}"),
    st.sampled_from(
        ["https://sähkö.example/ä", "http://elsewhere.example:8080", "HTTPS://Elsewhere.example/A?b=%2B#c"]
    ),
    st.sampled_from(
        ["javascript:alert(1)", "//evil.example", "/\\evil.example", "\thttps://x.example", "https://", "https://["]
    ),
    st.text(max_size=12),
)


@settings(**ANY)
@given(link=TARGETS)
@example(link="https://elsewhere.example/a%2Bb")
@example(link="https://elsewhere.example/100%")
@example(link="https://elsewhere.example/ä b")
@example(link=f"{SITE}/files/a%2Bb?x=%26#ä")
def test_target_that_the_form_takes_arrives_as_the_same_uri(site, ask, link):
    with transaction.atomic():
        redirect = form("/vanha", link)
        if redirect.is_valid():
            location = redirect.save() and ask(ROUTE, path="/vanha")["route"]["location"]
            assert location == as_uri(redirect.instance.redirect_link).removeprefix(SITE)
            assert location.isascii()
            assert not re.search(r"[\s\\<>\"{}|^`]|%(?![0-9A-Fa-f]{2})", location)
            assert urlsplit(location).scheme in ("http", "https", "")
            assert location.startswith(("http://", "https://", "HTTP")) or re.match(r"/(?![/\\])", location)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("link", "location"),
    [
        ("https://elsewhere.example/a%2Bb+c", "https://elsewhere.example/a%2Bb+c"),
        ("https://elsewhere.example/100%", "https://elsewhere.example/100%25"),
        ("https://elsewhere.example/sähkö?ä=ö#å", "https://elsewhere.example/s%C3%A4hk%C3%B6?%C3%A4=%C3%B6#%C3%A5"),
        ("https://sähkö.example/", "https://xn--shk-qla6g.example/"),
        (f"{SITE}/files/a%2Bb", "/files/a%2Bb"),
        (f"{SITE}/fi/cases-fi/storage-fi/?a=%2B#ä", "/fi/cases-fi/storage-fi/?a=%2B#%C3%A4"),
    ],
)
def test_location_is_a_uri(site, ask, link, location):
    save("/vanha", link)
    assert ask(ROUTE, path="/vanha")["route"]["location"] == location


def test_page_with_letters_beyond_ascii_is_a_uri_too(site, ask):
    Page.objects.filter(pk=site.about.pk).update(slug="tietoä", url_path="/home/tietoä/")
    Redirect.add_redirect("/vanha", site.about)
    assert ask(ROUTE, path="/vanha")["route"]["location"] == "/en/tieto%C3%A4/"
    assert ask(ROUTE, path="/en/tieto%C3%A4/")["route"]["__typename"] == "PageRoute"
    assert ask(ROUTE, path="/en/about/")["route"]["location"] == "/en/tieto%C3%A4/"


# Whatever is stored or asked for


@settings(**ANY)
@given(stored=st.text(max_size=20), link=st.text(max_size=20) | TARGETS, asked=st.text(max_size=20) | paths)
@example(stored="/%", link="https://elsewhere.example/%", asked="/%")
@example(stored="/a", link="java\nscript:alert(1)", asked="/a")
@example(stored="/a", link="http://[", asked="/a?b=%00")
def test_nothing_stored_and_nothing_asked_fails(site, ask_raw, stored, link, asked):
    with transaction.atomic():
        storable = [value.replace("\x00", "").encode(errors="ignore").decode() for value in (stored, link)]
        if storable[0].strip():
            Redirect.objects.create(old_path=storable[0], redirect_link=storable[1])
        for path in (
            asked,
            f"/{asked}",
            stored,
            f"/en/{asked}/",
            quote(stored.encode(errors="ignore")),
            unquote(asked),
        ):
            answer = ask_raw(
                "query ($path: String!) { route(path: $path) { __typename ... on RedirectRoute { location } }"
                " page(path: $path) { id } redirects { nodes { path location } } }",
                path=path,
            )
            assert "errors" not in answer or "surrogate" in json.dumps(answer)
            location = answer["data"]["route"].get("location", "/")
            assert urlsplit(location).scheme in ("", "http", "https")
            assert not location.startswith(("//", "/\\"))
        transaction.set_rollback(True)


# What cannot work is refused


@pytest.mark.parametrize(
    ("old_path", "link", "field"),
    [
        ("/", SITE + ABOUT, "old_path"),
        ("/?id=1", SITE + ABOUT, "old_path"),
        ("https://elsewhere.example/vanha", SITE + ABOUT, "old_path"),
        ("/vanha%00", SITE + ABOUT, "old_path"),
        ("/vanha%0D%0A", SITE + ABOUT, "old_path"),
        ("/" + "%" * 200, SITE + ABOUT, "old_path"),
        ("/en/about", "https://elsewhere.example/", "old_path"),
        ("/sv/about/", "https://elsewhere.example/", "old_path"),
        ("/vanha", "javascript:alert(1)", "redirect_link"),
        ("/vanha", "ftp://elsewhere.example/", "redirect_link"),
        ("/vanha", "https://", "redirect_link"),
        ("/vanha", "http://[", "redirect_link"),
        ("/vanha", "#part", "redirect_link"),
        ("/vanha", f"{SITE}/en/nowhere/", "redirect_link"),
        ("/vanha", f"{SITE}/vanha/", "redirect_link"),
        ("/vanha", "", "redirect_page"),
    ],
)
def test_form_refuses_what_cannot_work(site, old_path, link, field):
    refused = form(old_path, link)
    assert not refused.is_valid()
    assert len(refused.errors[field][0]) > 15


def test_form_takes_one_target(site):
    assert "redirect_link" in form("/vanha", SITE + ABOUT, redirect_page=site.case.pk).errors
    assert form("/vanha", "", redirect_page=site.case.pk).is_valid()


def test_same_path_in_another_spelling_is_refused(site):
    save("/vanha sivu")
    assert not form("/vanha%20sivu/").is_valid()


def test_target_may_be_a_path_that_redirects(site):
    save("/en/a", "https://elsewhere.example/")
    assert form("/en/b", f"{SITE}/en/a/").is_valid()
