"""The only home of how many cases each value of a facet stands for, and of which values are shown first."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.functional import cached_property

from api import allowance
from api.reading.lists.among_cases import Cases
from api.reading.lists.facet_statement import FacetStatement
from cms.publishing.collation import sort_key

MOST = 100


class FacetValue(NamedTuple):
    """A value of a facet with the number of its cases."""

    value: str
    name: str  # of an organisation
    cases: int


class FacetCounts:
    """The facets of one list of cases, whose key is empty, or of those of several priorities, counted together.

    Nothing is read before it is asked for.
    """

    def __init__(self, among: Cases, priorities: Sequence[str] = ()) -> None:
        self.references = among.references
        self.lists = priorities or [""]
        self._statement = FacetStatement(among, priorities)
        self._has_named = False
        self._most: dict[tuple[str, str], list[FacetValue]] = {}

    def values(self, facet: str, key: str) -> list[FacetValue]:
        """Those of one list, in no order."""
        return self._counted.get((facet, key), [])

    def most(self, facet: str, key: str) -> list[FacetValue]:
        """Those that most cases of one list have; as many as are shown, by number and then by name."""
        if (facet, key) not in self._most:
            self._most[facet, key] = self._find_most(self.values(facet, key))
        return self._most[facet, key]

    def load_named(self) -> None:
        """What facets name that has rows of its own, for all lists; in one statement."""
        if not self._has_named:
            goals, municipalities = (
                {value.value for key in self.lists for value in self.values(facet, key)}
                for facet in ("goals", "municipalities")
            )
            organisations = {value.value for key in self.lists for value in self.most("organisations", key)}
            self.references.load_named(map(int, goals), municipalities, organisations)
            self._has_named = True

    def _find_most(self, values: Sequence[FacetValue]) -> list[FacetValue]:
        locale = self.references.reader.locale
        least = sorted((value.cases for value in values), reverse=True)[:MOST][-1:]
        places = [
            (-value.cases, sort_key(value.name or value.value, locale), value)
            for value in values
            if [value.cases] >= least
        ]
        return [value for _, _, value in sorted(places)[:MOST]]

    @cached_property
    def _counted(self) -> dict[tuple[str, str], list[FacetValue]]:
        allowance.current().search()
        numbers: dict[tuple[str, str, str, str], int] = {}
        for facet, key, value, name, number in self._statement.sql().rows():
            place = facet, key, value, name
            numbers[place] = numbers.get(place, 0) + int(number)
        counted: dict[tuple[str, str], list[FacetValue]] = {}
        for (facet, key, value, name), number in numbers.items():
            counted.setdefault((facet, key), []).append(FacetValue(value, name, number))
        return counted
