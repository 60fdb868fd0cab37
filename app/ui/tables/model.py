"""The one table model: frozen rows shown through columns. Roles are bound to ints once: a lookup costs a twentieth."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.order import Order, ordered
from app.ui.theme.tokens import Palette
from app.ui.words import translate

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TICK = int(Qt.ItemDataRole.CheckStateRole)
DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = {
    Align.LEFT: _MIDDLE | Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: _MIDDLE | Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: _MIDDLE | Qt.AlignmentFlag.AlignHCenter,
}
_ROOT = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one type under columns of that type; ``rows`` are in the order they are shown in."""

    def __init__(self, colours: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = ()
        self.rows: list[R] = []
        self.order: Order | None = None
        self._came: list[R] = self.rows
        self._colours = {tone: QColor(getattr(colours, tone.value)) for tone in Tone}

    def show_rows(self, columns: Sequence[Column[R]], rows: Sequence[R]) -> None:
        """Show other rows, and columns, from now on."""
        self.beginResetModel()
        self.columns, self._came = tuple(columns), list(rows)
        self.rows = self._in_order()
        self.endResetModel()

    def put_row(self, at: int, row: R) -> None:
        """Replace one row: its cells are drawn again, nothing else moves, even where its place is another now."""
        if self.rows is not self._came:
            old = self.rows[at]
            self._came[next(place for place, one in enumerate(self._came) if one is old)] = row
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def sort_by(self, order: Order | None) -> None:
        """Show the rows in another order; None for the one they came in. The present row stays the present one."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.rows[index.row()]) for index in self.persistentIndexList()]
        self.order = order
        self.rows = self._in_order()
        places = {id(row): at for at, row in enumerate(self.rows)}
        moved = [self.index(places[id(row)], index.column()) for index, row in kept]
        self.changePersistentIndexList([index for index, _ in kept], moved)
        self.layoutChanged.emit()

    def ordered_by(self) -> int:
        """The place of the column the rows are sorted by; -1 where they stand as they came."""
        titles = [column.title for column in self.columns]
        return titles.index(self.order.title) if self.order is not None and self.order.title in titles else -1

    def _order_words(self, section: int) -> str:
        """How a heading's rows are sorted, for those who do not see the mark."""
        if self.order is None or section != self.ordered_by():
            return ""
        return translate("Table", "降序") if self.order.descending else translate("Table", "升序")

    def _in_order(self) -> list[R]:
        at = self.ordered_by()
        if self.order is None or at < 0:
            return self._came
        return ordered(self._came, self.columns[at], descending=self.order.descending)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401  Qt's own signature
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in {DISPLAY, EDIT}:
            return column.text(row)
        if role == FOREGROUND:
            return self._colours[column.tone(row)]
        if role == ALIGNMENT:
            return ALIGNMENTS[column.align]
        if role == TOOLTIP and column.tip is not None:
            return column.tip(row)
        return _tick(column.ticked(row)) if role == TICK and column.ticked is not None else None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        write = self.columns[index.column()].write
        return role == EDIT and write is not None and write(self.rows[index.row()], str(value))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == DISPLAY:
            return self.columns[section].title
        if role == DESCRIPTION:
            return self._order_words(section)
        return ALIGNMENTS[self.columns[section].align] if role == ALIGNMENT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if self.columns[index.column()].write else _PLAIN


def _tick(ticked: bool | None) -> Qt.CheckState | None:
    if ticked is None:
        return None
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
