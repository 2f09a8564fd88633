"""The only home of the leak table: whatever hides a page hides it on every road, on which it is met when shown."""

import re
from copy import deepcopy
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Page, PageViewRestriction

from cases.models import RelatedCase
from cms.publishing.places import place_of
from cms.publishing.previews import make_preview, make_token
from home.models import FeaturedCase
from tests import factories
from tests.api.site import hidden, roads
from tests.api.site.hidden import DRAFT, ENGLISH, FINNISH, KINDS
from tests.factories import publish, translate

LANGUAGES = ("en", "fi", "sv")
WORDS = {"en": ENGLISH, "fi": FINNISH, "sv": ENGLISH}


def finnish(text):
    return re.sub("quokka", FINNISH, text, flags=re.IGNORECASE)


def lead_everywhere(site):
    case, about = site.case, site.about
    case.title, case.slug, case.ingress = "Quokka granary", ENGLISH, "Crème quokka brûlée"
    case.search_description = case.seo_title = "Quokka"
    case.funding = [{"type": "funding", "value": {"programme": "Quokka fund", "statement": ""}}]
    about.title, about.ingress, about.body = "About quokka", "Crème quokka brûlée", []
    for page in (case, about):
        publish(page)
        translate(page, "fi", texts=finnish)
    name_everywhere(site, case, about)


def name_everywhere(site, case, *others):
    """Name pages wherever editors choose pages."""
    links = " ".join(f'<a linktype="page" id="{page.pk}">A page</a>' for page in (case, *others))
    site.article.body = factories.body(
        paragraph=f"<p>{links}</p>",
        call_to_action={"label": "Read", "page": case.pk, "href": ""},
        case_cards={"heading": "", "cases": factories.items("case", case.pk)},
    )
    site.strategy.main_theme_text = f"<p>{links}</p>"
    site.other_case.related = [RelatedCase(case=case)]
    site.home.featured_cases = [FeaturedCase(case=case)]
    for page in (site.article, site.strategy, site.other_case, site.home):
        publish(page)
    for language in LANGUAGES:
        Redirect.objects.filter(old_path=f"/{language}/short").delete()
        Redirect.add_redirect(f"/{language}/short", case)
    for language in ("fi", "sv"):
        translate(site.strategy, language)


@pytest.fixture(scope="module")
def led(built_site, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        site = deepcopy(built_site)
        lead_everywhere(site)
        article = Page.objects.get(pk=site.article.pk).specific
        editor = User.objects.create_superuser("editor")
        preview = make_token(make_preview(article, place_of(article), editor, follows_form=False))
        team = Page.objects.get(slug="team")
        keys = {
            name: str(page.translation_key)
            for name, page in {"case": site.case, "about": site.about, "team": team}.items()
        }
        yield site, {**keys, "preview": preview}
        transaction.set_rollback(True)


@pytest.fixture
def places(led, site):
    return led[1]


@pytest.fixture
def pages(led, site):
    return [hidden.fresh(page) for page in (led[0].case, led[0].about)]


@pytest.fixture
def met(client, places):
    """The roads on which a word is met, by a reader of a language who looks for it."""

    def on(word, language, *tokens):
        found = roads.answers(client, language, word, places, *tokens)
        return {name for name, answer in found.items() if word in answer}

    return on


# The preview is an English page's; nothing leads from the Finnish path elsewhere; a sitemap has no fallbacks.
NOT_MET = {"en": set(), "fi": {"preview of another page", "redirected paths"}, "sv": {"sitemap"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_public_is_met_on_every_road(met, client, language):
    assert set(roads.ROADS) - met(WORDS[language], language) == NOT_MET[language]
    files = roads.files(client)
    assert {name for name, text in files.items() if ENGLISH in text} == {"/sitemap-1.xml", "/feeds/en.atom"}
    assert {name for name, text in files.items() if FINNISH in text} == {"/sitemap-1.xml", "/feeds/fi.atom"}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_hidden_is_met_on_no_road(pages, met, client, name):
    kind = KINDS[name]
    hide(pages, name)
    found = {(word, language): met(word, language) for word in kind.words for language in LANGUAGES}
    by_design = {"redirected paths"} if kind.leaves_a_version else set()
    assert not {key: names for key, names in found.items() if names - by_design}
    assert not {path for path, text in roads.files(client).items() if any(word in text for word in kind.words)}


def hide(pages, name):
    for page in pages:
        KINDS[name].hide(page)


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.show])
def test_what_is_shown_is_met_on_every_road(pages, met, client, name):
    kind = KINDS[name]
    hide(pages, name)
    for page in pages:
        kind.show(page)
    for language in kind.shown_in:
        word = DRAFT if DRAFT in kind.words else WORDS[language]
        assert set(roads.ROADS) - met(word, language) == NOT_MET[language]


@pytest.fixture
def tokens(client):
    """Tokens that open another page behind a password, and what those may read who have a login but no group."""
    other = publish(factories.ContentPageFactory(title="Other", slug="other"))
    PageViewRestriction.objects.create(page=other, restriction_type="password", password="parsley")
    cache.clear()
    query = 'mutation { unlockPage(input: {path: "/en/other/", password: "parsley"}) { token } }'
    answer = client.post("/graphql/", {"query": query}, content_type="application/json").json()
    _, of_user = APIToken.create_token(user=User.objects.create_user("reader"), name="A frontend")
    return [answer["data"]["unlockPage"]["token"], of_user]


@pytest.mark.parametrize("name", KINDS)
def test_tokens_for_other_pages_show_nothing_more(pages, met, tokens, name):
    kind = KINDS[name]
    hide(pages, name)
    given = tokens[:1] if kind.needs_login else tokens
    for word in kind.words:
        by_design = {"redirected paths"} if kind.leaves_a_version else set()
        assert met(word, "fi" if word == FINNISH else "en", *given) <= by_design


@pytest.fixture
def counts(ask):
    return lambda: {language: ask(roads.COUNTS, locale=language) for language in LANGUAGES}


@pytest.mark.parametrize("name", [name for name in KINDS if not name.startswith("below")])
def test_what_is_hidden_is_counted_nowhere(pages, counts, name):
    case, _ = pages
    before = counts()
    with transaction.atomic():
        for language, word in (("en", ENGLISH), ("fi", FINNISH)):
            if word in KINDS[name].words:
                Page.objects.get(translation_key=case.translation_key, locale__language_code=language).delete()
        without = counts()
        transaction.set_rollback(True)
    assert DRAFT in KINDS[name].words or [language for language in LANGUAGES if without[language] != before[language]]
    KINDS[name].hide(case)
    assert counts() == without


@pytest.mark.parametrize("scheduled", [False, True])
def test_case_that_was_never_published_is_met_on_no_road_that_leads_to_it(pages, met, site, scheduled):
    draft = hidden.draft_of(factories.CasePageFactory(slug="draft"))
    draft.go_live_at = timezone.now() + timedelta(days=1) if scheduled else None
    revision = draft.save_revision(approved_go_live_at=draft.go_live_at)
    if scheduled:
        revision.publish()
    name_everywhere(site, draft)
    assert [met(DRAFT, language) for language in LANGUAGES] == [set()] * 3
    hidden.publish_the_draft(draft)
    for language in ("en", "sv"):
        assert met(DRAFT, language) >= {
            "page",
            "redirects",
            "redirect",
            "list",
            "facets",
            "search",
            "texts and blocks",
            "button",
            "cards",
            "featured",
            "related",
            "theme of the strategy",
        }
