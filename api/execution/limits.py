"""The only home of how long, how deep and how repetitive a document may be. What its answer may be is `api.allowance`.

Each fragment is measured once. The limits that come with strawberry measure it at every place where it is spread, which
takes for ever in a document of fragments that spread one another twice.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    parse,
)

from api.execution.strawberry_internals import ValidationAbortedError

MOST_CHARACTERS = 200_000  # documents are kept, and one token may be a text of any length
MOST_TOKENS = 4000
MOST_ALIASES = 60
LONGEST_ALIAS = 100  # an answer has it as often as the field
MOST_REPEATS = 100  # of a field in one selection; graphql-core compares each with each
DEEPEST = 16


def parsed(text: str) -> DocumentNode:
    """Raise GraphQLError where the text is no document, or too long a one."""
    if len(text) > MOST_CHARACTERS:
        raise GraphQLError(f"The document has {len(text)} characters; {MOST_CHARACTERS} are allowed.")
    return parse(text, max_tokens=MOST_TOKENS)


class Size(NamedTuple):
    aliases: int = 0
    depth: int = 0

    def beside(self, other: "Size") -> "Size":
        return Size(self.aliases + other.aliases, max(self.depth, other.depth))


class SizeRule(ValidationRule):
    """Aliases count as often as their fragment is spread; introspection may be as deep as tools need it."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.fragments: dict[str, Size] = {}

    def enter_document(self, node: DocumentNode, *_: Any) -> None:
        """Before the other rules, which take long for a document that repeats itself."""
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
                self._check_repeats(definition.selection_set)

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        size = self._measure(node.selection_set)
        if size.aliases > MOST_ALIASES:
            self.report_error(GraphQLError(f"{size.aliases} aliases are too many; {MOST_ALIASES} are allowed.", node))
        if size.depth > DEEPEST:
            self.report_error(GraphQLError(f"{size.depth} levels are too deep; {DEEPEST} are allowed.", node))

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        if node.alias and len(node.alias.value) > LONGEST_ALIAS:
            self.report_error(GraphQLError(f"An alias may have {LONGEST_ALIAS} characters.", node.alias))

    def _check_repeats(self, selection_set: SelectionSetNode) -> None:
        names = Counter[str]()
        for field in _fields(selection_set):
            names[field.alias.value if field.alias else field.name.value] += 1
            if field.selection_set:
                self._check_repeats(field.selection_set)
        for name, number in names.most_common(1):
            if number > MOST_REPEATS:
                raise ValidationAbortedError(
                    f"The field `{name}` stands {number} times in one selection; {MOST_REPEATS} are allowed. "
                    "Once is enough."
                )

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


def _fields(selection_set: SelectionSetNode) -> Iterator[FieldNode]:
    """Those of a selection and of the inline fragments in it."""
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            yield selection
        elif isinstance(selection, InlineFragmentNode):
            yield from _fields(selection.selection_set)
