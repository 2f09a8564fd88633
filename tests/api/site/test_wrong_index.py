"""The public index only finds: however wrong its rows are, no reader learns from an answer what is not public."""

import json
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

from cases.models import Organisation
from cms.publishing.models import IndexCount, PageWords, PublicIndex, WordIndex
from tests.api.site import roads
from tests.api.site.case_roads import ROADS, answers
from tests.api.site.secrets import SECRET, hide_secrets
from tests.factories import translate
from tests.publishing.index import settle

READERS = ("en", "fi", "sv")
KNOWN = ("goals:7", "goals:13", "municipalities:092", "status:ongoing", "status:completed", "years:2026")
FACETS = "funding { programme } organisations { organisation { name } } priorities { priority { title } }"
OF_MANY = f"""
{{ cases(locale: LOCALE, order: title) {{ totalCount pageInfo {{ startCursor endCursor }} edges {{ cursor }}
     facets {{ {FACETS} }} nodes {{ title related(first: 9) {{ title }} children {{ title }} }} }}
   priorities: strategies(locale: LOCALE) {{ title priorities {{ title cases(order: title) {{ totalCount
     pageInfo {{ endCursor }} facets {{ {FACETS} }} nodes {{ title }} }} }} }}
   found: search(locale: LOCALE, query: "{SECRET}") {{ nodes {{ title }} edges {{ highlight cursor }} }}
   articles(locale: LOCALE) {{ nodes {{ title related(first: 9) {{ title }} }} pageInfo {{ endCursor }} }}
   caseMarkers(locale: LOCALE) {{ title path }}
   home(locale: LOCALE) {{ children {{ title }} }}
   sitemap(first: 1000) {{ nodes {{ slug page {{ title }} alternates {{ url }} }} pageInfo {{ endCursor }} }}
   redirects(first: 100) {{ nodes {{ location }} }}
   route(path: "/LOCALE/cases/{SECRET}/") {{ ... on NotFoundRoute {{ suggestions {{ title path }} }} }} }}
"""


def fill_with_all_there_is(site: Site) -> None:
    """For every reader, on every site, each page that there is, public or not, under all that lists find pages by."""
    terms = [*KNOWN, f"funding:{SECRET}", *PublicIndex.objects.values_list("terms", flat=True).first()]
    terms += [f"priorities:{key}" for key in Page.objects.values_list("translation_key", flat=True)]
    PublicIndex.objects.all().delete()
    parents = {page.path: page.translation_key for page in Page.objects.all()}
    PublicIndex.objects.bulk_create(
        [
            PublicIndex(
                translation_key=page.translation_key,
                reader=reader,
                site_id=on.pk,
                locale=page.locale.language_code,
                page_id=page.pk,
                type=type_name,
                parent_key=parents.get(page.path[:-4]),
                position=page.path[-4:],
                listed_at=timezone.now(),
                first_published_at=timezone.now(),
                sort_title=SECRET,
                noindex=False,
                terms=terms,
            )
            for page in Page.objects.select_related("locale", "content_type")
            for type_name in [f"{page.content_type.app_label}.{page.content_type.model}"]
            for on in Site.objects.all()
            for reader in READERS
        ],
        ignore_conflicts=True,
    )


def keep_the_first_half(site: Site) -> None:
    keys = PublicIndex.objects.order_by("translation_key").values_list("translation_key", flat=True).distinct()
    PublicIndex.objects.filter(translation_key__in=list(keys)[: len(keys) // 2]).delete()


def give_each_reader_the_rows_of_another(site: Site) -> None:
    following = dict(zip(READERS, (*READERS[1:], READERS[0]), strict=True))
    rows = list(PublicIndex.objects.all())
    PublicIndex.objects.all().delete()
    for row in rows:
        row.reader = following[row.reader]
    PublicIndex.objects.bulk_create(rows)


def lead_to_other_pages(site: Site) -> None:
    """The keys of what is public, with the rows of what is not."""
    hidden = list(Page.objects.filter(title__contains=SECRET).values_list("pk", flat=True))
    PublicIndex.objects.filter(type="cases.casepage").update(page_id=hidden[0], terms=[f"funding:{SECRET}"])


def name_no_page(site: Site) -> None:
    PublicIndex.objects.update(page_id=2_000_000_000, parent_key=uuid.uuid4())


def count_what_is_not_there(site: Site) -> None:
    """Of every page, public or not, and of what none has."""
    terms = {
        "funding": [f"funding:{SECRET}"],
        "priorities": [f"priorities:{key}" for key in Page.objects.values_list("translation_key", flat=True)],
        "organisations": [
            f"organisations:{key}" for key in Organisation.objects.values_list("translation_key", flat=True)
        ],
        "": [],
    }
    IndexCount.objects.all().delete()
    IndexCount.objects.bulk_create(
        IndexCount(
            site_id=on.pk,
            reader=reader,
            locale=reader,
            type="cases.casepage",
            facet=facet,
            digest=uuid.uuid4(),
            terms=of_facet,
            number=7,
        )
        for on in Site.objects.all()
        for reader in READERS
        for facet, of_facet in terms.items()
    )


def give_public_pages_the_words_of_others(site: Site) -> None:
    hidden = Page.objects.filter(title__contains=SECRET).values_list("pk", flat=True)
    entry = WordIndex.objects.filter(pk__in=hidden).first()
    words = PageWords.objects.get(pk=entry.pk)
    WordIndex.objects.update(lexemes=entry.lexemes)
    PageWords.objects.update(vector=words.vector, folded_vector=words.folded_vector, folded_title=words.folded_title)


WRONG: dict[str, Callable[[Site], object]] = {
    "no rows": lambda _: PublicIndex.objects.all().delete(),
    "all there is": fill_with_all_there_is,
    "half": keep_the_first_half,
    "another reader's": give_each_reader_the_rows_of_another,
    "another page's": lead_to_other_pages,
    "nobody's": name_no_page,
    "numbers": count_what_is_not_there,
    "words": give_public_pages_the_words_of_others,
}


@pytest.fixture
def secrets(site):
    hide_secrets(site)
    Site.objects.create(hostname="another.example", root_page=Page.objects.get(pk=site.about.pk))
    settle()
    return site


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_index_tells_of_nothing_that_is_not_public(secrets, ask, client, wrong):
    WRONG[wrong](Site.objects.get(is_default_site=True))

    told = answers(ask, ROADS)
    told |= {
        f"lists in {reader}": json.dumps(ask(OF_MANY.replace("LOCALE", reader)), ensure_ascii=False)
        for reader in READERS
    }
    told |= roads.files(client)
    leaking = {name for name, answer in told.items() if SECRET in answer.lower()}
    assert leaking == set()
    ends = [json.dumps(answer) for name, answer in told.items() if "Cursor" in answer]
    assert ends


def test_without_the_index_lists_are_empty_and_nothing_fails(secrets, ask):
    PublicIndex.objects.all().delete()
    found = ask(
        "{ cases(locale: en) { totalCount nodes { title } } sitemap { totalCount } home(locale: en) { title } }"
    )
    assert found == {"cases": {"totalCount": 0, "nodes": []}, "sitemap": {"totalCount": 0}, "home": None}


def test_a_fallback_stands_in_as_soon_as_the_better_version_has_expired(site, ask):
    case = translate(site.other_case, "fi")
    query = "{ cases(locale: fi) { totalCount nodes { title } } }"
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page SET expire_at = clock_timestamp() + interval '2 seconds' WHERE id = %s", [case.pk]
        )
    before = ask(query)["cases"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(2.1)")
    after = ask(query)["cases"]
    assert case.title in [node["title"] for node in before["nodes"]]
    assert case.title not in [node["title"] for node in after["nodes"]]
    assert site.other_case.title in [node["title"] for node in after["nodes"]]
    assert before["totalCount"] == after["totalCount"]
