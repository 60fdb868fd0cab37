"""Columns side by side, one a month: what was sold and kept, with what came back hatched on top.

``paint_columns`` paints on anything: the widget here, or paper with ``paper_inks``. Units are the painter's own; a
colour is never the only sign: what came back is hatched, and every column bears its figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.theme.fonts import ui_font
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SMALL_PX, Palette
from app.ui.words import translate

_LINES = 4
_STEPS = (1, 2, 5, 10)
_HATCH = 5.0
_LEAST_FEN = 400
"""The scale is written in whole yuan: four steps of at least one."""


@dataclass(frozen=True)
class ChartColumn:
    """A column: what stands below it, its height, what lies hatched on top (both ≥ 0), the figure over it, its tip."""

    label: str
    value: int
    text: str
    top: int = 0
    tip: str = ""


@dataclass(frozen=True)
class Inks:
    """Colours as ``#RRGGBB``."""

    ground: str
    line: str
    text: str
    quiet: str
    bar: str
    hatch: str
    marked: str


@dataclass(frozen=True)
class Words:
    """What the picture says: its unit above the scale, what a column and what the hatched part is."""

    unit: str = ""
    value: str = ""
    top: str = ""


def screen_inks(colours: Palette) -> Inks:
    """The colours of a theme."""
    return Inks(
        colours.surface, colours.line, colours.text, colours.secondary, colours.accent, colours.secondary, colours.tint
    )


def paper_inks(colours: Palette) -> Inks:
    """Black on white: columns grey enough to be copied, a firm outline."""
    return Inks(
        colours.paper, colours.watermark, colours.ink, colours.ink, colours.watermark, colours.ink, colours.paper
    )


def scale_of(most: int) -> int:
    """The step of a scale that holds ``most`` in at most four steps: 1, 2 or 5 times a power of 10."""
    unit = 1
    while True:
        for step in _STEPS:
            if step * unit * _LINES >= most:
                return step * unit
        unit *= 10


@dataclass(frozen=True)
class _Place:
    """Where things stand: the field of the columns, a column's share of its width, the top of the scale."""

    field: QRectF
    each: float
    most: int

    def column(self, at: int) -> QRectF:
        """The whole width of a column from the bottom to the top of the field."""
        return QRectF(self.field.left() + at * self.each, self.field.top(), self.each, self.field.height())

    def bar(self, at: int, low: int, high: int) -> QRectF:
        """A column's bar from one value to another."""
        unit = self.field.height() / self.most if self.most else 0.0
        wide = min(self.each * 0.6, self.field.height() * 0.4)
        left = self.field.left() + (at + 0.5) * self.each - wide / 2
        return QRectF(left, self.field.bottom() - high * unit, wide, (high - low) * unit)


def place_columns(area: QRectF, columns: Sequence[ChartColumn], font: QFont) -> _Place:
    """Where the columns stand in an area: room for the figures of the scale, the labels and the legend."""
    metrics = QFontMetricsF(font)
    line = metrics.lineSpacing()
    most = max((column.value + column.top for column in columns), default=0)
    step = scale_of(max(most, _LEAST_FEN))
    top = step * -(-most // step) if most else step
    scale = metrics.horizontalAdvance(f"{top // 100:,}") + line
    field = area.adjusted(scale, line * 2.8, -line * 0.5, -line * 1.6)
    return _Place(field, field.width() / max(len(columns), 1), top)


def paint_columns(
    painter: QPainter,
    area: QRectF,
    columns: Sequence[ChartColumn],
    inks: Inks,
    words: Words,
    font: QFont,
    marked: int = -1,
) -> None:
    """Paint the columns (values in fen, the scale in yuan) into an area; ``marked`` has the keyboard."""
    place = place_columns(area, columns, font)
    painter.save()
    painter.setFont(font)
    if 0 <= marked < len(columns):
        painter.fillRect(place.column(marked), QColor(inks.marked))
    _scale(painter, area, place, inks, words)
    thin = QFontMetricsF(font).lineSpacing() / 16
    for at, column in enumerate(columns):
        _bar(
            painter, place.bar(at, 0, column.value), place.bar(at, column.value, column.value + column.top), inks, thin
        )
    _texts(painter, place, columns, inks)
    _legend(painter, area, inks, words, thin)
    painter.restore()


def _scale(painter: QPainter, area: QRectF, place: _Place, inks: Inks, words: Words) -> None:
    line = painter.fontMetrics().lineSpacing()
    step, field = scale_of(place.most), place.field
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for value in range(0, place.most + 1, step):
        y = field.bottom() - value * field.height() / place.most
        painter.setPen(QPen(QColor(inks.quiet if value == 0 else inks.line), line / 18))
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        painter.setPen(QColor(inks.quiet))
        box = QRectF(area.left(), y - line / 2, field.left() - area.left() - line * 0.4, line)
        painter.drawText(box, right, f"{value // 100:,}")
    unit = QRectF(area.left(), area.top(), field.left() - area.left() - line * 0.4, line)
    painter.drawText(unit, right, words.unit)


def _bar(painter: QPainter, kept: QRectF, back: QRectF, inks: Inks, thin: float) -> None:
    painter.setPen(QPen(QColor(inks.hatch if inks.bar == inks.line else inks.bar), thin))
    painter.setBrush(QColor(inks.bar))
    if kept.height() > 0:
        painter.drawRect(kept)
    if back.height() > 0:
        _hatched(painter, back, inks, thin)


def _hatched(painter: QPainter, box: QRectF, inks: Inks, thin: float) -> None:
    """A box with lines across it, drawn one by one: a brush's pattern is not scaled on paper."""
    painter.save()
    painter.setPen(QPen(QColor(inks.hatch), thin))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRect(box)
    painter.setClipRect(box)
    step, x = thin * _HATCH, box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


def _texts(painter: QPainter, place: _Place, columns: Sequence[ChartColumn], inks: Inks) -> None:
    """Labels below, figures above: a figure that does not fit its column's width stands in the tip alone."""
    metrics = painter.fontMetrics()
    line = metrics.lineSpacing()
    centre = int(Qt.AlignmentFlag.AlignCenter)
    for at, column in enumerate(columns):
        whole = place.column(at)
        painter.setPen(QColor(inks.quiet))
        painter.drawText(QRectF(whole.left(), whole.bottom() + line * 0.2, whole.width(), line), centre, column.label)
        if metrics.horizontalAdvance(column.text) <= whole.width() and column.value + column.top:
            bar = place.bar(at, 0, column.value + column.top)
            painter.setPen(QColor(inks.text))
            box = QRectF(whole.left(), bar.top() - line * 1.1, whole.width(), line)
            painter.drawText(box, centre, column.text)


def _legend(painter: QPainter, area: QRectF, inks: Inks, words: Words, thin: float) -> None:
    metrics = painter.fontMetrics()
    line = metrics.lineSpacing()
    x = area.right()
    for text, hatched in ((words.top, True), (words.value, False)):
        if not text:
            continue
        x -= metrics.horizontalAdvance(text)
        painter.setPen(QColor(inks.text))
        painter.drawText(QPointF(x, area.top() + metrics.ascent()), text)
        box = QRectF(x - line, area.top() + line * 0.2, line * 0.7, line * 0.6)
        empty = QRectF()
        _bar(painter, empty if hatched else box, box if hatched else empty, inks, thin)
        x -= line * 1.8


class ColumnsChart(QWidget):
    """The columns on the screen; arrow keys and the mouse mark one. ``opened`` carries the place of the one chosen."""

    opened = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
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
        paint_columns(painter, self._area(), self.columns, inks, self._words, self._font(), self.marked)
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
