"""The only home of which golden answers are refused: those from which nobody learns what a frontend gets."""

from typing import Any

import pytest

from api.contract.golden import Answer, faults


@pytest.mark.parametrize(
    ("response", "fault"),
    [
        ({"data": {"page": {"title": "Varanto"}}}, None),
        ({"data": {"cases": {"nodes": []}}}, None),
        ({"data": {"page": None}}, "`event` in fi: `page` is null. The demo has nothing for {'path': '/fi/x/'}"),
        ({"data": {"home": {"title": "Home"}, "page": None}}, "`event` in fi: `page` is null."),
        ({"errors": [{"message": "Cannot query field"}]}, "`event` in fi fails: Cannot query field"),
    ],
)
def test_answer_without_what_was_asked_for_is_refused(response: dict[str, Any], fault: str | None) -> None:
    found = faults([Answer("event", "fi", {"path": "/fi/x/"}, response, 1)])
    assert len(found) == (fault is not None)
    assert all(sentence.startswith(str(fault)) for sentence in found)
