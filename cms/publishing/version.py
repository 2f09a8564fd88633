"""The only home of the content version: one number that rises with every transaction that changes what the public sees.

It is raised by deferred constraint triggers, so no way of writing to the database goes around it; at the commit, after
all that a commit may have to wait for, so the row is locked briefly, who has it waits for nobody, and the order of
numbers is the order of commits; and at most once a transaction.
"""

import pgtrigger
from django.db import connection, models

RAISE = "PERFORM publishing_raise_version(); RETURN NULL;"


class VisibleChange(pgtrigger.AnyChange):
    """A change of one of the fields in a row that meets a condition."""

    def __init__(self, visible: str, *fields: str) -> None:
        super().__init__(*fields)
        self.visible = visible

    def resolve(self, model: type[models.Model]) -> str:
        return f"(({super().resolve(model)}) AND ({self.visible}))"


def raises_version(*fields: str, visible: str | None = None) -> list[pgtrigger.Trigger]:
    """Triggers for a model's Meta: a change of one of `fields` (of any field, where none is named), an insertion or a
    deletion raises the version.

    `visible` is a condition in SQL on a row (written as ROW); rows that do not meet it before or after do not count.
    """
    old, new = ((visible or "TRUE").replace("ROW", name) for name in ("OLD", "NEW"))
    return [
        _trigger("insert", pgtrigger.Insert, pgtrigger.Condition(new) if visible else None),
        _trigger("delete", pgtrigger.Delete, pgtrigger.Condition(old) if visible else None),
        _trigger("update", pgtrigger.Update, VisibleChange(f"{old} OR {new}", *fields)),
    ]


def _trigger(name: str, operation: pgtrigger.Operation, condition: pgtrigger.Condition | None) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"version_{name}",
        operation=operation,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        condition=condition,
        func=RAISE,
    )


def content_version() -> int:
    """The number now. Take it before reading content: an answer made after may then be stored under it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM publishing_contentversion")
        number: int = cursor.fetchone()[0]
    return number
