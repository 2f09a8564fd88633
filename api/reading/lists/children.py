"""The only home of the pages below a page, as links."""

from typing import TYPE_CHECKING

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from api.reading.languages import best_versions
from api.reading.references import Version

if TYPE_CHECKING:
    from api.types.page import Page

MOST_CHILDREN = 100


def children(page: "Page") -> list[Version]:
    """Of every child the version that the reader gets, as the original tree sorts them; for all siblings at once."""
    memo: dict[str, list[Version]] = page.references.memo.setdefault("children", {})
    if page.key not in memo:
        found: dict[str, list[Version]] = {sibling.key: [] for sibling in page.siblings}
        place = Window(RowNumber(), partition_by="parent_key", order_by=("position", "tree_path"))
        rows = best_versions(page.references.reader).filter(parent_key__in={sibling.key for sibling in page.siblings})
        rows = rows.annotate(place=place).filter(place__lte=MOST_CHILDREN).order_by(F("place"))
        for parent, *version in rows.values_list("parent_key", *Version._fields):
            found[str(parent)].append(Version(*version))
        memo.update(found)
    return memo[page.key]
