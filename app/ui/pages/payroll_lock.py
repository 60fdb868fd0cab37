"""The lock's view: the month's runs with who did what when and why, what differs since, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.messages.text import listing
from app.domain.vocabulary import RunKind, RunState
from app.services.payroll_runs import RunRow
from app.ui.desk import Desk
from app.ui.pages import payroll_tables as tables
from app.ui.pages.payroll_changes import STANDING, Candidate, Dispute
from app.ui.pages.payroll_rows import MonthView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID, ROW
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.place import Place
from app.ui.words import translate

_RUNS_SHOWN = 5
QWIDGETSIZE_MAX = 16_777_215


class LockView(Place):
    """Runs above, differences below. Signals carry the run the keyboard stands on, ``run_wanted`` a RunKind."""

    shown = Signal(object)
    reopen_wanted = Signal(object)
    void_wanted = Signal(object)
    archive_wanted = Signal(object)
    unarchive_wanted = Signal(object)
    run_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: MonthView | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        self.sentence = label(wraps=True)
        whole.addWidget(self.sentence)
        whole.addLayout(self._bar())
        self.runs: RowsTable[RunRow] = RowsTable(desk.look)
        self.runs.when_empty(
            empty_state(translate("Lock", "这个月还没有锁定过。锁定后，谁在什么时候锁定、撤回、发放，都记在这里。"))
        )
        self.runs.picked.connect(lambda _: self._offer())
        self.runs.opened.connect(self.shown)
        whole.addWidget(self.runs, 2)
        self.changes: RowsTable[Candidate] = RowsTable(desk.look)
        self.disputes: RowsTable[Dispute] = RowsTable(desk.look)
        self.disputes.when_empty(empty_state(translate("Lock", "两份的实发完全一样：作废任何一份都行。")))
        for part in (self.changes, self.disputes):
            whole.addWidget(part, 3)
        self.setFocusProxy(self.runs.view)

    def show_month(self, view: MonthView) -> None:
        """Show the month's runs, the shown one first picked, and whose figures differ since its lock."""
        self._view = view
        self.runs.show_rows(tables.run_columns(self._desk.lang), view.runs)
        at = next((at for at, run in enumerate(view.runs) if view.run and run.run_id == view.run.run_id), 0)
        if view.runs:
            self.runs.view.setCurrentIndex(self.runs.model.index(at, 0))
        self.changes.show_rows(tables.change_columns(), view.changes)
        disputed = view.disputed
        if disputed:
            self.disputes.show_rows(tables.dispute_columns(disputed), view.disputes)
        self.disputes.setVisible(bool(disputed))
        self.changes.setVisible(bool(view.changes) and not disputed)
        more = bool(view.changes or disputed)
        self.runs.setMaximumHeight((_RUNS_SHOWN + 1) * ROW if view.runs and more else QWIDGETSIZE_MAX)
        self._say(view)
        self._offer()

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.reopen = button(translate("Lock", "撤回锁定…"), lambda: self._send(self.reopen_wanted), name="reopen")
        self.void = button(translate("Lock", "作废…"), lambda: self._send(self.void_wanted), name="void")
        self.correct = button(
            translate("Lock", "更正…"), lambda: self.run_wanted.emit(RunKind.CORRECTION), name="correct"
        )
        self.archive = button(translate("Lock", "归档…"), lambda: self._send(self.archive_wanted), name="archive")
        self.unarchive = button(
            translate("Lock", "取出归档…"), lambda: self._send(self.unarchive_wanted), name="unarchive"
        )
        self.settle = button(
            translate("Lock", "离职结算…"), lambda: self.run_wanted.emit(RunKind.SETTLEMENT), name="settle"
        )
        self.half = button(
            translate("Lock", "上半月工资…"), lambda: self.run_wanted.emit(RunKind.FIRST_HALF), name="first-half"
        )
        for act in (self.reopen, self.void, self.correct, self.archive, self.unarchive):
            row.addWidget(act)
        row.addStretch(1)
        for act in (self.half, self.settle):
            row.addWidget(act)
        return row

    def _send(self, signal: object) -> None:
        run = self.runs.current()
        if run is not None and hasattr(signal, "emit"):
            signal.emit(run)

    def _offer(self) -> None:
        """Offer what the run's state allows: reopening only before the first payment, after it a correction."""
        view, run = self._view, self.runs.current()
        if view is None:
            return
        locked = run is not None and run.state is RunState.LOCKED
        unpaid = run is not None and not run.paid_fen
        disputed = run is not None and run.disputed
        self.reopen.setVisible(locked and unpaid and not disputed)
        self.void.setVisible(disputed)
        self.correct.setVisible(_correctable(view))
        self.archive.setVisible(run is not None and run.state is RunState.PAID and not disputed)
        self.unarchive.setVisible(run is not None and run.state is RunState.ARCHIVED and not disputed)
        regular = any(run.kind == RunKind.REGULAR and run.state in STANDING for run in view.runs)
        for act in (self.half, self.settle):
            act.setVisible(not regular)

    def _say(self, view: MonthView) -> None:
        self.sentence.show()
        if view.disputed:
            named = listing(f"{run.by} {run.locked_on} {run.check_code}" for run in view.disputed)
            codes = named.text(self._desk.lang)
            words = translate(
                "Lock",
                "两份已锁定的工资付的是同样的人，在争议中：{codes}。不能发放，也不计入指标。选中一份看看，然后作废错的那份。",
            )
            tone_label(self.sentence, words.format(codes=codes), Tone.BAD)
        elif view.changes:
            words = translate("Lock", "锁定后记录有变化：{count} 人按现在的记录会算出别的数。已锁定的金额不变。{what}")
            after = translate("Lock", "已经发放，用“更正”补发或扣回差额。")
            before = translate("Lock", "还没有发放，用“撤回锁定”改回草稿再锁定。")
            what = after if view.run is not None and view.run.paid_fen else before
            tone_label(self.sentence, words.format(count=len(view.changes), what=what), Tone.WARN)
        elif view.run is not None and view.stands:
            tone_label(self.sentence, translate("Lock", "锁定的数与现在的记录一致，没有要更正的。"), Tone.QUIET)
        elif not view.stands and view.run is None:
            words = translate(
                "Lock", "月工资用右上角的“锁定工资”。月中就要先付的（半月结算、离职），用右边的按钮另外锁定。"
            )
            tone_label(self.sentence, words, Tone.QUIET)
        else:
            self.sentence.hide()


def _correctable(view: MonthView) -> bool:
    """Whether something of the month's own run or a settlement is paid: before that it is reopened."""
    if view.disputed:
        return False
    bases = (RunKind.REGULAR, RunKind.SETTLEMENT)
    return any(run.kind in bases and run.state in STANDING and run.paid_fen for run in view.runs)
