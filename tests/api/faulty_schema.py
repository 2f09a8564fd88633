"""The only home of a schema with fields at every position, any of which may fail in any way, the same way each time.

What a field has depends on where the object came from and on the arguments alone. `called` notes who was asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from random import Random as Dice
from typing import Annotated, Any, ClassVar

import strawberry
from graphql import GraphQLError
from strawberry.extensions import ParserCache

from api.execution.executor import Executor
from api.schema import Schema

called: list[str] = []
faults: list[str] = []  # what may go wrong in this answer


def nothing_wrong(have: Callable[[], Any], _: str) -> Any:
    return have()


def fails(_: Callable[[], Any], name: str) -> Any:
    raise ValueError(f"{name} fails")


def refuses(_: Callable[[], Any], name: str) -> Any:
    raise GraphQLError(f"{name} refuses", extensions={"code": "BAD_USER_INPUT"})


def ends_early(have: Callable[[], Any], name: str) -> Any:
    """A list that fails in its middle."""
    values = have()

    def some() -> Iterator[Any]:
        yield from values[:1] if isinstance(values, list) else []
        raise ValueError(f"{name} ends")

    return some()


FAULTS: dict[str, Callable[[Callable[[], Any], str], Any]] = {
    "fails": fails,
    "refuses": refuses,
    "ends": ends_early,
    "null": lambda _, __: None,
    "error": lambda _, name: KeyError(name),
    "nonsense": lambda _, __: object(),
    "text": lambda _, __: "text",
}


@dataclass
class Origin:
    """Where an object came from."""

    way: str

    def take(self, name: str, make: Callable[[Dice, Callable[[str], "Origin"]], Any]) -> Any:
        way = f"{self.way}.{name}"
        called.append(way)
        return chance(way, lambda: make(dice(way), lambda part: Origin(f"{way}{part}")))


def dice(way: str) -> Dice:
    return Dice(way)  # noqa: S311  # keeps no secret, and falls the same way each time


def chance(way: str, have: Callable[[], Any]) -> Any:
    """What there is, or one time in six something that goes wrong."""
    random = dice(f"chance {way}")
    fault = random.choice(faults) if faults and random.random() < 1 / 6 else ""
    return FAULTS.get(fault, nothing_wrong)(have, way)


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@strawberry.input
class Wish:
    text: str = "none"
    colours: list[Colour] = field(default_factory=list)


@strawberry.interface
class Page:
    origin: strawberry.Private[Origin]
    plain: int | None = None
    TEXT: ClassVar[str] = "page"

    @strawberry.field
    def name(self) -> str:
        return self.origin.take("name", lambda *_: self.TEXT)

    @strawberry.field
    def maybe_name(self) -> str | None:
        return self.origin.take("maybeName", lambda *_: self.TEXT)

    @strawberry.field
    def colour(self) -> Colour:
        return self.origin.take("colour", lambda random, _: random.choice([*Colour]))

    @strawberry.field
    def number(self, of: int = 1, wish: Wish | None = None) -> int | None:
        return self.origin.take(f"number({of}, {wish})", lambda *_: of)

    @strawberry.field
    def numbers(self) -> list[int | None] | None:
        return self.origin.take("numbers", lambda *_: [1, None, 3])

    @strawberry.field
    def table(self) -> list[list[int]]:
        return self.origin.take("table", lambda *_: [[1], [], [2, 3]])

    @strawberry.field
    def other(self) -> "Page":
        return self.origin.take("other", lambda random, make: some_page(random, make("")))

    @strawberry.field
    def maybe_other(self) -> "Page | None":
        return self.origin.take("maybeOther", lambda random, make: some_page(random, make("")))

    @strawberry.field
    def one(self) -> "Either | None":
        return self.origin.take("one", lambda random, make: some_page(random, make("")))

    @strawberry.field
    def stone(self) -> "Stone":
        return self.origin.take("stone", lambda _, make: Stone(origin=make("")))

    @strawberry.field
    def maybe_leaf(self, first: int = 2) -> "Leaf | None":
        return self.origin.take(f"maybeLeaf({first})", lambda _, make: Leaf(origin=make(""), plain=first))

    @strawberry.field
    def pages(self, first: int = 2) -> "list[Page]":
        return self.origin.take(f"pages({first})", some_pages(first))

    @strawberry.field
    def pages_with_gaps(self) -> "list[Page | None]":
        return self.origin.take("pagesWithGaps", some_pages(2))

    @strawberry.field
    def maybe_pages(self) -> "list[Page] | None":
        return self.origin.take("maybePages", some_pages(2))

    @strawberry.field
    def shelves(self) -> "list[list[Page | None] | None]":
        return self.origin.take("shelves", lambda random, make: [shelf(random, make, n) for n in range(2)])


@strawberry.type
class Leaf(Page):
    TEXT: ClassVar[str] = "leaf"


@strawberry.type
class Branch(Page):
    @strawberry.field
    def name(self) -> str:
        return self.origin.take("name", lambda *_: "branch")

    @strawberry.field
    def bark(self) -> str | None:
        return self.origin.take("bark", lambda *_: "rough")


@strawberry.type
class Twig(Branch):
    """Of a class below another one that has a type."""


@strawberry.type
class Stone:
    """Of no interface."""

    origin: strawberry.Private[Origin]

    @strawberry.field
    def weight(self) -> float:
        return self.origin.take("weight", lambda *_: 1.5)

    @strawberry.field
    def asked(self, info: strawberry.Info) -> str | None:
        """Which takes more than the object."""
        return self.origin.take("asked", lambda *_: info.field_name)


Either = Annotated[Leaf | Branch, strawberry.union("Either")]


def some_page(random: Dice, origin: Origin) -> Any:
    of = random.choice([Leaf, Branch, Twig])
    return chance(origin.way, lambda: of(origin=origin, plain=random.choice([None, 7])))


def some_pages(number: int) -> Callable[[Dice, Callable[[str], Origin]], Any]:
    """Items may go wrong too."""
    return lambda random, make: [some_page(random, make(f"[{n}]")) for n in range(min(max(number, 0), 5))]


def shelf(random: Dice, make: Callable[[str], Origin], number: int) -> Any:
    return chance(make(f"shelf {number}").way, lambda: some_pages(2)(random, lambda part: make(f"{number}{part}")))


@strawberry.type
class Query:
    @strawberry.field
    def page(self, seed: int) -> Page | None:
        return Origin(str(seed)).take("page", lambda random, make: some_page(random, make("")))

    @strawberry.field
    def certain_page(self, info: strawberry.Info, seed: int) -> Page:
        return Origin(f"{info.field_name} {seed}").take("", lambda random, make: some_page(random, make("")))

    @strawberry.field
    def pages(self, seed: int) -> list[Page] | None:
        return Origin(str(seed)).take("pages", some_pages(3))

    @strawberry.field
    def numbers(self, seed: int) -> list[int]:
        return Origin(str(seed)).take("numbers", lambda *_: [1, 2])


schema = Schema(query=Query, types=[Leaf, Branch, Twig], extensions=[ParserCache], execution_context_class=Executor)
