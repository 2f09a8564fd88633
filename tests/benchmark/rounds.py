"""The only home of measuring: each question to each server, in rounds, so that the machine's mood meets all alike."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles

from django.conf import settings

from tests.benchmark import statements
from tests.benchmark.load import Answers, Order
from tests.benchmark.processes import Family, MeasuringError, Moment, postgres, why_not_to_trust
from tests.benchmark.questions import Question
from tests.benchmark.servers import Server

MANY = 16  # connections
REPEATS = 2  # of a measurement that cannot be trusted


@dataclass(frozen=True)
class Reading:
    """What one question cost in one round; times are milliseconds for each request."""

    group: str
    name: str
    who: str
    round: int
    worker: float  # CPU of all the server's processes
    postgres: float  # CPU of all PostgreSQL's processes
    planning: float
    execution: float
    statements: float
    rate: float  # requests a second over many connections
    latency: float  # over one connection
    slow: float  # the 95th percentile of that
    size: int  # bytes
    doubt: str  # why it cannot be trusted, or ""

    @property
    def place(self) -> tuple[str, str, str]:
        return self.group, self.name, self.who


@dataclass
class Rounds:
    servers: Mapping[str, Server]
    questions: Iterable[Question]
    seconds: float  # that one question is asked over many connections; half as long over one
    tick: Callable[[str], None]  # called with what has been measured
    allowance: int  # of repeats in all: on a busy machine every one of them would be for nothing
    faults: dict[tuple[str, str, str], str] = field(default_factory=dict)
    database: Family = field(default_factory=postgres)

    def run(self, number: int) -> list[Reading]:
        asked = [(question, who) for question in self.questions for who in self.servers if who in question.documents]
        self._attempt(asked, self._warm_up)
        readings: list[Reading] = []
        for turn in range(number):
            # Who is asked first changes from round to round.
            order = asked if turn % 2 == 0 else list(reversed(asked))
            self._attempt(order, lambda question, who, turn=turn: readings.append(self._read(question, who, turn)))
        return readings

    def _attempt(self, asked: Iterable[tuple[Question, str]], measure: Callable[[Question, str], None]) -> None:
        """Do it for all that could be measured so far."""
        for question, who in asked:
            place = (question.group, question.name, who)
            if place not in self.faults:
                try:
                    measure(question, who)
                except MeasuringError as fault:
                    self.faults[place] = str(fault)
            self.tick(f"{question.name}, {who}")

    def _warm_up(self, question: Question, who: str) -> None:
        """Let everything be found that is found once for all requests."""
        server, body = self.servers[who], question.body(who)
        server.ask(body)
        self._answers(Order(server.port, body, MANY, min(self.seconds, 0.5), MANY))

    def _read(self, question: Question, who: str, turn: int) -> Reading:
        reading = self._read_once(question, who, turn)
        for _ in range(REPEATS):
            if not reading.doubt or not self.allowance:
                break
            self.allowance -= 1
            reading = self._read_once(question, who, turn)
        return reading

    def _read_once(self, question: Question, who: str, turn: int) -> Reading:
        server, body = self.servers[who], question.body(who)
        workers = server.workers()
        begin = Moment.now(server.family, self.database)
        many = self._answers(Order(server.port, body, MANY, self.seconds, 2 * MANY))
        between = Moment.now(server.family, self.database)
        statements.count_from_now()
        one = self._answers(Order(server.port, body, 1, self.seconds / 2, 5))
        counted = statements.counted().each(len(one.latencies))
        end = Moment.now(server.family, self.database)
        if server.workers() != workers:
            raise MeasuringError(f"A worker ended; see {server.log}.")
        asked = len(many.latencies)
        return Reading(
            group=question.group,
            name=question.name,
            who=who,
            round=turn,
            worker=(between.server - begin.server) * 1000 / asked,
            postgres=(between.postgres - begin.postgres) * 1000 / asked,
            planning=counted.planning,
            execution=counted.execution,
            statements=counted.number,
            rate=asked / many.seconds,
            latency=median(one.latencies),
            slow=quantiles(one.latencies, n=20)[-1],
            size=one.size,
            doubt=why_not_to_trust(begin, end, many.cpu + one.cpu),
        )

    def _answers(self, order: Order) -> Answers:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmark.load"],
            cwd=settings.BASE_DIR,
            input=json.dumps(asdict(order)),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise MeasuringError(done.stderr)
        answers = Answers(**json.loads(done.stdout))
        if answers.fault:
            raise MeasuringError(answers.fault)
        return answers


def trusted(readings: Iterable[Reading]) -> dict[tuple[str, str, str], list[Reading]]:
    """By what was asked of whom; those that cannot be trusted only where there are no others."""
    found: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.place].append(reading)
    return {place: [reading for reading in all_ if not reading.doubt] or all_ for place, all_ in found.items()}
