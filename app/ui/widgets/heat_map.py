"""The heat map in the window: walked over by keys, a square opened by Enter."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, SMALL_PX
from app.ui.widgets.heat_paint import (
    USUAL_WIDTH,
    HeatPicture,
    HeatPlan,
    needed_height,
    paint_heat_map,
    plan,
    screen_shades,
)
from app.ui.words import translate


class HeatMap(QWidget):
    """The picture in the window: arrows walk over it, Enter or a double click opens a square.

    ``chosen`` and ``stood`` carry (row, day) from 0: opened, and where the keyboard stands now.
    """

    chosen = Signal(object)
    stood = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._shades = screen_shades(look.colours)
        self._px = SMALL_PX + look.base_px - BASE_PX
        self.picture = HeatPicture()
        self.current = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("HeatMap", "考勤热图"))

    def show_picture(self, picture: HeatPicture) -> None:
        """Show another picture; the keyboard stays where it was as far as that is there."""
        self.picture = picture
        row, day = self.current
        self.current = (min(row, max(len(picture.rows) - 1, 0)), min(day, max(len(picture.days) - 1, 0)))
        self.setMinimumHeight(needed_height(picture, self._px))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, needed_height(self.picture, self._px))

    def stand(self, row: int, day: int) -> None:
        """Put the keyboard on a square."""
        where = self.plan()
        for place in (where.square(*self.current), where.square(row, day)):
            self.update(place.toAlignedRect().adjusted(-2, -2, 2, 2))
        self.current = (row, day)
        self._describe()
        self.stood.emit(self.current)

    def plan(self) -> HeatPlan:
        """Where the squares are now."""
        return plan(self.picture, self.width(), self.height(), self._px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._shades.ground))
        where = self.plan()
        paint_heat_map(painter, self.picture, where, self._shades, QRectF(event.rect()))
        if self.hasFocus() and self.picture.rows:
            painter.setPen(QPen(QColor(self._shades.frame), 2))
            painter.drawRect(where.square(*self.current))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -99),
            Qt.Key.Key_End: (0, 99),
        }
        step = steps.get(Qt.Key(event.key()))
        if not self.picture.rows:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.current)
        elif step is not None:
            row, day = self.current[0] + step[0], self.current[1] + step[1]
            self.stand(min(max(row, 0), len(self.picture.rows) - 1), min(max(day, 0), len(self.picture.days) - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.plan().at(event.position(), self.picture)
        if found is not None:
            self.stand(*found)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.plan().at(event.position(), self.picture)
        if found is not None:
            self.chosen.emit(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.plan().at(QPointF(event.pos()), self.picture)
            text = self.picture.tell(*found) if found else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.picture.tell(*self.current) if self.picture.rows else "")
