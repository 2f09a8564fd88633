"""The only home of the command that measures what answers cost, beside a usual schema over the same content."""

import signal
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from cms.publishing.documents import FORMAT
from cms.publishing.models import PublishedDocument
from tests.benchmark import printed, publication
from tests.benchmark.processes import MeasuringError
from tests.benchmark.questions import OURS, USUAL, Question, contract_operations, five_questions, lists
from tests.benchmark.results import Results, about
from tests.benchmark.rounds import Reading, Rounds
from tests.benchmark.servers import Server, served

TWO = 2  # files to compare
BUSY = 2  # of a round's measurements, one in so many may be repeated where the machine was busy


class Command(BaseCommand):
    help = "Measure what answers cost on the content that is there, or compare two measurements."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (%(default)s)")
        parser.add_argument("--seconds", type=float, default=1.5, help="for each question in a round (%(default)s)")
        parser.add_argument("--only", metavar="TEXT", help="questions with this in their names")
        parser.add_argument("--growth", type=int, metavar="CASES", help="then once more with so many in each language")
        parser.add_argument("--json", type=Path, metavar="FILE", help="where to write what was found")
        parser.add_argument(
            "--compare",
            type=Path,
            nargs="+",
            metavar="FILE",
            help="with an earlier measurement; of two files, the first with the second, and nothing is measured",
        )

    def handle(self, *, compare: list[Path] | None, json: Path | None, **options: Any) -> None:
        if settings.DEBUG:
            raise CommandError("While debugging, Django keeps every statement. Use `make bench`.")
        if compare and len(compare) > TWO:
            raise CommandError("--compare takes one file or two.")
        earlier = [Results.read(file) for file in compare or []]
        if len(earlier) == TWO:
            self.stdout.write(printed.comparison(*earlier))
            return
        # Who ends this command ends the servers too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        try:
            found = self._measure(**options)
        except MeasuringError as reason:
            raise CommandError(str(reason)) from None
        if json:
            found.save(json)
        self.stdout.write(printed.report(found))
        if earlier:
            self.stdout.write(printed.comparison(earlier[0], found))
        if found.faults:
            raise CommandError("Not measured:\n" + "\n".join(found.faults))

    def _measure(
        self, rounds: int, seconds: float, only: str | None, growth: int | None, verbosity: int, **options: Any
    ) -> Results:
        questions = [
            question
            for question in [*five_questions(), *lists(), *contract_operations()]
            if not only or only in question.name
        ]
        if not questions or rounds < 1:
            raise MeasuringError("There is nothing to measure.")
        if PublishedDocument.objects.exclude(format=FORMAT).exists():
            raise MeasuringError("Documents are of an older format. Run manage.py rebuild_published first.")
        database = connection.settings_dict["NAME"]
        found = Results(about())
        with ExitStack() as stack:
            servers = {who: stack.enter_context(served(who, database)) for who in (OURS, USUAL)}
            found.readings = self._rounds(servers, questions, rounds, seconds, found, quiet=not verbosity)
            found.memory = {who: server.family.memory() for who, server in servers.items()}
            found.publications = publication.publish(rounds)
            if growth:
                call_command("load_synthetic", cases=growth, verbosity=verbosity, stdout=self.stdout)
                found.grown = Results(about())
                # The examples of the contract are the same; what is counted and found grows.
                found.grown.readings = self._rounds(servers, questions, rounds, seconds, found, quiet=not verbosity)
        return found

    def _rounds(
        self,
        servers: dict[str, Server],
        questions: list[Question],
        rounds: int,
        seconds: float,
        found: Results,
        *,
        quiet: bool,
    ) -> list[Reading]:
        measurements = sum(len(question.documents) for question in questions)
        with tqdm(total=measurements * (rounds + 1), disable=True if quiet else None, leave=False) as bar:

            def tick(what: str) -> None:
                bar.set_description(what, refresh=False)
                bar.update()

            measured = Rounds(servers, questions, seconds, tick, allowance=measurements * rounds // BUSY)
            readings = measured.run(rounds)
        found.faults += [f"{name}, {who}: {fault}" for (_, name, who), fault in measured.faults.items()]
        return readings
