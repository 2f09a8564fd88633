"""The only home of the outlines the demo's pictures are made of: lists of points, no colours."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Points = list[Point]


def ellipse(x: float, y: float, across: float, down: float | None = None, sweep: Point = (0, 360)) -> Points:
    """A whole ellipse, or the arc between two angles (degrees, clockwise from the right)."""
    down = across if down is None else down
    start, end = sweep
    steps = max(8, round(abs(end - start) / 4))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def box(x: float, y: float, width: float, height: float) -> Points:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Points:
    """A rectangle with round corners."""
    radius = min(radius, width / 2, height / 2)
    left, top, right, low = x + radius, y + radius, x + width - radius, y + height - radius
    corners = ((right, low, 0), (left, low, 90), (left, top, 180), (right, top, 270))
    return [point for cx, cy, turn in corners for point in ellipse(cx, cy, radius, sweep=(turn, turn + 90))]


def arched(x: float, y: float, width: float, height: float) -> Points:
    """A doorway: straight sides under a half circle."""
    return [
        *ellipse(x + width / 2, y + width / 2, width / 2, sweep=(180, 360)),
        (x + width, y + height),
        (x, y + height),
    ]


def smooth(points: Sequence[Point], *, closed: bool = False) -> Points:
    """A soft curve through all the points (Catmull-Rom)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    return [_between(ring[at : at + 4], step / 12) for at in range(len(ring) - 3) for step in range(13)]


def _between(four: Sequence[Point], t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3)
    across = sum(w * v for w, v in zip(weights, (ax, bx, cx, dx), strict=True))
    down = sum(w * v for w, v in zip(weights, (ay, by, cy, dy), strict=True))
    return across / 2, down / 2


def turned(points: Sequence[Point], degrees: float, centre: Point) -> Points:
    """The points turned clockwise about a centre."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    moved = [(x - centre[0], y - centre[1]) for x, y in points]
    return [(centre[0] + x * cosine - y * sine, centre[1] + x * sine + y * cosine) for x, y in moved]


def heart(x: float, y: float, size: float, steps: int = 72) -> Points:
    """A heart about a centre, some `size` to each side."""
    angles = [2 * math.pi * step / steps for step in range(steps)]
    return [(x + size * math.sin(a) ** 3, y - size * _lobe(a) / 16) for a in angles]


def _lobe(angle: float) -> float:
    return 13 * math.cos(angle) - 5 * math.cos(2 * angle) - 2 * math.cos(3 * angle) - math.cos(4 * angle)


def leaf(x: float, y: float, length: float, degrees: float, breadth: float = 1) -> Points:
    """A leaf that grows from its stalk at a point, upright before it is turned."""
    side = [(0.0, 0.0), (0.26, -0.3), (0.24, -0.65), (0.0, -1.0)]
    half = smooth([(x + length * breadth * a, y + length * b) for a, b in side])
    other = [(2 * x - px, py) for px, py in reversed(half)]
    return turned([*half, *other], degrees, (x, y))


@dataclass(frozen=True)
class Grid:
    """A floor seen from above at an angle: where a place on it (and above it) lies in the picture."""

    x: float
    y: float
    unit: float

    def at(self, east: float, south: float, up: float = 0) -> Point:
        return self.x + (east - south) * 0.866 * self.unit, self.y + ((east + south) * 0.5 - up) * self.unit

    def floor(self, spot: Point, size: Point, up: float = 0) -> Points:
        """A rectangle on the floor or above it: its north, east, south and west corners."""
        (east, south), (wide, deep) = spot, size
        return [self.at(east + e, south + s, up) for e, s in ((0, 0), (wide, 0), (wide, deep), (0, deep))]
