"""A field that offers what a person may mean while he types: Down and Up go through the list, Enter takes one.

The list is a child of the window, never a window of its own: the keyboard stays in the field.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

from app.ui.theme.style import Look

T = TypeVar("T")
MOST_OFFERED = 8
_LEAST_WIDTH = 260
_CTRL = Qt.KeyboardModifier.ControlModifier


class PickField(QLineEdit, Generic[T]):
    """``offer`` gives what a text may mean, the likeliest first, as (value, words).

    ``picked`` carries the value taken. With ``free`` a text of one's own is good, and Enter takes a line of the list
    only where a person went to it; else Enter takes the likeliest, and ``missed`` carries a text that means nothing.
    """

    picked = Signal(object)
    missed = Signal(object)

    def __init__(self, look: Look, offer: Callable[[str], Sequence[tuple[T, str]]], *, free: bool = False) -> None:
        super().__init__()
        self._look, self._offer, self._free = look, offer, free
        self._offered: list[tuple[T, str]] = []
        self.list: QListWidget | None = None
        self.textEdited.connect(lambda _: self.show_list())

    @property
    def open(self) -> bool:
        """Whether the list is shown."""
        return self.list is not None and self.list.isVisible()

    def show_list(self) -> None:
        """Show what the present text may mean, below the field."""
        self._offered = list(self._offer(self.text()))[:MOST_OFFERED]
        shown = self._made()
        shown.clear()
        shown.addItems([words for _, words in self._offered])
        if not self._offered:
            shown.hide()
            return
        shown.setCurrentRow(-1 if self._free else 0)
        height = sum(shown.sizeHintForRow(at) for at in range(len(self._offered))) + 2 * shown.frameWidth()
        shown.setGeometry(0, 0, max(self.width(), _LEAST_WIDTH), height)
        shown.move(self.mapTo(self.window(), QPoint(0, self.height())))
        shown.raise_()
        shown.show()

    def hide_list(self) -> None:
        """Take the list away."""
        if self.list is not None:
            self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.open:
            self.hide_list()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _CTRL:
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hide_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_list()
        super().hideEvent(event)

    def _step(self, by: int) -> None:
        if not self.open:
            self.show_list()
            return
        if self.list is not None:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + by)))

    def _enter(self) -> None:
        """Take the line that is marked, or the likeliest; a free text goes on as it is."""
        if not self.open and not self._free:
            self.show_list()
        at = self.list.currentRow() if self.list is not None and self.open else -1
        self.hide_list()
        if at >= 0:
            self._take(at)
        elif self._free:
            self.returnPressed.emit()
        else:
            self.missed.emit(self.text())

    def _take(self, at: int) -> None:
        value, words = self._offered[at]
        self.setText(words)
        self.hide_list()
        self.picked.emit(value)

    def _made(self) -> QListWidget:
        if self.list is None or self.list.parentWidget() is not self.window():
            self.list = QListWidget(self.window())
            self.list.setObjectName("offers")
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.list.setAccessibleName(self.accessibleName())
            self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.list.itemClicked.connect(self._clicked)
            self.destroyed.connect(self.list.deleteLater)
            colours = self._look.colours
            self.list.setStyleSheet(
                f"#offers {{ background: {colours.surface}; color: {colours.text}; }}"
                f"#offers {{ border: 1px solid {colours.accent}; }}"
                f"#offers::item {{ padding: 4px 8px; min-height: 22px; }}"
                f"#offers::item:selected {{ background: {colours.tint}; color: {colours.text}; }}"
            )
        return self.list

    def _clicked(self, item: object) -> None:
        if self.list is not None:
            rows = [at for at in range(self.list.count()) if self.list.item(at) is item]
            if rows:
                self._take(rows[0])
