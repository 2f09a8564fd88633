"""The only home of what Django checks of the API before it starts."""

from typing import Any

from django.core.checks import CheckMessage, Error


def check_manifest(**_: Any) -> list[CheckMessage]:
    """The trusted documents fit the schema."""
    from api.contract import manifest  # the schema is made when all models are loaded

    hint = "Make the manifest again from the operations, or give frontends back what they ask for."
    return [Error(fault, hint=hint, id="api.E001") for fault in manifest.faults()]
