"""The only home of the command that fills the demo with many cases, to measure with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from cms.demo.synthetic import Synthetic, SyntheticError


class Command(BaseCommand):
    help = "Make cases for measuring: as many as are asked for in each language, those there already included."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, default=1000, help="in each language (%(default)s)")

    def handle(self, *, cases: int, verbosity: int, **options: Any) -> None:
        if cases < 1:
            raise CommandError("--cases is at least 1.")
        try:
            made = 0
            with tqdm(total=cases, disable=None if verbosity else True, leave=False, unit="case") as bar:
                for some in Synthetic().make(cases):
                    made += some
                    bar.update(some)
        except SyntheticError as reason:
            raise CommandError(str(reason)) from None
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # a database that lives on does so by itself, in a while
        self.stdout.write(f"Made {made} cases in each language; {cases - made} were there.")
