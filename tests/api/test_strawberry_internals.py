"""The only home of the claim that one module alone names what strawberry and graphql-core keep to themselves."""

import ast
import importlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from graphql import Executor

from api.execution import strawberry_internals
from api.execution.strawberry_internals import WRITTEN_FOR, CoreExecutor

API = Path(strawberry_internals.__file__).parents[1]
MODULES = sorted(path for path in API.rglob("*.py") if path != Path(strawberry_internals.__file__))

# What strawberry documents. Of graphql-core, it is what the packages that it documents export.
STRAWBERRY = {
    "strawberry",
    "strawberry.django.views",
    "strawberry.extensions",
    "strawberry.http",
    "strawberry.http.base",
    "strawberry.schema.config",
    "strawberry.types",
    "strawberry.types.scalar",
}
GRAPHQL = {"graphql", "graphql.error", "graphql.language", "graphql.type", "graphql.utilities", "graphql.validation"}
METHODS = ("build_resolve", "collect_", "complete_", "ensure_", "execute_", "handle_")
NOT_PUBLIC = {name for name in vars(Executor) if name.startswith(METHODS)} - {"execute_operation"} | {
    "_schema",
    "DEFINITION_BACKREF",
    "__strawberry_definition__",
    "base_resolver",
    "collect_fields",
    "collect_subfields",
    "fragment_variable_values",
    "grouped_field_set",
    "middleware_manager",
    "permission_classes",
    "schema_converter",
    "wrapped_func",
}


def private_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in {"graphql", "strawberry"}:
            names = [name.name for name in node.names]
            documented = STRAWBERRY | GRAPHQL
            known = set(importlib.import_module(node.module).__all__) if node.module in GRAPHQL else set(names)
            yield from (f"{node.module}.{name}" for name in names if node.module not in documented or name not in known)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith(("graphql.", "strawberry.")))


def private_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in NOT_PUBLIC:
            yield node.attr
        elif isinstance(node, ast.FunctionDef) and node.name in NOT_PUBLIC:
            yield node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(API)))
def test_nothing_private_is_named_elsewhere(path):
    tree = ast.parse(path.read_text())
    assert [*private_imports(tree), *private_names(tree)] == []


def test_the_one_module_is_seen_to_name_it():
    tree = ast.parse(Path(strawberry_internals.__file__).read_text())
    assert {"graphql.pyutils.Path", "strawberry.types.field.StrawberryField"} <= {*private_imports(tree)}
    assert {"_schema", "wrapped_func", "complete_value", "execute_field"} <= {*private_names(tree)}


def test_nothing_is_cast_to_another_type():
    """A plan reads an object's type off its class."""
    texts = {path: path.read_text() for path in MODULES}
    assert [path for path, text in texts.items() if "strawberry.cast" in text] == []


@pytest.mark.parametrize("package", WRITTEN_FOR)
def test_versions_are_those_that_the_module_was_written_for(package):
    message = (
        f"Read {strawberry_internals.__file__} beside the new {package}; when all tests pass, name its version there."
    )
    assert version(package) == WRITTEN_FOR[package], message


def test_the_executor_has_what_is_overridden():
    """An override of a method that is gone would do nothing."""
    overridden = {
        "execute_field",
        "complete_list_item_value",
        "complete_value",
        "complete_object_value",
        "handle_field_error",
    }
    assert overridden <= vars(CoreExecutor).keys()
    assert overridden <= vars(Executor).keys()
