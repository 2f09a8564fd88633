"""The only home of plans: the way through a document, worked out once and kept for all who ask the same.

graphql-core finds its way anew for every object of every request: which fields are asked of its type, how each is had,
with which arguments, and what becomes of the value. A plan has found it, for each type that came by, and only goes it.
What it answers is what graphql-core answers, byte for byte, errors too.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any

from graphql import (
    GraphQLAbstractType,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLError,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLString,
    ListValueNode,
    ObjectValueNode,
    VariableNode,
    is_leaf_type,
)

from api.execution.counting import COMMA, CountingExecutor, number_of_pages
from api.execution.json_text import Part, written
from api.execution.strawberry_internals import (
    Asked,
    Place,
    Readers,
    Undefined,
    has_one_type,
    is_iterable,
    is_told_by_class,
)

UNCHANGEABLE = (str, int, float, Enum, type(None))
# What graphql-core answers with the very value that it is given.
FOUR_BYTES = range(-(2**31), 2**31)
TOLD_AS_THEY_ARE: dict[Any, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool}


class Run(CountingExecutor):
    """One answer that plans are gone for. What differs between requests is here, and nothing of it in a plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arguments: dict[Arguments, dict[str, Any]] = {}


Complete = Callable[[Run, Any, Place], Any]
Step = tuple[str, Callable[..., Any], "Arguments | None", Complete, Asked]


class Arguments:
    """The arguments of a field at one place: the same for all objects there."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._is_constant = not any(_has_variables(argument.value) for argument in asked.node.arguments or ())
        self._kept: dict[str, Any] | None = None

    def of(self, run: Run) -> dict[str, Any]:
        if self not in run.arguments:
            run.arguments[self] = self._for_a_request(run)
        return run.arguments[self]

    def _for_a_request(self, run: Run) -> dict[str, Any]:
        """What a resolver could change is never shared between requests."""
        if self._kept is not None:
            return {name: [*value] if isinstance(value, list) else value for name, value in self._kept.items()}
        made = run.arguments_of(self._asked)
        if self._is_constant and all(map(_can_be_copied, made.values())):
            self._kept = made
            return self._for_a_request(run)
        return made


def _can_be_copied(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(item, UNCHANGEABLE) for item in items)


def _has_variables(value: Any) -> bool:
    if isinstance(value, ListValueNode):
        return any(map(_has_variables, value.values))
    if isinstance(value, ObjectValueNode):
        return any(_has_variables(field.value) for field in value.fields)
    return isinstance(value, VariableNode)


class Position:
    """Where a field stands: how its values are completed."""

    def __init__(self, readers: Readers, asked: Asked) -> None:
        self.readers, self.asked = readers, asked
        self.complete = self._of_type(asked.field.type)

    def _of_type(self, of: GraphQLOutputType) -> Complete:
        message = ""
        if isinstance(of, GraphQLNonNull):
            of, message = of.of_type, f"Cannot return null for non-nullable field {self.asked.owner}.{self.asked.name}."
        present, told_as_it_is = self._present(of), TOLD_AS_THEY_ARE.get(of)

        def complete(run: Run, value: Any, place: Place) -> Any:
            if type(value) is told_as_it_is:
                return value
            if isinstance(value, Exception):
                raise value
            if value is not None and value is not Undefined:
                return present(run, value, place)
            if message:
                raise TypeError(message)
            return None

        return complete

    def _present(self, of: Any) -> Complete:
        if isinstance(of, GraphQLList):
            return self._list(of.of_type)
        if is_leaf_type(of):
            return _leaf(of)
        return Selection(self, of).complete if has_one_type(of) else Selections(self, of).complete

    def _list(self, of: GraphQLOutputType) -> Complete:
        complete, asked = self._of_type(of), self.asked
        message = f"Expected Iterable, but did not find one for field '{asked.owner}.{asked.name}'."

        def complete_list(run: Run, values: Any, place: Place) -> list[Any]:
            if not is_iterable(values):
                raise GraphQLError(message)
            begun, completed = run.allowance.held, []
            try:
                for index, value in enumerate(values):
                    here = (place, index, None)
                    try:
                        completed.append(complete(run, value, here))
                    except Exception as error:  # noqa: BLE001  # whatever it is, it is told where it is
                        run.fail(error, of, asked, here)
                        completed.append(None)
            except Exception:
                run.allowance.give_back(begun)
                raise
            return completed

        return complete_list


def _leaf(of: Any) -> Complete:
    if of is GraphQLInt:
        return _int
    if isinstance(of, GraphQLEnumType):
        return _enum(of)
    return _coerced(of)


def _int(run: Run, value: Any, place: Place) -> Any:
    return value if type(value) is int and value in FOUR_BYTES else _coerced_int(run, value, place)


def _enum(of: GraphQLEnumType) -> Complete:
    """Members have one name each."""
    coerced, names = _coerced(of), dict[tuple[type, Enum], Any]()

    def complete_enum(run: Run, value: Any, place: Place) -> Any:
        if not isinstance(value, Enum):
            return coerced(run, value, place)
        key = type(value), value  # members of different enums may be equal
        if key not in names:
            names[key] = coerced(run, value, place)
        return names[key]

    return complete_enum


def _coerced(of: Any) -> Complete:
    coerce = of.coerce_output_value

    def complete_leaf(run: Run, value: Any, _: Place) -> Any:
        coerced = coerce(value)
        if coerced is None or coerced is Undefined:
            run.refuse_leaf(of, value)
        return coerced

    return complete_leaf


_coerced_int = _coerced(GraphQLInt)


class Selections:
    """What is asked of the objects at a position, each by its own type."""

    def __init__(self, position: Position, of: GraphQLAbstractType | GraphQLObjectType) -> None:
        self._position, self._of = position, of
        self._by_type: dict[str, Selection] = {}
        self._by_class: dict[type, Selection] = {}

    def complete(self, run: Run, value: Any, place: Place) -> Part:
        selection = self._by_class.get(type(value)) or self._find(run, value, place)
        return selection.complete(run, value, place)

    def _find(self, run: Run, value: Any, place: Place) -> "Selection":
        of = run.type_of(value, self._of, self._position.asked, place)
        selection = self._by_type.setdefault(of.name, Selection(self._position, of))
        if is_told_by_class(value, of):
            self._by_class[type(value)] = selection
        return selection


class Selection:
    """What is asked of the objects of one type at a position."""

    def __init__(self, position: Position, of: GraphQLObjectType) -> None:
        self._position, self._of, self._pages = position, of, number_of_pages(of)
        self._steps: list[Step] | None = None

    def complete(self, run: Run, source: Any, place: Place) -> Part:
        allowance, own_type = run.allowance, self._of.name
        begun = allowance.begin(self._pages)
        try:
            answer = {}
            for name, get, arguments, complete, asked in self._find_steps(run) if self._steps is None else self._steps:
                here = (place, name, own_type)
                try:
                    value = get(source) if arguments is None else get(source, **arguments.of(run))
                    answer[name] = complete(run, value, here)
                except Exception as error:  # noqa: BLE001  # likewise
                    run.fail(error, asked.field.type, asked, here)
                    answer[name] = None
            text = written(answer)
            allowance.end(begun, len(text) + COMMA)
        except Exception:
            allowance.give_back(begun)
            raise
        return Part(text)

    def _find_steps(self, run: Run) -> list[Step]:
        asked = run.fields_of(self._of, self._position.asked)
        self._steps = steps = [self._step(name, field) for name, field in asked.items()]
        return steps

    def _step(self, name: str, asked: Asked) -> Step:
        readers = self._position.readers
        complete, own_type = Position(readers, asked).complete, self._of.name
        if asked.name == "__typename":
            return name, lambda _: own_type, None, complete, asked
        get, takes_arguments = readers[own_type][asked.name]
        return name, get, Arguments(asked) if takes_arguments else None, complete, asked


class Plan:
    """The way through an operation from those of its root fields that have `names` in the answer."""

    def __init__(self, readers: Readers, names: frozenset[str]) -> None:
        self._readers, self.names = readers, names
        self._positions: dict[str, Position] = {}

    def complete(self, run: Run, name: str, asked: Asked, value: Any) -> Any:
        position = self._positions.get(name)
        if position is None:
            position = self._positions[name] = Position(self._readers, asked)
        return position.complete(run, value, (None, name, asked.owner.name))
