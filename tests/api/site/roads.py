"""The only home of the roads by which a reader of one language may come to a case or to the section About."""

import json
from string import Template

import pytest
from django.test import Client

from api import allowance
from api.reading.identity import make_id
from tests.api.everything import everything

FRAGMENTS = f"""
fragment link on PageLink {{ title path url }}
fragment card on Page {{ title path url ingress }}
fragment richText on RichText {{ html markdown document text links {{ ...link }} }}
fragment facets on CaseFacets {everything("CaseFacets")}
"""
FOUND = "{ nodes { ...card } edges { highlight node { ...card } } }"
# The names with $ stand for what `document` puts there.
ROADS = {
    "page": 'page(path: "/$locale/$cases/$word/") { ...card translations { title path } languageLinks { path } '
    "seo { title description canonicalUrl alternates { url } jsonLd } }",
    "section": 'page(path: "/$locale/about/") { ...card translations { title } seo { title description jsonLd } }',
    "node": 'node(id: "$case_id") { ... on Page { ...card } }',
    "node of the section": 'node(id: "$about_id") { ... on Page { ...card } }',
    "route": 'route(path: "/$locale/$cases/$word/") { ... on PageRoute { page { ...card } } }',
    "old path": 'route(path: "/$locale/$cases/$old/") { ... on RedirectRoute { location } }',
    "redirect": 'route(path: "/$locale/short/") { ... on RedirectRoute { location } }',
    "suggestions": 'route(path: "/$locale/$cases/${word}s/") { ... on NotFoundRoute { suggestions { ...link } } }',
    "redirects": "redirects(first: 100) { nodes { location } }",
    "redirected paths": "redirects(first: 100) { edges { node { path } } }",
    "list": "cases(locale: $locale) { nodes { ...card } edges { node { ...card } } }",
    "list by title": "cases(locale: $locale, order: title) { nodes { ...card } }",
    "filter": 'cases(locale: $locale, filter: {goals: [13], municipalities: ["092"]}) { nodes { ...card } }',
    "facets": "cases(locale: $locale) { facets { ...facets } }",
    "facets of a search": 'cases(locale: $locale, filter: {search: "$word"}) { facets { ...facets } }',
    "markers": "caseMarkers(locale: $locale) { title path }",
    "search": f'search(query: "$word", locale: $locale) {FOUND}',
    "search for a stem": f'search(query: "$stem", locale: $locale) {FOUND}',
    "search while typing": f'search(query: "$prefix", locale: $locale) {FOUND}',
    "search without accents": f'search(query: "$folded", locale: $locale) {FOUND}',
    "search with a typing error": f'search(query: "$typo", locale: $locale) {FOUND}',
    "search for a place": f'cases(locale: $locale, filter: {{search: "Vantaa"}}) {FOUND}',
    "search for a partner": f'cases(locale: $locale, filter: {{search: "Acme"}}) {FOUND}',
    "search of one type": f'search(query: "$word", locale: $locale, pageTypes: ["ContentPage"]) {FOUND}',
    "featured": "home(locale: $locale) { featuredCases { ...card } }",
    "children of the home page": "home(locale: $locale) { children { ...link } }",
    "cases of priorities": "strategies(locale: $locale) { priorities { cases { nodes { ...card } } } }",
    "theme of the strategy": "strategies(locale: $locale) { mainThemeText { ...richText } }",
    "texts and blocks": "articles(locale: $locale) { nodes "
    "{ body { ... on ParagraphBlock { content { ...richText } } } } }",
    "button": "articles(locale: $locale) { nodes { body { ... on CallToActionBlock { page { ...link } } } } }",
    "cards": "articles(locale: $locale) { nodes { body { ... on CaseCardsBlock { cases { ...card } } } } }",
    "related": 'page(path: "/$locale/cases/bikes/") { ... on CasePage { related { ...card } } }',
    "children": 'page(path: "/$locale/$cases/") { children { ...link } }',
    "cases of the index": 'page(path: "/$locale/$cases/") { ... on CaseIndexPage { cases { nodes { ...card } } } }',
    "header": "navigation(locale: $locale) { header { label page { ...link } children { page { ...link } } } }",
    "footer": "navigation(locale: $locale) { footer { label page { ...link } } }",
    "settings": "settings(locale: $locale) { privacyPage { title } accessibilityPage { title } }",
    "footer text": "settings(locale: $locale) { footerText { ...richText } }",
    "breadcrumbs": 'node(id: "$team_id") { ... on Page { breadcrumbs { ...link } } }',
    "parent": 'node(id: "$team_id") { ... on Page { parent { title } } }',
    "JSON-LD of the page below": 'node(id: "$team_id") { ... on Page { seo { jsonLd } } }',
    "sitemap": "sitemap(locale: $locale) { nodes { page { ...link } slug alternates { url } } }",
    "preview of another page": 'preview(token: "$preview") { ... on ArticlePage { body '
    "{ ... on ParagraphBlock { content { ...richText } } ... on CaseCardsBlock { cases { ...card } } } } }",
}
FILES = ["/sitemap-1.xml", "/sitemap.xml", "/robots.txt", "/feeds/en.atom", "/feeds/fi.atom", "/feeds/sv.atom"]
NODES = {"case": "CasePage", "about": "ContentPage", "team": "ContentPage"}
INDEX = {"en": "cases", "fi": "cases-fi", "sv": "cases"}
OLD = {"en": "storage", "fi": "storage-fi", "sv": "storage"}

COUNTS = f"""
query ($locale: LocaleCode!) {{
  cases(locale: $locale) {{ totalCount facets {everything("CaseFacets")} }}
  strategies(locale: $locale) {{ priorities {{ cases {{ totalCount }} }} }}
  search(query: "creme", locale: $locale) {{ totalCount }}
  caseMarkers(locale: $locale) {{ status priorityCodes }}
  sitemap(locale: $locale) {{ totalCount }}
}}
"""


def document(locale: str, word: str, places: dict[str, str]) -> str:
    """One document with every road, for a reader of `locale` who looks for `word`."""
    values = {
        "locale": locale,
        "cases": INDEX[locale],
        "old": OLD[locale],
        "word": word,
        "stem": f"{word}s",
        "prefix": word[:4],
        "folded": f"creme {word}",
        "typo": word[:3] + word[4:],
        "preview": places["preview"],
        **{f"{name}_id": make_id(kind, locale, places[name]) for name, kind in NODES.items()},
    }
    roads = " ".join(f"a{number}: {road}" for number, road in enumerate(ROADS.values()))
    return f"query {{ {Template(roads).substitute(values)} }} {FRAGMENTS}"


def answers(client: Client, locale: str, word: str, places: dict[str, str], *tokens: str) -> dict[str, str]:
    """What each road leads to, in small letters."""
    headers = {"Authorization": f"Bearer {', '.join(tokens)}"} if tokens else {}
    body = json.dumps({"query": document(locale, word, places)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(allowance, "MOST_SEARCHES", len(ROADS))  # no visitor looks for so much at once
        answer = client.post("/graphql/", body, content_type="application/json", headers=headers).json()
    assert "errors" not in answer, answer["errors"]
    return {
        name: json.dumps(answer["data"][f"a{number}"], ensure_ascii=False).lower() for number, name in enumerate(ROADS)
    }


def files(client: Client) -> dict[str, str]:
    return {path: client.get(path).content.decode().lower() for path in FILES}
