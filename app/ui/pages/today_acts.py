"""Keys that fill a line of the day sheet from another: F2 as on the last day, Ctrl+D from the line above."""

from PySide6.QtCore import QModelIndex, QObject

from app.services.day import DayRow
from app.ui.desk import Desk
from app.ui.pages.today_writer import DayWriter
from app.ui.tables.columns import Tone
from app.ui.tables.typing_grid import TypingGrid
from app.ui.tables.view import RowsTable
from app.ui.words import translate


class DayActs(QObject):
    """Each fills and stands on the next line, so that a key a line is enough."""

    def __init__(self, desk: Desk, table: RowsTable[DayRow], writer: DayWriter) -> None:
        super().__init__(table)
        self._desk, self._table, self._writer = desk, table, writer

    def as_before(self) -> None:
        """What the present worker did on his last day, where nothing is noted yet."""
        index = self._present()
        if not index.isValid():
            return
        if not self._writer.as_before(self._table.model.rows[index.row()]):
            self._desk.say(translate("Today", "没有可以照填的上一日记录，或已经填了。"), Tone.QUIET)
        self._go_below(index)

    def fill_down(self) -> None:
        """The present cell's value for the next worker; an empty cell takes nothing away below."""
        index = self._present()
        below = self._below(index)
        column = self._table.model.columns[index.column()] if index.isValid() else None
        if column is None or column.write is None or column.plain is None or not below.isValid():
            return
        if text := column.plain(self._table.model.rows[index.row()]):
            column.write(self._table.model.rows[below.row()], text)
        self._go_below(index)

    def _present(self) -> QModelIndex:
        view = self._table.view
        if isinstance(view, TypingGrid):
            view.commit()
        return view.currentIndex()

    def _below(self, index: QModelIndex) -> QModelIndex:
        """The same column in the next line that is shown."""
        lines = range(index.row() + 1, len(self._table.model.rows))
        line = next((at for at in lines if not self._table.view.isRowHidden(at)), -1)
        return self._table.model.index(line, index.column())

    def _go_below(self, index: QModelIndex) -> None:
        below = self._below(index)
        if below.isValid():
            self._table.view.setCurrentIndex(below)
