"""The only home of conditions on facets."""

from collections.abc import Iterable

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from api.client_errors import BadInputError
from api.reading.lists import catalogue
from api.reading.references import References
from api.reading.storable import is_storable
from cms.publishing.public_index import with_any

MOST_VALUES = 100  # in one condition


def any_of(facet: str, values: Iterable[str | int]) -> RawSQL:
    """Pages whose facet has at least one of the values; none, where there are no values."""
    return with_any(facet, different(values))


def different(values: Iterable[str | int]) -> list[str | int]:
    """The values of a condition, each once. Raise BadInputError where they are too many."""
    found = set(values)
    if len(found) > MOST_VALUES:
        raise BadInputError(f"A condition names {len(found)} values; it may name {MOST_VALUES}.")
    return [value for value in found if isinstance(value, int) or is_storable(value)]


def both(one: RawSQL, other: RawSQL) -> RawSQL:
    text, params = f"({one.sql}) AND ({other.sql})", (*one.params, *other.params)
    return RawSQL(text, params, output_field=BooleanField())  # noqa: S611  # made of nothing that a client wrote


def keys_of_priorities(references: References, codes: Iterable[str]) -> list[str]:
    """The translation keys of the published priorities with these codes; a code that nobody has gives nothing."""
    wanted = set(codes)
    return [page.key for page in catalogue.priorities(references) if page.row.document["code"] in wanted]
