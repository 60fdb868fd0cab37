"""A table with its totals in a fixed foot and a sentence for when it is empty."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.tables.columns import Column
from app.ui.tables.model import RowsModel
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, ROW

R = TypeVar("R")
_TALL = ((0x0600, 0x06FF), (0x0F00, 0x0FFF))
_TALL_EXTRA = 12


class RowsTable(QWidget, Generic[R]):
    """Rows under columns, totals below. ``opened`` carries the row a person pressed Enter on or double-clicked.

    ``picked`` carries the row the keyboard or mouse stands on.
    """

    opened = Signal(object)
    picked = Signal(object)

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
        self._row_height = ROW + look.base_px - BASE_PX
        self._empty: QWidget | None = None
        self._dress(self.view)
        self._dress(self.foot)
        self.view.setModel(self.model)
        self.foot.setModel(self._totals)
        self._dress_foot()
        self._stack = QStackedLayout(self)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self._stack.addWidget(whole)
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self.view.horizontalHeader().sectionResized.connect(self._on_resized)

    def show_rows(self, columns: Sequence[Column[R]], rows: Sequence[R], totals: Sequence[str] | None = None) -> None:
        """Show rows under columns, and totals (one text a column) in the foot; the present row stays where it was."""
        at = self.view.currentIndex()
        self.model.show_rows(columns, rows)
        self.show_totals(totals)
        self._size()
        if at.isValid() and at.row() < len(rows) and at.column() < len(columns):
            self.view.setCurrentIndex(self.model.index(at.row(), at.column()))
        self._stack.setCurrentIndex(1 if not rows and self._empty is not None else 0)

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

    def current(self) -> R | None:
        """The row the keyboard stands on."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _dress(self, view: QTableView) -> None:
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self._row_height)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)

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
                header.resizeSection(at, column.width)
            foot.resizeSection(at, header.sectionSize(at))
        for at, row in enumerate(self.model.rows):
            if any(_is_tall(column.text(row)) for column in self.model.columns[:3]):
                self.view.setRowHeight(at, self._row_height + _TALL_EXTRA)

    def _on_resized(self, at: int, _: int, width: int) -> None:
        if at < self._totals.columnCount():
            self.foot.horizontalHeader().resizeSection(at, width)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()])

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.model.rows[index.row()])


def _is_tall(text: str) -> bool:
    return any(low <= ord(letter) <= high for letter in text for low, high in _TALL)
