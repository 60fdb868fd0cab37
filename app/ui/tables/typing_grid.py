"""A grid typed into without editors: a digit goes straight into the cell, so that a row costs milliseconds.

What is typed is shown at once and written when the cell is left, by Enter, an arrow, Tab or the mouse. Tab goes from
cell to cell and, at the last one, on to the next part of the page; F6 and Shift+F6 leave the grid from anywhere.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.ui.tables.model import DISPLAY, EDIT, Index, RowsModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_LEAVING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class TypedModel(RowsModel):  # type: ignore[type-arg]  # the row type is the page's affair
    """Rows with one cell that shows what is being typed."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._cell = (-1, -1)
        self._typed = ""

    def show_typed(self, index: Index, text: str | None) -> None:
        """Show ``text`` in a cell instead of its value; None for the value again."""
        self._cell = (index.row(), index.column()) if text is not None else (-1, -1)
        self._typed = text or ""
        self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role == DISPLAY and (index.row(), index.column()) == self._cell:
            return f"{self._typed}▏"
        return super().data(index, role)


class TypingGrid(QTableView):
    """``accepted`` carries a QModelIndex: Enter in an editable cell nobody typed into.

    ``onward`` says where Enter goes from a cell: below, or where a page knows better; an invalid index stays.
    """

    accepted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._typed: str | None = None
        self.keys: dict[int, dict[str, str]] = {}
        self.onward: Callable[[QModelIndex], QModelIndex] = self._below
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setTabKeyNavigation(True)

    def type_text(self, text: str) -> None:
        """Add letters to what is typed in the present cell."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self._typed = (self._typed or "") + text
        self._show()

    def commit(self) -> None:
        """Write what was typed, if anything was; a text that is refused leaves the cell as it was."""
        if self._typed is None:
            return
        index, text = self.currentIndex(), self._typed
        self.forget()
        if index.isValid():
            self.model().setData(index, text, EDIT)

    def forget(self) -> None:
        """Throw away what was typed."""
        self._typed = None
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_F6:
            self._leave(onward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif key in _TABS and self._at_end(onward=key == Qt.Key.Key_Tab):
            self.commit()
            event.ignore()  # so that the keyboard goes on to the next part of the page
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _LEAVING:
            self.commit()
            super().keyPressEvent(event)
        elif not self._typing_key(key, event.text()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.type_text(event.commitString())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab goes to the next cell that can be typed into."""
        index = super().moveCursor(action, modifiers)
        if action not in {QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePrevious}:
            return index
        start = index
        while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            step = 1 if action == QAbstractItemView.CursorAction.MoveNext else -1
            row, column = divmod(
                index.row() * self.model().columnCount() + index.column() + step, self.model().columnCount()
            )
            index = self.model().index(row, column)
        return index if index.isValid() else start

    def _leave(self, *, onward: bool) -> None:
        """Give the keyboard to the part of the page after or before the grid."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(onward)
        self.setTabKeyNavigation(True)

    def _at_end(self, *, onward: bool) -> bool:
        """Whether Tab would begin again at the other end of the grid."""
        action = QAbstractItemView.CursorAction
        here = self.currentIndex()
        there = self.moveCursor(action.MoveNext if onward else action.MovePrevious, Qt.KeyboardModifier.NoModifier)
        goes_on = (there.row(), there.column()) > (here.row(), here.column())
        return there == here or goes_on != onward or not there.flags() & Qt.ItemFlag.ItemIsEditable

    def _typing_key(self, key: int, text: str) -> bool:
        """Do what a key means while typing; False where it means nothing here."""
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape and self._typed is not None:
            self.forget()
        elif key in _ERASE:
            self._erase(key)
        elif text and text.isprintable():
            self.type_text(self._meant(text))
        else:
            return False
        return True

    def _enter(self) -> None:
        index = self.currentIndex()
        if self._typed is not None:
            self.commit()
        elif index.isValid():
            self.accepted.emit(index)
        onward = self.onward(index) if index.isValid() else index
        if onward.isValid():
            self.setCurrentIndex(onward)

    def _below(self, index: QModelIndex) -> QModelIndex:
        return self.model().index(index.row() + 1, index.column())

    def _erase(self, key: int) -> None:
        if self._typed:
            self._typed = "" if key == Qt.Key.Key_Delete else self._typed[:-1]
        else:
            self.type_text("")
        self._show()

    def _meant(self, text: str) -> str:
        """What a key means at the start of a cell of its column; within a text it is itself."""
        meanings = self.keys.get(self.currentIndex().column(), {})
        return meanings.get(text.lower(), text) if not self._typed else text

    def _show(self) -> None:
        model = self.model()
        if isinstance(model, TypedModel) and self.currentIndex().isValid():
            model.show_typed(self.currentIndex(), self._typed)
