"""A month's payroll computed from its records: the whole of RULES 1 to 5 as one pure function."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain import checklist
from app.domain.checklist import Case
from app.domain.deductions import Owed, Taken, deduct
from app.domain.hours_check import hours_warnings, weeks_of
from app.domain.messages.payroll import TITLES
from app.domain.minimum_wage import floor, top_up
from app.domain.money import yuan
from app.domain.payroll_draft import Finding, Line, LineCode, PayrollDraft, Slip, Totals, Unit
from app.domain.payroll_input import Mark, MonthInput, PayTerms, WorkerInput
from app.domain.pieces import PieceMonth, PriceBook, item_title, piece_lines, piece_month
from app.domain.tax import year_so_far
from app.domain.vocabulary import AdjustmentKind, Basis, Relation, TimeKind
from app.domain.wages import PayCase, time_earnings
from app.domain.worktime import NO_TIME, Employment, WorkTime, employment_in, reckon

_ALLOWANCES = {
    AdjustmentKind.ALLOWANCE: LineCode.ALLOWANCE,
    AdjustmentKind.SPECIAL_ALLOWANCE: LineCode.SPECIAL_ALLOWANCE,
}
_MARKED = frozenset({Relation.FULL_TIME, Relation.PART_TIME})


@dataclass(frozen=True, slots=True)
class _Hired:
    """A worker of the month with the terms in force."""

    worker: WorkerInput
    employed: Employment
    terms: PayTerms

    @property
    def by_piece(self) -> bool:
        """Whether the overtime factors apply to this worker's pieces."""
        return self.terms.relation is Relation.FULL_TIME and self.terms.basis is Basis.PIECE


@dataclass(frozen=True, slots=True)
class _Sums:
    """The month's records sorted out by worker."""

    marks: Mapping[int, list[Mark]]
    earlier: Mapping[int, list[Mark]]
    pieces: PieceMonth
    titles: Mapping[int, str]
    additions: Mapping[int, list[Line]]
    other: Mapping[int, int]
    damage: Mapping[int, int]
    advances: Mapping[int, int]


def compute(month: MonthInput) -> PayrollDraft:
    """The draft payroll of a month: slips ordered by 编号, totals and the check list.

    A function of its input alone; the order of its rows changes nothing. Who was employed on no day of the month has
    no slip.
    """
    hired, findings = _roster(month)
    sums = _sort_out(month, hired)
    cases = [_case(month, one, sums) for one in hired]
    unshared = checklist.unshared_entries(sums.pieces.unshared)
    problems = [*findings, *checklist.month_problems(month, cases), *unshared]
    paid = {one.worker.worker_id for one in hired}
    warnings = [*checklist.month_warnings(month), *checklist.unpaid_advances(month, paid)]
    warnings.extend(checklist.same_numbers(cases))
    weeks = weeks_of(month.calendar, month.rules.time)
    for case in cases:
        problems.extend(checklist.problems(case, month))
        warnings.extend(checklist.warnings(case))
        warnings.extend(hours_warnings(case, month.rules.time, weeks))
    slips = tuple(case.slip for case in cases)
    stamps = (*month.calendar.stamps, *month.rules.stamps)
    return PayrollDraft(month.month, slips, totals(slips), tuple(problems), tuple(warnings), stamps)


def by_number(no: str) -> tuple[int, int, str]:
    """Sorting key of a 编号, which is text: numbers by their value, then the rest."""
    return (0, int(no), no) if no.isdecimal() else (1, 0, no)


def terms_in_force(terms: Iterable[PayTerms], last: date) -> PayTerms | None:
    """The pay terms begun last up to a day; mid-month changes take the later ones for the whole month."""
    return max((row for row in terms if row.valid_from <= last), key=lambda row: row.valid_from, default=None)


def _roster(month: MonthInput) -> tuple[list[_Hired], list[Finding]]:
    """Who is paid this month, by 编号, and who should be but has no pay terms."""
    hired: list[_Hired] = []
    findings: list[Finding] = []
    present: set[int] = set()
    for worker in sorted(month.workers, key=lambda row: (by_number(row.no), row.hired, row.worker_id)):
        employed = employment_in(month.calendar, worker.hired, worker.left)
        if employed is None:
            continue
        present.add(worker.worker_id)
        terms = terms_in_force(worker.terms, employed.last)
        if terms is None:
            findings.append(checklist.finding("terms_missing", worker))
        else:
            hired.append(_Hired(worker, employed, terms))
    return hired, [*findings, *checklist.unemployed_records(month, present)]


def _sort_out(month: MonthInput, hired: Iterable[_Hired]) -> _Sums:
    factors = {one.worker.worker_id: month.rules.time.factors_bp for one in hired if one.by_piece}
    titles = {item.item_id: item_title(item) for item in month.items}
    deducted: dict[AdjustmentKind, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    additions: dict[int, list[Line]] = defaultdict(list)
    for row in sorted(month.adjustments, key=lambda row: (row.kind, row.name, row.amount_fen)):
        if row.kind in _ALLOWANCES:
            additions[row.worker_id].append(_addition(_ALLOWANCES[row.kind], row.name, row.amount_fen))
        else:
            deducted[row.kind][row.worker_id] += row.amount_fen
    advances: dict[int, int] = defaultdict(int)
    for advance in month.advances:
        advances[advance.worker_id] += advance.amount_fen
    return _Sums(
        marks=_by_worker(month.marks),
        earlier=_by_worker(month.earlier),
        pieces=piece_month(month.pieces, month.teams, PriceBook(month.prices), titles, factors),
        titles=titles,
        additions=additions,
        other=deducted[AdjustmentKind.OTHER],
        damage=deducted[AdjustmentKind.DAMAGE],
        advances=advances,
    )


def _by_worker(marks: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.worker_id].append(mark)
    return found


def _addition(code: LineCode, name: str, amount: int) -> Line:
    label = f"{TITLES[code]} {name}".strip()
    return Line(code, label, 1, Unit.ITEM, amount * 100, 10_000, amount, yuan(amount))


def _case(month: MonthInput, one: _Hired, sums: _Sums) -> Case:
    """One worker's slip and what the check list needs to judge it."""
    worker_id = one.worker.worker_id
    needs_marks = one.terms.relation in _MARKED
    time = reckon(sums.marks.get(worker_id, ()), month.calendar, one.employed) if needs_marks else NO_TIME
    lines, floor_fen = _earnings(month, one, time, sums)
    gross = sum(line.amount_fen for line in lines)
    taken = deduct(gross, floor_fen, one.terms, _owed(one.worker, sums), month.rules)
    return Case(
        worker=one.worker,
        terms=one.terms,
        employed=one.employed,
        time=time,
        slip=_slip(one, time, lines, gross, floor_fen, taken),
        earlier=tuple(sums.earlier.get(worker_id, ())) if needs_marks else (),
        piece_days=sums.pieces.days.get(worker_id, {}),
        unpriced=tuple((sums.titles[row.item_id], row.day) for row in sums.pieces.unpriced.get(worker_id, ())),
        cuts=taken.cut_fen,
    )


def _earnings(month: MonthInput, one: _Hired, time: WorkTime, sums: _Sums) -> tuple[tuple[Line, ...], int]:
    """All earnings of a slip and, for full-time workers, the floor they were held to (0 for others)."""
    worker_id = one.worker.worker_id
    factors: Mapping[TimeKind, int] | None = month.rules.time.factors_bp if one.by_piece else None
    case = PayCase(one.terms, time, month.workshop, month.rules)
    lines = [
        *time_earnings(case),
        *piece_lines(sums.pieces.sums.get(worker_id, {}), sums.titles, factors),
        *sums.pieces.team_lines.get(worker_id, ()),
        *sums.additions.get(worker_id, ()),
    ]
    if one.terms.relation is not Relation.FULL_TIME:
        return tuple(lines), 0
    floor_fen, text = floor(case.minimum_fen, time, month.rules.time.day_divisor_centi)
    missing = None if time.missing else top_up(lines, floor_fen, text)
    return (*lines, missing) if missing else tuple(lines), floor_fen


def _owed(worker: WorkerInput, sums: _Sums) -> Owed:
    return Owed(
        other_fen=sums.other.get(worker.worker_id, 0),
        damage_fen=worker.damage_brought_fen + sums.damage.get(worker.worker_id, 0),
        advance_fen=worker.advance_brought_fen + sums.advances.get(worker.worker_id, 0),
        so_far=year_so_far(worker.opening, worker.locked),
    )


def _slip(one: _Hired, time: WorkTime, lines: tuple[Line, ...], gross: int, floor_fen: int, taken: Taken) -> Slip:
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
        gross_fen=gross,
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
    )


def totals(slips: Iterable[Slip]) -> Totals:
    """Sums of rounded amounts, never rounded again (RULES 1)."""
    kept = tuple(slips)
    return Totals(
        gross_fen=sum(slip.gross_fen for slip in kept),
        social_fen=sum(slip.social_fen for slip in kept),
        tax_fen=sum(slip.tax_fen for slip in kept),
        other_fen=sum(slip.other_fen for slip in kept),
        damage_fen=sum(slip.damage_fen for slip in kept),
        advance_fen=sum(slip.advance_fen for slip in kept),
        net_fen=sum(slip.net_fen for slip in kept),
    )
