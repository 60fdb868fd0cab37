"""The first records of a bank file as they will be written: fixed ones byte by byte under a ruler, others as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SMALL_PX

_BYTE = 9
_LINE = 26
_RULER = 30
_EDGE = GRID * 3


@dataclass(frozen=True)
class ShownCell:
    """A value as written, and how many bytes each of its letters takes; ``is_wide`` where that is too many."""

    text: str
    sizes: tuple[int, ...]
    is_wide: bool = False

    @property
    def size(self) -> int:
        """Bytes of the whole value."""
        return sum(self.sizes)


@dataclass(frozen=True)
class ShownRecords:
    """Records with what divides their values (empty: fixed width, drawn under a ruler) and a line's end."""

    records: tuple[tuple[ShownCell, ...], ...]
    divider: str
    end: str

    @property
    def is_fixed(self) -> bool:
        """Whether the ruler of bytes is shown."""
        return self.divider == ""


NOTHING = ShownRecords((), "", "")


def shown_cell(text: str, codec: str, width: int = 0) -> ShownCell:
    """A value with the bytes of its letters in a codec; ``width`` is the most it may have, 0 for no bound."""
    sizes = tuple(len(letter.encode(codec, "replace")) for letter in text)
    return ShownCell(text, sizes, is_wide=0 < width < sum(sizes))


class RecordPreview(QWidget):
    """Draws records; as wide and high as they need, for a scroll area around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("record-preview")
        self._look = look
        self._shown = NOTHING

    @property
    def shown(self) -> ShownRecords:
        """What is drawn."""
        return self._shown

    def show_records(self, shown: ShownRecords) -> None:
        """Draw these from now on."""
        self._shown = shown
        self.setMinimumSize(self.sizeHint())
        self.setAccessibleDescription("\n".join(shown.divider.join(c.text for c in r) for r in shown.records))
        self.update()

    def sizeHint(self) -> QSize:
        height = _RULER + _LINE * len(self._shown.records) + GRID * 2
        return QSize(int(self._width()) + 2 * _EDGE, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.colours.surface))
        if self._shown.is_fixed and self._shown.records:
            self._paint_ruler(painter)
        top = float(_RULER if self._shown.is_fixed else GRID)
        for record in self._shown.records:
            if self._shown.is_fixed:
                self._paint_fixed(painter, record, top)
            else:
                self._paint_line(painter, record, top)
            top += _LINE
        painter.end()

    def _width(self) -> float:
        if self._shown.is_fixed:
            return max((sum(cell.size for cell in record) for record in self._shown.records), default=0) * _BYTE
        metrics = QFontMetricsF(self._font(BASE_PX))
        lines = (self._shown.divider.join(cell.text for cell in record) for record in self._shown.records)
        return max((metrics.horizontalAdvance(line) + 60 for line in lines), default=0)

    def _font(self, pixels: int) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(pixels + self._look.base_px - BASE_PX)
        return made

    def _ink(self, painter: QPainter, colour: str, pixels: int = BASE_PX) -> None:
        painter.setPen(QColor(colour))
        painter.setFont(self._font(pixels))

    def _paint_ruler(self, painter: QPainter) -> None:
        """Ticks each byte, longer at 5 and 10, the tens with their number."""
        self._ink(painter, self._look.colours.secondary, SMALL_PX)
        longest = max((sum(cell.size for cell in record) for record in self._shown.records), default=0)
        for byte in range(longest + 1):
            x = _EDGE + byte * _BYTE
            height = 8 if byte % 10 == 0 else 5 if byte % 5 == 0 else 3
            painter.drawLine(QPointF(x, _RULER - height), QPointF(x, _RULER))
            if byte % 10 == 0:
                place = QRectF(x - 20, 0, 40, _RULER - 9)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(byte))

    def _paint_fixed(self, painter: QPainter, record: Sequence[ShownCell], top: float) -> None:
        """Letters at their bytes, a point for a space, a hairline after each field."""
        colours, x = self._look.colours, float(_EDGE)
        for cell in record:
            for letter, size in zip(cell.text, cell.sizes, strict=True):
                blank = letter == " "
                self._ink(painter, colours.bad if cell.is_wide else colours.disabled if blank else colours.text)
                place = QRectF(x, top, size * _BYTE, _LINE)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "·" if blank else letter)
                x += size * _BYTE
            painter.setPen(QColor(colours.accent))
            painter.drawLine(QPointF(x, top + 3), QPointF(x, top + _LINE - 3))
        self._paint_end(painter, x, top)

    def _paint_line(self, painter: QPainter, record: Sequence[ShownCell], top: float) -> None:
        """Values with the divider in the accent's colour between them."""
        colours, x = self._look.colours, float(_EDGE)
        divider = "→ " if self._shown.divider == "\t" else self._shown.divider
        for at, cell in enumerate(record):
            if at:
                x = self._put(painter, divider, x, top, colours.accent)
            x = self._put(painter, cell.text, x, top, colours.bad if cell.is_wide else colours.text)
        self._paint_end(painter, x, top)

    def _paint_end(self, painter: QPainter, x: float, top: float) -> None:
        self._put(painter, self._shown.end, x + GRID, top, self._look.colours.disabled, SMALL_PX)

    def _put(self, painter: QPainter, text: str, x: float, top: float, colour: str, pixels: int = BASE_PX) -> float:
        self._ink(painter, colour, pixels)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        place = QRectF(x, top, width + 2, _LINE)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return x + width
