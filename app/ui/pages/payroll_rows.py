"""What the payroll page shows: the month as one answer, its table, steps and check list. No widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_draft import Finding, PayrollDraft, Slip
from app.domain.refusal import Refusal
from app.services import day_choice, payroll
from app.services.context import Context
from app.services.payroll_runs import RunRow
from app.ui.tables.columns import Align, Column, Tone, amount_tone
from app.ui.terms import term
from app.ui.widgets.figures import Figure
from app.ui.widgets.stepper import Step, StepState
from app.ui.words import translate

MARKED_CHANGE_BP = 3_000
NEXT_MONTH_BEGINS = 15
_TERMS = ("kind", "relation", "basis")  # parameters of findings that are stored terms


@dataclass(frozen=True)
class MonthView:
    """A month's payroll: the draft while it is open, the frozen slips once it is locked.

    ``before`` is last month's locked net by worker_id; ``differs`` whether records changed since the lock.
    """

    month: str
    slips: tuple[Slip, ...]
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    run: RunRow | None
    before: Mapping[int, int]
    differs: bool = False


def read_month(ctx: Context, workshop_id: int, month: str) -> MonthView:
    """Everything the page shows of a month; runs on the database thread."""
    earlier = payroll.locked_run(ctx, workshop_id, month_moved(month, -1))
    last = payroll.slips(ctx, workshop_id, earlier.run_id) if earlier else ()
    before = {slip.worker_id: slip.net_fen for slip in last}
    run = payroll.locked_run(ctx, workshop_id, month)
    if run is not None:
        slips = payroll.slips(ctx, workshop_id, run.run_id)
        differs = payroll.differs_since_lock(ctx, workshop_id, run.run_id)
        return MonthView(month, slips, (), (), run, before, differs)
    draft: PayrollDraft = payroll.compute(ctx, workshop_id, month)
    return MonthView(month, draft.slips, draft.problems, draft.warnings, None, before)


def columns(view: MonthView) -> list[Column[Slip]]:
    """The table: who, time, gross, each deduction, net, and the change against last month."""
    return [
        Column(translate("Payroll", "编号"), 56, lambda s: s.no, Align.CENTRE),
        Column(translate("Payroll", "姓名"), 116, lambda s: s.name, stretch=True),
        Column(translate("Payroll", "用工"), 80, lambda s: term(s.relation)),
        Column(translate("Payroll", "工时 h"), 72, lambda s: hours(_minutes(s)), Align.RIGHT),
        Column(translate("Payroll", "应发"), 100, lambda s: amount(s.gross_fen), Align.RIGHT),
        Column(translate("Payroll", "社保"), 84, lambda s: amount(s.social_fen), Align.RIGHT),
        Column(translate("Payroll", "个税"), 84, lambda s: amount(s.tax_fen), Align.RIGHT),
        Column(translate("Payroll", "其他"), 76, lambda s: amount(s.other_fen), Align.RIGHT),
        Column(translate("Payroll", "赔偿"), 76, lambda s: amount(s.damage_fen), Align.RIGHT),
        Column(translate("Payroll", "预支"), 84, lambda s: amount(s.advance_fen), Align.RIGHT),
        Column(
            translate("Payroll", "实发"),
            104,
            lambda s: amount(s.net_fen),
            Align.RIGHT,
            lambda s: amount_tone(s.net_fen),
        ),
        Column(
            translate("Payroll", "与上月"),
            100,
            lambda s: change_text(s, view.before),
            Align.RIGHT,
            lambda s: _change_tone(s, view.before),
        ),
    ]


def totals(slips: Sequence[Slip]) -> list[str]:
    """The foot of the table: sums of rounded amounts."""
    sums = [
        sum(getattr(slip, name) for slip in slips)
        for name in ("gross_fen", "social_fen", "tax_fen", "other_fen", "damage_fen", "advance_fen", "net_fen")
    ]
    people = translate("Payroll", "{count} 人").format(count=len(slips))
    time = hours(sum(map(_minutes, slips)))
    return [translate("Payroll", "合计"), people, "", time, *(amount(fen) for fen in sums), ""]


def figures(view: MonthView) -> list[Figure]:
    """The strip: heads, gross, net, problems, hints."""
    gross = yuan(sum(slip.gross_fen for slip in view.slips), grouped=True)
    net = yuan(sum(slip.net_fen for slip in view.slips), grouped=True)
    shown = [
        Figure(translate("Payroll", "工人（人）"), str(len(view.slips))),
        Figure(translate("Payroll", "应发合计（元）"), gross),
        Figure(translate("Payroll", "实发合计（元）"), net),
    ]
    if view.run is not None:
        state = translate("Payroll", "争议：两份已锁定") if view.run.disputed else view.run.on.isoformat()
        shown.append(Figure(translate("Payroll", "锁定"), state, Tone.BAD if view.run.disputed else Tone.GOOD))
        shown.append(Figure(translate("Payroll", "校验码"), view.run.check_code))
        return shown
    blocked = Tone.BAD if view.problems else Tone.GOOD
    shown.append(Figure(translate("Payroll", "必须处理（条）"), str(len(view.problems)), blocked))
    shown.append(Figure(translate("Payroll", "请核对（条）"), str(len(view.warnings))))
    return shown


def steps(view: MonthView | None) -> list[Step]:
    """检查 → 计算 → 核对 → 锁定 → 打印 → 发放, with the present one marked."""
    titles = (
        translate("Payroll", "检查"),
        translate("Payroll", "计算"),
        translate("Payroll", "核对"),
        translate("Payroll", "锁定"),
        translate("Payroll", "打印"),
        translate("Payroll", "发放"),
    )
    now = 1 if view is None else 4 if view.run is not None else 0 if view.problems else 2
    states = (StepState.DONE, StepState.NOW, StepState.NEXT)
    return [Step(title, states[(at >= now) + (at > now)]) for at, title in enumerate(titles)]


def findings(view: MonthView) -> list[tuple[bool, Finding]]:
    """The check list: what blocks the lock first; True where it blocks."""
    return [*((True, finding) for finding in view.problems), *((False, finding) for finding in view.warnings)]


def finding_columns(lang: str) -> list[Column[tuple[bool, Finding]]]:
    """The check list's columns."""
    blocks, look = translate("Payroll", "必须处理"), translate("Payroll", "请核对")
    return [
        Column(
            translate("Payroll", "级别"), 84, lambda f: blocks if f[0] else look, tone=lambda f: _tones(blocking=f[0])
        ),
        Column(translate("Payroll", "工人"), 140, lambda f: f"{f[1].no} {f[1].name}".strip()),
        Column(translate("Payroll", "日期"), 100, lambda f: f[1].day.isoformat() if f[1].day else "", Align.CENTRE),
        Column(
            translate("Payroll", "是什么，怎么办（回车去处理）"),
            400,
            lambda f: finding_text(f[1], lang),
            tip=lambda f: finding_text(f[1], lang),
            stretch=True,
        ),
    ]


def finding_text(finding: Finding, lang: str) -> str:
    """What, where and what to do, with its terms of law in the reader's language too."""
    terms = {name: term(str(value)) for name, value in finding.params.items() if name in _TERMS}
    return replace(finding, params=finding.params | terms).text(lang)


def month_to_pay(ctx: Context, workshop_id: int) -> str:
    """The month to open: that of the last record; in a month's first half the one before, while it is not locked."""
    today = ctx.today()
    noted = day_choice.which_day(ctx, workshop_id).last_noted or today
    month = min(noted, today).isoformat()[:7]
    before = month_moved(month, -1)
    if noted.day <= NEXT_MONTH_BEGINS and month == today.isoformat()[:7] and _has_slips(ctx, workshop_id, before):
        return before
    return month


def _has_slips(ctx: Context, workshop_id: int, month: str) -> bool:
    """Whether an open month has anybody to pay."""
    if payroll.locked_run(ctx, workshop_id, month) is not None:
        return False
    try:
        return any(slip.gross_fen for slip in payroll.compute(ctx, workshop_id, month).slips)
    except Refusal:  # no rules for that month: nothing to pay in it
        return False


def month_moved(month: str, step: int) -> str:
    """The month before (−1) or after (+1), YYYY-MM."""
    first = date.fromisoformat(f"{month}-01")
    return (first - timedelta(days=1) if step < 0 else first + timedelta(days=31)).isoformat()[:7]


def change_text(slip: Slip, before: Mapping[int, int]) -> str:
    """The net against last month's in whole percent; over 30 % with a mark."""
    last = before.get(slip.worker_id)
    if not last:
        return "–"
    share = decimal_text(half_up((slip.net_fen - last) * 100, last), 0)
    sign = "" if share.startswith("-") else "+"
    return f"{'▲ ' if _marked(slip, last) else ''}{sign}{share}%"


def amount(fen: int) -> str:
    """1,234.50; zero as a dash."""
    return yuan(fen, grouped=True) if fen else "–"


def hours(minutes: int) -> str:
    """Minutes as hours; zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


def _minutes(slip: Slip) -> int:
    return slip.normal_minutes + slip.overtime_minutes + slip.rest_day_minutes + slip.statutory_minutes


def _marked(slip: Slip, last: int) -> bool:
    return abs(slip.net_fen - last) * 10_000 > MARKED_CHANGE_BP * last


def _change_tone(slip: Slip, before: Mapping[int, int]) -> Tone:
    last = before.get(slip.worker_id)
    return Tone.WARN if last and _marked(slip, last) else Tone.QUIET


def _tones(*, blocking: bool) -> Tone:
    return Tone.BAD if blocking else Tone.WARN
