"""The only home of pictures as readers get them: which sizes there are, and what they promise."""

import pytest

from cms.media.models import Image, Rendition
from tests.factories import ContentPageFactory, ImageFactory, body, publish, translate

IMAGE = """
fragment Picture on Image { assetId alt altLang decorative credit licence width height focalPoint { x y } placeholder
  rendition(width: 400) { url width height } srcSet(widths: [200, 400, 2400, 400]) }
"""
SIZES = """
query ($width: Int!, $ratio: AspectRatio, $format: ImageFormat) {
  page(path: "/en/pictures/") { ... on ContentPage { body { ... on ImageBlock { image {
    rendition(width: $width, ratio: $ratio, format: $format) { url width height } } } } } }
}
"""


@pytest.fixture
def picture(home) -> Image:
    return ImageFactory(
        file__width=1000,
        file__height=500,
        licence="CC BY 4.0",
        focal_point_x=250,
        focal_point_y=100,
        focal_point_width=20,
        focal_point_height=20,
    )


def page_with(**values):
    return publish(ContentPageFactory(title="Pictures", slug="pictures", body=body(image=values)))


def shown(ask, path="/en/pictures/"):
    document = f"""query ($path: String!) {{ page(path: $path) {{ ... on ContentPage {{ body {{
      ... on ImageBlock {{ image {{ ...Picture }} }} }} }} }} }} {IMAGE}"""
    return ask(document, path=path)["page"]["body"][0]["image"]


def test_picture_at_its_place(ask, picture):
    page_with(image=picture.pk, decorative=False, alt_text="Here", caption="")
    image = shown(ask)
    url = image["rendition"].pop("url")
    assert url.startswith("http://testserver/images/")
    assert image.pop("placeholder").startswith("data:image/webp;base64,")
    source_set = image.pop("srcSet").split(", ")
    assert [entry.split(" ")[1] for entry in source_set] == ["200w", "400w", "1000w"]
    assert f"{url} 400w" in source_set
    assert image == {
        "assetId": str(picture.pk),
        "alt": "Here",
        "altLang": "en",
        "decorative": False,
        "credit": "A photographer",
        "licence": "CC BY 4.0",
        "width": 1000,
        "height": 500,
        "focalPoint": {"x": 0.25, "y": 0.2},
        "rendition": {"width": 400, "height": 200},
    }


@pytest.mark.parametrize(
    ("default_alt", "place", "expected"),
    [
        ({"en": "English"}, {"decorative": False, "alt_text": "Here"}, ("Here", "en", False)),
        ({"en": "English", "fi": "Suomi"}, {"decorative": False, "alt_text": ""}, ("English", "en", False)),
        ({"fi": "Suomi"}, {"decorative": False, "alt_text": ""}, ("Suomi", "fi", False)),
        ({"en": "", "sv": "Svenska"}, {"decorative": False, "alt_text": ""}, ("Svenska", "sv", False)),
        ({}, {"decorative": False, "alt_text": ""}, ("", "en", True)),
        ({"en": "English"}, {"decorative": True, "alt_text": ""}, ("", "en", True)),
        ({"en": "English"}, {"decorative": True, "alt_text": "Here"}, ("", "en", True)),
    ],
)
def test_alternative_text_is_the_places_own_else_the_pictures(ask, picture, default_alt, place, expected):
    Image.objects.filter(pk=picture.pk).update(default_alt=default_alt)
    page_with(image=picture.pk, caption="", **place)
    image = shown(ask)
    assert (image["alt"], image["altLang"], image["decorative"]) == expected


def test_pictures_own_text_is_in_the_language_of_the_page_and_says_which(ask, picture, home):
    Image.objects.filter(pk=picture.pk).update(default_alt={"en": "English", "fi": "Suomi"})
    page = page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    for language, alt, alt_lang in [("fi", "Suomi", "fi"), ("sv", "English", "en")]:
        translate(home, language)
        translate(page, language)
        image = shown(ask, f"/{language}/pictures-{language}/")
        assert (image["alt"], image["altLang"]) == (alt, alt_lang)


def test_picture_without_a_focal_point(ask, home):
    page_with(image=ImageFactory().pk, decorative=False, alt_text="", caption="")
    assert shown(ask)["focalPoint"] is None


@pytest.mark.parametrize(
    ("ratio", "size"),
    [
        (None, (600, 300)),
        ("original", (600, 300)),
        ("square", (500, 500)),
        ("landscape_16_9", (600, 338)),
        ("landscape_3_2", (600, 400)),
        ("portrait_3_4", (376, 500)),  # a crop begins and ends at whole pixels
    ],
)
def test_ratio_is_cropped_and_never_larger_than_the_original(ask, picture, ratio, size):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    rendition = ask(SIZES, width=600, ratio=ratio)["page"]["body"][0]["image"]["rendition"]
    assert (rendition["width"], rendition["height"]) == size


@pytest.mark.parametrize(
    ("file_format", "ending"), [(None, ".webp"), ("webp", ".webp"), ("avif", ".avif"), ("jpeg", ".jpg")]
)
def test_format(ask, picture, file_format, ending):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    rendition = ask(SIZES, width=200, format=file_format)["page"]["body"][0]["image"]["rendition"]
    assert rendition["url"].endswith(ending)


@pytest.mark.parametrize("width", [0, -200, 199, 201, 10_000])
def test_width_outside_the_list_is_an_error_that_prints_the_list(ask_error, picture, width):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    assert ask_error(SIZES, width=width) == (
        "BAD_USER_INPUT",
        f"No rendition is {width} pixels wide. Widths: 200, 400, 600, 800, 1200, 1600, 2000, 2400.",
    )


def test_width_outside_the_list_is_an_error_in_a_srcset_too(ask_error, picture):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    query = SIZES.replace("rendition(width: $width,", "srcSet(widths: [200, $width],").replace(
        "{ url width height }", ""
    )
    code, message = ask_error(query, width=250)
    assert (code, "250 pixels" in message) == ("BAD_USER_INPUT", True)


def test_unknown_ratio_or_format_is_a_validation_error(ask_error, picture):
    for arguments in ({"ratio": "round"}, {"format": "gif"}):
        assert ask_error(SIZES, width=200, **arguments)[0] == "GRAPHQL_VALIDATION_FAILED"


def test_asking_makes_no_rendition(ask, picture):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")
    shown(ask)
    assert Rendition.objects.count() == 0


def test_address_changes_with_the_file_and_with_the_focal_point(ask, picture):
    page_with(image=picture.pk, decorative=False, alt_text="", caption="")

    def address(ratio):
        return ask(SIZES, width=200, ratio=ratio)["page"]["body"][0]["image"]["rendition"]["url"]

    before = address("square"), address("original")
    Image.objects.filter(pk=picture.pk).update(focal_point_x=750)
    assert (address("square") != before[0], address("original") == before[1]) == (True, True)
    Image.objects.filter(pk=picture.pk).update(file_hash="0" * 40)
    assert address("original") != before[1]


def test_more_widths_than_allowed_are_an_error_that_names_the_limit(ask_raw, picture):
    page_with(image=picture.pk, alt_text="A crane", caption="", decorative=False)
    query = SIZES.replace("($width: Int!, $ratio: AspectRatio, $format: ImageFormat)", "($widths: [Int!]!)")
    query = query.replace(
        "rendition(width: $width, ratio: $ratio, format: $format) { url width height }", "srcSet(widths: $widths)"
    )
    [error] = ask_raw(query, widths=[400] * 101)["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    assert error["message"] == "`widths` has 101 values; it may have 100."
