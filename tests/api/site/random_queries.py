"""The only home of random GraphQL documents: whatever a schema allows, with arguments that are real, odd or missing.

What is given stands in the document, in a variable, or in a variable's default.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_required_argument,
)
from hypothesis import strategies as st

from tests.api.everything import SCHEMA

Draw = Callable[[st.SearchStrategy[Any]], Any]
Real = Mapping[str, Sequence[Any]]  # by the name of an argument or of a filter's field, what the site has for it

DEEPEST = 6
MOST_FIELDS = 5  # of one selection
ODD_TEXTS = [
    "",
    " ",
    "\x00",
    "\ud800",
    "😀",
    "%00",
    "..",
    "//",
    "'",
    '"',
    "\\",
    "%",
    "_",
    "{0}",
    "a" * 201,
    "&|!()<->:*",
]
INTEGERS = [0, 1, 2, 3, 13, 17, 100, 101, 200, 2024, -1, 2**31 - 1, -(2**31)]
FLOATS = [0, -0.0, 24.5, 25.5, 60, 61.5, -90, 90, 180, -180, 181, 1e308]


@dataclass
class Document:
    """A document with its variables, and what it has that may cost statements."""

    text: str = ""
    variables: dict[str, Any] = field(default_factory=dict)
    roots: int = 0
    lists: int = 0  # fields with arguments below the roots: each may ask for something else


@st.composite
def documents(draw: Draw, real: Real, schema: GraphQLSchema = SCHEMA, deepest: int = DEEPEST) -> Document:
    """A valid document of one operation."""
    writer = Writer(draw, real, schema)
    kind = draw(st.sampled_from(["query"] * 9 + ["mutation"])) if schema.mutation_type else "query"
    root = schema.query_type if kind == "query" else schema.mutation_type
    assert root
    document = writer.document
    selection = writer.selection(root, deepest)
    declared = ", ".join(f"${name}: {of}{writer.defaults.get(name, '')}" for name, of in writer.types.items())
    operation = f"{kind} Random{f'({declared})' if declared else ''} {selection}"
    document.text = "\n".join([operation, *writer.fragments])
    return document


class Writer:
    def __init__(self, draw: Draw, real: Real, schema: GraphQLSchema) -> None:
        self.draw, self.real, self.schema = draw, real, schema
        self.document = Document()
        self.types: dict[str, GraphQLInputType] = {}
        self.defaults: dict[str, str] = {}
        self.fragments: list[str] = []
        self.aliases = 0

    def selection(self, of: Any, depth: int) -> str:
        if isinstance(of, GraphQLUnionType):
            return f"{{ __typename {self.members(of, depth)} }}"
        possible = {
            name: one for name, one in of.fields.items() if depth or not is_composite_type(get_named_type(one.type))
        }
        if not possible:
            return "{ __typename }"
        names = self.draw(st.lists(st.sampled_from(sorted(possible)), min_size=1, max_size=MOST_FIELDS))
        parts = [self.field(name, possible[name], of, depth - 1) for name in names]
        if isinstance(of, GraphQLInterfaceType) and depth:
            parts.append(self.members(of, depth))
        return f"{{ {' '.join(parts)} }}"

    def members(self, of: GraphQLInterfaceType | GraphQLUnionType, depth: int) -> str:
        members = sorted(self.schema.get_possible_types(of), key=lambda member: member.name)
        chosen = self.draw(st.lists(st.sampled_from(members), max_size=3, unique_by=lambda member: member.name))
        return " ".join(self.fragment(member, depth) for member in chosen)

    def fragment(self, of: GraphQLObjectType, depth: int) -> str:
        selection = self.selection(of, depth)
        if not self.draw(st.booleans()):
            return f"... on {of.name}{self.directive()} {selection}"
        name = f"fragment{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {of.name} {selection}")
        return f"...{name}{self.directive()}"

    def field(self, name: str, one: GraphQLField, owner: Any, depth: int) -> str:
        """Fields with arguments get a name of their own, since the same field with other arguments may be beside them."""
        is_root = owner in (self.schema.query_type, self.schema.mutation_type)
        arguments = self.arguments(one.args)
        if is_root:
            self.document.roots += 1
        elif one.args:
            self.document.lists += 1
        alias = self.alias() if is_root or one.args else ""
        of = get_named_type(one.type)
        selection = f" {self.selection(of, depth)}" if is_composite_type(of) else ""
        return f"{alias}{name}{arguments}{self.directive()}{selection}"

    def alias(self) -> str:
        self.aliases += 1
        return f"a{self.aliases}: "

    def directive(self) -> str:
        kind = self.draw(st.sampled_from(["", "", "", "", "", "", "", "", "include", "skip"]))
        return f" @{kind}(if: {self.given(GraphQLNonNull(GraphQLBoolean), 'if')})" if kind else ""

    def arguments(self, of: Mapping[str, GraphQLArgument]) -> str:
        given = [name for name, one in of.items() if is_required_argument(one) or self.draw(st.integers(0, 2)) == 0]
        pairs = ", ".join(f"{name}: {self.given(of[name].type, name)}" for name in given)
        return f"({pairs})" if pairs else ""

    def given(self, of: GraphQLInputType, name: str) -> str:
        """A value where the document has one."""
        value, kind = self.value(of, name), self.draw(st.sampled_from(["variable", "literal", "default", "overridden"]))
        literal = self.literal(of, value)
        if literal is None:
            kind = "variable"
        if kind == "literal":
            return str(literal)
        variable = f"v{len(self.types)}"
        self.types[variable] = of
        if kind != "variable":
            self.defaults[variable] = f" = {literal}"
        if kind != "default":
            self.document.variables[variable] = value if kind == "variable" else self.value(of, name)
        return f"${variable}"

    def literal(self, of: Any, value: Any) -> str | None:
        """A value as a document spells it; None where it has half of a surrogate pair, which no document has."""
        if isinstance(of, GraphQLNonNull):
            return self.literal(of.of_type, value)
        if isinstance(value, list):
            items = [self.literal(of.of_type, item) for item in value]
            return None if None in items else f"[{', '.join(map(str, items))}]"
        if isinstance(value, dict):
            fields = {name: self.literal(of.fields[name].type, child) for name, child in value.items()}
            return None if None in fields.values() else f"{{{', '.join(f'{name}: {fields[name]}' for name in fields)}}}"
        if isinstance(value, str) and value.encode(errors="ignore").decode() != value:
            return None
        return str(value) if isinstance(of, GraphQLEnumType) and value is not None else json.dumps(value)

    def value(self, of: GraphQLInputType, name: str) -> Any:
        if isinstance(of, GraphQLNonNull):
            return self.plain_value(of.of_type, name)
        return None if self.draw(st.integers(0, 4)) == 0 else self.plain_value(of, name)

    def plain_value(self, of: Any, name: str) -> Any:
        if isinstance(of, GraphQLList):
            return [self.value(of.of_type, name) for _ in range(self.draw(st.integers(0, 3)))]
        if isinstance(of, GraphQLInputObjectType):
            given = [
                key
                for key, one in of.fields.items()
                if isinstance(one.type, GraphQLNonNull) or self.draw(st.integers(0, 3)) == 0
            ]
            return {key: self.value(of.fields[key].type, key) for key in given}
        if isinstance(of, GraphQLEnumType):
            return self.draw(st.sampled_from(sorted(of.values)))
        return self.draw(self.scalars(of.name, name))

    def scalars(self, kind: str, name: str) -> st.SearchStrategy[Any]:
        if kind == "Boolean":
            return st.booleans()
        real = st.sampled_from(self.real[name]) if self.real.get(name) else st.nothing()
        if kind == "Int":
            return real | real | st.sampled_from(INTEGERS)
        if kind == "Float":
            return st.sampled_from(FLOATS)
        odd = st.sampled_from(ODD_TEXTS) | st.text(st.characters(exclude_categories=[]), max_size=20)
        every = st.sampled_from([text for texts in self.real.values() for text in texts if isinstance(text, str)])
        return real | real | real | every | odd
