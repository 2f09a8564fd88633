"""The only home of pictures as they are read, and of which come along with a page's row: all but the body's."""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

import orjson
from django.conf import settings

from api.client_errors import BadInputError
from api.reading.rows.as_json import from_json
from api.reading.rows.row import Row
from api.reading.sql import Sql, load
from cms.media import serving
from cms.media.models import Image
from cms.media.privacy import PRIVATE_COLLECTIONS
from cms.publishing.mentions import kind_of
from cms.publishing.models import PageRow

IMAGES = kind_of(Image)


@cache
def main_images(of: type[PageRow]) -> Sql:
    """Those that a row's head mentions, as a column of a view."""
    return load(
        "main_images",
        view=Sql(of._meta.db_table),
        images=Sql(IMAGES),
        private=Sql(PRIVATE_COLLECTIONS),
    )


class Sized(NamedTuple):
    """A picture in one size."""

    path: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return settings.WAGTAILADMIN_BASE_URL + self.path


@dataclass(eq=False)
class ReadImage:
    """A picture of the media library, with the sizes that were worked out so far."""

    image: Image
    _sizes: dict[str, Sized] = field(default_factory=dict)

    def sized(self, width: int, ratio: str, file_format: str) -> Sized:
        """The picture in one size; no file is made. Raise BadInputError for a width that is none of the list."""
        if width not in serving.WIDTHS:
            widths = ", ".join(map(str, serving.WIDTHS))
            raise BadInputError(f"No rendition is {width} pixels wide. Widths: {widths}.")
        spec = serving.filter_spec(width, ratio, file_format)
        if spec not in self._sizes:
            self._sizes[spec] = Sized(
                serving.rendition_path(self.image, spec), *serving.rendered_size(self.image, spec)
            )
        return self._sizes[spec]


def images_of(row: Row) -> dict[int, ReadImage]:
    """The pictures that came along with a row, by their ids."""
    return {image.image.pk: image for image in map(read_image, row.images)}


@lru_cache(maxsize=1000)
def read_image(row: str) -> ReadImage:
    """The picture of a row that came as JSON: while that is the same, so is the picture, with what it worked out."""
    return ReadImage(from_json(Image, orjson.loads(row)))
