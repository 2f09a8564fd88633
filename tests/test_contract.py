"""The only home of comparing frontend_contract/ with the code."""

from pathlib import Path

from django.conf import settings

from api.contract import golden, manifest
from api.contract.definition import schema_definition


def test_the_committed_schema_is_the_codes() -> None:
    committed = Path(settings.BASE_DIR, "frontend_contract", "schema.graphql").read_text()
    assert committed == schema_definition(), "The schema has changed. Run `make contract` and commit what it writes."


def test_every_document_of_the_manifest_fits_the_schema():
    assert manifest.faults() == []


def test_every_operation_can_be_asked_in_every_language():
    assert golden.unaskable() == []
