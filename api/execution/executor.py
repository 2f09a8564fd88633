"""The only home of choosing how a request is answered: by a plan where there is one, else as graphql-core does.

The choice is made before anything is resolved, and for each root field. Plans are kept for all requests of a process,
as many as were used last.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from graphql import GraphQLSchema, OperationDefinitionNode

from api.context import Context
from api.execution.kept_documents import MOST_KEPT
from api.execution.plans import Plan, Run
from api.execution.strawberry_internals import Asked, readers_of
from api.execution.survey import Fragments, Survey, survey


class Operation:
    """An operation as it was parsed: it, and none that says the same. So nobody has to compare documents."""

    def __init__(self, schema: GraphQLSchema, node: OperationDefinitionNode, fragments: Fragments) -> None:
        self.schema, self.node, self.fragments = schema, node, fragments

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Operation) and self.node is other.node and self.schema is other.schema

    def __hash__(self) -> int:
        return id(self.node)


@lru_cache(maxsize=MOST_KEPT)
def surveyed(operation: Operation) -> Survey:
    return survey(operation.schema, operation.node, operation.fragments)


@lru_cache(maxsize=MOST_KEPT)
def plan_of(operation: Operation, conditions: tuple[Any, ...]) -> Plan:
    """The plan for those whose variables have these values, where they are conditions."""
    return Plan(readers_of(operation.schema), surveyed(operation).planned)


class Executor(Run):
    plans = True  # else everything is answered as graphql-core does, by which tests compare

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        operation = Operation(self.schema, self.operation, self.fragment_definitions)
        if isinstance(self.context_value, Context):
            self.context_value.fields = surveyed(operation).fields
        self._plan = self._find_plan(operation) if self.plans and not self.is_watched else None

    def _find_plan(self, operation: Operation) -> Plan:
        values = self.variable_values.coerced
        return plan_of(operation, tuple(values.get(name) for name in surveyed(operation).conditions))

    def complete_root(self, name: str, asked: Asked, value: Any, complete: Callable[[], Any]) -> Any:
        plan = self._plan
        if plan is None or name not in plan.names:
            return super().complete_root(name, asked, value, complete)
        return super().complete_root(name, asked, value, lambda: plan.complete(self, name, asked, value))
