"""The only home of a picture's pixels: whatever was uploaded, upright and in the colours of the web.

Screens take a file without a profile for sRGB, 8 bits a channel (CSS Color 4, section 10.2). Cameras, scanners and
print shops write otherwise: turned with a note beside it, 16 bits, CMYK, with a profile of their own.
"""

import io
import logging

from PIL import ExifTags, ImageCms, ImageMath
from PIL import Image as Pillow
from willow.image import ImageFile
from willow.plugins.pillow import PillowImage

logger = logging.getLogger(__name__)

# Which way each value of Exif's orientation has to be turned (Exif 2.3, 4.6.4).
TURNS = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}
ON_ITS_SIDE = (5, 6, 7, 8)
SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}  # of profiles, and Pillow's mode of each
MOVING = ("GIF", "WEBP", "PNG", "AVIF")  # several pictures in a JPEG are a camera's, of one moment
_SRGB = ImageCms.createProfile("sRGB")


class UnreadableError(ValueError):
    """The file cannot be decoded to its end."""


class ImageAsShown(PillowImage):
    """What Willow crops and scales: the pixels as they are shown, under the name of the file's own format."""

    def __init__(self, file: ImageFile) -> None:
        super().__init__(as_shown(file.f))
        self.format_name, self.mime_type = file.format_name, file.mime_type


def as_shown(file: io.BufferedIOBase) -> Pillow.Image:
    """The picture in `file`: upright, RGB or RGBA in sRGB, without Exif, profile or any other note of its maker.

    Of a file that moves it is the first picture. Raises UnreadableError where the file is broken anywhere.
    """
    try:
        file.seek(0)
        image = Pillow.open(file)
        image.load()
        return _in_web_colours(_upright(image))
    except Exception as error:  # each decoder has its own errors for what it does not expect
        raise UnreadableError(str(error)) from error


def is_on_its_side(file: io.BufferedIOBase) -> bool:
    """Whether width and height of the stored picture are height and width of what is shown."""
    try:
        return _orientation(Pillow.open(file)) in ON_ITS_SIDE
    except OSError:
        return False  # an SVG, which has no such thing


def is_moving(file: io.BufferedIOBase) -> bool:
    """Whether the file holds several pictures, to be shown one after the other."""
    file.seek(0)
    try:
        image = Pillow.open(file)
    except OSError:
        return False  # nothing that Pillow knows
    return image.format in MOVING and getattr(image, "is_animated", False)


def _orientation(image: Pillow.Image) -> int:
    try:
        return image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # what is written there may be anything, and the picture is good without it
        logger.info("Exif cannot be read", exc_info=True)
        return 1


def _upright(image: Pillow.Image) -> Pillow.Image:
    turn = TURNS.get(_orientation(image))
    if turn is None:
        return image
    profile = image.info.get("icc_profile")
    turned = image.transpose(turn)
    turned.info = {**image.info, "icc_profile": profile}
    return turned


def _in_web_colours(image: Pillow.Image) -> Pillow.Image:
    profile = image.info.get("icc_profile")
    colours, alpha = _eight_bits(image)
    shown = (profile and _converted(colours, profile)) or colours.convert("RGB")
    if alpha is not None:
        shown.putalpha(alpha)
    shown.info = {}
    return shown


def _eight_bits(image: Pillow.Image) -> tuple[Pillow.Image, Pillow.Image | None]:
    """The colours in a mode that profiles speak of, and how opaque each pixel is (None: all are)."""
    if image.mode.startswith("I"):  # a scanner's grey
        grey = image.convert("I")
        transparent = image.info.get("transparency")
        alpha = None
        if transparent is not None:
            alpha = ImageMath.lambda_eval(
                lambda values: values["convert"]((values["grey"] != transparent) * 255, "L"), grey=grey
            )
        return grey.point(lambda value: value * (1 / 257) + 0.5).convert("L"), alpha
    if image.has_transparency_data:
        mode = "LA" if image.mode in {"LA", "L", "La"} else "RGBA"
        visible = image.convert(mode)
        return visible.convert(mode.removesuffix("A")), visible.getchannel("A")
    if image.mode in SPACES.values():
        return image, None
    return image.convert("L" if image.mode == "1" else "RGB"), None


def _converted(image: Pillow.Image, profile: bytes) -> Pillow.Image | None:
    """The picture in sRGB; None where the profile is of other colours than the picture, or broken."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if SPACES.get(source.profile.xcolor_space.strip()) != image.mode:
            return None
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        logger.info("A picture's profile cannot be used", exc_info=True)
        return None
