"""The only home of the demo's pictures of daily life: the robot bus, the smart lamp, health and the people."""

import math

from cms.demo.illustrations.canvas import WIDTH, Canvas
from cms.demo.illustrations.geometry import Points, arched, box, ellipse, rounded
from cms.demo.illustrations.landscape import forest, hills, sky, stars, sun, tree
from cms.demo.illustrations.objects import SKINS, bust, skyline, tower, walker, windows
from cms.demo.illustrations.palettes import Colour, mix

HAIRS: tuple[Colour, ...] = ((58, 38, 40), (112, 72, 48), (222, 182, 116), (196, 98, 60), (210, 206, 214), (30, 24, 36))


def bus(canvas: Canvas) -> None:
    """A robot bus on its round."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(250, 500), 220, 78)
    skyline(canvas, 660, mix(p.far, p.sky[1], 0.4), 330)
    for x in (40, 1330):
        tower(canvas, (x, 670), (150, rng.uniform(240, 360)), mix(p.mid, p.pale, 0.2))
    for x in (250, 1240, 1530):
        tree(canvas, x + rng.uniform(-20, 20), 680, rng.uniform(230, 290), p.mid)
    canvas.shade(box(0, 664, WIDTH, 60), mix(p.pale, p.far, 0.4), p.far)
    canvas.shade(box(0, 712, WIDTH, 188), p.near, p.ink)
    for dash in range(8):
        canvas.fill(rounded(dash * 220 - 30, 846, 130, 10, 5), p.pale, 0.8)
    _bus_body(canvas)
    for radius in (70, 115, 160):
        canvas.line(ellipse(1080, 262, radius, sweep=(-70, 5)), 9, mix(p.accent, p.pale, 0.15))


def _bus_body(canvas: Canvas) -> None:
    p = canvas.palette
    canvas.shadow(ellipse(800, 772, 400, 22), (0, 0), 12, 0.8)
    canvas.shade(rounded(430, 276, 740, 480, 92), p.pale, mix(p.pale, p.far, 0.45))
    canvas.shade([(430, 620), (1170, 620), *_foot_of_bus()], p.accent, mix(p.accent, p.ink, 0.15))
    canvas.fill(rounded(640, 246, 320, 34, 12), p.near)
    canvas.shade(rounded(1040, 230, 80, 52, 22), p.near, p.ink)
    for left, width in ((472, 200), (928, 200)):
        canvas.shade(rounded(left, 336, width, 222, 34), mix(p.ink, p.mid, 0.65), mix(p.ink, p.near, 0.6))
        canvas.fill([(left + 40, 558), (left + 110, 336), (left + 150, 336), (left + 80, 558)], p.pale, 0.14)
    canvas.shade(rounded(700, 320, 200, 410, 22), mix(p.near, p.mid, 0.6), p.near)
    canvas.line([(800, 326), (800, 724)], 7, p.pale)
    for left, coat, skin in ((556, p.sun, SKINS[1]), (1028, p.second, SKINS[3])):
        canvas.fill(ellipse(left, 556, 54, 70, (180, 360)), coat)
        canvas.dot(left, 456, 32, skin)
        canvas.fill(ellipse(left, 452, 34, sweep=(180, 360)), HAIRS[0])
    canvas.fill(rounded(1118, 626, 44, 26, 12), p.sun)
    for wheel in (566, 1034):
        canvas.dot(wheel, 752, 66, p.ink)
        canvas.dot(wheel, 752, 32, p.far)
        canvas.dot(wheel, 752, 12, p.ink)


def _foot_of_bus() -> Points:
    return [*ellipse(1078, 664, 92, sweep=(0, 90)), *ellipse(522, 664, 92, sweep=(90, 180))]


def lamp(canvas: Canvas) -> None:
    """A lamp post that lights, listens and sends, in the dusk."""
    p, rng = canvas.palette, canvas.rng
    canvas.background((p.night[0], mix(p.night[1], p.accent, 0.45)))
    stars(canvas, 70, 420)
    canvas.dot(rng.uniform(1180, 1420), 170, 56, mix(p.sun, p.pale, 0.6))
    skyline(canvas, 724, mix(p.near, p.night[1], 0.5), 330, foot=mix(p.near, p.ink, 0.3))
    for x in (20, 1150, 1300, 1450):
        tower(canvas, (x + rng.uniform(-14, 14), 730), (130, rng.uniform(220, 420)), mix(p.ink, p.near, 0.55), 0.55)
    canvas.shade(box(0, 724, WIDTH, 176), mix(p.ink, p.near, 0.4), p.ink)
    for x, base, size in ((310, 760, 0.5), (1080, 770, 0.56)):
        _post(canvas, x, base, size)
    _post(canvas, rng.uniform(640, 700), 830, 1.0)
    for number, coat in enumerate((p.accent, p.second)):
        walker(canvas, 900 + number * 84 + rng.uniform(-20, 20), 830, 176, coat)


def _post(canvas: Canvas, x: float, base: float, size: float) -> None:
    p = canvas.palette
    top = base - 620 * size
    head = x + 150 * size
    cone = [
        (head - 60 * size, top + 30 * size),
        (head + 60 * size, top + 30 * size),
        (head + 260 * size, base),
        (head - 260 * size, base),
    ]
    canvas.fill(cone, p.sun, 0.2)
    canvas.fill(ellipse(head, base, 260 * size, 34 * size), p.sun, 0.35)
    steel = mix(p.pale, p.far, 0.5)
    canvas.line([(x, base - 12 * size), (x, top - 60 * size)], 20 * size, steel)
    canvas.line(
        [
            (x, top + 60 * size),
            *ellipse(x + 70 * size, top + 60 * size, 70 * size, 56 * size, (180, 270)),
            (head, top + 4 * size),
        ],
        12 * size,
        steel,
    )
    canvas.fill(rounded(x - 24 * size, base - 100 * size, 48 * size, 100 * size, 8 * size), p.mid)
    canvas.fill(rounded(x - 34 * size, base - 330 * size, 68 * size, 130 * size, 12 * size), p.accent)
    canvas.fill(rounded(x - 24 * size, base - 318 * size, 48 * size, 82 * size, 6 * size), p.pale)
    canvas.fill(rounded(x - 20 * size, top - 110 * size, 40 * size, 66 * size, 14 * size), p.accent)
    canvas.glow(head, top + 24 * size, 200 * size, p.sun, 0.9)
    canvas.fill(rounded(head - 74 * size, top - 12 * size, 148 * size, 34 * size, 16 * size), p.pale)
    for radius in (56, 92, 128):
        for side in (180, 0):
            canvas.line(ellipse(x, top - 78 * size, radius * size, sweep=(side - 42, side + 42)), 7 * size, p.second)


def health(canvas: Canvas) -> None:
    """A hospital, and a heartbeat over it."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    canvas.dot(800, 430, 400, p.pale, 0.4)
    forest(canvas, hills(canvas, 620, 34, (p.far, mix(p.far, p.mid, 0.5))), mix(p.mid, p.far, 0.3), 110)
    _pulse(canvas, 165)
    for x, height in ((270, 300), (1040, 340)):
        canvas.shade(box(x, 750 - height, 290, height), mix(p.mid, p.pale, 0.35), p.mid)
        windows(canvas, (x + 14, 750 - height + 20, 262, height - 50), 5, 5, 0.4)
    canvas.shade(box(530, 300, 540, 450), p.pale, mix(p.pale, p.far, 0.5))
    canvas.fill(box(516, 284, 568, 24), p.near)
    for left in (560, 890):
        windows(canvas, (left, 350, 150, 300), 3, 5, 0.45)
    canvas.shade(arched(738, 610, 124, 140), p.near, p.ink)
    canvas.dot(800, 440, 96, p.accent)
    for bar in ((774, 376, 52, 128), (736, 414, 128, 52)):
        canvas.fill(rounded(*bar, 8), p.pale)
    hills(canvas, 760, 6, (p.second, mix(p.second, p.accent, 0.5)), 0.5)
    for x in (120, 220, 1390, 1500):
        tree(canvas, x + rng.uniform(-16, 16), 786, rng.uniform(190, 250), p.mid)
    for number, coat in enumerate((p.pale, p.accent, p.near)):
        walker(canvas, 600 + number * 190 + rng.uniform(-40, 40), 850, 160, coat)


def _pulse(canvas: Canvas, y: float) -> None:
    beat = (
        (0, 0),
        (60, 0),
        (84, -26),
        (110, 0),
        (140, 18),
        (172, -110),
        (206, 70),
        (232, 0),
        (262, -34),
        (296, 0),
        (410, 0),
    )
    shift = canvas.rng.uniform(-300, -100)
    path = [(shift + turn * 410 + x, y + dy) for turn in range(6) for x, dy in beat]
    canvas.line(path, 12, mix(canvas.palette.accent, canvas.palette.pale, 0.1))


def people(canvas: Canvas) -> None:
    """The people of the region, side by side."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    for x, y, radius, colour in ((320, 300, 250, p.second), (820, 240, 330, p.pale), (1330, 320, 240, p.far)):
        canvas.dot(x + rng.uniform(-50, 50), y + rng.uniform(-40, 40), radius, colour, 0.5)
    coats = [p.accent, p.near, p.sun, p.mid, p.second, mix(p.accent, p.near, 0.5), mix(p.mid, p.pale, 0.4)]
    rng.shuffle(coats)
    looks = [(rng.choice(SKINS), rng.choice(HAIRS)) for _ in range(9)]
    for number in range(4):
        coat, (skin, hair) = mix(coats[number], p.far, 0.35), looks[number]
        bust(canvas, (250 + number * 366, 800 + rng.uniform(-20, 20)), 340, coat, (mix(skin, p.far, 0.2), hair))
    for number in range(5):
        rise = 26 * math.sin(number * 2.1)
        bust(canvas, (70 + number * 365, 945 + rise), 420, coats[(number + 2) % 7], looks[number + 4])
