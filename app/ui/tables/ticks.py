"""A table whose rows are chosen by ticks: a click on the box, or Space on the row the keyboard stands on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from app.ui.tables.columns import Column
from app.ui.tables.view import RowsTable
from app.ui.theme.style import Look

R = TypeVar("R")


class _TurningView(QTableView):
    """``turned`` is sent when Space is pressed."""

    turned = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit(None)
        else:
            super().keyPressEvent(event)


class TickTable(RowsTable[R]):
    """``ticked`` holds the keys of the chosen rows; rows ``can_tick`` says no to have no box.

    ``ticks_changed`` carries None.
    """

    ticks_changed = Signal(object)

    def __init__(self, look: Look, key: Callable[[R], int], can_tick: Callable[[R], bool]) -> None:
        turning = _TurningView()
        super().__init__(look, turning)
        self.ticked: set[int] = set()
        self._key, self._can_tick = key, can_tick
        self.view.clicked.connect(self._on_clicked)
        turning.turned.connect(lambda _: self._on_space())

    def show_rows(self, columns: Sequence[Column[R]], rows: Sequence[R], totals: Sequence[str] | None = None) -> None:
        """Show rows, the first column with boxes; ticks on rows that are gone, or have none now, go."""
        self.ticked &= {self._key(row) for row in rows if self._can_tick(row)}
        first = replace(columns[0], ticked=self._tick)
        super().show_rows([first, *columns[1:]], rows, totals)

    def tick(self, keys: Iterable[int]) -> None:
        """Tick exactly these, as far as they can be."""
        wanted = set(keys)
        self.ticked = {self._key(row) for row in self.model.rows if self._can_tick(row)} & wanted
        self._changed()

    def chosen(self) -> list[R]:
        """The ticked rows in the table's order."""
        return [row for row in self.model.rows if self._key(row) in self.ticked]

    def _tick(self, row: R) -> bool | None:
        return self._key(row) in self.ticked if self._can_tick(row) else None

    def _turn(self, row: R) -> None:
        if self._can_tick(row):
            self.ticked ^= {self._key(row)}
            self._changed()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._turn(self.model.rows[index.row()])

    def _on_space(self) -> None:
        row = self.current()
        if row is not None:
            self._turn(row)

    def _changed(self) -> None:
        self.view.viewport().update()
        self.ticks_changed.emit(None)
