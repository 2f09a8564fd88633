"""The only home of what check_published finds and what rebuild_published mends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, Revision
from wagtail.signals import page_published

from cases.models import (
    CaseContact,
    CaseGoal,
    CaseMunicipality,
    CasePage,
    CasePartner,
    CasePriority,
    Goal,
    Municipality,
    RelatedCase,
)
from cms.publishing import publication
from cms.publishing.management.commands import rebuild_published
from cms.publishing.models import PublishedDocument, PublishedPage
from tests.factories import (
    CasePageFactory,
    DocumentFactory,
    ImageFactory,
    OrganisationFactory,
    PersonFactory,
    PriorityPageFactory,
    full_body,
    publish,
    translate,
)
from tests.publishing.index import settle

ASKED = """{ cases(locale: en) { nodes { title leadImage { alt } partners { role } goals { number } contacts { name }
    municipalities { code } priorities { title } related { title } body { __typename } seo { jsonLd } } } }"""

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def check() -> str:
    """What check_published prints, its error last."""
    settle()
    out = StringIO()
    try:
        call_command("check_published", stdout=out)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


def rebuild() -> str:
    out = StringIO()
    call_command("rebuild_published", stdout=out)
    return out.getvalue()


@contextmanager
def crash_after_the_page_row() -> Iterator[None]:
    """Publish in here, and the process seems to end before the document is written."""
    page_published.disconnect(dispatch_uid="cms.publishing.publication")
    yield
    publication.connect()


@pytest.fixture
def case() -> CasePage:
    priority = publish(PriorityPageFactory())
    case = CasePageFactory(title="Storage", body=full_body(), priorities=[CasePriority(priority=priority)])
    return publish(case)


def test_what_names_something_that_was_deleted_is_checked_rebuilt_and_published_again(
    case: CasePage, client: Client
) -> None:
    image, download, person, organisation = ImageFactory(), DocumentFactory(), PersonFactory(), OrganisationFactory()
    other, priority = publish(CasePageFactory(title="Other")), publish(PriorityPageFactory())
    goal, municipality = Goal.objects.get(pk=13), Municipality.objects.get(pk="091")
    case.lead_image, case.lead_image_decorative = image, True
    case.contacts = [CaseContact(person=person)]
    case.partners = [CasePartner(organisation=organisation, role="Owner")]
    case.priorities = [*case.priorities.all(), CasePriority(priority=priority)]
    case.goals, case.municipalities = [CaseGoal(goal=goal)], [CaseMunicipality(municipality=municipality)]
    case.related = [RelatedCase(case=other)]
    case.body = full_body(image, download, person, other)
    revision = case.save_revision()
    revision.publish()

    for named in (image, download, person, organisation, other, priority, goal, municipality):
        named.delete()
    rebuild()
    assert check().endswith("published pages are as they should be.\n")
    Revision.objects.get(pk=revision.pk).publish()
    assert check().endswith("published pages are as they should be.\n")
    answer = client.post("/graphql/", {"query": ASKED}, content_type="application/json").json()
    assert "errors" not in answer
    [read] = [node for node in answer["data"]["cases"]["nodes"] if node["title"] == "Storage"]
    assert (read["leadImage"], read["partners"], read["goals"], read["related"]) == (None, [], [], [])


def test_what_was_published_is_as_it_should_be(case: CasePage) -> None:
    translate(case, "fi")
    translate(case, "sv", publish=False)
    case.copy(update_attrs={"slug": "copy"})

    assert check().endswith("published pages are as they should be.\n")
    assert "0 copied, 0 derived anew" in rebuild()


def test_a_first_publication_that_crashed_is_found_and_mended() -> None:
    case = CasePageFactory(title="Storage")
    with crash_after_the_page_row():
        PublishPageRevisionAction(case.save_revision()).execute()

    assert f"Page {case.pk}, “Storage”: nothing is stored of it. Publish it again" in check()
    assert not PublishedPage.objects.filter(pk=case.pk).exists()  # The check mends nothing.
    assert f"Page {case.pk}, “Storage”: copied what is published." in rebuild()
    assert PublishedPage.objects.get(pk=case.pk).title == "Storage"
    assert "as they should be" in check()


def test_who_publishes_while_a_page_is_about_to_be_copied_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    case = CasePageFactory(title="Storage")
    with crash_after_the_page_row():
        PublishPageRevisionAction(case.save_revision()).execute()

    def another_is_quicker(page: Page) -> None:
        now = CasePage.objects.get(pk=page.pk)
        now.title = "Heat storage"
        publish(now)

    monkeypatch.setattr(rebuild_published, "lock_versions", another_is_quicker)
    assert "0 copied" in rebuild()
    assert PublishedPage.objects.get(pk=case.pk).title == "Heat storage"


def test_a_later_publication_that_crashed_is_found_and_mended(case: CasePage) -> None:
    case.title = "Heat storage"
    with crash_after_the_page_row():
        PublishPageRevisionAction(case.save_revision()).execute()

    assert f"Page {case.pk}, “Heat storage”: another revision is stored than is published." in check()
    assert "1 copied" in rebuild()
    assert PublishedPage.objects.get(pk=case.pk).title == "Heat storage"


def test_publishing_again_mends_a_crash_too(case: CasePage) -> None:
    case.title = "Heat storage"
    with crash_after_the_page_row():
        PublishPageRevisionAction(case.save_revision()).execute()

    publish(CasePage.objects.get(pk=case.pk))

    assert "as they should be" in check()


def test_publishing_a_page_rolls_its_row_back_where_the_document_cannot_be_written(
    case: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(publication, "publish_document", crash)
    case.title = "Heat storage"
    with pytest.raises(RuntimeError):
        publish(case)

    assert CasePage.objects.get(pk=case.pk).title == "Storage"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Another"),
        ("document", {}),
        ("facets", {"status": []}),
        ("mentions", {}),
        ("sort_title", ""),
        ("format", 0),
    ],
)
def test_a_document_that_is_not_derived_as_now_is_found_and_mended(case: CasePage, field: str, value: object) -> None:
    before = PublishedDocument.objects.values().get(pk=case.pk)
    PublishedDocument.objects.filter(pk=case.pk).update(**{field: value})

    output = check()
    assert f"Page {case.pk}, “Storage”: not as it is made now:" in output
    assert field in output
    assert "1 derived anew" in rebuild()
    assert PublishedDocument.objects.values().get(pk=case.pk) == before


def test_a_newer_draft_is_no_difference(case: CasePage) -> None:
    case.title = "A draft"
    case.save_revision()

    assert "as they should be" in check()


def test_a_published_revision_that_was_purged_is_no_difference(case: CasePage) -> None:
    case.title = "A draft"
    case.save_revision()
    call_command("purge_revisions")

    assert Page.objects.get(pk=case.pk).live_revision is None
    assert "as they should be" in check()
    assert "0 copied" in rebuild()
    assert PublishedPage.objects.get(pk=case.pk).title == "Storage"


def test_a_published_revision_that_was_overwritten_is_no_difference(case: CasePage) -> None:
    case.title = "A draft"
    case.save_revision(overwrite_revision=case.live_revision)

    assert "as they should be" in check()
    assert "0 copied" in rebuild()
    assert PublishedPage.objects.get(pk=case.pk).title == "Storage"


def test_a_scheduled_revision_is_no_difference(case: CasePage) -> None:
    case.title = "Later"
    case.go_live_at = case.last_published_at + timedelta(days=1)
    publish(case)

    assert "as they should be" in check()


def test_an_alias_is_no_difference_when_it_is_translated_or_converted(case: CasePage) -> None:
    finnish, swedish = (
        case.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True, alias=True)
        for language in ("fi", "sv")
    )
    translate(case, "fi", publish=False)
    ConvertAliasPageAction(swedish).execute()

    assert "as they should be" in check()
    assert "0 copied" in rebuild()
    assert not PublishedPage.objects.filter(pk__in=(finnish.pk, swedish.pk)).exists()


def test_a_reference_to_something_deleted_is_no_difference(case: CasePage) -> None:
    case.priorities.get().priority.delete()

    assert "as they should be" in check()


def test_a_type_that_is_not_known_any_more_is_named_and_skipped(case: CasePage) -> None:
    gone = ContentType.objects.create(app_label="cases", model="gonepage")
    Page.objects.filter(pk=case.pk).update(content_type=gone)
    PublishedDocument.objects.filter(pk=case.pk).update(format=0)

    assert f"Page {case.pk}, “Storage”: its type is unknown." in check()
    assert f"Page {case.pk}, “Storage”: skipped, its type is unknown." in rebuild()
    assert PublishedDocument.objects.get(pk=case.pk).format == 0


def test_rebuilding_keeps_what_is_known_of_the_source(case: CasePage) -> None:
    finnish = translate(case, "fi")
    before = PublishedDocument.objects.get(pk=finnish.pk)
    PublishedDocument.objects.filter(pk=finnish.pk).update(format=0)
    rebuild()

    after = PublishedDocument.objects.get(pk=finnish.pk)
    assert after.source_digest == before.source_digest != ""
    assert after.listed_at == before.listed_at


def test_the_copy_is_the_revision_that_was_published(case: CasePage) -> None:
    document = PublishedDocument.objects.get(pk=case.pk)

    assert document.revision_content == Revision.objects.get(pk=document.revision_id).content
