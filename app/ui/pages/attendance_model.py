"""The month as Qt's tables see it: a column a day and the worker's sums; below it the sums of each day."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.domain.attendance import ParsedMark
from app.domain.month_marks import CellChange
from app.services.month_sheet import MonthRow
from app.ui.pages import attendance_rows as texts
from app.ui.pages.attendance_rows import SUMS, MonthState
from app.ui.tables.model import DISPLAY, EDIT, TOOLTIP, Index
from app.ui.tables.typing_grid import TypedModel
from app.ui.theme.tokens import Palette

SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ROOT = QModelIndex()
_OWN_SUMS = ((0,), (1, 2), (3, 4), (5,))
"""Which of the worker's sums stand summed up in each line of the foot."""
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class MonthModel(TypedModel):
    """The shown workers of a month; the first ``days`` columns are its days.

    ``write`` gets row, day (both from 0) and the typed text, and says if it was taken.
    Delegates ask ``mark_at`` and ``sum_at`` directly: a picture of the window takes 400 cells.
    """

    def __init__(self, colours: Palette, write: Callable[[int, int, str], bool]) -> None:
        super().__init__(colours)
        self.state: MonthState | None = None
        self.shown: list[int] = []
        self.days = 0
        self._write = write

    def show_month(self, state: MonthState, rows: Sequence[MonthRow]) -> None:
        """Show these workers of a month from now on."""
        self.beginResetModel()
        self.state, self.shown, self.days = state, [row.worker_id for row in rows], len(state.sheet.days)
        self.endResetModel()

    def row_at(self, row: int) -> MonthRow:
        """The worker of a row as he is now."""
        if self.state is None:
            raise IndexError(row)
        return self.state.rows[self.shown[row]]

    def mark_at(self, row: int, day: int) -> ParsedMark | None:
        """What a cell says."""
        return self.row_at(row).marks[day]

    def sum_at(self, row: int) -> tuple[str, ...]:
        """The sums of a row as shown."""
        return texts.sum_texts(self.state.row_sums[self.shown[row]]) if self.state is not None else ()

    def typed_at(self, row: int, column: int) -> str | None:
        """What is being typed into a cell."""
        return self._typed if (row, column) == self._cell else None

    def touch(self, cells: Sequence[CellChange]) -> None:
        """Draw cells that were written again, and their workers' sums: one signal each for all of them."""
        places = {worker_id: at for at, worker_id in enumerate(self.shown)}
        rows = [places[cell.worker_id] for cell in cells if cell.worker_id in places]
        days = [cell.day.day - 1 for cell in cells]
        if rows:
            for first, last in ((min(days), max(days)), (self.days, self.columnCount() - 1)):
                self.dataChanged.emit(self.index(min(rows), first), self.index(max(rows), last))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.state is None else self.days + SUMS

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401  Qt's own signature
        row, column = index.row(), index.column()
        if role in {DISPLAY, EDIT}:
            typed = self.typed_at(row, column) if role == DISPLAY else None
            return f"{typed}▏" if typed is not None else self.text_at(row, column)
        if role in {TOOLTIP, SPOKEN} and self.state is not None:
            if column < self.days:
                return texts.cell_words(self.state, self.row_at(row), column)
            spell = self.row_at(row).spell
            return texts.sums_tip(f"{spell.no} {spell.name}", self.state.row_sums[spell.worker_id])
        return None

    def text_at(self, row: int, column: int) -> str:
        """What a cell says, without what is being typed."""
        if column < self.days:
            return texts.shown_mark(self.mark_at(row, column))
        return self.sum_at(row)[column - self.days]

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        return role == EDIT and index.column() < self.days and self._write(index.row(), index.column(), str(value))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        if self.state is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            spell = self.row_at(section).spell if section < len(self.shown) else None
            return f"{spell.no} {spell.name}" if spell is not None and role in {DISPLAY, TOOLTIP} else None
        if section < self.days:
            return self._day_heading(section, role)
        if role not in {DISPLAY, TOOLTIP}:
            return None
        return texts.sum_titles()[min(section - self.days, SUMS - 1)][role == TOOLTIP]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if index.column() < self.days else _PLAIN

    def _day_heading(self, at: int, role: int) -> str | None:
        if self.state is None:
            return None
        if role in {TOOLTIP, SPOKEN}:
            return texts.sums_tip(texts.day_words(self.state.sheet, at), self.state.day_sums[at])
        return str(at + 1) if role == DISPLAY else None


class FootModel(QAbstractTableModel):
    """The sums of each day below the month, and of the whole month below the workers' sums."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: MonthState | None = None
        self._lines: list[tuple[str, ...]] = []

    def show_month(self, state: MonthState) -> None:
        """Show the sums of a month from now on."""
        self.beginResetModel()
        self._state = state
        self._lines = self._reckoned()
        self.endResetModel()

    def touch(self) -> None:
        """Show the sums as they are now; only what changed is drawn again."""
        before, self._lines = self._lines, self._reckoned()
        for row, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            for at, (one, two) in enumerate(zip(old, new, strict=True)):
                if one != two:
                    self.dataChanged.emit(self.index(row, at), self.index(row, at))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._state is None else len(self._state.sheet.days) + SUMS

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401  Qt's own signature
        if role == DISPLAY:
            return self._lines[index.row()][index.column()]
        days = len(self._state.sheet.days) if self._state is not None else 0
        if role in {TOOLTIP, SPOKEN} and self._state is not None and index.column() < days:
            words = texts.day_words(self._state.sheet, index.column())
            return texts.sums_tip(words, self._state.day_sums[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical and role == DISPLAY:
            return texts.foot_titles()[section]
        return None

    def _reckoned(self) -> list[tuple[str, ...]]:
        """A line for each title: the days, then those of the month's sums that are of its kind."""
        if self._state is None:
            return []
        days = [texts.foot_texts(sums) for sums in self._state.day_sums]
        month = texts.sum_texts(self._state.total)
        return [
            (*line, *(text if at in own else "" for at, text in enumerate(month)))
            for line, own in zip(zip(*days, strict=True), _OWN_SUMS, strict=True)
        ]
