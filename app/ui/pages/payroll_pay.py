"""Paying (发放): who is open, recorded as paid by bank or in cash, and what came back."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout

from app.domain.identity_number import masked
from app.domain.messages.text import listing
from app.domain.vocabulary import PayMethod, RunState
from app.services import payments
from app.services.context import Context
from app.services.payments import PaymentRow, PaymentSummary
from app.ui.desk import Desk
from app.ui.pages.payroll_rows import MonthView, amount
from app.ui.pages.payroll_tables import people_words
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.ticks import TickTable
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.place import Place
from app.ui.words import translate

METHODS = (PayMethod.BANK, PayMethod.CASH)


def pay_workers(
    ctx: Context, workshop_id: int, run_id: int, only: Collection[int], method: PayMethod, paid_on: date
) -> PaymentSummary:
    """Note the open amounts of some workers as paid."""
    return payments.pay(ctx, workshop_id, run_id, only=tuple(only), method=method, paid_on=paid_on)


class PayView(Place):
    """A row a worker: net, paid, open. ``paid`` carries what was written; ``wanted_file`` "bank" or "cash";
    ``unarchive_wanted`` the run that must come out of the archive before a return can be noted.
    """

    paid = Signal(object)
    unarchive_wanted = Signal(object)
    wanted_file = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: MonthView | None = None
        self._shown_run = 0
        self.question: AskDialog | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._bar())
        self.message = label(wraps=True)
        self.message.hide()
        whole.addWidget(self.message)
        self.table: TickTable[PaymentRow] = TickTable(desk.look, lambda row: row.worker_id, _payable)
        self.table.when_empty(empty_state(translate("Pay", "锁定工资以后，在这里登记发放。")))
        self.table.ticks_changed.connect(lambda _: self._sum_up())
        self.table.picked.connect(lambda _: self._sum_up())
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Show where each worker of the run stands; all who are open are ticked when a run is first shown."""
        self._view = view
        self.message.hide()
        rows = view.payments if view.stands else ()
        run_id = view.run.run_id if view.run is not None else 0
        self.table.show_rows(_columns(), rows, _totals(rows) if rows else None)
        if run_id != self._shown_run:
            self._shown_run = run_id
            self._choose_method(rows)
            self.tick_open()
        if rows and not self.table.view.currentIndex().isValid():
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        if view.run is not None:
            today = self._desk.ctx.today()
            self.day.setMaximumDate(QDate(today.year, today.month, today.day).addDays(1))
        self._sum_up()

    def tick_open(self) -> None:
        """Tick everybody who is open; for the bank only those whose account is known."""
        bank = self._method() is PayMethod.BANK
        self.table.tick(
            row.worker_id for row in self.table.model.rows if row.open_fen and (row.has_account or not bank)
        )

    def record(self) -> None:
        """Note the ticked workers' open amounts as paid."""
        view, chosen = self._view, self.table.chosen()
        if view is None or view.run is None or not chosen:
            self._say(translate("Pay", "先勾选已经发到的人：点方框，或按空格键。"))
            return
        only = tuple(row.worker_id for row in chosen)
        self.record_button.setEnabled(False)
        self._desk.do(
            "payroll",
            pay_workers,
            view.run.run_id,
            only,
            self._method(),
            self._day(),
            then=self._recorded,
            failed=self._refused,
            title=translate("Pay", "登记发放"),
            owner=self,
        )

    def record_return(self) -> None:
        """Note that the last payment of the row the keyboard stands on came back."""
        row = self.table.current()
        if row is None or not _can_return(row) or self.return_button.isHidden():
            self._say(translate("Pay", "先选中款项退回的那个人：他要有已发放的款项。"))
            return
        words = translate("Pay", "{no} {name}：{day} 发放的 {amount} 元退回来了。登记后这笔重新变为未发放，可以再发。")
        last = row.entries[-1]
        asked = Asked(
            translate("Pay", "登记退回"),
            words.format(no=row.no, name=row.name, day=last.paid_on.isoformat(), amount=amount(last.amount_fen)),
            translate("Pay", "登记退回"),
            reason=translate("Pay", "为什么退回"),
            hint=translate("Pay", "例如：账号已注销"),
        )
        self.question = AskDialog(asked, lambda answer: self._send_return(last.payment_id, answer), self)
        self.question.open()

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(button(translate("Pay", "全选未发"), self.tick_open, name="tick-open"))
        row.addWidget(button(translate("Pay", "全不选"), lambda: self.table.tick(()), name="tick-none"))
        self.method = QComboBox()
        self.method.setObjectName("method")
        self.method.addItems([term(method) for method in METHODS])
        self.method.activated.connect(lambda _: self._on_method())
        self.day = QDateEdit()
        self.day.setObjectName("paid-on")
        self.day.setAccessibleName(translate("Pay", "发放日期"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        today = self._desk.ctx.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        row.addWidget(self.method)
        row.addWidget(self.day)
        self.record_button = button("", self.record, "primary", name="record-paid")
        row.addWidget(self.record_button)
        row.addStretch(1)
        self.return_button = button(translate("Pay", "登记退回…"), self.record_return, name="record-return")
        row.addWidget(self.return_button)
        self.unarchive_button = button(translate("Pay", "取出归档…"), self._take_out, name="take-out")
        self.unarchive_button.setToolTip(translate("Pay", "已归档，不能登记退回：先取出归档"))
        row.addWidget(self.unarchive_button)
        self.bank_file = button(translate("Pay", "银行文件…"), lambda: self.wanted_file.emit("bank"), name="bank-file")
        self.cash_list = button(translate("Pay", "现金清单"), lambda: self.wanted_file.emit("cash"), name="cash-list")
        row.addWidget(self.bank_file)
        row.addWidget(self.cash_list)
        return row

    def _take_out(self) -> None:
        if self._view is not None and self._view.run is not None:
            self.unarchive_wanted.emit(self._view.run)

    def _choose_method(self, rows: Collection[PaymentRow]) -> None:
        """By bank where anybody open has an account, else in cash."""
        still = [row for row in rows if row.open_fen]
        by_bank = any(row.has_account for row in still) or not still
        self.method.setCurrentIndex(METHODS.index(PayMethod.BANK if by_bank else PayMethod.CASH))

    def _on_method(self) -> None:
        """Whoever has no account is not paid by bank: said, and not ticked."""
        ticked = {row.worker_id for row in self.table.chosen()}
        if self._method() is PayMethod.BANK and ticked:
            self.table.tick(row.worker_id for row in self.table.chosen() if row.has_account)
        self._sum_up()

    def _method(self) -> PayMethod:
        return METHODS[self.method.currentIndex()]

    def _day(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _sum_up(self) -> None:
        chosen = self.table.chosen()
        some = translate("Pay", "登记为已发（{count} 人 {sum} 元）")
        words = some if chosen else translate("Pay", "登记为已发")
        self.record_button.setText(words.format(count=len(chosen), sum=amount(sum(row.open_fen for row in chosen))))
        rows = self.table.model.rows
        self.record_button.setEnabled(bool(chosen))
        current = self.table.current()
        run = self._view.run if self._view is not None else None
        archived = run is not None and run.state is RunState.ARCHIVED
        self.return_button.setVisible(not archived)
        self.unarchive_button.setVisible(archived)
        self.return_button.setEnabled(current is not None and _can_return(current))
        for act in (self.bank_file, self.cash_list):
            act.setEnabled(any(row.open_fen for row in rows))
        without = [row for row in rows if row.open_fen and not row.has_account]
        if self._method() is PayMethod.BANK and without:
            several = "…" if len(without) > 4 else ""
            names = listing((f"{row.no} {row.name}" for row in without[:4]), several).text(self._desk.lang)
            words = translate("Pay", "{count} 人没有银行账号，不能转账：{names}。改选“现金”，或在“工人”里补账号。")
            self._say(words.format(count=len(without), names=names), Tone.WARN)
        elif self.message.property("tone") == Tone.WARN.value:
            self.message.hide()

    def _recorded(self, done: PaymentSummary) -> None:
        words = translate("Pay", "已登记 {count} 人 {sum} 元。还有 {open} 人未发放。")
        said = words.format(count=done.workers, sum=amount(done.amount_fen), open=done.open_workers)
        self._desk.say(said, Tone.GOOD)
        self.paid.emit(done)

    def _send_return(self, payment_id: int, answer: Answer) -> None:
        dialog = self.question

        def returned(row: PaymentRow) -> None:
            if dialog is not None:
                dialog.finish()
            self.paid.emit(row)

        def refused(fault: Exception) -> None:
            if dialog is not None:
                dialog.refuse(self._desk.fault_text(fault))

        self._desk.do(
            "payroll",
            payments.return_payment,
            payment_id,
            None,
            answer.reason,
            then=returned,
            failed=refused,
            owner=self,
        )

    def _refused(self, fault: Exception) -> None:
        self._sum_up()
        self._say(self._desk.fault_text(fault))

    def _say(self, words: str, tone: Tone = Tone.BAD) -> None:
        tone_label(self.message, words, tone)
        self.message.show()


def _payable(row: PaymentRow) -> bool:
    return bool(row.open_fen)


def _can_return(row: PaymentRow) -> bool:
    return bool(row.entries) and row.entries[-1].returned_on is None


def _columns() -> list[Column[PaymentRow]]:
    return [
        Column(translate("Pay", "编号"), 84, lambda r: r.no),
        Column(translate("Pay", "姓名"), 110, lambda r: r.name, stretch=True),
        Column(translate("Pay", "实发"), 108, lambda r: amount(r.net_fen), Align.RIGHT),
        Column(translate("Pay", "已发"), 108, lambda r: amount(r.paid_fen), Align.RIGHT),
        Column(translate("Pay", "未发"), 108, lambda r: amount(r.open_fen), Align.RIGHT, _open_tone),
        Column(translate("Pay", "状态"), 104, _state, tone=_state_tone),
        Column(translate("Pay", "方式"), 64, lambda r: term(r.method), Align.CENTRE),
        Column(translate("Pay", "发放日期"), 104, lambda r: r.paid_on.isoformat() if r.paid_on else "", Align.CENTRE),
        Column(translate("Pay", "银行和账号"), 200, _account, tone=_account_tone, tip=_account),
        Column(translate("Pay", "退回"), 170, _returned, tone=lambda _: Tone.WARN, tip=_returned),
    ]


def _state(row: PaymentRow) -> str:
    if row.over_fen:
        return translate("Pay", "多发 {sum}").format(sum=amount(row.over_fen))
    if not row.open_fen:
        return translate("Pay", "✓ 已发")
    return translate("Pay", "退回待发") if row.returned_on else translate("Pay", "未发")


def _state_tone(row: PaymentRow) -> Tone:
    if row.over_fen:
        return Tone.BAD
    return Tone.WARN if row.open_fen else Tone.GOOD


def _open_tone(row: PaymentRow) -> Tone:
    return Tone.WARN if row.open_fen else Tone.QUIET


def _account(row: PaymentRow) -> str:
    if not row.has_account:
        return translate("Pay", "没有账号")
    return f"{row.bank} {masked(row.account)}".strip()


def _account_tone(row: PaymentRow) -> Tone:
    return Tone.QUIET if row.has_account else Tone.WARN


def _returned(row: PaymentRow) -> str:
    came_back = [entry for entry in row.entries if entry.returned_on is not None]
    return f"{came_back[-1].returned_on} {came_back[-1].return_reason}" if came_back else ""


def _totals(rows: Collection[PaymentRow]) -> list[str]:
    sums = [sum(getattr(row, name) for row in rows) for name in ("net_fen", "paid_fen", "open_fen")]
    still = sum(bool(row.open_fen) for row in rows)
    words = translate("Pay", "{count} 人未发").format(count=still) if still else translate("Pay", "✓ 发完")
    return [translate("Pay", "合计"), people_words(len(rows)), *(amount(fen) for fen in sums), words, "", "", "", ""]
