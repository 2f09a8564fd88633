"""The only home of the command that writes the golden answers."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from api.contract import golden, manifest


class Command(BaseCommand):
    help = "Write what each operation of the contract answers on the demo; in a database of its own."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        if settings.SETTINGS_MODULE != "cms.settings.test":
            raise CommandError("The answers are signed with the tests' key. Use `make contract`.")
        if faults := manifest.faults():
            raise CommandError("\n".join(["The operations do not fit the schema.", *faults]))
        if not manifest.trusted_documents():
            self.stdout.write("There is no manifest, and so there are no answers.")
            return
        if unaskable := golden.unaskable():  # before all the work
            raise CommandError("\n".join(unaskable))
        connection.settings_dict["TEST"]["NAME"] = f"{connection.settings_dict['NAME']}_responses"
        name = connection.settings_dict["NAME"]
        setup_test_environment()
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            golden.load()
            self._write(list(golden.answers()))
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
            teardown_test_environment()

    def _write(self, answers: list[golden.Answer]) -> None:
        if faults := golden.faults(answers):
            raise CommandError("\n".join(["These answers are no example, so none was written.", *faults]))
        shutil.rmtree(golden.RESPONSES, ignore_errors=True)
        for answer in answers:
            path = golden.RESPONSES / answer.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(answer.text)
        if answers:
            golden.STATEMENTS.write_text(golden.as_json(golden.statements(answers)))
        self.stdout.write(f"Wrote {len(answers)} answers.")
