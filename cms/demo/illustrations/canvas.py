"""The only home of the demo's drawing surface: 1600 by 900 units, painted at twice the size asked and then halved."""

import io
from collections.abc import Sequence
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from cms.demo.illustrations.geometry import Point, Points, ellipse
from cms.demo.illustrations.palettes import Colour, Fade, Palette

WIDTH, HEIGHT = 1600, 900
OVERSAMPLING = 2
JPEG_QUALITY = 85
GRAIN = 4
THINNEST_WITH_ENDS = 4
GRAIN_TILE = 256
SHADOW_COARSENESS = 8


class Canvas:
    """What a scene paints on. A size of another shape shows the middle of the scene."""

    def __init__(self, size: tuple[int, int], palette: Palette, rng: Random) -> None:
        width, height = size[0] * OVERSAMPLING, size[1] * OVERSAMPLING
        self.palette = palette
        self.rng = rng
        self._scale = max(width / WIDTH, height / HEIGHT)
        self._left = (width - WIDTH * self._scale) / 2
        self._top = (height - HEIGHT * self._scale) / 2
        self._image = Image.new("RGB", (width, height))
        self._solid = ImageDraw.Draw(self._image)
        self._veil = ImageDraw.Draw(self._image, "RGBA")

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def background(self, fade: Fade) -> None:
        self._image.paste(_gradient(self._image.size, *fade))

    def fill(self, outline: Sequence[Point], colour: Colour, alpha: float = 1) -> None:
        points = self._placed(outline)
        if alpha < 1:
            self._veil.polygon(points, fill=(*colour, round(alpha * 255)))
        else:
            self._solid.polygon(points, fill=colour)

    def shade(self, outline: Sequence[Point], first: Colour, last: Colour, *, across: bool = False) -> None:
        """Fill with a soft gradient, from top to bottom or from left to right."""
        points = self._placed(outline)
        left, top = (max(0, int(min(point[axis] for point in points))) for axis in (0, 1))
        right, low = (min(self._image.size[axis], int(max(p[axis] for p in points)) + 1) for axis in (0, 1))
        if right <= left or low <= top:
            return
        mask = Image.new("L", (right - left, low - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in points], fill=255)
        self._image.paste(_gradient(mask.size, first, last, across=across), (left, top), mask)

    def line(self, path: Sequence[Point], width: float, colour: Colour) -> None:
        """A line with round joints and ends."""
        points = self._placed(path)
        thickness = max(1, round(width * self._scale))
        self._solid.line(points, fill=colour, width=thickness, joint="curve")
        if thickness >= THINNEST_WITH_ENDS:
            for x, y in (points[0], points[-1]):
                half = thickness / 2 - 0.5
                self._solid.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def dot(self, x: float, y: float, radius: float, colour: Colour, alpha: float = 1) -> None:
        self.fill(ellipse(x, y, radius), colour, alpha)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1) -> None:
        """Light that fades away from a point."""
        ((left, top),) = self._placed([(x - radius, y - radius)])
        side = max(1, round(2 * radius * self._scale))
        mask = _halo(round(strength * 255)).resize((side, side), Image.Resampling.BILINEAR)
        self._image.paste(colour, (round(left), round(top), round(left) + side, round(top) + side), mask)

    def shadow(self, outline: Sequence[Point], fall: Point, softness: float, strength: float = 0.3) -> None:
        """The soft shadow of a shape, painted before the shape itself."""
        points = [(x / SHADOW_COARSENESS, y / SHADOW_COARSENESS) for x, y in self._placed(_moved(outline, fall))]
        blur = softness * self._scale / SHADOW_COARSENESS
        left, top = (int(min(point[axis] for point in points) - 3 * blur) for axis in (0, 1))
        right, low = (int(max(point[axis] for point in points) + 3 * blur) + 1 for axis in (0, 1))
        mask = Image.new("L", (right - left, low - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in points], fill=round(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(blur))
        mask = mask.resize((mask.width * SHADOW_COARSENESS, mask.height * SHADOW_COARSENESS), Image.Resampling.BILINEAR)
        corner = (left * SHADOW_COARSENESS, top * SHADOW_COARSENESS)
        self._image.paste(self.palette.ink, (*corner, corner[0] + mask.width, corner[1] + mask.height), mask)

    def jpeg(self, *, mirrored: bool) -> bytes:
        image = self._image.reduce(OVERSAMPLING)
        image = _grained(ImageOps.mirror(image) if mirrored else image, self.rng)
        out = io.BytesIO()
        image.save(out, "JPEG", quality=JPEG_QUALITY)
        return out.getvalue()

    def _placed(self, points: Sequence[Point]) -> Points:
        return [(self._left + x * self._scale, self._top + y * self._scale) for x, y in points]


def _moved(points: Sequence[Point], by: Point) -> Points:
    return [(x + by[0], y + by[1]) for x, y in points]


def _gradient(size: tuple[int, int], first: Colour, last: Colour, *, across: bool = False) -> Image.Image:
    ramp = ImageOps.colorize(Image.linear_gradient("L").crop((0, 0, 1, 256)), first, last)
    if across:
        ramp = ramp.transpose(Image.Transpose.ROTATE_90)
    length = (size[0], 1) if across else (1, size[1])
    return ramp.resize(length, Image.Resampling.BILINEAR).resize(size, Image.Resampling.NEAREST)


@lru_cache(maxsize=64)
def _halo(strength: int) -> Image.Image:
    # Pillow's radial gradient has reached this value where it touches the middle of a side.
    edge = 180
    fall = [round(max(0, 1 - distance / edge) ** 2 * strength) for distance in range(256)]
    return Image.radial_gradient("L").point(fall)


def _grained(image: Image.Image, rng: Random) -> Image.Image:
    # Pillow's own noise cannot be seeded; a small tile of ours keeps the same arguments the same bytes.
    noise = Image.frombytes("L", (GRAIN_TILE, GRAIN_TILE), rng.randbytes(GRAIN_TILE**2))
    tile = noise.point([value * 2 * GRAIN // 255 for value in range(256)])
    grain = Image.new("L", image.size)
    for left in range(0, image.width, GRAIN_TILE):
        for top in range(0, image.height, GRAIN_TILE):
            grain.paste(tile, (left, top))
    return ImageChops.add(image, Image.merge("RGB", (grain, grain, grain)), offset=-GRAIN)
