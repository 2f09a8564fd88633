"""The only home of the nature in the demo's pictures: sky, sun, clouds, hills, trees, sea and stars."""

import math

from cms.demo.illustrations.canvas import HEIGHT, WIDTH, Canvas
from cms.demo.illustrations.geometry import Points, box, ellipse, rounded
from cms.demo.illustrations.palettes import Colour, Fade, mix


def sky(canvas: Canvas, clouds: int = 3) -> None:
    canvas.background(canvas.palette.sky)
    for _ in range(clouds):
        cloud(canvas, canvas.rng.uniform(80, WIDTH - 80), canvas.rng.uniform(70, 260), canvas.rng.uniform(0.6, 1.1))


def cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    white = canvas.palette.pale
    canvas.fill(rounded(x - 130 * size, y, 260 * size, 44 * size, 22 * size), white, 0.55)
    canvas.fill(rounded(x - 70 * size, y - 30 * size, 170 * size, 44 * size, 22 * size), white, 0.55)


def sun(canvas: Canvas, x: float, y: float, radius: float) -> None:
    colour = canvas.palette.sun
    canvas.glow(x, y, radius * 4, mix(colour, canvas.palette.pale, 0.35), 0.8)
    canvas.shade(ellipse(x, y, radius), mix(colour, canvas.palette.pale, 0.35), colour)


def hills(canvas: Canvas, y: float, swing: float, fade: Fade, waves: float = 1.6) -> Points:
    """A rolling hill down to the foot of the picture; its ridge comes back."""
    phase, second = canvas.rng.uniform(0, 6.3), canvas.rng.uniform(0, 6.3)
    ridge = [(x, y - swing * _roll(x / WIDTH * waves * 6.3, phase, second)) for x in range(-20, WIDTH + 41, 20)]
    canvas.shade([*ridge, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], *fade)
    return [(float(x), float(height)) for x, height in ridge]


def _roll(at: float, phase: float, second: float) -> float:
    return 0.7 * math.sin(at + phase) + 0.3 * math.sin(2.3 * at + second)


def forest(canvas: Canvas, ridge: Points, colour: Colour, height: float, density: float = 0.75) -> None:
    """Spruces along a ridge."""
    for x, y in ridge:
        if canvas.chance(density):
            tall = height * canvas.rng.uniform(0.6, 1.15)
            spruce(
                canvas,
                x + canvas.rng.uniform(-9, 9),
                y + 8,
                tall,
                mix(colour, canvas.palette.ink, canvas.rng.uniform(0, 0.2)),
            )


def spruce(canvas: Canvas, x: float, y: float, height: float, colour: Colour) -> None:
    canvas.fill(box(x - height * 0.025, y - height * 0.15, height * 0.05, height * 0.15), canvas.palette.ink)
    for low, top, half in ((0.08, 0.55, 0.2), (0.32, 0.78, 0.15), (0.58, 1.0, 0.1)):
        base = y - height * low
        canvas.fill([(x - height * half, base), (x, y - height * top), (x + height * half, base)], colour)


def tree(canvas: Canvas, x: float, y: float, height: float, colour: Colour) -> None:
    """A leafy tree with a light and a dark side."""
    trunk = mix(canvas.palette.ink, canvas.palette.near, 0.3)
    canvas.line([(x, y), (x, y - height * 0.6)], height * 0.045, trunk)
    crown = ellipse(x, y - height * 0.66, height * 0.26, height * 0.34)
    canvas.shade(crown, mix(colour, canvas.palette.pale, 0.25), mix(colour, canvas.palette.ink, 0.12))
    canvas.line([(x, y - height * 0.5), (x + height * 0.1, y - height * 0.64)], height * 0.02, trunk)
    canvas.line([(x, y - height * 0.42), (x, y - height * 0.7)], height * 0.025, trunk)


def sea(canvas: Canvas, y: float, top: Colour, low: Colour, glints: int = 26) -> None:
    """Water down to the foot of the picture, its glints longer the nearer they are."""
    canvas.shade(box(0, y, WIDTH, HEIGHT - y), top, low)
    for _ in range(glints):
        depth = canvas.rng.random()
        length, at = 40 + 130 * depth, y + 14 + (HEIGHT - y) * depth
        left = canvas.rng.uniform(-40, WIDTH)
        canvas.fill(rounded(left, at, length, 3 + 3 * depth, 3), canvas.palette.pale, 0.3)


def stars(canvas: Canvas, count: int, low: float = HEIGHT) -> None:
    for _ in range(count):
        x, y = canvas.rng.uniform(0, WIDTH), canvas.rng.uniform(0, low)
        canvas.dot(x, y, canvas.rng.uniform(1, 3), canvas.palette.pale, canvas.rng.uniform(0.3, 0.95))


def birds(canvas: Canvas, x: float, y: float) -> None:
    for dx, dy, size in ((0, 0, 20), (58, -26, 15), (92, 14, 12)):
        left = ellipse(x + dx - size * 0.8, y + dy, size * 0.8, size * 0.5, (200, 350))
        right = ellipse(x + dx + size * 0.8, y + dy, size * 0.8, size * 0.5, (190, 340))
        canvas.line([*left, *right], 3.5, canvas.palette.ink)
