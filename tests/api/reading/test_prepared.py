"""The only home of how statements are asked: a value arrives as it is, as what it is, and the text stays one text."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from api.reading.sql import sql
from api.reading.sql.prepared import FOUR_BYTES

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
pytestmark = pytest.mark.django_db


def found(text: str, **values: Any) -> Any:
    """What one statement says, both as requests ask it and as it is asked where statements are counted."""
    [(said,)] = sql(text, **values).rows()
    with CaptureQueriesContext(connection) as captured:
        assert sql(text, **values).rows() == [(said,)]
    assert len(captured) == 1
    return said


@given(st.lists(st.none() | TEXTS))
def test_texts_of_an_array_arrive_as_they_are(values: list[str | None]) -> None:
    assert found("SELECT %(values)s::text[]", values=values) == values


@given(st.lists(st.integers(-(2**63), 2**63 - 1)), st.lists(st.uuids()))
def test_numbers_and_keys_of_an_array_arrive_as_they_are(numbers: list[int], keys: list[UUID]) -> None:
    assert found("SELECT %(numbers)s::bigint[]", numbers=numbers) == numbers
    assert found("SELECT %(keys)s::uuid[]", keys=keys) == keys


@given(TEXTS)
def test_percent_signs_and_parameters_in_a_value_are_no_part_of_the_statement(value: str) -> None:
    assert found("SELECT %(value)s || %(same)s || '%%' || $$%%s$$", value=value, same="%(value)s $1") == (
        f"{value}%(value)s $1%%s"
    )


@pytest.mark.parametrize(
    "number", [0, 1, -1, 2**15, FOUR_BYTES[0], FOUR_BYTES[-1], FOUR_BYTES[0] - 1, FOUR_BYTES[-1] + 1]
)
def test_a_number_has_the_type_that_it_would_have_if_it_were_written(number: int) -> None:
    [(written,)] = sql(f"SELECT pg_typeof(({number}))::text").rows()
    assert found("SELECT pg_typeof(%(number)s)::text", number=number) == written


def test_what_is_asked_often_is_prepared_once_whatever_its_values() -> None:
    text = "SELECT count(*) FROM cases_goal WHERE number = ANY (%(numbers)s::int[]) AND number < %(least)s"
    for number in range(5):
        assert sql(text, numbers=list(range(number)), least=2**number).rows()
    kept = sql(
        "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %(like)s", like="%cases_goal%number <%"
    )
    assert kept.rows() == [(1,)]
