"""The only home of which cases meet conditions, in SQL: the rows of the index that have them, and their number."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace
from functools import lru_cache

from django.db.models.expressions import RawSQL
from django.utils.functional import cached_property

from api.reading import page_types
from api.reading.languages import Reader, best_versions
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.case_filters import condition_of_each, facet_of
from api.reading.lists.kept_counts import counts
from api.reading.lists.listings import columns_of
from api.reading.references import References
from api.reading.searching.search import Search, is_search, search
from api.reading.sql import Sql, narrowed
from cms.publishing.public_index import IndexRows


@dataclass(frozen=True)
class Cases:
    """The cases that meet the conditions."""

    references: References
    wanted: CaseConditions
    _: KW_ONLY
    fallback: bool = True

    @property
    def reader(self) -> Reader:
        return self.references.reader

    @cached_property
    def condition_of_each(self) -> dict[str, RawSQL]:
        """The conditions that are given, by their names."""
        return condition_of_each(self.references, self.wanted)

    @property
    def search(self) -> Search | None:
        """Raise BadInputError where the text is too long."""
        if not is_search(self.wanted.search):
            return None
        return search(self.references, self.wanted.search, [page_types.CASE], fallback=self.fallback)

    def rows(self) -> IndexRows:
        """In no order; those of a search with their relevance."""
        found = self.search
        among = found.rows if found else _every_case(self.reader, fallback=self.fallback)
        return among.filter(*self.condition_of_each.values())

    def under(self, wanted: CaseConditions) -> "Cases":
        """Those that meet other conditions."""
        return replace(self, wanted=wanted)

    def columns(self, names: tuple[str, ...]) -> Sql:
        """The SQL that reads these columns of the rows."""
        if is_search(self.wanted.search):
            return columns_of(self.rows(), names)
        every_case = columns_of_every_case(self.reader, names, fallback=self.fallback)
        return narrowed(every_case, self.condition_of_each.values())

    def numbers(self, *facets: str) -> Sql | None:
        """How many have each set of terms of a facet, if that is kept: where all conditions are on that facet alone.

        Without a facet, the numbers of any: all together are how many there are.
        """
        if is_search(self.wanted.search):
            return None
        facet = facet_of([*self.condition_of_each, *facets])
        return None if facet is None else self.kept([facet], *self.condition_of_each.values())

    def kept(self, facets: Sequence[str], *conditions: RawSQL) -> Sql:
        """The numbers of every case that meets conditions on these facets."""
        return counts(self.reader, page_types.CASE, facets, *conditions, fallback=self.fallback)


def _every_case(reader: Reader, *, fallback: bool) -> IndexRows:
    return best_versions(reader, fallback=fallback).filter(type=page_types.CASE)


@lru_cache(maxsize=256)
def columns_of_every_case(reader: Reader, names: tuple[str, ...], name: str = "row", *, fallback: bool) -> Sql:
    """The SQL that reads these columns. Kept, as Django takes longer to put it together than PostgreSQL to plan it."""
    return columns_of(_every_case(reader, fallback=fallback), names, name)
