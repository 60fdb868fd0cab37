"""Each worker's slip of a run: the month's records sorted out by worker, earnings, and what is taken (RULES 1 to 5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.allowances import day_lines, month_lines
from app.domain.checklist import Case
from app.domain.deductions import Owed, Taken, deduct, month_paid
from app.domain.messages.payroll import TITLES
from app.domain.minimum_wage import floor, top_up
from app.domain.money import half_up, yuan
from app.domain.paid_already import by_key, counted_towards_floor, lacking, lines_of, other_taken
from app.domain.payroll_draft import Line, LineCode, Slip, Unit
from app.domain.payroll_input import Advance, Allowance, Mark, MonthInput
from app.domain.periods import Hired
from app.domain.persons import year_before
from app.domain.pieces import PieceMonth, PieceTerms, PriceBook, item_title, piece_lines, piece_month
from app.domain.plans import repaid_ahead
from app.domain.terms import paid_days, spans
from app.domain.vocabulary import AdjustmentKind, Basis, Relation, RunKind
from app.domain.wages import PayCase, span_earnings, time_earnings
from app.domain.worktime import NO_TIME, Employment, WorkTime, reckon

_ALLOWANCES = {
    AdjustmentKind.ALLOWANCE: LineCode.ALLOWANCE,
    AdjustmentKind.SPECIAL_ALLOWANCE: LineCode.SPECIAL_ALLOWANCE,
}
_MARKED = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_ORDER = {code: place for place, code in enumerate(LineCode)}


@dataclass(frozen=True, slots=True)
class Sums:
    """The month's records sorted out by worker, fen; ``due`` and ``later`` are what plans ask of now and of later."""

    marks: Mapping[int, list[Mark]]
    earlier: Mapping[int, list[Mark]]
    pieces: PieceMonth
    titles: Mapping[int, str]
    additions: Mapping[int, list[Line]]
    asked: Mapping[AdjustmentKind, Mapping[int, int]]
    due: Mapping[AdjustmentKind, Mapping[int, int]]
    later: Mapping[AdjustmentKind, Mapping[int, int]]
    advances: Mapping[int, list[Advance]]
    allowances: tuple[Allowance, ...]


def sort_out(month: MonthInput, hired: Iterable[Hired]) -> Sums:
    """The records of a month for the workers a run pays."""
    titles = {item.item_id: item_title(item) for item in month.items}
    asked: dict[AdjustmentKind, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    additions: dict[int, list[Line]] = defaultdict(list)
    for row in sorted(month.adjustments, key=lambda row: (row.kind, row.name, row.amount_fen)):
        if row.kind in _ALLOWANCES:
            additions[row.worker_id].append(_addition(_ALLOWANCES[row.kind], row.name, row.amount_fen))
        else:
            asked[row.kind][row.worker_id] += row.amount_fen
    due: dict[AdjustmentKind, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    later: dict[AdjustmentKind, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for plan in month.instalments:
        due[plan.kind][plan.worker_id] += plan.due_fen
        later[plan.kind][plan.worker_id] += plan.later_fen
    advances: dict[int, list[Advance]] = defaultdict(list)
    for advance in month.advances:
        advances[advance.worker_id].append(advance)
    return Sums(
        marks=_by_worker(month.marks),
        earlier=_by_worker(month.earlier),
        pieces=piece_month(month.pieces, month.teams, PriceBook(month.prices), titles, _piece_terms(month, hired)),
        titles=titles,
        additions=additions,
        asked=asked,
        due=due,
        later=later,
        advances=advances,
        allowances=month.allowances,
    )


def _piece_terms(month: MonthInput, hired: Iterable[Hired]) -> PieceTerms:
    terms = PieceTerms({}, {}, {})
    factors, spans, windows = {}, {}, {}
    for one in hired:
        worker_id = one.worker.worker_id
        by_piece = [(span.first, span.last) for span in one.spans if span.by_piece]
        if by_piece:
            factors[worker_id] = month.rules.time.factors_bp
            if len(by_piece) < len(one.spans):
                spans[worker_id] = by_piece
        if one.window is not None:
            windows[worker_id] = one.window
    return replace(terms, factors=factors, spans=spans, windows=windows)


def _by_worker(marks: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.worker_id].append(mark)
    return found


def _addition(code: LineCode, name: str, amount: int) -> Line:
    label = f"{TITLES[code]} {name}".strip()
    return Line(code, label, 1, Unit.ITEM, amount * 100, 10_000, amount, yuan(amount))


@dataclass(frozen=True, slots=True)
class _Times:
    """Time of the days paid, of each span of them where there are several, and of the employment up to their end."""

    paid: WorkTime
    spans: tuple[WorkTime, ...]
    month: WorkTime


def case_of(month: MonthInput, one: Hired, sums: Sums) -> Case:
    """One worker's slip and what the check list needs to judge it."""
    month, worker_id = month.on(one.period.last), one.worker.worker_id
    needs_marks, times = one.terms.relation in _MARKED, _times_of(month, one, sums)
    lines, floor_fen = _earnings(month, one, times, sums)
    gross = sum(line.amount_fen for line in lines)
    taken = deduct(gross, floor_fen, one.terms, _owed(one, sums), month.rules, month.social)
    return Case(
        worker=one.worker,
        terms=one.terms,
        employed=one.employed,
        time=times.paid,
        slip=_slip(month, one, times.paid, lines, floor_fen, taken),
        earlier=tuple(sums.earlier.get(worker_id, ())) if needs_marks else (),
        piece_days=sums.pieces.days.get(worker_id, {}),
        unpriced=tuple((sums.titles[row.item_id], row.day) for row in sums.pieces.unpriced.get(worker_id, ())),
        cuts=taken.cut_fen,
        hours=times.month,
        spans=one.spans,
        damage_short_fen=taken.damage_short_fen,
        advance_short_fen=taken.advance_short_fen,
    )


def _times_of(month: MonthInput, one: Hired, sums: Sums) -> _Times:
    """A worker's times; none for 劳务 and 居家承揽, who need no marks."""
    if one.terms.relation not in _MARKED:
        return _Times(NO_TIME, (), NO_TIME)
    return _times(month, one, sums.marks.get(one.worker.worker_id, ()))


def _times(month: MonthInput, one: Hired, marks: Iterable[Mark]) -> _Times:
    """The marks reckoned; once where all of the month is paid by one rate."""
    calendar, kept = month.calendar, tuple(marks)
    if one.window is None:
        paid = whole = reckon(kept, calendar, one.period)
    else:
        inside = tuple(mark._replace(days=tuple(filter(one.in_window, mark.days))) for mark in kept)
        paid = reckon(inside, calendar, one.period)
        until = min(one.period.last, one.employed.last)
        entire = one.employed.whole_month and until == calendar.last
        whole = reckon(kept, calendar, Employment(one.employed.first, until, entire))
    if len(one.spans) == 1:
        return _Times(paid, (), whole)
    entire = paid.whole_month
    parts = (reckon(kept, calendar, Employment(span.first, span.last, whole_month=False)) for span in one.spans)
    return _Times(paid, tuple(replace(part, whole_month=entire) for part in parts), whole)


def _time_lines(month: MonthInput, one: Hired, times: _Times) -> list[Line]:
    whole = PayCase(one.terms, times.paid, month.workshop, month.rules, left_fen=_salary_left(month, one))
    if whole.left_fen is not None and one.ends and one.employed.whole_month:
        whole = replace(whole, time=replace(times.paid, whole_month=True, unpaid=times.month.unpaid))
    if not times.spans or any(span.terms.relation is not one.terms.relation for span in one.spans):
        return time_earnings(whole)
    of_days = paid_days(month.calendar, month.calendar.first, month.calendar.last)
    cases: Sequence[PayCase] = [
        replace(
            whole, terms=span.terms, time=time, days=paid_days(month.calendar, span.first, span.last), of_days=of_days
        )
        for span, time in zip(one.spans, times.spans, strict=True)
    ]
    return span_earnings(cases, [span.label for span in one.spans], whole)


def _salary_left(month: MonthInput, one: Hired) -> int | None:
    """What of the month's salary its standing slips leave, each rate by its days; None where they paid none of it."""
    paid = sum(line.amount_fen for line in lines_of(one.worker.standing) if line.code is LineCode.BASE)
    parts = spans(one.worker.terms, one.employed.first, one.employed.last)
    if not paid or any(span.terms.basis is not Basis.MONTHLY for span in parts):
        return None
    days = [(span.terms.rate_fen, paid_days(month.calendar, span.first, span.last)) for span in parts]
    count = sum(number for _, number in days)
    salary = half_up(sum(fen * number for fen, number in days), count) if count else one.terms.rate_fen
    return max(0, salary - paid)


def floor_of(month: MonthInput, one: Hired, hours: WorkTime) -> tuple[int, str]:
    """What a full-time worker's slip must reach, fen and formula: the floor of the month less what its standing slips
    count towards it, so that a month in parts is topped up to no more than the month.

    ``hours`` is the time of the whole employment up to the last day paid.
    """
    fen, text = floor(month.workshop.month_minimum_fen or 0, hours, month.rules.time.day_divisor_centi)
    paid = counted_towards_floor(one.worker.standing)
    if not paid:
        return fen, text
    left = max(0, fen - paid)
    return left, f"{text},已付{yuan(paid)},还差{yuan(left)}"


def _earnings(month: MonthInput, one: Hired, times: _Times, sums: Sums) -> tuple[tuple[Line, ...], int]:
    """All earnings of a slip and, for full-time workers, the floor they were held to (0 for others)."""
    worker_id, time_rules = one.worker.worker_id, month.rules.time
    factors = time_rules.factors_bp if any(span.by_piece for span in one.spans) else None
    lines = [
        *_time_lines(month, one, times),
        *piece_lines(sums.pieces.sums.get(worker_id, {}), sums.titles, factors),
        *sums.pieces.team_lines.get(worker_id, ()),
    ]
    more = day_lines(sums.allowances, one, times.paid, month.calendar)
    if one.ends:
        more = [*of_month(month, one, times.month, sums)[1], *more]
    lines += sorted(more, key=lambda line: _ORDER[line.code]) if sums.allowances else more
    if one.terms.relation is not Relation.FULL_TIME:
        return tuple(lines), 0
    floor_fen, text = floor_of(month, one, times.month)
    missing = None if times.paid.missing else top_up(lines, floor_fen, text)
    return (*lines, missing) if missing else tuple(lines), floor_fen


def of_month(month: MonthInput, one: Hired, hours: WorkTime, sums: Sums) -> tuple[list[Line], list[Line]]:
    """What belongs to the month as a whole (additions, and allowances by the month), and what standing slips lack of
    it; ``hours`` is the time of the whole employment up to the last day paid.
    """
    monthly = month_lines(sums.allowances, one, hours, month.calendar, month.rules.time)
    whole = [*sums.additions.get(one.worker.worker_id, ()), *monthly]
    if not one.worker.standing:
        return whole, whole
    marks = (mark._replace(days=tuple(day for day in mark.days if day < one.period.first)) for mark in hours.marks)
    paid = by_key(lines_of(one.worker.standing))
    paid.subtract(by_key(day_lines(sums.allowances, one, replace(NO_TIME, marks=tuple(marks)), month.calendar)))
    return whole, [*lacking(whole, paid)]


def hours_of(month: MonthInput, one: Hired, sums: Sums) -> WorkTime:
    """The time of the whole employment up to the last day paid."""
    return _times_of(month, one, sums).month


def advance_due(advance: Advance) -> int:
    """What an advance of this month is to be repaid of this month."""
    return min(advance.amount_fen, advance.monthly_fen) if advance.monthly_fen > 0 else advance.amount_fen


def _owed(one: Hired, sums: Sums) -> Owed:
    """What the slip is asked for: balances, the month's own up to the days paid, less what its other slips took."""
    worker, worker_id = one.worker, one.worker.worker_id
    paid = month_paid(worker.standing)
    damage, other = AdjustmentKind.DAMAGE, AdjustmentKind.OTHER
    advances = [row for row in sums.advances.get(worker_id, ()) if one.ends or row.day <= one.period.last]
    due = worker.advance_brought_fen + sum(map(advance_due, advances))
    everything = worker.advance_brought_fen + worker.advance_later_fen + sum(row.amount_fen for row in advances)
    asked = worker.damage_brought_fen
    later = worker.damage_later_fen + sums.due[damage].get(worker_id, 0) + sums.later[damage].get(worker_id, 0)
    own, plan, plan_later = 0, 0, worker.other_later_fen + sums.later[other].get(worker_id, 0)
    if one.ends:
        asked += sums.asked[damage].get(worker_id, 0) + sums.due[damage].get(worker_id, 0)
        later -= sums.due[damage].get(worker_id, 0)
        own = sums.asked[other].get(worker_id, 0)
        plan = worker.other_plan_fen + sums.due[other].get(worker_id, 0)
    if one.leaves:
        due, asked, later = everything, asked + later, 0
        plan, plan_later = plan + plan_later, 0
    own_taken, planned = other_taken(worker.standing)
    plan, plan_later = repaid_ahead(plan - planned, plan_later)
    damage_due, later = repaid_ahead(asked - paid.damage_fen, later)
    due, advance_later = repaid_ahead(due - paid.advance_fen, everything - due)
    return Owed(
        other_fen=own - own_taken,
        other_plan_fen=plan,
        damage_fen=damage_due,
        damage_later_fen=later,
        advance_fen=due,
        advance_later_fen=advance_later,
        so_far=year_before(worker, one.terms),
        paid=paid,
        later=worker.year,
        services=worker.services,
        social_elsewhere_fen=worker.social_elsewhere_fen,
    )


def _slip(month: MonthInput, one: Hired, time: WorkTime, lines: tuple[Line, ...], floor_fen: int, taken: Taken) -> Slip:
    first, last = _period(month, one)
    return Slip(
        worker_id=one.worker.worker_id,
        no=one.worker.no,
        name=one.worker.name,
        relation=one.terms.relation,
        normal_minutes=time.normal,
        overtime_minutes=time.overtime,
        rest_day_minutes=time.rest_day,
        statutory_minutes=time.statutory,
        unpaid_minutes=time.unpaid,
        lines=lines,
        deductions=taken.lines,
        gross_fen=sum(line.amount_fen for line in lines),
        social_fen=taken.social_fen,
        tax_fen=taken.tax_fen,
        other_fen=taken.other_fen,
        damage_fen=taken.damage_fen,
        carried_damage_fen=taken.carried_damage_fen,
        advance_fen=taken.advance_fen,
        carried_advance_fen=taken.carried_advance_fen,
        net_fen=taken.net_fen,
        basis=one.terms.basis,
        tax_method=one.terms.tax_method,
        floor_fen=floor_fen,
        tax_basis=taken.tax_basis,
        period_from=first,
        period_to=last,
    )


def _period(month: MonthInput, one: Hired) -> tuple[date | None, date | None]:
    """The days a slip names; none for a month's run that pays all of an employment."""
    if month.kind is RunKind.REGULAR and one.starts:
        return None, None
    return min(one.period.first, one.period.last), one.period.last
