"""The only home of how the public index is asked: which pages a reader's lists have, in which order, and how many.

It finds; the view shows. The index gives ids, keys, order and numbers, and whatever is shown of a page is read from
`PublishedPage` by the ids found, for the reader's site. So a row that is wrong can hide a page or count it wrongly, and
never shows what is not public. A version is there from the moment when the better ones have expired until it expires
itself, so the clock is asked at every reading.

Numbers are kept beside the index: how many rows have exactly these terms of one facet. They know no clock, so they are
of the rows that no moment begins or ends; the others are few, and counted when the number is read.
"""

from collections.abc import Iterable
from typing import TypeAlias

from django.db.models import BooleanField, F, Q, QuerySet
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Now

from cms.publishing.models import IndexCount, PublicIndex

IndexRows: TypeAlias = "QuerySet[PublicIndex]"
CountRows: TypeAlias = "QuerySet[IndexCount]"

WHOLE = ""  # the facet by which every row is counted
YEARS = "first_year"  # the facet that has both years

NO_YEAR = 10_000  # the index has none from here on
# What `now_shown` asks, in SQL on a row that is called "found".
NOW_SHOWN = """
    (found.shown_from IS NULL OR found.shown_from <= statement_timestamp())
    AND (found.shown_until IS NULL OR found.shown_until > statement_timestamp())
"""


def now_shown(reader: str, site: int | Combinable, *, fallback: bool = True) -> IndexRows:
    """Of every page of a site the version that readers of a language get now; without fallbacks, those in it."""
    rows = PublicIndex.objects.filter(_begun(), _lasting(), site_id=site, reader=reader)
    return rows if fallback else rows.filter(locale=reader)


def kept_counts(reader: str, site: int | Combinable, *, fallback: bool = True) -> CountRows:
    """The numbers of what `now_shown` gives, but of those rows that have a moment."""
    counts = IndexCount.objects.filter(site_id=site, reader=reader)
    return counts if fallback else counts.filter(locale=reader)


def with_a_moment() -> Q:
    """Rows that are counted in no number."""
    return Q(shown_from__isnull=False) | Q(shown_until__isnull=False)


def in_own_language(site: int | Combinable) -> IndexRows:
    """Every public version on a site, once: as it is read in its own language, in which none is better."""
    return PublicIndex.objects.filter(_lasting(), site_id=site, reader=F("locale"))


def _begun() -> Q:
    return Q(shown_from=None) | Q(shown_from__lte=Now())


def _lasting() -> Q:
    return Q(shown_until=None) | Q(shown_until__gt=Now())


# Conditions on a row of the index or of its numbers, by their columns: they may stand in a filter, and in SQL.


def with_any(facet: str, values: Iterable[str | int]) -> RawSQL:
    """Pages whose facet has at least one of the values; none, where there are no values."""
    return _condition("terms && %s::text[]", [term(facet, value) for value in values])


def without_any(facet: str) -> RawSQL:
    """Pages whose facet is there and has no values: cases of the whole region have no municipalities."""
    return _condition("terms @> %s::text[]", [facet])


def with_any_or_without(facet: str, values: Iterable[str | int]) -> RawSQL:
    return _condition("(terms && %s::text[] OR terms @> %s::text[])", [term(facet, value) for value in values], [facet])


def running_in(year: int) -> RawSQL:
    """Pages that have begun by a year, and have not ended before it; any number may be given."""
    year = max(-NO_YEAR, min(year, NO_YEAR))
    return _condition("first_year <= %s AND (last_year IS NULL OR last_year >= %s)", year, year)


def _condition(text: str, *values: object) -> RawSQL:
    return RawSQL(text, values, output_field=BooleanField())  # noqa: S611  # made of nothing that a client wrote


def term(facet: str, value: str | int) -> str:
    return f"{facet}:{value}"
