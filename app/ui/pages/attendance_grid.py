"""The month grid: typed into like the day sheet, with ranges that are filled by one key, and the days' sums below."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.domain.month_marks import CellChange
from app.services.month_sheet import MonthRow
from app.ui.pages.attendance_model import FootModel, MonthModel
from app.ui.pages.attendance_paint import DayHeader, FootDelegate, Inks, MarkDelegate, NameHeader
from app.ui.pages.attendance_rows import MonthState
from app.ui.pages.today_rows import MARK_KEYS
from app.ui.tables.typing_grid import TypingGrid
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, ROW
from app.ui.widgets.parts import label
from app.ui.words import translate

_DAY, _WIDEST_DAY = 26, 46
_SUM_WIDTHS = (34, 46, 42, 34, 34, 34)
_FOOT_ROW = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LEAVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_BEGUN = "加"
"""What one key types but is no mark yet: hours follow."""


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, all ends included; days from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> range:
        """Its rows."""
        return range(self.top, self.bottom + 1)

    @property
    def days(self) -> range:
        """Its days."""
        return range(self.left, self.right + 1)

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return len(self.rows) == len(self.days) == 1


class MonthGrid(TypingGrid):
    """Marks typed into cells or ranges; what cannot be taken is said before the cell is left, and the keyboard stays.

    ``range_typed`` carries the text for all selected cells; ``leaving`` (index, text) of a cell about to be left with
    something typed: the page calls ``stay`` where it cannot be taken. ``up_and_out`` carries the column: ↑ from the
    first row.
    """

    range_typed = Signal(object)
    leaving = Signal(object)
    up_and_out = Signal(object)

    def __init__(self, model: MonthModel, blank: QColor) -> None:
        super().__init__()
        self._month, self._blank = model, blank
        self._stays = False
        self.setModel(model)
        self.keys = dict.fromkeys(range(31), MARK_KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAccessibleName(translate("Attendance", "考勤月表"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else a scroll paints every cell again

    def area(self) -> Area | None:
        """The selected days of the selected workers, or the present cell; None where no day is meant."""
        chosen, index = self.selectionModel().selection(), self.currentIndex()
        if chosen.count():
            part = chosen.at(0)
            found = Area(part.top(), part.left(), part.bottom(), min(part.right(), self._month.days - 1))
        elif index.isValid():
            found = Area(index.row(), index.column(), index.row(), min(index.column(), self._month.days - 1))
        else:
            return None
        return found if found.left <= found.right else None

    def stay(self) -> None:
        """The text cannot be taken: the keyboard stays in its cell, which says what it said before."""
        self._stays = True
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._blank)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif self._range_key(key, event.text()) or self._refused(key):
            event.accept()
        elif key == Qt.Key.Key_Up and self._typed is None and self.currentIndex().row() <= 0:
            self.up_and_out.emit(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    def _range_key(self, key: int, text: str) -> bool:
        """One key for a whole range: a mark, or Delete; Enter where something longer was typed."""
        area = self.area()
        if area is None or area.single:
            return False
        if self._typed is not None:
            if key not in _ENTER:
                return False
            typed = self._typed
            self.forget()
            self.range_typed.emit(typed)
            return True
        meaning = MARK_KEYS.get(text.lower()) if text else None
        if key in _ERASE:
            meaning = ""
        if meaning is None or meaning == _BEGUN:
            return False
        self.range_typed.emit(meaning)
        return True

    def _refused(self, key: int) -> bool:
        """Whether the cell stays the present one, since what was typed into it cannot be taken."""
        if self._typed is None or key not in (*_ENTER, *_LEAVING):
            return False
        self._stays = False
        self.leaving.emit((self.currentIndex(), self._typed))
        return self._stays


class MonthTable(QWidget):
    """Names, days, sums and foot as one table whose rows are always whole."""

    def __init__(self, look: Look, model: MonthModel) -> None:
        super().__init__()
        self._scale = look.base_px / BASE_PX
        self.model, self.foot_model = model, FootModel(self)
        inks = Inks(look)
        self.grid, self.foot = MonthGrid(model, inks.blank), QTableView()
        self.heading = DayHeader(inks, model)
        self._dress_grid(inks, ROW + look.base_px - BASE_PX)
        self._dress_foot(inks)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.grid, 1)
        whole.addWidget(self.foot)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._show_whole_rows)
        self._scrolled = 0
        self.grid.viewport().installEventFilter(self)
        self.grid.verticalScrollBar().valueChanged.connect(lambda _: self._show_whole_rows())
        self.grid.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)

    def show_month(self, state: MonthState, rows: list[MonthRow]) -> None:
        """Show these workers of a month; the present cell stays where it was as far as it is there."""
        at = self.grid.currentIndex()
        place = (at.row(), at.column())
        self.model.show_month(state, rows)
        self.foot_model.show_month(state)
        self.size_columns()
        if rows:
            row, column = max(place[0], 0), max(place[1], 0)
            self.stand(min(row, len(rows) - 1), min(column, self.model.columnCount() - 1))
        self._fit.start()

    def stand(self, row: int, column: int) -> None:
        """Put the keyboard into a cell."""
        self.grid.setCurrentIndex(self.model.index(row, column))

    def touch(self, cells: tuple[CellChange, ...]) -> None:
        """Draw what was written again, and the sums."""
        self.model.touch(cells)
        self.foot_model.touch()

    def size_columns(self) -> None:
        """Days as wide as the window allows, the same for all; sums keep their width."""
        days = self.model.days
        if not days:
            return
        sums = [round(width * self._scale) for width in _SUM_WIDTHS]
        bar = self.grid.verticalScrollBar().sizeHint().width()
        room = self.grid.width() - self.grid.verticalHeader().width() - bar - sum(sums) - 2
        day = min(max(room // days, round(_DAY * self._scale)), round(_WIDEST_DAY * self._scale))
        for header in (self.heading, self.foot.horizontalHeader()):
            for at, width in enumerate([*([day] * days), *sums]):
                header.resizeSection(at, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit.start()
        return super().eventFilter(watched, event)

    def _dress_grid(self, inks: Inks, row_height: int) -> None:
        names = NameHeader(inks)
        names.setDefaultSectionSize(row_height)
        self.grid.setVerticalHeader(names)
        self.grid.setHorizontalHeader(self.heading)
        self.heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading.setMinimumSectionSize(GRID)
        self.grid.setItemDelegate(MarkDelegate(inks, self.model, self.grid))
        corner = self.grid.findChild(QAbstractButton)
        if corner is not None:
            corner.setEnabled(False)
            inside = QVBoxLayout(corner)
            inside.setContentsMargins(GRID * 2, 0, 0, 0)
            inside.addWidget(label(translate("Attendance", "编号 姓名"), "small"))
        self.heading.left.connect(lambda _: self._to_cells())
        self.grid.up_and_out.connect(self.heading.stand)

    def _dress_foot(self, inks: Inks) -> None:
        foot = self.foot
        foot.setObjectName("foot")
        foot.setVerticalHeader(NameHeader(inks, foot=True))
        foot.setModel(self.foot_model)
        foot.setItemDelegate(FootDelegate(inks, self.model))
        foot.horizontalHeader().hide()
        foot.horizontalHeader().setMinimumSectionSize(GRID)
        height = round(_FOOT_ROW * self._scale)
        foot.verticalHeader().setMinimumSectionSize(height)
        foot.verticalHeader().setDefaultSectionSize(height)
        foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        foot.setFixedHeight(height * 4 + 2)
        foot.setAccessibleName(translate("Attendance", "每天合计"))

    def _to_cells(self) -> None:
        self.grid.setFocus()
        index = self.grid.currentIndex()
        self.stand(max(index.row(), 0), self.heading.at)

    def _show_whole_rows(self) -> None:
        """Have the row that is cut at the bottom drawn blank; the scroll bar says that there is more.

        Scrolling moves what is painted: the blank too, as many rows as were scrolled.
        """
        view, bar = self.grid, self.grid.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            view.verticalHeader().setOffsetToSectionPosition(bar.value())
            view.viewport().update()
        moved, self._scrolled = abs(bar.value() - self._scrolled), bar.value()
        height = (moved + 2) * view.verticalHeader().defaultSectionSize()
        viewport = view.viewport()
        viewport.update(0, viewport.height() - height, viewport.width(), height)
        view.verticalHeader().viewport().update()
