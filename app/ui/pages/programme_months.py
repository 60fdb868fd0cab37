"""Twelve months of the programme: the table at the left, the picture of one of its figures at the right, and paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.papers import PaperData
from app.domain.papers.incomes import IncomesData
from app.domain.programme import MonthFigures, Programme
from app.services import papers_other
from app.services.context import Context
from app.services.incomes import incomes
from app.services.sales_view import month_sums
from app.services.workshops import choose_workshop
from app.ui.desk import Desk
from app.ui.pages import programme_rows as rows
from app.ui.pages.paper_way import Maker, PaperWay
from app.ui.pages.sales_rows import months_paper
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.columns_chart import ColumnsChart
from app.ui.widgets.columns_paint import Words
from app.ui.widgets.parts import button
from app.ui.words import translate

INCOME, OUTPUT, SALES = range(3)
EVERYBODY = 0
_TABLE_WIDTH = 520


class MonthsView(QWidget):
    """The months of a workshop. ``opened`` carries the month (YYYY-MM) a person chose in table or picture."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._months: tuple[MonthFigures, ...] = ()
        self.incomes: IncomesData | None = None
        self.way = PaperWay(desk, self)
        self.way.refused.connect(desk.say_fault)
        self.table: RowsTable[MonthFigures] = RowsTable(desk.look)
        self.table.setFixedWidth(_TABLE_WIDTH)
        self.table.opened.connect(lambda month: self.opened.emit(month.month))
        self.chart = ColumnsChart(desk.look, Words())
        self.chart.opened.connect(lambda at: self.opened.emit(self._months[at].month))
        self._choices()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 3)
        row.addWidget(self.table)
        right = QVBoxLayout()
        right.addLayout(self._bar())
        right.addWidget(self.chart, 1)
        row.addLayout(right, 1)
        self.setFocusProxy(self.table.view)

    def show_months(self, found: Programme) -> None:
        """Show the months, the newest on top; the picture from the oldest on."""
        self._months = found.months
        self.table.show_rows(rows.month_columns(), found.months[::-1], rows.month_totals(found.months))
        self._draw()

    def show_incomes(self, data: IncomesData) -> None:
        """Offer each worker's own income; the one chosen stays chosen."""
        self.incomes = data
        chosen = self.worker.currentData()
        self.worker.clear()
        self.worker.addItem(translate("Programme", "全部工人：人均"), EVERYBODY)
        for row in data.rows:
            self.worker.addItem(f"{row.no} {row.name}", row.worker_id)
        self.worker.setCurrentIndex(max(self.worker.findData(chosen), 0))
        self._draw()

    def show_preview(self) -> None:
        """What the picture shows, on paper."""
        if self._months:
            self.way.open_preview(self._maker(self.what.currentData(), self._months[-1].month))

    def _choices(self) -> None:
        self.what, self.worker = QComboBox(), QComboBox()
        self.what.setAccessibleName(translate("Programme", "图上画什么"))
        self.worker.setAccessibleName(translate("Programme", "谁的收入"))
        for value, words in (
            (INCOME, translate("Programme", "各月收入")),
            (OUTPUT, translate("Programme", "各月产量")),
            (SALES, translate("Programme", "各月销售")),
        ):
            self.what.addItem(words, value)
        self.worker.addItem(translate("Programme", "全部工人：人均"), EVERYBODY)
        self.what.currentIndexChanged.connect(lambda _: self._draw())
        self.worker.activated.connect(lambda _: self._draw())

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self.what)
        row.addWidget(self.worker)
        row.addStretch(1)
        row.addWidget(
            button(
                translate("Programme", "打印…"),
                self.show_preview,
                look=self._desk.look,
                mark="printer",
                name="programme-print",
            )
        )
        return row

    def _draw(self) -> None:
        what = self.what.currentData()
        self.worker.setVisible(what == INCOME)
        yuan = translate("Programme", "元")
        if what == OUTPUT:
            words = Words(translate("Programme", "件"), translate("Programme", "合格"))
            columns = rows.output_chart(self._months)
        elif what == SALES:
            words = Words(yuan, translate("Programme", "净额"), translate("Programme", "退货"))
            columns = rows.sales_chart(self._months)
        elif self.worker.currentData() and self.incomes is not None:
            words = Words(yuan, translate("Programme", "应发"))
            columns = rows.worker_chart(self.incomes, self.worker.currentData())
        else:
            words = Words(yuan, translate("Programme", "人均应发"))
            columns = rows.income_chart(self._months)
        self.chart.words = words
        self.chart.show_columns(columns, self.what.currentText())

    @staticmethod
    def _maker(what: int, month: str) -> Maker:
        made: dict[int, Maker] = {
            INCOME: lambda ctx, shop: incomes(ctx, shop, month),
            OUTPUT: lambda ctx, shop: papers_other.output(ctx, shop, month),
            SALES: lambda ctx, shop: _sales(ctx, shop, month),
        }
        return made[what]


def _sales(ctx: Context, workshop_id: int, month: str) -> PaperData:
    groups = month_sums(ctx, workshop_id, month)
    return months_paper(choose_workshop(ctx, workshop_id).name, ctx.today().isoformat(), groups)
