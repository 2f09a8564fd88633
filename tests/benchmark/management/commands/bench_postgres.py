"""The only home of the command that measures PostgreSQL alone, by its own clock, in one process."""

from argparse import ArgumentParser
from statistics import median
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from tests.benchmark import statements
from tests.benchmark.processes import MeasuringError
from tests.benchmark.questions import OURS, Question, contract_operations, five_questions, lists

WARM = 3  # answers that nothing is counted of


class Command(BaseCommand):
    help = "Say what PostgreSQL plans and runs for each answer, on the content that is there; nothing is served."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--times", type=int, default=15, help="how often each is asked (%(default)s)")
        parser.add_argument("--only", metavar="TEXT", nargs="+", help="questions with any of these in their names")
        parser.add_argument("--statements", action="store_true", help="and what of it each statement takes")

    def handle(self, *, times: int, only: list[str] | None, statements: bool, **options: Any) -> None:
        if settings.DEBUG:
            raise CommandError(
                "While debugging, Django keeps every statement. Use DJANGO_SETTINGS_MODULE=cms.settings.bench."
            )
        self.stdout.write(f"{'milliseconds, smallest and median':36}{'planning':>18}{'execution':>18}{'SQL':>6}")
        for question in [*five_questions(), *lists(), *contract_operations()]:
            if not only or any(text in question.name for text in only):
                self._measure(question, times, each=statements)

    def _measure(self, question: Question, times: int, *, each: bool) -> None:
        for _ in range(WARM):
            _ask(question)
        found = []
        for _ in range(times):
            try:
                statements.count_from_now()
            except MeasuringError as reason:
                raise CommandError(str(reason)) from None
            _ask(question)
            found.append(statements.counted())
        planning, execution = [one.planning for one in found], [one.execution for one in found]
        figures = "".join(f"{min(one):9.2f}{median(one):9.2f}" for one in (planning, execution))
        self.stdout.write(f"{question.name:36}{figures}{found[-1].number:6.0f}")
        if each:
            for one in statements.dearest():
                self.stdout.write(f"    {one}")


def _ask(question: Question) -> None:
    answer = Client().post(
        "/graphql/", question.body(OURS), content_type="application/json", headers={"host": "localhost"}
    )
    if answer.status_code != 200 or "errors" in answer.json():
        raise CommandError(answer.content.decode())
