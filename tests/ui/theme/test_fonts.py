"""Fonts: all four scripts of the region have letters."""

import pytest
from PySide6.QtGui import QFontMetrics

from app.ui.theme.fonts import FAMILIES, load_fonts, ui_font

NAMES = ["吉克秀英", "ꀋꑳꃀ", "བཀྲ་ཤིས", "محەممەت"]


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_a_name_has_a_glyph(qapp: object, name: str) -> None:
    load_fonts()
    metrics = [QFontMetrics(_only(family)) for family in FAMILIES]
    assert all(any(m.inFontUcs4(ord(letter)) for m in metrics) for letter in name)


def test_a_missing_font_is_named(qapp: object, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.theme.fonts.FAMILIES", ("Noto Sans Nowhere",))
    with pytest.raises(FileNotFoundError, match="Nowhere"):
        load_fonts(tmp_path)  # type: ignore[arg-type]


def _only(family: str) -> object:
    font = ui_font()
    font.setFamilies([family])
    return font
