"""The only home of the roads by which a reader may come to a page, person or organisation."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from cases.models import CasePage, CasePriority
from home.models import FeaturedCase
from tests.api.site.small_site import SmallSite
from tests.factories import full_body, publish

LINK = "title path"
CARD = f"""title path translations {{ title }} languageLinks {{ path }}
  breadcrumbs {{ {LINK} }} parent {{ {LINK} }} children {{ {LINK} }}
  seo {{ title description canonicalUrl alternates {{ url }} jsonLd }}"""
BLOCKS = f"""body {{
  ... on ParagraphBlock {{ content {{ html markdown document links {{ {LINK} }} }} }}
  ... on CallToActionBlock {{ page {{ {LINK} }} }}
  ... on CaseCardsBlock {{ cases {{ {CARD} }} }}
  ... on ContactsBlock {{ people {{ name }} }}
}}"""
CASE = f"""... on CasePage {{ {CARD} {BLOCKS} priorities {{ {LINK} code }} focusAreas {{ name }} related {{ {CARD} }}
  partners {{ organisation {{ name }} }} contacts {{ name }} }}"""
LIST = f"totalCount nodes {{ {CARD} }} edges {{ cursor node {{ {LINK} }} }} pageInfo {{ endCursor }}"
MENU = f"label page {{ {LINK} }}"
ROADS = {
    "cases": f"{{ cases(locale: en) {{ totalCount nodes {{ {CASE} }} edges {{ cursor node {{ {LINK} }} }} }} }}",
    "cases of a priority": f'{{ cases(locale: en, filter: {{priorities: ["climate-neutrality"]}}) {{ {LIST} }} }}',
    "cases in Swedish": f"{{ cases(locale: sv, order: title) {{ {LIST} }} }}",
    "articles": f"""{{ articles(locale: en) {{ totalCount nodes {{ {CARD} {BLOCKS} priorities {{ {LINK} }}
      related {{ {LINK} }} contacts {{ name }} }} }} }}""",
    "home": f"""{{ home(locale: en) {{ {CARD} featuredCases {{ {CARD} }}
      strategy {{ {LINK} priorities {{ {LINK} }} }} }} }}""",
    "strategies": f"""{{ strategies(locale: en) {{ {CARD} mainThemeText {{ html markdown links {{ {LINK} }} }}
      predecessor {{ {LINK} }} successor {{ {LINK} }}
      priorities {{ {CARD} strategy {{ {LINK} }} successor {{ {LINK} }} focusAreas {{ name }} contacts {{ name }}
        cases {{ {LIST} }} }} }} }}""",
    "strategy": f"{{ strategy(locale: en) {{ {LINK} priorities {{ {LINK} }} }} }}",
    "sitemap": f"{{ sitemap(locale: en) {{ totalCount nodes {{ page {{ {LINK} }} slug alternates {{ url }} }} }} }}",
    "menus": f"{{ navigation(locale: en) {{ header {{ {MENU} children {{ {MENU} }} }} footer {{ {MENU} }} }} }}",
    "texts": f"{{ settings(locale: en) {{ footerText {{ html links {{ {LINK} }} }} privacyPage {{ {LINK} }} }} }}",
    "case index": f'{{ page(path: "/en/cases/") {{ ... on CaseIndexPage {{ {CARD} cases {{ {LIST} }} }} }} }}',
    "page that refers": f'{{ page(path: "/en/about/") {{ ... on ContentPage {{ {CARD} {BLOCKS} }} }} }}',
    "search": f'{{ search(query: "storage", locale: en) {{ {LIST} edges {{ highlight }} }} }}',
    "search in Swedish": f'{{ search(query: "heat", locale: sv) {{ {LIST} edges {{ highlight }} }} }}',
    "search for a partner": f'{{ cases(locale: en, filter: {{search: "Acme"}}) {{ {LIST} edges {{ highlight }} }} }}',
    "path": f'{{ page(path: "/en/cases/storage/") {{ {CASE} }} }}',
    "route": f'{{ route(path: "/en/cases/storage/") {{ ... on PageRoute {{ page {{ {CARD} }} }} }} }}',
    "path in Swedish": f'{{ page(path: "/sv/cases/storage/") {{ {CASE} }} }}',
    "path in Finnish": f'{{ page(path: "/fi/cases-fi/storage-fi/") {{ {CASE} }} }}',
}


def lead_everywhere(site: SmallSite) -> None:
    """Put the site's full case on every road."""
    body = full_body(image=site.image, document=site.document, person=site.person, case=site.case)
    other_case = CasePage.objects.get(pk=site.other_case.pk)
    other_case.priorities = [CasePriority(priority=site.climate)]
    for page in (site.about, site.article, other_case):
        page.body = body
        publish(page)
    site.strategy.main_theme_text = f'<p><a linktype="page" id="{site.case.pk}">The case</a></p>'
    publish(site.strategy)
    site.home.featured_cases = [FeaturedCase(case=site.case)]
    publish(site.home)


def answers(ask: Callable[..., Any], roads: Iterable[str] = ROADS) -> dict[str, str]:
    """What each road leads to."""
    return {name: json.dumps(ask(ROADS[name]), ensure_ascii=False) for name in roads}


def roads_to(word: str, ask: Callable[..., Any], roads: Iterable[str] = ROADS) -> set[str]:
    """The roads on which `word` is met."""
    return {name for name, answer in answers(ask, roads).items() if word in answer}
