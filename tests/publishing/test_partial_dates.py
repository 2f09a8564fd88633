"""The only home of what counts as a date known to the year, the month or the day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.partial_date import is_before, validate_partial_date

dates = st.dates(min_value=date(1000, 1, 1))
partial_dates = st.builds(lambda day, length: day.isoformat()[:length], dates, st.sampled_from([4, 7, 10]))


@given(partial_dates)
def test_a_year_a_month_and_a_day_are_dates(value: str) -> None:
    validate_partial_date(value)


NO_DATES = ["2024-13", "2024-00", "2023-02-29", "0000", "24", "2024-5", "2024-05-1", "2024-"]
OTHERWISE_WRITTEN = [" 2024", "2024\n", "2024-05-17T10:00", "2024/05", "May 2024", "٢٠٢٤"]


@pytest.mark.parametrize("value", [*NO_DATES, *OTHERWISE_WRITTEN])
def test_what_does_not_exist_or_is_written_otherwise_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        validate_partial_date(value)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused_plainly(value: str) -> None:
    try:
        validate_partial_date(value)
    except ValidationError as error:
        assert value in error.messages[0]  # noqa: PT017  # any text may pass
    else:
        date.fromisoformat((value + "-01-01")[:10])


@given(dates, dates)
def test_days_are_before_one_another_as_the_calendar_says(left: date, right: date) -> None:
    assert is_before(left.isoformat(), right.isoformat()) == (left < right)


@given(dates, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_what_may_overlap_is_not_before(day: date, left: int, right: int) -> None:
    assert not is_before(day.isoformat()[:left], day.isoformat()[:right])


@given(partial_dates, partial_dates)
def test_at_most_one_is_before_the_other(left: str, right: str) -> None:
    assert not (is_before(left, right) and is_before(right, left))
