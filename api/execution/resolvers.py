"""The only home of how fields are resolved: those without arguments by a plain call.

Strawberry prepares every call for arguments, extensions and context, which takes longer than most of these fields do.
An answer has hundreds of them.
"""

from collections.abc import Callable
from functools import partial
from inspect import signature
from operator import attrgetter
from typing import Any, cast

from graphql import GraphQLField, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

Getter = Callable[[Any], Any]
METHOD, GETTER = "method", "getter"  # where a field of the schema keeps them


def resolve_plainly(schema: GraphQLSchema) -> None:
    """Replace the resolvers of all fields that need nothing but the object they are on."""
    for of in schema.type_map.values():
        if isinstance(of, GraphQLObjectType):
            for field in of.fields.values():
                method = _method_of(field)
                read = _plain_getter(field, method)
                field.extensions = {**field.extensions, METHOD: method, GETTER: read}
                if read:
                    field.resolve = partial(_resolve, read)


def _resolve(read: Getter, source: Any, _: GraphQLResolveInfo[Any]) -> Any:
    return read(source)


def plain_getter(field: GraphQLField) -> Getter | None:
    """How the field of an object is had; None where that takes more than the object."""
    return cast(Getter | None, field.extensions[GETTER])


def _plain_getter(field: GraphQLField, method: Callable[..., Any] | None) -> Getter | None:
    made_from = definition_of(field)
    if made_from is None or made_from.extensions or made_from.permission_classes:
        return None
    if made_from.base_resolver is None:
        return attrgetter(made_from.python_name)
    return method if method and not made_from.arguments else None


def method_of(field: GraphQLField) -> Callable[..., Any] | None:
    """The method behind a field, where it takes the object and arguments of the schema, and nothing else."""
    return cast(Callable[..., Any] | None, field.extensions[METHOD])


def _method_of(field: GraphQLField) -> Callable[..., Any] | None:
    made_from = definition_of(field)
    if made_from is None or made_from.base_resolver is None or made_from.extensions or made_from.permission_classes:
        return None
    function = cast(Callable[..., Any], made_from.base_resolver.wrapped_func)
    known = {"self", *(argument.python_name for argument in made_from.arguments)}
    return function if set(signature(function).parameters) == known else None


def definition_of(field: GraphQLField) -> StrawberryField | None:
    """What strawberry made the field from."""
    made_from = (field.extensions or {}).get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return made_from if isinstance(made_from, StrawberryField) else None
