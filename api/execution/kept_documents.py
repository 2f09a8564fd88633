"""The only home of documents that are kept: parsed and validated once, and found again by their text alone.

Strawberry's own extensions keep both too, but find a document's validation by hashing all of its parsed nodes in each
request, and each extension has hooks to prepare.
"""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.functional import cached_property
from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    specified_rules,
)
from strawberry.extensions import SchemaExtension

from api.execution.deprecation import DeprecatedUse
from api.execution.limits import SizeRule, parsed
from api.execution.strawberry_internals import core_schema, validate_document

MOST_KEPT = 128  # as many of the plans that are made of them
RULES: tuple[type[ASTValidationRule], ...] = (SizeRule, DeprecatedUse, *specified_rules)


class KeptDocument:
    def __init__(self, schema: GraphQLSchema, text: str) -> None:
        self._checked_by = schema
        self.parsed: DocumentNode = parsed(text)

    @cached_property
    def faults(self) -> list[GraphQLError]:
        """Why it may not be executed."""
        return validate_document(self._checked_by, self.parsed, RULES)

    @cached_property
    def operations(self) -> int:
        return sum(isinstance(definition, OperationDefinitionNode) for definition in self.parsed.definitions)


@lru_cache(maxsize=MOST_KEPT)
def kept_document(schema: GraphQLSchema, text: str) -> KeptDocument:
    """Raise GraphQLError where it cannot be parsed."""
    return KeptDocument(schema, text)


class KeptDocuments(SchemaExtension):
    """Parses and validates, within our limits; and lets nobody guess which operation is meant."""

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        self._is_named = bool(context.operation_name)  # once the document is parsed, its first one's where none is
        self._kept = kept_document(core_schema(context.schema), context.query or "")
        context.graphql_document = self._kept.parsed
        yield

    def on_validate(self) -> Iterator[None]:
        context, kept = self.execution_context, self._kept
        context.pre_execution_errors = kept.faults
        if not kept.faults and not self._is_named and kept.operations > 1:
            message = "The document has several operations: say which one in `operationName`."
            context.pre_execution_errors = [GraphQLError(message)]
        yield
