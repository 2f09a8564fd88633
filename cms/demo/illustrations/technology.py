"""The only home of the demo's pictures of technology: data centre, quantum computer, satellite, heart and register."""

import math
from itertools import pairwise

from cms.demo.illustrations.canvas import Canvas
from cms.demo.illustrations.geometry import Grid, Point, box, ellipse, heart, rounded, smooth, turned
from cms.demo.illustrations.landscape import stars
from cms.demo.illustrations.objects import block, network, pipe
from cms.demo.illustrations.palettes import Colour, mix


def datacentre(canvas: Canvas) -> None:
    """Server racks, whose heat flows on to homes."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.night)
    canvas.glow(800, 420, 760, p.mid, 0.7)
    grid = Grid(690, 230, 57)
    floor = grid.floor((-0.8, -0.8), (14.2, 8.2))
    canvas.fill([(x, y + 26) for x, y in floor], p.ink)
    canvas.shade(floor, mix(p.near, p.mid, 0.4), mix(p.near, p.ink, 0.3))
    for lane, colour in ((8.2, p.accent), (8.75, p.second)):
        pipe(canvas, [grid.at(0.4, lane - 2.6), grid.at(lane, lane - 2.6), grid.at(lane, 0.6)], 20, colour)
        for south in (1.0, 3.4, 5.4):
            pipe(canvas, [grid.at(lane, south + lane - 8.2), grid.at(10, south + lane - 8.2)], 14, colour)
    for row in (0, 3):
        for rack in range(6):
            _rack(canvas, grid, (rack * 1.25, float(row)))
    for south in (0.4, 2.8, 5.2):
        for east in (9.6, 11.6):
            _small_home(canvas, grid, (east + rng.uniform(-0.15, 0.15), south))


def _rack(canvas: Canvas, grid: Grid, spot: Point) -> None:
    p = canvas.palette
    block(canvas, grid, spot, (1.1, 1.6, 3.4), mix(p.near, p.ink, 0.35))
    east, south = spot[0], spot[1] + 1.6
    for shelf in range(7):
        up = 0.3 + shelf * 0.43
        face = [grid.at(east + e, south, up + u) for e, u in ((0.12, 0), (0.98, 0), (0.98, 0.28), (0.12, 0.28))]
        canvas.fill(face, p.ink)
        for led in range(3 if canvas.chance(0.6) else 2):
            canvas.dot(
                *grid.at(east + 0.27 + led * 0.2, south, up + 0.14), 5, p.accent if canvas.chance(0.15) else p.second
            )


def _small_home(canvas: Canvas, grid: Grid, spot: Point) -> None:
    p = canvas.palette
    (east, south), side = spot, 1.2
    canvas.glow(*grid.at(east + 0.6, south + 0.6, 0.5), 120, p.accent, 0.7)
    block(canvas, grid, spot, (side, side, 0.9), p.sun)
    ridge = [grid.at(east + side / 2, south, 1.6), grid.at(east + side / 2, south + side, 1.6)]
    gable = [grid.at(east, south + side, 0.9), grid.at(east + side, south + side, 0.9), ridge[1]]
    canvas.fill([grid.at(east, south, 0.9), ridge[0], ridge[1], gable[0]], mix(p.accent, p.pale, 0.2))
    canvas.fill([grid.at(east + side, south, 0.9), ridge[0], ridge[1], gable[1]], mix(p.accent, p.ink, 0.2))
    canvas.fill(gable, mix(p.sun, p.pale, 0.25))
    door = [grid.at(east + e, south + side, u) for e, u in ((0.45, 0), (0.75, 0), (0.75, 0.55), (0.45, 0.55))]
    canvas.fill(door, p.ink)


def quantum(canvas: Canvas) -> None:
    """The golden cryostat of a quantum computer."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.night)
    stars(canvas, 60)
    tilt = rng.uniform(-24, 24)
    canvas.glow(800, 430, 700, p.mid, 0.8)
    for number in range(3):
        _orbit(canvas, tilt + number * 60)
    gold, dark = p.sun, mix(p.sun, (120, 60, 30), 0.6)
    plates = ((110, 330), (270, 280), (420, 225), (550, 170), (660, 120))
    for (y, half), (next_y, next_half) in pairwise(plates):
        for share in (-0.85, -0.45, 0, 0.45, 0.85):
            canvas.line(
                [(800 + next_half * share, y), (800 + next_half * share, next_y)],
                9,
                mix(gold, dark, 0.3 + abs(share) * 0.4),
            )
        _coil(canvas, y + 30, next_y, next_half * 0.65)
        _plate(canvas, y, half, gold, dark)
    _plate(canvas, *plates[-1], gold, dark)
    canvas.glow(800, 770, 190, p.second, 0.9)
    canvas.shade(rounded(760, 684, 80, 96, 14), mix(p.second, p.pale, 0.5), p.second)
    canvas.fill(rounded(776, 704, 48, 48, 6), p.ink)


def _plate(canvas: Canvas, y: float, half: float, gold: Colour, dark: Colour) -> None:
    rim = [*ellipse(800, y + 26, half, half * 0.14, (0, 180)), *ellipse(800, y, half, half * 0.14, (180, 360))]
    canvas.shade(rim, dark, mix(gold, dark, 0.25), across=True)
    canvas.shade(ellipse(800, y, half, half * 0.14), mix(gold, canvas.palette.pale, 0.55), gold, across=True)


def _coil(canvas: Canvas, top: float, low: float, half: float) -> None:
    copper = mix(canvas.palette.accent, canvas.palette.sun, 0.4)
    steps = 40
    for side in (-1, 1):
        path = [
            (800 + side * half + 20 * math.sin(step * 1.1), top + (low - top) * step / steps)
            for step in range(steps + 1)
        ]
        canvas.line(path, 5, copper)


def _orbit(canvas: Canvas, degrees: float) -> None:
    p = canvas.palette
    ring = turned(ellipse(800, 450, 640, 210), degrees, (800, 450))
    canvas.line(ring, 3, mix(p.mid, p.second, 0.4))
    for _ in range(2):
        x, y = canvas.rng.choice(ring)
        canvas.glow(x, y, 60, p.second, 0.8)
        canvas.dot(x, y, 13, p.pale)


def space(canvas: Canvas) -> None:
    """A satellite over the curve of the Earth."""
    p, rng = canvas.palette, canvas.rng
    canvas.background((mix(p.night[0], p.ink, 0.2), mix(p.near, p.ink, 0.4)))
    stars(canvas, 150)
    canvas.dot(rng.uniform(180, 320), 190, 70, mix(p.far, p.pale, 0.4))
    canvas.glow(800, 1500, 1240, p.second, 1)
    canvas.dot(800, 1500, 918, p.second, 0.3)
    canvas.shade(ellipse(800, 1500, 900), p.mid, p.near)
    for x, y, wide, high in ((460, 800, 200, 62), (880, 700, 210, 54), (1130, 850, 170, 56), (760, 880, 200, 54)):
        _continent(canvas, x + rng.uniform(-50, 50), y, wide, high)
    for x, y, wide in ((600, 720, 190), (980, 790, 240), (330, 860, 170), (1240, 800, 120)):
        canvas.fill(rounded(x + rng.uniform(-60, 60), y, wide, 14, 7), p.pale, 0.6)
    beam = [(800, 420), (560, 780), (930, 790)]
    canvas.fill(beam, p.second, 0.22)
    _satellite(canvas, (800, 360), rng.uniform(-24, 10))


def _continent(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    p, rng = canvas.palette, canvas.rng
    reach = [(math.radians(turn * 30), rng.uniform(0.55, 1.1)) for turn in range(12)]
    coast = [(x + wide * far * math.cos(angle), y + high * far * math.sin(angle)) for angle, far in reach]
    canvas.fill(smooth(coast, closed=True), mix(p.second, p.mid, 0.25))


def _satellite(canvas: Canvas, centre: Point, tilt: float) -> None:
    p = canvas.palette
    x, y = centre
    canvas.line(turned([(x - 380, y), (x + 380, y)], tilt, centre), 12, p.far)
    for left in (x - 400, x + 130):
        canvas.shade(turned(box(left, y - 82, 270, 164), tilt, centre), p.mid, p.near)
        for part in range(6):
            canvas.line(turned([(left + part * 54, y - 82), (left + part * 54, y + 82)], tilt, centre), 5, p.far)
        for part in range(3):
            canvas.line(turned([(left, y - 82 + part * 82), (left + 270, y - 82 + part * 82)], tilt, centre), 5, p.far)
    canvas.shade(
        turned(rounded(x - 92, y - 110, 184, 220, 20), tilt, centre), mix(p.sun, p.pale, 0.4), mix(p.sun, p.accent, 0.5)
    )
    canvas.fill(turned(box(x - 92, y - 30, 184, 26), tilt, centre), p.pale, 0.5)
    canvas.shade(turned(ellipse(x, y + 170, 96, 62, (180, 360)), tilt, centre), p.pale, p.far)
    canvas.line(turned([(x, y + 168), (x, y + 214)], tilt, centre), 8, p.pale)
    canvas.dot(*turned([(x, y + 220)], tilt, centre)[0], 14, p.accent)


def heart_scan(canvas: Canvas) -> None:
    """A heart in facets, as a machine learns to see it."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.night)
    canvas.glow(800, 430, 720, p.mid, 0.75)
    for radius in (250, 340, 430):
        canvas.line(ellipse(800, 440, radius), 2.5, mix(p.near, p.second, 0.35))
    _trace(canvas, 450)
    outline, inner = heart(800, 430, 310, 22), heart(800, 415, 165, 22)
    canvas.glow(800, 430, 520, p.accent, 0.5)
    rose: Colour = (236, 74, 96)
    for at in range(22):
        after = (at + 1) % 22
        triangles = (
            (outline[at], outline[after], inner[at]),
            (outline[after], inner[after], inner[at]),
            (inner[at], inner[after], (800, 400)),
        )
        for triangle in triangles:
            canvas.fill(list(triangle), mix(rose, rng.choice((p.accent, p.pale, p.ink)), rng.uniform(0.05, 0.32)))
    for ring in (outline, inner):
        canvas.line([*ring, ring[0]], 2.5, mix(rose, p.pale, 0.7))
        for x, y in ring[::2]:
            canvas.dot(x, y, 8, p.pale)
    _focus_frame(canvas)


def _trace(canvas: Canvas, y: float) -> None:
    beat = (
        (0, 0),
        (110, 0),
        (135, -40),
        (160, 0),
        (185, 30),
        (215, -190),
        (250, 120),
        (280, 0),
        (330, -50),
        (370, 0),
        (533, 0),
    )
    canvas.line([(turn * 533 + x, y + dy) for turn in range(4) for x, dy in beat], 6, canvas.palette.second)


def _focus_frame(canvas: Canvas) -> None:
    left, top, right, low, arm = 410, 70, 1190, 830, 90
    for x, y, across, down in ((left, top, 1, 1), (right, top, -1, 1), (right, low, -1, -1), (left, low, 1, -1)):
        canvas.line([(x + arm * across, y), (x, y), (x, y + arm * down)], 9, canvas.palette.second)


def register(canvas: Canvas) -> None:
    """An open list of the algorithms a city uses."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    nodes = [(rng.uniform(20, 560), rng.uniform(60, 840)) for _ in range(20)] + [
        (rng.uniform(1340, 1590), rng.uniform(60, 840)) for _ in range(9)
    ]
    network(canvas, nodes, 200, mix(p.far, p.mid, 0.3), p.mid)
    sheet = rounded(480, 90, 800, 720, 36)
    canvas.shadow(sheet, (0, 30), 34, 0.4)
    canvas.shade(sheet, p.pale, mix(p.pale, p.far, 0.15))
    canvas.shade(
        [
            (480, 126),
            *ellipse(516, 126, 36, sweep=(180, 270)),
            *ellipse(1244, 126, 36, sweep=(270, 360)),
            (1280, 190),
            (480, 190),
        ],
        p.near,
        p.ink,
    )
    for dot, colour in enumerate((p.accent, p.sun, p.second)):
        canvas.dot(530 + dot * 40, 140, 12, colour)
    for row, colour in enumerate((p.mid, p.accent, p.near, p.second)):
        _entry(canvas, 226 + row * 142, colour)


def _entry(canvas: Canvas, y: float, colour: Colour) -> None:
    p, rng = canvas.palette, canvas.rng
    canvas.fill(rounded(520, y, 720, 118, 22), mix(p.far, p.pale, 0.62))
    canvas.shade(ellipse(590, y + 59, 40), mix(colour, p.pale, 0.2), colour)
    for turn in range(3):
        angle = math.radians(turn * 120 - 90)
        spot = (590 + 20 * math.cos(angle), y + 59 + 20 * math.sin(angle))
        canvas.line([(590, y + 59), spot], 4, p.pale)
        canvas.dot(*spot, 7, p.pale)
    canvas.fill(rounded(660, y + 32, rng.uniform(240, 360), 20, 10), p.near)
    canvas.fill(rounded(660, y + 68, rng.uniform(160, 300), 14, 7), p.far)
    canvas.dot(1176, y + 59, 32, mix(p.second, p.near, 0.2))
    canvas.line([(1160, y + 60), (1172, y + 72), (1193, y + 46)], 8, p.pale)
