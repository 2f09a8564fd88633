"""The only home of the made things in the demo's pictures: buildings, pipes, boxes, people, networks."""

from collections.abc import Sequence

from cms.demo.illustrations.canvas import HEIGHT, WIDTH, Canvas
from cms.demo.illustrations.geometry import Grid, Point, arched, box, ellipse, rounded
from cms.demo.illustrations.palettes import Colour, mix

SKINS: tuple[Colour, ...] = ((250, 214, 186), (236, 188, 150), (196, 138, 98), (141, 92, 64))


def windows(
    canvas: Canvas, frame: tuple[float, float, float, float], columns: int, rows: int, lit: float = 0.3
) -> None:
    """A grid of windows inside a frame (left, top, width, height), some of them lit."""
    left, top, width, height = frame
    wide, high = width / columns, height / rows
    glass = mix(canvas.palette.ink, canvas.palette.mid, 0.35)
    for column in range(columns):
        for row in range(rows):
            colour = canvas.palette.sun if canvas.chance(lit) else glass
            pane = (left + wide * (column + 0.22), top + high * (row + 0.2), wide * 0.56, high * 0.6)
            canvas.fill(box(*pane), colour)


def tower(canvas: Canvas, foot: Point, size: Point, colour: Colour, lit: float = 0.3) -> None:
    """A block of flats or offices on its base line, its right side in the shade."""
    (x, base), (width, height) = foot, size
    canvas.shade(box(x, base - height, width, height), mix(colour, canvas.palette.pale, 0.18), colour)
    canvas.fill(box(x + width * 0.86, base - height, width * 0.14, height), mix(colour, canvas.palette.ink, 0.22))
    canvas.fill(box(x - 4, base - height - 8, width + 8, 10), mix(colour, canvas.palette.ink, 0.35))
    columns, rows = max(2, round(width / 42)), max(2, round(height / 52))
    windows(canvas, (x + width * 0.06, base - height + 14, width * 0.76, height - 30), columns, rows, lit)


def house(canvas: Canvas, foot: Point, width: float, wall: Colour, roof: Colour) -> None:
    """A gabled house, its gable to us."""
    x, base = foot
    height = width * 0.62
    peak = (x + width / 2, base - height * 1.75)
    gable = [(x, base), (x, base - height), peak, (x + width, base - height), (x + width, base)]
    canvas.shade(gable, mix(wall, canvas.palette.pale, 0.15), wall)
    canvas.line(
        [(x - width * 0.09, base - height * 0.92), peak, (x + width * 1.09, base - height * 0.92)], width * 0.07, roof
    )
    canvas.fill(box(x + width * 0.7, base - height * 1.72, width * 0.11, height * 0.5), roof)
    for left in (0.16, 0.62):
        _lit_window(canvas, x + width * left, base - height * 0.78, width * 0.22)
    canvas.fill(
        arched(x + width * 0.41, base - height * 0.5, width * 0.18, height * 0.5), mix(roof, canvas.palette.ink, 0.3)
    )
    canvas.dot(x + width / 2, base - height * 1.2, width * 0.07, canvas.palette.pale)


def _lit_window(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.fill(box(x - side * 0.12, y - side * 0.12, side * 1.24, side * 1.24), canvas.palette.pale)
    canvas.fill(box(x, y, side, side), canvas.palette.sun)
    canvas.line([(x + side / 2, y), (x + side / 2, y + side)], side * 0.1, canvas.palette.pale)


def skyline(canvas: Canvas, base: float, colour: Colour, tallest: float, foot: Colour | None = None) -> None:
    """A far city without windows, its foot in the haze of the sky unless told otherwise."""
    foot = foot or mix(colour, canvas.palette.sky[1], 0.45)
    x = -30.0
    while x < WIDTH:
        width, height = canvas.rng.uniform(50, 120), tallest * canvas.rng.uniform(0.35, 1)
        canvas.shade(box(x, base - height, width, height), colour, foot)
        x += width + canvas.rng.choice((0, 0, 8, 26))


def block(canvas: Canvas, grid: Grid, spot: Point, size: tuple[float, float, float], colour: Colour) -> None:
    """A box on a grid: its top light, its left side plain, its right side in the shade."""
    (east, south), (wide, deep, height) = spot, size
    far_east, far_south = east + wide, south + deep
    left = [grid.at(east, far_south, up) for up in (0, height)] + [
        grid.at(far_east, far_south, up) for up in (height, 0)
    ]
    right = [grid.at(far_east, south, up) for up in (0, height)] + [
        grid.at(far_east, far_south, up) for up in (height, 0)
    ]
    top = grid.floor(spot, (wide, deep), height)
    canvas.shade(left, mix(colour, canvas.palette.pale, 0.08), mix(colour, canvas.palette.ink, 0.12))
    canvas.shade(right, mix(colour, canvas.palette.ink, 0.32), mix(colour, canvas.palette.ink, 0.45))
    canvas.fill(top, mix(colour, canvas.palette.pale, 0.45))


def pipe(canvas: Canvas, path: Sequence[Point], width: float, colour: Colour) -> None:
    """A pipe with a shine along it."""
    canvas.line(path, width, mix(colour, canvas.palette.ink, 0.18))
    canvas.line(path, width * 0.68, colour)
    canvas.line([(x, y - width * 0.14) for x, y in path], width * 0.16, mix(colour, canvas.palette.pale, 0.55))


def network(canvas: Canvas, nodes: Sequence[Point], reach: float, edge: Colour, node: Colour) -> None:
    """Nodes, joined wherever two lie within reach of each other."""
    for at, (x, y) in enumerate(nodes):
        for other_x, other_y in nodes[at + 1 :]:
            if (x - other_x) ** 2 + (y - other_y) ** 2 < reach**2:
                canvas.line([(x, y), (other_x, other_y)], 2.5, edge)
    for x, y in nodes:
        canvas.dot(x, y, canvas.rng.uniform(6, 12), node)


def walker(canvas: Canvas, x: float, base: float, height: float, coat: Colour) -> None:
    """A person on their way."""
    stride = height * canvas.rng.uniform(0.07, 0.12)
    trousers = canvas.palette.ink
    canvas.line([(x, base - height * 0.45), (x - stride, base)], height * 0.075, trousers)
    canvas.line(
        [(x, base - height * 0.45), (x + stride, base)], height * 0.075, mix(trousers, canvas.palette.pale, 0.12)
    )
    canvas.fill(rounded(x - height * 0.11, base - height * 0.8, height * 0.22, height * 0.42, height * 0.1), coat)
    canvas.line(
        [(x, base - height * 0.72), (x + stride * 0.9, base - height * 0.45)], height * 0.06, mix(coat, trousers, 0.25)
    )
    canvas.dot(x, base - height * 0.89, height * 0.085, canvas.rng.choice(SKINS))
    canvas.fill(ellipse(x, base - height * 0.91, height * 0.088, sweep=(180, 360)), mix(trousers, coat, 0.2))


def bust(canvas: Canvas, foot: Point, size: float, coat: Colour, look: tuple[Colour, Colour]) -> None:
    """A person from the chest up; `size` is the width of the shoulders, the look a skin and a hair."""
    (x, base), (skin, hair) = foot, look
    head, radius = base - size * 0.87, size * 0.23
    if canvas.chance(0.5):
        canvas.fill(rounded(x - radius * 1.25, head - radius * 1.2, radius * 2.5, radius * 3.1, radius * 1.2), hair)
    canvas.shade(
        [*ellipse(x, base, size / 2, size * 0.56, (180, 360)), (x + size / 2, HEIGHT), (x - size / 2, HEIGHT)],
        mix(coat, canvas.palette.pale, 0.12),
        coat,
    )
    canvas.fill(
        rounded(x - radius * 0.42, head + radius * 0.5, radius * 0.84, radius * 1.5, radius * 0.4),
        mix(skin, hair, 0.15),
    )
    canvas.dot(x, head, radius, skin)
    canvas.fill(ellipse(x, head - radius * 0.12, radius * 1.06, radius * 1.02, (180, 360)), hair)
    canvas.fill(ellipse(x + radius * 0.3, head - radius * 0.14, radius * 0.72, radius * 0.26, (0, 180)), hair)
    for side in (-1, 1):
        canvas.dot(x + side * radius * 0.36, head + radius * 0.3, radius * 0.075, canvas.palette.ink)
    canvas.line(ellipse(x, head + radius * 0.44, radius * 0.3, sweep=(35, 145)), radius * 0.07, canvas.palette.ink)
