"""The views beside the list of sales: sums by channel, event or product, and the months with their picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.sales_view import GroupSums
from app.ui.desk import Desk
from app.ui.pages import sales_rows as rows
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.columns_chart import ColumnsChart
from app.ui.widgets.columns_paint import Words
from app.ui.widgets.parts import button
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate

_TABLE_WIDTH = 490


class MonthsView(QWidget):
    """Twelve months: the table first, the newest on top, and the picture beside it.

    ``opened`` carries the month (YYYY-MM) a person chose.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.groups: tuple[GroupSums, ...] = ()
        self._desk = desk
        self.preview: PaperPreview | None = None
        self.table: RowsTable[GroupSums] = RowsTable(desk.look)
        self.table.setFixedWidth(_TABLE_WIDTH)
        self.chart = ColumnsChart(desk.look, chart_words())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 3)
        row.addWidget(self.table)
        picture = QVBoxLayout()
        picture.addWidget(self.chart, 1)
        printing = button(
            translate("Sales", "打印…"), self.show_preview, look=desk.look, mark="printer", name="sales-print"
        )
        picture.addWidget(printing, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(picture, 1)
        self.table.opened.connect(lambda group: self.opened.emit(group.name))
        self.chart.opened.connect(lambda at: self.opened.emit(self.groups[at].name))

    def show_groups(self, groups: Sequence[GroupSums]) -> None:
        """Show the months, oldest first."""
        self.groups = tuple(groups)
        self.table.show_rows(rows.month_columns(), self.groups[::-1], rows.month_totals(groups))
        self.chart.show_columns(rows.chart_columns(groups), translate("Sales", "各月销售净额和退货"))

    def show_preview(self) -> None:
        """The months as they will be printed."""
        day = self._desk.ctx.today().isoformat()
        data = rows.months_paper(self._desk.workshop.name, day, self.groups)
        self.preview = PaperPreview(self._desk, data, self.window())
        self.preview.open()


def chart_words() -> Words:
    """What the picture of the months says."""
    return Words(translate("Sales", "元"), translate("Sales", "净额"), translate("Sales", "退货"))
