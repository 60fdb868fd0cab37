"""The panel that comes in from the right with one record's detail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.theme.icons import icon
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SIDE_PANEL
from app.ui.widgets.parts import button, clear, label
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate


class SidePanel(QFrame):
    """Title, close button and a scrolling body over the page's right edge; Esc closes it. ``closed`` carries None."""

    closed = Signal(object)

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("panel")
        self._page = page
        self._came_from: QWidget | None = None
        self.setFixedWidth(SIDE_PANEL * look.base_px // BASE_PX)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 2, GRID * 2)
        head = QHBoxLayout()
        self.title = label("", "figure")
        close = button("", self.leave, "flat", look=look, mark="x")
        close.setIcon(icon("x", look.colours.secondary))
        close.setToolTip(translate("SidePanel", "关闭（Esc）"))
        close.setAccessibleName(close.toolTip())
        close.setFixedWidth(32)
        head.addWidget(self.title, 1)
        head.addWidget(close)
        whole.addLayout(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, GRID * 2, 0)
        self.body.setSpacing(GRID * 2)
        area.setWidget(self._inner)
        whole.addWidget(area, 1)
        self.hide()

    def begin(self, title: str) -> QVBoxLayout:
        """Clear the panel, name it and show it; the layout to fill."""
        clear(self.body)
        self._remember()
        self.title.setText(title)
        self.setAccessibleName(title)
        self.show()
        self.raise_()
        return self.body

    def leave(self) -> None:
        """Hide the panel, unless a person goes on with what is typed into it; the keyboard goes back where it was."""
        if not may_leave(self):
            return
        within = self._within(QApplication.focusWidget())
        self.hide()
        if within:
            self._go_back()
        self.closed.emit(None)

    def _remember(self) -> None:
        """Where on the page the panel was opened from."""
        now = QApplication.focusWidget()
        if now is not None and not self._within(now):
            self._came_from = now

    def _within(self, part: QWidget | None) -> bool:
        return part is not None and self.isAncestorOf(part)

    def _go_back(self) -> None:
        back = self._came_from
        there = back is not None and isValid(back) and back.isVisible() and self._page.isAncestorOf(back)
        (back if back is not None and there else self._page).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
