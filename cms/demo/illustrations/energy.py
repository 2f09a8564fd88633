"""The only home of the demo's pictures of energy: stored heat, district heating, wind, biogas and the sun."""

import math

from cms.demo.illustrations.canvas import HEIGHT, WIDTH, Canvas
from cms.demo.illustrations.geometry import Points, arched, box, ellipse, rounded, smooth
from cms.demo.illustrations.landscape import birds, forest, hills, sea, sky, spruce, sun, tree
from cms.demo.illustrations.objects import house, pipe, skyline, tower
from cms.demo.illustrations.palettes import mix

GROUND = 330


def cavern(canvas: Canvas) -> None:
    """Halls of hot water in the rock under a town."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(1150, 1400), 130, 52)
    skyline(canvas, GROUND, mix(p.far, p.sky[0], 0.4), 170)
    for x in (150, 250, 1330, 1430):
        tower(canvas, (x + rng.uniform(-20, 20), GROUND), (82, rng.uniform(110, 190)), p.mid)
    for x in [60, 110, 400, 450, 1220, 1270, 1545]:
        spruce(canvas, x + rng.uniform(-14, 14), GROUND + 4, rng.uniform(70, 120), p.near)
    _strata(canvas)
    for x, top in ((270, 515), (640, 480), (1010, 515)):
        _hall(canvas, x, top, 320, 830 - top)


def _strata(canvas: Canvas) -> None:
    p, rng = canvas.palette, canvas.rng
    canvas.shade(box(0, GROUND, WIDTH, HEIGHT - GROUND), p.near, p.ink)
    for layer in range(4):
        depth, phase = GROUND + 60 + layer * 125, rng.uniform(0, 6)
        edge = [(x, depth + 24 * math.sin(x / 210 + phase) + 9 * math.sin(x / 67)) for x in range(-20, WIDTH + 41, 40)]
        canvas.fill([*edge, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], p.ink, 0.2)
    for _ in range(46):
        x, y, size = rng.uniform(0, WIDTH), rng.uniform(GROUND + 50, 890), rng.uniform(8, 22)
        stone = [
            (x - size, y),
            (x - size * 0.3, y - size * 0.6),
            (x + size, y - size * 0.2),
            (x + size * 0.4, y + size * 0.5),
        ]
        canvas.fill(stone, p.mid, 0.22)
    canvas.fill(box(0, GROUND - 4, WIDTH, 16), p.second)


def _hall(canvas: Canvas, x: float, top: float, width: float, height: float) -> None:
    p = canvas.palette
    middle = x + width / 2
    pipe(canvas, [(middle - 26, GROUND - 30), (middle - 26, top + 60)], 20, p.accent)
    pipe(canvas, [(middle + 26, GROUND - 30), (middle + 26, top + height * 0.7)], 20, p.far)
    canvas.shade(rounded(middle - 74, GROUND - 68, 148, 68, 8), p.pale, mix(p.far, p.pale, 0.5))
    canvas.fill(box(middle - 74, GROUND - 68, 148, 15), p.near)
    canvas.glow(middle, top + height * 0.35, width * 0.95, p.accent, 0.5)
    canvas.fill(arched(x - 12, top - 12, width + 24, height + 24), mix(p.ink, p.near, 0.35))
    canvas.shade(arched(x, top, width, height), mix(p.sun, p.pale, 0.3), p.accent)
    cool = smooth(
        [
            (x, top + height * 0.72),
            (x + width * 0.3, top + height * 0.67),
            (x + width * 0.7, top + height * 0.76),
            (x + width, top + height * 0.7),
        ]
    )
    canvas.shade([*cool, (x + width, top + height), (x, top + height)], mix(p.accent, p.mid, 0.6), p.mid)
    for _ in range(16):
        canvas.dot(
            x + canvas.rng.uniform(40, width - 40),
            top + canvas.rng.uniform(90, height - 30),
            canvas.rng.uniform(4, 11),
            p.pale,
            0.45,
        )


def heat(canvas: Canvas) -> None:
    """A heat store, and the pipes under the snow from it to the houses."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(700, 1300), 180, 64)
    forest(canvas, hills(canvas, 430, 46, (p.far, p.mid)), mix(p.mid, p.near, 0.5), 110)
    hills(canvas, 545, 8, (p.pale, mix(p.far, p.pale, 0.4)))
    canvas.shade(box(0, 610, WIDTH, 290), p.near, p.ink)
    canvas.fill(box(0, 596, WIDTH, 18), p.pale)
    walls = [p.accent, p.second, mix(p.mid, p.far, 0.3), mix(p.accent, p.sun, 0.6)]
    rng.shuffle(walls)
    for number, wall in enumerate(walls):
        x = 560 + number * 262
        for offset, colour in ((70, p.accent), (104, p.far)):
            pipe(canvas, [(x + offset, 600), (x + offset, 715 if colour == p.accent else 790)], 16, colour)
        house(canvas, (x, 602), 178, wall, p.ink)
    pipe(canvas, [(230, 600), (230, 715), (WIDTH + 40, 715)], 34, p.accent)
    pipe(canvas, [(170, 600), (170, 790), (WIDTH + 40, 790)], 34, p.far)
    _heat_store(canvas)


def _heat_store(canvas: Canvas) -> None:
    p = canvas.palette
    canvas.glow(265, 420, 400, p.sun, 0.5)
    canvas.shade(rounded(110, 260, 310, 344, 34), mix(p.pale, p.far, 0.15), p.far, across=True)
    canvas.shade([*ellipse(265, 276, 155, 46, (180, 360))], p.mid, p.near)
    flame = smooth([(265, 330), (312, 410), (330, 470), (265, 530), (200, 470), (226, 410)], closed=True)
    canvas.shade(flame, p.sun, p.accent)
    canvas.fill(smooth([(268, 415), (296, 470), (266, 515), (238, 470)], closed=True), mix(p.sun, p.pale, 0.6))
    for rung in range(8):
        canvas.line([(378, 320 + rung * 34), (402, 320 + rung * 34)], 5, p.near)


def windmill(canvas: Canvas) -> None:
    """Wind turbines over the sea and the hills."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 4)
    sun(canvas, rng.uniform(350, 620), rng.uniform(300, 400), 92)
    sea(canvas, 560, mix(p.far, p.pale, 0.2), p.mid)
    for x, size in ((130, 0.32), (300, 0.36), (820, 0.34), (1480, 0.38)):
        _turbine(canvas, x + rng.uniform(-30, 30), 566, size)
    forest(canvas, hills(canvas, 690, 46, (p.mid, p.near), 0.8), p.near, 70, 0.6)
    _turbine(canvas, rng.uniform(610, 720), 830, 0.86)
    _turbine(canvas, rng.uniform(1130, 1240), 850, 1.02)
    hills(canvas, 806, 26, (p.near, p.ink), 1.1)
    birds(canvas, rng.uniform(240, 420), 200)


def _turbine(canvas: Canvas, x: float, base: float, size: float) -> None:
    p = canvas.palette
    hub = base - 520 * size
    canvas.shade(
        [(x - 13 * size, base), (x - 6 * size, hub), (x + 6 * size, hub), (x + 13 * size, base)],
        p.pale,
        mix(p.pale, p.far, 0.7),
    )
    canvas.fill(rounded(x - 16 * size, hub - 13 * size, 44 * size, 26 * size, 9 * size), mix(p.pale, p.far, 0.5))
    start = canvas.rng.uniform(0, 120)
    for turn in (0, 120, 240):
        canvas.fill(_blade(x, hub, 250 * size, start + turn), p.pale)
    canvas.dot(x, hub, 15 * size, p.accent)


def _blade(x: float, y: float, length: float, degrees: float) -> Points:
    angle = math.radians(degrees)
    along, aside = (math.sin(angle), -math.cos(angle)), (math.cos(angle), math.sin(angle))
    shape = ((0, -0.03), (0.18, -0.055), (1, -0.008), (1, 0.008), (0, 0.03))
    return [(x + length * (a * along[0] + b * aside[0]), y + length * (a * along[1] + b * aside[1])) for a, b in shape]


def biogas(canvas: Canvas) -> None:
    """Domed digesters among fields."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(820, 1120), 190, 74)
    forest(canvas, hills(canvas, 440, 40, (p.far, p.mid)), mix(p.mid, p.near, 0.4), 90)
    hills(canvas, 545, 16, (p.second, mix(p.second, p.mid, 0.6)), 0.8)
    pipe(canvas, [(300, 560), (1300, 560)], 22, p.accent)
    _digester(canvas, rng.uniform(270, 300), 660, 370, p.mid)
    _digester(canvas, rng.uniform(1010, 1060), 650, 330, p.mid)
    _digester(canvas, rng.uniform(610, 650), 715, 430, p.near)
    pipe(canvas, [(1390, 690), (1390, 400)], 20, mix(p.far, p.pale, 0.4))
    canvas.glow(1390, 350, 160, p.sun, 0.8)
    canvas.shade(smooth([(1390, 280), (1424, 350), (1390, 402), (1356, 350)], closed=True), p.sun, p.accent)
    _furrows(canvas)


def _digester(canvas: Canvas, x: float, base: float, width: float, dome: tuple[int, int, int]) -> None:
    p = canvas.palette
    height = width * 0.34
    canvas.shade(
        [*ellipse(x + width / 2, base - height, width / 2, width * 0.36, (180, 360))], mix(dome, p.pale, 0.35), dome
    )
    canvas.line(
        ellipse(x + width / 2, base - height, width * 0.22, width * 0.36, (180, 360)), 3, mix(dome, p.pale, 0.5)
    )
    tank = [
        (x, base - height),
        (x + width, base - height),
        *ellipse(x + width / 2, base - 10, width / 2, width * 0.07, (0, 180)),
    ]
    canvas.shade(tank, p.pale, mix(p.far, p.mid, 0.3), across=True)
    canvas.fill(box(x - 6, base - height - 7, width + 12, 14), p.ink)
    for share in (0.2, 0.4, 0.6, 0.8):
        canvas.line([(x + width * share, base - height + 12), (x + width * share, base - 4)], 3, p.far)


def _furrows(canvas: Canvas) -> None:
    p = canvas.palette
    canvas.shade(box(0, 735, WIDTH, 165), p.mid, p.near)
    vanishing = canvas.rng.uniform(650, 950)
    for row in range(-9, 10):
        foot = vanishing + row * 190
        head = vanishing + row * 88
        canvas.fill([(head - 9, 735), (head + 9, 735), (foot + 30, HEIGHT), (foot - 30, HEIGHT)], p.second, 0.8)


def solar(canvas: Canvas) -> None:
    """Rows of solar panels under a large sun."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 2)
    sun(canvas, rng.uniform(560, 1050), 290, 128)
    forest(canvas, hills(canvas, 470, 44, (p.far, p.mid)), mix(p.mid, p.near, 0.4), 80)
    hills(canvas, 540, 14, (p.second, mix(p.second, p.near, 0.7)))
    for row, (y, size) in enumerate(((585, 0.55), (680, 0.78), (830, 1.12))):
        count = round(9 / size) - 3
        for number in range(count):
            _panel(canvas, WIDTH / 2 + (number - count / 2) * 288 * size + (row % 2) * 90 * size, y, size)
    for x in (60, 1540):
        tree(canvas, x + rng.uniform(-20, 20), 640, 230, p.mid)


def _panel(canvas: Canvas, x: float, base: float, size: float) -> None:
    p = canvas.palette
    wide, high, lean = 264 * size, 120 * size, 44 * size
    for leg in (0.2, 0.8):
        canvas.line([(x + wide * leg, base - 30 * size), (x + wide * leg, base + 26 * size)], 9 * size, p.ink)
    corners = [(x, base), (x + lean, base - high), (x + wide, base - high), (x + wide - lean, base)]
    canvas.shade(corners, mix(p.ink, p.mid, 0.75), mix(p.ink, p.near, 0.5))
    shine = [
        (x + wide * 0.3, base),
        (x + lean + wide * 0.3, base - high),
        (x + lean + wide * 0.5, base - high),
        (x + wide * 0.42, base),
    ]
    canvas.fill(shine, p.pale, 0.16)
    for cell in range(5):
        at = x + (wide - lean) * cell / 4
        canvas.line([(at, base), (at + lean, base - high)], 3.5 * size, p.far)
    for rung in range(4):
        left, y = x + lean * rung / 3, base - high * rung / 3
        canvas.line([(left, y), (left + wide - lean, y)], 3.5 * size, p.far)
