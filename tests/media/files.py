"""The only home of picture files to upload: halves of known colours in every mode, turned and moving ones too."""

from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, ImageCms
from PIL import Image as Pillow

SIZE = (240, 120)
RED, GREEN, WHITE, BLACK = (255, 0, 0), (0, 255, 0), (255, 255, 255), (0, 0, 0)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# In these colours red is what is green on the screen.
SWAPPED = SRGB.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def halves(mode: str, left: object, right: object) -> Pillow.Image:
    picture = Pillow.new(mode, SIZE, left)
    picture.paste(right, (SIZE[0] // 2, 0, *SIZE))
    return picture


def palette(*colours: tuple[int, int, int]) -> Pillow.Image:
    picture = halves("P", 0, 1)
    picture.putpalette([value for colour in colours for value in colour])
    return picture


def saved(picture: Pillow.Image, file_format: str, **options: object) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, file_format, **options)
    return buffer.getvalue()


def turned(orientation: int) -> bytes:
    exif = Pillow.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "A camera"
    return saved(halves("RGB", RED, GREEN), "JPEG", quality=95, exif=exif)


@dataclass(frozen=True)
class Specimen:
    """A file, and the colours of its halves as a reader sees them: RGB, or RGBA where something shines through."""

    name: str
    content: bytes
    left: tuple[int, ...]
    right: tuple[int, ...]


CLEAR = (0, 0, 0, 0)
SPECIMENS = {
    "1": Specimen("a.png", saved(halves("1", 0, 1), "PNG"), BLACK, WHITE),
    "L": Specimen("a.png", saved(halves("L", 64, 192), "PNG"), (64,) * 3, (192,) * 3),
    "L, one grey transparent": Specimen(
        "a.png", saved(halves("L", 0, 192), "PNG", transparency=0), CLEAR, (192, 192, 192, 255)
    ),
    "L, profile of other colours": Specimen(
        "a.png", saved(halves("L", 64, 192), "PNG", icc_profile=SRGB), (64,) * 3, (192,) * 3
    ),
    "LA": Specimen("a.png", saved(halves("LA", (0, 0), (192, 255)), "PNG"), CLEAR, (192, 192, 192, 255)),
    "P": Specimen("a.png", saved(palette(RED, GREEN), "PNG"), RED, GREEN),
    "P, transparent": Specimen("a.png", saved(palette(BLACK, GREEN), "PNG", transparency=0), CLEAR, (*GREEN, 255)),
    "P, profile": Specimen("a.png", saved(palette(RED, BLACK), "PNG", icc_profile=SWAPPED), GREEN, BLACK),
    "I;16": Specimen("a.png", saved(halves("I;16", 16448, 65535), "PNG"), (64,) * 3, WHITE),
    "I;16, one grey transparent": Specimen(
        "a.png", saved(halves("I;16", 0, 65535), "PNG", transparency=0), CLEAR, (*WHITE, 255)
    ),
    "RGB": Specimen("a.png", saved(halves("RGB", RED, GREEN), "PNG"), RED, GREEN),
    "RGB, one colour transparent": Specimen(
        "a.png", saved(halves("RGB", BLACK, GREEN), "PNG", transparency=BLACK), CLEAR, (*GREEN, 255)
    ),
    "RGB, profile": Specimen("a.png", saved(halves("RGB", RED, BLACK), "PNG", icc_profile=SWAPPED), GREEN, BLACK),
    "RGB, profile sRGB": Specimen("a.png", saved(halves("RGB", RED, GREEN), "PNG", icc_profile=SRGB), RED, GREEN),
    "RGB, broken profile": Specimen(
        "a.png", saved(halves("RGB", RED, GREEN), "PNG", icc_profile=SRGB[:300]), RED, GREEN
    ),
    "RGBA": Specimen("a.png", saved(halves("RGBA", CLEAR, (*RED, 255)), "PNG"), CLEAR, (*RED, 255)),
    "RGBA, profile": Specimen(
        "a.png", saved(halves("RGBA", CLEAR, (*RED, 255)), "PNG", icc_profile=SWAPPED), CLEAR, (*GREEN, 255)
    ),
    "JPEG L": Specimen("a.jpg", saved(halves("L", 64, 192), "JPEG", quality=95), (64,) * 3, (192,) * 3),
    "JPEG RGB": Specimen("a.jpeg", saved(halves("RGB", RED, GREEN), "JPEG", quality=95), RED, GREEN),
    "JPEG RGB, profile": Specimen(
        "a.jpg", saved(halves("RGB", RED, BLACK), "JPEG", quality=95, icc_profile=SWAPPED), GREEN, BLACK
    ),
    "JPEG CMYK": Specimen(
        "a.jpg", saved(halves("CMYK", (0, 255, 255, 0), (255, 0, 255, 0)), "JPEG", quality=95), RED, GREEN
    ),
    "JPEG CMYK, profile of other colours": Specimen(
        "a.jpg",
        saved(halves("CMYK", (0, 255, 255, 0), (255, 0, 255, 0)), "JPEG", quality=95, icc_profile=SRGB),
        RED,
        GREEN,
    ),
    "JPEG of two moments": Specimen(
        "a.jpg",
        saved(halves("RGB", RED, GREEN), "MPO", quality=95, save_all=True, append_images=[halves("RGB", BLACK, BLACK)]),
        RED,
        GREEN,
    ),
    "WebP": Specimen("a.webp", saved(halves("RGB", RED, GREEN), "WEBP", lossless=True), RED, GREEN),
    "WebP RGBA": Specimen(
        "a.webp", saved(halves("RGBA", CLEAR, (*RED, 255)), "WEBP", lossless=True), CLEAR, (*RED, 255)
    ),
    "WebP, profile": Specimen(
        "a.webp", saved(halves("RGB", RED, BLACK), "WEBP", lossless=True, icc_profile=SWAPPED), GREEN, BLACK
    ),
    "AVIF": Specimen("a.avif", saved(halves("RGB", RED, GREEN), "AVIF", quality=100), RED, GREEN),
    "AVIF RGBA": Specimen("a.avif", saved(halves("RGBA", CLEAR, (*RED, 255)), "AVIF", quality=100), CLEAR, (*RED, 255)),
    "GIF": Specimen("a.gif", saved(palette(RED, GREEN), "GIF"), RED, GREEN),
    "GIF, transparent": Specimen("a.gif", saved(palette(BLACK, GREEN), "GIF", transparency=0), CLEAR, (*GREEN, 255)),
}
FRAMES = [halves("RGB", GREEN, RED), halves("RGB", BLACK, WHITE)]
MOVING = {
    f"a.{ending}": saved(halves("RGB", RED, GREEN), file_format, save_all=True, append_images=FRAMES, duration=100)
    for ending, file_format in [("gif", "GIF"), ("webp", "WEBP"), ("png", "PNG"), ("avif", "AVIF")]
}
