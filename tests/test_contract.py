"""The only home of comparing frontend_contract/ with the code."""

from pathlib import Path

from django.conf import settings

from api.contract import schema_definition


def test_the_committed_schema_is_the_codes() -> None:
    committed = Path(settings.BASE_DIR, "frontend_contract", "schema.graphql").read_text()
    assert committed == schema_definition(), "The schema has changed. Run `make contract` and commit what it writes."
