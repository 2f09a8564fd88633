"""The only home of pictures as they are read, and of which come along with a page's row: all but the body's."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import orjson
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db.models import TextField

from api.client_errors import BadInputError
from api.reading.rows.as_json import from_json
from api.reading.sql import Sql, load
from cms.media import serving
from cms.media.models import Image
from cms.media.privacy import PRIVATE_COLLECTIONS
from cms.publishing.mentions import kind_of
from cms.publishing.models import PageRow, PublishedPage, RestrictedPage

IMAGES = kind_of(Image)


def _pictures_of_rows(of: type[PageRow]) -> Sql:
    return load(
        "main_pictures",
        view=Sql(of._meta.db_table),
        images=Sql(IMAGES),
        private=Sql(PRIVATE_COLLECTIONS),
    )


# Constants, because one is in nearly every statement.
main_pictures = _pictures_of_rows(PublishedPage)
main_pictures_of_restricted = _pictures_of_rows(RestrictedPage).as_expression(ArrayField(TextField()))


class Sized(NamedTuple):
    """A picture in one size."""

    path: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return settings.WAGTAILADMIN_BASE_URL + self.path


@dataclass(eq=False)
class Picture:
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


def pictures_of(row: PageRow) -> dict[int, Picture]:
    """The main pictures of a row that was read with `main_pictures`, by their ids."""
    pictures = map(_picture, row.pictures)  # type: ignore[attr-defined]  # annotated
    return {picture.image.pk: picture for picture in pictures}


@lru_cache(maxsize=1000)
def _picture(row: str) -> Picture:
    """The picture of a row: the same one as long as its row is the same, so what is worked out of it is kept."""
    return Picture(from_json(Image, orjson.loads(row)))
