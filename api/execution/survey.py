"""The only home of what is found out about an operation before it is answered: what can be planned, and for whom.

Below a root field there is a plan where everything that is asked there, of whatever type, is read from an object and
arguments alone. A plan is the same for all whose variables say the same in `@skip` and `@include`. Each selection is
looked at once, however often its fragment is spread.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
)

from api.execution.strawberry_internals import readers_of, takes_arguments

Fragments = Mapping[str, FragmentDefinitionNode]


class Survey(NamedTuple):
    planned: frozenset[str]  # names that root fields have in the answer
    conditions: tuple[str, ...]  # variables
    fields: frozenset[str]  # names of all that is asked below root fields


class Seen(NamedTuple):
    """What is in a selection, and not in the fragments that it spreads."""

    is_read: bool
    spread: set[str]


def survey(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> Survey:
    surveyor = Surveyor(schema, fragments)
    root = cast(GraphQLNamedType, schema.get_root_type(operation.operation))
    roots = list(surveyor.root_fields(operation.selection_set))
    unplanned = {_name(field) for field in roots if not surveyor.is_planned_below(field, root)}
    if any(map(takes_arguments, fragments.values())):
        unplanned = set(map(_name, roots))
    return Survey(
        frozenset(set(map(_name, roots)) - unplanned), tuple(sorted(surveyor.conditions)), frozenset(surveyor.fields)
    )


def _name(field: FieldNode) -> str:
    return field.alias.value if field.alias else field.name.value


class Surveyor:
    """Goes through documents without calling itself: fragments may spread one another as deep as they like."""

    def __init__(self, schema: GraphQLSchema, fragments: Fragments) -> None:
        self.schema, self._fragments, self._readers = schema, fragments, readers_of(schema)
        self.conditions: set[str] = set()
        self.fields: set[str] = set()
        seen = {
            name: self._look(fragment.selection_set, schema.type_map[fragment.type_condition.name.value])
            for name, fragment in fragments.items()
        }
        self._unplanned = {name for name, found in seen.items() if not found.is_read}
        while more := {name for name, found in seen.items() if found.spread & self._unplanned} - self._unplanned:
            self._unplanned |= more

    def root_fields(self, selected: SelectionSetNode) -> Iterator[FieldNode]:
        waiting, met = [*selected.selections], set[str]()
        while waiting:
            node = waiting.pop()
            self._note_conditions(node)
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, InlineFragmentNode):
                waiting += node.selection_set.selections
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in met:
                met.add(node.name.value)
                waiting += self._fragments[node.name.value].selection_set.selections

    def is_planned_below(self, node: FieldNode, owner: GraphQLNamedType) -> bool:
        if node.selection_set is None:
            return True
        is_read, spread = self._look(node.selection_set, self._type_below(node, owner))
        return is_read and not spread & self._unplanned

    def _look(self, selected: SelectionSetNode, owner: GraphQLNamedType) -> Seen:
        waiting, spread, is_read = [(selected, owner)], set[str](), True
        while waiting:
            selected, owner = waiting.pop()
            for node in selected.selections:
                self._note_conditions(node)
                if isinstance(node, FragmentSpreadNode):
                    spread.add(node.name.value)
                elif isinstance(node, InlineFragmentNode):
                    of = node.type_condition
                    waiting.append((node.selection_set, self.schema.type_map[of.name.value] if of else owner))
                elif isinstance(node, FieldNode):
                    self.fields.add(node.name.value)
                    is_read = is_read and self._is_read(node.name.value, owner)
                    if node.selection_set:
                        waiting.append((node.selection_set, self._type_below(node, owner)))
        return Seen(is_read, spread)

    def _type_below(self, node: FieldNode, owner: GraphQLNamedType) -> GraphQLNamedType:
        field = self.schema.get_field(cast(Any, owner), node.name.value)
        return get_named_type(field.type) if field else owner

    def _is_read(self, name: str, owner: GraphQLNamedType) -> bool:
        """Whether objects of every type that may stand here let the field be read."""
        of = self.schema.get_possible_types(owner) if is_abstract_type(owner) else [owner]
        return name == "__typename" or all(name in self._readers.get(one.name, {}) for one in of)

    def _note_conditions(self, node: SelectionNode) -> None:
        given = (argument.value for directive in node.directives or () for argument in directive.arguments or ())
        self.conditions |= {value.name.value for value in given if isinstance(value, VariableNode)}
