"""The only home of the claim that the server accepts every document of the manifest."""

import json

import pytest
from graphql import build_schema, parse, specified_rules, validate

from api.execution.limits import MOST_TOKENS, SizeRule
from tests.frontend_contract.npm import CONTRACT

MANIFEST: dict[str, str] = json.loads((CONTRACT / "manifest.json").read_text())
SCHEMA = build_schema((CONTRACT / "schema.graphql").read_text())


@pytest.mark.parametrize("text", MANIFEST.values(), ids=lambda text: text.split("(")[0].split("{")[0].split()[1])
def test_document_is_valid_and_within_the_limits(text: str) -> None:
    document = parse(text, max_tokens=MOST_TOKENS)
    assert validate(SCHEMA, document, [*specified_rules, SizeRule]) == []
