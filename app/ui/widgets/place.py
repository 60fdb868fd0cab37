"""A part of the window that knows where in it the keyboard goes, and that Tab walks through whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Place(QWidget):
    """Named as its own place for the keyboard by ``setFocusProxy``; ``setFocus`` goes there.

    Qt's own proxy is not used: Tab passes over everything that stands before a proxy in the widget it is the proxy of.
    """

    _keyboard: QWidget | None = None

    def setFocusProxy(self, place: QWidget | None) -> None:
        """Say where the keyboard goes when this part is opened."""
        self._keyboard = place

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the part's own place for it."""
        if self._keyboard is not None:
            self._keyboard.setFocus(reason)
        else:
            super().setFocus(reason)
