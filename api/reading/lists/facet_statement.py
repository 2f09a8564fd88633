"""The only home of how facets are counted in SQL: all of them in one statement.

A facet is counted as if its own filter were not set. So the statement reads the cases that all other conditions let
through, with a column for each facet's filter that is set, and counts of them those that hold all columns but its own.
What nothing else narrows is not counted but read: see `kept_counts`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from django.db.models import BooleanField, Case, Q, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.functional import cached_property

from api.reading.languages import Reader
from api.reading.lists.among_cases import Cases, columns_of_every_case
from api.reading.lists.case_conditions import EVERY_CASE
from api.reading.sites import the_site
from api.reading.snippets import best_of_each
from api.reading.sql import Sql, load, of_query, sql, together
from cases.models import Organisation
from cms.publishing.mentions import kind_of
from cms.publishing.public_index import YEARS

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


class FacetStatement:
    """That of one list of cases, whose key is empty, or of those of several priorities, counted together."""

    def __init__(self, among: Cases, priorities: Sequence[str] = ()) -> None:
        self._among = among
        self._priorities = priorities

    def sql(self) -> Sql:
        """Of each facet, list and value its name and number."""
        is_kept = {own for own in OWN_FILTERS if self._is_kept(own)}
        counted = set(OWN_FILTERS) - is_kept
        tables = [load("facets_kept", kept=self._among.kept(KEPT))] if is_kept else []
        if counted:
            tables.append(self._one_by_one(counted))
        return load(
            "facets",
            tables=together(", ", *tables),
            organisations=_organisations(self._among.reader),
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
        return _read_kept(self._among.reader, facet, part, timezone.localdate().year, fallback=self._among.fallback)

    def _count(self, facet: str, part: str, own_filter: str) -> Sql:
        return _part(
            self._among.reader,
            facet,
            part,
            timezone.localdate().year,
            counted=Sql("counted"),
            span=Sql("span"),
            number=_number(own_filter, self._filters),
            others=_all_but(own_filter, self._filters),
        )

    def _one_by_one(self, counted: Iterable[str]) -> Sql:
        """The tables of what facets count whose own filters these are."""
        rows = self._among.under(self._among.wanted.without(*OWN_FILTERS)).rows()
        columns: dict[str, Case | Value]
        columns = {f"in_{name}": self._lets_through(name) for name in self._filters}
        enough = [_all_but(own, self._filters) for own in self._filters if own in counted]
        if not enough:  # all count the same
            rows, columns = self._among.rows(), dict.fromkeys(columns, Value(value=True))
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
        condition: Q | RawSQL = self._filters[name]
        if name != "year":
            condition = Q(page_id__in=self._among.under(EVERY_CASE).rows().filter(condition).values("page_id"))
        return Case(When(condition, then=True), default=False, output_field=BooleanField())

    def _is_kept(self, own_filter: str) -> bool:
        """Whether nothing but its own filter narrows what a facet counts."""
        return not self._priorities and self._among.wanted.without(own_filter) == EVERY_CASE

    @cached_property
    def _filters(self) -> dict[str, RawSQL]:
        """The conditions of the filters that are facets' own and set, by their names."""
        given = self._among.condition_of_each
        return {own: given[own] for own in OWN_FILTERS if own in given}


@lru_cache(maxsize=64)
def _organisations(reader: Reader) -> Sql:
    """Those that the reader gets. Kept, as Django takes long to put it together; so are the parts below."""
    best = best_of_each(kind_of(Organisation), reader)
    return of_query(best.values("translation_key", name=KT("document__name"), sector=KT("document__sector")), "of")


@lru_cache(maxsize=1024)
def _read_kept(reader: Reader, facet: str, part: str, this_year: int, *, fallback: bool) -> Sql:
    return _part(
        reader,
        facet,
        f"{part}_kept" if part in READ_IN_ANOTHER_WAY else part,
        this_year,
        counted=Sql("kept"),
        span=Sql("kept_span"),
        number=Sql("number"),
        rows=columns_of_every_case(reader, ("page_id", "terms"), "one", fallback=fallback),
    )


def _part(reader: Reader, facet: str, part: str, this_year: int, **values: Sql) -> Sql:
    return load(f"facet_{part}", facet=Sql(f"'{facet}'"), site=the_site(reader.site), this_year=this_year, **values)


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
