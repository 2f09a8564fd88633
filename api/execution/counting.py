"""The only home of counting what an answer holds: each object where it is put into the answer, and written at once.

What a field is too much for is null with its error, or what it stands in; and then counts for nothing. An answer with
too many errors is none.
"""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLError, GraphQLObjectType

from api import allowance
from api.allowance import Held
from api.client_errors import AnswerTooLargeError
from api.execution.json_text import Part, written
from api.execution.strawberry_internals import Asked, CoreExecutor

MOST_ERRORS = 100
NAME = len('"":,')
COMMA = len(",")


class TooManyErrorsError(GraphQLError):
    def __init__(self) -> None:
        refusal = AnswerTooLargeError(f"has more than {MOST_ERRORS} errors")
        super().__init__(str(refusal), extensions={"code": refusal.code})


def number_of_pages(of: GraphQLObjectType) -> int:
    """How many pages an object of this type is."""
    return int(any(interface.name == "Page" for interface in of.interfaces))


class CountingExecutor(CoreExecutor):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowance = allowance.current()

    def begin_position(self) -> Held:
        return self.allowance.held

    def end_position(self, begun: Held, completed: Any) -> None:
        if completed is None:
            self.allowance.give_back(begun)

    def complete_object(self, of: GraphQLObjectType, complete: Callable[[], Any]) -> Part:
        begun = self.allowance.begin(number_of_pages(of))
        text = written(complete())
        self.allowance.end(begun, len(text) + COMMA)
        return Part(text)

    def complete_root(self, name: str, asked: Asked, value: Any, complete: Callable[[], Any]) -> Part | None:
        begun = self.allowance.held
        completed = complete()
        if completed is None:
            return None
        text = written(completed)
        self.allowance.end(begun, len(name) + NAME + len(text))
        return Part(text)

    def refuse(self, error: Exception, told: int) -> None:
        if isinstance(error, TooManyErrorsError):
            raise error
        if told >= MOST_ERRORS:
            raise TooManyErrorsError
