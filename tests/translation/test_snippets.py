"""Snippets: a draft translation changes nothing that is public, and a published change reaches every translation."""

from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cases.models import Organisation, Person
from cms.publishing.documents import make_document
from cms.publishing.version import content_version
from tests.factories import (
    ContentPageFactory,
    OrganisationFactory,
    PersonFactory,
    SiteSettingsFactory,
    SnippetFactory,
    block_id,
    full_body,
    publish,
)
from tests.translation.specimens import Specimen
from tests.translation.texts import leaves, translated_leaves
from tests.translation.translators import LANGUAGES, in_all_languages, submit, translate, translated

pytestmark = pytest.mark.usefixtures("db")


def version(snippet: Any, language: str) -> Any:
    return type(snippet).objects.get(translation_key=snippet.translation_key, locale__language_code=language)


def document(snippet: Any) -> dict[str, Any]:
    """The fields of the snippet that are the same in every language or translated, in the form of a page's document."""
    everything = make_document(type(snippet), snippet.serializable_data()).document
    return {field.field_name: everything[field.field_name] for field in get_translatable_fields(type(snippet))}


@pytest.mark.parametrize("factory", SnippetFactory.__subclasses__(), ids=lambda factory: factory._meta.model.__name__)
@pytest.mark.parametrize("content", ["empty", "filled"])
def test_every_text_of_a_published_translation_is_translated_and_nothing_else_changes(
    factory: type[SnippetFactory], content: str
) -> None:
    snippet = factory()
    Specimen().fill(snippet, streams=True, others=content == "filled")
    snippet = publish(snippet)
    for language, translation in in_all_languages(snippet).items():
        expected = dict(translated_leaves(document(snippet), language))
        if isinstance(snippet, Person):
            expected[".name"] = snippet.name
        assert dict(leaves(document(translation))) == expected
        assert translation.live


def test_submitting_a_snippet_makes_nothing_public() -> None:
    person = PersonFactory(job_title="Adviser")
    submit(person)
    assert not version(person, "fi").live


def test_a_draft_translation_of_a_live_snippet_leaves_what_is_published(commits: None) -> None:
    person = PersonFactory(job_title="Adviser")
    finnish = translate(person, "fi")
    person.job_title = "Director"
    person = publish(person)
    before = content_version()
    translate(person, "fi", publish=False)
    after = version(person, "fi")
    assert (after.live, after.job_title) == (True, translated("Adviser", "fi"))
    assert after.has_unpublished_changes
    assert after.latest_revision.as_object().job_title == translated("Director", "fi")
    assert after.live_revision == finnish.live_revision
    assert content_version() == before


def test_a_changed_sector_is_in_every_translation_at_once() -> None:
    organisation = OrganisationFactory(sector=Organisation.Sector.COMPANY)
    translations = in_all_languages(organisation)
    organisation.sector, organisation.name = Organisation.Sector.PUBLIC, "Another name"
    publish(organisation)
    for language in LANGUAGES:
        after = version(organisation, language)
        assert (after.sector, after.live) == (Organisation.Sector.PUBLIC, True)
        assert after.name == translations[language].name
        assert not after.has_unpublished_changes


def test_a_draft_of_the_source_reaches_no_translation() -> None:
    person = PersonFactory(email="old@example.org")
    in_all_languages(person)
    person.email = "new@example.org"
    person.save_revision()
    assert version(person, "fi").email == "old@example.org"


def test_a_translations_draft_stays_the_latest_and_takes_the_values() -> None:
    person = PersonFactory(email="old@example.org", job_title="Adviser")
    finnish = translate(person, "fi")
    finnish.job_title = "Luonnos"
    finnish.save_revision()
    person.email = "new@example.org"
    publish(person)
    after = version(person, "fi")
    assert (after.email, after.job_title) == ("new@example.org", translated("Adviser", "fi"))
    assert after.has_unpublished_changes
    draft = after.latest_revision.as_object()
    assert (draft.email, draft.job_title) == ("new@example.org", "Luonnos")


def test_a_translation_published_from_an_older_source_has_the_sources_values() -> None:
    person = PersonFactory(email="old@example.org")
    submit(person)
    person.email = "new@example.org"
    publish(person)
    version(person, "fi").latest_revision.publish()
    assert version(person, "fi").email == "new@example.org"


def test_a_menus_page_changes_in_every_language_and_its_label_waits() -> None:
    old, new = publish(ContentPageFactory()), publish(ContentPageFactory())
    entry = {"label": "About", "page": old.pk, "href": "", "children": []}
    settings = SiteSettingsFactory(header=[{"type": "item", "id": block_id("about"), "value": entry}])
    translate(settings, "fi")
    settings.header = [
        {"type": "item", "id": block_id("about"), "value": {**entry, "label": "About us", "page": new.pk}},
        {"type": "item", "id": block_id("new"), "value": entry},
    ]
    publish(settings)
    (item,) = version(settings, "fi").header
    assert (item.value["page"].pk, item.value["label"]) == (new.pk, translated("About", "fi"))


def test_a_person_in_a_body_is_stored_as_the_sources_in_every_language() -> None:
    person = PersonFactory()
    in_all_languages(person)
    page = publish(ContentPageFactory(body=full_body(person=person)))
    finnish = translate(page, "fi")
    (contacts,) = [block for block in finnish.body if block.block_type == "contacts"]
    assert list(contacts.value["people"]) == [person]


def test_submitting_a_page_submits_no_snippet_that_it_shows() -> None:
    # wagtail-localize's issue 878: sources of snippets, made on the way, that no one has asked for.
    person = PersonFactory()
    page = publish(ContentPageFactory(body=full_body(person=person)))
    submit(page)
    assert not TranslationSource.objects.filter(object_id=person.translation_key).exists()
    assert Person.objects.filter(translation_key=person.translation_key).count() == 1


def test_a_snippet_keeps_one_source_through_deletions_and_new_translations() -> None:
    # wagtail-localize's issue 878, step by step, with a page that shows the snippet.
    person = PersonFactory()
    submit(person)
    page = publish(ContentPageFactory(body=full_body(person=person)))
    finnish = in_all_languages(page)["fi"]
    page.delete()
    submit(finnish, "en")
    translate(finnish, "en")
    finnish.get_translation(Locale.objects.get(language_code="sv")).delete()
    submit(finnish, "sv")
    translate(finnish, "sv")
    assert TranslationSource.objects.filter(object_id=person.translation_key).count() == 1
    assert Translation.objects.filter(source__object_id=person.translation_key).count() == len(LANGUAGES)


def test_a_deleted_translation_of_a_snippet_takes_its_strings_along() -> None:
    person = PersonFactory(job_title="Adviser")
    translate(person, "fi").delete()
    assert not StringTranslation.objects.filter(context__object_id=person.translation_key).exists()
    translate_object(person, Locale.objects.filter(language_code="fi"))
    assert version(person, "fi").latest_revision.as_object().job_title == "Adviser"
