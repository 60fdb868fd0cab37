"""Icons: every one draws, in the colour asked for."""

import pytest
from PySide6.QtGui import QColor, QPixmap

from app.ui.theme.assets import ICON_FOLDER
from app.ui.theme.icons import icon, picture
from app.ui.theme.tokens import LIGHT

NAMES = sorted(path.stem for path in ICON_FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_icon_is_drawn_in_its_token(qapp: object, name: str) -> None:
    assert LIGHT.accent in _solid_colours(picture(name, LIGHT.accent, 24, 2))


def test_unknown_icon_is_a_fault(qapp: object) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", LIGHT.accent)


def _solid_colours(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    cells = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixelColor(x, y)).name().upper() for x, y in cells if image.pixelColor(x, y).alpha() == 255}
