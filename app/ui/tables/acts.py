"""What every table offers: an order by F3, Ctrl+C, and a menu (right button or menu key) to copy and to keep a file."""

from collections.abc import Callable
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from app.ui.tables.columns import Column
from app.ui.tables.copying import TableContent, cell_text, content_of, exporter_of, tabbed, title_text
from app.ui.tables.order import turned
from app.ui.tables.typing_grid import TypingGrid
from app.ui.words import translate

if TYPE_CHECKING:
    from app.ui.tables.view import RowsTable

R = TypeVar("R")


class TableActs(QObject, Generic[R]):
    """The acts of one table, whose view's context menu and keys it takes."""

    def __init__(self, table: "RowsTable[R]") -> None:
        super().__init__(table)
        self._table = table
        self._view = view = table.view
        self.menu: QMenu | None = None
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        self.copy = self._act(translate("Table", "复制"), self.copy_selected, copy)
        self.sort = self._act(translate("Table", "按本列排序"), self.sort_here, QKeySequence("F3"))
        self.copy_headed = self._act(translate("Table", "带标题复制"), partial(self.copy_selected, heading=True))
        self.copy_cell = self._act(translate("Table", "复制这一格"), self.copy_present)
        self.copy_whole = self._act(translate("Table", "复制整表"), self.copy_all)
        self.xlsx = self._act(translate("Table", "导出 XLSX…"), partial(self.export, "xlsx"))
        self.csv = self._act(translate("Table", "导出 CSV…"), partial(self.export, "csv"))
        for act in (self.copy, self.sort):
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            view.addAction(act)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        table.heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.heading.customContextMenuRequested.connect(self._open_heading_menu)

    # ---------------------------------------------------------------- order

    def sort_here(self) -> None:
        """Sort by the column the keyboard stands on; the third time as the rows came."""
        self.turn(max(self._view.currentIndex().column(), 0))

    def turn(self, at: int) -> None:
        """Sort by a column, or the other way, or as the rows came."""
        model = self._table.model
        if self._table.sortable and at < len(model.columns):
            self._table.sort_by(turned(model.order, model.columns[at].title))

    # ---------------------------------------------------------------- copying

    def copy_selected(self, *, heading: bool = False) -> None:
        """The selected rows; in a grid the selected cells, or the present one."""
        rows, columns = self._chosen()
        if rows:
            _to_clipboard(tabbed(columns, rows, heading=heading))

    def copy_present(self) -> None:
        """The cell the keyboard stands on."""
        index = self._view.currentIndex()
        if index.isValid():
            model = self._table.model
            _to_clipboard(cell_text(model.columns[index.column()], model.rows[index.row()]))

    def copy_all(self) -> None:
        """Every row that is shown, with headings and foot."""
        table = self._table
        foot = [content if isinstance(content, str) else f"{content:f}" for content in self._content().foot]
        text = tabbed(table.columns(), table.shown(), heading=True)
        _to_clipboard("\n".join([text, "\t".join(foot)] if foot else [text]))

    def export(self, ending: str) -> None:
        """Have the page keep the table as a file."""
        exporter = exporter_of(self._table)
        if exporter is not None:
            exporter.export_table(self._content(), ending)

    def _content(self) -> TableContent:
        table = self._table
        kept = [not table.view.isColumnHidden(at) for at in range(len(table.model.columns))]
        return content_of(table.columns(), table.shown(), [*compress(table.totals(), kept)])

    def _chosen(self) -> tuple[list[R], list[Column[R]]]:
        """Rows and columns that are meant by copying."""
        model, view = self._table.model, self._view
        index = view.currentIndex()
        by_rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        if by_rows and not isinstance(view, TypingGrid):
            return self._table.selected(), self._table.columns()
        cells = [] if by_rows else view.selectionModel().selectedIndexes()
        cells = cells or ([index] if index.isValid() else [])
        rows = sorted({cell.row() for cell in cells if not view.isRowHidden(cell.row())})
        places = sorted({cell.column() for cell in cells if not view.isColumnHidden(cell.column())})
        return [model.rows[at] for at in rows], [model.columns[at] for at in places]

    # ---------------------------------------------------------------- menu

    def _open_menu(self, place: QPoint) -> None:
        at = self._view.indexAt(place)
        if at.isValid() and at.row() not in {index.row() for index in self._view.selectionModel().selectedIndexes()}:
            self._view.setCurrentIndex(at)
        self.menu = menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _open_heading_menu(self, place: QPoint) -> None:
        self.menu = menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = self._table.heading.logicalIndexAt(place)
        if self._table.sortable and at >= 0:
            menu.addAction(translate("Table", "按本列排序"), partial(self.turn, at))
        self._add_filter(menu, at)
        menu.addMenu(self._columns_menu(menu))
        menu.popup(self._table.heading.viewport().mapToGlobal(place))

    def make_menu(self) -> QMenu:
        """The menu as it is now: the page's own acts on the row first."""
        menu, table = QMenu(self._view), self._table
        row = table.current()
        if row is not None:
            for title, act in table.row_acts:
                menu.addAction(title, partial(act, row))
        menu.addSeparator()
        some = bool(self._chosen()[0])
        for one in (self.copy, self.copy_headed, self.copy_cell):
            one.setEnabled(some)
        menu.addActions([self.copy, self.copy_headed, self.copy_cell, self.copy_whole])
        menu.addSeparator()
        menu.addActions([self.sort] if table.sortable else [])
        self._add_filter(menu, max(self._view.currentIndex().column(), 0))
        menu.addMenu(self._columns_menu(menu))
        menu.addSeparator()
        menu.addActions([self.xlsx, self.csv] if exporter_of(table) is not None else [])
        return menu

    def _add_filter(self, menu: QMenu, at: int) -> None:
        made = self._table.filters.menu(menu, at) if 0 <= at < len(self._table.model.columns) else None
        if made is not None:
            menu.addMenu(made)

    def _columns_menu(self, menu: QMenu) -> QMenu:
        """A tick for each column that can be hidden: the first says whose row it is."""
        made = QMenu(translate("Table", "显示哪些列"), menu)
        for column in self._table.model.columns[1:]:
            if title := title_text(column):
                act = made.addAction(title)
                act.setCheckable(True)
                act.setChecked(column.title not in self._table.hidden)
                act.toggled.connect(partial(self._show_column, column.title))
        return made

    def _show_column(self, title: str, shown: bool) -> None:
        hidden = self._table.hidden
        self._table.hide_columns(hidden - {title} if shown else hidden | {title})

    def _act(self, title: str, done: Callable[[], object], keys: QKeySequence | None = None) -> QAction:
        act = QAction(title, self)
        act.triggered.connect(lambda _=False: done())
        if keys is not None:
            act.setShortcut(keys)
        return act


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
