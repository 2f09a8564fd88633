"""The only home of the gate: the command that fails when the code's schema breaks those who rely on an earlier one."""

import subprocess
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from graphql import DocumentNode, build_schema, parse

from api.contract.compatibility import Change, Comparison, compare
from api.contract.definition import schema_definition

SCHEMA = "frontend_contract/schema.graphql"
MAIN = ("main", "origin/main")
OPERATIONS = "frontend_contract/operations"


class Command(BaseCommand):
    help = "Compare the schema that the code makes with an earlier one, and name the operations that a change breaks."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("base", nargs="?", default="", help="a git reference; by default the latest tag, or main")
        parser.add_argument("--schema", type=Path, help="a file that is compared in place of the code's schema")
        parser.add_argument("--root", type=Path, default=settings.BASE_DIR, help="the repository (%(default)s)")

    def handle(self, *, base: str, root: Path, schema: Path | None = None, **options: Any) -> None:
        repository = Repository(root)
        if base and not repository.knows(base):
            raise CommandError(f"git knows no {base} here. In a shallow clone, fetch it first.")
        base = base or repository.default_base()
        commit = repository.branched_from(base) if base in MAIN else base
        if base in MAIN and repository.is_here(base):
            base = f"what {base} was before"
        earlier = repository.read(commit, SCHEMA) if base else None
        if earlier is None:
            missing = f"{base} has no {SCHEMA}" if base else "There is neither a tag nor main"
            self.stdout.write(f"{missing}: nothing to compare with.")
            return
        now = build_schema(schema.read_text() if schema else schema_definition())
        found = compare(build_schema(earlier), now, repository.operations(commit), timezone.localdate())
        self.stdout.write("\n".join(report(found, base)))
        if found.breaking:
            raise CommandError(
                f"{len(found.breaking)} breaking changes. Deprecate first, with the last day in the reason: "
                "docs/frontends.md, “Deprecation policy”."
            )


class Repository:
    def __init__(self, root: Path) -> None:
        self.root = root

    def knows(self, reference: str) -> bool:
        return self._git("rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}") is not None

    def default_base(self) -> str:
        """The latest tag, else main, rather one that this is not the tip of; "" in a clone that has none of them."""
        tag = (self._git("describe", "--tags", "--abbrev=0") or "").strip()
        names = [name for name in MAIN if self.knows(name)]
        return tag or next((name for name in sorted(names, key=self.is_here)), "")

    def branched_from(self, branch: str) -> str:
        """Where this branch left `branch`: what came there since is not missing here. In a shallow clone, its tip.

        What is `branch` already is compared with what it was before its last commit or merge, where it was anything.
        """
        if self.is_here(branch):
            return "HEAD^" if self.knows("HEAD^") else "HEAD"
        return (self._git("merge-base", "HEAD", branch) or branch).strip()

    def is_here(self, branch: str) -> bool:
        """Whether all of this is in `branch`."""
        return self._git("merge-base", "--is-ancestor", "HEAD", branch) is not None

    def read(self, reference: str, path: str) -> str | None:
        return self._git("show", f"{reference}:{path}")

    def operations(self, reference: str) -> DocumentNode:
        """All operations of that time and their fragments, as one document."""
        names = (self._git("ls-tree", "-r", "--name-only", reference, OPERATIONS) or "").splitlines()
        texts = [self.read(reference, name) or "" for name in names if name.endswith(".graphql")]
        return parse("\n".join(texts)) if texts else DocumentNode(definitions=())

    def _git(self, *arguments: str) -> str | None:
        """What git says; None where it refuses, or is not there."""
        command = ["git", *arguments]
        try:
            said = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)  # noqa: S603  # the command line is of whoever may run git themselves
        except FileNotFoundError:
            return None
        return said.stdout if said.returncode == 0 else None


def report(found: Comparison, base: str) -> Iterator[str]:
    """The comparison, line by line, as a developer reads it."""
    headings: Mapping[str, list[Change]] = {
        "Breaking": found.breaking,
        "Removed as announced": found.expired,
        "Dangerous": found.dangerous,
        "Deprecated": found.deprecations,
        "Added": found.additions,
    }
    counts = ", ".join(f"{len(of)} {name.lower()}" for name, of in headings.items())
    yield f"The schema, compared with {base}: {counts}."
    for heading, changes in headings.items():
        if changes:
            yield from ("", heading, *(_line(change, named=heading != "Added") for change in changes))
    if found.invalid:
        yield from ("", f"Operations of {base} that cannot be asked any more")
        yield from (f"  {name}: {' '.join(errors)}" for name, errors in found.invalid.items())


def _line(change: Change, *, named: bool) -> str:
    consumers = f" Used by: {', '.join(change.consumers) or 'no operation'}." if named else ""
    return f"  {change.description}{consumers}"
