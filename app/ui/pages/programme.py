"""The programme (项目指标): what the records say of people, income, training, output and sales, each figure defined."""

from PySide6.QtWidgets import QStackedWidget

from app.domain.calendar import month_moved
from app.domain.papers.incomes import IncomesData
from app.domain.programme import IndicatorValue, Programme
from app.services import programme
from app.services.incomes import incomes
from app.services.programme import ShopProgramme
from app.ui.desk import Desk
from app.ui.pages import programme_rows as rows
from app.ui.pages.payroll_rows import month_to_pay
from app.ui.pages.programme_months import MonthsView
from app.ui.pages.programme_panel import IndicatorPanel
from app.ui.tables.view import RowsTable
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

FIGURES, MONTHS, SHOPS = range(3)


class ProgrammePage(Page):
    """A month's indicators, twelve months with their picture, and all workshops of the database side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Programme", "项目指标"))
        self.month = ""
        self.found: Programme | None = None
        self.indicator: IndicatorPanel | None = None
        self._at = FIGURES
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(self._step)
        self.head.addWidget(self._stepper)
        self.tabs = TabRow(
            (
                ("figures", translate("Programme", "指标")),
                ("months", translate("Programme", "各月")),
                ("shops", translate("Programme", "全部工坊")),
            )
        )
        self.tabs.turned.connect(self.turn)
        self.head.addWidget(self.tabs)
        self.see = self.add_primary(
            button(translate("Programme", "打印凭证"), self._to_papers, look=desk.look, name="go-papers")
        )
        self.table: RowsTable[IndicatorValue] = RowsTable(desk.look)
        self.table.keep_order()  # people, income, training …, as they are explained
        self.table.opened.connect(self.open_indicator)
        self.table.view.clicked.connect(lambda at: self.open_indicator(self.table.model.rows[at.row()]))
        self.table.when_empty(empty_state(translate("Programme", "这里是从记录里算出的指标。正在算。")))
        self.table.row_acts.append((translate("Programme", "去看记录"), self.go_to_records))
        self.months = MonthsView(desk)
        self.months.opened.connect(self._open_chosen)
        self.months.wanted.connect(lambda key: self.jumped.emit(Jump(key, at=self.month)))
        self.shops: RowsTable[ShopProgramme] = RowsTable(desk.look)
        self.shops.opened.connect(lambda row: self.jumped.emit(Jump("programme", at=self.month, workshop=row.workshop)))
        self.shops.when_empty(empty_state(translate("Programme", "正在算每个工坊的指标。")))
        self._stack = QStackedWidget()
        for view in (self.table, self.months, self.shops):
            self._stack.addWidget(view)
        self.note = label("", "small", wraps=True)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.note)
        self.turn(FIGURES)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Reckon again; the first time the month that is to be paid."""
        if self.month:
            self._read()
        else:
            self.desk.ask(month_to_pay, then=self.open_month, owner=self)

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names."""
        if jump.at:
            self.open_month(jump.at[:7])
        else:
            self.refresh()

    def open_month(self, month: str) -> None:
        """Look at another month."""
        self.month = month
        self._stepper.text.setText(month)
        self.panel.leave()
        self._read()

    def turn(self, at: int) -> None:
        """Show the indicators (0), the months (1), all workshops (2)."""
        self._at = at
        self.tabs.mark(at)
        self._stack.setCurrentIndex(at)
        self.setFocusProxy((self.table.view, self.months, self.shops.view)[at])
        self.note.setText(self._notes()[at])
        if at != FIGURES:
            self.panel.leave()
        if self.isVisible():
            self.setFocus()
        if self.month:
            self._read()

    def open_indicator(self, value: IndicatorValue) -> None:
        """One indicator in the side panel."""
        self.indicator = IndicatorPanel(self.desk, value, self.month)
        self.indicator.wanted.connect(self.go_to_records)
        self.panel.begin(rows.name(value.indicator, self.desk.lang)).addWidget(self.indicator, 1)
        self.indicator.go.setFocus()

    def go_to_records(self, value: IndicatorValue) -> None:
        """Open the page the records of an indicator are noted on."""
        page = value.indicator.page
        dated = page in {"payroll", "production", "sales", "training"}
        self.jumped.emit(Jump(page, at=self.month if dated else ""))

    # ---------------------------------------------------------------- reading

    def _read(self) -> None:
        title = translate("Programme", "计算指标")
        ask = self.desk.ask
        ask(programme.programme, self.month, then=self._show, owner=self, title=title)
        if self._at == MONTHS:
            ask(incomes, self.month, then=self._show_incomes, owner=self, title=title)
        elif self._at == SHOPS:
            month, context = self.month, self.desk.ctx
            self.desk.tasks.run(
                lambda: programme.all_programmes(context, month),
                self._show_shops,
                failed=self.desk.say_fault,
                owner=self,
                title=title,
            )

    def _show(self, found: Programme) -> None:
        if found.month != self.month:
            return
        self.found = found
        lang = self.desk.lang
        self.strip.show_figures(rows.figures(found, lang))
        self.table.show_rows(rows.columns(self.month, lang), found.values)
        self.months.show_months(found)
        if not self.table.view.currentIndex().isValid():
            self.table.stand_on(0)

    def _show_incomes(self, data: IncomesData) -> None:
        if data.months[-1].month == self.month:
            self.months.show_incomes(data)

    def _show_shops(self, found: tuple[ShopProgramme, ...]) -> None:
        if found and found[0].figures.month == self.month:
            self.shops.show_rows(rows.shop_columns(self.desk.lang), found, rows.shop_totals(found))

    def _open_chosen(self, month: str) -> None:
        self.open_month(month)
        self.turn(FIGURES)

    def _step(self, step: int) -> None:
        if self.month:
            self.open_month(month_moved(self.month, step))

    def _to_papers(self) -> None:
        self.jumped.emit(Jump("papers", at=self.month))

    @staticmethod
    def _notes() -> tuple[str, str, str]:
        return (
            translate(
                "Programme",
                "都从记录里算出，没有估计的数；“没有”是记录给不出。年度目标还没有登记的地方。回车看怎么算、缺什么。",
            ),
            translate("Programme", "收入只算已锁定的工资；没有锁定的月份不画柱子，不是零。"),
            translate("Programme", "一个人在两个工坊，各算一次；县里按身份证号每人只算一次。回车打开一个工坊。"),
        )
