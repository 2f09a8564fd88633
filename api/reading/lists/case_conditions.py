"""The only home of what a list of cases may be narrowed by, as plain values: the same value is the same list."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Box:
    """A part of the map, in degrees."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True)
class CaseConditions:
    """All that are given hold; inside one, any value is enough."""

    priorities: tuple[str, ...] = ()  # by their codes
    strategy_year: int | None = None
    focus_areas: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    municipalities: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: int | None = None
    funding: tuple[str, ...] = ()
    within: Box | None = None
    search: str | None = None

    def without(self, *names: str) -> "CaseConditions":
        return replace(self, **{name: getattr(EVERY_CASE, name) for name in names})


EVERY_CASE = CaseConditions()
