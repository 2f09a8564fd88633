"""The only home of answering lists quickly: the way to each field is found once for a list, and not for every object.

GraphQL's execution spends some ten microseconds on every field, as each could be awaitable, fail, or depend on where it
stands. Here a field is read or called, with arguments that are the same for all objects of the list. A list of which
anything else is asked goes the usual way, with the same answer; one in which something fails too, as that way says
where.
"""

from collections.abc import Callable
from typing import Any, cast

from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    get_argument_values,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails, FieldDetailsList
from graphql.pyutils import Path
from strawberry.schema import Schema
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types import get_object_definition
from strawberry.types.arguments import convert_arguments

from api.client_errors import LimitError
from api.execution.counting import CountingExecutor, number_of_pages
from api.execution.json_text import Part, written
from api.execution.resolvers import definition_of, method_of, plain_getter

Complete = Callable[[Any], Any]


class Executor(CountingExecutor):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # By type and selection, with the selection itself: an id is unique only as long as what it names lives.
        self._known: dict[tuple[str, int], tuple[FieldDetailsList, Complete | None]] = {}

    def complete_list_value(  # noqa: PLR0913, PLR0917  # the arguments are graphql-core's
        self,
        return_type: GraphQLList[GraphQLOutputType],
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        complete = self._of_type(return_type.of_type, field_details_list)
        held = self.allowance.held
        if complete is not None and not is_leaf_type(get_named_type(return_type)):
            try:
                return [complete(item) for item in result]
            except LimitError:
                raise
            except Exception:  # noqa: BLE001  # whatever it is, it happens again and is reported
                self.allowance.give_back(held)
        return super().complete_list_value(return_type, field_details_list, info, path, result, position_context)

    def _of_type(self, of: GraphQLOutputType, selection: FieldDetailsList) -> Complete | None:
        """How a value of this type is completed; None where that takes GraphQL's execution."""
        if isinstance(of, GraphQLNonNull):
            return self._not_null(of.of_type, selection)
        complete = self._not_null(of, selection)
        return complete and (lambda value: None if value is None else complete(value))

    def _not_null(self, of: Any, selection: FieldDetailsList) -> Complete | None:
        """None as a value is an error of ours, which what completes it raises."""
        if is_leaf_type(of):
            complete: Complete = of.coerce_output_value
            return complete
        if isinstance(of, GraphQLList):
            each = self._of_type(of.of_type, selection)
            return each and (lambda values: [each(value) for value in values])
        if is_abstract_type(of):
            return lambda value: self._of_its_own_type(value, selection)
        return self._object(of, selection)

    def _of_its_own_type(self, value: Any, selection: FieldDetailsList) -> Any:
        of = self.schema.type_map[get_object_definition(value, strict=True).name]
        complete = self._object(cast(GraphQLObjectType, of), selection)
        if complete is None:
            raise TypeError(f"{of.name} takes GraphQL's execution")
        return complete(value)

    def _object(self, of: GraphQLObjectType, selection: FieldDetailsList) -> Complete | None:
        key = (of.name, id(selection))
        if key not in self._known:
            self._known[key] = (selection, self._make_object(of, selection))
        return self._known[key][1]

    def _make_object(self, of: GraphQLObjectType, selection: FieldDetailsList) -> Complete | None:
        steps: list[tuple[str, Complete, Complete]] = []
        for response_name, details in self.collect_subfields(of, selection).grouped_field_set.items():
            name = details[0].node.name.value
            if name == "__typename":
                steps.append((response_name, lambda _: of.name, str))
                continue
            field = of.fields.get(name)
            get = (plain_getter(field) or self._caller(field, details[0])) if field else None
            complete = self._of_type(field.type, details) if field and get else None
            if get is None or complete is None:
                return None
            steps.append((response_name, get, complete))
        allowance, pages = self.allowance, number_of_pages(of)

        def complete_object(source: Any) -> Part:
            before = allowance.begin(pages)
            text = written({name: complete(get(source)) for name, get, complete in steps})
            allowance.end(before, len(text) + 1)  # what comes between objects
            return Part(text)

        return complete_object

    def _caller(self, field: GraphQLField, details: FieldDetails) -> Complete | None:
        """How a field with arguments is called; None where it needs more than them."""
        method, made_from = method_of(field), definition_of(field)
        if method is None or made_from is None:
            return None
        given = get_argument_values(field, details.node, self.variable_values, details.fragment_variable_values)
        schema = cast(Schema, self.schema.extensions[GraphQLCoreConverter.DEFINITION_BACKREF])
        arguments = convert_arguments(
            given, made_from.arguments, schema.schema_converter.scalar_registry, schema.config
        )
        return lambda source: method(source, **arguments)
