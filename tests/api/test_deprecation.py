"""The only home of what deprecation tells: the day in a reason, and the log of who still asks."""

import logging
from datetime import date

import pytest
import strawberry
from graphql import build_schema, parse, validate

from api.contract.compatibility import members
from api.execution.deprecation import DeprecatedUse, promised_until
from api.execution.kept_documents import KeptDocuments
from api.schema import schema

SCHEMA = build_schema("""
    type Query { title: String @deprecated(reason: "Until 2026-12-31: use heading.") heading: String }
""")


@pytest.mark.parametrize(
    ("reason", "day"),
    [
        ("Until 2026-12-31: use heading.", date(2026, 12, 31)),
        ("Until 2026-12-31, use heading.", None),
        ("Until 2026-02-30: use heading.", None),
        ("Use heading.", None),
        ("", None),
        (None, None),
    ],
)
def test_reason_names_the_last_day(reason, day):
    assert promised_until(reason) == day


def test_use_of_a_deprecated_field_is_logged_and_is_no_error(caplog):
    caplog.set_level(logging.INFO, "api.deprecated")
    assert validate(SCHEMA, parse("query page { title } query other { heading }"), [DeprecatedUse]) == []
    assert caplog.messages == [
        "The field Query.title is deprecated. Until 2026-12-31: use heading. Asked for by: page, other."
    ]


def test_document_that_is_asked_twice_is_logged_once(caplog):
    @strawberry.type
    class Query:
        title: str = strawberry.field(default="", deprecation_reason="Until 2026-12-31: use heading.")

    caplog.set_level(logging.INFO, "api.deprecated")
    served = strawberry.Schema(query=Query, extensions=[KeptDocuments])
    for _ in range(2):
        assert served.execute_sync("{ title }", root_value=Query()).data == {"title": ""}
    assert caplog.messages == [
        "The field Query.title is deprecated. Until 2026-12-31: use heading. Asked for by: an unnamed operation."
    ]


def test_every_deprecation_of_the_schema_names_its_last_day():
    undated = [
        coordinate
        for coordinate, reason, _ in members(build_schema(schema.as_str()))
        if reason is not None and promised_until(reason) is None
    ]
    assert undated == []
