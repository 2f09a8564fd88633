"""The only home of the command that prints what answers cost."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from cms.demo.benchmark import OPERATIONS, Benchmark, slowest
from cms.publishing.models import PublishedDocument


class Command(BaseCommand):
    help = "Measure what answers cost on the content that is there; load_synthetic makes more of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--times", type=int, default=40, help="how often each is asked (%(default)s)")
        parser.add_argument("--only", choices=OPERATIONS, help="one operation, with its profile")

    def handle(self, *, times: int, only: str | None, verbosity: int, **options: Any) -> None:
        if settings.DEBUG:
            raise CommandError("While debugging, Django keeps every statement. Use `make bench`.")
        benchmark = Benchmark()
        names = [only] if only else list(OPERATIONS)
        bar = tqdm(names, disable=None if verbosity else True, leave=False)
        costs = {name: benchmark.cost(OPERATIONS[name], times) for name in bar}
        self.stdout.write(f"{PublishedDocument.objects.count()} published pages; each asked {times} times, uncached.")
        self.stdout.write(f"{'':18}{'CPU ms':>9}{'clock ms':>10}{'p95 ms':>9}{'SQL':>5}{'kB':>7}")
        for name, cost in costs.items():
            self.stdout.write(
                f"{name:18}{cost.cpu:9.1f}{cost.clock:10.1f}{cost.slowest_of_20:9.1f}{cost.statements:5}"
                f"{cost.size / 1000:7.1f}"
            )
        name = slowest(costs)
        self.stdout.write(f"\nMost CPU: {name}\n{benchmark.profile(OPERATIONS[name], 10)}")
