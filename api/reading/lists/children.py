"""The only home of the pages below a page, as links."""

from api.reading.known import Shelf
from api.reading.languages import best_versions, shown
from api.reading.page import ReadPage
from api.reading.sql import of_query, sql
from api.reading.versions import Version

MOST_CHILDREN = 100
# In the index's order for each parent, so that no more are looked at than are taken.
FIRST_OF_EACH = """
    SELECT child.page_id FROM unnest(%(parents)s::uuid[]) AS parent (key)
    CROSS JOIN LATERAL (
        SELECT found.page_id FROM ({found}) AS found (page_id, parent_key, position)
        WHERE found.parent_key = parent.key ORDER BY found.position LIMIT %(most)s
    ) AS child
"""
_CHILDREN = Shelf[str, list[Version]]()


def children(page: ReadPage) -> list[Version]:
    """Of every child the version that the reader gets, as the original tree sorts them; for all siblings at once."""
    known = _CHILDREN.of(page.references)
    if page.key not in known:
        found: dict[str, list[Version]] = {sibling.key: [] for sibling in page.siblings}
        below = best_versions(page.references.reader).values("page_id", "parent_key", "position")
        ids = sql(FIRST_OF_EACH, parents=list(found), found=of_query(below, "child"), most=MOST_CHILDREN)
        rows = shown(page.references.reader, ids).filter(parent_key__in=list(found)).order_by("position", "tree_path")
        for parent, *version in rows.values_list("parent_key", *Version._fields):
            found[str(parent)].append(Version(*version))
        known.put(found)
    return known.existing([page.key])[0]
