"""Tabs within a panel: words in a row, the open one underlined; arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button
from app.ui.widgets.unsaved import may_leave


class TabRow(QWidget):
    """Tabs by (name, title); ``turned`` carries the place of the one a person opened.

    Before another is opened a person is asked about what is not saved in the tabs' parent.
    """

    turned = Signal(object)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._at = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for at, (name, title) in enumerate(tabs):
            made = button(title, lambda at=at: self._turn(at), "tab", name=f"tab-{name}")  # type: ignore[misc]
            made.setCheckable(True)
            made.setAutoExclusive(True)
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)

    def mark(self, at: int) -> None:
        """Mark a tab as the open one."""
        self._at = at
        self.buttons[at].setChecked(True)

    def _turn(self, at: int) -> None:
        if may_leave(self.parentWidget() or self):
            self.turned.emit(at)
        else:
            self.mark(self._at)
