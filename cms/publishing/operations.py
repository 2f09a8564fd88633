"""The only home of how a migration names the files that say what the database defines; see `cms.publishing.sql`."""

from typing import Any, ClassVar

from django.db import router
from django.db.migrations.operations.base import Operation

from cms.publishing import sql
from cms.publishing.defining import define


class Definitions(Operation):
    """Of definitions, by name, the numbers of the files that this is about."""

    reversible = True
    reduces_to_sql = True
    category: ClassVar[Any] = None
    does: ClassVar[str]

    def __init__(self, **numbers: int) -> None:
        self.numbers = numbers

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], dict(self.numbers)

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Django's state knows nothing of definitions; see `migrated`."""

    def before(self) -> dict[str, int]:
        """What held before, by name and number; 0 is nothing."""
        raise NotImplementedError

    def after(self) -> dict[str, int]:
        raise NotImplementedError

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._go(app_label, schema_editor, self.before(), self.after())

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._go(app_label, schema_editor, self.after(), self.before())

    def _go(self, app_label: str, schema_editor: Any, old: dict[str, int], new: dict[str, int]) -> None:
        alias = schema_editor.connection.alias
        if not router.allow_migrate(alias, app_label):
            return
        if schema_editor.collect_sql:
            for text in sql.in_order(new):
                schema_editor.execute(text, params=None)
        else:
            define(sql.in_order(new), before=sql.in_order(old), using=alias)

    def describe(self) -> str:
        return f"{self.does} {', '.join(f'{name} {number}' for name, number in self.numbers.items())}"


class Define(Definitions):
    """Let these files hold in place of the ones before them. Back again, those before hold."""

    does = "Define"

    def before(self) -> dict[str, int]:
        return {name: number - 1 for name, number in self.numbers.items()}

    def after(self) -> dict[str, int]:
        return self.numbers


class SetAside(Definitions):
    """Drop what these files made, because what it hangs on is about to change."""

    does = "Set aside"

    def before(self) -> dict[str, int]:
        return self.numbers

    def after(self) -> dict[str, int]:
        return dict.fromkeys(self.numbers, 0)


class PutBack(SetAside):
    """Make again what was set aside."""

    does = "Put back"

    def before(self) -> dict[str, int]:
        return super().after()

    def after(self) -> dict[str, int]:
        return super().before()
