"""The only home of which names the schema has: those of the sketch (sketch.graphql), and a description for each."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLUnionType,
    Undefined,
    build_schema,
    get_named_type,
    is_introspection_type,
    is_specified_scalar_type,
)

from api.schema import schema

SKETCH = build_schema((Path(__file__).parent / "sketch.graphql").read_text()).type_map
PRINTED = build_schema(schema.as_str())
SCHEMA = {name: of for name, of in PRINTED.type_map.items() if not is_introspection_type(of)}


def fields_of(of: GraphQLNamedType) -> dict[str, str]:
    """Each field with its type, its arguments with their types and defaults."""
    fields = getattr(of, "fields", {})
    if isinstance(of, GraphQLInputObjectType):
        return {name: f"{field.type}{default(field)}" for name, field in fields.items()}
    return {name: f"({', '.join(sorted(arguments(field)))}): {field.type}" for name, field in fields.items()}


def arguments(field) -> list[str]:
    return [f"{name}: {argument.type}{default(argument)}" for name, argument in field.args.items()]


def default(argument) -> str:
    """A default of null is the same as none."""
    return "" if argument.default_value in (None, Undefined) else f" = {argument.default_value}"


def shape(of: GraphQLNamedType) -> dict[str, object]:
    values = set(of.values) if isinstance(of, GraphQLEnumType) else set()
    members = {member.name for member in of.types} if isinstance(of, GraphQLUnionType) else set()
    return {
        "kind": type(of).__name__,
        "fields": fields_of(of),
        "interfaces": {interface.name for interface in getattr(of, "interfaces", [])},
        "values": values,
        "members": members,
    }


def test_schema_has_every_type_of_the_sketch():
    assert {name for name, of in SKETCH.items() if not is_introspection_type(of)} <= SCHEMA.keys()


@pytest.mark.parametrize("name", sorted(SKETCH.keys() & SCHEMA.keys()))
def test_type_is_as_it_is_sketched(name):
    sketched, made = shape(SKETCH[name]), shape(SCHEMA[name])
    wanted, have = sketched.pop("fields"), made.pop("fields")
    other = [
        f"{name}.{field} is {have.get(field, 'not there')}, and sketched as {sketch}"
        for field, sketch in wanted.items()
        if have.get(field) != sketch
    ]
    assert other == [], f"Write in tests/api/sketch.graphql what is meant:\n{chr(10).join(other)}"
    for further in ("interfaces", "values", "members"):
        assert sketched.pop(further) <= made.pop(further), f"tests/api/sketch.graphql has other {further} of {name}"
    assert made == sketched, f"tests/api/sketch.graphql has {name} otherwise"


@pytest.mark.parametrize("name", sorted(SCHEMA))
def test_everything_has_a_description(name):
    of = SCHEMA[name]
    parts = {name: of}
    for field_name, field in getattr(of, "fields", {}).items():
        parts[f"{name}.{field_name}"] = field
        parts |= {f"{name}.{field_name}({argument})": made for argument, made in getattr(field, "args", {}).items()}
    if isinstance(of, GraphQLEnumType):
        parts |= {f"{name}.{value}": made for value, made in of.values.items()}
    assert [where for where, part in parts.items() if not part.description] == []


def test_no_two_blocks_share_a_field_name_with_different_types():
    block = SCHEMA["Block"]
    types_of: dict[str, set[str]] = {}
    for block_type in PRINTED.get_possible_types(block):
        for name, field in block_type.fields.items():
            types_of.setdefault(name, set()).add(str(field.type))
    assert {name: types for name, types in types_of.items() if len(types) > 1} == {}


def test_json_has_a_type_everywhere_but_where_schema_org_defines_it():
    scalars = {
        of.name for of in SCHEMA.values() if isinstance(of, GraphQLScalarType) and not is_specified_scalar_type(of)
    }
    in_json = [
        f"{of.name}.{name}"
        for of in SCHEMA.values()
        for name, field in getattr(of, "fields", {}).items()
        if get_named_type(field.type).name == "JSON"
    ]
    assert in_json == ["Seo.jsonLd"]
    assert scalars == {"Date", "DateTime", "Decimal", "JSON", "PartialDate", "RichTextDocument"}


def test_what_has_an_id_is_a_node():
    with_id = {of.name for of in SCHEMA.values() if "id" in getattr(of, "fields", {})}
    blocks = {of.name for of in PRINTED.get_possible_types(SCHEMA["Block"])} | {"Block"}
    nodes = {of.name for of in PRINTED.get_possible_types(SCHEMA["Node"])} | {"Node", "Page"}
    assert with_id == blocks | nodes


def test_text_is_never_null():
    nullable = {
        f"{name}.{field_name}"
        for name, of in SCHEMA.items()
        if isinstance(of, GraphQLObjectType)
        for field_name, field in of.fields.items()
        if str(field.type) == "String" and get_named_type(field.type).name == "String"
    }
    assert nullable == {
        "ArticleEdge.highlight", "CallToActionBlock.href", "CaseEdge.highlight", "Funding.currency", "Funding.projectCode", "Image.placeholder", "KeyFigure.sourceUrl",
        "NavigationItem.href", "Organisation.website", "PageInfo.endCursor", "PageInfo.startCursor", "Person.email",
        "Person.phone", "SearchEdge.highlight", "UnlockPagePayload.token",
    }  # fmt: skip
