"""The only home of the few pages that stand for a whole: the strategies and their priorities, loaded together."""

from typing import TYPE_CHECKING, Any, cast

from django.utils import timezone

from api.reading.references import References
from api.reading.rows.pages import read_pages
from api.types.page import make_pages

if TYPE_CHECKING:
    from api.types.home import FocusArea, PriorityPage, StrategyPage

MOST = 100


def strategies(references: References) -> "list[StrategyPage]":
    """All strategies that the reader gets, the newest first; one statement for each answer."""
    pages = cast("list[StrategyPage]", _all(references, "home.strategypage", "tree_path"))
    return sorted(pages, key=lambda page: page.row.document["start_year"] or 0, reverse=True)


def strategy_covering(references: References, year: int | None) -> "StrategyPage | None":
    """The latest strategy whose period has `year` in it; without a year, the one in force today."""
    year = timezone.localdate().year if year is None else year
    for page in strategies(references):
        start, end = page.row.document["start_year"], page.row.document["end_year"]
        if (start or 0) <= year and (end is None or year <= end):
            return page
    return None


def priorities(references: References) -> "list[PriorityPage]":
    """All priorities that the reader gets, in the editor's order in each strategy; one statement for each answer."""
    return cast("list[PriorityPage]", _all(references, "home.prioritypage", "position"))


def focus_areas(references: References) -> "dict[str, FocusArea]":
    """The focus areas of all priorities that the reader gets, by their codes."""
    if "focus areas" not in references.memo:
        areas = [area for page in priorities(references) for area in page.make_focus_areas()]
        references.memo["focus areas"] = {area.code: area for area in areas}
    return cast("dict[str, FocusArea]", references.memo["focus areas"])


def _all(references: References, page_type: str, order: str) -> Any:
    if page_type not in references.memo:
        tail = f"ORDER BY {order}, translation_key LIMIT {MOST}"
        rows = read_pages(references.reader, "type = %s", [page_type], best=True, heads=True, tail=tail)
        references.memo[page_type] = pages = make_pages(rows, references)
        references.pages.update({page.key: page for page in pages})
    return references.memo[page_type]
