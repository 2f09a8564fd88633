"""The only home of what migrations have defined in a database so far: numbered files, and the triggers of models.

Models' triggers are django-pgtrigger's: their SQL stands in the migrations that add them, and so is frozen there.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import DeleteModel
from django.db.migrations.recorder import MigrationRecorder
from pgtrigger.compiler import Trigger as CompiledTrigger
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from cms.publishing import sql
from cms.publishing.operations import Definitions

Key = tuple[str, str]  # of a migration: its app and its name


@dataclass
class Defined:
    numbers: dict[str, int] = field(default_factory=dict)
    triggers: dict[tuple[str, str, str], str] = field(default_factory=dict)  # SQL, by app, model and name

    def texts(self) -> list[str]:
        """What it says, in the order in which it is made."""
        return [*filter(None, sql.in_order(self.numbers)), *self.triggers.values()]

    def take(self, app: str, operation: object) -> None:
        match operation:
            case Definitions():
                self.numbers |= operation.after()
            case AddTrigger(trigger=CompiledTrigger() as trigger):
                self.triggers[app, operation.model_name.lower(), str(trigger.name)] = trigger.install_sql
            case RemoveTrigger():
                del self.triggers[app, operation.model_name.lower(), operation.name]
            case DeleteModel():
                gone = [key for key in self.triggers if key[:2] == (app, operation.name_lower)]
                for key in gone:
                    del self.triggers[key]


def applied_to(alias: str) -> frozenset[Key]:
    recorder = MigrationRecorder(connections[alias])
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [recorder.Migration._meta.db_table])
        is_new = cursor.fetchone() == (None,)
    return frozenset() if is_new else frozenset(recorder.migration_qs.values_list("app", "name"))


@lru_cache(maxsize=8)
def defined_by(applied: frozenset[Key]) -> Defined:
    defined = Defined()
    for migration in migrations():
        if (migration.app_label, migration.name) in applied:
            for operation in migration.operations:
                defined.take(migration.app_label, operation)
    return defined


def defined_by_all() -> Defined:
    """What this server's code means."""
    return defined_by(frozenset((migration.app_label, migration.name) for migration in migrations()))


def are_of_a_newer_release(applied: frozenset[Key]) -> bool:
    """Whether some migrations that define something are not known here: then this server cannot tell what should be."""
    known = {key for migration in migrations() for key in ((migration.app_label, migration.name), *migration.replaces)}
    apps = {app for app, _, _ in defined_by_all().triggers} | {"publishing"}
    return any(app in apps and (app, name) not in known for app, name in applied)


@lru_cache(maxsize=1)
def migrations() -> list[Migration]:
    """All migrations of this server's code, in an order in which they can be applied."""
    graph = MigrationLoader(None).graph
    keys = dict.fromkeys(key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf))
    return [graph.nodes[key] for key in keys]
