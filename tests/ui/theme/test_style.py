"""The style sheet is made whole from the tokens."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import apply_look, style_sheet
from app.ui.theme.tokens import DARK, LIGHT, Palette, Theme


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("base", [12, 14, 20])
def test_sheet_has_no_hole_and_its_size(colours: Palette, base: int) -> None:
    sheet = style_sheet(colours, base)
    assert "$" not in sheet
    assert f"font-size: {base}px" in sheet


def test_look_can_be_changed_while_running(qapp: QApplication) -> None:
    apply_look(qapp, Theme.DARK)
    assert DARK.page in qapp.styleSheet()
    apply_look(qapp, Theme.LIGHT)
    assert LIGHT.page in qapp.styleSheet()
