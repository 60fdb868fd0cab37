"""What the month's marks, grounds and keys mean, below it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import DayKind
from app.ui.pages.attendance_paint import Inks
from app.ui.pages.attendance_rows import kind_letter
from app.ui.tables.columns import Tone
from app.ui.theme.fonts import ui_font
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import label
from app.ui.words import translate

_SIZE = 20


class Swatch(QWidget):
    """A small square as it stands in the month."""

    def __init__(self, inks: Inks, kind: DayKind, text: str, *, outside: bool = False, good: bool = False) -> None:
        super().__init__()
        self._inks, self._kind, self._text, self._outside = inks, kind, text, outside
        self._tone = Tone.GOOD if good else Tone.BAD if kind is DayKind.STATUTORY else Tone.QUIET
        self.setFixedSize(_SIZE, _SIZE)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRect(0, 0, self.width() - 1, self.height() - 1)
        painter.fillRect(place, self._inks.grounds[self._kind])
        if self._outside:
            painter.fillRect(place, self._inks.hatch)
        painter.setPen(QColor(self._inks.line))
        painter.drawRect(place)
        painter.setPen(self._inks.tones[self._tone])
        painter.setFont(ui_font(self._inks.small))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class Legend(QWidget):
    """Two lines: grounds and marks, then keys."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        inks = Inks(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for swatch, words in (
            (Swatch(inks, DayKind.REST, kind_letter(DayKind.REST)), translate("Attendance", "休息日")),
            (Swatch(inks, DayKind.STATUTORY, kind_letter(DayKind.STATUTORY)), translate("Attendance", "法定节假日")),
            (Swatch(inks, DayKind.WORKING, "", outside=True), translate("Attendance", "不在职")),
            (Swatch(inks, DayKind.WORKING, "·"), translate("Attendance", "未填")),
            (Swatch(inks, DayKind.WORKING, "✓", good=True), translate("Attendance", "已日结")),
        ):
            line.addWidget(swatch)
            line.addWidget(label(words, "small"))
            line.addSpacing(GRID * 2)
        line.addWidget(label(_marks(), "small"), 1)
        whole.addLayout(line)
        whole.addWidget(label(_keys(), "small", wraps=True))


def _marks() -> str:
    return translate(
        "Attendance",
        "√ 全天　半 半天　6.5 小时数　8+2 加班　加8 假日上班　休　调休　假 事假　旷工　病　带薪　伤",
    )


def _keys() -> str:
    return translate(
        "Attendance",
        "v √　h 半　a 旷　l 假　b 病　x 休　t 调　d 带薪　s 伤　j 加　+2 加班　Shift+箭头 选中，一个字母全填　"
        "Ctrl+D 向下　Ctrl+R 向右　Ctrl+C/V 复制粘贴　Ctrl+Z/Y 撤销重做　Ctrl+↵ 打开当日",
    )
