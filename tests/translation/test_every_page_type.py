"""Every page type, empty and filled, can be submitted for translation, translated and published in every language."""

from collections.abc import Callable

import pytest
from wagtail.models import Page

from cms.publishing.models import PublishedDocument, PublishedPage
from tests.translation.specimens import PAGE_TYPES, bare, filled, with_empty_blocks
from tests.translation.texts import leaves, translated_leaves
from tests.translation.translators import in_all_languages, translated

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize("make", [bare, with_empty_blocks, filled])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_text_of_a_published_translation_is_translated_and_nothing_else_changes(
    model: type[Page], make: Callable[[type[Page]], Page]
) -> None:
    source = make(model)
    translations = in_all_languages(source)
    original = PublishedPage.objects.get(id=source.pk)
    for language, translation in translations.items():
        page = PublishedPage.objects.get(id=translation.pk)
        assert list(leaves(page.document)) == translated_leaves(original.document, language)
        assert (page.title, page.slug) == (translated(original.title, language), translated(original.slug, language))
        assert page.source_digest == original.text_digest


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_filled_page_leaves_nothing_of_its_document_empty(model: type[Page]) -> None:
    document = PublishedDocument.objects.get(pk=filled(model).pk).document
    assert [path for path, value in leaves(document) if value in ("", None)] == []
