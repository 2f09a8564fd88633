"""The only home of GraphQL that asks for everything: made from the schema, so a new field is in it at once."""

from graphql import (
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_composite_type,
)

from api.schema import schema
from api.types import PAGE_TYPES

SCHEMA = build_schema(schema.as_str())
TYPES = SCHEMA.type_map
PAGE_NAMES = {page_type.__name__ for page_type in PAGE_TYPES.values()}
ARGUMENTS = {"rendition": "(width: 400, ratio: square)", "srcSet": "(widths: [200, 400])"}
CARD = (
    "__typename id translationKey title path url locale requestedLocale isFallback ingress "
    "cardImage { alt rendition(width: 400) { url } }"
)


def everything(type_name: str) -> str:
    """The selection of every field of a type, of everything below it, and of other pages as cards."""
    return _selection(TYPES[type_name], pages_as_cards=False)


def _selection(of: GraphQLNamedType, *, pages_as_cards: bool) -> str:
    if pages_as_cards and (of.name == "Page" or of.name in PAGE_NAMES):
        return f"{{ {CARD} }}"
    if isinstance(of, GraphQLUnionType | GraphQLInterfaceType):
        members = SCHEMA.get_possible_types(of)
        parts = [f"... on {member.name} {_selection(member, pages_as_cards=pages_as_cards)}" for member in members]
        return f"{{ __typename {' '.join(parts)} }}"
    assert isinstance(of, GraphQLObjectType)
    # A menu's entries have entries below them, which have none.
    fields = [_field(name, get_named_type(field.type), of) for name, field in of.fields.items()]
    return f"{{ {' '.join(fields)} }}"


def _field(name: str, of: GraphQLNamedType, owner: GraphQLObjectType) -> str:
    if not is_composite_type(of):
        return name + ARGUMENTS.get(name, "")
    if of is owner:
        return f"{name} {{ label href page {{ path }} }}" if of.name == "NavigationItem" else f"{name} {{ {CARD} }}"
    return name + ARGUMENTS.get(name, "") + " " + _selection(of, pages_as_cards=True)
