"""The command load_demo: that it is all or nothing, and once; and how it speaks of mistakes in files."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.management import CommandError
from wagtail.models import Page, Revision

from cms.demo import content, media
from cms.media.models import Image
from cms.publishing.models import PublishedPage
from home.models import HomePage
from tests.demo.small_content import Files, load, small_content

pytestmark = pytest.mark.django_db

ALREADY = "The demo content is already loaded: nothing changed.\n"


def counts() -> list[int]:
    return [model._default_manager.count() for model in (Page, Revision, Image, User)]


def test_a_second_loading_changes_nothing(tmp_path: Path) -> None:
    said = load(tmp_path, small_content(), "--once")
    there = content.read(tmp_path)
    assert said.startswith(
        f"Loaded: pictures {len(media.images(there))}, downloads 1, people and organisations 2,"
        f" pages {len([*there.pages()])},"
    )
    before = counts()
    assert load(tmp_path, small_content()) == ALREADY
    assert load(tmp_path, {"pages/home": {}}, "--once") == ALREADY  # without reading the files
    assert counts() == before


def test_content_of_others_is_left_alone(tmp_path: Path) -> None:
    HomePage.objects.get().save_revision().publish()
    before = counts()
    with pytest.raises(CommandError, match="content of its own"):
        load(tmp_path, small_content())
    assert "content of its own" in load(tmp_path, small_content(), "--once")
    assert counts() == before


class Mistake(NamedTuple):
    file: str
    place: list[str | int]
    value: Any  # None takes the key away
    message: str

    def make(self, files: Files) -> None:
        *above, last = self.place
        holder: Any = files[self.file]
        for part in above:
            holder = holder[part]
        if self.value is None:
            del holder[last]
        else:
            holder[last] = self.value


def stored_files() -> set[str]:
    folders = [folder for folder in ("original_images", "documents") if default_storage.exists(folder)]
    return {f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]}


@pytest.mark.parametrize(
    "mistake",
    [
        Mistake("cases/well", ["title", "fi"], None, "cases/well.yaml: title.fi: the text is missing."),
        Mistake("cases/well", ["status"], None, "cases/well.yaml: status: is missing."),
        Mistake("cases/well", ["state"], "x", "cases/well.yaml: state: is not known here."),
        Mistake("cases/well", ["status"], "old", "cases/well.yaml: status: “old” is none of planned, ongoing"),
        Mistake("cases/well", ["goals", 0], 18, "cases/well.yaml: goals[0]: there is no “18” among goals."),
        Mistake("cases/well", ["partners", 0, "organisation"], "x",
         "cases/well.yaml: partners[0].organisation: there is no “x”"),
        Mistake("cases/well", ["lead_image", "motif"], "x", "cases/well.yaml: lead_image.motif: “x” is none of"),
        Mistake("cases/well", ["links"], "x", "cases/well.yaml: links: must be a list."),
        Mistake("cases/well", ["first_published"], "2021-02-30", "cases/well.yaml: first_published: must be a day"),
        Mistake("cases/well", ["body", 0], {"title": "x"}, "cases/well.yaml: body[0].title: is no block."),
        Mistake("cases/well", ["languages"], ["fi"], "cases/well.yaml: languages: name “en”"),
        Mistake("pages/privacy", ["body"], [{"paragraph": {"en": "<p>x</p>", "fi": "<p>x</p><p>y</p>"}}],
         "pages/privacy.yaml: body[0].paragraph.fi: has other paragraphs, list items or links than en."),
        Mistake("pages/privacy", ["body"], [{"paragraph": {"en": "<p>x</p>", "fi": "<h2>x</h2>"}}],
         "pages/privacy.yaml: body[0].paragraph.fi: <h2> is not allowed."),
        Mistake("strategies/new", ["priorities", 0, "label", "fi"], None,
         "strategies/new.yaml: priorities[0].label.fi: the text is missing."),
        Mistake("pages/privacy", ["languages"], None, "pages/privacy.yaml: languages: name “en”"),
        Mistake("cases/well", ["slug", "fi"], "kesä", "cases/well.yaml: slug.fi: must be of small letters"),
        # What only Wagtail or wagtail-localize finds.
        Mistake("cases/well", ["end_date"], "2019", "cases/well.yaml: end_date (en): The end is before the start."),
        Mistake("cases/well", ["body", 9, "video", "url"], "https://example.org/",
         "cases/well.yaml: body[9].video_url (en): A video from example.org"),
        Mistake("cases/well", ["body", 1, "paragraph", "fi"],
         '<p><b>Katso <a page="old">x</a></b></p><ul><li>Yksi</li></ul>', "cases/well.yaml: body."),
        Mistake("cases/well", ["body", 13, "table", "rows", 1, 1, "fi"], "Kesällä",
         "cases/well.yaml: body.table (fi): “In spring” is there twice"),
    ],
    ids=lambda mistake: mistake.message,
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_key_and_nothing_is_left(tmp_path: Path, mistake: Mistake) -> None:
    before = stored_files()
    files = small_content()
    mistake.make(files)
    with pytest.raises(CommandError) as error:
        load(tmp_path, files)
    assert str(error.value).startswith(mistake.message)
    assert not Image.objects.exists()
    assert not PublishedPage.objects.exists()
    assert not User.objects.exists()
    assert stored_files() == before


def test_a_file_in_a_folder_that_nothing_reads_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^leaflets/one\.yaml: no kind of file has this folder\. Known are "):
        load(tmp_path, {**small_content(), "leaflets/one": {}})


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "well.yaml").write_text("title: {en: x", encoding="utf-8")
    with pytest.raises(CommandError, match=r"^cases/well\.yaml: .*line 1"):
        load(tmp_path, {})
