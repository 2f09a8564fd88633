"""The only home of the command that writes the golden answers."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from api.contract import manifest
from cms.demo import responses


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
        responses.variables()  # before all the work
        connection.settings_dict["TEST"]["NAME"] = f"{connection.settings_dict['NAME']}_responses"
        name = connection.settings_dict["NAME"]
        setup_test_environment()
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            responses.load()
            self._write(list(responses.answers()))
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
            teardown_test_environment()

    def _write(self, answers: list[responses.Answer]) -> None:
        if faults := responses.faults(answers):
            raise CommandError("\n".join(["These answers are no example, so none was written.", *faults]))
        shutil.rmtree(responses.RESPONSES, ignore_errors=True)
        for answer in answers:
            path = responses.RESPONSES / answer.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(answer.text)
        if answers:
            responses.STATEMENTS.write_text(responses.as_json(responses.statements(answers)))
        self.stdout.write(f"Wrote {len(answers)} answers.")
