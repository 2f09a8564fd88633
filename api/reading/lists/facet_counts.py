"""The only home of how many cases each value of a facet stands for, all facets counted in one statement.

A facet is counted as if its own filter were not set. So the statement reads the cases that all other conditions let
through, with a column for each facet's filter that is set, and counts of them those that hold all columns but its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from django.db.models import BooleanField, Case, When
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.functional import cached_property

from api import allowance
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.case_filters import q_of_each
from api.reading.references import References
from api.reading.sites import the_site
from api.reading.snippets import best_of_each
from api.reading.sql import Sql, load, of_query, sql, together
from cases.models import Organisation
from cms.publishing.mentions import kind_of
from cms.publishing.public_index import IndexRows

RowsOf: TypeAlias = "Callable[[CaseConditions], IndexRows]"

# The filter that is the facet's own, and the statements that count the facet.
FACETS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "priorities": ("priorities", ("values",)),
    "goals": ("goals", ("values",)),
    "municipalities": ("municipalities", ("values", "whole_region")),
    "status": ("status", ("values",)),
    "years": ("year", ("years",)),
    "sectors": ("sectors", ("sectors",)),
    "organisations": ("organisations", ("organisations",)),
    "funding": ("funding", ("texts",)),
}
OF_PRIORITIES = "JOIN unnest(%(lists)s::text[]) AS list (key) ON 'priorities:' || list.key = ANY (found.terms)"
COLUMNS = ("page_id", "terms", "first_year", "last_year")
OWN_FILTERS = [own_filter for own_filter, _ in FACETS.values()]


class FacetValue(NamedTuple):
    """A value of a facet with the number of its cases."""

    value: str
    name: str  # of an organisation
    cases: int


class FacetCounts:
    """The facets of one list of cases, whose key is empty, or of those of several priorities, counted together.

    `rows_of` gives the rows of all lists under a filter. Nothing is read before it is asked for.
    """

    def __init__(
        self, references: References, wanted: CaseConditions, rows_of: RowsOf, priorities: Sequence[str] = ()
    ) -> None:
        self.references = references
        self._wanted = wanted
        self._rows_of = rows_of
        self.lists = priorities or [""]
        self._priorities = priorities

    def values(self, facet: str, key: str) -> list[FacetValue]:
        """Those of one list, in no order."""
        return self._counted.get((facet, key), [])

    @cached_property
    def _counted(self) -> dict[tuple[str, str], list[FacetValue]]:
        allowance.current().search()
        numbers: dict[tuple[str, str, str, str], int] = {}
        for facet, key, value, name, number in self._statement().rows():
            place = facet, key, value, name
            numbers[place] = numbers.get(place, 0) + int(number)
        counted: dict[tuple[str, str], list[FacetValue]] = {}
        for (facet, key, value, name), number in numbers.items():
            counted.setdefault((facet, key), []).append(FacetValue(value, name, number))
        return counted

    def _statement(self) -> Sql:
        columns = self._conditions()
        rows = self._rows_of(self._wanted.without(*OWN_FILTERS)).values(*COLUMNS, **columns)
        best = best_of_each(kind_of(Organisation), self.references.reader)
        organisations = best.values("translation_key", name=KT("document__name"), sector=KT("document__sector"))
        counts = [
            load(
                f"facet_{part}",
                facet=Sql(f"'{facet}'"),
                site=the_site(self.references.reader.site),
                others=_all_but(own, columns),
                number=Sql(_number(own, columns)),
                this_year=timezone.localdate().year,
            )
            for facet, (own, parts) in FACETS.items()
            for part in parts
        ]
        return load(
            "facets",
            rows=of_query(rows, "row"),
            and_columns=Sql("".join(f", {column}" for column in columns)),
            list=Sql("list.key" if self._priorities else "''"),
            counted_list=Sql("list" if self._priorities else "''"),
            grouped=Sql("list, term" if self._priorities else "term"),
            numbers=together(", ", *_counted(columns)),
            of_lists=sql(OF_PRIORITIES, lists=list(self._priorities)) if self._priorities else Sql(""),
            organisations=of_query(organisations, "organisation"),
            others_than_year=_all_but("year", columns),
            counts=together(" UNION ALL ", *counts),
        )

    def _conditions(self) -> dict[str, Case]:
        """Whether a case holds the filters that facets have, as columns."""
        given = q_of_each(self.references, self._wanted)
        return {
            f"in_{own}": Case(When(given[own], then=True), default=False, output_field=BooleanField())
            for own in OWN_FILTERS
            if own in given
        }


def _all_but(own_filter: str, columns: Mapping[str, Any]) -> Sql:
    return Sql(" AND ".join(column for column in columns if column != f"in_{own_filter}") or "true")


def _number(own_filter: str, columns: Mapping[str, Any]) -> str:
    """The column of what is counted as if this filter were not set."""
    return f"but_{own_filter}" if f"in_{own_filter}" in columns else "of_all"


def _counted(columns: Mapping[str, Any]) -> Iterator[Sql]:
    """The numbers that differ: of what holds all columns, and all but each."""
    for own in ("", *(name for name in OWN_FILTERS if f"in_{name}" in columns)):
        yield Sql(f"count(*) FILTER (WHERE {_all_but(own, columns).text}) AS {_number(own, columns)}")
