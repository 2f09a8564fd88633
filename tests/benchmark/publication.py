"""The only home of what one publication of a case costs: a new revision, and its publication."""

from dataclasses import dataclass

from cases.models import CasePage
from tests.benchmark import statements
from tests.benchmark.processes import MeasuringError, Moment, postgres, why_not_to_trust
from tests.benchmark.questions import LANGUAGE
from tests.benchmark.synthetic import MADE

EACH = 5  # publications in a round: PostgreSQL's CPU time is counted in hundredths of a second


@dataclass(frozen=True)
class Publication:
    """Times are milliseconds."""

    worker: float  # CPU of the process that publishes
    postgres: float
    clock: float
    planning: float
    execution: float
    statements: float
    doubt: str


def publish(rounds: int) -> list[Publication]:
    """Change a case's ingress and publish it, again and again; at the end it reads as before."""
    page = CasePage.objects.filter(slug__startswith=MADE, locale__language_code=LANGUAGE).order_by("pk").first()
    if page is None:
        raise MeasuringError("There is no case to publish. Run load_synthetic first.")
    ingress = page.ingress
    _publish(page.pk, ingress)  # what is found once is found now
    found = [
        _measured(page.pk, [f"{ingress[:400]} {turn}.{number}" for number in range(EACH)]) for turn in range(rounds)
    ]
    _publish(page.pk, ingress)
    return found


def _measured(pk: int, ingresses: list[str]) -> Publication:
    database, times = postgres(), len(ingresses)
    statements.count_from_now()
    begin = Moment.now(None, database)
    for ingress in ingresses:
        _publish(pk, ingress)
    end = Moment.now(None, database)
    counted = statements.counted().each(times)
    return Publication(
        worker=(end.own - begin.own) * 1000 / times,
        postgres=(end.postgres - begin.postgres) * 1000 / times,
        clock=(end.clock - begin.clock) * 1000 / times,
        planning=counted.planning,
        execution=counted.execution,
        statements=counted.number,
        doubt=why_not_to_trust(begin, end, 0),
    )


def _publish(pk: int, ingress: str) -> None:
    page = CasePage.objects.get(pk=pk)
    page.ingress = ingress
    page.save_revision().publish()
