"""The only home of how a part of a list is asked for: by Relay's four arguments, on every field that is `windowed`.

See https://relay.dev/graphql/connections.htm#sec-Arguments.
"""

from collections.abc import Callable
from functools import partial, wraps
from inspect import Parameter, signature
from typing import Annotated, Any, TypeVar

import strawberry

from api.reading.lists.window import Order, Window

FirstArgument = Annotated[
    int | None,
    strawberry.argument(description="How many from the start, 0 to 100; 20 where neither first nor last is given."),
]
AfterArgument = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
LastArgument = Annotated[int | None, strawberry.argument(description="How many from the end, 0 to 100.")]
BeforeArgument = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor.")]

ARGUMENTS = {"first": FirstArgument, "after": AfterArgument, "last": LastArgument, "before": BeforeArgument}
PARAMETERS = [Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=of) for name, of in ARGUMENTS.items()]

# The window that was asked for, once its order is known. Raises BadInputError where there can be none.
WindowIn = Callable[[Order], Window]

Made = TypeVar("Made")


def windowed(method: Callable[..., Made]) -> Callable[..., Made]:
    """A field with these arguments, whose method takes `window_in` in place of them.

    No extension of strawberry's, which would have to be asked at each object: what is plainly a method, a plan calls.
    """

    @wraps(method)
    def field(
        *arguments: Any,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        **others: Any,
    ) -> Made:
        window_in = partial(Window.of, first=first, after=after, last=last, before=before)
        return method(*arguments, window_in=window_in, **others)

    own = signature(method)
    others = [parameter for parameter in own.parameters.values() if parameter.name != "window_in"]
    # What strawberry reads a field's arguments from.
    vars(field)["__signature__"] = own.replace(parameters=[*others, *PARAMETERS])
    return field
