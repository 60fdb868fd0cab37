"""Twelve months of the programme: the table at the left, the picture of one of its figures at the right, and paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

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
from app.ui.widgets.parts import button, label
from app.ui.widgets.place import Place
from app.ui.words import translate

INCOME, OUTPUT, SALES = range(3)
EVERYBODY = 0
_TABLE_WIDTH = 520


class MonthsView(Place):
    """The months of a workshop. ``opened`` carries the month (YYYY-MM) a person chose in table or picture.

    ``wanted`` carries the page (its key) where what the picture lacks is noted.
    """

    opened = Signal(object)
    wanted = Signal(object)

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
        self.empty, self.go = label("", "secondary", wraps=True), button("", self._go, "primary", name="programme-go")
        self.picture = QStackedWidget()
        self.picture.addWidget(self.chart)
        self.picture.addWidget(_blank(self.empty, self.go))
        right.addWidget(self.picture, 1)
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
        drawn = any(column.text for column in columns)
        self.picture.setCurrentIndex(int(not drawn))
        if not drawn:
            lacking, act, _ = _LACKING[what]()
            self.empty.setText(lacking)
            self.go.setText(act)

    def _go(self) -> None:
        self.wanted.emit(_LACKING[self.what.currentData()]()[2])

    @staticmethod
    def _maker(what: int, month: str) -> Maker:
        made: dict[int, Maker] = {
            INCOME: lambda ctx, shop: incomes(ctx, shop, month),
            OUTPUT: lambda ctx, shop: papers_other.output(ctx, shop, month),
            SALES: lambda ctx, shop: _sales(ctx, shop, month),
        }
        return made[what]


def _no_income() -> tuple[str, str, str]:
    words = translate(
        "Programme", "这十二个月还没有锁定的工资，没有收入可画。到“工资”里检查、核对、锁定；产量和销售可在上面选。"
    )
    return words, translate("Programme", "去工资"), "payroll"


def _no_output() -> tuple[str, str, str]:
    words = translate("Programme", "这十二个月还没有计件记录，没有产量可画。到“生产”里记。")
    return words, translate("Programme", "去生产"), "production"


def _no_sales() -> tuple[str, str, str]:
    words = translate("Programme", "这十二个月还没有销售记录，没有销售可画。到“销售”里记。")
    return words, translate("Programme", "去销售"), "sales"


_LACKING = {INCOME: _no_income, OUTPUT: _no_output, SALES: _no_sales}
"""What is said in place of a picture of nothing, the button, and the page it opens."""


def _blank(words: QLabel, act: QPushButton) -> QFrame:
    """In the picture's place: what it lacks, and the way there."""
    made = QFrame()
    made.setObjectName("card")
    column = QVBoxLayout(made)
    column.setContentsMargins(GRID * 8, GRID * 4, GRID * 8, GRID * 4)
    column.setSpacing(GRID * 3)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addStretch(2)
    column.addWidget(words)
    column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return made


def _sales(ctx: Context, workshop_id: int, month: str) -> PaperData:
    groups = month_sums(ctx, workshop_id, month)
    return months_paper(choose_workshop(ctx, workshop_id).name, ctx.today().isoformat(), groups)
