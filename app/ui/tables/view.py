"""A table with its totals in a fixed foot and a sentence for when it is empty.

Only whole rows are seen: scrolling goes by rows, and what is left below the last whole one stays blank. A row cut by
the foot reads as if its figures were another's.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.tables.acts import TableActs
from app.ui.tables.cells import CellDelegate
from app.ui.tables.columns import Column
from app.ui.tables.filters import Filters
from app.ui.tables.heading import Heading
from app.ui.tables.model import RowsModel
from app.ui.tables.order import Order
from app.ui.tables.typing_grid import TypingGrid
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, ROW

R = TypeVar("R")
_TALL = re.compile("[\u0600-\u06ff\u0f00-\u0fff]")
_TALL_EXTRA = 12
_CUT = 4
"""Pixels of a row that may be missing before it is blanked out: the blank below its text."""


class RowsTable(QWidget, Generic[R]):
    """Rows under columns, totals below. ``opened`` carries the row a person pressed Enter on or double-clicked.

    ``picked`` carries the row the keyboard or mouse stands on, ``reordered`` the Order a person asked for, or None.
    ``row_acts`` are the page's own lines of the menu: title and what is done with the row.
    """

    opened = Signal(object)
    picked = Signal(object)
    reordered = Signal(object)

    def __init__(
        self,
        look: Look,
        view: QTableView | None = None,
        model: RowsModel[R] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model: RowsModel[R] = model or RowsModel(look.colours)
        self.view = view or QTableView()
        self.foot = QTableView()
        self._totals: RowsModel[tuple[str, ...]] = RowsModel(look.colours, self)
        self._row_height, self._base_px = ROW + look.base_px - BASE_PX, look.base_px
        self._empty: QWidget | None = None
        self._uneven = False
        self._wrapping: list[int] = []
        self.sortable = True
        self.hidden: frozenset[str] = frozenset()
        self.row_acts: list[tuple[str, Callable[[R], object]]] = []
        self.heading = Heading(look, self.view)
        self._dress(self.view)
        self._dress(self.foot)
        for table, rows in ((self.view, self.model), (self.foot, self._totals)):
            table.setModel(rows)
            table.setItemDelegate(CellDelegate(look, rows, table))
        self._dress_foot()
        self._stack = QStackedLayout(self)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self.filters: Filters[R] = Filters(self)
        column.addWidget(self.filters)
        self._stack.addWidget(whole)
        self.acts: TableActs[R] = TableActs(self)
        self.heading.sectionClicked.connect(self.acts.turn)
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self.view.horizontalHeader().sectionResized.connect(self._on_resized)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_rows)
        self.model.dataChanged.connect(lambda *_: self._fit.start())  # a text that was put may need more lines
        self._blank = QFrame(self.view)
        self._blank.setObjectName("blank")
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._show_whole_rows())
        self.view.verticalHeader().geometriesChanged.connect(self._show_whole_rows)

    def showEvent(self, event: QShowEvent) -> None:
        """A table without a name of its own is called as the panel or page it is in, its foot as the table."""
        if not self.foot.accessibleName():
            above: QWidget | None = self
            while above is not None and not (above.accessibleName() or above.windowTitle()):
                above = above.parentWidget()
            place = (above.accessibleName() or above.windowTitle()) if above is not None else ""
            self.view.setAccessibleName(self.view.accessibleName() or place)
            self.foot.setAccessibleName(self.view.accessibleName())
        super().showEvent(event)

    def show_rows(self, columns: Sequence[Column[R]], rows: Sequence[R], totals: Sequence[str] | None = None) -> None:
        """Show rows under columns, and totals (one text a column) in the foot; the present row stays where it was."""
        at = self.view.currentIndex()
        self.model.show_rows(columns, rows)
        self.show_totals(totals)
        self._size()
        if at.isValid() and at.row() < len(rows) and at.column() < len(columns):
            self.view.setCurrentIndex(self.model.index(at.row(), at.column()))
        if self.filters.chosen:
            self.filters.apply()
        self._stack.setCurrentIndex(1 if not rows and self._empty is not None else 0)

    def keep_order(self) -> None:
        """The order of these rows means something: headings do not change it."""
        self.sortable = False
        self.heading.setSectionsClickable(False)

    def take_many(self) -> None:
        """Let a person select several rows, by Shift, Ctrl and the mouse."""
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected(self) -> list[R]:
        """The selected rows in the table's order."""
        chosen = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return [self.model.rows[at] for at in chosen if not self.view.isRowHidden(at)]

    def shown(self) -> list[R]:
        """The rows a person sees, in the table's order: without those a search hides."""
        return [row for at, row in enumerate(self.model.rows) if not self.view.isRowHidden(at)]

    def columns(self) -> list[Column[R]]:
        """The columns a person sees."""
        return [column for at, column in enumerate(self.model.columns) if not self.view.isColumnHidden(at)]

    def hide_columns(self, titles: Iterable[str]) -> None:
        """Hide the columns of these titles, now and when rows are shown again; the first column stays."""
        self.hidden = frozenset(titles)
        self._hide()

    def totals(self) -> tuple[str, ...]:
        """The texts of the foot; none where it is not shown."""
        return self._totals.rows[0] if self._totals.rows and not self.foot.isHidden() else ()

    def sort_by(self, order: Order | None) -> None:
        """Show the rows in an order; it stays while columns of that title are shown."""
        if isinstance(self.view, TypingGrid):
            self.view.commit()
        self.model.sort_by(order)
        self._size_rows()
        self.heading.viewport().update()
        index = self.view.currentIndex()
        if index.isValid():
            self.view.scrollTo(index)
        self.reordered.emit(order)

    def show_totals(self, totals: Sequence[str] | None) -> None:
        """Change the foot alone."""
        self.foot.setVisible(bool(totals))
        if totals:
            feet: list[Column[tuple[str, ...]]] = [
                Column(c.title, c.width, itemgetter(at), c.align, stretch=c.stretch)
                for at, c in enumerate(self.model.columns)
            ]
            self._totals.show_rows(feet, [tuple(totals)])

    def when_empty(self, widget: QWidget) -> None:
        """The sentence (and button) shown while there are no rows."""
        self._empty = widget
        self._stack.addWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_whole_rows()
            self._fit.start()  # the view moves its rows after this event
        return super().eventFilter(watched, event)

    def stand_on(self, at: int | None) -> None:
        """Stand on a row, or on none."""
        self.view.setCurrentIndex(self.model.index(at, 0) if at is not None else QModelIndex())
        if at is None:
            self.view.clearSelection()

    def current(self) -> R | None:
        """The row the keyboard stands on."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _dress(self, view: QTableView) -> None:
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self._row_height)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        view.setWordWrap(False)
        if not isinstance(view, TypingGrid):  # Tab goes on to the next part of the page; arrows move within
            view.setTabKeyNavigation(False)

    def _dress_foot(self) -> None:
        self.foot.setObjectName("foot")
        self.foot.horizontalHeader().hide()
        self.foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setFixedHeight(self._row_height + 2)
        self.foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.foot.hide()

    def _size(self) -> None:
        header, foot = self.view.horizontalHeader(), self.foot.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(at, mode)
            if not column.stretch:
                header.resizeSection(at, self._width(at))
            foot.resizeSection(at, header.sectionSize(at))
        self._hide()
        self._size_stretching()
        self._wrapping = [at for at, column in enumerate(self.model.columns) if column.wraps]
        self.view.setWordWrap(bool(self._wrapping))
        self._size_columns()
        self._size_rows()
        self._fit.start()

    def _hide(self) -> None:
        for at, column in enumerate(self.model.columns):
            hidden = at > 0 and column.title in self.hidden
            if hidden != self.view.isColumnHidden(at):
                self.view.setColumnHidden(at, hidden)
            self.foot.setColumnHidden(at, hidden)

    def _fit_rows(self) -> None:
        """After another size: the rows' heights, and which are whole."""
        self._size_stretching()
        if self.view.wordWrap():
            self._size_columns()
            self._size_rows()
        self._show_whole_rows()

    def _width(self, at: int) -> int:
        """A column's own width: wider for larger letters, and never narrower than its heading."""
        column, metrics = self.model.columns[at], self.heading.fontMetrics()
        heading = max(metrics.horizontalAdvance(line) for line in column.title.split("\n"))
        grown = column.width * self._base_px // BASE_PX if self._base_px > BASE_PX else column.width
        return max(grown, heading + GRID * 2) if heading else grown

    def _size_stretching(self) -> None:
        """With large letters the columns may need more than there is: then one scrolls sideways, and none is lost."""
        if self._base_px <= BASE_PX:
            return
        header, widths = self.view.horizontalHeader(), [self._width(at) for at in range(len(self.model.columns))]
        fits = sum(widths) <= self.view.viewport().width()
        for at, column in enumerate(self.model.columns):
            if column.stretch:
                header.setSectionResizeMode(at, header.ResizeMode.Stretch if fits else header.ResizeMode.Fixed)
                if not fits:
                    header.resizeSection(at, widths[at])

    def _size_columns(self) -> None:
        """What the stretching column can spare goes to the columns that fit their texts."""
        spare = self.view.viewport().width() - sum(self._width(at) for at in range(len(self.model.columns)))
        metrics = self.view.fontMetrics()
        for at, column in enumerate(self.model.columns):
            if column.fits:
                widest = max((metrics.horizontalAdvance(column.text(row)) for row in self.model.rows), default=0)
                more = max(0, min(widest + GRID * 5 - self._width(at), spare))
                self.view.horizontalHeader().resizeSection(at, self._width(at) + more)
                spare -= more

    def _size_rows(self) -> None:
        """Rows taller than the others: of tall scripts, and of texts that need several lines."""
        more = self._more_heights()
        if more or self._uneven:
            for at in range(len(self.model.rows)):
                height = self._row_height + more.get(at, 0)
                if height != self.view.rowHeight(at):
                    self.view.setRowHeight(at, height)
        self._uneven = bool(more)

    def _more_heights(self) -> dict[int, int]:
        """What some rows, by place, need beyond the height of the others."""
        names, line = [column.text for column in self.model.columns[:3]], self.view.fontMetrics().lineSpacing()
        wrapping = [(at, self.model.columns[at].text) for at in self._wrapping]
        found = {}
        for at, row in enumerate(self.model.rows):
            more = _TALL_EXTRA if _TALL.search(" ".join([text(row) for text in names])) else 0
            if wrapping:
                more += line * (max(self._lines(column, text(row)) for column, text in wrapping) - 1)
            if more:
                found[at] = more
        return found

    def _lines(self, at: int, text: str) -> int:
        """How many lines a text takes in its column."""
        room = QRect(0, 0, self.view.columnWidth(at) - GRID * 4, 0)
        metrics = self.view.fontMetrics()
        return max(
            1, round(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() / metrics.lineSpacing())
        )

    def _show_whole_rows(self) -> None:
        """Blank out the row that is cut at the bottom; the scroll bar says that there is more.

        At its end Qt puts the last row at the bottom and cuts the first: there too the first is whole.
        """
        view, bar = self.view, self.view.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            view.verticalHeader().setOffsetToSectionPosition(bar.value())
            view.viewport().update()
        place = view.viewport().geometry()
        at = view.rowAt(place.height() - 1)
        top = view.rowViewportPosition(at)
        cut = at >= 0 and top > 0 and top + view.rowHeight(at) - place.height() > _CUT
        if cut:
            self._blank.setGeometry(place.left(), place.top() + top, place.width(), place.height() - top)
        self._blank.setVisible(cut)

    def _on_resized(self, at: int, _: int, width: int) -> None:
        if at < self._totals.columnCount():
            self.foot.horizontalHeader().resizeSection(at, width)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()])

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.model.rows[index.row()])
