"""The payroll page's month as one answer: which run is shown, how far it is, and what is to be done next. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.calendar import month_moved
from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_draft import Finding, PayrollDraft, Slip
from app.domain.payroll_steps import RunTitle
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState
from app.services import day_choice, payments, payroll
from app.services.context import Context
from app.services.payments import PaymentRow
from app.services.payroll_compare import Comparison, compare
from app.services.payroll_runs import RunRow
from app.services.workshops import list_workshops
from app.ui.pages.payroll_changes import STANDING, Candidate, Dispute, read_changes, read_disputes
from app.ui.tables.columns import Tone
from app.ui.widgets.figures import Figure
from app.ui.widgets.stepper import Step, StepState
from app.ui.words import translate

NEXT_MONTH_BEGINS = 15
DRAFT = 0
"""Stands for the draft where a run's id is expected."""


class View(StrEnum):
    """The six steps' views, in their order."""

    CHECK = "check"
    COMPUTE = "compute"
    REVIEW = "review"
    LOCK = "lock"
    PRINT = "print"
    PAY = "pay"


VIEWS = tuple(View)


class Next(StrEnum):
    """What the one primary button does."""

    FIX = "fix"
    LOCK = "lock"
    SETTLE = "settle"
    PRINT = "print"
    PAY = "pay"
    ARCHIVE = "archive"
    NOTHING = "nothing"


@dataclass(frozen=True)
class MonthView:
    """A month's payroll: the draft while it is open, the frozen slips of ``run`` once it is locked.

    ``beside`` is the month beside last month, ``changes`` whose figures differ since the lock, ``runs`` all of the
    month, ``payments`` where each worker of ``run`` stands, ``disputes`` in what two disputed runs differ.
    """

    month: str
    slips: tuple[Slip, ...]
    problems: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    run: RunRow | None = None
    beside: tuple[Comparison, ...] = ()
    runs: tuple[RunRow, ...] = ()
    changes: tuple[Candidate, ...] = ()
    payments: tuple[PaymentRow, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether a locked run is shown that was not given up."""
        return self.run is not None and self.run.state in STANDING

    @property
    def open_rows(self) -> tuple[PaymentRow, ...]:
        """Who of the run is not paid."""
        return tuple(row for row in self.payments if row.open_fen)

    @property
    def disputed(self) -> tuple[RunRow, ...]:
        """The runs that pay the same and stand both."""
        return tuple(run for run in self.runs if run.disputed)


def read_month(ctx: Context, workshop_id: int, month: str, run_id: int | None = None) -> MonthView:
    """Everything the page shows of a month; ``run_id`` None: the month's standing run, else the draft.

    Runs on the database thread.
    """
    runs = tuple(run for run in payroll.runs(ctx, workshop_id) if run.month == month)
    run = chosen_run(runs, run_id)
    beside = compare(ctx, workshop_id, month)
    if run is None:
        draft: PayrollDraft = payroll.compute(ctx, workshop_id, month)
        return MonthView(month, draft.slips, draft.problems, draft.warnings, None, beside, runs)
    slips = payroll.slips(ctx, workshop_id, run.run_id)
    paid = payments.payments(ctx, workshop_id, run.run_id)
    disputes = read_disputes(ctx, workshop_id, [one for one in runs if one.disputed])
    return MonthView(month, slips, (), (), run, beside, runs, _changes(ctx, workshop_id, run), paid, disputes)


def _changes(ctx: Context, workshop_id: int, run: RunRow) -> tuple[Candidate, ...]:
    """Whose figures differ since the lock, of a month's run that stands undisputed."""
    if run.kind != RunKind.REGULAR or run.state not in STANDING or run.disputed:
        return ()
    return read_changes(ctx, workshop_id, run.month)


def chosen_run(runs: Sequence[RunRow], run_id: int | None) -> RunRow | None:
    """The run a person chose; None for the draft, or where nothing is locked."""
    if run_id is None:
        standing = (run for run in runs if run.kind == RunKind.REGULAR and run.state in STANDING)
        return next(standing, None)
    return next((run for run in runs if run.run_id == run_id), None)


def run_choices(view: MonthView, lang: str) -> list[tuple[int, str]]:
    """What can be looked at of the month, with words: the draft while no month's run stands, then the runs."""
    choices = [(run.run_id, run_words(run, lang)) for run in view.runs]
    if chosen_run(view.runs, None) is None:
        choices.insert(0, (DRAFT, translate("Payroll", "月工资 · 草稿")))
    return choices


def run_words(run: RunRow, lang: str) -> str:
    """A run in a few words: kind, state, day of the lock."""
    return f"{kind_words(run.kind, lang)} · {state_words(run)} · {run.locked_on.isoformat()}"


def kind_words(kind: str, lang: str) -> str:
    """月工资, 离职结算 and the like."""
    words = RunTitle(kind).text(lang)
    return words[:1].upper() + words[1:]


def state_words(run: RunRow) -> str:
    """A run's state as people say it; one paid in part says so."""
    if run.disputed:
        return translate("Payroll", "争议")
    if run.state is RunState.LOCKED and run.paid_fen:
        return translate("Payroll", "部分发放")
    return {
        RunState.LOCKED: translate("Payroll", "已锁定"),
        RunState.REOPENED: translate("Payroll", "已撤回"),
        RunState.PAID: translate("Payroll", "已发放"),
        RunState.VOIDED: translate("Payroll", "已作废"),
        RunState.ARCHIVED: translate("Payroll", "已归档"),
    }[run.state]


def state_tone(run: RunRow) -> Tone:
    """The colour beside a state's word."""
    if run.disputed:
        return Tone.BAD
    return Tone.GOOD if run.state in STANDING else Tone.QUIET


# ---------------------------------------------------------------- steps


def steps(view: MonthView | None, *, printed: bool = False) -> list[Step]:
    """检查 → 计算 → 核对 → 锁定 → 打印 → 发放, with the present one marked."""
    titles = (
        translate("Payroll", "检查"),
        translate("Payroll", "计算"),
        translate("Payroll", "核对"),
        translate("Payroll", "锁定"),
        translate("Payroll", "打印"),
        translate("Payroll", "发放"),
    )
    now = present_step(view, printed=printed)
    states = (StepState.DONE, StepState.NOW, StepState.NEXT)
    return [Step(title, states[(at >= now) + (at > now)]) for at, title in enumerate(titles)]


def present_step(view: MonthView | None, *, printed: bool = False) -> int:
    """Which step the shown run is at, from 0; 6 once it is archived. ``printed``: a paper of it was seen."""
    if view is None:
        return 1
    if view.run is None:
        return 0 if view.problems else 2
    if view.run.disputed or not view.stands:
        return 3
    if view.run.state is RunState.ARCHIVED and not view.open_rows:
        return 6
    return 4 if not printed and not view.run.paid_fen and view.run.state is RunState.LOCKED else 5


def next_act(view: MonthView | None, *, printed: bool = False) -> Next:
    """What is to be done next."""
    if view is None:
        return Next.NOTHING
    if view.run is None:
        return Next.FIX if view.problems else Next.LOCK if view.slips else Next.NOTHING
    if view.run.disputed:
        return Next.SETTLE
    if not view.stands:
        return Next.NOTHING
    if not printed and not view.run.paid_fen and view.run.state is RunState.LOCKED:
        return Next.PRINT
    if view.open_rows:
        return Next.PAY
    return Next.NOTHING if view.run.state is RunState.ARCHIVED else Next.ARCHIVE


def next_words(act: Next, view: MonthView | None) -> str:
    """The primary button's words."""
    count = len(view.problems) if view is not None else 0
    return {
        Next.FIX: translate("Payroll", "处理问题（{count}）").format(count=count),
        Next.LOCK: translate("Payroll", "锁定工资"),
        Next.SETTLE: translate("Payroll", "处理争议"),
        Next.PRINT: translate("Payroll", "打印"),
        Next.PAY: translate("Payroll", "发放"),
        Next.ARCHIVE: translate("Payroll", "归档"),
        Next.NOTHING: "",
    }[act]


# ---------------------------------------------------------------- figures


def figures(view: MonthView, lang: str) -> list[Figure]:
    """The strip: heads, gross, net; a draft's problems and hints, a run's state, payment and check code."""
    gross = yuan(sum(slip.gross_fen for slip in view.slips), grouped=True)
    net = yuan(sum(slip.net_fen for slip in view.slips), grouped=True)
    shown = [
        Figure(translate("Payroll", "工人（人）"), str(len(view.slips))),
        Figure(translate("Payroll", "应发合计（元）"), gross),
        Figure(translate("Payroll", "实发合计（元）"), net),
    ]
    return [*shown, *(_draft_figures(view) if view.run is None else _run_figures(view, view.run, lang))]


def _draft_figures(view: MonthView) -> list[Figure]:
    blocked = Tone.BAD if view.problems else Tone.GOOD
    return [
        Figure(translate("Payroll", "必须处理（条）"), str(len(view.problems)), blocked),
        Figure(translate("Payroll", "请核对（条）"), str(len(view.warnings))),
    ]


def _run_figures(view: MonthView, run: RunRow, lang: str) -> list[Figure]:
    left = sum(row.open_fen for row in view.payments)
    state = f"{kind_words(run.kind, lang)} · {state_words(run)}"
    shown = [Figure(translate("Payroll", "状态"), state, state_tone(run))]
    if view.stands:
        tone = Tone.WARN if left else Tone.GOOD
        shown.append(Figure(translate("Payroll", "未发放（元）"), yuan(left, grouped=True), tone))
    return [*shown, Figure(translate("Payroll", "校验码"), run.check_code)]


# ---------------------------------------------------------------- months and amounts


def month_to_pay(ctx: Context, workshop_id: int) -> str:
    """The month to open: that of the last record; in a month's first half the one before, while it is not locked."""
    today = ctx.today()
    noted = day_choice.which_day(ctx, workshop_id).last_noted or today
    month = min(noted, today).isoformat()[:7]
    before = month_moved(month, -1)
    if noted.day <= NEXT_MONTH_BEGINS and month == today.isoformat()[:7] and _has_slips(ctx, workshop_id, before):
        return before
    return month


def count_workshops(ctx: Context, _: int) -> int:
    """How many workshops the records hold."""
    return len(list_workshops(ctx))


def _has_slips(ctx: Context, workshop_id: int, month: str) -> bool:
    """Whether an open month has anybody to pay."""
    if payroll.locked_run(ctx, workshop_id, month) is not None:
        return False
    try:
        return any(slip.gross_fen for slip in payroll.compute(ctx, workshop_id, month).slips)
    except Refusal:  # no rules for that month: nothing to pay in it
        return False


def amount(fen: int) -> str:
    """1,234.50; zero as a dash."""
    return yuan(fen, grouped=True) if fen else "–"


def signed(fen: int) -> str:
    """A difference with its sign; zero as a dash."""
    return f"+{amount(fen)}" if fen > 0 else amount(fen)


def hours(minutes: int) -> str:
    """Minutes as hours; zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"
