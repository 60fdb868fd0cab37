"""The views beside the list of sales: sums by channel, event or product, and the months with their picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.sales_view import GroupSums
from app.ui.desk import Desk
from app.ui.pages import sales_rows as rows
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.columns_chart import ColumnsChart, Words
from app.ui.words import translate

_TABLE_WIDTH = 470


class MonthsView(QWidget):
    """Twelve months: the table first, the newest on top, and the picture beside it.

    ``opened`` carries the month (YYYY-MM) a person chose.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.groups: tuple[GroupSums, ...] = ()
        self.table: RowsTable[GroupSums] = RowsTable(desk.look)
        self.table.setFixedWidth(_TABLE_WIDTH)
        self.chart = ColumnsChart(desk.look, chart_words())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 3)
        row.addWidget(self.table)
        row.addWidget(self.chart, 1)
        self.table.opened.connect(lambda group: self.opened.emit(group.name))
        self.chart.opened.connect(lambda at: self.opened.emit(self.groups[at].name))

    def show_groups(self, groups: Sequence[GroupSums]) -> None:
        """Show the months, oldest first."""
        self.groups = tuple(groups)
        self.table.show_rows(rows.month_columns(), self.groups[::-1], rows.month_totals(groups))
        self.chart.show_columns(rows.chart_columns(groups), translate("Sales", "各月销售净额和退货"))


def chart_words() -> Words:
    """What the picture of the months says."""
    return Words(translate("Sales", "元"), translate("Sales", "净额"), translate("Sales", "退货"))
