"""The headings of a table: a click asks for an order, a small triangle above the title shows it."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.tables.model import RowsModel
from app.ui.theme.style import Look

_HALF, _HIGH, _ABOVE = 4, 4, 1
"""The triangle, in pixels: half its width, its height, the blank above it."""


class Heading(QHeaderView):
    """Horizontal headings that keep the height the view's former ones were given."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._colour = QColor(look.colours.accent)
        former = view.horizontalHeader()
        self.setMinimumHeight(former.minimumHeight())
        self.setMaximumHeight(former.maximumHeight())
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        view.setHorizontalHeader(self)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        model = self.model()
        if isinstance(model, RowsModel) and model.order is not None and model.ordered_by() == logicalIndex:
            self._paint_mark(painter, rect, descending=model.order.descending)

    def _paint_mark(self, painter: QPainter, rect: QRect, *, descending: bool) -> None:
        middle, top = rect.center().x() + 0.5, rect.top() + _ABOVE
        base, tip = (top, top + _HIGH) if descending else (top + _HIGH, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        corners = [QPointF(middle - _HALF, base), QPointF(middle + _HALF, base), QPointF(middle, tip)]
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
