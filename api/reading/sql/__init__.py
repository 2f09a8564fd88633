"""The only home of expressions written in SQL, where Django would take longer to build one than PostgreSQL to read it.

What is written is made here in the code; whatever comes from a client is a parameter.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, Field
from django.db.models.expressions import RawSQL


def expression(sql: str, params: Sequence[object], output_field: Field[Any, Any]) -> RawSQL:
    return RawSQL(sql, params, output_field=output_field)  # noqa: S611  # see above


def condition(sql: str, params: Sequence[object] = ()) -> RawSQL:
    return expression(sql, params, BooleanField())
