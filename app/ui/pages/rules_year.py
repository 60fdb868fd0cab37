"""A year painted small: twelve months, each day by its kind. A shape goes with every colour, words in the legend."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.calendar import MonthCalendar
from app.domain.vocabulary import DayKind
from app.services.rule_packs_view import YearView
from app.ui.terms import festival
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SMALL_PX, Palette
from app.ui.words import translate

_ACROSS, _DOWN, _WEEKS, _DAYS = 4, 3, 6, 7
_LEAST = QSize(620, 380)
_GAP = GRID * 5


class Mark(Enum):
    """How a day is drawn: filled pays threefold, outlined is a day off, underlined a weekend worked."""

    WORKING = "working"
    WEEKEND = "weekend"
    STATUTORY = "statutory"
    OFF = "off"
    WORKED = "worked"
    LOCAL = "local"
    LOCAL_OFF = "local_off"


def mark_of(calendar: MonthCalendar, day: date, local: Mapping[date, bool]) -> Mark:
    """How a day of a month is drawn; ``local`` says of each local festival whether it is statutory."""
    kind = calendar.kind(day)
    if day in local and kind is not DayKind.WORKING:
        return Mark.LOCAL if local[day] else Mark.LOCAL_OFF
    if kind is DayKind.STATUTORY:
        return Mark.STATUTORY
    weekend = day.weekday() >= _DAYS - 2
    if kind is DayKind.REST:
        return Mark.WEEKEND if weekend else Mark.OFF
    return Mark.WORKED if weekend else Mark.WORKING


def legend() -> list[tuple[Mark, str]]:
    """What each mark means."""
    return [
        (Mark.STATUTORY, translate("RulesYear", "法定节假日（三倍）")),
        (Mark.OFF, translate("RulesYear", "放假")),
        (Mark.WORKED, translate("RulesYear", "周末上班")),
        (Mark.LOCAL, translate("RulesYear", "地方节日（三倍）")),
        (Mark.LOCAL_OFF, translate("RulesYear", "地方放假")),
    ]


class YearCalendar(QWidget):
    """Twelve months of a year; the mouse over a day names its festival."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colours = look.colours
        self._small = QFont(self.font())
        self._small.setPixelSize(SMALL_PX + look.base_px - BASE_PX)
        self.view: YearView | None = None
        self._local: dict[date, bool] = {}
        self._places: list[tuple[QRect, date]] = []
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, view: YearView) -> None:
        """Show another year."""
        self.view, self._local = view, {row.day: row.statutory for row in view.local}
        self._place_days()
        words = translate("RulesYear", "{year} 年：工作日 {working} 天，法定节假日 {statutory} 天")
        self.setAccessibleName(words.format(year=view.year, working=view.working, statutory=view.statutory))
        self.update()

    def marks(self) -> dict[date, Mark]:
        """How each day of the year is drawn."""
        months = self.view.months if self.view is not None else ()
        return {day: mark_of(month, day, self._local) for month in months for day in month.days()}

    def name_at(self, point: QPoint) -> str:
        """The day under a point with its festival, "" where there is none."""
        for place, day in self._places:
            if place.contains(point) and self.view is not None:
                name = dict(self.view.months[day.month - 1].names).get(day, "")
                return f"{day.isoformat()} {festival(name)}".strip()
        return ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.name_at(event.pos()), self)
            return True
        return super().event(event)

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._place_days()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        self._paint_heads(painter)
        marks = self.marks()
        for place, day in self._places:
            paint_mark(painter, QRectF(place), str(day.day), marks[day], self._colours)
        painter.end()

    def _block(self, month: int) -> QRect:
        """The place of a month."""
        width = (self.width() - _GAP * (_ACROSS - 1)) // _ACROSS
        height = (self.height() - _GAP // 2 * (_DOWN - 1)) // _DOWN
        row, column = divmod(month - 1, _ACROSS)
        return QRect(column * (width + _GAP), row * (height + _GAP // 2), width, height)

    def _line(self, block: QRect) -> int:
        return block.height() // (_WEEKS + 2)

    def _place_days(self) -> None:
        self._places = []
        for calendar in self.view.months if self.view is not None else ():
            block = self._block(calendar.first.month)
            width, height = block.width() // _DAYS, self._line(block)
            for day in calendar.days():
                week, column = divmod(day.day - 1 + calendar.first.weekday(), _DAYS)
                top = block.top() + (week + 2) * height
                self._places.append((QRect(block.left() + column * width, top, width, height), day))

    def _paint_heads(self, painter: QPainter) -> None:
        """Names of months and weekdays."""
        initials = translate("RulesYear", "一 二 三 四 五 六 日").split()
        for calendar in self.view.months if self.view is not None else ():
            block = self._block(calendar.first.month)
            width, height = block.width() // _DAYS, self._line(block)
            painter.setPen(QColor(self._colours.text))
            title = QLocale().standaloneMonthName(calendar.first.month, QLocale.FormatType.ShortFormat)
            place = QRect(block.left() + GRID, block.top(), block.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
            painter.setPen(QColor(self._colours.secondary))
            for at, initial in enumerate(initials):
                cell = QRect(block.left() + at * width, block.top() + height, width, height)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, initial)


class Legend(QWidget):
    """What the marks mean, in words beside each."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colours = look.colours
        self._small = QFont(self.font())
        self._small.setPixelSize(SMALL_PX + look.base_px - BASE_PX)
        self.setFixedHeight(GRID * 6)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        left, side = 0, self.height() - GRID
        for mark, words in legend():
            paint_mark(painter, QRectF(left, GRID / 2, side * 1.25, side), "1", mark, self._colours)
            painter.setPen(QColor(self._colours.secondary))
            width = painter.fontMetrics().horizontalAdvance(words)
            place = QRectF(left + side * 1.25 + GRID, 0, width + GRID, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            left = int(place.right()) + GRID * 3
        painter.end()


def paint_mark(painter: QPainter, cell: QRectF, text: str, mark: Mark, colours: Palette) -> None:
    """One day: its number, and the shape of its kind."""
    local = mark in (Mark.LOCAL, Mark.LOCAL_OFF)
    hue = QColor(colours.accent if local else colours.bad)
    shape = cell.adjusted(1.5, 1.5, -1.5, -1.5)
    ink = QColor(colours.text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark in (Mark.STATUTORY, Mark.LOCAL):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(shape, GRID, GRID)
        ink = QColor(colours.surface)
    elif mark in (Mark.OFF, Mark.LOCAL_OFF):
        painter.setPen(QPen(hue, 1))
        painter.drawRoundedRect(shape, GRID, GRID)
        ink = hue
    elif mark is Mark.WEEKEND:
        ink = QColor(colours.secondary)
    elif mark is Mark.WORKED:
        painter.setPen(QPen(QColor(colours.text), 1))
        middle, foot = int(shape.center().x()), int(cell.bottom())
        painter.drawLine(middle - GRID * 2, foot, middle + GRID * 2, foot)
    painter.setPen(ink)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
