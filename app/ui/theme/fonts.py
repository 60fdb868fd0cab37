"""The bundled fonts: Chinese, Tibetan, Yi and Uyghur letters look the same on every PC and on paper."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from app.ui.theme.assets import FONT_FOLDER
from app.ui.theme.tokens import BASE_PX

SANS = "Noto Sans SC"
FAMILIES = (SANS, "Noto Serif Tibetan", "Noto Sans Yi", "Noto Naskh Arabic")


def load_fonts(folder: Path = FONT_FOLDER) -> tuple[str, ...]:
    """Give Qt every font of ``folder`` once for the process; the families it now has.

    Raises FileNotFoundError if one of ``FAMILIES`` is missing: without them names are boxes.
    """
    present = set(QFontDatabase.families())
    if not set(FAMILIES) <= present:
        for path in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        present = set(QFontDatabase.families())
    missing = [family for family in FAMILIES if family not in present]
    if missing:
        raise FileNotFoundError(f"fonts missing in {folder}: {', '.join(missing)}")
    return FAMILIES


def ui_font(px: int = BASE_PX, *, medium: bool = False) -> QFont:
    """A font of the house, ``px`` high, the other scripts' families behind the Chinese one."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(px)
    if medium:
        font.setWeight(QFont.Weight.Medium)
    return font
