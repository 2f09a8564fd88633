"""The only home of the demo's pictures of the whole: the map of the region and the document."""

import math

from cms.demo.illustrations.canvas import WIDTH, Canvas
from cms.demo.illustrations.geometry import Point, Points, ellipse, rounded, smooth, turned
from cms.demo.illustrations.landscape import spruce
from cms.demo.illustrations.palettes import mix

TOWNS: tuple[Point, ...] = (
    (790, 540),
    (640, 560),
    (900, 430),
    (760, 330),
    (1130, 420),
    (420, 520),
    (1010, 250),
    (520, 330),
    (240, 640),
    (1340, 300),
)


def region(canvas: Canvas) -> None:
    """A map of the coast, its towns and the ties between them."""
    p, rng = canvas.palette, canvas.rng
    sea = mix(p.far, p.mid, 0.25)
    canvas.background((mix(sea, p.pale, 0.2), mix(sea, p.near, 0.35)))
    coast = _coast(canvas)
    for step in (3, 2, 1):
        canvas.fill([(-60, -20), *[(x, y + step * 30) for x, y in coast], (WIDTH + 60, -20)], p.pale, 0.16)
    land = [(-60, -20), *coast, (WIDTH + 60, -20)]
    canvas.shadow(land, (0, 10), 12, 0.25)
    canvas.shade(land, mix(p.second, p.pale, 0.55), mix(p.second, p.pale, 0.25))
    _lakes_and_woods(canvas)
    _islands(canvas)
    for x, y in TOWNS[1:]:
        middle = ((x + TOWNS[0][0]) / 2, (y + TOWNS[0][1]) / 2 - 70)
        canvas.line(smooth([TOWNS[0], middle, (x, y)]), 5, p.near)
    for x, y in TOWNS[1:]:
        canvas.dot(x, y, rng.uniform(15, 22), p.pale)
        canvas.dot(x, y, rng.uniform(8, 13), p.near)
    _pin(canvas, *TOWNS[0])


def _coast(canvas: Canvas) -> Points:
    rng = canvas.rng
    anchors = [(-60.0, 800.0)]
    for step in range(1, 27):
        x = -60 + step * 66
        anchors.append((x + rng.uniform(-16, 16), 790 - 0.25 * x + 60 * math.sin(x / 240) + rng.uniform(-30, 30)))
    return smooth(anchors)


def _lakes_and_woods(canvas: Canvas) -> None:
    p, rng = canvas.palette, canvas.rng
    for x, y in ((330, 200), (640, 180), (1180, 130), (1440, 120), (120, 380)):
        ring = [
            (x + rng.uniform(40, 84) * math.cos(a), y + rng.uniform(18, 40) * math.sin(a))
            for a in (0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
        ]
        canvas.fill(smooth(ring, closed=True), mix(p.far, p.mid, 0.35))
    for x, y in ((150, 250), (450, 180), (860, 150), (1260, 240), (330, 400), (1500, 230), (660, 440), (1040, 120)):
        for tree in range(5):
            spruce(
                canvas,
                x + tree * 26 + rng.uniform(-8, 8),
                y + rng.uniform(-10, 22),
                rng.uniform(44, 66),
                mix(p.mid, p.near, rng.random()),
            )


def _islands(canvas: Canvas) -> None:
    p, rng = canvas.palette, canvas.rng
    for _ in range(34):
        x = rng.uniform(40, WIDTH - 40)
        y, size = 850 - 0.25 * x + rng.uniform(50, 270), rng.uniform(8, 30)
        ring = [
            (x + size * rng.uniform(0.7, 1.5) * math.cos(a), y + size * 0.6 * rng.uniform(0.7, 1.2) * math.sin(a))
            for a in (0, 1.2, 2.4, 3.6, 4.8)
        ]
        canvas.fill(smooth(ring, closed=True), mix(p.second, p.pale, 0.35))


def _pin(canvas: Canvas, x: float, y: float) -> None:
    p = canvas.palette
    canvas.shadow(ellipse(x, y, 40, 14), (12, 4), 10, 0.6)
    drop = [(x, y), *ellipse(x, y - 130, 74, sweep=(160, 380))]
    canvas.shade(drop, mix(p.accent, p.sun, 0.35), p.accent)
    canvas.dot(x, y - 130, 32, p.pale)


def document(canvas: Canvas) -> None:
    """A report, with a chart and a seal."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    for x, y, radius, colour in ((420, 300, 300, p.second), (1180, 620, 360, p.far)):
        canvas.dot(x + rng.uniform(-60, 60), y + rng.uniform(-60, 60), radius, colour, 0.4)
    centre = (800.0, 460.0)
    for lean, tint in ((rng.uniform(8, 13), 0.5), (rng.uniform(-9, -5), 0.2)):
        sheet = turned(rounded(530, 90, 540, 730, 18), lean, centre)
        canvas.shadow(sheet, (0, 20), 24, 0.22)
        canvas.fill(sheet, mix(p.pale, p.far, tint))
    front = rounded(530, 80, 540, 740, 18)
    canvas.shadow(front, (0, 26), 28, 0.35)
    canvas.shade(front, p.pale, mix(p.pale, p.second, 0.12))
    _page(canvas)


def _page(canvas: Canvas) -> None:
    p, rng = canvas.palette, canvas.rng
    canvas.fill(rounded(590, 140, 300, 34, 10), p.near)
    canvas.fill(rounded(590, 192, 200, 18, 9), p.accent)
    for row in range(5):
        canvas.fill(rounded(590, 250 + row * 36, rng.uniform(340, 420), 14, 7), mix(p.far, p.pale, 0.35))
    bars = [mix(p.mid, p.near, bar / 6) for bar in range(4)] + [p.accent, p.near]
    for bar, colour in enumerate(bars):
        height = 50 + bar * 20 + rng.uniform(-20, 40)
        canvas.shade(rounded(596 + bar * 52, 680 - height, 36, height, 6), mix(colour, p.pale, 0.2), colour)
    canvas.line([(586, 684), (908, 684)], 4, p.ink)
    for row in range(2):
        canvas.fill(rounded(590, 720 + row * 34, rng.uniform(200, 290), 14, 7), mix(p.far, p.pale, 0.35))
    for ribbon in (-24, 24):
        canvas.fill(turned([(970, 700), (1010, 700), (1010, 810), (990, 788), (970, 810)], -ribbon, (990, 700)), p.near)
    canvas.dot(990, 690, 66, p.accent)
    canvas.line(ellipse(990, 690, 50), 4, p.pale)
    canvas.line([(966, 692), (984, 710), (1016, 672)], 11, p.pale)
