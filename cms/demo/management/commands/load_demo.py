"""The only home of the command that loads the demo: what it is asked, and what it says."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from cms.demo import content
from cms.demo.formats import check_content
from cms.demo.loading import OTHER_CONTENT, Loader, has_other_content, is_loaded
from cms.demo.media import WIDEST
from cms.demo.users import LOGINS

ALREADY = "The demo content is already loaded: nothing changed."


class Command(BaseCommand):
    help = "Load the demo: the whole site in three languages, with pictures, downloads and logins."
    requires_system_checks = ()  # it follows `migrate`, which has just run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do not even read the files if the demo is loaded")
        parser.add_argument("--image-width", type=int, default=WIDEST, help="of the pictures, in pixels (%(default)s)")

    def handle(self, *, once: bool, image_width: int, verbosity: int, **options: Any) -> None:
        if once and (reason := ALREADY if is_loaded() else OTHER_CONTENT if has_other_content() else ""):
            self.stdout.write(reason)
            return
        demo = content.read(content.FOLDER)
        check_content(demo)
        if is_loaded():
            self.stdout.write(ALREADY)
            return
        made: Counter[str] = Counter()
        with tqdm(disable=None if verbosity else True, leave=False) as bar:

            def tick(what: str) -> None:
                made[what] += 1
                bar.set_description(what, refresh=False)
                bar.update()

            loader = Loader(demo, image_width, tick)
            bar.reset(total=loader.steps())
            loaded = loader.load()
        if not loaded:
            self.stdout.write(ALREADY)
            return
        self.stdout.write("Loaded: " + ", ".join(f"{what} {count}" for what, count in made.items()) + ".")
        names = ", ".join(login.name for login in LOGINS)
        self.stdout.write(f"Logins: {names}. Each one's password is the name.")
