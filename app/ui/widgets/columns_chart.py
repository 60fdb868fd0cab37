"""A picture of the months on the screen: arrow keys and the mouse mark a column, Enter opens it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.theme.fonts import ui_font
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SMALL_PX
from app.ui.widgets.columns_paint import ChartColumn, Words, paint_columns, place_columns, screen_inks
from app.ui.words import translate


class ColumnsChart(QWidget):
    """The columns on the screen; arrow keys and the mouse mark one. ``opened`` carries the place of the one chosen."""

    opened = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self.words = look, words
        self.columns: tuple[ChartColumn, ...] = ()
        self.marked = -1
        self.setObjectName("columns-chart")
        self.setMinimumHeight(180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def show_columns(self, columns: Sequence[ChartColumn], name: str) -> None:
        """Show these columns; ``name`` is what a screen reader calls the picture, with every figure after it."""
        self.columns = tuple(columns)
        self.marked = min(self.marked, len(columns) - 1)
        self.setAccessibleName(name)
        said = translate("Chart", "，").join(f"{column.label} {column.text}" for column in columns)
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = screen_inks(self._look.colours)
        painter.fillRect(self.rect(), QColor(inks.ground))
        painter.setPen(QColor(self._look.colours.accent if self.hasFocus() else inks.line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        paint_columns(painter, self._area(), self.columns, inks, self.words, self._font(), self.marked)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self.columns:
            start = len(self.columns) if self.marked < 0 else self.marked
            self._mark(max(0, min(len(self.columns) - 1, start + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.marked >= 0:
            self.opened.emit(self.marked)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at >= 0:
            self._mark(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at >= 0:
            self.opened.emit(at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.columns[at].tip if at >= 0 else "", self)
            return True
        return super().event(event)

    def _mark(self, at: int) -> None:
        self.marked = at
        self.setToolTip(self.columns[at].tip)
        self.update()

    def _at(self, point: QPointF) -> int:
        place = place_columns(self._area(), self.columns, self._font())
        return next((at for at in range(len(self.columns)) if place.column(at).contains(point)), -1)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(GRID * 3, GRID * 2, -GRID * 3, -GRID * 2)

    def _font(self) -> QFont:
        return ui_font(SMALL_PX + self._look.base_px - BASE_PX)
