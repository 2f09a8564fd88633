"""The only home of the colours of the demo's pictures: one palette for each family of themes."""

import colorsys
from dataclasses import dataclass, replace
from random import Random

Colour = tuple[int, int, int]
Fade = tuple[Colour, Colour]

HUE_DRIFT = 0.014


@dataclass(frozen=True)
class Palette:
    """The colours of one family: a landscape from `far` to `ink`, and a few strong ones to set against it."""

    skies: tuple[Fade, ...]
    night: Fade
    far: Colour
    mid: Colour
    near: Colour
    ink: Colour
    pale: Colour
    accent: Colour
    second: Colour
    sun: Colour

    @property
    def sky(self) -> Fade:
        return self.skies[0]

    def varied(self, rng: Random) -> "Palette":
        """The same family in a slightly different light: another sky, the hues drifted together."""
        drift = rng.uniform(-HUE_DRIFT, HUE_DRIFT)
        top, low = rng.choice(self.skies)
        return replace(
            self,
            skies=((_drifted(top, drift), _drifted(low, drift)),),
            night=(_drifted(self.night[0], drift), _drifted(self.night[1], drift)),
            far=_drifted(self.far, drift),
            mid=_drifted(self.mid, drift),
            near=_drifted(self.near, drift),
            ink=_drifted(self.ink, drift),
            accent=_drifted(self.accent, drift),
            second=_drifted(self.second, drift),
        )


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The first colour with this share of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _drifted(colour: Colour, drift: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb((hue + drift) % 1, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


CLIMATE = Palette(
    skies=(
        ((176, 226, 219), (253, 246, 226)),
        ((150, 214, 218), (236, 248, 230)),
        ((247, 222, 184), (232, 246, 236)),
    ),
    night=((6, 44, 51), (18, 104, 101)),
    far=(143, 207, 185),
    mid=(63, 159, 134),
    near=(23, 105, 95),
    ink=(11, 59, 63),
    pale=(251, 253, 246),
    accent=(240, 118, 79),
    second=(185, 216, 106),
    sun=(255, 203, 82),
)

CITIZENS = Palette(
    skies=(
        ((208, 192, 246), (255, 231, 220)),
        ((246, 196, 208), (255, 241, 224)),
        ((188, 190, 244), (253, 226, 234)),
    ),
    night=((29, 17, 71), (122, 70, 160)),
    far=(195, 174, 233),
    mid=(138, 104, 204),
    near=(85, 56, 154),
    ink=(42, 26, 87),
    pale=(255, 250, 245),
    accent=(255, 117, 99),
    second=(255, 181, 158),
    sun=(255, 209, 102),
)

INDUSTRY = Palette(
    skies=(
        ((176, 212, 255), (241, 247, 255)),
        ((190, 220, 246), (255, 245, 230)),
        ((168, 198, 250), (228, 246, 251)),
    ),
    night=((7, 21, 57), (28, 78, 172)),
    far=(156, 195, 240),
    mid=(77, 139, 224),
    near=(33, 86, 184),
    ink=(12, 34, 83),
    pale=(248, 251, 255),
    accent=(255, 150, 84),
    second=(95, 217, 224),
    sun=(255, 210, 122),
)

REGION = Palette(
    skies=(
        ((205, 219, 222), (249, 241, 226)),
        ((196, 211, 222), (247, 238, 230)),
        ((233, 220, 199), (246, 244, 236)),
    ),
    night=((28, 42, 53), (75, 100, 120)),
    far=(178, 205, 210),
    mid=(104, 152, 167),
    near=(50, 96, 117),
    ink=(27, 50, 67),
    pale=(253, 251, 246),
    accent=(216, 112, 74),
    second=(214, 190, 142),
    sun=(240, 192, 99),
)
