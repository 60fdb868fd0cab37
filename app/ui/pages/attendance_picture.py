"""The month of attendance as a heat map, with the square the keyboard stands on in words above it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.papers.attendance import letter
from app.domain.vocabulary import DayKind, MarkKind
from app.services.month_sheet import MonthRow
from app.ui.pages import attendance_rows as texts
from app.ui.pages.attendance_rows import MonthState
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.heat_map import HeatMap
from app.ui.widgets.heat_paint import Ground, HeatCell, HeatDay, HeatPicture, HeatRow
from app.ui.widgets.parts import label


class PictureView(QWidget):
    """``chosen`` carries (row, day) from 0: a square that was opened."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.map = HeatMap(look)
        self.map.stood.connect(lambda _: self._say())
        self.map.chosen.connect(self.chosen)
        self.words = label("", "secondary")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.words)
        column.addWidget(area, 1)
        self.setFocusProxy(self.map)

    def show_month(self, state: MonthState, rows: Iterable[MonthRow]) -> None:
        """Show some workers of a month."""
        self.map.show_picture(picture_of(state, rows))
        self._say()

    def _say(self) -> None:
        picture = self.map.picture
        self.words.setText(picture.tell(*self.map.current) if picture.rows else "")


def picture_of(state: MonthState, rows: Iterable[MonthRow]) -> HeatPicture:
    """The squares of some workers of a month."""
    sheet, shown = state.sheet, tuple(rows)
    days = tuple(
        HeatDay(str(day.day), texts.weekday_letter(day), texts.kind_letter(kind))
        for day, kind in zip(sheet.days, sheet.calendar.kinds, strict=True)
    )
    lines = tuple(
        HeatRow(f"{row.spell.no} {row.spell.name}", tuple(_square(state, row, at) for at in range(len(sheet.days))))
        for row in shown
    )
    return HeatPicture(days, lines, lambda row, at: texts.cell_words(state, shown[row], at))


def _square(state: MonthState, row: MonthRow, at: int) -> HeatCell:
    mark, kind = row.marks[at], state.sheet.calendar.kinds[at]
    ground = Ground.REST if kind is not DayKind.WORKING else Ground.PLAIN
    if not row.inside[at]:
        ground = Ground.OUTSIDE
    minutes = mark.normal_minutes + mark.extra_minutes if mark is not None and row.inside[at] else 0
    open_day = mark is None and row.wanted[at]
    return HeatCell(
        minutes=minutes,
        letter="·" if open_day else letter(mark),
        ground=ground,
        alarm=mark is not None and mark.kind is MarkKind.ABSENT,
    )
