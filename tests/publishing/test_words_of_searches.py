"""What searches read of pages is what their documents say, by whatever road these were written."""

import threading
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from cases.models import CaseMunicipality, CasePage, Municipality
from cms.publishing.mending import mend
from cms.publishing.models import PageWords, PublishedDocument, WordIndex
from cms.publishing.version import content_version
from cms.publishing.words_upkeep import pages_at_once, work_out_words
from tests.factories import CasePageFactory, home_page, publish, translate
from tests.publishing.index import settle, words_of_documents, words_of_searches

Road = Callable[[CasePage], object]


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def document(assignment: str) -> Road:
    return lambda case: sql(f"UPDATE publishing_publisheddocument SET {assignment} WHERE page_id = {case.pk}")  # noqa: S608  # the examples below


def of_documents(statement: str) -> Road:
    return lambda _: sql(statement.replace("DOCUMENTS", "publishing_publisheddocument"))


def renamed(case: CasePage) -> CasePage:
    case = CasePage.objects.get(pk=case.pk)
    case.title = "Heat storage"
    return case


def put_in_espoo(case: CasePage) -> None:
    case = CasePage.objects.get(pk=case.pk)
    case.municipalities = [CaseMunicipality(municipality=Municipality.objects.get(code="049"))]
    publish(case)


ROADS: dict[str, Road] = {
    "publish another title": lambda case: publish(renamed(case)),
    "publish another fact": put_in_espoo,
    "publish a new page": lambda _: publish(CasePageFactory(title="Another")),
    "publish a translation": lambda case: translate(case, "fi"),
    "delete": lambda case: CasePage.objects.get(pk=case.pk).delete(),
    "delete the document": lambda case: PublishedDocument.objects.filter(pk=case.pk).delete(),
    "in bulk": lambda _: PublishedDocument.objects.update(search_words={"A": "yksi kaksi", "D": "yksi"}),
    "SQL: words": document("""search_words = '{"A": "Hämeenlinna", "D": "talossa on talo"}'"""),
    "SQL: no words": document("search_words = '{}'"),
    "SQL: a language": document("search_language = 'sv'"),
    "SQL: a language that nobody knows": document("search_language = 'x''y\\z'"),
    "SQL: facets": document("""facets = '{"goals": [7, 13], "funding": ["It''s \\\\ \\" EU"], "people": []}'"""),
    "SQL: what is no facets": document("""facets = '{"goals": 7, "status": [null, {}]}'"""),
    "SQL: another page's": document("page_id = (SELECT min(id) FROM wagtailcore_page)"),
    "SQL: one is left, as another page's": of_documents(
        "DELETE FROM DOCUMENTS WHERE page_id <> (SELECT max(page_id) FROM DOCUMENTS);"
        " UPDATE DOCUMENTS SET page_id = (SELECT min(id) FROM wagtailcore_page), search_language = 'fi'"
    ),
    "SQL: all gone": of_documents("TRUNCATE DOCUMENTS"),
}


@pytest.fixture
def case(db: None) -> CasePage:
    publish(home_page())
    case = publish(CasePageFactory(title="Storage"))
    publish(CasePageFactory(title="Depot"))
    settle()
    return case


def test_words_follow_the_documents_by_every_road(case: CasePage) -> None:
    before = words_of_searches()
    assert before == words_of_documents()
    assert before[case.pk][1] == "storage"
    wrong = {}
    for name, road in ROADS.items():
        with transaction.atomic():
            road(case)
            found = words_of_searches()
            if found == before:
                wrong[name] = "nothing changed"
            elif found != words_of_documents():
                wrong[name] = "differs"
            settle()
            transaction.set_rollback(True)
    assert wrong == {}


def test_a_change_of_no_word_writes_no_words(case: CasePage) -> None:
    def rows() -> list[tuple[str, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT ctid::text FROM publishing_pagewords UNION ALL SELECT ctid::text FROM publishing_wordindex"
            )
            return sorted(cursor.fetchall())

    before = rows()
    PublishedDocument.objects.update(title="Another", noindex=True)
    publish(CasePage.objects.get(pk=case.pk))
    assert rows() == before


WRONG: dict[str, Road] = {
    "nothing to find it by": lambda case: WordIndex.objects.filter(pk=case.pk).delete(),
    "nothing to rank it by": lambda case: PageWords.objects.filter(pk=case.pk).delete(),
    "other words to find it by": lambda case: WordIndex.objects.filter(pk=case.pk).update(lexemes="'other'"),
    "other words to rank it by": lambda case: PageWords.objects.filter(pk=case.pk).update(vector="'other':1A"),
    "other folded words": lambda case: PageWords.objects.filter(pk=case.pk).update(folded_vector=""),
    "another language": lambda case: PageWords.objects.filter(pk=case.pk).update(language="fi"),
    "another title": lambda case: PageWords.objects.filter(pk=case.pk).update(folded_title="other"),
    "a page without a document": lambda _: PageWords.objects.create(
        page_id=10**9, language="en", folded_title="", vector="", folded_vector=""
    ),
    "words without a page": lambda _: WordIndex.objects.create(page_id=10**9, lexemes="'storage'"),
    "nothing": lambda _: sql("TRUNCATE publishing_pagewords, publishing_wordindex"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_found_and_mended_and_no_older_answer_is_kept(case: CasePage, wrong: str) -> None:
    right = words_of_searches()
    WRONG[wrong](case)
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_published", stdout=out)
    assert "searches have other words of it than its document. Run rebuild_published." in out.getvalue()

    settle()
    sql("UPDATE publishing_contentversion SET raised_by = 0")
    before = content_version()
    out = StringIO()
    call_command("rebuild_published", stdout=out)
    settle()
    assert "Words of searches: 0" not in out.getvalue()
    assert words_of_searches() == right
    assert content_version() == before + 1
    out = StringIO()
    call_command("check_published", stdout=out)
    call_command("rebuild_published", stdout=out)
    assert "Words of searches: 0 rows mended, the others up to date." in out.getvalue()


def test_what_was_written_without_the_triggers_is_made_up_for(case: CasePage) -> None:
    sql("DROP TRIGGER publishing_word_index_updated ON publishing_publisheddocument")
    publish(renamed(case))
    assert words_of_searches() != words_of_documents()
    settle()
    mend("default")
    assert words_of_searches() == words_of_documents()


@pytest.fixture
def committed(commits: None) -> CasePage:
    publish(home_page())
    return publish(CasePageFactory(title="Storage"))


def test_who_works_words_out_anew_waits_for_who_publishes(committed: CasePage) -> None:
    """And does not write over what was published meanwhile."""
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute(
            "UPDATE publishing_publisheddocument SET search_words = %s WHERE page_id = %s",
            ['{"A": "newer"}', committed.pk],
        )

    def rebuild() -> None:
        for ids in pages_at_once():
            work_out_words(ids)
        connection.close()

    thread = threading.Thread(target=rebuild)
    thread.start()
    with connection.cursor() as cursor:
        while not cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()[0]:
            assert thread.is_alive()
    other.commit()
    other.close()
    thread.join(timeout=300)
    assert words_of_searches() == words_of_documents()
    assert words_of_searches()[committed.pk][1] == "newer"
