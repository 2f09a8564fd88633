"""The only home of conditions on facets."""

from collections.abc import Iterable

from django.db.models import Q

from api.client_errors import BadInputError
from api.reading.lists import catalogue
from api.reading.references import References
from api.reading.storable import is_storable
from cms.publishing.public_index import with_any

MOST_VALUES = 100  # in one condition


def any_of(facet: str, values: Iterable[str | int]) -> Q:
    """Pages whose facet has at least one of the values; none, where there are no values."""
    different = set(values)
    if len(different) > MOST_VALUES:
        raise BadInputError(f"A condition names {len(different)} values; it may name {MOST_VALUES}.")
    return with_any(facet, [value for value in different if isinstance(value, int) or is_storable(value)])


def keys_of_priorities(references: References, codes: Iterable[str]) -> list[str]:
    """The translation keys of the published priorities with these codes; a code that nobody has gives nothing."""
    wanted = set(codes)
    return [page.key for page in catalogue.priorities(references) if page.row.document["code"] in wanted]
