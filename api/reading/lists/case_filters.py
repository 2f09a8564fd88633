"""The only home of which rows the conditions on cases let through, each of them by itself."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KT

from api.client_errors import BadInputError
from api.reading.lists import catalogue
from api.reading.lists.case_conditions import Box, CaseConditions
from api.reading.lists.filters import any_of, both, different, keys_of_priorities
from api.reading.references import References
from api.reading.snippets import best_of_each, published
from api.reading.sql import Sql, of_query, sql
from cases.models import Organisation
from cms.publishing.mentions import kind_of
from cms.publishing.public_index import WHOLE, YEARS, running_in, term, with_any_or_without

IN_BOX = """
    EXISTS (
        SELECT FROM publishing_publisheddocument AS document
        WHERE document.page_id = publishing_publicindex.page_id AND jsonb_path_exists(
            document.facets,
            'strict $.locations[*] ? (@[0] >= $south && @[0] <= $north && @[1] >= $west && @[1] <= $east)',
            %(box)s::jsonb,
            true
        )
    )
"""
WITH_ANY_OF = """
    EXISTS (
        SELECT FROM unnest(terms) AS own (term)
        WHERE (
            own.term IN (SELECT {prefix} || organisation.translation_key::text FROM ({organisations}) AS organisation)
        ) IS TRUE
    )
"""

OF_SECTORS = "SELECT translation_key FROM ({best}) AS best WHERE sector = ANY (%(sectors)s)"


def condition_of_each(references: References, wanted: CaseConditions) -> dict[str, RawSQL]:
    """The conditions that are given, by their names; an empty list counts as not given."""
    given = {name: getattr(wanted, name) for name in CONDITIONS}
    return {name: CONDITIONS[name](references, value) for name, value in given.items() if value not in (None, ())}


def of_priorities(references: References, codes: Iterable[str]) -> RawSQL:
    return any_of("priorities", keys_of_priorities(references, codes))


def of_strategy(references: References, year: int) -> RawSQL:
    strategy = catalogue.strategy_covering(references, year)
    return any_of("priorities", [page.key for page in catalogue.priorities_of(strategy)] if strategy else [])


def in_municipalities(_: References, codes: Iterable[str]) -> RawSQL:
    return with_any_or_without("municipalities", different(codes))


def of_status(_: References, statuses: Iterable[str]) -> RawSQL:
    return any_of("status", statuses)


def of_sectors(references: References, sectors: Iterable[str]) -> RawSQL:
    best = best_of_each(kind_of(Organisation), references.reader).values(
        "translation_key", sector=KT("document__sector")
    )
    return _with_any_of(sql(OF_SECTORS, best=of_query(best, "best"), sectors=list(sectors)))


def of_organisations(references: References, keys: Iterable[str]) -> RawSQL:
    known = [key for key in keys if _is_key(key)]
    named = any_of("organisations", known)
    if not known:
        return named
    organisations = published(kind_of(Organisation), references.reader).filter(translation_key__in=known)
    return both(named, _with_any_of(of_query(organisations.values("translation_key"), "organisation")))


def within(_: References, box: Box) -> RawSQL:
    """Raise BadInputError where the box is none."""
    if not -90 <= box.south <= box.north <= 90:  # noqa: PLR2004  # the poles
        raise BadInputError("`south` and `north` are degrees from -90 to 90, and `south` is not above `north`.")
    if not -180 <= box.west <= box.east <= 180:  # noqa: PLR2004  # the antimeridian, from both sides
        raise BadInputError(
            "`west` and `east` are degrees from -180 to 180, and `west` is not above `east`: ask for a box across the "
            "antimeridian as two."
        )
    # In lax mode the filter would look at each number; where a page has no locations, strict mode must be silent.
    return sql(IN_BOX, box=json.dumps(vars(box))).as_condition()


CONDITIONS: Mapping[str, Callable[[References, Any], RawSQL]] = {
    "priorities": of_priorities,
    "strategy_year": of_strategy,
    "focus_areas": lambda _, codes: any_of("focus_areas", codes),
    "goals": lambda _, numbers: any_of("goals", numbers),
    "municipalities": in_municipalities,
    "sectors": of_sectors,
    "organisations": of_organisations,
    "status": of_status,
    "year": lambda _, year: running_in(year),
    "funding": lambda _, programmes: any_of("funding", programmes),
    "within": within,
}


# What each condition is on, where it is on the terms or years of one facet alone.
FACETS: Mapping[str, str] = {
    "priorities": "priorities",
    "strategy_year": "priorities",
    "focus_areas": "focus_areas",
    "goals": "goals",
    "municipalities": "municipalities",
    "sectors": "organisations",
    "organisations": "organisations",
    "status": "status",
    "year": YEARS,
    "funding": "funding",
}


def facet_of(names: Iterable[str]) -> str | None:
    """The one facet that conditions of these names are on; none where there are no conditions, or several facets."""
    facets = {FACETS.get(name) for name in names} or {WHOLE}
    return facets.pop() if len(facets) == 1 else None


def _with_any_of(organisations: Sql) -> RawSQL:
    """Cases in which one of the organisations takes part, of which their keys are given.

    IS TRUE keeps PostgreSQL from joining the organisations to each case anew: it looks their terms up in a table in
    memory, which it fills once.
    """
    prefix = Sql(f"'{term('organisations', '')}'")
    return sql(WITH_ANY_OF, prefix=prefix, organisations=organisations).as_condition()


def _is_key(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
