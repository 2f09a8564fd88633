"""The only home of uploads: a file is refused at its field, or shown right in every size and format that is served."""

import random
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Pillow

from cms.media.models import Image
from cms.media.serving import FORMATS, RATIOS, WIDTHS, filter_spec, rendered_size, rendition_path
from tests.media.files import GREEN, MOVING, RED, SIZE, SPECIMENS, Specimen, halves, saved, turned

pytestmark = pytest.mark.django_db
TOLERANCE = 12  # lossy formats
BROKEN = "This file is broken, or not all of it has arrived. Save the picture again and upload that."


@pytest.fixture
def editor(admin_client: Client) -> Client:
    admin_client.raise_request_exception = False
    return admin_client


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def add(client: Client, name: str, content: bytes, **values: object):
    return client.post(reverse("wagtailimages:add"), {"title": "A picture", "file": file(name, content), **values})


def choose(client: Client, name: str, content: bytes):
    form = {"image-chooser-upload-title": "A picture", "image-chooser-upload-file": file(name, content)}
    return client.post(reverse("wagtailimages_chooser:create"), form)


def add_several(client: Client, name: str, content: bytes):
    form = {"title": "A picture", "files[]": file(name, content)}
    return client.post(reverse("wagtailimages:add_multiple"), form, headers={"X-Requested-With": "XMLHttpRequest"})


def replace(client: Client, name: str, content: bytes):
    add(client, "a.png", SPECIMENS["RGB"].content)
    image = Image.objects.get()
    answer = client.post(
        reverse("wagtailimages:edit", args=[image.pk]), {"title": "A picture", "file": file(name, content)}
    )
    image.delete()
    return answer


Upload = Callable[[Client, str, bytes], object]
ROADS = pytest.mark.parametrize("upload", [add, choose, add_several, replace])


def is_refused(answer: object, *sentences: str) -> bool:
    """Nothing was saved, and one of the sentences (or any, where none is given) says why."""
    assert answer.status_code == 200, answer.content[:2000]
    text = answer.content.decode().replace("\\u00d7", "×")
    assert not Image.objects.exists()
    return any(sentence in text for sentence in sentences)


def rendition(client: Client, image: Image, width: int, ratio: str, file_format: str) -> Pillow.Image:
    response = client.get(rendition_path(image, filter_spec(width, ratio, file_format)))
    assert response.status_code == 200
    picture = Pillow.open(BytesIO(b"".join(response.streaming_content)))
    picture.load()
    return picture


def is_near(seen: tuple[int, ...], meant: tuple[int, ...]) -> bool:
    if len(meant) == 4 and meant[3] == 0:  # what shines through has no colour of its own
        return seen[3] <= TOLERANCE
    return all(abs(one - other) <= TOLERANCE for one, other in zip(seen, (*meant, 255)[:4], strict=True))


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=list(SPECIMENS))
def test_every_kind_of_picture_is_right_in_every_format(editor: Client, specimen: Specimen, file_format: str) -> None:
    add(editor, specimen.name, specimen.content)
    image = Image.objects.get()
    picture = rendition(editor, image, 200, "original", file_format)
    assert picture.mode in {"RGB", "RGBA"}
    assert not {"icc_profile", "exif", "xmp"} & set(picture.info)
    pixels = picture.convert("RGBA")
    for meant, x in [(specimen.left, 0.2), (specimen.right, 0.8)]:
        if file_format == "jpeg" and len(meant) == 4 and meant[3] == 0:
            meant = (255, 255, 255)  # noqa: PLW2901  # paper is white
        assert is_near(pixels.getpixel((int(x * picture.width), picture.height // 2)), meant)
    assert image.placeholder.startswith("data:image/webp;base64,")


@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=list(SPECIMENS))
def test_every_kind_of_picture_has_the_size_that_is_promised(editor: Client, specimen: Specimen) -> None:
    add(editor, specimen.name, specimen.content)
    image = Image.objects.get()
    assert (image.width, image.height) == SIZE
    for ratio in RATIOS:
        picture = rendition(editor, image, 200, ratio, "webp")
        assert picture.size == rendered_size(image, filter_spec(200, ratio, "webp"))


@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=list(SPECIMENS))
def test_admin_shows_every_kind_of_picture(editor: Client, specimen: Specimen) -> None:
    add(editor, specimen.name, specimen.content)
    with Image.objects.get().get_rendition("max-165x165").open_file() as thumbnail:
        assert Pillow.open(thumbnail).format in {"PNG", "JPEG", "WEBP", "AVIF"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_picture_stands_upright_and_keeps_nothing_of_its_maker(editor: Client, orientation: int) -> None:
    """What is red in the stored file's left half is where the camera's note says."""
    add(editor, "a.jpg", turned(orientation))
    image = Image.objects.get()
    assert (image.width, image.height) == (SIZE if orientation < 5 else SIZE[::-1])
    picture = rendition(editor, image, 200, "original", "jpeg")
    assert dict(picture.getexif()) == {}
    start, end = ((0.5, 0.2), (0.5, 0.8)) if orientation >= 5 else ((0.2, 0.5), (0.8, 0.5))
    if orientation in {2, 3, 7, 8}:
        start, end = end, start
    for colour, (x, y) in [(RED, start), (GREEN, end)]:
        assert is_near(picture.convert("RGBA").getpixel((int(x * picture.width), int(y * picture.height))), colour)


def part_of(specimen: Specimen, part: float) -> bytes:
    noise = random.Random(7).randbytes(3 * SIZE[0] * SIZE[1])  # noqa: S311  # so that a part lacks much
    ending, mode = specimen.name.rpartition(".")[2], Pillow.open(BytesIO(specimen.content)).mode
    whole = saved(
        Pillow.frombytes("RGB", SIZE, noise).convert("I" if mode == "I;16" else mode).convert(mode),
        {"jpg": "JPEG", "jpeg": "JPEG"}.get(ending, ending.upper()),
    )
    return whole[: int(part * len(whole))]


@pytest.mark.parametrize("kind", ["RGB", "I;16", "P", "JPEG RGB", "JPEG CMYK", "WebP", "AVIF", "GIF"])
def test_part_of_a_picture_is_refused(editor: Client, kind: str) -> None:
    specimen = SPECIMENS[kind]
    for part in [0.02, 0.1, 0.5, 0.9, 0.99]:
        answer = add(editor, specimen.name, part_of(specimen, part))
        assert is_refused(answer, BROKEN, "Upload a valid image")


@ROADS
@pytest.mark.parametrize("kind", ["RGB", "JPEG RGB"])
def test_part_of_a_picture_is_refused_in_every_form(editor: Client, upload: Upload, kind: str) -> None:
    assert is_refused(upload(editor, SPECIMENS[kind].name, part_of(SPECIMENS[kind], 0.5)), BROKEN)


HEADS = {
    "a.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
    "a.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a.gif": b"GIF89a",
    "a.webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "a.avif": b"\x00\x00\x00\x1cftypavif",
}


@ROADS
@pytest.mark.parametrize("name", HEADS)
def test_rubbish_with_a_pictures_head_is_refused(editor: Client, upload: Upload, name: str) -> None:
    for seed in range(2):
        rubbish = random.Random(seed).randbytes(2_000)  # noqa: S311  # the same in every run
        answer = upload(editor, name, HEADS[name] + rubbish)
        assert is_refused(answer, BROKEN, "Upload a valid image", "too many pixels")


@pytest.mark.parametrize("kind", ["RGB", "JPEG RGB", "WebP", "AVIF", "GIF"])
def test_damaged_picture_is_refused_or_shown(editor: Client, kind: str) -> None:
    specimen = SPECIMENS[kind]
    chance = random.Random(kind)  # noqa: S311  # the same in every run
    for _ in range(10):
        damaged = bytearray(specimen.content)
        for _ in range(4):
            damaged[chance.randrange(12, len(damaged))] = chance.randrange(256)
        answer = add(editor, specimen.name, bytes(damaged))
        assert answer.status_code in {200, 302}
        for image in Image.objects.all():
            for file_format in FORMATS:
                rendition(editor, image, 200, "square", file_format)
            image.delete()


@pytest.mark.parametrize("name", MOVING)
def test_moving_picture_is_refused(editor: Client, name: str) -> None:
    answer = add(editor, name, MOVING[name])
    assert is_refused(answer, "This picture moves, and the site shows pictures that stand still.")


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        ((1, 1), "only 1 × 1 pixels"),
        ((300, 1), "only 300 × 1 pixels"),
        ((10, 20_000), "too tall for its width"),
        ((2_400, 16_384), "too tall for its width"),
    ],
)
def test_shape_that_no_size_can_be_made_of_is_refused(editor: Client, size: tuple[int, int], sentence: str) -> None:
    assert is_refused(add(editor, "a.png", saved(Pillow.new("L", size), "PNG")), sentence)


@pytest.mark.parametrize("size", [(2, 2), (2, 300), (20_000, 2), (10, 16_383), (2_400, 16_383)])
def test_shape_at_the_limit_is_shown(editor: Client, size: tuple[int, int]) -> None:
    add(editor, "a.png", saved(Pillow.new("1", size), "PNG"))
    image = Image.objects.get()
    sizes = [(ratio, width, "webp") for ratio in RATIOS for width in (WIDTHS[0], WIDTHS[-1])]
    for ratio, width, file_format in [*sizes, ("portrait_3_4", 200, "avif"), ("original", WIDTHS[-1], "jpeg")]:
        picture = rendition(editor, image, width, ratio, file_format)
        assert picture.size == rendered_size(image, filter_spec(width, ratio, file_format))


def test_focal_point_goes_along_with_a_new_file_of_the_picture(editor: Client) -> None:
    add(editor, "a.png", SPECIMENS["RGB"].content)
    image = Image.objects.get()
    marked = {"focal_point_x": 180, "focal_point_y": 30, "focal_point_width": 40, "focal_point_height": 20}
    address = reverse("wagtailimages:edit", args=[image.pk])
    editor.post(address, {"title": "A picture", **marked})
    smaller = saved(halves("RGB", RED, GREEN).resize((60, 30)), "PNG")
    editor.post(address, {"title": "A picture", "file": file("b.png", smaller), **marked})
    image.refresh_from_db()
    point = image.get_focal_point()
    assert (point.centroid_x / image.width, point.centroid_y / image.height) == pytest.approx((0.75, 0.25), abs=0.02)


@pytest.mark.parametrize("size", [(10, 10), (1_000, 1_000), (10, 1_000)])
def test_focal_point_is_within_the_picture_whatever_is_posted(editor: Client, size: tuple[int, int]) -> None:
    posted = {f"focal_point_{name}": 700 for name in ("x", "y", "width", "height")}
    add(editor, "a.png", saved(Pillow.new("RGB", size), "PNG"), **posted)
    image = Image.objects.get()
    point = image.get_focal_point()
    assert 0 <= point.centroid_x <= image.width
    assert 0 <= point.centroid_y <= image.height
    for ratio in RATIOS:
        picture = rendition(editor, image, 200, ratio, "webp")
        assert picture.size == rendered_size(image, filter_spec(200, ratio, "webp"))


def test_broken_file_of_former_times_is_gone_rather_than_an_error(editor: Client) -> None:
    add(editor, "a.png", SPECIMENS["RGB"].content)
    image = Image.objects.get()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(SPECIMENS["RGB"].content[:200]))
    response = editor.get(rendition_path(image, filter_spec(200, "original", "webp")))
    assert (response.status_code, response["Cache-Control"]) == (410, "no-cache")
