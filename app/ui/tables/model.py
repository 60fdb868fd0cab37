"""The one table model: frozen rows shown through columns. Roles are bound to ints once: a lookup costs a twentieth."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.ui.tables.columns import Align, Column, Tone
from app.ui.theme.tokens import Palette

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TICK = int(Qt.ItemDataRole.CheckStateRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = {
    Align.LEFT: _MIDDLE | Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: _MIDDLE | Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: _MIDDLE | Qt.AlignmentFlag.AlignHCenter,
}
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one type under columns of that type."""

    def __init__(self, colours: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = ()
        self.rows: list[R] = []
        self._colours = {tone: QColor(getattr(colours, tone.value)) for tone in Tone}

    def show_rows(self, columns: Sequence[Column[R]], rows: Sequence[R]) -> None:
        """Show other rows, and columns, from now on."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), list(rows)
        self.endResetModel()

    def put_row(self, at: int, row: R) -> None:
        """Replace one row: its cells are drawn again, nothing else moves."""
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

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
        return ALIGNMENTS[self.columns[section].align] if role == ALIGNMENT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].write else plain


def _tick(ticked: bool | None) -> Qt.CheckState | None:
    if ticked is None:
        return None
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
