"""The only home of which text colour can be read on a background.

By WCAG 2's contrast ratio and relative luminance: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

import re
from functools import lru_cache

COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
ENOUGH_FOR_TEXT = 4.5
LINEAR_BELOW = 0.04045


@lru_cache(maxsize=256)
def text_color(background: str) -> str:
    """White where it reaches 4.5:1 on `background` (#rrggbb), else black; a draft may have anything there."""
    is_color = COLOR.fullmatch(background)
    return "#ffffff" if is_color and 1.05 / (_luminance(background) + 0.05) >= ENOUGH_FOR_TEXT else "#000000"


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
