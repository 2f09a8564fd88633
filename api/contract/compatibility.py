"""The only home of what a change of the schema means to those who rely on it: broken, endangered or added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from graphql import (
    BreakingChangeType,
    DangerousChangeType,
    DocumentNode,
    GraphQLSchema,
    SafeChangeType,
    find_schema_changes,
    get_named_type,
    validate,
)
from graphql.type import is_enum_type, is_input_object_type, is_interface_type, is_object_type

from api.contract.consumers import Uses, operations_of, uses_of
from api.execution.deprecation import promised_until

MEMBER = re.compile(r"(\w+)\.\w+(?:\(\w+:\))?")
TYPE = re.compile(r"(?:Standard scalar )?(@?\w+)")
REMOVALS = {
    BreakingChangeType.TYPE_REMOVED,
    BreakingChangeType.FIELD_REMOVED,
    BreakingChangeType.ARG_REMOVED,
    BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
}
ADDED_ARGUMENTS = {BreakingChangeType.REQUIRED_ARG_ADDED}
ADDED_MEMBERS = {BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED, DangerousChangeType.VALUE_ADDED_TO_ENUM}
ADDITIONS = {
    DangerousChangeType.OPTIONAL_ARG_ADDED,  # to graphql-core a danger; nobody has to give it
    DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
    SafeChangeType.TYPE_ADDED,
    SafeChangeType.FIELD_ADDED,
    SafeChangeType.OPTIONAL_ARG_ADDED,
    SafeChangeType.OPTIONAL_INPUT_FIELD_ADDED,
    SafeChangeType.DIRECTIVE_ADDED,
}


@dataclass(frozen=True)
class Change:
    description: str
    consumers: tuple[str, ...] = ()  # operations that use what has changed


@dataclass
class Comparison:
    breaking: list[Change] = field(default_factory=list)
    expired: list[Change] = field(default_factory=list)  # breaking, but announced, and the day has passed
    dangerous: list[Change] = field(default_factory=list)
    deprecations: list[Change] = field(default_factory=list)
    additions: list[Change] = field(default_factory=list)
    invalid: dict[str, list[str]] = field(default_factory=dict)  # operations that cannot be asked any more, and why


def compare(old: GraphQLSchema, new: GraphQLSchema, operations: DocumentNode, today: date) -> Comparison:
    """What became of `old`, and which of the `operations` written for it each change concerns."""
    used, expired = uses_of(operations, old), set(_expired(old, today))
    expired |= _types_only_in(old, expired)
    result = Comparison()
    for change in find_schema_changes(old, new):
        coordinate = _coordinate(change.description)
        consumers = tuple(sorted(name for name, uses in used.items() if _concerned(change.type, coordinate) in uses))
        found = Change(change.description, consumers)
        if isinstance(change.type, BreakingChangeType):
            announced = change.type in REMOVALS and coordinate in expired
            (result.expired if announced else result.breaking).append(found)
        elif change.type in ADDITIONS:
            if not _is_of_an_interface(coordinate, new):
                result.additions.append(found)
        elif isinstance(change.type, DangerousChangeType):
            result.dangerous.append(found)
    result.deprecations = list(_deprecations(old, new, used))
    for name, document in operations_of(operations).items():
        if errors := [error.message for error in validate(new, document)]:
            result.invalid[name] = list(dict.fromkeys(errors))
    return result


def _is_of_an_interface(coordinate: str, schema: GraphQLSchema) -> bool:
    """Whether a field is there because an interface has it: then it is told of the interface alone."""
    owner, _, member = coordinate.partition(".")
    name = member.partition("(")[0]
    interfaces = getattr(schema.type_map.get(owner), "interfaces", ())
    return any(name in interface.fields for interface in interfaces)


def _deprecations(old: GraphQLSchema, new: GraphQLSchema, used: Uses) -> Iterator[Change]:
    """What has been deprecated since. Of a deprecated field the arguments are not named, nor its implementations."""
    before = {coordinate: reason for coordinate, reason, _ in members(old)}
    since = {coordinate: reason for coordinate, reason, _ in members(new) if reason and not before.get(coordinate)}
    for coordinate, reason in since.items():
        if coordinate.partition("(")[0] in since.keys() - {coordinate} or _is_of_an_interface(coordinate, new):
            continue
        consumers = tuple(sorted(name for name, uses in used.items() if coordinate in uses))
        yield Change(f"{coordinate} was deprecated: {reason}", consumers)


def _coordinate(description: str) -> str:
    """What a change is about, which graphql-core says in words alone."""
    member = MEMBER.search(description) or TYPE.match(description)
    return (member[1] if member.re is TYPE else member[0]) if member else ""


def _concerned(kind: Enum, coordinate: str) -> str:
    """What those use whom a change of `coordinate` concerns: what is new was used by nobody, but its place was."""
    if kind in ADDED_ARGUMENTS:
        return coordinate.partition("(")[0]
    return coordinate.partition(".")[0] if kind in ADDED_MEMBERS else coordinate


def members(schema: GraphQLSchema) -> Iterator[tuple[str, str | None, str]]:
    """Coordinate, reason of deprecation and named type of all that a type has."""
    for of in schema.type_map.values():
        if is_enum_type(of):
            for name, value in of.values.items():
                yield f"{of.name}.{name}", value.deprecation_reason, ""
        if is_object_type(of) or is_interface_type(of) or is_input_object_type(of):
            for name, entry in of.fields.items():
                yield f"{of.name}.{name}", entry.deprecation_reason, get_named_type(entry.type).name
                for argument, given in getattr(entry, "args", {}).items():
                    reason = entry.deprecation_reason or given.deprecation_reason
                    yield f"{of.name}.{name}({argument}:)", reason, get_named_type(given.type).name


def _expired(schema: GraphQLSchema, today: date) -> Iterator[str]:
    for coordinate, reason, _ in members(schema):
        last_day = promised_until(reason)
        if last_day and last_day < today:
            yield coordinate


def _types_only_in(schema: GraphQLSchema, expired: set[str]) -> set[str]:
    """The types that nothing leads to but what has expired."""
    places: dict[str, set[str]] = {}
    for coordinate, _, of in members(schema):
        if coordinate.partition(".")[0] != of:
            places.setdefault(of, set()).add(coordinate)
    gone: set[str] = set()
    while more := {of for of, where in places.items() if _all_gone(where, expired, gone)} - gone - {""}:
        gone |= more
    return gone


def _all_gone(places: set[str], expired: set[str], types: set[str]) -> bool:
    return all(place in expired or place.partition(".")[0] in types for place in places)
