"""Payroll (工资): check, compute, look over, lock, print: the month's end for the official."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QStackedWidget

from app.domain.ledger import LedgerData
from app.domain.payroll_draft import Finding, Slip
from app.domain.refusal import Refusal
from app.services import payroll, payroll_life
from app.services.payroll_runs import RunRow
from app.ui.desk import Desk
from app.ui.pages import payroll_rows as rows
from app.ui.pages import slip_panel
from app.ui.pages.payroll_rows import MonthView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label, restyle, tone_label
from app.ui.widgets.preview import PaperPreview
from app.ui.widgets.stepper import PeriodStepper, StepBar
from app.ui.words import translate


class PayrollPage(Page):
    """One month: steps across the top, the table or the check list below, a slip in the side panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Payroll", "工资"))
        self.month = ""
        self.view: MonthView | None = None
        self.preview: PaperPreview | None = None
        self.question: QMessageBox | None = None
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(lambda step: self.open_month(rows.month_moved(self.month, step)))
        self.head.addWidget(self._stepper)
        self.steps = StepBar(desk.look)
        self.head.addSpacing(16)
        self.head.addWidget(self.steps, 1)
        self._again = button(translate("Payroll", "重新计算 F5"), self.refresh, name="compute")
        self._paper = button(translate("Payroll", "台账预览"), self.show_ledger, name="ledger")
        self.head.addWidget(self._again)
        self.head.addWidget(self._paper)
        self.lock_button = self.add_primary(button(translate("Payroll", "锁定工资"), self.lock, name="lock"))
        self.message = label(wraps=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self.body.addLayout(self._switch())
        self._tables = QStackedWidget()
        self.table: RowsTable[Slip] = RowsTable(desk.look)
        self.table.opened.connect(self._open)
        self.table.view.clicked.connect(lambda index: self._open(self.table.model.rows[index.row()]))
        self.table.when_empty(empty_state(translate("Payroll", "这个月没有在职的工人，没有工资可算。")))
        self.checks: RowsTable[tuple[bool, Finding]] = RowsTable(desk.look)
        self.checks.opened.connect(lambda found: self._jump(found[1]))
        self._no_checks = empty_state("")
        self.checks.when_empty(self._no_checks)
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.checks)
        self.body.addWidget(self._tables, 1)
        self.setFocusProxy(self.table.view)
        shortcut = QShortcut(QKeySequence("F5"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.refresh)

    def refresh(self) -> None:
        """Compute the month again, or read its locked run; the first time, find the month to work on."""
        if not self.month:
            self.desk.ask(rows.month_to_pay, then=self.open_month, failed=self._failed, owner=self)
            return
        self.steps.show_steps(rows.steps(None))
        title = translate("Payroll", "计算 {month} 的工资").format(month=self.month)
        self.desk.ask(rows.read_month, self.month, then=self._show, failed=self._failed, title=title, owner=self)

    def open_month(self, month: str) -> None:
        """Show another month."""
        self.month = month
        self.panel.leave()
        self.refresh()

    def go_to(self, jump: Jump) -> None:
        if jump.at:
            self.open_month(jump.at)
        else:
            self.refresh()

    def lock(self) -> None:
        """Freeze the month's amounts, after asking: this cannot be undone without a trace."""
        if self.view is not None and not self.view.problems and self.view.run is None:
            self._ask_lock(self.view)

    def show_ledger(self) -> None:
        """The month's wage ledger as it will be printed."""
        title = translate("Payroll", "准备台账")
        self.desk.ask(
            payroll.month_ledger, self.month, then=self._show_ledger, failed=self._failed, title=title, owner=self
        )

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._to_table = button(translate("Payroll", "工资表"), lambda: self.turn(0), "tab", name="to-table")
        self._to_checks = button(translate("Payroll", "检查清单"), lambda: self.turn(1), "tab", name="to-checks")
        for act in (self._to_table, self._to_checks):
            act.setCheckable(True)
            act.setAutoExclusive(True)
            row.addWidget(act)
        row.addStretch(1)
        return row

    def turn(self, at: int) -> None:
        """Show the table (0) or the check list (1)."""
        self._tables.setCurrentIndex(at)
        (self._to_table, self._to_checks)[at].setChecked(True)

    def _show(self, view: MonthView) -> None:
        self.view = view
        self.message.hide()
        self._stepper.text.setText(view.month)
        self.strip.show_figures(rows.figures(view))
        self.steps.show_steps(rows.steps(view))
        found = rows.findings(view)
        self.table.show_rows(rows.columns(view), view.slips, rows.totals(view.slips))
        self.checks.show_rows(rows.finding_columns(self.desk.lang), found)
        self._say_checks(len(found), locked=view.run is not None)
        self.turn(1 if view.problems else 0)
        self._again.setVisible(view.run is None)
        self.lock_button.setVisible(view.run is None)
        self.lock_button.setEnabled(bool(view.slips) and not view.problems)
        self._paper.setProperty("role", "primary" if view.run else "")
        self._paper.style().polish(self._paper)
        if view.differs:
            self._warn(
                translate("Payroll", "锁定后有记录变化：按现在的记录会算出别的数。已锁定的金额不变，需要时做更正。")
            )

    def _say_checks(self, count: int, *, locked: bool) -> None:
        """The check list's tab, and its sentence while it is empty; a lock does not keep the list."""
        title = translate("Payroll", "检查清单") if locked else translate("Payroll", "检查清单（{count}）")
        self._to_checks.setText(title.format(count=count))
        kept = translate("Payroll", "工资已锁定：锁定时的检查清单不再更新。")
        none = translate("Payroll", "检查清单是空的：没有要处理的，也没有要核对的。")
        for words in self._no_checks.findChildren(QLabel):
            words.setText(kept if locked else none)

    def _failed(self, fault: Exception) -> None:
        self._stepper.text.setText(self.month)
        self.steps.show_steps(rows.steps(self.view))
        tone_label(self.message, self.desk.fault_text(fault), Tone.BAD)
        self.message.show()
        if not isinstance(fault, Refusal):
            self.desk.say_fault(fault)

    def _warn(self, words: str) -> None:
        tone_label(self.message, words, Tone.WARN)
        self.message.show()

    def _locked(self, run: RunRow) -> None:
        words = translate("Payroll", "{month} 已锁定，校验码 {code}。下一步：打印台账。")
        self.desk.say(words.format(month=run.month, code=run.check_code), Tone.GOOD)
        self.refresh()

    def _show_ledger(self, data: LedgerData) -> None:
        try:
            self.preview = PaperPreview(self.desk, data, self)
        except Refusal as fault:
            self._failed(fault)
            return
        self.preview.open()

    def _open(self, slip: Slip) -> None:
        body = self.panel.begin(f"{slip.no}　{slip.name}　{self.month}")
        slip_panel.fill(body, slip, self.desk.lang)

    def _jump(self, finding: Finding) -> None:
        if finding.day is not None:
            self.jumped.emit(Jump("today", finding.worker_id, finding.day.isoformat()))
        elif finding.worker_id:
            self.jumped.emit(Jump("people", finding.worker_id))

    def _ask_lock(self, view: MonthView) -> None:
        """Ask before what cannot be undone without a trace."""
        net = rows.amount(sum(slip.net_fen for slip in view.slips))
        words = translate("Payroll", "锁定 {month}：{count} 人，实发 {net} 元。\n锁定后金额不再变动，可以打印和发放。")
        self.question = asked = QMessageBox(self)
        asked.setWindowTitle(translate("Payroll", "锁定工资"))
        asked.setText(words.format(month=view.month, count=len(view.slips), net=net))
        yes = asked.addButton(translate("Payroll", "锁定"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(translate("Payroll", "再看看"), QMessageBox.ButtonRole.RejectRole)
        yes.setProperty("role", "primary")
        restyle(yes)
        asked.setDefaultButton(yes)
        yes.clicked.connect(self._lock_now)
        asked.open()

    def _lock_now(self) -> None:
        title = translate("Payroll", "锁定 {month} 的工资").format(month=self.month)
        self.desk.do(
            "payroll", payroll_life.lock, self.month, then=self._locked, failed=self._failed, title=title, owner=self
        )
