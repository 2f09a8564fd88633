"""The only home of what the benchmark asks and makes, on the whole demo: it can be answered, and is as if published."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from cases.models import CasePage
from cms.publishing.differences import differences
from cms.publishing.models import PathHistory, PublishedDocument, PublishedPage
from tests.benchmark.questions import OURS, USUAL, Question, contract_operations, five_questions, lists
from tests.benchmark.synthetic import CHILDREN, LANGUAGES, MADE, Synthetic
from tests.benchmark.usual.schema import schema

CASES = 9
ENOUGH = 40  # for no fallback to be among the newest: the usual schema has none
DERIVED = (
    "document",
    "facets",
    "text_digest",
    "sort_title",
    "listed_at",
    "search_text",
    "search_words",
    "title",
    "type",
)

pytestmark = [pytest.mark.usefixtures("db"), pytest.mark.xdist_group("whole demo")]


@pytest.fixture
def many(db: None) -> None:
    assert sum(Synthetic().make(CASES)) == CASES


def asked(question: Question, who: str) -> Any:
    if who == USUAL:
        result = schema.execute_sync(question.documents[who], question.variables)
        assert result.errors is None
        return result.data
    answer = Client().post("/graphql/", question.body(who), content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert "errors" not in answer.json(), answer.content
    return answer.json()["data"]


def test_both_schemas_say_the_same_and_every_operation_is_answered():
    assert sum(Synthetic().make(ENOUGH)) == ENOUGH
    for question in five_questions():
        said = {who: question.heard[who](asked(question, who)) for who in (OURS, USUAL)}
        assert said[OURS] == said[USUAL], question.name
        assert str(said[OURS]).count(MADE) > 0 or question.name in {"page", "navigation"}, question.name
    for question in [*contract_operations(), *lists()]:
        asked(question, OURS)


@pytest.mark.usefixtures("many")
def test_made_cases_are_as_if_they_had_been_published():
    assert list(differences()) == []
    assert Page.find_problems() == ([], [], [], [], [])
    made = PublishedPage.objects.filter(slug__startswith=f"{MADE}-")
    assert made.count() == CASES * len(LANGUAGES)
    for page in CasePage.objects.filter(pk__in=made.values("id")).order_by("pk")[: 2 * len(LANGUAGES)]:
        before = written_of(page)
        page.save_revision().publish()
        assert written_of(page) == before


def written_of(page: CasePage) -> dict[str, Any]:
    """What publication writes of a page, beside the moment and the revision's number."""
    [document] = PublishedDocument.objects.filter(page=page.pk)
    kind = ContentType.objects.get_for_model(CasePage)
    references = ReferenceIndex.objects.filter(object_id=str(page.pk), content_type=kind)
    return {
        "document": {name: getattr(document, name) for name in DERIVED},
        "row": CasePage.objects.filter(pk=page.pk)
        .values("title", "slug", "url_path", "status", "start_date", "live")
        .get(),
        "rows": {
            name: list(model._default_manager.filter(page=page.pk).order_by("sort_order").values())
            for name, model in CHILDREN.items()
        },
        "references": sorted(
            references.values_list("to_content_type", "to_object_id", "model_path", "content_path_hash")
        ),
        "index": list(IndexEntry.objects.filter(object_id=str(page.pk), content_type=kind).values("title", "body")),
        "paths": list(PathHistory.objects.filter(translation_key=page.translation_key).values("locale", "path")),
    }


@pytest.mark.usefixtures("many")
def test_cases_are_the_same_however_they_were_made_and_fewer_leave_nothing_behind():
    def titles() -> list[str]:
        return list(CasePage.objects.filter(slug__startswith=MADE).order_by("path").values_list("title", flat=True))

    def rows() -> list[int]:
        kept = (Revision, PublishedDocument, ReferenceIndex, IndexEntry, PathHistory, *CHILDREN.values())
        return [model._default_manager.count() for model in kept]

    whole, rows_of_whole = titles(), rows()
    assert sum(Synthetic().make(2)) == CASES - 2
    assert len(titles()) == 2 * len(LANGUAGES)
    assert Page.find_problems() == ([], [], [], [], [])
    assert sum(Synthetic().make(CASES)) == CASES - 2
    assert (sorted(titles()), rows()) == (sorted(whole), rows_of_whole)
