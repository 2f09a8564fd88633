"""The only home of which pictures come along with a page's row: those that a card or the top of the page shows."""

from functools import lru_cache

import orjson
from django.contrib.postgres.fields import ArrayField
from django.db.models import TextField
from django.db.models.expressions import RawSQL

from api.reading.rows.as_json import from_json
from api.reading.sql import expression
from cms.media.models import Image
from cms.media.privacy import PRIVATE_COLLECTIONS
from cms.publishing.models import PageRow, PublishedPage, RestrictedPage

MAIN_PICTURES = ("card_image", "lead_image", "hero_image")  # fields of documents

# Constants, because one is in nearly every statement: built by Django, it would take longer than the pictures. The long
# document is read once, whatever the number of pictures that there are.
_columns = ", ".join(f"{field} bigint" for field in MAIN_PICTURES)
_sql = f"""
    ARRAY (
        SELECT to_jsonb(picture)::text
        FROM jsonb_to_record({{view}}.document) AS named ({_columns})
        JOIN {Image._meta.db_table} AS picture ON picture.id IN ({", ".join(MAIN_PICTURES)})
        WHERE picture.collection_id NOT IN ({PRIVATE_COLLECTIONS})
    )
"""  # noqa: S608  # made of nothing that a client wrote


def _pictures_of_rows(of: type[PageRow]) -> RawSQL:
    return expression(_sql.format(view=of._meta.db_table), (), ArrayField(TextField()))


main_pictures = _pictures_of_rows(PublishedPage)
main_pictures_of_restricted = _pictures_of_rows(RestrictedPage)


def pictures_of(row: PageRow) -> dict[int, Image]:
    """The main pictures of a row that was read with `main_pictures`, by their ids."""
    pictures = map(_picture, row.pictures)  # type: ignore[attr-defined]  # annotated
    return {picture.pk: picture for picture in pictures}


@lru_cache(maxsize=1000)
def _picture(row: str) -> Image:
    """The picture of a row: the same one as long as its row is the same, so what is found out of it is kept."""
    return from_json(Image, orjson.loads(row))
