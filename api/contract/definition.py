"""The only home of what the code says of the contract that frontends rely on: the schema as SDL."""

from graphql import lexicographic_sort_schema, parse, print_schema
from graphql.utilities import build_ast_schema

from api.schema import schema


def schema_definition() -> str:
    """The whole schema in GraphQL's schema definition language, sorted by name, with all descriptions."""
    return print_schema(lexicographic_sort_schema(build_ast_schema(parse(schema.as_str())))) + "\n"
