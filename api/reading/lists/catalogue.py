"""The only home of the few pages that stand for a whole: the strategies and their priorities, loaded together."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone

from api.reading import page_types
from api.reading.known import Shelf
from api.reading.languages import best_of
from api.reading.page import ReadPage, known_pages, make_pages, of_type
from api.reading.references import References
from api.reading.rows.pages import read_pages
from api.reading.rows.row import Row
from api.reading.sql import Sql

MOST = 100
_PAGES = Shelf[str, list[ReadPage]]()
_FOCUS_AREAS = Shelf[str, "dict[str, FocusArea]"]()


class FocusArea(NamedTuple):
    """A focus area of a priority, in the language of the priority."""

    code: str
    name: str
    text: str
    lang: str


def strategies(references: References) -> list[ReadPage]:
    """All strategies that the reader gets, the newest first; one statement for each answer."""
    pages = _all(references, page_types.STRATEGY, "tree_path")
    return sorted(pages, key=lambda page: page.row.document["start_year"] or 0, reverse=True)


def strategy_covering(references: References, year: int | None) -> ReadPage | None:
    """The latest strategy whose period has `year` in it; without a year, the one in force today."""
    year = timezone.localdate().year if year is None else year
    for page in strategies(references):
        start, end = page.row.document["start_year"], page.row.document["end_year"]
        if (start or 0) <= year and (end is None or year <= end):
            return page
    return None


def strategy_of(priority: ReadPage) -> ReadPage | None:
    found = strategies(priority.references)
    return next((page for page in found if page.row.translation_key == priority.row.parent_key), None)


def priorities(references: References) -> list[ReadPage]:
    """All priorities that the reader gets, in the editor's order in each strategy.

    They came along with the first pages that were read, or take a statement.
    """
    return _all(references, page_types.PRIORITY, "position")


def by_key(pages: Iterable[ReadPage], key: str | None) -> ReadPage | None:
    return next((page for page in pages if page.key == key), None)


def priorities_of(strategy: ReadPage) -> list[ReadPage]:
    return [page for page in priorities(strategy.references) if page.row.parent_key == strategy.row.translation_key]


def priorities_in(page: ReadPage) -> list[ReadPage]:
    """Those that a case or article is about, as far as they are public, in the editor's order."""
    public = {priority.key: priority for priority in priorities(page.references)}
    return [public[key] for row in page.rows("priorities") if (key := row["priority"]) in public]


def focus_areas(references: References) -> dict[str, FocusArea]:
    """The focus areas of all priorities that the reader gets, by their codes."""
    return _FOCUS_AREAS.once(
        references,
        "",
        lambda: {area.code: area for page in priorities(references) for area in focus_areas_of(page)},
    )


def focus_areas_of(priority: ReadPage) -> list[FocusArea]:
    """In the editor's order."""
    values = priority.blocks("focus_areas")
    return [FocusArea(value["code"], value["name"], value["text"], priority.row.locale) for value in values]


def _all(references: References, page_type: str, order: str) -> list[ReadPage]:
    return _PAGES.once(references, page_type, lambda: _make(references, _read(references, page_type, order)))


def _read(references: References, page_type: str, order: str) -> list[Row]:
    tail = Sql(f"ORDER BY {order}, translation_key LIMIT {MOST}")
    best = best_of(references.reader, of_type(page_type))
    if page_type != page_types.PRIORITY:
        return references.read_cards(best, tail=tail)
    if references.priorities is None:
        references.priorities = read_pages(references.reader, best, heads=True, tail=tail)
    return references.priorities[:MOST]


def _make(references: References, rows: list[Row]) -> list[ReadPage]:
    pages = make_pages(rows, references)
    known_pages(references).put({page.key: page for page in pages})
    return pages
