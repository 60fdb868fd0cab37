"""Stock levels as bars, one a product, with a way to paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.services.products import ProductRow
from app.ui.desk import Desk
from app.ui.pages.products_rows import bars, levels_paper
from app.ui.theme.tokens import GRID
from app.ui.widgets.bars import BarChart
from app.ui.widgets.parts import button, empty_state, label
from app.ui.widgets.place import Place
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate


class LevelsView(Place):
    """The chart of the shown products. ``opened`` carries the ProductRow a person chose."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[ProductRow, ...] = ()
        self.preview: PaperPreview | None = None
        self.chart = BarChart(desk.look)
        self.chart.setAccessibleName(translate("Products", "库存图"))
        self.chart.opened.connect(lambda at: self.opened.emit(self._rows[at]))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.chart)
        head = QHBoxLayout()
        head.addWidget(label(translate("Products", "账面现存数，各按自己的单位；红色是账上为负。"), "small"), 1)
        self.print = button(translate("Products", "打印库存图"), self.show_preview, name="print-levels")
        head.addWidget(self.print)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(area, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty_state(translate("Products", "没有产品，也就没有库存图。先新增产品。")))
        self.setFocusProxy(self.chart)

    def show_rows(self, rows: Sequence[ProductRow]) -> None:
        """Draw these products."""
        self._rows = tuple(rows)
        self.chart.show_bars(bars(rows))
        self._stack.setCurrentIndex(0 if rows else 1)

    def show_preview(self) -> None:
        """The chart as it will be printed."""
        day = self._desk.ctx.today().isoformat()
        data = levels_paper(self._desk.workshop.name, day, self._rows)
        self.preview = PaperPreview(self._desk, data, self)
        self.preview.open()
