"""The only home of pictures as files: the address that was promised gives what was promised, and no other does."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from wagtail.images.utils import generate_signature

from cms.media.models import Image, Rendition
from cms.media.serving import FORMATS, RATIOS, WIDTHS, filter_spec, rendered_size, rendition_path
from tests.factories import ImageFactory

pytestmark = pytest.mark.django_db
LOCAL = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def content(response) -> bytes:
    return b"".join(response.streaming_content)


@LOCAL
@given(
    size=st.tuples(st.integers(2, 900), st.integers(2, 900)),
    focus=st.none() | st.tuples(*[st.floats(0, 1)] * 2, *[st.integers(1, 400)] * 2),
    spec=st.builds(
        filter_spec, st.sampled_from(WIDTHS[:4]), st.sampled_from(sorted(RATIOS)), st.sampled_from(["webp", "jpeg"])
    ),
)
def test_file_has_the_size_that_was_promised(client, size, focus, spec):
    image = ImageFactory(file__width=size[0], file__height=size[1])
    if focus:
        image.focal_point_x, image.focal_point_y = int(focus[0] * size[0]), int(focus[1] * size[1])
        image.focal_point_width, image.focal_point_height = focus[2], focus[3]
        image.save()
    promised = rendered_size(image, spec)
    response = client.get(rendition_path(image, spec))
    assert response.status_code == 200
    with Pillow.open(BytesIO(content(response))) as picture:
        assert picture.size == promised
        assert spec.endswith(picture.format.lower())


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L"])
def test_every_format_can_be_made_of_every_kind_of_picture(client, mode, file_format):
    buffer = BytesIO()
    Pillow.new(mode, (300, 200)).save(buffer, "PNG")
    image = Image.objects.create(title="Picture", file=ImageFile(BytesIO(buffer.getvalue()), name="picture.png"))
    response = client.get(rendition_path(image, filter_spec(200, "square", file_format)))
    assert (response.status_code, response["Content-Type"]) == (200, f"image/{file_format}")
    with Pillow.open(BytesIO(content(response))) as picture:
        assert (picture.format.lower(), picture.size) == (file_format, (200, 200))


def test_turned_photograph_has_the_size_that_was_promised(client):
    buffer = BytesIO()
    photograph = Pillow.new("RGB", (800, 400))
    exif = photograph.getexif()
    exif[0x0112] = 6
    photograph.save(buffer, "JPEG", exif=exif)
    image = Image.objects.create(title="Photograph", file=ImageFile(BytesIO(buffer.getvalue()), name="photo.jpg"))
    assert (image.width, image.height) == (400, 800)
    for ratio in RATIOS:
        spec = filter_spec(200, ratio, "webp")
        with Pillow.open(BytesIO(content(client.get(rendition_path(image, spec))))) as picture:
            assert picture.size == rendered_size(image, spec), ratio


def test_file_is_cached_for_ever_by_everyone(client):
    image = ImageFactory()
    response = client.get(rendition_path(image, filter_spec(200, "original", "webp")))
    directives = {directive.strip() for directive in response["Cache-Control"].split(",")}
    assert directives == {"public", "max-age=31536000", "immutable"}
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_file_is_made_once(client):
    path = rendition_path(ImageFactory(), filter_spec(200, "original", "webp"))
    assert client.get(path).status_code == client.get(path).status_code == 200
    assert Rendition.objects.count() == 1


def test_tampered_signature_is_forbidden(client):
    image = ImageFactory()
    path = rendition_path(image, filter_spec(200, "original", "webp"))
    _, images, signature, pk, spec, name = path.split("/")
    other = ImageFactory()
    attempts = [
        [images, signature[:-2] + "x=", pk, spec, name],
        [images, "x", pk, spec, name],
        [images, "ä", pk, spec, name],
        [images, signature, str(other.pk), spec, name],
        [images, signature, pk, "width-201%7Cformat-webp", name],
        [images, signature, pk, "original", name],
    ]
    assert {client.get("/" + "/".join(parts)).status_code for parts in attempts} == {403}
    assert Rendition.objects.count() == 0


def test_sizes_outside_the_list_cannot_be_signed():
    with pytest.raises(KeyError):
        filter_spec(200, "panorama", "webp")


def test_picture_that_is_gone_is_not_found(client):
    image = ImageFactory()
    path = rendition_path(image, filter_spec(200, "original", "webp"))
    image.delete()
    assert client.get(path).status_code == 404


def test_old_address_leads_to_the_new_one_and_is_not_kept(client):
    image = ImageFactory(file__width=400, focal_point_x=10, focal_point_y=10, focal_point_width=5, focal_point_height=5)
    spec = filter_spec(200, "square", "webp")
    old = rendition_path(image, spec)
    image.focal_point_x = 300
    image.save()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, rendition_path(image, spec))
    assert response["Cache-Control"] == "no-cache"
    assert client.get(response["Location"]).status_code == 200


def test_signature_is_of_this_site_only(client, settings):
    image = ImageFactory()
    spec = filter_spec(200, "original", "webp")
    settings.SECRET_KEY = "another"
    forged = generate_signature(image.pk, spec, key=None)
    settings.SECRET_KEY = "ours"
    assert client.get(f"/images/{forged}/{image.pk}/{spec}/x.webp").status_code == 403
