"""The dark bar at the left: one button a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from app.ui.theme.icons import icon
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SIDE_BAR
from app.ui.widgets.parts import label
from app.ui.words import translate


@dataclass(frozen=True)
class Entry:
    """A page's entry: its key, its words and its icon."""

    key: str
    title: str
    mark: str


_MORE = 6
"""Pixels the longest name grows by when letters do by one."""


def side_key(place: int) -> str:
    """The keys that open the page at a place from 0; the eleventh and later ones have none (Ctrl+K finds them)."""
    return f"Ctrl+{(place + 1) % 10}" if place < 10 else ""


class SideBar(QFrame):
    """``chosen`` carries the key of the page a person wants. Ctrl+1 … Ctrl+9 and Ctrl+0 choose by place."""

    chosen = Signal(object)

    def __init__(self, look: Look, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(SIDE_BAR + _MORE * max(0, look.base_px - BASE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 5, GRID * 2, GRID * 3)
        column.setSpacing(GRID)
        name = label(translate("SideBar", "工坊账本"), "figure")
        name.setContentsMargins(GRID * 3, 0, 0, GRID * 3)
        column.addWidget(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for place, entry in enumerate(entries):
            made = QPushButton(icon(entry.mark, look.colours.side_text), f"  {entry.title}")
            made.setObjectName(f"go-{entry.key}")
            made.setCheckable(True)
            if keys := side_key(place):
                QShortcut(QKeySequence(keys), self).activated.connect(made.click)
            made.setToolTip(f"{entry.title} ({keys})" if keys else entry.title)
            made.clicked.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(made)
            column.addWidget(made)
            self.buttons[entry.key] = made
        column.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self.buttons[key].setChecked(True)
