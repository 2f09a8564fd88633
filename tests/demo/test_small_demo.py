"""What load_demo makes of its files, on a demo small enough to load in a moment, and once for all tests here."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.models import StringSegment, Translation

from cms.demo import content
from cms.demo.pages import HOME
from cms.media.models import Document, Image
from cms.publishing.models import PublishedPage
from home.models import SiteSettings
from tests.demo.small_content import LANGUAGES, load, small_content, write
from tests.publishing.index import settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(tmp_path_factory.mktemp("content"), small_content())
        yield
        transaction.set_rollback(True)


def published(language: str) -> dict[str, PublishedPage]:
    return {page.path: page for page in PublishedPage.objects.filter(locale=language)}


def test_all_pages_are_published_in_all_their_languages(tmp_path: Path) -> None:
    write(tmp_path, small_content())
    pages = [entry for entry in content.read(tmp_path).pages() if entry.code != HOME]  # which is at no slug
    for language in LANGUAGES:
        slugs = [path.rstrip("/").rpartition("/")[2] for path in published(language)]
        assert sorted(slugs) == sorted(["", *(entry.in_language(language)["slug"] for entry in pages)])
    assert {"articles/news/", "cases/well/", "new/water/"} < published("en").keys()
    assert {"articles-fi/news-fi/", "cases-fi/well-fi/", "new-fi/vesi/"} < published("fi").keys()
    assert published("fi")["cases-fi/well-fi/"].title == "Well suomeksi"
    assert not published("sv")


def test_the_tree_is_whole() -> None:
    assert Page.find_problems() == ([], [], [], [], [])


def test_documents_hold_texts_in_their_language_and_the_same_references() -> None:
    english, finnish = published("en")["cases/well/"], published("fi")["cases-fi/well-fi/"]
    for rows in ("priorities", "goals", "municipalities", "partners", "contacts", "related", "locations"):
        assert len(english.document[rows]) == 1
        assert finnish.document[rows] == english.document[rows]
    values = {block["type"]: block["value"] for block in finnish.document["body"]}
    assert values["paragraph"]["children"][0]["children"][1] == {
        "type": "link",
        "page": str(published("en")["old/"].translation_key),
        "children": [{"type": "text", "text": "menneisyyttä"}],
    }
    assert values["table"]["data"] == [
        ["Where suomeksi", "When suomeksi"],
        ["SOHJOA", "In spring suomeksi"],
        ["FABULOS", "In spring suomeksi"],
    ]
    assert values["key_figures"]["figures"][0]["value"] == "1 100"
    assert [block["id"] for block in finnish.document["body"]] == [block["id"] for block in english.document["body"]]


def test_a_download_is_in_the_language_of_its_page() -> None:
    for language, page in (("en", published("en")["cases/well/"]), ("fi", published("fi")["cases-fi/well-fi/"])):
        (block,) = (block for block in page.document["body"] if block["type"] == "download")
        assert Document.objects.get(pk=block["value"]["document"]).language == language


def test_pictures_have_what_their_licence_asks_for() -> None:
    image = Image.objects.get(title="Well (cavern)")
    assert (image.width, image.height) == (160, 90)
    assert (image.credit, image.licence) == ("Helsinki Smart Region", "CC BY 4.0")
    assert image.default_alt == {"en": "Drawing of a cavern", "fi": "Drawing of a cavern suomeksi"}
    assert image.has_focal_point()
    assert ReferenceIndex.get_references_to(image).exists()


def test_dates_of_publication_are_those_of_the_files() -> None:
    for page in PublishedPage.objects.all():
        assert page.first_published_at == page.listed_at == datetime(2021, 5, 17, 6, tzinfo=UTC)


def test_translators_see_every_text_translated() -> None:
    for translation in Translation.objects.all():
        segments = StringSegment.objects.filter(source=translation.source)
        assert not segments.annotate_translation(translation.target_locale).filter(translation=None).exists()
    assert Translation.objects.count() == len(published("fi")) + 2 + 1


def test_a_later_change_leaves_its_translation_outdated() -> None:
    english = {page.translation_key: page for page in published("en").values()}
    assert english[published("en")["cases/well/"].translation_key].document["ingress"] == "Written anew"
    outdated = [
        path
        for path, page in published("fi").items()
        if page.source_digest != english[page.translation_key].text_digest
    ]
    assert outdated == ["cases-fi/well-fi/"]


def test_menus_are_there_in_each_language() -> None:
    settings = SiteSettings.objects.get(locale__language_code="fi")
    assert (settings.live, settings.site_name) == (True, "Small region suomeksi")
    assert [item.value["label"] for item in settings.header] == ["Cases suomeksi"]
    assert [child["label"] for child in settings.header[0].value["children"]] == ["Well suomeksi"]


def test_each_login_opens_with_its_name() -> None:
    users = {name: authenticate(username=name, password=name) for name in ("admin", "editor", "translator")}
    assert all(users.values())
    assert [user.is_superuser for user in users.values() if user] == [True, False, False]
    groups = dict(User.objects.exclude(groups=None).values_list("username", "groups__name"))
    assert groups == {"editor": "Editors", "translator": "Translators"}


def test_the_published_copies_are_right() -> None:
    settle()
    call_command("check_published", stdout=io.StringIO())
