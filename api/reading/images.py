"""The only home of a picture at its place of use: the alternative text belongs to the place."""

from dataclasses import dataclass

from api.reading.references import References
from api.reading.rows.images import ReadImage


@dataclass(frozen=True)
class PlacedImage:
    read: ReadImage
    alt: str  # empty where the picture is decorative
    alt_lang: str
    decorative: bool


def placed_image(
    image_id: int | None, references: References, language: str, alt: str = "", *, decorative: bool = False
) -> PlacedImage | None:
    """The picture with the alternative text of its place (in `language`), else the picture's own text."""
    read = references.images.get(image_id)
    if read is None:
        return None
    alt_lang = language
    if decorative:
        alt = ""
    elif not alt:
        own: dict[str, str] = read.image.default_alt
        chain = dict.fromkeys([language, *references.reader.chain, *own])
        alt_lang = next((code for code in chain if own.get(code)), language)
        alt = own.get(alt_lang, "")
    return PlacedImage(read, alt, alt_lang, decorative or not alt)
