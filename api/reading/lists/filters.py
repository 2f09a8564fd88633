"""The only home of conditions on facets."""

from collections.abc import Iterable

from django.db.models import BooleanField, Q, Value

from api.client_errors import BadInputError
from api.reading.lists import catalogue
from api.reading.references import References
from api.reading.storable import is_storable

MOST_VALUES = 100  # in one condition
# Nobody; said in SQL, because Django makes no SQL of what it knows to be empty, and conditions are parts of statements.
NONE = Q(Value(False, output_field=BooleanField()))  # noqa: FBT003  # the value itself


def any_of(facet: str, values: Iterable[str | int]) -> Q:
    """Pages whose facet has at least one of the values; none, where there are no values."""
    condition = NONE
    different = set(values)
    if len(different) > MOST_VALUES:
        raise BadInputError(f"A condition names {len(different)} values; it may name {MOST_VALUES}.")
    for value in different:
        if isinstance(value, int) or is_storable(value):
            condition |= Q(facets__contains={facet: [value]})
    return condition


def keys_of_priorities(references: References, codes: Iterable[str]) -> list[str]:
    """The translation keys of the published priorities with these codes; a code that nobody has gives nothing."""
    wanted = set(codes)
    return [page.key for page in catalogue.priorities(references) if page.row.document["code"] in wanted]
