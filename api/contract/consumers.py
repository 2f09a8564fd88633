"""The only home of what a document uses of a schema: its fields, arguments, types and enum values."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLNamedType,
    GraphQLSchema,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    visit,
)
from graphql.utilities import separate_operations

Uses = dict[str, set[str]]  # by operation: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.value`


def uses_of(document: DocumentNode, schema: GraphQLSchema) -> Uses:
    return {name: _uses(single, schema) for name, single in operations_of(document).items()}


def operations_of(document: DocumentNode) -> dict[str, DocumentNode]:
    """Each operation with the fragments that it spreads."""
    return separate_operations(document)


def _uses(document: DocumentNode, schema: GraphQLSchema) -> set[str]:
    collector = Collector(schema)
    visit(document, TypeInfoVisitor(collector.info, collector))
    return collector.found


class Collector(Visitor):
    def __init__(self, schema: GraphQLSchema) -> None:
        super().__init__()
        self.schema, self.info = schema, TypeInfo(schema)
        self.found: set[str] = set()

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        """What is in a variable is not in the document, so all that its type allows counts."""
        for variable in node.variable_definitions or ():
            name = next(iter(_names(variable.type)))
            self._use_input(self.schema.type_map.get(name))

    def enter_field(self, node: Any, *_: Any) -> None:
        parent, field = self.info.get_parent_type(), self.info.get_field_def()
        if parent is None or field is None:
            return
        arguments = [f"({argument.name.value}:)" for argument in node.arguments or ()]
        for owner in (parent, *self._below(parent)):
            self.found |= {owner.name, *(f"{owner.name}.{node.name.value}{part}" for part in ("", *arguments))}
        of = get_named_type(field.type)
        self.found.add(of.name)
        if is_enum_type(of):
            self.found |= {f"{of.name}.{value}" for value in of.values}

    def enter_inline_fragment(self, *_: Any) -> None:
        if of := self.info.get_type():
            self.found.add(get_named_type(of).name)

    enter_fragment_definition = enter_inline_fragment

    def enter_argument(self, *_: Any) -> None:
        if of := self.info.get_input_type():
            self.found.add(get_named_type(of).name)

    def enter_object_field(self, node: Any, *_: Any) -> None:
        if of := self.info.get_parent_input_type():
            self.found.add(f"{get_named_type(of).name}.{node.name.value}")

    def enter_enum_value(self, node: Any, *_: Any) -> None:
        if of := self.info.get_input_type():
            self.found.add(f"{get_named_type(of).name}.{node.value}")

    def _below(self, of: Any) -> Iterator[GraphQLNamedType]:
        """The types that a field of an interface is read from."""
        return iter(self.schema.get_possible_types(of) if is_abstract_type(of) else ())

    def _use_input(self, of: GraphQLNamedType | None) -> None:
        if of is None or of.name in self.found:
            return
        self.found.add(of.name)
        if is_enum_type(of):
            self.found |= {f"{of.name}.{value}" for value in of.values}
        if is_input_object_type(of):
            for name, field in of.fields.items():
                self.found.add(f"{of.name}.{name}")
                self._use_input(get_named_type(field.type))


def _names(node: Any) -> Iterator[str]:
    """The name within a variable's type, through lists and what is not null."""
    while not hasattr(node, "name"):
        node = node.type
    yield node.name.value
