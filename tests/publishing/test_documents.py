"""The only home of what a revision's content becomes as a document."""

import json
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cases.models import (
    CaseGoal,
    CaseMunicipality,
    CasePage,
    CasePartner,
    CasePriority,
    Goal,
    Municipality,
    RelatedCase,
)
from cms.publishing.documents import TREE_AND_EDITING_FIELDS, make_document
from cms.publishing.models import PublishedDocument
from tests.factories import (
    CasePageFactory,
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    PriorityPageFactory,
    TreeFactory,
    block_id,
    body,
    empty_body,
    full_body,
    items,
    publish,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def document_of(page: Page) -> dict[str, Any]:
    """What `page` would become if it were published as it is in memory."""
    content = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
    return make_document(type(page), content).document


def text(value: str) -> dict[str, Any]:
    return {"type": "document", "children": [{"type": "paragraph", "children": [{"type": "text", "text": value}]}]}


def test_every_block_of_a_body_becomes_plain_data() -> None:
    image, download, person = ImageFactory(), DocumentFactory(), PersonFactory()
    case = publish(CasePageFactory())
    page = ContentPageFactory(body=full_body(image, download, person, case))
    key = str(case.translation_key)

    blocks = {block["type"]: block for block in document_of(page)["body"]}

    assert [*blocks] == [block["type"] for block in page.body.raw_data]
    assert {name: block["id"] for name, block in blocks.items()} == {name: block_id(name) for name in blocks}
    values = {name: block["value"] for name, block in blocks.items()}
    assert [child["type"] for child in values.pop("paragraph")["children"]] == [
        "paragraph",
        "bulletedList",
        "numberedList",
    ]
    assert values.pop("table")["data"] == [["Year", "Amount"], ["2023", "One"], ["2024", "Two"]]
    assert values == {
        "heading": {"text": "A heading", "level": "2"},
        "image": {"image": image.pk, "decorative": False, "alt_text": "A picture here", "caption": "A caption"},
        "quote": {
            "quote": "A quote.",
            "speaker": "A speaker",
            "role": "A role",
            "portrait": image.pk,
            "portrait_decorative": False,
        },
        "key_figures": {
            "figures": [
                {
                    "value": "1,100",
                    "unit": "GWh",
                    "caption": "of heat",
                    "as_of": "2024-05",
                    "source_url": "https://example.org/1",
                },
                {
                    "value": "38.5",
                    "unit": "%",
                    "caption": "of homes",
                    "as_of": "2023",
                    "source_url": "https://example.org/2",
                },
            ]
        },
        "call_to_action": {"label": "Read more", "page": key, "href": ""},
        "case_cards": {"heading": "Some cases", "cases": [key]},
        "video": {
            "video_title": "A video",
            "video_url": "https://www.youtube.com/watch?v=abcdefghijk",
            "poster": image.pk,
            "poster_decorative": False,
            "spoken_lang": "fi",
            "captions": [{"lang": "en", "label": "English", "file": download.pk}],
            "transcript": text("What is said."),
        },
        "download": {"document": download.pk, "caption": "A file"},
        "accordion": {
            "items": [
                {
                    "summary": "A question?",
                    "details": {
                        "type": "document",
                        "children": [
                            {
                                "type": "paragraph",
                                "children": [
                                    {"type": "text", "text": "An "},
                                    {"type": "text", "text": "answer", "bold": True},
                                    {"type": "text", "text": "."},
                                ],
                            }
                        ],
                    },
                }
            ]
        },
        "contacts": {"people": [str(person.translation_key)]},
    }


def test_a_text_that_is_missing_is_empty_and_a_reference_that_is_missing_is_null() -> None:
    page = ContentPageFactory(body=empty_body())

    values = {block["type"]: block["value"] for block in document_of(page)["body"]}

    assert values["image"] | {"image": None} == {"image": None, "decorative": True, "alt_text": "", "caption": ""}
    quote = {"quote": "A quote.", "speaker": "", "role": "", "portrait": None, "portrait_decorative": None}
    assert values["quote"] == quote
    assert values["call_to_action"] == {"label": "Read more", "page": None, "href": "https://example.org/"}
    assert values["video"]["captions"] == []
    assert values["video"]["transcript"] == {"type": "document", "children": []}
    assert values["contacts"] == {"people": []}
    assert values["table"] is None


@pytest.mark.parametrize("factory", TreeFactory.__subclasses__())
@pytest.mark.parametrize("make_body", [full_body, empty_body])
def test_every_page_type_is_published_without_what_belongs_to_the_tree(factory: Any, make_body: Any) -> None:
    page = factory()
    if hasattr(page, "body"):
        page.body = make_body()
    document = PublishedDocument.objects.get(pk=publish(page).pk).document

    assert document["title"] == page.title
    assert not TREE_AND_EDITING_FIELDS & set(document)
    assert "wagtail_admin_comments" not in document


def test_references_of_fields_and_rows_mean_the_same_in_every_language() -> None:
    priority, related = publish(PriorityPageFactory()), publish(CasePageFactory())
    partner, goal, municipality = OrganisationFactory(), Goal.objects.get(pk=7), Municipality.objects.get(pk="091")
    case = CasePageFactory(
        priorities=[CasePriority(priority=priority)],
        related=[RelatedCase(case=related)],
        partners=[CasePartner(organisation=partner, role="lead")],
        goals=[CaseGoal(goal=goal)],
        municipalities=[CaseMunicipality(municipality=municipality)],
    )
    english = publish(case)
    finnish = translate(english, "fi")

    for page in (english, finnish):
        document = PublishedDocument.objects.get(pk=page.pk).document
        assert document["priorities"] == [{"priority": str(priority.translation_key)}]
        assert document["related"] == [{"case": str(related.translation_key)}]
        assert document["partners"] == [{"organisation": str(partner.translation_key), "role": "lead"}]
        assert document["goals"] == [{"goal": 7}]
        assert document["municipalities"] == [{"municipality": "091"}]


def test_facets_are_made_of_references_and_codes() -> None:
    priority = publish(PriorityPageFactory())
    case = publish(CasePageFactory(priorities=[CasePriority(priority=priority)], goals=[CaseGoal(goal_id=13)]))

    assert PublishedDocument.objects.get(pk=case.pk).facets == {
        "priorities": [str(priority.translation_key)],
        "people": [],
        "focus_areas": [],
        "goals": [13],
        "municipalities": [],
        "status": ["ongoing"],
        "organisations": [],
        "funding": [],
        "first_year": [],
        "last_year": [],
        "locations": [],
    }


def test_rows_keep_the_editors_order() -> None:
    priorities = [publish(PriorityPageFactory()) for _ in range(3)]
    case = CasePageFactory(
        priorities=[CasePriority(priority=priority, sort_order=-number) for number, priority in enumerate(priorities)]
    )

    keys = [row["priority"] for row in document_of(CasePage.objects.get(pk=case.pk))["priorities"]]
    assert keys == [str(priority.translation_key) for priority in reversed(priorities)]


def test_a_reference_to_something_that_is_gone_is_null() -> None:
    case = publish(CasePageFactory())
    page = ContentPageFactory(
        body=body(
            paragraph=f'<p><a linktype="page" id="{case.pk}">gone</a></p>', case_cards={"cases": items("case", case.pk)}
        )
    )
    case.delete()

    paragraph, cards = document_of(page)["body"]
    assert paragraph["value"]["children"][0]["children"][0]["page"] is None
    assert cards["value"] == {"heading": "", "cases": [None]}


def test_a_block_whose_type_is_gone_is_left_out() -> None:
    page = ContentPageFactory(body=body(heading={"text": "One", "level": "2"}))
    content = page.serializable_data()
    content["body"] = json.dumps([{"type": "carousel", "id": "1", "value": {}}, *json.loads(content["body"])])

    assert [block["type"] for block in make_document(type(page), content).document["body"]] == ["heading"]


def test_a_block_that_is_younger_than_the_revision_is_empty() -> None:
    page = ContentPageFactory(body=body(heading={"text": "One"}))

    assert document_of(page)["body"][0]["value"] == {"text": "One", "level": None}


def test_references_cost_one_statement_a_model_however_many_there_are() -> None:
    def statements(number: int) -> int:
        cases = [publish(CasePageFactory()) for _ in range(number)]
        people = [PersonFactory() for _ in range(number)]
        page = ContentPageFactory(
            body=body(
                case_cards={"cases": items("case", *(case.pk for case in cases))},
                contacts={"people": items("person", *(person.pk for person in people))},
            )
        )
        content = page.serializable_data()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            make_document(type(page), content)
        return len(queries)

    assert statements(1) == statements(5) == 2


def test_a_document_is_the_same_from_a_draft_as_from_the_publication() -> None:
    page = ContentPageFactory(body=full_body())
    revision = page.save_revision()
    revision.refresh_from_db()
    from_draft = make_document(type(page), revision.content).document
    revision.publish()

    assert PublishedDocument.objects.get(pk=page.pk).document == from_draft
