"""The only home of how many cases each value of a facet stands for, all facets counted in one statement.

A facet is counted as if its own filter were not set. So the statement reads the cases that all other conditions let
through, with a column for each facet's filter that is set, and counts of them those that hold all columns but its own.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from django.db import connection
from django.db.models import BooleanField, Case, F, Func, QuerySet, TextField, Value, When
from django.utils import timezone
from django.utils.functional import cached_property

from api import allowance
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.case_filters import q_of_each
from api.reading.references import References
from api.reading.snippets import best_of_each
from cases.models import Municipality, Organisation
from cms.publishing.models import PublishedPage

RowsOf: TypeAlias = "Callable[[CaseConditions], QuerySet[PublishedPage]]"

# Many cases have the same values, so there are fewer lists of values to take apart than cases.
VALUES = """
    SELECT '{facet}', list, value, '', sum(number)
    FROM (
        SELECT list, jsonb_array_elements_text(same) AS value, number
        FROM (SELECT list, facets -> '{facet}' AS same, count(*) AS number FROM found WHERE {others} GROUP BY 1, 2)
            AS alike
    ) AS single
    GROUP BY list, value
"""
# A case of the whole region is one of each municipality.
WHOLE_REGION = f"""
    SELECT 'municipalities', list, municipality.code, '', number
    FROM (
        SELECT list, count(*) AS number FROM found WHERE {{others}} AND facets -> 'municipalities' = '[]' GROUP BY list
    ) AS whole
    CROSS JOIN {Municipality._meta.db_table} AS municipality
"""  # noqa: S608  # made of nothing that a client wrote
# A case without an end counts in every year that is listed, and makes a year be listed until this one.
YEARS = """
    SELECT 'years', list, year::text, '', sum(number)
    FROM span
    JOIN (SELECT DISTINCT list, generate_series(first, coalesce(last, greatest(first, {this_year}))) AS year FROM span)
        AS listed USING (list)
    WHERE first <= year AND coalesce(year <= last, true)
    GROUP BY list, year
"""
SECTORS = """
    SELECT 'sectors', list, sector, '', count(*)
    FROM (
        SELECT DISTINCT list, id, sector
        FROM (
            SELECT list, id, jsonb_array_elements_text(facets -> 'organisations') AS key FROM found WHERE {others}
        ) AS partner
        JOIN organisation USING (key)
    ) AS single
    GROUP BY list, sector
"""
ORGANISATIONS = """
    SELECT 'organisations', list, key, name, number
    FROM (
        SELECT list, key, count(*) AS number
        FROM (SELECT list, jsonb_array_elements_text(facets -> 'organisations') AS key FROM found WHERE {others})
            AS partner
        GROUP BY list, key
    ) AS single
    JOIN organisation USING (key)
"""
STATEMENT = """
    WITH found AS MATERIALIZED (SELECT * FROM ({rows}) AS found WHERE list = ANY (%s)),
    organisation AS MATERIALIZED (SELECT translation_key::text AS key, name, sector FROM ({organisations}) AS best),
    span AS MATERIALIZED (
        SELECT list, (facets -> 'first_year' ->> 0)::int AS first, (facets -> 'last_year' ->> 0)::int AS last,
               count(*) AS number
        FROM found WHERE {others} AND facets -> 'first_year' <> '[]' GROUP BY 1, 2, 3
    )
    {counts}
"""
# The filter that is the facet's own, and the SQL that counts the facet.
FACETS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "priorities": ("priorities", (VALUES,)),
    "goals": ("goals", (VALUES,)),
    "municipalities": ("municipalities", (VALUES, WHOLE_REGION)),
    "status": ("status", (VALUES,)),
    "years": ("year", (YEARS,)),
    "sectors": ("sectors", (SECTORS,)),
    "organisations": ("organisations", (ORGANISATIONS,)),
    "funding": ("funding", (VALUES,)),
}
EACH_PRIORITY = Func(F("facets__priorities"), function="jsonb_array_elements_text", output_field=TextField())
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
        self.lists = priorities or [""]
        self._wanted = wanted
        self._rows_of = rows_of
        self._list = EACH_PRIORITY if priorities else Value("")

    def values(self, facet: str, key: str) -> list[FacetValue]:
        """Those of one list, in no order."""
        return self._counted.get((facet, key), [])

    @cached_property
    def _counted(self) -> dict[tuple[str, str], list[FacetValue]]:
        allowance.current().search()
        numbers: dict[tuple[str, str, str, str], int] = {}
        with connection.cursor() as cursor:
            cursor.execute(*self._statement())
            for facet, key, value, name, number in cursor.fetchall():
                place = facet, key, value, name
                numbers[place] = numbers.get(place, 0) + int(number)
        counted: dict[tuple[str, str], list[FacetValue]] = {}
        for (facet, key, value, name), number in numbers.items():
            counted.setdefault((facet, key), []).append(FacetValue(value, name, number))
        return counted

    def _statement(self) -> tuple[str, tuple[Any, ...]]:
        columns = self._conditions()
        rows = self._rows_of(self._wanted.without(*OWN_FILTERS)).values("id", "facets", list=self._list, **columns)
        organisations = best_of_each(Organisation.objects.all(), self.references.reader)
        rows_sql, row_params = rows.query.sql_with_params()
        organisations_sql, organisation_params = organisations.values(
            "translation_key", "name", "sector"
        ).query.sql_with_params()
        counts = [
            sql.format(facet=facet, others=_all_but(own, columns), this_year=timezone.localdate().year)
            for facet, (own, parts) in FACETS.items()
            for sql in parts
        ]
        statement = STATEMENT.format(
            rows=rows_sql,
            organisations=organisations_sql,
            others=_all_but("year", columns),
            counts=" UNION ALL ".join(counts),
        )
        return statement, (*row_params, list(self.lists), *organisation_params)

    def _conditions(self) -> dict[str, Case]:
        """Whether a case holds the filters that facets have, as columns."""
        given = q_of_each(self.references, self._wanted)
        return {
            f"in_{own}": Case(When(given[own], then=True), default=False, output_field=BooleanField())
            for own in OWN_FILTERS
            if own in given
        }


def _all_but(own_filter: str, columns: Mapping[str, Any]) -> str:
    return " AND ".join(column for column in columns if column != f"in_{own_filter}") or "true"
