"""Columns side by side, one a month: what was sold and kept, with what came back hatched on top.

``paint_columns`` paints on anything: the widget of ``columns_chart``, or paper with ``paper_inks``. Units are the
painter's own. A colour is never the only sign: what came back is hatched, and every column bears its figure.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.theme.tokens import Palette

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


Write = Callable[[QPainter, QRectF, str, Qt.AlignmentFlag], None]
"""Writes one line into a box: left, right or centred."""


def write_plain(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """By the painter's own font, as on the screen."""
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), text)


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
    write: Write = write_plain,
) -> None:
    """Paint the columns (values in fen, the scale in yuan) into an area; ``marked`` has the keyboard.

    ``font`` measures what ``write`` writes.
    """
    place = place_columns(area, columns, font)
    painter.save()
    painter.setFont(font)
    if 0 <= marked < len(columns):
        painter.fillRect(place.column(marked), QColor(inks.marked))
    metrics = QFontMetricsF(font)
    pencil = _Pencil(painter, inks, metrics, write)
    _scale(pencil, area, place, words)
    thin = metrics.lineSpacing() / 16
    for at, column in enumerate(columns):
        _bar(
            painter, place.bar(at, 0, column.value), place.bar(at, column.value, column.value + column.top), inks, thin
        )
    _texts(pencil, place, columns)
    _legend(pencil, area, words, thin)
    painter.restore()


@dataclass(frozen=True)
class _Pencil:
    """What all parts of the picture are drawn with."""

    painter: QPainter
    inks: Inks
    metrics: QFontMetricsF
    write: Write

    def say(self, box: QRectF, text: str, colour: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> None:
        """One line in a colour."""
        self.painter.setPen(QColor(colour))
        self.write(self.painter, box, text, align)


def _scale(pencil: _Pencil, area: QRectF, place: _Place, words: Words) -> None:
    line, inks = pencil.metrics.lineSpacing(), pencil.inks
    step, field = scale_of(max(place.most, _LEAST_FEN)), place.field
    right = Qt.AlignmentFlag.AlignRight
    for value in range(0, place.most + 1, step):
        y = field.bottom() - value * field.height() / place.most
        pencil.painter.setPen(QPen(QColor(inks.quiet if value == 0 else inks.line), line / 18))
        pencil.painter.drawLine(QLineF(field.left(), y, field.right(), y))
        box = QRectF(area.left(), y - line / 2, field.left() - area.left() - line * 0.4, line)
        pencil.say(box, f"{value // 100:,}", inks.quiet, right)
    unit = QRectF(area.left(), area.top(), field.left() - area.left() - line * 0.4, line)
    pencil.say(unit, words.unit, inks.quiet, right)


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


def _texts(pencil: _Pencil, place: _Place, columns: Sequence[ChartColumn]) -> None:
    """Labels below, figures above: a figure that does not fit its column's width stands in the tip alone."""
    line = pencil.metrics.lineSpacing()
    for at, column in enumerate(columns):
        whole = place.column(at)
        below = QRectF(whole.left(), whole.bottom() + line * 0.2, whole.width(), line)
        pencil.say(below, column.label, pencil.inks.quiet)
        if pencil.metrics.horizontalAdvance(column.text) <= whole.width() and column.value + column.top:
            top = place.bar(at, 0, column.value + column.top).top()
            above = QRectF(whole.left(), top - line * 1.1, whole.width(), line)
            pencil.say(above, column.text, pencil.inks.text)


def _legend(pencil: _Pencil, area: QRectF, words: Words, thin: float) -> None:
    line, empty = pencil.metrics.lineSpacing(), QRectF()
    x = area.right()
    for text, hatched in ((words.top, True), (words.value, False)):
        if not text:
            continue
        wide = pencil.metrics.horizontalAdvance(text) + line * 0.8
        x -= wide
        pencil.say(QRectF(x, area.top(), wide, line), text, pencil.inks.text, Qt.AlignmentFlag.AlignLeft)
        box = QRectF(x - line, area.top() + line * 0.2, line * 0.7, line * 0.6)
        _bar(pencil.painter, empty if hatched else box, box if hatched else empty, pencil.inks, thin)
        x -= line * 1.4
