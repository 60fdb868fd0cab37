"""Pasting into the day sheet: a value is typed, anything more is seen first and taken in one transaction."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.domain.refusal import Refusal
from app.services.day import DayRow
from app.services.day_batch import PASTED
from app.services.day_pieces import Item
from app.ui.desk import Desk
from app.ui.pages import today_panels as panels
from app.ui.pages.today_pasted import Pasted, pasted
from app.ui.pages.today_writer import DayWriter
from app.ui.tables.columns import Tone
from app.ui.tables.typing_grid import TypingGrid
from app.ui.tables.view import RowsTable
from app.ui.widgets.side_panel import SidePanel
from app.ui.words import translate


class DayPaste(QObject):
    """Shows what a text would note in the side panel; ``done`` gets the items that have no column yet."""

    def __init__(
        self,
        desk: Desk,
        table: RowsTable[DayRow],
        panel: SidePanel,
        writer: DayWriter,
        done: Callable[[Sequence[Item]], object],
    ) -> None:
        super().__init__(table)
        self._desk, self._table, self._panel, self._writer, self._done = desk, table, panel, writer, done

    def paste(self, text: str) -> None:
        """Type a value into the present cell, or show what the text would note."""
        view, sheet = self._table.view, self._writer.sheet
        if sheet is None or not text.strip():
            self._desk.say(translate("Today", "剪贴板里没有文字。"), Tone.QUIET)
            return
        if isinstance(view, TypingGrid) and view.hasFocus() and len(text.split()) == 1 and text.isascii():
            view.type_text(text.strip())
            return
        index = view.currentIndex()
        try:
            found = pasted(text, sheet, self._table.model.rows, (max(index.row(), 0), max(index.column(), 0)))
        except Refusal as refusal:
            self._desk.say_fault(refusal)
            return
        panels.show_pasted(self._panel, self._desk.look, found, lambda: self._take(found), self._desk.lang)

    def _take(self, found: Pasted) -> None:
        """Note it; what was not understood stays to be read."""
        shown = {column.item for column in self._writer.sheet.columns} if self._writer.sheet else set()
        new = [cell.item for cell in found.cells if cell.item is not None and cell.item not in shown]

        def taken() -> None:
            self._done(new)
            if found.faults:
                panels.show_left(self._panel, found.faults, self._desk.lang)
            else:
                self._panel.leave()
            words = translate("Today", "已登记 {count} 处，Ctrl+Z 可全部撤销。").format(count=len(found.cells))
            self._desk.say(words, Tone.GOOD)

        self._writer.note(list(found.notes()), PASTED, taken)
