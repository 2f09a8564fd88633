"""The only home of which pictures come along with a page's row: those that a card or the top of the page shows."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import JSONField

from api.rows import from_json
from api.sql import expression
from cms.media.models import Image
from cms.publishing.models import PublishedPage

MAIN_PICTURES = ("card_image", "lead_image", "hero_image")  # fields of documents

# A constant, because it is in nearly every statement: built by Django, it would take longer than the pictures. The long
# document is read once, whatever the number of pictures that there are.
_columns = ", ".join(f"{field} bigint" for field in MAIN_PICTURES)
_sql = f"""
    ARRAY (
        SELECT to_jsonb(picture)
        FROM jsonb_to_record({PublishedPage._meta.db_table}.document) AS named ({_columns})
        JOIN {Image._meta.db_table} AS picture ON picture.id IN ({", ".join(MAIN_PICTURES)})
    )
"""  # noqa: S608  # made of nothing that a client wrote
main_pictures = expression(_sql, (), ArrayField(JSONField()))


def pictures_of(row: PublishedPage) -> dict[int, Image]:
    """The main pictures of a row that was read with `main_pictures`, by their ids."""
    return {picture["id"]: from_json(Image, picture) for picture in row.pictures}  # type: ignore[attr-defined]  # annotated
