"""The menus of the month: what the keys do, the cell's history, the day on Today, the month as a file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QMenu

from app.services.history import Subject
from app.ui.pages import attendance_rows as texts
from app.ui.pages.attendance_edits import MonthEdits
from app.ui.pages.attendance_grid import MonthTable
from app.ui.tables.copying import TableContent
from app.ui.widgets.history import show_history
from app.ui.widgets.page import Page
from app.ui.words import translate


class MonthMenus:
    """The menus of one month table of a page; ``open_day`` gets a day from 0."""

    def __init__(self, page: Page, table: MonthTable, edits: MonthEdits, open_day: Callable[[int], None]) -> None:
        self._page, self._table, self._edits, self._open_day = page, table, edits, open_day
        for widget, opened in ((table.grid, self._open_cell), (table.heading, self._open_heading)):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(opened)

    def _open_cell(self, place: QPoint) -> None:
        grid, model = self._table.grid, self._table.model
        index = grid.indexAt(place)
        if not index.isValid() or index.column() >= model.days:
            return
        if not grid.selectionModel().isSelected(index):
            grid.setCurrentIndex(index)
        menu = self._begin(index.column())
        menu.addAction(
            translate("Attendance", "查看这一格的修改记录"), partial(self._history, index.row(), index.column())
        )
        menu.addSeparator()
        for title, act in self._acts():
            menu.addAction(title, act)
        menu.addSeparator()
        for ending in ("xlsx", "csv"):
            title = translate("Attendance", "导出全月 {kind}…").format(kind=ending.upper())
            menu.addAction(title, partial(self._export, ending))
        self._show(menu, grid, place)

    def _open_heading(self, place: QPoint) -> None:
        at = self._table.heading.logicalIndexAt(place)
        if 0 <= at < self._table.model.days:
            self._show(self._begin(at), self._table.heading, place)

    def _begin(self, at: int) -> QMenu:
        """A menu whose first line opens the day."""
        menu, state = QMenu(self._page), self._table.model.state
        day = state.sheet.days[at].isoformat() if state is not None else ""
        menu.addAction(translate("Attendance", "打开今日页的 {day}").format(day=day), partial(self._open_day, at))
        return menu

    def _show(self, menu: QMenu, widget: QAbstractScrollArea, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(widget.viewport().mapToGlobal(place))

    def _acts(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        edits = self._edits
        return (
            (translate("Attendance", "复制　Ctrl+C"), edits.copy),
            (translate("Attendance", "粘贴　Ctrl+V"), edits.paste),
            (translate("Attendance", "向下填充　Ctrl+D"), edits.fill_down),
            (translate("Attendance", "向右填充　Ctrl+R"), edits.fill_right),
            (translate("Attendance", "按日历填空　F9"), edits.fill_calendar),
            (translate("Attendance", "清除　Delete"), partial(edits.write_range, "")),
            (translate("Attendance", "撤销　Ctrl+Z"), edits.undo),
            (translate("Attendance", "重做　Ctrl+Y"), edits.redo),
        )

    def _history(self, row: int, at: int) -> None:
        state = self._table.model.state
        if state is not None:
            line, day = self._table.model.row_at(row), state.sheet.days[at]
            subject = Subject("attendance", (line.worker_id, day.isoformat()))
            show_history(self._page, f"{line.spell.no} {line.spell.name} {day.isoformat()}", subject)

    def _export(self, ending: str) -> None:
        state = self._table.model.state
        if state is None:
            return
        heading = (translate("Attendance", "编号"), translate("Attendance", "姓名"))
        sums = tuple(title for title, _ in texts.sum_titles())
        days = tuple(str(day.day) for day in state.sheet.days)
        rows = tuple(
            (row.spell.no, row.spell.name, *map(texts.shown_mark, row.marks), *self._sums(row.worker_id))
            for row in state.rows.values()
        )
        self._page.export_table(TableContent((*heading, *days, *sums), rows), ending)

    def _sums(self, worker_id: int) -> tuple[str, ...]:
        state = self._table.model.state
        shown = texts.sum_texts(state.row_sums[worker_id]) if state is not None else ()
        return tuple("" if text == "–" else text for text in shown)
