"""The only home of how many SQL statements an answer takes: the same for one row as for many, and few."""

import pytest
from django.db import transaction

from cms.media.models import Document, Image, Rendition
from tests.api.copies import copies, copies_of_snippet, copy_row, replaced
from tests.api.everything import CARD, everything

MANY = 24  # more than any list shows by itself, so that a statement for each row would be seen
PICTURE = "{ alt placeholder rendition(width: 400) { url width height } srcSet(widths: [200, 400, 800]) }"


def many(page, site):
    """Copies of a page of which each names a person, organisation, picture, file and page of its own."""
    numbers = range(1, MANY + 1)
    people, organisations = (copies_of_snippet(snippet, MANY) for snippet in (site.person, site.organisation))
    images = [
        Image.objects.bulk_create(copy_row(site.image, file_hash=f"{kind}{n:039}") for n in numbers) for kind in "abc"
    ]
    files = Document.objects.bulk_create(copy_row(site.document) for _ in numbers)
    cases = copies(site.other_case, MANY)

    def change(n, document):
        keys = {
            str(site.person.translation_key): str(people[n - 1].translation_key),
            str(site.organisation.translation_key): str(organisations[n - 1].translation_key),
            str(site.other_case.translation_key): str(cases[n - 1].page.translation_key),
        }
        in_body, main, card = ({site.image.pk: kind[n - 1].pk} for kind in images)
        file = {site.document.pk: files[n - 1].pk}
        numbers = {
            "image": in_body,
            "portrait": in_body,
            "poster": in_body,
            "lead_image": main,
            "hero_image": main,
            "card_image": card,
            "document": file,
            "file": file,
        }
        return replaced(document, keys, numbers)

    copies(page, MANY, change)


LISTS = {
    "cases": ("case", f"{{ cases(locale: en, first: 100) {{ totalCount nodes {everything('CasePage')} }} }}"),
    "cases in Swedish": (
        "case",
        f"{{ cases(locale: sv, first: 100) {{ totalCount nodes {everything('CasePage')} }} }}",
    ),
    "articles": (
        "article",
        f"{{ articles(locale: en, first: 100) {{ totalCount nodes {everything('ArticlePage')} }} }}",
    ),
    "strategies": ("strategy", f"{{ strategies(locale: en) {everything('StrategyPage')} }}"),
    "priorities": ("climate", f"{{ strategies(locale: en) {{ priorities {everything('PriorityPage')} }} }}"),
    "home": ("case", f"{{ home(locale: en) {everything('HomePage')} }}"),
    "strategy": ("climate", f"{{ strategy(locale: en) {everything('StrategyPage')} }}"),
    "case index": ("case", f'{{ page(path: "/en/cases/") {{ ... on CaseIndexPage {everything("CaseIndexPage")} }} }}'),
    "route": ("case", f'{{ route(path: "/en/cases/") {everything("Route")} }}'),
    "navigation": ("about", f"{{ navigation(locale: en) {everything('Navigation')} }}"),
    "sitemap": ("case", f"{{ sitemap {everything('SitemapConnection')} }}"),
    "settings": ("about", f"{{ settings(locale: en) {everything('SiteSettings')} }}"),
}


@pytest.mark.parametrize("name", LISTS)
def test_as_many_statements_for_many_rows_as_for_one(site, statements, name):
    copied, query = LISTS[name]
    one = statements(query)
    with transaction.atomic():
        many(getattr(site, copied), site)
        of_many = statements(query)
        transaction.set_rollback(True)
    assert len(of_many) == len(one), [sql for sql in of_many if sql not in one]


def test_facets_of_a_list_take_two_statements_more(site, statements):
    query = "{ cases(locale: sv, filter: {goals: [13]}) { totalCount nodes { title priorities { code } } %s } }"
    facets = f"facets {everything('CaseFacets')}"
    one = statements(query % facets)
    many(site.case, site)
    assert len(statements(query % facets)) == len(one) == 4
    assert len(statements(query % "")) == 2


def test_facets_of_the_cases_of_all_priorities_take_one_statement_and_one_for_organisations(site, statements):
    query = "{ strategies(locale: en) { priorities { cases(first: 0) { %s } } } }"
    counts = "facets { priorities { count } years { count } organisations { count } }"
    assert len(statements(query % counts)) == len(statements(query % "__typename")) + 2
    many(site.climate, site)
    assert len(statements(query % counts)) == len(statements(query % "__typename")) + 2


def test_markers_take_one_statement_besides_the_priorities(site, statements):
    query = "{ caseMarkers(locale: sv) { title path locale status priorityCodes locations { latitude longitude } } }"
    assert len(statements(query)) == 2
    many(site.case, site)
    assert len(statements(query)) == 2


def test_filters_take_no_statement_besides_the_catalogues(site, statements):
    query = """query ($filter: CaseFilter) { cases(locale: sv, first: 0, filter: $filter) { totalCount } }"""
    key = str(site.organisation.translation_key)
    box = {"south": 60, "west": 24, "north": 61, "east": 26}
    wanted = {"sectors": ["company"], "organisations": [key], "year": 2024, "funding": ["ERDF"], "within": box}
    assert len(statements(query, filter=wanted)) == 1
    assert len(statements(query, filter={**wanted, "strategyYear": 2024, "priorities": ["cleantech"]})) == 3


def test_reference_data_takes_one_statement(site, statements):
    assert len(statements(f"{{ goals(locale: fi) {everything('Goal')} }}")) == 1
    assert len(statements(f"{{ municipalities(locale: fi) {everything('Municipality')} }}")) == 1
    assert len(statements(f"{{ locales {everything('Locale')} }}")) == 1


def test_sitemap_takes_two_statements(site, statements):
    many(site.case, site)
    assert len(statements(f"{{ sitemap(first: 1000) {everything('SitemapConnection')} }}")) == 2


def test_list_of_cases_takes_two_statements(site, statements):
    many(site.case, site)
    query = f"""{{ cases(locale: sv) {{ totalCount pageInfo {{ hasNextPage }} nodes {{
      id title path ingress leadImage {PICTURE} cardImage {PICTURE} priorities {{ label color }} focusAreas {{ name }}
      goals {{ number title }} municipalities {{ code name }} }} }} }}"""
    assert len(statements(query)) == 2


def test_priorities_come_along_where_they_are_asked_for_and_nowhere_else(site, statements):
    page = '{ page(path: "/en/cases/storage/") { title ... on CasePage { %s } } }'
    [without] = statements(page % "status")
    [along] = statements(page % "priorities { code title path cardImage { alt } } focusAreas { name }")
    assert ["publishedpage.position" in one for one in (along, without)] == [True, False]


def test_priorities_that_came_along_are_those_that_are_read_by_themselves(site, ask):
    card = "code title path label color locale seo { title } cardImage { alt } strategy { title }"
    page = f'{{ page(path: "/sv/cases/storage/") {{ ... on CasePage {{ priorities {{ {card} }} }} }} }}'
    alone = f"{{ cases(locale: sv, first: 0) {{ facets {{ priorities {{ priority {{ {card} }} }} }} }} }}"
    came_along = ask(page)["page"]["priorities"]
    by_themselves = [one["priority"] for one in ask(alone)["cases"]["facets"]["priorities"]]
    assert came_along
    assert [one for one in came_along if one not in by_themselves] == []


@pytest.mark.parametrize("path", ["/en/cases/storage/", "/fi/cases-fi/storage-fi/", "/sv/cases/storage/"])
def test_case_with_everything_takes_five_statements(site, statements, path):
    found = statements(f'{{ page(path: "{path}") {{ ... on CasePage {everything("CasePage")} }} }}')
    assert len(found) == 5


@pytest.mark.parametrize(
    ("path", "name", "most"),
    [
        ("/en/", "HomePage", 6),
        ("/en/strategy/", "StrategyPage", 6),
        ("/en/strategy/climate/", "PriorityPage", 12),
        ("/en/cases/", "CaseIndexPage", 10),
        ("/en/articles/", "ArticleIndexPage", 6),
        ("/en/articles/news/", "ArticlePage", 8),
        ("/en/about/", "ContentPage", 6),
    ],
)
def test_page_with_everything_takes_few_statements(site, statements, path, name, most):
    assert len(statements(f'{{ page(path: "{path}") {{ ... on {name} {everything(name)} }} }}')) <= most


def test_order_of_the_fields_makes_no_difference(site, statements):
    fields = [
        f"related {{ {CARD} leadImage {PICTURE} }}",
        f"body {everything('Block')}",
        f"leadImage {PICTURE}",
        f"partners {everything('Partner')}",
        f"contacts {everything('Person')}",
    ]
    numbers = {
        len(statements(f'{{ page(path: "/en/cases/storage/") {{ ... on CasePage {{ {" ".join(order)} }} }} }}'))
        for order in (fields, fields[::-1], fields[2:] + fields[:2])
    }
    assert len(numbers) == 1


def test_asking_for_everything_makes_no_rendition_and_writes_nothing(site, ask, statements):
    for name, (_, query) in LISTS.items():
        assert {sql.lstrip("(\n ").split()[0] for sql in statements(query)} <= {"SELECT", "WITH"}, name
    assert Rendition.objects.count() == 0


def test_same_page_by_many_names_takes_no_more_than_its_own_statement_each(site, statements):
    one = statements('{ a: page(path: "/en/cases/storage/") { title breadcrumbs { title } } }')
    pages = " ".join(f'p{n}: page(path: "/en/cases/storage/") {{ title breadcrumbs {{ title }} }}' for n in range(5))
    assert len(statements(f"{{ {pages} }}")) == len(one) + 4
