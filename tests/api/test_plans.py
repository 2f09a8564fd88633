"""The only home of the claim that a plan is told from graphql-core's own way by nothing: errors, limits, who is asked."""

import json
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum

import pytest
import strawberry
from graphql import build_schema, parse
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from strawberry.extensions import ParserCache

from api import allowance, deadline
from api.execution import counting
from api.execution.executor import MOST_KEPT, Executor, plan_of, surveyed
from api.execution.json_text import written
from api.execution.strawberry_internals import core_schema
from api.execution.survey import survey
from api.schema import Schema
from tests.api import faulty_schema
from tests.api.faulty_schema import FAULTS, schema
from tests.api.site.random_queries import Document, documents

SCHEMA = build_schema(schema.as_str())
REAL = {"seed": range(50), "of": [1, 2], "first": [0, 1, 2], "text": ["wish"]}
DOCUMENTS = settings().max_examples * 10
MANY = 10_000_000


class Clock:
    """One that stands still until it has been read so often."""

    def __init__(self, readings: int) -> None:
        self.readings = readings

    def __call__(self) -> float:
        self.readings -= 1
        return 0.0 if self.readings >= 0 else MANY


def answered(document: Document, *, plans: bool, **limits: int) -> tuple[bytes, object, list[str]]:
    """The answer, what was counted of it, and who was asked for it."""
    faulty_schema.called.clear()
    with pytest.MonkeyPatch.context() as patch, allowance.granted():
        patch.setattr(Executor, "plans", plans)
        patch.setattr(allowance, "MOST_OBJECTS", limits.get("objects", MANY))
        patch.setattr(allowance, "MOST_PAGES", limits.get("pages", MANY))
        patch.setattr(allowance.current(), "_most_bytes", limits.get("size", MANY))
        patch.setattr(counting, "MOST_ERRORS", limits.get("errors", 100))
        patch.setattr(deadline, "clock", Clock(limits.get("readings", MANY)))
        result = schema.execute_sync(document.text, variable_values=document.variables)
        held = allowance.current().held
    errors = [error.formatted for error in result.errors or ()]
    return written({"data": result.data, "errors": errors}), held, [*faulty_schema.called]


def both_ways(document: Document, **limits: int) -> dict:
    planned = answered(document, plans=True, **limits)
    assert planned == answered(document, plans=False, **limits), document
    return json.loads(planned[0])


small = st.integers(1, 30)
limits = st.fixed_dictionaries(
    {},
    optional={
        "objects": small,
        "pages": small,
        "errors": st.integers(0, 5),
        "readings": small,
        "size": st.integers(11, 900),
    },
)


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level("CRITICAL")


@settings(max_examples=DOCUMENTS, suppress_health_check=[*HealthCheck], deadline=None)
@given(
    document=documents(REAL, SCHEMA, deepest=3),
    faults=st.lists(st.sampled_from([*FAULTS]), max_size=4),
    limits=st.just({}) | limits,
)
def test_any_document_is_answered_and_fails_as_by_graphql_core(document, faults, limits):
    faulty_schema.faults[:] = faults
    answer = both_ways(document, **limits)
    for code in {error["extensions"]["code"] for error in answer["errors"]} or {"no error"}:
        event(code)


# Every nullability of a field and of an item, with each thing that may go wrong there.
PLACES = """name maybeName colour number numbers table plain
  other { name } maybeOther { name } one { ... on Page { name } } stone { weight } maybeLeaf { name plain }
  pages { name } pagesWithGaps { name } maybePages { name } shelves { name }"""


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_at_each_place_is_told_where_it_is(fault):
    faulty_schema.faults[:] = [fault]
    places, nulls = set(), 0
    for seed in range(30):
        answer = both_ways(Document(f"{{ page(seed: {seed}) {{ {PLACES} }} pages(seed: {seed}) {{ {PLACES} }} }}"))
        places |= {str([step for step in error["path"] if isinstance(step, str)]) for error in answer["errors"]}
        nulls += json.dumps(answer["data"]).count("null")
    assert nulls > 20
    assert len(places) > 10, places


@pytest.mark.parametrize("fault", FAULTS)
def test_limit_that_is_reached_where_something_is_wrong_is_told_as_by_graphql_core(fault):
    faulty_schema.faults[:] = [fault]
    for seed in range(40):
        for objects in range(1, 5):
            text = f"{{ page(seed: {seed}) {{ maybeLeaf {{ plain }} stone {{ weight }} pages {{ maybeLeaf {{ plain }} }} }} }}"
            both_ways(Document(text), objects=objects)


def test_what_takes_more_than_its_object_is_asked_as_graphql_core_does():
    faulty_schema.faults.clear()
    text = """{ a: page(seed: 1) { stone { asked } } b: page(seed: 1) { name } ...R __schema { queryType { name } } }
      fragment R on Query { c: page(seed: 1) { stone { ... on Stone { ...S } } } d: numbers(seed: 1) e: page(seed: 1) { name } }
      fragment S on Stone { weight asked }"""
    answer = both_ways(Document(text))
    assert answer["data"]["a"] == {"stone": {"asked": "asked"}}
    assert answer["data"]["c"] == {"stone": {"weight": 1.5, "asked": "asked"}}
    operation, *fragments = parse(text).definitions
    found = survey(core_schema(schema), operation, {fragment.name.value: fragment for fragment in fragments})
    assert found.planned == {"b", "d", "e"}


def test_plan_is_the_same_for_all_but_those_whose_conditions_differ():
    text = """query ($yes: Boolean = true, $no: Boolean = false, $of: Int = 1) { page(seed: 3) {
      name @include(if: $yes) ...F @skip(if: $no) number(of: $of) } } fragment F on Page { colour @skip(if: $yes) plain }"""
    faulty_schema.faults.clear()
    answers = [
        both_ways(Document(text, {"yes": yes, "no": no, "of": of}))["data"]["page"]
        for yes in (True, False)
        for no in (True, False)
        for of in (1, 2)
    ]
    assert {tuple(answer) for answer in answers} == {
        ("name", "number"), ("name", "plain", "number"), ("number",), ("colour", "plain", "number"),
    }  # fmt: skip
    assert both_ways(Document(text, {"yes": None}))["errors"]


def test_arguments_of_one_request_are_none_of_the_next():
    faulty_schema.faults.clear()
    text = "query ($of: Int! = 5, $wish: Wish) { page(seed: 3) { a: number(of: $of, wish: $wish) b: number(of: 9) } }"
    for variables in ({"of": 1}, {"of": 2}, {}, {"wish": {"text": "x", "colours": ["RED"]}}, {"wish": None}):
        answer = both_ways(Document(text, variables))
        assert answer["data"]["page"] == {"a": variables.get("of", 5), "b": 9}
    assert both_ways(Document(text, {"of": None}))["data"] is None
    assert both_ways(Document(text, {"of": "many"}))["data"] is None


def test_list_that_a_resolver_changes_is_whole_in_the_next_request():
    @strawberry.type
    class Stack:
        @strawberry.field
        def top(self, of: list[int]) -> int:
            return of.pop()

    @strawberry.type
    class Query:
        stack: Stack = strawberry.field(resolver=Stack)

    stacks = Schema(query=Query, extensions=[ParserCache], execution_context_class=Executor)
    asked = [written(stacks.execute_sync("{ stack { top(of: [1, 2]) } }").data) for _ in range(3)]
    assert asked == [b'{"stack":{"top":2}}'] * 3


def test_equal_members_of_two_enums_are_told_by_their_own_names(monkeypatch):
    class One(StrEnum):
        a = "x"

    class Other(StrEnum):
        b = "x"

    of_one, of_other = strawberry.enum(One), strawberry.enum(Other)

    @strawberry.type
    class Both:
        one: of_one
        other: of_other
        wrong: of_one | None

    @strawberry.type
    class Query:
        both: Both = strawberry.field(resolver=lambda: Both(one=One.a, other=Other.b, wrong=Other.b))

    enums = Schema(query=Query, extensions=[ParserCache], execution_context_class=Executor)
    document = "{ both { one other wrong } }"
    planned = enums.execute_sync(document)
    monkeypatch.setattr(Executor, "plans", False)
    oracle = enums.execute_sync(document)
    assert [written(planned.data), str(planned.errors)] == [written(oracle.data), str(oracle.errors)]


def test_threads_share_a_plan():
    faulty_schema.faults[:] = ["fails", "null"]
    text = f"query ($seed: Int!) {{ pages(seed: $seed) {{ {PLACES} pages {{ {PLACES} }} }} }}"

    def ask(seed):
        return schema.execute_sync(text, variable_values={"seed": seed}).data

    plan_of.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(ask, [*range(20)] * 4))
    assert written(at_once) == written([ask(seed) for seed in range(20)] * 4)
    assert plan_of.cache_info().currsize == 1


def test_so_many_plans_are_kept_and_no_more():
    faulty_schema.faults.clear()
    plan_of.cache_clear()
    surveyed.cache_clear()
    for n in range(MOST_KEPT + 5):
        schema.execute_sync(f"{{ a{n}: page(seed: 3) {{ name }} }}")
    assert plan_of.cache_info().currsize == surveyed.cache_info().currsize == MOST_KEPT
    names = "abcdefgh"
    declared = ", ".join(f"${name}: Boolean!" for name in names)
    fields = " ".join(f"{name}: name @include(if: ${name})" for name in names)
    text = f"query ({declared}) {{ page(seed: 3) {{ {fields} }} }}"
    for combination in range(MOST_KEPT + 5):
        variables = {name: bool(combination & 1 << n) for n, name in enumerate(names)}
        assert len(json.loads(written(schema.execute_sync(text, variables).data))["page"]) == sum(variables.values())
    assert plan_of.cache_info().currsize == MOST_KEPT
