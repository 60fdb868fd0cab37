"""Colours between tokens."""

import pytest

from app.ui.theme.shades import blend, readable_on
from app.ui.theme.tokens import DARK, LIGHT, contrast
from app.ui.widgets.heat_paint import LEVELS, paper_shades, screen_shades


@pytest.mark.parametrize(("share", "colour"), [(0, "#000000"), (1, "#FF8000"), (0.5, "#804000")])
def test_a_blend_lies_between(share: float, colour: str) -> None:
    assert blend("#000000", "#FF8000", share) == colour


def test_the_readable_ink_is_the_one_of_more_contrast() -> None:
    assert readable_on("#FFFFFF", "#000000", "#EEEEEE") == "#000000"
    assert readable_on("#101010", "#000000", "#EEEEEE") == "#EEEEEE"


@pytest.mark.parametrize("shades", [screen_shades(LIGHT), screen_shades(DARK), paper_shades(LIGHT)])
def test_letters_can_be_read_on_every_shade_of_the_heat_map(shades) -> None:
    assert len(shades.levels) == len(LEVELS)
    pairs = [*zip(shades.levels, shades.letters, strict=True)]
    pairs += [(ground, ink) for ground in (shades.ground, shades.rest) for ink in (shades.text, shades.quiet)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    assert len(set(shades.levels)) == len(LEVELS)


def test_paper_has_no_colour() -> None:
    shades = paper_shades(LIGHT)
    colours = (*shades.levels, *shades.letters, shades.text, shades.rest, shades.alarm, shades.line)
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
