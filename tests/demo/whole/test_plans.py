"""The only home of the claim that the contract's operations are answered by plans as by graphql-core."""

import pytest
from django.db import transaction

from api.contract.golden import answers
from api.execution.executor import Executor

pytestmark = [pytest.mark.usefixtures("db"), pytest.mark.xdist_group("whole demo")]


def answered(*, plans: bool) -> dict[str, tuple[str, int]]:
    """Every answer, with the number of its statements."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(Executor, "plans", plans)
        found = {answer.file: (answer.text, answer.statements) for answer in answers()}
        transaction.set_rollback(True)
    return found


def test_plans_answer_every_operation_in_every_language_as_graphql_core_does() -> None:
    planned = answered(plans=True)
    assert planned == answered(plans=False)
    assert len(planned) > 50
