"""The only home of counting what an answer holds: each field and object where graphql-core puts it into the answer.

What a field is too much for is null with its error, or what it stands in; and then counts for nothing. An answer with
too many errors is none.
"""

from typing import Any

from graphql import (
    GraphQLError,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api import allowance
from api.client_errors import AnswerTooLargeError
from api.execution.json_text import written

MOST_ERRORS = 100
FIELD = len('"":null,')  # or "":{}, or "":[],
ITEM = len("[],")  # or {},


class TooManyErrorsError(GraphQLError):
    def __init__(self) -> None:
        refusal = AnswerTooLargeError(f"has more than {MOST_ERRORS} errors")
        super().__init__(str(refusal), extensions={"code": refusal.code})


def number_of_pages(of: GraphQLObjectType) -> int:
    """How many pages an object of this type is."""
    return int(any(interface.name == "Page" for interface in of.interfaces))


class CountingExecutor(StrawberryGraphQLCoreExecutionContext):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowance = allowance.current()

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        self.allowance.name(len(str(path.key)) + FIELD)
        held = self.allowance.held
        result = super().execute_field(parent_type, source, field_details_list, path, position_context)
        if result is None:
            self.allowance.give_back(held)
        return result

    def complete_list_value(  # noqa: PLR0913, PLR0917  # the arguments are graphql-core's
        self,
        return_type: GraphQLList[GraphQLOutputType],
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        self.allowance.add(ITEM)
        return super().complete_list_value(return_type, field_details_list, info, path, result, position_context)

    def complete_object_value(  # noqa: PLR0913, PLR0917  # likewise
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        self.allowance.begin(number_of_pages(return_type))
        self.allowance.add(ITEM)
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    def complete_leaf_value(self, return_type: Any, result: Any) -> Any:  # type: ignore[override]
        value = super().complete_leaf_value(return_type, result)
        self.allowance.add(len(written(value)) + 1)
        return value

    def handle_field_error(
        self,
        raw_error: Exception,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        path: Path,
    ) -> None:
        if len(self.collected_errors.errors) < MOST_ERRORS:
            super().handle_field_error(raw_error, return_type, field_details_list, path)
        else:
            raise raw_error if isinstance(raw_error, TooManyErrorsError) else TooManyErrorsError
