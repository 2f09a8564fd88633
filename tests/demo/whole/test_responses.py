"""The only home of comparing the golden answers with what is answered, and with how many statements."""

import json

import pytest

from api.contract.golden import RESPONSES, STATEMENTS, answers, statements

pytestmark = [pytest.mark.usefixtures("db"), pytest.mark.xdist_group("whole demo")]

MEND = "The answers have changed. Run `make contract` and commit what it writes."


def test_every_answer_is_the_golden_one_at_the_same_cost() -> None:
    found = list(answers())
    committed = {str(path.relative_to(RESPONSES)): path.read_text() for path in RESPONSES.glob("*/*.json")}
    answered = {answer.file: answer.text for answer in found}
    differing = [file for file in answered.keys() | committed.keys() if answered.get(file) != committed.get(file)]
    assert sorted(differing) == [], MEND
    pinned = json.loads(STATEMENTS.read_text()) if STATEMENTS.exists() else {}
    assert statements(found) == pinned, MEND
