"""The only home of what a run found: as JSON, and the ratios between two sides or two runs, with their spread."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from django.conf import settings
from django.db import connection

from cms.publishing.models import PublishedDocument
from tests.benchmark.publication import Publication
from tests.benchmark.rounds import Reading, trusted

# What is compared, by the name that is printed; less is better, but for the requests.
MEASURES = {
    "worker + PG ms": lambda reading: reading.worker + reading.postgres,
    "worker ms": lambda reading: reading.worker,
    "PG ms": lambda reading: reading.postgres,
    "plan + execution ms": lambda reading: reading.planning + reading.execution,
    "SQL": lambda reading: reading.statements,
    "requests/s": lambda reading: reading.rate,
    "latency ms": lambda reading: reading.latency,
}


@dataclass(frozen=True)
class Spread:
    middle: float
    low: float
    high: float

    @staticmethod
    def of(values: Iterable[float]) -> "Spread":
        known = list(values)
        return Spread(median(known), min(known), max(known))

    def __str__(self) -> str:
        return f"{_short(self.middle)} ({_short(self.low)}–{_short(self.high)})"


@dataclass
class Results:
    about: dict[str, Any]
    readings: list[Reading] = field(default_factory=list)
    memory: dict[str, int] = field(default_factory=dict)  # bytes, by server
    publications: list[Publication] = field(default_factory=list)
    grown: "Results | None" = None
    faults: list[str] = field(default_factory=list)

    def save(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n")

    @staticmethod
    def read(file: Path) -> "Results":
        return _results(json.loads(file.read_text()))

    @property
    def doubts(self) -> list[str]:
        return [reading.doubt for reading in [*self.readings, *self.publications] if reading.doubt]


def _results(kept: dict[str, Any]) -> Results:
    return Results(
        about=kept["about"],
        readings=[Reading(**reading) for reading in kept["readings"]],
        memory=kept["memory"],
        publications=[Publication(**publication) for publication in kept["publications"]],
        grown=_results(kept["grown"]) if kept["grown"] else None,
        faults=kept["faults"],
    )


def about() -> dict[str, Any]:
    """What figures depend on, beside the code."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0]
    return {
        "commit": _git("describe", "--always", "--dirty", "--exclude", "*"),
        "pages": PublishedDocument.objects.count(),
        "cores": os.cpu_count(),
        "memory": psutil.virtual_memory().total,
        "machine": platform.platform(),
        "python": platform.python_version(),
        "postgresql": server,
        "workers": settings.SERVER["workers"],
        "threads": settings.SERVER["blocking_threads"],
    }


def between_sides(readings: list[Reading], dividend: str, divisor: str) -> dict[str, dict[str, Spread]]:
    """By question and measure, how many times more `dividend` takes than `divisor`, round by round.

    Of requests a second, how many times less it answers: so more is always in the divisor's favour.
    """
    known = trusted(readings)
    ratios: dict[str, dict[str, Spread]] = {}
    for (group, name, who), of_dividend in known.items():
        if who != dividend:
            continue
        by_round = {reading.round: reading for reading in known.get((group, name, divisor), [])}
        pairs = [(reading, by_round[reading.round]) for reading in of_dividend if reading.round in by_round]
        # Where no round can be trusted on both sides, each is compared with each.
        pairs = pairs or list(product(of_dividend, by_round.values()))
        if pairs:
            ratios[name] = {measure: Spread.of(_ratio(measure, *pair) for pair in pairs) for measure in MEASURES}
    return ratios


def between_runs(before: list[Reading], after: list[Reading]) -> dict[str, dict[str, Spread]]:
    """By question and measure, how many times more it takes after than before: of all rounds, each with each."""
    earlier, later = trusted(before), trusted(after)
    return {
        f"{name}, {who}": {
            measure: Spread.of(_divided(value(new), value(old)) for new, old in product(later[place], earlier[place]))
            for measure, value in MEASURES.items()
        }
        for place in earlier
        if place in later
        for _, name, who in [place]
    }


def _ratio(measure: str, dividend: Reading, divisor: Reading) -> float:
    value = MEASURES[measure]
    turned = measure == "requests/s"
    return _divided(value(divisor), value(dividend)) if turned else _divided(value(dividend), value(divisor))


def _divided(dividend: float, divisor: float) -> float:
    return dividend / divisor if divisor else float("nan")


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    return done.stdout.strip()
