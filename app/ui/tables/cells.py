"""How a table's cell is drawn: its ground, its text, the frame of the keyboard.

Painted by hand: the style sheet asks the model for ten things a cell and takes three times as long.
"""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.tables.columns import Align, Tone
from app.ui.tables.model import RowsModel
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID

# as numbers: a comparison of Qt's own flags costs more than drawing the cell
_SELECTED, _FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignAbsolute.value
_PLACES = {
    Align.LEFT: _MIDDLE | Qt.AlignmentFlag.AlignLeft.value,
    Align.RIGHT: _MIDDLE | Qt.AlignmentFlag.AlignRight.value,
    Align.CENTRE: _MIDDLE | Qt.AlignmentFlag.AlignHCenter.value,
}
_WRAPS = Qt.TextFlag.TextWordWrap.value
_ASIDE = GRID * 2 - 1
"""Pixels between a cell's edge and its text."""


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a ``RowsModel``; a box to tick is the style sheet's."""

    def __init__(self, look: Look, model: RowsModel[Any], view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        colours = look.colours
        self._tones = {tone: QColor(getattr(colours, tone.value)) for tone in Tone}
        self._selected, self._frame = QColor(colours.tint), QPen(QColor(colours.accent), 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._model
        column = model.columns[index.column()]
        if column.ticked is not None:
            super().paint(painter, option, index)
            return
        place: QRect = option.rect
        state: int = option.state.value
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(place, self._selected)
        text: str = model.data(index)
        if text:
            painter.setPen(self._tones[Tone.PLAIN if selected else column.tone(model.rows[index.row()])])
            self._write(painter, option, text, _PLACES[column.align])
        if state & _FOCUS:
            painter.setPen(self._frame)
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, text: str, flags: int) -> None:
        """The text in its lines, or in one that ends in … where it is cut."""
        place = option.rect.adjusted(_ASIDE, 0, -_ASIDE, -1)
        if self._view.wordWrap():
            flags |= _WRAPS
        else:
            text, metrics = text.replace("\n", " "), option.fontMetrics
            if metrics.horizontalAdvance(text) > place.width():
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(option.font)
        painter.drawText(place, flags, text)
