"""The payroll page's tables as data: wages, check list, comparison with last month, runs, what differs. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.messages.text import Counted
from app.domain.money import decimal_text, half_up
from app.domain.payroll_draft import Finding, Slip
from app.services.payroll_compare import Comparison, changed_much
from app.services.payroll_runs import RunRow
from app.ui.pages.payroll_changes import Candidate, Dispute
from app.ui.pages.payroll_rows import MonthView, amount, hours, kind_words, signed, state_tone, state_words
from app.ui.tables.columns import Align, Column, Tone, amount_tone
from app.ui.terms import term
from app.ui.words import translate

# ---------------------------------------------------------------- wages


def wage_columns() -> list[Column[Slip]]:
    """Who, time, gross, each deduction, net."""
    return [
        Column(translate("Payroll", "编号"), 56, lambda s: s.no, Align.CENTRE),
        Column(translate("Payroll", "姓名"), 116, lambda s: s.name, stretch=True),
        Column(translate("Payroll", "用工"), 96, lambda s: term(s.relation)),
        Column(translate("Payroll", "工时 h"), 76, lambda s: hours(_minutes(s)), Align.RIGHT),
        _money(translate("Payroll", "应发"), 108, "gross_fen"),
        _money(translate("Payroll", "社保"), 92, "social_fen"),
        _money(translate("Payroll", "个税"), 92, "tax_fen"),
        _money(translate("Payroll", "其他"), 84, "other_fen"),
        _money(translate("Payroll", "赔偿"), 84, "damage_fen"),
        _money(translate("Payroll", "预支"), 92, "advance_fen"),
        _money(translate("Payroll", "实发"), 112, "net_fen"),
    ]


def wage_totals(slips: Sequence[Slip]) -> list[str]:
    """The foot of the table: sums of rounded amounts."""
    sums = [
        sum(getattr(slip, name) for slip in slips)
        for name in ("gross_fen", "social_fen", "tax_fen", "other_fen", "damage_fen", "advance_fen", "net_fen")
    ]
    people = people_words(len(slips))
    time = hours(sum(map(_minutes, slips)))
    return [translate("Payroll", "合计"), people, "", time, *(amount(fen) for fen in sums)]


def people_words(count: int) -> str:
    """How many people, in the foot of a table."""
    return translate("Payroll", "{count} 人").format(count=Counted(count))


def _money(title: str, width: int, name: str) -> Column[Slip]:
    return Column(
        title,
        width,
        lambda s: amount(getattr(s, name)),
        Align.RIGHT,
        lambda s: amount_tone(getattr(s, name)),
    )


def _minutes(slip: Slip) -> int:
    return slip.normal_minutes + slip.overtime_minutes + slip.rest_day_minutes + slip.statutory_minutes


# ---------------------------------------------------------------- check list


def findings(view: MonthView) -> list[tuple[bool, Finding]]:
    """The check list: what blocks the lock first; True where it blocks."""
    return [*((True, finding) for finding in view.problems), *((False, finding) for finding in view.warnings)]


def finding_columns(lang: str) -> list[Column[tuple[bool, Finding]]]:
    """The check list's columns; the last one is the way to the place."""
    blocks, look = translate("Payroll", "必须处理"), translate("Payroll", "请核对")
    go = translate("Payroll", "去处理 ›")
    return [
        Column(
            translate("Payroll", "级别"), 92, lambda f: blocks if f[0] else look, tone=lambda f: _level(blocking=f[0])
        ),
        Column(translate("Payroll", "工人"), 140, lambda f: f"{f[1].no} {f[1].name}".strip()),
        Column(translate("Payroll", "日期"), 100, lambda f: f[1].day.isoformat() if f[1].day else "", Align.CENTRE),
        Column(
            translate("Payroll", "是什么，怎么办"),
            400,
            lambda f: finding_text(f[1], lang),
            tip=lambda f: finding_text(f[1], lang),
            stretch=True,
        ),
        Column(translate("Payroll", "回车"), 92, lambda _: go, Align.CENTRE, lambda _: Tone.ACCENT),
    ]


def finding_text(finding: Finding, lang: str) -> str:
    """What, where and what to do, with its terms of law in the reader's language too."""
    return finding.text(lang)


def _level(*, blocking: bool) -> Tone:
    return Tone.BAD if blocking else Tone.WARN


# ---------------------------------------------------------------- beside last month


@dataclass(frozen=True)
class Beside:
    """One worker's wages of this and of last month, all runs of each together, and the shown slip if there is one."""

    row: Comparison
    slip: Slip | None = None

    @property
    def marked(self) -> bool:
        """Whether gross or net changed by 30 % or more from something that was there."""
        return self.row.marked and self.row.last_gross_fen is not None and self.row.gross_fen is not None


def beside(view: MonthView) -> list[Beside]:
    """The month beside last month, large changes first, then by 编号."""
    slips = {slip.worker_id: slip for slip in view.slips}
    rows = [Beside(row, slips.get(row.worker_id)) for row in view.beside if row.worker_id]
    return sorted(rows, key=lambda row: not row.marked)


def percent(now: int | None, last: int | None) -> int | None:
    """The change in whole percent, half up; None where there is nothing to measure against."""
    return None if now is None or not last else half_up((now - last) * 100, last)


def beside_columns() -> list[Column[Beside]]:
    """This month, last month, the difference; 30 % and more with a mark and a word."""
    return [
        Column(translate("Payroll", "编号"), 56, lambda r: r.row.no, Align.CENTRE),
        Column(translate("Payroll", "姓名"), 116, lambda r: r.row.name, stretch=True),
        Column(translate("Payroll", "本月应发"), 112, lambda r: _known(r.row.gross_fen), Align.RIGHT),
        Column(translate("Payroll", "上月应发"), 112, lambda r: _known(r.row.last_gross_fen), Align.RIGHT),
        Column(
            translate("Payroll", "差额"),
            112,
            lambda r: _difference(r.row.gross_fen, r.row.last_gross_fen),
            Align.RIGHT,
            lambda r: amount_tone((r.row.gross_fen or 0) - (r.row.last_gross_fen or 0)),
        ),
        Column(translate("Payroll", "本月实发"), 112, lambda r: _known(r.row.net_fen), Align.RIGHT),
        Column(translate("Payroll", "上月实发"), 112, lambda r: _known(r.row.last_net_fen), Align.RIGHT),
        Column(
            translate("Payroll", "差额"),
            112,
            lambda r: _difference(r.row.net_fen, r.row.last_net_fen),
            Align.RIGHT,
            lambda r: amount_tone((r.row.net_fen or 0) - (r.row.last_net_fen or 0)),
        ),
        Column(translate("Payroll", "变化"), 190, change_words, tone=_change_tone),
    ]


def beside_totals(view: MonthView, rows: Sequence[Beside]) -> list[str]:
    """Sums of both months and their differences; no differences where nothing is beside it."""
    total = next((row for row in view.beside if not row.worker_id), None)
    if total is None:
        return []
    gross, last, net, last_net = total.gross_fen, total.last_gross_fen, total.net_fen, total.last_net_fen
    sums = [_known(gross), _known(last), _difference(gross, last)]
    sums += [_known(net), _known(last_net), _difference(net, last_net)]
    marked = sum(row.marked for row in rows)
    words = translate("Payroll", "{count} 人变化大").format(count=marked) if marked else ""
    return [
        translate("Payroll", "合计"),
        people_words(sum(row.row.gross_fen is not None for row in rows)),
        *sums,
        words,
    ]


def change_words(beside: Beside) -> str:
    """The change in whole percent, or why there is none; 30 % and more with a mark and a word."""
    row = beside.row
    if row.gross_fen is None:
        return translate("Payroll", "本月没有工资")
    if row.last_gross_fen is None:
        return translate("Payroll", "上月没有工资")
    gross = percent(row.gross_fen, row.last_gross_fen)
    if not beside.marked:
        return "–" if gross is None else _share(gross)
    if changed_much(row.gross_fen, row.last_gross_fen):
        return translate("Payroll", "▲ {share} 变化大").format(share="" if gross is None else _share(gross))
    net = percent(row.net_fen, row.last_net_fen)
    return translate("Payroll", "▲ 实发 {share} 变化大").format(share="" if net is None else _share(net))


def _share(whole: int) -> str:
    return f"{'+' if whole > 0 else ''}{decimal_text(whole, 0)}%"


def _difference(fen: int | None, last: int | None) -> str:
    return "" if last is None else signed((fen or 0) - last)


def _known(fen: int | None) -> str:
    return "" if fen is None else amount(fen)


def _change_tone(row: Beside) -> Tone:
    return Tone.WARN if row.marked else Tone.QUIET


# ---------------------------------------------------------------- runs


def run_columns(lang: str) -> list[Column[RunRow]]:
    """The runs of a month: what each pays, its state, and who did what when and why."""
    return [
        Column(translate("Payroll", "类别"), 124, lambda r: kind_words(r.kind, lang)),
        Column(translate("Payroll", "状态"), 96, state_words, tone=state_tone),
        Column(translate("Payroll", "人数"), 56, lambda r: str(r.workers), Align.RIGHT),
        Column(translate("Payroll", "应发"), 112, lambda r: amount(r.gross_fen), Align.RIGHT),
        Column(translate("Payroll", "实发"), 112, lambda r: amount(r.net_fen), Align.RIGHT),
        Column(translate("Payroll", "已发"), 112, lambda r: amount(r.paid_fen), Align.RIGHT),
        Column(translate("Payroll", "锁定日期"), 104, lambda r: r.locked_on.isoformat(), Align.CENTRE),
        Column(translate("Payroll", "最近一步"), 160, last_step),
        Column(translate("Payroll", "原因"), 120, _reason, tip=_reason, stretch=True),
        Column(translate("Payroll", "校验码"), 150, lambda r: r.check_code, Align.CENTRE),
    ]


def last_step(run: RunRow) -> str:
    """Who did the last thing to a run, and when."""
    return f"{run.on.isoformat()} {run.by}"


def _reason(run: RunRow) -> str:
    return " · ".join(part for part in (run.reason, run.said) if part)


def dispute_columns(runs: Sequence[RunRow]) -> list[Column[Dispute]]:
    """In what two disputed runs differ: the net of each under its check code."""
    one, other = (run.check_code for run in runs[:2])
    words = translate("Payroll", "实发 {code}")
    return [
        Column(translate("Payroll", "编号"), 56, lambda d: d.no, Align.CENTRE),
        Column(translate("Payroll", "姓名"), 140, lambda d: d.name, stretch=True),
        Column(words.format(code=one), 190, lambda d: _known(d.one_fen), Align.RIGHT),
        Column(words.format(code=other), 190, lambda d: _known(d.other_fen), Align.RIGHT),
        Column(
            translate("Payroll", "差额"),
            120,
            lambda d: signed((d.other_fen or 0) - (d.one_fen or 0)),
            Align.RIGHT,
            lambda d: amount_tone((d.other_fen or 0) - (d.one_fen or 0)),
        ),
    ]


def change_columns() -> list[Column[Candidate]]:
    """Whose figures differ since the lock: gross as locked and by today's records, and what a correction would do."""
    return [
        Column(translate("Payroll", "编号"), 56, lambda c: c.no, Align.CENTRE),
        Column(translate("Payroll", "姓名"), 140, lambda c: c.name, stretch=True),
        Column(translate("Payroll", "锁定的应发"), 120, lambda c: amount(c.standing_fen), Align.RIGHT),
        Column(
            translate("Payroll", "按现在的记录"), 120, lambda c: amount(c.standing_fen + c.difference_fen), Align.RIGHT
        ),
        Column(
            translate("Payroll", "应发差额"),
            120,
            lambda c: signed(c.difference_fen),
            Align.RIGHT,
            lambda c: amount_tone(c.difference_fen),
        ),
        Column(translate("Payroll", "应补发"), 120, lambda c: amount(c.more_fen), Align.RIGHT),
        Column(translate("Payroll", "应扣回"), 120, lambda c: amount(c.back_fen), Align.RIGHT),
    ]
