"""The only home of how fields are resolved: those without arguments by a plain call.

Strawberry prepares every call for arguments, extensions and context, which takes longer than most of these fields do.
An answer has hundreds of them.
"""

from collections.abc import Callable
from inspect import signature
from operator import attrgetter
from typing import Any, cast

from graphql import GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

Resolver = Callable[[Any, GraphQLResolveInfo[Any]], Any]


def resolve_plainly(schema: GraphQLSchema) -> None:
    """Replace the resolvers of all fields that need nothing but the object they are on."""
    for of in schema.type_map.values():
        if not isinstance(of, GraphQLObjectType):
            continue
        for field in of.fields.values():
            made_from = (field.extensions or {}).get(GraphQLCoreConverter.DEFINITION_BACKREF)
            if isinstance(made_from, StrawberryField) and (resolver := plain_resolver(made_from)):
                field.resolve = resolver


def plain_resolver(field: StrawberryField) -> Resolver | None:
    """A resolver that only takes the object; None where the field needs more than that."""
    if field.extensions or field.permission_classes:
        return None
    if field.base_resolver is None:
        get = attrgetter(field.python_name)
        return lambda source, _: get(source)
    function = cast(Callable[[Any], Any], field.base_resolver.wrapped_func)
    if list(signature(function).parameters) != ["self"]:
        return None
    return lambda source, _: function(source)
