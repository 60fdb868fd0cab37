"""Only the rows with certain values in a column: chosen from the heading's menu, said in a line below the table.

Rows are hidden, not taken away: the foot stays the sum of all, and the line says so.
"""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.ui.tables.columns import Column
from app.ui.tables.copying import title_text
from app.ui.tables.order import shown_key
from app.ui.tables.typing_grid import TypingGrid
from app.ui.theme.tokens import GRID
from app.ui.words import translate

if TYPE_CHECKING:
    from app.ui.tables.view import RowsTable

R = TypeVar("R")
MOST_VALUES = 40
"""A column of more different values is searched, not filtered."""


class Filters(QWidget, Generic[R]):
    """The filters of one table, and the line that tells of them."""

    def __init__(self, table: "RowsTable[R]") -> None:
        super().__init__()
        self._table = table
        self.chosen: dict[str, frozenset[str]] = {}
        self.possible = not isinstance(table.view, TypingGrid)  # nobody is hidden from a sheet that is typed into
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 0, 0, 0)
        self.words = QLabel()
        self.words.setProperty("role", "small")
        self.clear_button = QPushButton(translate("Table", "✕ 取消筛选"))
        self.clear_button.setProperty("role", "link")
        self.clear_button.clicked.connect(lambda: self.choose({}))
        row.addWidget(self.words, 1)
        row.addWidget(self.clear_button)
        self.hide()

    def choose(self, chosen: Mapping[str, frozenset[str]]) -> None:
        """Show only rows whose texts in these columns (by title) are among the chosen ones."""
        before = bool(self.chosen)
        self.chosen = {title: values for title, values in chosen.items() if values}
        if before or self.chosen:
            self.apply()

    def apply(self) -> None:
        """Hide what does not fit, after rows or filters changed."""
        view, rows = self._table.view, self._table.model.rows
        tests = [(column, self.chosen[column.title]) for column in self._table.model.columns if self._is_on(column)]
        view.setUpdatesEnabled(False)
        left = 0
        for at, row in enumerate(rows):
            fits = all(column.text(row) in values for column, values in tests)
            left += fits
            if view.isRowHidden(at) is fits:
                view.setRowHidden(at, not fits)
        view.setUpdatesEnabled(True)
        if view.currentIndex().isValid() and view.isRowHidden(view.currentIndex().row()):
            view.setCurrentIndex(QModelIndex())  # Enter opens nothing that is not seen
        self._say([column for column, _ in tests], left, len(rows))

    def menu(self, parent: QMenu, at: int) -> QMenu | None:
        """The values of a column to choose among; None where there are too many, or nothing to choose."""
        column = self._table.model.columns[at]
        counts = Counter(column.text(row) for row in self._table.model.rows)
        title = title_text(column)
        if not self.possible or not title or not 1 < len(counts) <= MOST_VALUES:
            return None
        made = QMenu(translate("Table", "筛选“{title}”").format(title=title), parent)
        chosen = self.chosen.get(column.title, frozenset())
        for text in sorted(counts, key=shown_key):
            words = text.replace("\n", " ") or translate("Table", "（空）")
            act = made.addAction(f"{words}　{counts[text]}".replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(text in chosen)
            act.toggled.connect(partial(self._turn, column.title, text))
        return made

    def _turn(self, title: str, text: str, on: bool) -> None:
        values = self.chosen.get(title, frozenset())
        self.choose({**self.chosen, title: values | {text} if on else values - {text}})

    def _is_on(self, column: Column[R]) -> bool:
        return column.title in self.chosen

    def _say(self, columns: list[Column[R]], left: int, rows: int) -> None:
        between = translate("Table", "、")
        one = translate("Table", "{title}：{values}")
        parts = [
            one.format(title=title_text(column), values=between.join(sorted(self.chosen[column.title])))
            for column in columns
        ]
        words = translate("Table", "筛选　{filters}　显示 {left} / {rows} 行")
        if not self._table.foot.isHidden():
            words = translate("Table", "筛选　{filters}　显示 {left} / {rows} 行，合计是全部的")
        self.words.setText(words.format(filters="　".join(parts), left=left, rows=rows))
        self.setVisible(bool(columns))
