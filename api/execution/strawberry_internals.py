"""The only home of what strawberry and graphql-core keep to themselves, as the versions named here have it.

What they document may be used everywhere. The rest is named here and nowhere else, so that an upgrade has one module
to look through.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from inspect import signature
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard, cast

import strawberry
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLAbstractType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_argument_values,
    is_abstract_type,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.executor import invalid_return_type_error
from graphql.pyutils import Path, Undefined, is_iterable
from graphql.validation.validate import ValidationAbortedError
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext, validate_document
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types import get_object_definition
from strawberry.types.arguments import convert_arguments
from strawberry.types.cast import get_strawberry_type_cast
from strawberry.types.field import StrawberryField

__all__ = ["Undefined", "ValidationAbortedError", "is_iterable", "validate_document"]

WRITTEN_FOR = {"strawberry-graphql": "0.341.2", "graphql-core": "3.3.2"}

# Where a value stands in the answer: the place that it is within, its key there, and the type of what has this key.
# Paths of graphql-core are such tuples too, but take ten times as long to make.
Place = tuple[Any, str | int, str | None]


def core_schema(schema: strawberry.Schema) -> GraphQLSchema:
    """The schema that graphql-core executes."""
    return schema._schema  # noqa: SLF001  # strawberry has no other name for it


class Asked(NamedTuple):
    """A field of objects of one type, as it is asked at one place of a document, or at several that are one."""

    owner: GraphQLObjectType
    field: GraphQLField
    selection: FieldDetailsList

    @property
    def node(self) -> FieldNode:
        """The first of them, whose arguments count."""
        return self.selection[0].node

    @property
    def name(self) -> str:
        return self.node.name.value


class Reader(NamedTuple):
    """How a field is had of the object that it is on."""

    get: Callable[..., Any]
    takes_arguments: bool


Readers = dict[str, dict[str, Reader]]  # by type and field


@lru_cache(maxsize=8)
def readers_of(schema: GraphQLSchema) -> Readers:
    """How all fields are had that need nothing but their object and arguments."""
    return {
        of.name: {name: reader for name, field in of.fields.items() if (reader := _reader(field))}
        for of in schema.type_map.values()
        if isinstance(of, GraphQLObjectType)
    }


def _reader(field: GraphQLField) -> Reader | None:
    """None where a field needs strawberry: its extensions, what it knows of the request, or an event loop."""
    made_from = _definition(field)
    if made_from is None or made_from.extensions or made_from.permission_classes or made_from.is_async:
        return None
    if made_from.base_resolver is None:
        return Reader(attrgetter(made_from.python_name), takes_arguments=False)
    method = cast(Callable[..., Any], made_from.base_resolver.wrapped_func)
    known = ["self", *(argument.python_name for argument in made_from.arguments)]
    parameters = list(signature(method).parameters)
    if parameters[:1] != known[:1] or set(parameters) != set(known):
        return None
    return Reader(method, takes_arguments=bool(made_from.arguments))


def _definition(field: GraphQLField) -> StrawberryField | None:
    """What strawberry made the field from."""
    made_from = (field.extensions or {}).get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return made_from if isinstance(made_from, StrawberryField) else None


def takes_arguments(fragment: FragmentDefinitionNode) -> bool:
    """Whether its fields depend on where it is spread, which is an experiment of graphql-core."""
    return bool(fragment.variable_definitions)


def is_told_by_class(value: object, of: GraphQLObjectType) -> bool:
    """Whether every object of the value's class is of this type, wherever it stands."""
    made_from = get_object_definition(type(value))
    if made_from is None or made_from.name != of.name or made_from.is_graphql_generic:
        return False
    chosen = [made_from.is_type_of, *(interface.resolve_type for interface in made_from.interfaces)]
    return get_strawberry_type_cast(value) is None and not any(chosen)


def has_one_type(of: Any) -> TypeGuard[GraphQLObjectType]:
    """Whether objects where this type stands are of this type, without being asked."""
    return isinstance(of, GraphQLObjectType) and of.is_type_of is None


class CoreExecutor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's executor, with the places where ours counts, takes over or refuses by names of our own."""

    def begin_position(self) -> Any:
        """A field or an item of a list is begun."""

    def end_position(self, begun: Any, completed: Any) -> None:
        """It is completed, or None where it failed; `begun` is what beginning it said."""

    def complete_object(self, of: GraphQLObjectType, complete: Callable[[], Any]) -> Any:
        """An object, which `complete` completes as graphql-core does."""
        return complete()

    def complete_root(self, name: str, asked: Asked, value: Any, complete: Callable[[], Any]) -> Any:
        """What a root field has."""
        return complete()

    def refuse(self, error: Exception, told: int) -> None:
        """Raise what ends the answer, where `error` is one too many after so many that were told."""

    # What a plan asks of graphql-core.

    @property
    def is_watched(self) -> bool:
        """Whether an extension wants to see each field resolved."""
        return bool(self.middleware_manager and self.middleware_manager.middlewares)

    def fields_of(self, of: GraphQLObjectType, asked: Asked) -> dict[str, Asked]:
        """The fields that are asked of objects of this type, by their names in the answer."""
        return {
            name: Asked(of, field, selection)
            for name, selection in self.collect_subfields(of, asked.selection).grouped_field_set.items()
            if (field := self.schema.get_field(of, selection[0].node.name.value))
        }

    def arguments_of(self, asked: Asked) -> dict[str, Any]:
        """The arguments as the method behind the field takes them."""
        made_from = _definition(asked.field)
        given = get_argument_values(asked.field, asked.node, self.variable_values, None, self.hide_suggestions)
        schema: strawberry.Schema = self.schema.extensions[GraphQLCoreConverter.DEFINITION_BACKREF]
        registry = schema.schema_converter.scalar_registry
        return convert_arguments(given, made_from.arguments if made_from else [], registry, schema.config)

    def type_of(
        self, value: Any, of: GraphQLAbstractType | GraphQLObjectType, asked: Asked, place: Place
    ) -> GraphQLObjectType:
        """The type of an object. Raise what graphql-core does where it is none that may stand here."""
        nodes = [details.node for details in asked.selection]
        info = self.build_resolve_info(asked.field, nodes, asked.owner, _path(place))
        if is_abstract_type(of):
            name = (of.resolve_type or self.type_resolver)(value, info, of)
            of = self.ensure_valid_runtime_type(name, of, asked.selection, info, value)
        own = cast(GraphQLObjectType, of)
        _refuse_others(own, value, info, asked.selection)
        return own

    def refuse_leaf(self, of: Any, value: Any) -> None:
        """Raise what graphql-core does where a value is none of this type."""
        self.complete_leaf_value(of, value)

    def fail(self, error: Exception, of: GraphQLOutputType, asked: Asked, place: Place) -> None:
        """Tell the error; raise it, located, where null may not stand in place of what has this type."""
        self.handle_field_error(error, of, asked.selection, _path(place))

    # What graphql-core calls.

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        begun, completed = self.begin_position(), None
        try:
            completed = super().execute_field(parent_type, source, field_details_list, path, position_context)
        finally:
            self.end_position(begun, completed)
        return completed

    def complete_list_item_value(  # noqa: PLR0913, PLR0917  # the arguments are graphql-core's
        self,
        item: Any,
        complete_results: list[Any],
        item_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        item_path: Path,
        position_context: Any,
    ) -> bool:
        begun, completed = self.begin_position(), None
        try:
            is_awaitable = super().complete_list_item_value(
                item, complete_results, item_type, field_details_list, info, item_path, position_context
            )
            completed = complete_results[-1]
        finally:
            self.end_position(begun, completed)
        return is_awaitable

    def complete_value(  # noqa: PLR0913, PLR0917  # likewise
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        arguments = (return_type, field_details_list, info, path, result, position_context)
        if path.prev is None and return_type is info.return_type:  # and is not what another type is not null of
            asked = Asked(
                info.parent_type,
                cast(GraphQLField, self.schema.get_field(info.parent_type, info.field_name)),
                field_details_list,
            )
            return self.complete_root(str(path.key), asked, result, partial(super().complete_value, *arguments))
        return super().complete_value(*arguments)

    def complete_object_value(  # noqa: PLR0913, PLR0917  # likewise
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        # graphql-core does it too, but then the object would have been counted already.
        _refuse_others(return_type, result, info, field_details_list)
        arguments = (return_type, field_details_list, info, path, result, position_context)
        return self.complete_object(return_type, partial(super().complete_object_value, *arguments))

    def handle_field_error(
        self,
        raw_error: Exception,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        path: Path,
    ) -> None:
        self.refuse(raw_error, len(self.collected_errors.errors))
        super().handle_field_error(raw_error, return_type, field_details_list, path)


def _refuse_others(
    of: GraphQLObjectType, value: Any, info: GraphQLResolveInfo[Any], selection: FieldDetailsList
) -> None:
    if of.is_type_of and not of.is_type_of(value, info):
        raise invalid_return_type_error(of, value, selection)


def _path(place: Place) -> Path:
    within, key, of = place
    return Path(_path(within) if within else None, key, of)
