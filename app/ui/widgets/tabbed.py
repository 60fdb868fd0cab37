"""The tabs of one record in the side panel: each part is made when its tab is opened, and gone with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import clear
from app.ui.widgets.tabs import TabRow


class TabbedPanel(QWidget):
    """A subclass makes the part of a tab; ``at`` is the open one, ``tab`` its part.

    ``saved`` carries what a part says after it wrote something, ``turned`` the place of the tab opened.
    """

    saved = Signal(object)
    turned = Signal(object)

    def __init__(self, desk: Desk, tabs: Sequence[tuple[str, str]], at: int = 0) -> None:
        super().__init__()
        self._desk = desk
        self.at = at
        self.tab: QWidget | None = None
        self.tabs = TabRow(tabs)
        self.tabs.turned.connect(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        column.addWidget(self.tabs)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)
        self.turn(at)

    def made(self, at: int) -> QWidget:
        """The part of a tab, read anew."""
        raise NotImplementedError

    def turn(self, at: int) -> None:
        """Show a tab, in the order of the row."""
        clear(self._place)
        self.at = at
        self.tabs.mark(at)
        self.tab = self.made(at)
        self._place.addWidget(self.tab)
        self.turned.emit(at)
