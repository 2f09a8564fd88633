"""The only home of pictures and downloads in the schema."""

from enum import Enum
from typing import Annotated

import strawberry
from django.conf import settings

from api.client_errors import BadInputError
from api.reading.images import PlacedImage
from api.reading.rows.images import ReadImage
from cms.media.models import Document as File

MOST_WIDTHS = 100

WidthArgument = Annotated[
    int, strawberry.argument(description="Width in pixels, one of 200, 400, 600, 800, 1200, 1600, 2000, 2400.")
]
RatioArgument = Annotated[
    "AspectRatio | None", strawberry.argument(description="Cropped to this ratio around the focal point.")
]
FormatArgument = Annotated["ImageFormat | None", strawberry.argument(description="File format of the rendition.")]


@strawberry.enum(description="Width to height; `original` is the picture's own.")
class AspectRatio(Enum):
    original = strawberry.enum_value("original", description="Nothing is cropped.")
    square = strawberry.enum_value("square", description="1:1")
    landscape_16_9 = strawberry.enum_value("landscape_16_9", description="16:9")
    landscape_3_2 = strawberry.enum_value("landscape_3_2", description="3:2")
    portrait_3_4 = strawberry.enum_value("portrait_3_4", description="3:4")


@strawberry.enum(description="File formats of renditions.")
class ImageFormat(Enum):
    webp = strawberry.enum_value("webp", description="For every browser of today.")
    avif = strawberry.enum_value("avif", description="Smaller than WebP; slower to make when it is first asked for.")
    jpeg = strawberry.enum_value("jpeg", description="For mail and for sharing; without transparency.")


@strawberry.type(description="The middle of what matters in the picture, for a crop's object-position.")
class FocalPoint:
    x: float = strawberry.field(description="From the left edge, 0 to 1.")
    y: float = strawberry.field(description="From the top edge, 0 to 1.")


@strawberry.type(description="A picture in one size. The file is made when it is first asked for.")
class Rendition:
    url: str = strawberry.field(description="Absolute, signed; may be cached for ever.")
    width: int = strawberry.field(description="In pixels; less than asked for where the original is smaller.")
    height: int = strawberry.field(description="In pixels.")


@strawberry.type(
    description="A picture at its place of use: the alternative text belongs to the place. It has no id of its own."
)
class Image:
    read: strawberry.Private[ReadImage]
    asset_id: strawberry.ID = strawberry.field(description="Identifies the picture, wherever it is used.")
    alt: str = strawberry.field(description="Alternative text; empty where the picture is decorative.")
    alt_lang: str = strawberry.field(description="BCP 47 tag of the language that `alt` is in.")
    decorative: bool = strawberry.field(description="Whether the picture tells nothing that the text does not.")

    @strawberry.field(description="Who made the picture, to be shown beside it; empty where nobody needs naming.")
    def credit(self) -> str:
        return self.read.image.credit

    @strawberry.field(description="The licence's name, e.g. CC BY 4.0; empty where all rights are reserved.")
    def licence(self) -> str:
        return self.read.image.licence

    @strawberry.field(description="Width of the original in pixels.")
    def width(self) -> int:
        return self.read.image.width

    @strawberry.field(description="Height of the original in pixels.")
    def height(self) -> int:
        return self.read.image.height

    @strawberry.field(description="Null where the editor has set none.")
    def focal_point(self) -> FocalPoint | None:
        point = self.read.image.get_focal_point()
        if point is None:
            return None
        return FocalPoint(x=point.centroid_x / self.read.image.width, y=point.centroid_y / self.read.image.height)

    @strawberry.field(description="A data URI of a tiny blurred picture to show while loading; null for an SVG.")
    def placeholder(self) -> str | None:
        return self.read.image.placeholder or None

    @strawberry.field(description="The picture in one size. A width outside the list is an error that prints the list.")
    def rendition(
        self,
        width: WidthArgument,
        ratio: RatioArgument = AspectRatio.original,
        format: FormatArgument = ImageFormat.webp,
    ) -> Rendition:
        sized = self.read.sized(width, *_names(ratio, format))
        return Rendition(url=sized.url, width=sized.width, height=sized.height)

    @strawberry.field(description="Several sizes as the srcset attribute of img wants them: `url 400w, url 800w`.")
    def src_set(
        self,
        widths: Annotated[list[int], strawberry.argument(description="Widths of the public list, in pixels.")],
        ratio: RatioArgument = AspectRatio.original,
        format: FormatArgument = ImageFormat.webp,
    ) -> str:
        if len(widths) > MOST_WIDTHS:
            raise BadInputError(f"`widths` has {len(widths)} values; it may have {MOST_WIDTHS}.")
        names = _names(ratio, format)
        sizes = [self.read.sized(width, *names) for width in dict.fromkeys(widths)]
        different = {sized.width: sized.url for sized in sizes}
        return ", ".join(f"{url} {width}w" for width, url in different.items())


def _names(ratio: AspectRatio | None, file_format: ImageFormat | None) -> tuple[str, str]:
    """As the media library knows them; null is as if nothing was given."""
    return (ratio or AspectRatio.original).name, (file_format or ImageFormat.webp).name


def make_image(placed: PlacedImage | None) -> Image | None:
    if placed is None:
        return None
    return Image(
        read=placed.read,
        asset_id=strawberry.ID(str(placed.read.image.pk)),
        alt=placed.alt,
        alt_lang=placed.alt_lang,
        decorative=placed.decorative,
    )


@strawberry.type(description="A file to download.")
class Document:
    asset_id: strawberry.ID = strawberry.field(description="Identifies the file, wherever it is used.")
    title: str = strawberry.field(description="The file's title, in the file's language.")
    url: str = strawberry.field(description="Absolute web address of the file.")
    filename: str = strawberry.field(description="Name of the file with its extension.")
    size: int = strawberry.field(description="In bytes.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that the file is written in.")


def make_document(source: File | None) -> Document | None:
    if source is None:
        return None
    return Document(
        asset_id=strawberry.ID(str(source.pk)),
        title=source.title,
        url=settings.WAGTAILADMIN_BASE_URL + source.url,
        filename=source.filename,
        size=source.file_size or 0,
        lang=source.language,
    )
