"""The only home of how many cases each value of a facet stands for, all facets counted in one statement.

A facet is counted as if its own filter were not set. So the statement reads the cases that all other conditions let
through, with a column for each facet's filter that is set, and counts of them those that hold all columns but its own.
What nothing else narrows is not counted but read: see `kept_counts`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from django.db.models import BooleanField, Case, Q, Value, When
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.functional import cached_property

from api import allowance
from api.reading.lists.case_conditions import EVERY_CASE, CaseConditions
from api.reading.lists.case_filters import q_of_each
from api.reading.references import References
from api.reading.sites import the_site
from api.reading.snippets import best_of_each
from api.reading.sql import Sql, load, of_query, sql, together
from cases.models import Organisation
from cms.publishing.mentions import kind_of
from cms.publishing.public_index import YEARS, IndexRows

RowsOf: TypeAlias = "Callable[[CaseConditions], IndexRows]"
Kept: TypeAlias = "Callable[[Sequence[str]], Sql]"

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
READ_IN_ANOTHER_WAY = ("sectors", "texts")  # where numbers are kept
KEPT = ("priorities", "goals", "municipalities", "status", YEARS, "organisations", "funding")  # what these are made of
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

    `rows_of` gives the rows of all lists under a filter, `kept` what is kept of all cases of one list. Nothing is read
    before it is asked for.
    """

    def __init__(
        self,
        references: References,
        wanted: CaseConditions,
        rows_of: RowsOf,
        kept: Kept,
        priorities: Sequence[str] = (),
    ) -> None:
        self.references = references
        self._wanted = wanted
        self._rows_of = rows_of
        self._kept = kept
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
        is_kept = {own for own, _ in FACETS.values() if self._is_kept(own)}
        counted = {own for own, _ in FACETS.values()} - is_kept
        tables = [load("facets_kept", kept=self._kept(KEPT))] if is_kept else []
        if counted:
            tables.append(self._one_by_one(counted))
        best = best_of_each(kind_of(Organisation), self.references.reader)
        organisations = best.values("translation_key", name=KT("document__name"), sector=KT("document__sector"))
        return load(
            "facets",
            tables=together(", ", *tables),
            organisations=of_query(organisations, "organisation"),
            counts=together(
                " UNION ALL ",
                *(
                    self._read_kept(facet, part) if own in is_kept else self._count(facet, part, own)
                    for facet, (own, parts) in FACETS.items()
                    for part in parts
                ),
            ),
        )

    def _read_kept(self, facet: str, part: str) -> Sql:
        return self._part(
            f"{part}_kept" if part in READ_IN_ANOTHER_WAY else part,
            facet,
            counted=Sql("kept"),
            span=Sql("kept_span"),
            number=Sql("number"),
            rows=of_query(self._rows_of(EVERY_CASE).order_by().values("page_id", "terms"), "one"),
        )

    def _count(self, facet: str, part: str, own_filter: str) -> Sql:
        return self._part(
            part,
            facet,
            counted=Sql("counted"),
            span=Sql("span"),
            number=_number(own_filter, self._filters),
            others=_all_but(own_filter, self._filters),
        )

    def _part(self, part: str, facet: str, **values: Sql) -> Sql:
        return load(
            f"facet_{part}",
            facet=Sql(f"'{facet}'"),
            site=the_site(self.references.reader.site),
            this_year=timezone.localdate().year,
            **values,
        )

    def _one_by_one(self, counted: Iterable[str]) -> Sql:
        """The tables of what facets count whose own filters these are."""
        rows = self._rows_of(self._wanted.without(*OWN_FILTERS))
        columns: dict[str, Case | Value]
        columns = {f"in_{name}": self._lets_through(name) for name in self._filters}
        enough = [_all_but(own, self._filters) for own in self._filters if own in counted]
        if not enough:  # all count the same
            rows, columns = self._rows_of(self._wanted), dict.fromkeys(columns, Value(value=True))
        return load(
            "facets_counted",
            rows=of_query(rows.values(*COLUMNS, **columns), "row"),
            and_columns=Sql("".join(f", {column}" for column in columns)),
            enough=together(" OR ", *enough) if enough else Sql("true"),
            list=Sql("list.key" if self._priorities else "''"),
            counted_list=Sql("list" if self._priorities else "''"),
            grouped=Sql("list, term" if self._priorities else "term"),
            numbers=together(", ", *_numbers(self._filters)),
            of_lists=sql(OF_PRIORITIES, lists=list(self._priorities)) if self._priorities else Sql(""),
            others_than_year=_all_but("year", self._filters),
        )

    def _lets_through(self, name: str) -> Case:
        """Whether a filter does. What has terms is found at once: to compare those of each row takes longer."""
        condition = self._filters[name]
        if name != "year":
            condition = Q(page_id__in=self._rows_of(EVERY_CASE).filter(condition).values("page_id"))
        return Case(When(condition, then=True), default=False, output_field=BooleanField())

    def _is_kept(self, own_filter: str) -> bool:
        """Whether nothing but its own filter narrows what a facet counts."""
        return not self._priorities and self._wanted.without(own_filter) == EVERY_CASE

    @cached_property
    def _filters(self) -> dict[str, Q]:
        """The conditions of the filters that are facets' own and set, by their names."""
        given = q_of_each(self.references, self._wanted)
        return {own: given[own] for own in OWN_FILTERS if own in given}


def _all_but(own_filter: str, filters: Iterable[str]) -> Sql:
    return Sql(f"({' AND '.join(f'in_{name}' for name in filters if name != own_filter) or 'true'})")


def _number(own_filter: str, filters: Iterable[str]) -> Sql:
    """The column of what is counted as if this filter were not set."""
    return Sql(f"but_{own_filter}" if own_filter in filters else "of_all")


def _numbers(filters: Iterable[str]) -> Iterator[Sql]:
    """The numbers that differ: of what holds all filters, and all but each."""
    for own in ("", *filters):
        yield sql(
            "count(*) FILTER (WHERE {others}) AS {number}", others=_all_but(own, filters), number=_number(own, filters)
        )
