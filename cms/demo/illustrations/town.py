"""The only home of the demo's pictures of places: the city, the harbour, the street, the campus, the village."""

import math

from cms.demo.illustrations.canvas import HEIGHT, WIDTH, Canvas
from cms.demo.illustrations.geometry import Grid, Point, arched, box, ellipse, rounded
from cms.demo.illustrations.landscape import birds, forest, hills, sea, sky, spruce, sun, tree
from cms.demo.illustrations.objects import block, house, skyline, tower, walker, windows
from cms.demo.illustrations.palettes import Colour, mix

BLOCKS = 5


def city(canvas: Canvas) -> None:
    """A city and its twin of light: blocks that go over into a model of lines."""
    p, rng = canvas.palette, canvas.rng
    canvas.background(p.sky)
    canvas.glow(800, 380, 780, p.pale, 0.9)
    grid = Grid(800, 165, 66)
    floor = grid.floor((0, 0), (10, 10))
    canvas.shadow(floor, (0, 34), 30, 0.35)
    canvas.fill([(x, y + 22) for x, y in floor], p.ink)
    canvas.shade(floor, mix(p.far, p.pale, 0.5), p.far)
    walls = [p.mid, p.near, p.accent, p.second, mix(p.mid, p.pale, 0.35)]
    for place in range(BLOCKS**2):
        east, south = divmod(place, BLOCKS)
        spot = (east * 2 + 0.25, south * 2 + 0.25)
        height = min(rng.uniform(0.8, 3.6), 1.6 + 0.3 * (east + south))
        if place in (7, 16):
            _park(canvas, grid, spot)
        elif east - south > rng.uniform(0, 1.6):
            _wire_block(canvas, grid, spot, height)
        else:
            block(canvas, grid, spot, (1.5, 1.5, height), rng.choice(walls))
            _wall_windows(canvas, grid, spot, height)


def _park(canvas: Canvas, grid: Grid, spot: Point) -> None:
    east, south = spot
    green: Colour = (132, 190, 150)
    canvas.fill(grid.floor(spot, (1.5, 1.5)), green)
    for e, s in ((0.35, 0.35), (1.15, 0.5), (0.55, 1.15)):
        tree(canvas, *grid.at(east + e, south + s), 90, mix(green, canvas.palette.ink, 0.2))


def _wall_windows(canvas: Canvas, grid: Grid, spot: Point, height: float) -> None:
    p = canvas.palette
    east, south = spot
    for storey in range(int(height / 0.5)):
        up = 0.15 + storey * 0.5
        for pane in range(3):
            along = 0.15 + pane * 0.45
            colour = p.sun if canvas.chance(0.35) else p.ink
            shape = [
                grid.at(east + along + e, south + 1.5, up + u) for e, u in ((0, 0), (0.28, 0), (0.28, 0.26), (0, 0.26))
            ]
            canvas.fill(shape, colour, 0.75)


def _wire_block(canvas: Canvas, grid: Grid, spot: Point, height: float) -> None:
    p = canvas.palette
    foot, roof = (grid.floor(spot, (1.5, 1.5), up) for up in (0, height))
    canvas.fill([foot[3], foot[2], foot[1], roof[1], roof[0], roof[3]], p.pale, 0.45)
    for at, (low, high) in enumerate(zip(foot, roof, strict=True)):
        canvas.line([low, high], 2.5, p.near)
        canvas.line([low, foot[(at + 1) % 4]], 2.5, p.near)
        canvas.line([high, roof[(at + 1) % 4]], 2.5, p.near)
        canvas.dot(*high, 6, p.accent)


def harbour(canvas: Canvas) -> None:
    """New homes by the sea, with the cranes of the port and a sail."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(650, 900), 330, 90)
    skyline(canvas, 600, mix(p.far, p.sky[1], 0.45), 210)
    walls = [p.mid, p.second, p.near, mix(p.accent, p.second, 0.5), mix(p.mid, p.pale, 0.3)]
    for number, x in enumerate((930, 1050, 1180, 1300, 1430)):
        tower(canvas, (x + rng.uniform(-10, 10), 610), (112, rng.uniform(190, 460)), walls[number])
    canvas.shade(box(0, 596, WIDTH, 44), mix(p.ink, p.mid, 0.3), p.ink)
    _crane(canvas, rng.uniform(70, 110), 600, 1.0)
    _crane(canvas, rng.uniform(400, 460), 600, 0.8)
    for number in range(6):
        colour = (p.near, p.second, p.accent, p.mid)[number % 4]
        canvas.shade(box(560 + number % 3 * 104, 556 - number // 3 * 44, 100, 42), mix(colour, p.pale, 0.15), colour)
    sea(canvas, 636, p.mid, p.near, 34)
    _sailing_boat(canvas, rng.uniform(640, 860), 780)
    birds(canvas, rng.uniform(480, 620), 160)


def _crane(canvas: Canvas, x: float, base: float, size: float) -> None:
    p = canvas.palette
    steel, thick = p.accent, 13 * size
    top = base - 330 * size
    for leg in (0, 150):
        canvas.line([(x + leg * size, base), (x + (leg * 0.7 + 24) * size, top)], thick, steel)
    canvas.line([(x + 20 * size, base - 130 * size), (x + 138 * size, base - 130 * size)], thick * 0.8, steel)
    canvas.line([(x - 60 * size, top), (x + 320 * size, top - 60 * size)], thick, steel)
    canvas.line(
        [(x - 60 * size, top), (x + 90 * size, top - 120 * size), (x + 320 * size, top - 60 * size)], thick * 0.4, steel
    )
    canvas.line([(x + 90 * size, top), (x + 90 * size, top - 120 * size)], thick * 0.7, steel)
    canvas.line([(x + 270 * size, top - 46 * size), (x + 270 * size, base - 190 * size)], 3, p.ink)
    canvas.fill(rounded(x + 56 * size, top - 30 * size, 68 * size, 52 * size, 8), p.ink)
    canvas.fill(box(x + 226 * size, base - 192 * size, 88 * size, 44 * size), p.near)


def _sailing_boat(canvas: Canvas, x: float, y: float) -> None:
    p = canvas.palette
    canvas.line([(x, y), (x, y - 270)], 7, p.ink)
    canvas.shade([(x + 10, y - 262), (x + 10, y - 26), (x + 150, y - 26)], p.pale, p.second)
    canvas.shade([(x - 10, y - 230), (x - 10, y - 26), (x - 106, y - 26)], p.pale, mix(p.pale, p.accent, 0.5))
    canvas.shade(
        [(x - 140, y - 10), (x + 170, y - 10), (x + 110, y + 46), (x - 96, y + 46)],
        p.accent,
        mix(p.accent, p.ink, 0.25),
    )
    canvas.fill(rounded(x - 180, y + 44, 380, 10, 5), p.pale, 0.6)


def street(canvas: Canvas) -> None:
    """A street of trees and bicycles."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 2)
    sun(canvas, rng.uniform(350, 1250), 120, 60)
    skyline(canvas, 640, mix(p.far, p.sky[1], 0.5), 420)
    walls = [p.accent, mix(p.mid, p.pale, 0.3), p.sun, mix(p.accent, p.sun, 0.5), mix(p.near, p.pale, 0.25), p.second]
    rng.shuffle(walls)
    for number, wall in enumerate(walls):
        _facade(canvas, 20 + number * 262, wall)
    canvas.shade(box(0, 660, WIDTH, 50), mix(p.pale, p.far, 0.3), mix(p.pale, p.far, 0.6))
    canvas.shade(box(0, 704, WIDTH, 196), mix(p.mid, p.ink, 0.35), mix(p.near, p.ink, 0.6))
    for x in (30, 290, 545, 810, 1075, 1330, 1580):
        tree(canvas, x + rng.uniform(-20, 20), 706, rng.uniform(240, 290), p.mid)
    for dash in range(9):
        canvas.fill(rounded(dash * 190 + 30, 868, 100, 8, 4), p.pale, 0.7)
    _cyclist(canvas, rng.uniform(300, 460), 830, p.accent)
    _cyclist(canvas, rng.uniform(980, 1150), 850, p.sun)
    walker(canvas, rng.uniform(640, 800), 706, 130, p.accent)


def _facade(canvas: Canvas, x: float, wall: Colour) -> None:
    p = canvas.palette
    height = canvas.rng.uniform(360, 470)
    top = 666 - height
    canvas.shade(box(x, top, 254, height), mix(wall, p.pale, 0.2), wall)
    canvas.fill([(x - 8, top), (x + 26, top - 54), (x + 228, top - 54), (x + 262, top)], mix(p.ink, wall, 0.2))
    windows(canvas, (x + 14, top + 20, 226, height - 170), 4, 3, 0.35)
    canvas.fill(box(x + 18, 560, 146, 106), mix(p.ink, p.near, 0.5))
    canvas.fill(arched(x + 184, 556, 50, 110), p.ink)
    for stripe in range(6):
        colour = p.pale if stripe % 2 else p.near
        canvas.fill(box(x + 12 + stripe * 26.5, 538, 26.5, 34), colour)


def _cyclist(canvas: Canvas, x: float, base: float, coat: Colour) -> None:
    p = canvas.palette
    for wheel in (0, 150):
        canvas.line(ellipse(x + wheel, base - 48, 48), 8, p.ink)
        canvas.line(ellipse(x + wheel, base - 48, 42), 2, p.pale)
    crank, saddle, stem = (x + 66, base - 44), (x + 44, base - 124), (x + 122, base - 124)
    canvas.line([(x, base - 48), saddle, crank, (x, base - 48)], 8, p.pale)
    canvas.line([crank, stem, (x + 150, base - 48)], 8, p.pale)
    canvas.line([saddle, stem], 8, p.pale)
    canvas.line([(x + 118, base - 146), (x + 142, base - 150)], 8, p.pale)
    canvas.line([(x + 48, base - 136), (x + 96, base - 96), (x + 70, base - 38)], 20, p.ink)
    canvas.line([(x + 48, base - 142), (x + 84, base - 226)], 42, coat)
    canvas.line([(x + 88, base - 220), (x + 112, base - 176), (x + 136, base - 152)], 16, mix(coat, p.ink, 0.25))
    canvas.dot(x + 104, base - 272, 26, (236, 188, 150))
    canvas.fill(ellipse(x + 102, base - 276, 31, 28, (175, 365)), p.pale)


def campus(canvas: Canvas) -> None:
    """The old main building and the new fan-shaped hall, with students between them."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 3)
    sun(canvas, rng.uniform(1180, 1400), 170, 72)
    forest(canvas, hills(canvas, 560, 30, (p.far, mix(p.far, p.mid, 0.6))), mix(p.mid, p.far, 0.3), 130)
    _fan_hall(canvas)
    _colonnade(canvas)
    hills(canvas, 706, 5, (mix(p.second, p.pale, 0.3), mix(p.second, p.accent, 0.3)), 0.5)
    canvas.fill([(390, 702), (590, 702), (860, HEIGHT), (240, HEIGHT)], p.pale, 0.8)
    for x in (60, 760, 1540):
        tree(canvas, x + rng.uniform(-20, 20), 730, rng.uniform(230, 280), p.mid)
    for number, coat in enumerate((p.accent, p.near, p.mid, p.sun, p.accent)):
        walker(canvas, 330 + number * 240 + rng.uniform(-50, 50), rng.uniform(790, 860), 160, coat)


def _colonnade(canvas: Canvas) -> None:
    p = canvas.palette
    canvas.shade(box(170, 400, 640, 304), p.second, mix(p.second, p.accent, 0.4))
    canvas.fill(box(190, 470, 600, 234), mix(p.near, p.mid, 0.3))
    for column in range(7):
        x = 196 + column * 90
        canvas.shade(box(x, 462, 44, 226), p.pale, mix(p.pale, p.far, 0.7), across=True)
        canvas.fill(box(x - 6, 456, 56, 14), p.pale)
    canvas.fill(box(150, 416, 680, 42), p.pale)
    canvas.shade([(140, 418), (490, 290), (840, 418)], p.pale, mix(p.pale, p.far, 0.5))
    canvas.fill([(240, 402), (490, 312), (740, 402)], p.mid)
    canvas.dot(490, 364, 28, p.sun)
    for step in range(3):
        canvas.fill(box(160 - step * 16, 684 + step * 10, 660 + step * 32, 10), mix(p.pale, p.far, 0.25 * step))


def _fan_hall(canvas: Canvas) -> None:
    p = canvas.palette
    for step in range(9):
        x, height = 900 + step * 62, 90 + step * 40
        wall = mix(p.accent, p.near, step / 14)
        canvas.shade(box(x, 706 - height, 64, height), mix(wall, p.pale, 0.15), wall)
        canvas.fill([(x, 706 - height), (x + 64, 706 - height - 40), (x + 64, 706 - height)], p.pale)
        canvas.fill(box(x + 14, 706 - height + 22, 36, max(20, height - 70)), p.ink, 0.5)
    canvas.fill(box(1458, 306, 66, 400), mix(p.near, p.ink, 0.3))


def village(canvas: Canvas) -> None:
    """Red houses and a white church by a lake."""
    p, rng = canvas.palette, canvas.rng
    sky(canvas, 4)
    sun(canvas, rng.uniform(350, 600), 220, 78)
    forest(canvas, hills(canvas, 430, 48, (p.far, mix(p.far, p.mid, 0.5))), mix(p.mid, p.far, 0.3), 100)
    forest(canvas, hills(canvas, 530, 26, (mix(p.far, p.mid, 0.6), p.mid)), mix(p.mid, p.near, 0.5), 90, 0.4)
    _church(canvas, rng.uniform(760, 840), 640)
    hills(canvas, 620, 14, (mix(p.second, p.sun, 0.3), p.second), 0.7)
    for number, x in enumerate((150, 400, 1090, 1340)):
        wall = (p.accent, p.sun, p.accent, mix(p.accent, p.near, 0.3))[number]
        house(canvas, (x + rng.uniform(-30, 30), 700 + rng.uniform(-14, 16)), rng.uniform(150, 190), wall, p.ink)
    for x in (70, 350, 640, 1030, 1300, 1550):
        grow = rng.choice((tree, spruce))
        grow(canvas, x + rng.uniform(-16, 16), 716, rng.uniform(170, 240), p.near)
    shore = [(x, 762 + 12 * math.sin(x / 190)) for x in range(-20, WIDTH + 41, 20)]
    canvas.shade([*shore, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], mix(p.mid, p.pale, 0.4), p.mid)
    for _ in range(16):
        canvas.fill(rounded(rng.uniform(0, WIDTH), rng.uniform(790, 890), rng.uniform(60, 180), 5, 3), p.pale, 0.4)


def _church(canvas: Canvas, x: float, base: float) -> None:
    p = canvas.palette
    stone = mix(p.pale, p.far, 0.25)
    canvas.shade([(x + 90, base), (x + 90, base - 150), (x + 320, base - 150), (x + 320, base)], p.pale, stone)
    canvas.fill([(x + 78, base - 146), (x + 124, base - 236), (x + 300, base - 236), (x + 334, base - 146)], p.near)
    for window in (132, 196, 260):
        canvas.fill(arched(x + window, base - 118, 32, 76), p.mid)
    canvas.shade(box(x, base - 250, 112, 250), p.pale, stone)
    canvas.fill([(x - 10, base - 248), (x + 56, base - 430), (x + 122, base - 248)], p.near)
    canvas.fill(arched(x + 40, base - 90, 34, 90), p.near)
    canvas.fill(arched(x + 42, base - 214, 28, 56), p.mid)
    canvas.line([(x + 56, base - 480), (x + 56, base - 430)], 6, p.ink)
    canvas.line([(x + 42, base - 464), (x + 70, base - 464)], 6, p.ink)
