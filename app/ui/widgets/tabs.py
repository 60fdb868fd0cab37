"""Tabs within a panel: words in a row, the open one underlined; arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button


class TabRow(QWidget):
    """Tabs by (name, title); ``turned`` carries the place of the one a person opened."""

    turned = Signal(object)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for at, (name, title) in enumerate(tabs):
            made = button(title, lambda at=at: self.turned.emit(at), "tab", name=f"tab-{name}")  # type: ignore[misc]
            made.setCheckable(True)
            made.setAutoExclusive(True)
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)

    def mark(self, at: int) -> None:
        """Mark a tab as the open one."""
        self.buttons[at].setChecked(True)
