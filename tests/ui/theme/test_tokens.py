"""Tokens: readable pairs, and no colour anywhere else."""

import re
from pathlib import Path

import pytest

from app.ui.theme.tokens import DARK, LIGHT, Palette, Theme, contrast, palette

UI = Path(__file__).resolve().parents[3] / "app" / "ui"
COLOUR = re.compile(r"""["'\s(]#[0-9A-Fa-f]{3,8}\b|\brgba?\(|QColor\(\s*\d|GlobalColor\.(?!transparent)""")
PAIRS = [
    ("text", "page"),
    ("text", "surface"),
    ("text", "tint"),
    ("secondary", "page"),
    ("secondary", "surface"),
    ("accent", "page"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("good", "page"),
    ("warn", "page"),
    ("bad", "page"),
    ("bad", "surface"),
    ("side_text", "side"),
    ("side_text", "side_marked"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(colours: Palette, front: str, ground: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 4.5


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda p: str(p.relative_to(UI)))
def test_no_colour_literal_outside_the_tokens(path: Path) -> None:
    if path.name == "tokens.py":
        return
    assert COLOUR.findall(path.read_text(encoding="utf-8")) == []


def test_each_theme_has_its_palette() -> None:
    assert palette(Theme.LIGHT) is LIGHT
    assert palette(Theme.DARK) is DARK
