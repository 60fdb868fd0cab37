"""What a person does with a payroll run from the page: asked first where it cannot be undone, refused in the dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.messages.text import Counted
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.services import payroll_life
from app.services.payroll_runs import RunRow
from app.ui.desk import Desk
from app.ui.pages.payroll_correct import RunDialog
from app.ui.pages.payroll_rows import MonthView, amount, kind_words
from app.ui.tables.columns import Tone
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.words import translate


class RunActs(QObject):
    """Lock, reopen, void, correct, archive and take out again. ``done`` carries the run's row: the page reads again.

    ``question`` is the open dialog; a refusal stands in it, where the person can mend what was wrong.
    """

    done = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.question: AskDialog | RunDialog | None = None

    def lock(self, view: MonthView) -> None:
        """Freeze the month's amounts."""
        net = amount(sum(slip.net_fen for slip in view.slips))
        words = translate("Payroll", "{month}：{count} 人，实发 {net} 元。锁定后金额不再变动，可以打印和发放。")
        text = words.format(month=view.month, count=Counted(len(view.slips)), net=net)
        if view.warnings:
            hint = translate("Payroll", "检查清单里还有 {count} 条“请核对”，不影响锁定。")
            text = f"{text}\n{hint.format(count=len(view.warnings))}"
        asked = Asked(
            translate("Payroll", "锁定工资"), text, translate("Payroll", "锁定"), translate("Payroll", "再看看")
        )

        def locked(run: RunRow) -> None:
            said = translate("Payroll", "{month} 已锁定，校验码 {code}。下一步：打印台账。")
            self._desk.say(said.format(month=run.month, code=run.check_code), Tone.GOOD)

        self._ask(asked, lambda _: (payroll_life.lock, view.month), locked)

    def reopen(self, run: RunRow) -> None:
        """Give a locked run up before anything of it is paid."""
        asked = Asked(
            translate("Payroll", "撤回锁定"),
            self._about(run, translate("Payroll", "撤回后可以改记录，再重新锁定。已打印的台账作废，要重新打印。")),
            translate("Payroll", "撤回"),
            reason=translate("Payroll", "为什么撤回"),
            hint=translate("Payroll", "例如：10 月 21 日的计件漏记了"),
        )
        self._ask(asked, lambda answer: (payroll_life.reopen, run.run_id, answer.reason))

    def void(self, run: RunRow) -> None:
        """Declare a run void: of two disputed ones the other then counts."""
        asked = Asked(
            translate("Payroll", "作废这一份"),
            self._about(run, translate("Payroll", "作废后这一份不再计数，留下的那一份有效。不能恢复。")),
            translate("Payroll", "作废"),
            reason=translate("Payroll", "为什么作废"),
            hint=translate("Payroll", "例如：两台电脑各锁了一次，以另一份为准"),
        )
        self._ask(asked, lambda answer: (payroll_life.void, run.run_id, answer.reason))

    def archive(self, run: RunRow) -> None:
        """Close a run."""
        asked = Asked(
            translate("Payroll", "归档"),
            self._about(
                run,
                translate(
                    "Payroll", "已全部发放。归档后不能再登记退回；银行过后退款时可以再取出。台账随时可以再打印。"
                ),
            ),
            translate("Payroll", "归档"),
        )
        self._ask(asked, lambda _: (payroll_life.archive, run.run_id))

    def unarchive(self, run: RunRow) -> None:
        """Take an archived run out again, so that a payment the bank sent back can be noted."""
        asked = Asked(
            translate("Payroll", "取出归档"),
            self._about(run, translate("Payroll", "取出后可以登记退回、再发放，办完再归档。已锁定的金额不变。")),
            translate("Payroll", "取出"),
            reason=translate("Payroll", "为什么取出"),
            hint=translate("Payroll", "例如：银行退回了一笔款项"),
        )
        self._ask(asked, lambda answer: (payroll_life.unarchive, run.run_id, answer.reason))

    def run_for(self, view: MonthView, kind: RunKind) -> None:
        """Make a run of another kind: choose for whom, look at it, lock it."""
        self.question = dialog = RunDialog(self._desk, view, kind, self._page)
        dialog.locked.connect(self.done)
        dialog.open()

    def _ask(
        self,
        asked: Asked,
        call: Callable[[Answer], tuple[object, ...]],
        then: Callable[[RunRow], object] | None = None,
    ) -> None:
        """Ask, do what ``call`` says (a service and its arguments), and close, or say in the dialog why not."""

        def send(answer: Answer) -> None:
            service, *arguments = call(answer)
            if callable(service):
                self._desk.do(
                    "payroll", service, *arguments, then=written, failed=refused, title=asked.title, owner=dialog
                )

        def written(run: RunRow) -> None:
            dialog.finish()
            if then is not None:
                then(run)
            self.done.emit(run)

        def refused(fault: Exception) -> None:
            dialog.refuse(self._desk.fault_text(fault))
            if not isinstance(fault, Refusal):
                self._desk.say_fault(fault)

        self.question = dialog = AskDialog(asked, send, self._page)
        dialog.open()

    def _about(self, run: RunRow, meaning: str) -> str:
        """Which run it is about, and what will happen."""
        words = translate("Payroll", "{month} {kind}：{count} 人，实发 {net} 元。")
        kind = kind_words(run.kind, self._desk.lang)
        said = words.format(month=run.month, kind=kind, count=Counted(run.workers), net=amount(run.net_fen))
        return f"{said}\n{meaning}"
