"""The only home of the demo's pictures of the circular economy: sorting, loops and renovation."""

from cms.demo.illustrations.canvas import Canvas
from cms.demo.illustrations.geometry import Point, box, ellipse, leaf, rounded, turned
from cms.demo.illustrations.landscape import forest, hills, sky, spruce, sun, tree
from cms.demo.illustrations.objects import house, tower
from cms.demo.illustrations.palettes import Colour, mix


def recycling(canvas: Canvas) -> None:
    """Three bins, and what goes into them."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 2)
    canvas.glow(800, 420, 620, p.pale, 0.8)
    forest(canvas, hills(canvas, 560, 40, (p.far, mix(p.far, p.mid, 0.6))), p.mid, 110)
    hills(canvas, 760, 14, (p.second, mix(p.second, p.mid, 0.7)), 0.7)
    colours = [p.mid, p.accent, p.near]
    rng.shuffle(colours)
    for x, colour in zip((290, 660, 1030), colours, strict=True):
        _bin(canvas, x, 820, colour)
    _bottle(canvas, 430, 240, rng.uniform(-30, 30))
    _can(canvas, 800, 220, rng.uniform(-30, 30))
    _sheet(canvas, 1170, 230, rng.uniform(-25, 25))


def _bin(canvas: Canvas, x: float, base: float, colour: Colour) -> None:
    p = canvas.palette
    body = [(x, base - 390), (x + 280, base - 390), (x + 250, base), (x + 30, base)]
    canvas.shadow(body, (0, 14), 16)
    canvas.shade(body, mix(colour, p.pale, 0.2), mix(colour, p.ink, 0.15))
    canvas.fill(rounded(x - 20, base - 420, 320, 46, 18), mix(colour, p.ink, 0.3))
    for wheel in (70, 210):
        canvas.dot(x + wheel, base + 2, 24, p.ink)
        canvas.dot(x + wheel, base + 2, 9, p.far)
    for turn in (0, 120, 240):
        _ring_arrow(canvas, (x + 140, base - 185), 68, (turn, turn + 110), p.pale)


def _bottle(canvas: Canvas, x: float, y: float, lean: float) -> None:
    p = canvas.palette
    body = [
        (x - 16, y - 96),
        (x + 16, y - 96),
        (x + 18, y - 52),
        (x + 42, y - 14),
        (x + 42, y + 96),
        (x - 42, y + 96),
        (x - 42, y - 14),
        (x - 18, y - 52),
    ]
    canvas.shade(turned(body, lean, (x, y)), mix(p.mid, p.pale, 0.45), p.mid, across=True)
    canvas.fill(turned(box(x - 42, y + 10, 84, 50), lean, (x, y)), p.pale)
    canvas.fill(turned(rounded(x - 20, y - 112, 40, 24, 6), lean, (x, y)), p.accent)


def _can(canvas: Canvas, x: float, y: float, lean: float) -> None:
    p = canvas.palette
    canvas.shade(
        turned(rounded(x - 52, y - 82, 104, 164, 18), lean, (x, y)), mix(p.accent, p.pale, 0.4), p.accent, across=True
    )
    canvas.fill(turned(ellipse(x, y - 72, 46, 14), lean, (x, y)), p.pale)
    canvas.fill(turned(box(x - 52, y - 16, 104, 44), lean, (x, y)), p.sun)


def _sheet(canvas: Canvas, x: float, y: float, lean: float) -> None:
    p = canvas.palette
    paper = [(x - 68, y - 92), (x + 36, y - 92), (x + 68, y - 58), (x + 68, y + 92), (x - 68, y + 92)]
    canvas.shade(turned(paper, lean, (x, y)), p.pale, mix(p.pale, p.far, 0.35))
    canvas.fill(turned([(x + 36, y - 92), (x + 68, y - 58), (x + 36, y - 58)], lean, (x, y)), p.mid)
    for row, end in enumerate((44, 44, 44, 44, 6)):
        canvas.line(
            turned([(x - 44, y - 40 + row * 26), (x + end, y - 40 + row * 26)], lean, (x, y)),
            7,
            p.far,
        )


def circular(canvas: Canvas) -> None:
    """A ring of arrows from nature to making, living and back."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    for radius in (620, 500):
        canvas.dot(800, 460, radius, p.pale, 0.35)
    canvas.shadow(ellipse(800, 450, 330), (0, 30), 40, 0.25)
    start, colours = rng.uniform(-50, 20), (p.near, p.accent, p.mid, p.sun)
    for quarter, colour in enumerate(colours):
        _ring_arrow(canvas, (800, 450), 282, (start + quarter * 90, start + quarter * 90 + 86), colour)
    canvas.shade(ellipse(800, 450, 190), mix(p.mid, p.pale, 0.2), p.near)
    canvas.glow(800, 380, 200, p.second, 0.5)
    canvas.line([(800, 560), (800, 440)], 12, p.pale)
    for lean, length in ((-48, 135), (44, 160)):
        canvas.fill(leaf(800, 500, length, lean), p.second if lean > 0 else p.pale)
    emblems = [_emblem_house, _emblem_factory, _emblem_box, _emblem_tree]
    rng.shuffle(emblems)
    for emblem, (side, level) in zip(emblems, ((-1, -1), (1, -1), (1, 1), (-1, 1)), strict=True):
        x, y = 800 + side * rng.uniform(450, 480), 450 + level * rng.uniform(185, 215)
        canvas.shadow(ellipse(x, y, 104), (0, 12), 18)
        canvas.dot(x, y, 104, p.pale)
        emblem(canvas, x, y)


def _ring_arrow(canvas: Canvas, centre: Point, radius: float, arc: tuple[float, float], colour: Colour) -> None:
    """One arrow of a ring, clockwise from the first angle to the tip at the second."""
    x, y = centre
    start, tip = arc
    neck = tip - 20
    outer, inner = (
        ellipse(x, y, radius * 1.16, sweep=(start, neck)),
        ellipse(x, y, radius * 0.84, sweep=(neck, start)),
    )
    canvas.shade([*outer, *inner], mix(colour, canvas.palette.pale, 0.15), colour)
    flare = [
        *ellipse(x, y, radius * 1.28, sweep=(neck - 1, neck))[-1:],
        *ellipse(x, y, radius * 0.72, sweep=(neck - 1, neck))[-1:],
    ]
    canvas.fill([*flare, ellipse(x, y, radius, sweep=(tip - 1, tip))[-1]], colour)


def _emblem_house(canvas: Canvas, x: float, y: float) -> None:
    house(canvas, (x - 40, y + 40), 80, canvas.palette.accent, canvas.palette.ink)


def _emblem_factory(canvas: Canvas, x: float, y: float) -> None:
    p = canvas.palette
    saw = [
        (x - 52, y + 42),
        (x - 52, y - 10),
        (x - 18, y + 12),
        (x - 18, y - 10),
        (x + 16, y + 12),
        (x + 16, y - 10),
        (x + 52, y + 12),
        (x + 52, y + 42),
    ]
    canvas.fill(box(x + 24, y - 52, 18, 70), p.near)
    canvas.shade(saw, p.mid, p.near)
    for left in (-38, -6, 26):
        canvas.fill(box(x + left, y + 20, 16, 12), p.sun)


def _emblem_box(canvas: Canvas, x: float, y: float) -> None:
    p = canvas.palette
    canvas.fill([(x, y - 50), (x + 48, y - 24), (x, y + 2), (x - 48, y - 24)], mix(p.sun, p.pale, 0.4))
    canvas.fill([(x - 48, y - 24), (x, y + 2), (x, y + 54), (x - 48, y + 28)], p.sun)
    canvas.fill([(x + 48, y - 24), (x, y + 2), (x, y + 54), (x + 48, y + 28)], mix(p.sun, p.accent, 0.5))


def _emblem_tree(canvas: Canvas, x: float, y: float) -> None:
    spruce(canvas, x - 24, y + 50, 92, canvas.palette.mid)
    spruce(canvas, x + 22, y + 50, 112, canvas.palette.near)


def retrofit(canvas: Canvas) -> None:
    """A block of flats, half of it already renovated."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(1180, 1440), 170, 70)
    forest(canvas, hills(canvas, 600, 34, (p.far, p.mid)), mix(p.mid, p.near, 0.3), 110)
    for x in (40, 1450):
        tower(canvas, (x, 740), (120, rng.uniform(220, 330)), p.far)
    hills(canvas, 750, 8, (p.second, mix(p.second, p.mid, 0.7)), 0.6)
    grey: Colour = (176, 182, 178)
    canvas.shade(box(270, 270, 530, 500), mix(grey, p.pale, 0.25), grey)
    canvas.shade(box(800, 250, 530, 520), p.pale, mix(p.second, p.pale, 0.55))
    for storey in range(4):
        _old_storey(canvas, 292 + storey * 118)
        _new_storey(canvas, 284 + storey * 120)
    _roof_and_scaffold(canvas)
    for x in (210, 1385):
        tree(canvas, x, 790, rng.uniform(210, 260), p.mid)


def _old_storey(canvas: Canvas, y: float) -> None:
    p = canvas.palette
    canvas.line([(270, y + 100), (800, y + 100)], 3, (140, 146, 143))
    for flat in range(4):
        canvas.fill(box(300 + flat * 124, y + 14, 84, 66), (104, 116, 118))
        canvas.fill(box(300 + flat * 124 + 40, y + 14, 5, 66), mix(p.pale, (104, 116, 118), 0.4))


def _new_storey(canvas: Canvas, y: float) -> None:
    p, rng = canvas.palette, canvas.rng
    for flat in range(4):
        x = 836 + flat * 124
        canvas.fill(box(x, y, 92, 76), p.sun if canvas.chance(0.45) else mix(p.near, p.far, 0.3))
        canvas.fill(box(x + 43, y, 6, 76), p.pale)
        canvas.shade(rounded(x - 10, y + 46, 112, 42, 6), mix(p.accent, p.sun, 0.25), p.accent)
        for plant in range(4):
            canvas.fill(leaf(x + 8 + plant * 24, y + 48, rng.uniform(18, 30), rng.uniform(-25, 25)), p.mid)


def _roof_and_scaffold(canvas: Canvas) -> None:
    p = canvas.palette
    canvas.fill(box(262, 256, 540, 18), (120, 128, 126))
    canvas.fill(box(796, 232, 546, 22), p.near)
    for panel in range(5):
        x = 824 + panel * 102
        canvas.shade([(x, 232), (x + 28, 176), (x + 104, 176), (x + 76, 232)], p.mid, p.ink)
        canvas.line([(x + 52, 176), (x + 26, 232)], 2.5, p.far)
    for pole in (724, 800, 876):
        canvas.line([(pole, 224), (pole, 776)], 8, p.sun)
    for storey in range(5):
        canvas.line([(712, 330 + storey * 110), (888, 330 + storey * 110)], 9, mix(p.sun, p.accent, 0.4))
