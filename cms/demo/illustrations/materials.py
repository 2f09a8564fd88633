"""The only home of the demo's pictures of what is made of natural materials: cloth and food."""

from cms.demo.illustrations.canvas import WIDTH, Canvas
from cms.demo.illustrations.geometry import Point, box, ellipse, leaf, rounded, smooth, turned
from cms.demo.illustrations.landscape import sky, sun
from cms.demo.illustrations.palettes import Colour, mix


def textile(canvas: Canvas) -> None:
    """Threads from their spools, woven into cloth."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    canvas.dot(1120, 420, 430, p.pale, 0.5)
    threads = [p.accent, p.mid, p.sun, p.near, p.second]
    rng.shuffle(threads)
    for number, colour in enumerate(threads):
        y = 250 + number * 118
        for strand in range(4):
            end = 205 + (number * 4 + strand) * 26
            sway = rng.uniform(-70, 70)
            path = [
                (180, y - 26 + strand * 16),
                (360, y - 20 + sway),
                (560, end - sway * 0.7),
                (720, end + 10),
                (800, end),
            ]
            canvas.line(smooth(path), 8, mix(colour, p.pale, strand * 0.09))
    for number, colour in enumerate(threads):
        _spool(canvas, 150, 250 + number * 118, colour)
    _cloth(canvas, threads)


def _spool(canvas: Canvas, x: float, y: float, colour: Colour) -> None:
    p = canvas.palette
    canvas.fill(rounded(x - 112, y - 52, 26, 104, 10), p.ink)
    canvas.fill(rounded(x + 62, y - 52, 26, 104, 10), p.ink)
    canvas.shade(rounded(x - 92, y - 42, 160, 84, 12), mix(colour, p.pale, 0.25), mix(colour, p.ink, 0.15))
    for turn in range(8):
        canvas.line([(x - 80 + turn * 19, y - 40), (x - 74 + turn * 19, y + 40)], 3, mix(colour, p.ink, 0.2))


def _cloth(canvas: Canvas, threads: list[Colour]) -> None:
    p, cell = canvas.palette, 40
    canvas.shadow(box(800, 192, 640, 520), (14, 26), 26, 0.35)
    canvas.fill(box(800, 192, 640, 520), mix(p.ink, p.near, 0.4))
    for row in range(13):
        for column in range(16):
            left, top = 800 + column * cell, 192 + row * cell
            over = (row + column) % 2 == 0
            colour = threads[min(4, row * 5 // 13)] if over else mix(p.pale, threads[column // 4], 0.35)
            pad = (0, 5) if over else (5, 0)
            canvas.fill(rounded(left + pad[0], top + pad[1], cell - 2 * pad[0], cell - 2 * pad[1], 9), colour)
    for column in range(16):
        x = 800 + column * cell + cell / 2
        for foot, sign in ((192, -1), (712, 1)):
            canvas.line([(x, foot), (x + canvas.rng.uniform(-6, 6), foot + sign * 40)], 9, p.pale)


def food(canvas: Canvas) -> None:
    """A bowl of what the region grows, under a morning sun."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 0)
    sun(canvas, 800, 360, 250)
    for side in (-1, 1):
        for stalk in range(5):
            _wheat(canvas, 800 + side * (430 + stalk * 78), 800, rng.uniform(400, 540), side * (4 + stalk * 4))
    canvas.shade(box(0, 740, WIDTH, 160), p.second, mix(p.second, p.accent, 0.35))
    canvas.fill(box(0, 740, WIDTH, 8), p.pale, 0.6)
    _greens(canvas)
    bowl = [(430, 490), *ellipse(800, 490, 370, 330, (0, 180))]
    canvas.shadow([*ellipse(800, 815, 300, 26)], (0, 10), 18, 0.5)
    canvas.fill(rounded(670, 790, 260, 36, 14), p.ink)
    canvas.shade(bowl, p.mid, p.near)
    canvas.fill(rounded(410, 474, 780, 34, 17), mix(p.mid, p.pale, 0.3))
    zigzag = [(462 + step * 52, 590 + (step % 2) * 40) for step in range(14)]
    canvas.line(zigzag, 10, p.second)


def _wheat(canvas: Canvas, x: float, base: float, height: float, lean: float) -> None:
    p = canvas.palette
    canvas.line(turned([(x, base), (x, base - height)], lean, (x, base)), 6, mix(p.sun, p.mid, 0.4))
    for pair in range(7):
        (foot,) = turned([(x, base - height + 10 + pair * 28)], lean, (x, base))
        for side in (-1, 1):
            canvas.fill(leaf(*foot, 58, lean + side * 30, 0.7), mix(p.sun, p.accent, 0.1 + 0.06 * pair))
    (tip,) = turned([(x, base - height + 8)], lean, (x, base))
    canvas.fill(leaf(*tip, 58, lean, 0.7), mix(p.sun, p.pale, 0.2))


def _greens(canvas: Canvas) -> None:
    p, rng = canvas.palette, canvas.rng
    for number in range(11):
        lean = (number - 5) * 11 + rng.uniform(-6, 6)
        _salad_leaf(
            canvas, (550 + number * 50, 540), rng.uniform(230, 290), lean, mix(p.mid, p.second, rng.uniform(0, 0.7))
        )
    for x, radius, colour in (
        (560, 78, p.accent),
        (700, 70, p.sun),
        (1030, 80, p.accent),
        (880, 74, mix(p.accent, p.sun, 0.4)),
    ):
        at = x + rng.uniform(-16, 16)
        canvas.shade(ellipse(at, 450, radius), mix(colour, p.pale, 0.25), colour)
        canvas.dot(at - radius * 0.3, 450 - radius * 0.35, radius * 0.16, p.pale, 0.7)
    for x in (630, 960):
        _salad_leaf(canvas, (x, 530), 190, rng.uniform(-20, 20), p.mid)


def _salad_leaf(canvas: Canvas, foot: Point, length: float, lean: float, colour: Colour) -> None:
    shape = leaf(*foot, length, lean)
    canvas.shade(shape, mix(colour, canvas.palette.pale, 0.2), colour)
    (tip,) = turned([(foot[0], foot[1] - length * 0.86)], lean, foot)
    canvas.line([foot, tip], 4, mix(colour, canvas.palette.pale, 0.45))
