"""The only home of the pages below a page, as links."""

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from api.reading.known import Shelf
from api.reading.languages import best_versions
from api.reading.page import ReadPage
from api.reading.versions import Version

MOST_CHILDREN = 100
_CHILDREN = Shelf[str, list[Version]]()


def children(page: ReadPage) -> list[Version]:
    """Of every child the version that the reader gets, as the original tree sorts them; for all siblings at once."""
    known = _CHILDREN.of(page.references)
    if page.key not in known:
        found: dict[str, list[Version]] = {sibling.key: [] for sibling in page.siblings}
        place = Window(RowNumber(), partition_by="parent_key", order_by=("position", "tree_path"))
        rows = best_versions(page.references.reader).filter(parent_key__in={sibling.key for sibling in page.siblings})
        rows = rows.annotate(place=place).filter(place__lte=MOST_CHILDREN).order_by(F("place"))
        for parent, *version in rows.values_list("parent_key", *Version._fields):
            found[str(parent)].append(Version(*version))
        known.put(found)
    return known.existing([page.key])[0]
