"""The demo as it is shipped: complete, believable, and as its files say."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from cases.models import Organisation, Person
from cms.demo import content
from cms.demo.content import LANGUAGES, Content
from cms.media.models import Image
from cms.publishing.models import PublishedPage
from home.models import ContentPage
from tests.benchmark.synthetic import Synthetic
from tests.publishing.index import settle

KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
LONGEST_NAME = 50

Published = dict[tuple[str, str], PublishedPage]  # by translation key and language


@pytest.mark.usefixtures("db")
@pytest.mark.xdist_group("whole demo")
def test_the_whole_demo_is_what_its_files_say() -> None:
    files = content.read(content.FOLDER)
    published: Published = {(str(page.translation_key), page.locale): page for page in PublishedPage.objects.all()}
    every_page_is_published_in_its_languages(files, published)
    it_is_as_large_as_promised(published)
    references_lead_somewhere(published)
    translations_say_nothing_in_english(published)
    translators_see_every_text_translated()
    only_those_meant_to_be_are_outdated(files, published)
    pictures_have_a_text_in_the_languages_of_their_pages()
    settle()
    call_command("check_published", stdout=io.StringIO())
    the_tree_is_whole_and_stays_so_when_many_cases_are_added()


def the_tree_is_whole_and_stays_so_when_many_cases_are_added() -> None:
    assert Page.find_problems() == ([], [], [], [], [])
    assert sum(Synthetic().make(5)) == 5
    assert PublishedPage.objects.filter(slug__startswith="synthetic-").count() == 5 * len(LANGUAGES)
    assert Page.find_problems() == ([], [], [], [], [])
    for parent in Page.objects.exclude(numchild=0).specific():
        parent.add_child(instance=ContentPage(title="Another", slug="another-page", live=False, locale=parent.locale))


def every_page_is_published_in_its_languages(files: Content, published: Published) -> None:
    titles = {
        (str(page.id()), language): page.data["title"][language]
        for page in files.pages()
        for language in page.languages
    }
    assert {key: page.title for key, page in published.items()} == titles
    first = {str(page.id()): page.data["first_published"] for page in files.pages()}
    for (key, _), page in published.items():
        assert page.first_published_at.date().isoformat() == page.listed_at.date().isoformat() == first[key]


def it_is_as_large_as_promised(published: Published) -> None:
    counts = Counter((page.type, page.locale) for page in published.values())
    assert (counts["cases.casepage", "en"], counts["home.articlepage", "en"]) == (28, 8)
    for language in LANGUAGES:
        assert counts["cases.casepage", language] >= 27
        assert counts["home.articlepage", language] >= 7
        assert counts["home.strategypage", language] == 2
        assert counts["home.prioritypage", language] == 3 + 5
        assert counts["home.contentpage", language] >= 2


def references_lead_somewhere(published: Published) -> None:
    known = {key for key, _ in published}
    for model in (Person, Organisation):
        known |= {str(key) for key in model.objects.values_list("translation_key", flat=True)}
    for page in published.values():
        referred = {value for _, value in texts_of(page.document) if KEY.fullmatch(value)}
        assert referred <= known, page.path


def translations_say_nothing_in_english(published: Published) -> None:
    """Names and numbers are the same in every language; whole sentences are not."""
    for (key, language), page in published.items():
        if language != "en":
            english = {value for _, value in texts_of(published[key, "en"].document) if len(value) > LONGEST_NAME}
            own = {value for name, value in texts_of(page.document) if not name.endswith(("url", "href"))}
            assert not own & english, page.path


def translators_see_every_text_translated() -> None:
    for translation in Translation.objects.all():
        texts = StringSegment.objects.filter(source=translation.source).annotate_translation(translation.target_locale)
        assert not texts.filter(translation=None).exists()


def only_those_meant_to_be_are_outdated(files: Content, published: Published) -> None:
    outdated = {
        (key, language)
        for (key, language), page in published.items()
        if language != "en" and page.source_digest != published[key, "en"].text_digest
    }
    changed = [page for page in files.pages() if "later" in page.data]
    assert outdated == {(str(page.id()), language) for page in changed for language in page.languages} - {
        (str(page.id()), "en") for page in changed
    }
    assert len(outdated) >= 2


def pictures_have_a_text_in_the_languages_of_their_pages() -> None:
    for image in Image.objects.all():
        assert {"en"} < image.default_alt.keys()
        assert (image.credit, image.licence) == ("Helsinki Smart Region", "CC BY 4.0")


def texts_of(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document with the name of its field; ids are none."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "id":
                yield from texts_of(item, key)
