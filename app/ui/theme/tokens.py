"""Every colour and measure of the window, light and dark; no colour literal stands anywhere else (a test greps).

To add a token: a field of ``Palette``, its two values here, and, where it is a pair of text and ground, a line in
the contrast test.
"""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The two themes."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Palette:
    """Colours of one theme as ``#RRGGBB``."""

    page: str
    surface: str
    text: str
    secondary: str
    disabled: str
    line: str
    accent: str
    on_accent: str
    accent_hover: str
    tint: str
    good: str
    warn: str
    bad: str
    side: str
    side_text: str
    side_marked: str
    paper: str = "#FFFFFF"
    ink: str = "#000000"
    watermark: str = "#E4E4E4"


LIGHT = Palette(
    page="#F7F6F3",
    surface="#FFFFFF",
    text="#1F2328",
    secondary="#5B6470",
    disabled="#9AA3AD",
    line="#E3E1DB",
    accent="#2B4C7E",
    on_accent="#FFFFFF",
    accent_hover="#233F6A",
    tint="#E8EEF7",
    good="#2E7D4F",
    warn="#956711",
    bad="#B3372B",
    side="#1E2A3A",
    side_text="#D7DEE8",
    side_marked="#2F4058",
)
DARK = Palette(
    page="#16191D",
    surface="#1E2227",
    text="#E6E8EB",
    secondary="#A9B1BB",
    disabled="#6B747E",
    line="#30363D",
    accent="#7DA2D6",
    on_accent="#10151B",
    accent_hover="#93B3DF",
    tint="#24303F",
    good="#6FBF8F",
    warn="#D9A74A",
    bad="#E07A6E",
    side="#11161D",
    side_text="#C3CBD5",
    side_marked="#243142",
)

GRID = 4
PADDING = 24
ROW = 34
FIELD = 32
RADIUS = 6
SIDE_BAR = 148
SIDE_PANEL = 420
BASE_PX = 14
TITLE_PX = 20
SMALL_PX = 12
ICON_PX = 18


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return DARK if theme is Theme.DARK else LIGHT


def contrast(one: str, other: str) -> float:
    """Contrast of two ``#RRGGBB`` colours, 1 … 21 (WCAG 2.1, relative luminance)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
