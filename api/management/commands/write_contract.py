"""The only home of the command that writes the contract."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from api.contract.definition import schema_definition


class Command(BaseCommand):
    help = "Write the schema into frontend_contract/, for those who build frontends and for the tests."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "frontend_contract" / "schema.graphql"
        before = path.read_text() if path.exists() else ""
        definition = schema_definition()
        path.write_text(definition)
        name = path.relative_to(settings.BASE_DIR)
        self.stdout.write(f"{name} is as it was." if definition == before else f"Wrote {name}.")
