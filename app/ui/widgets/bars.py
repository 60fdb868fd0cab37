"""Horizontal bars, painted by ourselves: titles at the left, bars from a common zero line, each with its number.

``paint_bars`` draws on the screen and on paper alike; ``BarInk`` says in which measures, colours and type.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.papers.bars import Bar
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, ROW

_TITLES, _NUMBERS = 240, 150


@dataclass(frozen=True)
class BarInk:
    """Measures of a row in the painter's units, colours, and how a line of text is written.

    ``write`` gets the painter, the box, the text and its colour. ``hatched`` draws marked bars as hatching: colour is
    not seen on a photocopy.
    """

    row: float
    thickness: float
    titles: float
    numbers: float
    gap: float
    line: float
    colours: tuple[str, str, str, str]
    write: Callable[[QPainter, QRectF, str, str], None]
    hatched: bool = False

    @property
    def bar(self) -> str:
        """A plain bar's colour."""
        return self.colours[0]

    @property
    def marked(self) -> str:
        """A marked bar's colour, and its number's."""
        return self.colours[1]

    @property
    def zero(self) -> str:
        """The zero line's colour."""
        return self.colours[2]

    @property
    def text(self) -> str:
        """The colour of titles and plain numbers."""
        return self.colours[3]


def paint_bars(painter: QPainter, box: QRectF, bars: Sequence[Bar], ink: BarInk, span: tuple[int, int]) -> None:
    """Draw bars from the top of ``box``; ``span`` are the least and greatest value of all that are compared."""
    low, high = min(span[0], 0), max(span[1], 0)
    room = max(box.width() - ink.titles - ink.numbers - 2 * ink.gap, 1)
    scale = room / max(high - low, 1)
    zero = box.left() + ink.titles + ink.gap - low * scale
    for at, bar in enumerate(bars):
        top = box.top() + at * ink.row
        colour = ink.marked if bar.marked else ink.text
        ink.write(painter, QRectF(box.left(), top, ink.titles, ink.row), bar.title, ink.text)
        length = bar.value * scale
        drawn = QRectF(min(zero, zero + length), top + (ink.row - ink.thickness) / 2, abs(length), ink.thickness)
        _paint_bar(painter, drawn, bar, ink)
        after = max(zero, zero + length) + ink.gap
        ink.write(painter, QRectF(after, top, box.right() - after, ink.row), bar.text, colour)
    painter.setPen(QPen(QColor(ink.zero), ink.line))
    painter.drawLine(QLineF(zero, box.top(), zero, box.top() + len(bars) * ink.row))


def span_of(bars: Sequence[Bar]) -> tuple[int, int]:
    """The least and the greatest value, zero among them."""
    values = [bar.value for bar in bars]
    return min(values, default=0), max(values, default=0)


def _paint_bar(painter: QPainter, box: QRectF, bar: Bar, ink: BarInk) -> None:
    if not bar.value:
        return
    colour = QColor(ink.marked if bar.marked else ink.bar)
    if bar.marked and ink.hatched:
        painter.save()
        painter.setPen(QPen(colour, ink.line))
        painter.drawRect(box)
        painter.setClipRect(box)
        step = ink.thickness / 2
        for at in range(int((box.width() + box.height()) / step) + 1):
            x = box.left() + at * step
            painter.drawLine(QLineF(x, box.top(), x - box.height(), box.bottom()))
        painter.restore()
    else:
        painter.fillRect(box, QBrush(colour))


class BarChart(QWidget):
    """Bars on the screen, as high as they need: put it into a scroll area.

    ``opened`` carries the place of the bar a person pressed Enter on or clicked; arrow keys go from one to the next.
    """

    opened = Signal(object)

    def __init__(self, look: Look, titles: int = _TITLES, numbers: int = _NUMBERS) -> None:
        super().__init__()
        self.setObjectName("bars")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self.bars: tuple[Bar, ...] = ()
        self.at = 0
        colours = look.colours
        self._ink = BarInk(
            row=ROW + look.base_px - BASE_PX,
            thickness=GRID * 4,
            titles=titles,
            numbers=numbers,
            gap=GRID * 2,
            line=1,
            colours=(colours.accent, colours.bad, colours.secondary, colours.text),
            write=_write,
        )

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these from now on."""
        self.bars = tuple(bars)
        self.at = min(self.at, max(len(self.bars) - 1, 0))
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleDescription("\n".join(f"{bar.title} {bar.text}" for bar in self.bars))
        self.update()

    def sizeHint(self) -> QSize:
        width = self._ink.titles + self._ink.numbers + 300
        return QSize(int(width), int(self._ink.row * len(self.bars)) + GRID * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.colours.surface))
        box = QRectF(self.rect()).adjusted(GRID * 3, GRID, -GRID * 3, 0)
        if self.hasFocus() and self.bars:
            present = QRectF(0, box.top() + self.at * self._ink.row, self.width(), self._ink.row)
            painter.fillRect(present, QColor(self._look.colours.tint))
        paint_bars(painter, box, self.bars, self._ink, span_of(self.bars))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self.at - 1, Qt.Key.Key_Down: self.at + 1, Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: len(self.bars) - 1}  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps and self.bars:
            self._stand(min(max(steps[key], 0), len(self.bars) - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.bars:
            self.opened.emit(self.at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() - GRID) // self._ink.row)
        if 0 <= at < len(self.bars):
            self._stand(at)
            self.opened.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _stand(self, at: int) -> None:
        self.at = at
        inner = self.parentWidget()
        area = inner.parentWidget() if inner is not None else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(0, int(at * self._ink.row + self._ink.row / 2), 0, int(self._ink.row))
        self.update()


def _write(painter: QPainter, box: QRectF, text: str, colour: str) -> None:
    """One line on the screen, with an ellipsis where it is too long."""
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
