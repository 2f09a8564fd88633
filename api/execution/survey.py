"""The only home of what is found out about an operation before it is answered: what can be planned, and for whom.

Below a root field there is a plan where everything that is asked there, of whatever type, is read from an object and
arguments alone. A plan is the same for all whose variables say the same in `@skip` and `@include`.
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

from api.execution.strawberry_internals import Readers, readers_of, takes_arguments

Fragments = Mapping[str, FragmentDefinitionNode]


class Survey(NamedTuple):
    planned: frozenset[str]  # names that root fields have in the answer
    conditions: tuple[str, ...]  # variables


def survey(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> Survey:
    surveyor = Surveyor(schema, fragments)
    root = cast(GraphQLNamedType, schema.get_root_type(operation.operation))
    found = dict[str, bool]()
    for field in surveyor.root_fields(operation.selection_set):
        name = field.alias.value if field.alias else field.name.value
        found[name] = surveyor.is_planned_below(field, root) and found.get(name, True)
    if any(map(takes_arguments, fragments.values())):
        found = {}
    return Survey(frozenset(name for name, planned in found.items() if planned), tuple(sorted(surveyor.conditions)))


class Surveyor:
    """Looks at each selection once, however often its fragment is spread."""

    def __init__(self, schema: GraphQLSchema, fragments: Fragments) -> None:
        self.schema, self._fragments = schema, fragments
        self._readers: Readers = readers_of(schema)
        self._known: dict[str, bool] = {}  # by fragment
        self._met: set[str] = set()  # fragments at the root
        self.conditions: set[str] = set()

    def root_fields(self, selected: SelectionSetNode) -> Iterator[FieldNode]:
        for node in selected.selections:
            self._note_conditions(node)
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, InlineFragmentNode):
                yield from self.root_fields(node.selection_set)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in self._met:
                self._met.add(node.name.value)
                yield from self.root_fields(self._fragments[node.name.value].selection_set)

    def is_planned_below(self, node: FieldNode, owner: GraphQLNamedType) -> bool:
        field = self.schema.get_field(cast(Any, owner), node.name.value)
        if field is None or node.selection_set is None:
            return field is not None
        return self._is_planned(node.selection_set, get_named_type(field.type))

    def _is_planned(self, selected: SelectionSetNode, owner: GraphQLNamedType) -> bool:
        """Looks at all, as there may be conditions anywhere."""
        found = [self._is_node_planned(node, owner) for node in selected.selections]
        return all(found)

    def _is_node_planned(self, node: SelectionNode, owner: GraphQLNamedType) -> bool:
        self._note_conditions(node)
        if isinstance(node, FieldNode):
            below = self.is_planned_below(node, owner)
            return below and self._is_read(node.name.value, owner)
        if isinstance(node, InlineFragmentNode):
            return self._is_planned(node.selection_set, self._narrowed(node, owner))
        return self._is_fragment_planned(cast(FragmentSpreadNode, node).name.value)

    def _is_fragment_planned(self, name: str) -> bool:
        if name not in self._known:
            fragment = self._fragments[name]
            of = self.schema.type_map[fragment.type_condition.name.value]
            self._known[name] = self._is_planned(fragment.selection_set, of)
        return self._known[name]

    def _narrowed(self, node: InlineFragmentNode, owner: GraphQLNamedType) -> GraphQLNamedType:
        return self.schema.type_map[node.type_condition.name.value] if node.type_condition else owner

    def _is_read(self, name: str, owner: GraphQLNamedType) -> bool:
        """Whether objects of every type that may stand here let the field be read."""
        of = self.schema.get_possible_types(owner) if is_abstract_type(owner) else [owner]
        return name == "__typename" or all(name in self._readers.get(one.name, {}) for one in of)

    def _note_conditions(self, node: SelectionNode) -> None:
        given = (argument.value for directive in node.directives or () for argument in directive.arguments or ())
        self.conditions |= {value.name.value for value in given if isinstance(value, VariableNode)}
