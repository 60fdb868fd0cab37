"""What the month's marks, grounds and keys mean, below it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import DayKind
from app.ui.pages.attendance_paint import Inks
from app.ui.pages.attendance_rows import kind_letter
from app.ui.pages.today_rows import MARK_KEYS
from app.ui.tables.columns import Tone
from app.ui.theme.fonts import ui_font
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import label
from app.ui.words import translate

_WIDTH, _HEIGHT = 26, 20


class Swatch(QWidget):
    """A small square as it stands in the month."""

    def __init__(self, inks: Inks, kind: DayKind, text: str, *, outside: bool = False, good: bool = False) -> None:
        super().__init__()
        self._inks, self._kind, self._text, self._outside = inks, kind, text, outside
        self._tone = Tone.GOOD if good else Tone.BAD if kind is DayKind.STATUTORY else Tone.QUIET
        self.setFixedSize(_WIDTH, _HEIGHT)

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
            (Swatch(inks, DayKind.REST, kind_letter(DayKind.REST)), translate("AttendanceLegend", "休息日")),
            (
                Swatch(inks, DayKind.STATUTORY, kind_letter(DayKind.STATUTORY)),
                translate("AttendanceLegend", "法定节假日"),
            ),
            (Swatch(inks, DayKind.WORKING, "", outside=True), translate("AttendanceLegend", "不在职")),
            (Swatch(inks, DayKind.WORKING, "·"), translate("AttendanceLegend", "未填")),
            (Swatch(inks, DayKind.WORKING, "✓", good=True), translate("AttendanceLegend", "已日结")),
        ):
            line.addWidget(swatch)
            line.addWidget(label(words, "small"))
            line.addSpacing(GRID * 2)
        line.addWidget(label(_marks(), "small", wraps=True), 1)
        whole.addLayout(line)
        whole.addWidget(label(_keys(), "small", wraps=True))


def _marks() -> str:
    """Every mark and what it means; marks are the same in every language."""
    meanings = (
        ("√", translate("AttendanceLegend", "全天")),
        ("半", translate("AttendanceLegend", "半天")),
        ("6.5", translate("AttendanceLegend", "小时")),
        ("8+2", translate("AttendanceLegend", "加班")),
        ("加8", translate("AttendanceLegend", "假日上班")),
        ("休", translate("AttendanceLegend", "休息")),
        ("调", translate("AttendanceLegend", "调休")),
        ("假", translate("AttendanceLegend", "事假")),
        ("旷", translate("AttendanceLegend", "旷工")),
        ("病", translate("AttendanceLegend", "病假")),
        ("带薪", translate("AttendanceLegend", "带薪假")),
        ("伤", translate("AttendanceLegend", "工伤")),
    )
    return "　".join(f"{mark} {words}" for mark, words in meanings)


def _keys() -> str:
    letters = "　".join(f"{key} {mark}" for key, mark in MARK_KEYS.items() if key.strip())
    more = translate(
        "AttendanceLegend",
        "Shift+箭头 选中，一个字母全填　Ctrl+D 向下　Ctrl+R 向右　Ctrl+C/V 复制粘贴　Ctrl+Z/Y 撤销重做　"
        "Ctrl+↵ 打开当日",
    )
    return f"{letters}　+2　{more}"
