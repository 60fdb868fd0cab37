"""What is wrong with a cell, said at the cell: below it, or above where there is no room. Any key or click hides it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QTableView, QVBoxLayout

from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import card, label, tone_label

_WIDE = 380


class CellNote(QObject):
    """One note over one table."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.words = label(wraps=True)
        inside = QVBoxLayout()
        inside.addWidget(self.words)
        self.frame = card(inside)
        inside.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self.frame.setParent(view)
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame.hide()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def say(self, text: str, row: int, column: int) -> None:
        """Say a text at a cell."""
        tone_label(self.words, text, Tone.BAD)
        wide = min(_WIDE, self._view.width() - GRID * 2)
        self.frame.setFixedWidth(wide)
        self.frame.adjustSize()
        place = self._view.visualRect(self._view.model().index(row, column)).translated(
            self._view.viewport().geometry().topLeft()
        )
        self.frame.move(self._left(place, wide), self._top(place))
        self.frame.show()
        self.frame.raise_()

    def hide(self) -> None:
        """Say nothing."""
        self.frame.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.frame.hide()
        return super().eventFilter(watched, event)

    def _left(self, place: QRect, wide: int) -> int:
        return max(GRID, min(place.left(), self._view.width() - wide - GRID))

    def _top(self, place: QRect) -> int:
        below = place.bottom() + GRID
        return below if below + self.frame.height() < self._view.height() else place.top() - self.frame.height() - GRID
