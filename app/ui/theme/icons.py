"""Icons: line drawings of ``resources/icons`` (Lucide, ISC), tinted by a token and sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.theme.assets import ICON_FOLDER
from app.ui.theme.tokens import ICON_PX

_SCALES = (1, 2, 3)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, px: int = ICON_PX) -> QIcon:
    """The icon ``name`` in ``colour`` (a token), ``px`` logical pixels; FileNotFoundError for an unknown name."""
    found = QIcon()
    for scale in _SCALES:
        found.addPixmap(picture(name, colour, px, scale))
    return found


@lru_cache(maxsize=256)
def picture(name: str, colour: str, px: int = ICON_PX, scale: int = 1) -> QPixmap:
    """One drawing of an icon for a screen of ``scale`` device pixels a logical pixel."""
    drawing = (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(QSize(px, px) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, px * scale, px * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
