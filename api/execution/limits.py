"""The only home of what one document may cost: how long, how deep and how repetitive it may be.

Each fragment is measured once. The limits that come with strawberry measure it at every place where it is spread, which
takes for ever in a document of fragments that spread one another twice.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
)
from strawberry.extensions import SchemaExtension

from api.contract.deprecation import DeprecatedUse

MOST_TOKENS = 4000
MOST_ALIASES = 60
DEEPEST = 16


class Size(NamedTuple):
    aliases: int = 0
    depth: int = 0

    def beside(self, other: "Size") -> "Size":
        return Size(self.aliases + other.aliases, max(self.depth, other.depth))


class Limits(SchemaExtension):
    """Counts tokens while parsing, adds the rule below to validation, and lets nobody guess the operation."""

    def on_operation(self) -> Iterator[None]:
        self.execution_context.parse_options["max_tokens"] = MOST_TOKENS
        self.named = self.execution_context.operation_name  # once the document is parsed, its first one's where none is
        rules = self.execution_context.validation_rules
        self.execution_context.validation_rules = (SizeRule, DeprecatedUse, *rules)
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        if not context.pre_execution_errors and not self.named and self._operations() > 1:
            message = "The document has several operations: say which one in `operationName`."
            context.pre_execution_errors = [GraphQLError(message)]
        yield

    def _operations(self) -> int:
        document = self.execution_context.graphql_document
        definitions = document.definitions if document else ()
        return sum(isinstance(definition, OperationDefinitionNode) for definition in definitions)


class SizeRule(ValidationRule):
    """Aliases count as often as their fragment is spread; introspection may be as deep as tools need it."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.fragments: dict[str, Size] = {}

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        size = self._measure(node.selection_set)
        if size.aliases > MOST_ALIASES:
            self.report_error(GraphQLError(f"{size.aliases} aliases are too many; {MOST_ALIASES} are allowed.", node))
        if size.depth > DEEPEST:
            self.report_error(GraphQLError(f"{size.depth} levels are too deep; {DEEPEST} are allowed.", node))

    def _measure(self, selection_set: SelectionSetNode | None) -> Size:
        size = Size()
        for selection in selection_set.selections if selection_set else ():
            if isinstance(selection, FieldNode):
                size = size.beside(self._field(selection))
            elif isinstance(selection, InlineFragmentNode):
                size = size.beside(self._measure(selection.selection_set))
            elif isinstance(selection, FragmentSpreadNode):
                size = size.beside(self._fragment(selection.name.value))
        return size

    def _field(self, node: FieldNode) -> Size:
        below = self._measure(node.selection_set)
        own_alias = 1 if node.alias else 0
        is_introspection = node.name.value.startswith("__")
        return Size(below.aliases + own_alias, 0 if is_introspection else below.depth + 1)

    def _fragment(self, name: str) -> Size:
        if name not in self.fragments:
            self.fragments[name] = Size()  # for a fragment that spreads itself; another rule refuses it
            definition = self.context.get_fragment(name)
            if isinstance(definition, FragmentDefinitionNode):
                self.fragments[name] = self._measure(definition.selection_set)
        return self.fragments[name]
