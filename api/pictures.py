"""The only home of which pictures come along with a page's row: those that a card or the top of the page shows."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from api.rows import from_json
from cms.media.models import Image
from cms.publishing.models import PublishedPage

MAIN_PICTURES = ("card_image", "lead_image", "hero_image")  # fields of documents

_ids = ", ".join(f"({PublishedPage._meta.db_table}.document ->> '{field}')::bigint" for field in MAIN_PICTURES)
# A constant, because it is in nearly every statement: built by Django, it would take longer than the pictures.
main_pictures = RawSQL(  # noqa: S611
    f"ARRAY (SELECT to_jsonb(picture) FROM {Image._meta.db_table} AS picture WHERE picture.id IN ({_ids}))",  # noqa: S608
    (),
    output_field=ArrayField(JSONField()),
)


def pictures_of(row: PublishedPage) -> dict[int, Image]:
    """The main pictures of a row that was read with `main_pictures`, by their ids."""
    return {picture["id"]: from_json(Image, picture) for picture in row.pictures}  # type: ignore[attr-defined]
