"""Payroll (工资): check, compute, look over, lock, print, pay: a month's whole life for the official."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.calendar import month_moved
from app.domain.messages.text import listing
from app.domain.payroll_draft import Slip
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.services.papers import PaperKind
from app.services.payroll_runs import RunRow
from app.services.workshops import WorkshopRow
from app.ui.desk import Desk
from app.ui.pages import payroll_rows as rows
from app.ui.pages.bank_template import BankFilesDialog, open_bank_files
from app.ui.pages.payroll_acts import RunActs
from app.ui.pages.payroll_all import AllWorkshops
from app.ui.pages.payroll_changes import STANDING
from app.ui.pages.payroll_correct import RunDialog
from app.ui.pages.payroll_lock import LockView
from app.ui.pages.payroll_papers import PapersView
from app.ui.pages.payroll_pay import PayView
from app.ui.pages.payroll_rows import DRAFT, VIEWS, MonthView, Next, View
from app.ui.pages.payroll_views import CheckView, ReviewView, WageView
from app.ui.pages.slip_panel import SlipPanel
from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import AskDialog
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, label, lead, tone_label
from app.ui.widgets.stepper import PeriodStepper, StepBar
from app.ui.words import translate

_CHOICE_WIDTH = 250


class PayrollPage(Page):
    """One month: steps across the top, each with its view below; a slip in the side panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Payroll", "工资"))
        self.month = ""
        self.view: MonthView | None = None
        self.bank_files: BankFilesDialog | None = None
        self.slip: SlipPanel | None = None
        self.panel.closed.connect(lambda _: self._leave_slip())
        self._run_id: int | None = None
        self.shown = View.COMPUTE
        self._stood_at: tuple[str, int, int] = ("", 0, -1)
        self._printed: set[int] = set()
        self.acts = RunActs(desk, self)
        self.acts.done.connect(self._done)
        self._make_head()
        self.steps = StepBar(desk.look)
        self.steps.chosen.connect(lambda at: self.turn(VIEWS[at]))
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(1, self.steps)
        self.message = label(wraps=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self.body.addLayout(self._make_differs())
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._make_views()
        self.steps.show_steps(rows.steps(None))
        self.turn(View.COMPUTE)
        for keys, act in (("F5", self.refresh), ("Ctrl+Return", self.do_next), ("Ctrl+Enter", self.do_next)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def question(self) -> AskDialog | RunDialog | None:
        """The dialog last opened."""
        return self.acts.question

    def refresh(self) -> None:
        """Compute the month again, or read its run; the first time, find the month to work on."""
        if not self.month:
            self.desk.ask(rows.count_workshops, then=self._offer_every, owner=self)
            self.desk.ask(rows.month_to_pay, then=self.open_month, failed=self._failed, owner=self)
            return
        if self.every.isChecked():
            self.all.show_month(self.month)
        title = translate("Payroll", "计算 {month} 的工资").format(month=self.month)
        self.desk.ask(
            rows.read_month, self.month, self._run_id, then=self._show, failed=self._failed, title=title, owner=self
        )

    def open_month(self, month: str, run_id: int | None = None) -> None:
        """Show another month, or one of its runs."""
        self.month, self._run_id = month, run_id
        self.panel.leave()
        self.refresh()

    def go_to(self, jump: Jump) -> None:
        if jump.at:
            self.open_month(jump.at)
        else:
            self.refresh()

    def turn(self, view: View) -> None:
        """Show a step's view."""
        self.shown = view
        self._stack.setCurrentWidget(self.views[view])
        self.setFocusProxy(self.views[view])
        self.steps.mark(VIEWS.index(view))
        if self.view is not None:
            self._say_differs(self.view)
        self._offer()

    def do_next(self) -> None:
        """The primary button: what is to be done next with the shown run."""
        view, act = self.view, self._next()
        if view is None or not self.primary.isVisible():
            return
        if act is Next.FIX:
            self._fix(view)
        elif act is Next.LOCK:
            self.lock()
        elif act is Next.SETTLE:
            self.turn(View.LOCK)
        elif act is Next.PRINT:
            self.turn(View.PRINT)
            self.papers.setFocus()
        elif act is Next.PAY:
            self.turn(View.PAY)
        elif act is Next.ARCHIVE and view.run is not None:
            self.acts.archive(view.run)

    def lock(self) -> None:
        """Freeze the month's amounts, after asking: this cannot be undone without a trace."""
        if self.view is not None and not self.view.problems and self.view.run is None:
            self.acts.lock(self.view)

    # ------------------------------------------------------------ making

    def _make_head(self) -> None:
        self._stepper = PeriodStepper(self.desk.look)
        self._stepper.moved.connect(lambda step: self.open_month(month_moved(self.month, step)))
        self.head.addWidget(self._stepper)
        self.choice = QComboBox()
        self.choice.setObjectName("run")
        self.choice.setMinimumWidth(_CHOICE_WIDTH)
        self.choice.activated.connect(lambda _: self.open_month(self.month, self.choice.currentData()))
        self.choice.hide()
        self.every = button(translate("Payroll", "所有工坊"), self._turn_every, name="every-workshop")
        self.every.setCheckable(True)
        self.every.hide()
        self.head.addSpacing(GRID * 4)
        self.head.addWidget(self.every)
        self.head.addWidget(self.choice)
        self.head.addStretch(1)
        self._again = button(translate("Payroll", "重新计算 F5"), self.refresh, name="compute")
        self.head.addWidget(self._again)
        self.primary = self.add_primary(button("", self.do_next, name="next"))
        self.primary.setToolTip(translate("Payroll", "下一步（Ctrl+↵）"))
        self.primary.hide()

    def _offer_every(self, count: int) -> None:
        """The view of all workshops, for who has several."""
        self.every.setVisible(count > 1)

    def _turn_every(self) -> None:
        """All workshops, or this one again."""
        every = self.every.isChecked()
        self.every.setText(translate("Payroll", "‹ 回到本工坊") if every else translate("Payroll", "所有工坊"))
        self.steps.setVisible(not every)
        self.strip.setVisible(not every)
        if every:
            self.panel.leave()
            self._stack.setCurrentWidget(self.all)
            self.setFocusProxy(self.all)
            for part in (self.choice, self.primary, self._again, *self._differing):
                part.hide()
            self.all.show_month(self.month)
        elif self.view is not None:
            self.turn(self.shown)
            self._show(self.view)

    def _open_workshop(self, workshop: WorkshopRow) -> None:
        """A workshop of the list: here where it is this one, else the window goes over to it."""
        if workshop.workshop_id == self.desk.workshop.workshop_id:
            self.every.setChecked(False)
            self._turn_every()
            self.refresh()
        else:
            self.jumped.emit(Jump("payroll", at=self.month, workshop=workshop))

    def _make_differs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.differs = label(wraps=True)
        self._to_differs = button(
            translate("Payroll", "看是谁"), lambda: self.turn(View.LOCK), "link", name="who-differs"
        )
        self._correct = button(
            translate("Payroll", "更正…"), lambda: self._run_for(RunKind.CORRECTION), name="correct-now"
        )
        self._reopen = button(translate("Payroll", "撤回锁定…"), self._reopen_shown, name="reopen-now")
        row.addWidget(self.differs, 1)
        for act in (self._to_differs, self._correct, self._reopen):
            row.addWidget(act)
        self._differing = (self.differs, self._to_differs, self._correct, self._reopen)
        for part in self._differing:
            part.hide()
        return row

    def _make_views(self) -> None:
        self.check, self.wages, self.review = CheckView(self.desk), WageView(self.desk), ReviewView(self.desk)
        self.check.wanted.connect(self.jumped)
        self.wages.opened.connect(self._open)
        self.review.opened.connect(self._open)
        self.table, self.checks = self.wages.table, self.check.table
        self.locks = LockView(self.desk)
        self.locks.shown.connect(lambda run: self.open_month(self.month, run.run_id))
        self.locks.reopen_wanted.connect(self.acts.reopen)
        self.locks.void_wanted.connect(self.acts.void)
        self.locks.archive_wanted.connect(self.acts.archive)
        self.locks.unarchive_wanted.connect(self.acts.unarchive)
        self.locks.run_wanted.connect(self._run_for)
        self.pay = PayView(self.desk)
        self.pay.paid.connect(lambda _: self.refresh())
        self.pay.unarchive_wanted.connect(self.acts.unarchive)
        self.pay.wanted_file.connect(self._on_wanted_file)
        self.papers = PapersView(self.desk)
        self.papers.seen.connect(self._on_seen)
        self.views: dict[View, QWidget] = {
            View.CHECK: self.check,
            View.COMPUTE: self.wages,
            View.REVIEW: self.review,
            View.LOCK: self.locks,
            View.PRINT: self.papers,
            View.PAY: self.pay,
        }
        self.all = AllWorkshops(self.desk)
        self.all.chosen.connect(self._open_workshop)
        self.all.changed.connect(lambda _: self.desk.changed.emit("payroll"))
        for view in (*self.views.values(), self.all):
            self._stack.addWidget(view)

    # ------------------------------------------------------------ showing

    def _show(self, view: MonthView) -> None:
        self.view = view
        self.message.hide()
        self._stepper.text.setText(view.month)
        if self.every.isChecked():
            return  # shown when this workshop is looked at again
        self.strip.show_figures(rows.figures(view, self.desk.lang))
        for part in (self.check, self.wages, self.review, self.locks, self.papers, self.pay):
            part.show_month(view)
        self._again.setVisible(view.run is None)
        self._show_choices(view)
        self._say_differs(view)
        run_id = view.run.run_id if view.run is not None else DRAFT
        now = self._say_steps(view)
        if (view.month, run_id, now) != self._stood_at:
            self._stood_at = (view.month, run_id, now)
            self.turn(VIEWS[min(now, len(VIEWS) - 1)])
        self._offer()

    def _show_choices(self, view: MonthView) -> None:
        """The month's runs to choose from, where there is more than one thing to look at."""
        choices = rows.run_choices(view, self.desk.lang)
        self.choice.clear()
        for run_id, words in choices:
            self.choice.addItem(words, run_id)
        shown = view.run.run_id if view.run is not None else DRAFT
        self.choice.setCurrentIndex(next((at for at, (run_id, _) in enumerate(choices) if run_id == shown), 0))
        self.choice.setVisible(len(choices) > 1)

    def _say_differs(self, view: MonthView) -> None:
        """Whose figures differ since the lock; before the first payment it is reopened, then corrected."""
        differs = bool(view.changes) and self.shown is not View.LOCK  # there it stands with the table
        paid = view.run is not None and view.run.paid_fen > 0
        several = "…" if len(view.changes) > 4 else ""
        names = listing((f"{one.no} {one.name}" for one in view.changes[:4]), several).text(self.desk.lang)
        words = translate("Payroll", "锁定后记录有变化（{count} 人）：{names}。已锁定的金额不变。")
        tone_label(self.differs, words.format(count=len(view.changes), names=names), Tone.WARN)
        for part in (self.differs, self._to_differs):
            part.setVisible(differs)
        self._correct.setVisible(differs and paid)
        self._reopen.setVisible(differs and not paid)

    def _next(self) -> Next:
        run_id = self.view.run.run_id if self.view is not None and self.view.run is not None else DRAFT
        return rows.next_act(self.view, printed=run_id in self._printed)

    def _offer(self) -> None:
        """The one primary button says what is next; a view that has its own needs none here."""
        act = self._next()
        here = {Next.PRINT: View.PRINT, Next.PAY: View.PAY, Next.SETTLE: View.LOCK}
        lead(self.papers.look, leads=act is Next.PRINT)
        lead(self.pay.record_button, leads=act is Next.PAY)
        self.primary.setText(rows.next_words(act, self.view))
        self.primary.setVisible(act is not Next.NOTHING and here.get(act) is not self.shown)

    def _fix(self, view: MonthView) -> None:
        """The check list first; from there the place of the first problem."""
        if self.shown is not View.CHECK:
            self.turn(View.CHECK)
        else:
            self.check.go(view.problems[0])

    def _failed(self, fault: Exception) -> None:
        if self.view is None or self.view.month != self.month:
            self._show(MonthView(self.month, ()))  # nothing of another month stays on the page
            self.steps.show_steps(rows.steps(None))
        tone_label(self.message, self.desk.fault_text(fault), Tone.BAD)
        self.message.show()
        if not isinstance(fault, Refusal):
            self.desk.say_fault(fault)

    def _done(self, run: RunRow) -> None:
        """A run was locked, given up or archived: show it, or what stands now."""
        self._run_id = run.run_id if run.state in STANDING else None
        self.refresh()

    def _on_seen(self, run_id: int) -> None:
        """A paper of a run was opened: paying is what comes next."""
        self._printed.add(run_id)
        if self.view is not None:
            self._say_steps(self.view)
            self._offer()

    def _on_wanted_file(self, what: str) -> None:
        """The file or list that goes with paying."""
        if what == "cash":
            self.turn(View.PRINT)
            self.papers.open_kind(PaperKind.CASH)
        else:
            self.bank_files = open_bank_files(self.desk, self.month, self)

    def _say_steps(self, view: MonthView) -> int:
        """Mark the present step; which one it is."""
        printed = (view.run.run_id if view.run is not None else DRAFT) in self._printed
        self.steps.show_steps(rows.steps(view, printed=printed))
        return rows.present_step(view, printed=printed)

    def _open(self, slip: Slip) -> None:
        body = self.panel.begin(f"{slip.no}　{slip.name}　{self.month}")
        run = self.view.run if self.view is not None else None
        self.slip = SlipPanel(self.desk, slip, self.month, run.run_id if run is not None else None)
        self.slip.jumped.connect(self.jumped)
        body.addWidget(self.slip, 1)
        self.slip.setFocus()

    def _leave_slip(self) -> None:
        """The keyboard goes back to where the slip was opened."""
        if self.slip is not None:
            self.slip = None
            self.views[self.shown].setFocus()

    def _run_for(self, kind: RunKind) -> None:
        if self.view is not None:
            self.acts.run_for(self.view, kind)

    def _reopen_shown(self) -> None:
        if self.view is not None and self.view.run is not None:
            self.acts.reopen(self.view.run)
