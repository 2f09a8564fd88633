"""The only home of the command that fills the demo with many cases, to measure with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from tests.benchmark.synthetic import Synthetic, SyntheticError


class Command(BaseCommand):
    help = "Let there be so many cases for measuring in each language, beside the demo's own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, default=1000, help="in each language (%(default)s)")

    def handle(self, *, cases: int, verbosity: int, **options: Any) -> None:
        if cases < 1:
            raise CommandError("--cases is at least 1.")
        try:
            synthetic = Synthetic()
            present = synthetic.present()
            with tqdm(total=abs(cases - present), disable=None if verbosity else True, leave=False, unit="case") as bar:
                for some in synthetic.make(cases):
                    bar.update(some)
        except SyntheticError as reason:
            raise CommandError(str(reason)) from None
        with connection.cursor() as cursor:
            # A database that lives on is kept so by itself; what is measured shall not wait for it, nor pay for it.
            cursor.execute("VACUUM (ANALYZE)")
        self.stdout.write(f"There are {cases} cases in each language; there were {present}.")
