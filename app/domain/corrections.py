"""Correction runs (RULES 6): what a month should have paid, less what its standing slips paid, with the year's tax.

The clean month is computed as runs pay it: the first half apart where it was paid apart, so that rounding differs in
nothing. Tax: the worker's year is withheld once more month by month with the corrected figures, later locked months
with their frozen incomes, and what was withheld in all is taken off; so the year equals a clean run's. A negative net
becomes an advance, repaid from coming wages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.checklist import Case, finding, line_word
from app.domain.deductions import WAGE_RELATIONS
from app.domain.messages.payroll import OTHER_PLANS, OVERPAID, TITLES
from app.domain.messages.terms import term_of
from app.domain.money import yuan
from app.domain.paid_already import other_taken
from app.domain.payroll_draft import Finding, Line, LineCode, Slip, TaxBasis, Unit
from app.domain.payroll_input import MonthInput, PaidLine, PaidSlip, WorkerInput, YearMonth
from app.domain.payroll_month import Computed, computed
from app.domain.persons import Persons, as_paid
from app.domain.tax import services_tax, withheld_in
from app.domain.vocabulary import Basis, Relation, RunKind, TaxMethod

Corrected = tuple[tuple[Slip, ...], tuple[Finding, ...], tuple[Finding, ...]]
"""Slips of differences, problems, warnings."""

_FIGURES = ("normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes")


def correct(month: MonthInput) -> Corrected:
    """The differences of the named workers' month; who has none has no slip."""
    only = month.only or frozenset()
    halves = _step(month, RunKind.FIRST_HALF, _paid_by_half(month, only), {})
    first = {case.worker.worker_id: as_paid(case.slip, RunKind.FIRST_HALF) for case in halves.cases}
    rest = _step(month, RunKind.REGULAR, only if month.paid_whole else _settled(month, only), first)
    clean: dict[int, list[Case]] = {}
    for case in (*halves.cases, *rest.cases):
        clean.setdefault(case.worker.worker_id, []).append(case)
    slips, problems = [], _each_once([*halves.problems, *rest.problems])
    persons, cuts = Persons(month), list[Finding]()
    workers = [*_by_cases(month, only, rest, clean)]
    social = _social(persons, workers, clean)
    for known in workers:
        worker = _now(month, persons, known)
        cases = clean.get(worker.worker_id, [])
        if cases and worker.standing and _on_wages(cases[-1].slip) is not _on_wages(worker.standing[-1]):
            problems.append(
                finding("correction_changes_relation", worker, relation=term_of(worker.standing[-1].relation))
            )
        slip = _difference(month, worker, cases, social[worker.worker_id])
        cuts += _other_cut(worker, cases, slip)
        if slip is not None:
            slips.append(slip)
            persons.add(slip)
    return tuple(slips), tuple(problems), tuple(_each_once([*halves.warnings, *rest.warnings, *cuts]))


def _social(persons: Persons, workers: Iterable[WorkerInput], clean: Mapping[int, list[Case]]) -> dict[int, int]:
    """The social insurance of each worker's month, fen. Of a person's rows corrected together the first has what all of
    them lack: the others keep what they took, for in which row the clean month takes it is nothing to correct.
    """
    found: dict[int, int] = {}
    firsts: dict[tuple[frozenset[int], bool], int] = {}
    for worker in workers:
        taken = sum(slip.social_fen for slip in worker.standing)
        cases = clean.get(worker.worker_id, [])
        asked = sum(case.slip.social_fen for case in cases)
        wages = _on_wages(cases[-1].slip if cases else worker.standing[-1])
        first = firsts.setdefault((persons.rows(worker.worker_id), wages), worker.worker_id)
        found[worker.worker_id] = taken
        found[first] += asked - taken
    return found


def _other_cut(worker: WorkerInput, cases: Iterable[Case], slip: Slip | None) -> Iterator[Finding]:
    """What of the month's other deductions the differences have no room for: it is not carried on (RULES 5)."""
    lines = [line for case in cases for line in case.slip.deductions] if worker.standing else []
    taken = [line for line in slip.deductions if _is_own_other(line)] if slip else []
    asked = -sum(line.amount_fen for line in lines if _is_own_other(line)) - other_taken(worker.standing)[0]
    cut = asked + sum(line.amount_fen for line in taken)
    if cut > 0:
        yield finding("deduction_cut", worker, item=line_word(LineCode.OTHER), asked=yuan(asked), cut=yuan(cut))


def _is_own_other(line: Line) -> bool:
    """Other deductions by the month's records; what instalment plans ask is carried on."""
    return line.code is LineCode.OTHER and line.label != OTHER_PLANS


def as_corrected(month: MonthInput, worker_id: int) -> WorkerInput | None:
    """A worker as the correction's slip saw it: after the slips of the person's other rows in the run."""
    known, persons = {worker.worker_id: worker for worker in month.workers}, Persons(month)
    if worker_id in known and len(persons.rows(worker_id) & (month.only or frozenset())) > 1:
        for slip in correct(month)[0]:
            if slip.worker_id == worker_id:
                return _now(month, persons, known[worker_id])
            persons.add(slip)
    return known.get(worker_id)


def _now(month: MonthInput, persons: Persons, worker: WorkerInput) -> WorkerInput:
    """The worker after what this run gives the person's other rows, with the tax and the debts it takes of them."""
    taken = persons.taken(worker.worker_id)
    now = replace(
        persons.now(worker),
        damage_open_fen=worker.damage_open_fen - taken.damage_fen,
        advance_open_fen=worker.advance_open_fen - taken.advance_fen,
        other_plan_open_fen=worker.other_plan_open_fen - taken.plan_fen,
    )
    more = now.elsewhere.withheld_fen - worker.elsewhere.withheld_fen
    if not more:
        return now
    year = {row.month: row for row in worker.year}
    none = YearMonth(month.month, 0, 0, 0, 0, TaxMethod.MONTHLY, month.rules.wage_tax)
    own = year.get(month.month, none)
    year[month.month] = replace(own, withheld_fen=own.withheld_fen + more)
    return replace(now, year=tuple(year.values()))


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """What the month's parts find alike is said once."""
    found: list[Finding] = []
    for row in findings:
        if row not in found:
            found.append(row)
    return found


def _on_wages(slip: Slip | PaidSlip) -> bool:
    return slip.relation in WAGE_RELATIONS


def _paid_by_half(month: MonthInput, only: frozenset[int]) -> frozenset[int]:
    """Whose first half was paid apart."""
    return frozenset(
        worker.worker_id
        for worker in month.workers
        if worker.worker_id in only and any(slip.kind is RunKind.FIRST_HALF for slip in worker.standing)
    )


def _settled(month: MonthInput, only: frozenset[int]) -> frozenset[int]:
    """Whose settlement stands: of a month not paid yet, only they got more than its first half."""
    return frozenset(
        worker.worker_id
        for worker in month.workers
        if worker.worker_id in only and any(slip.kind is RunKind.SETTLEMENT for slip in worker.standing)
    )


def _step(month: MonthInput, kind: RunKind, only: frozenset[int], paid: Mapping[int, PaidSlip]) -> Computed:
    """The clean month of some workers as one kind of run pays it, ``paid`` before it."""
    if not only:
        return Computed((), (), ())
    named = month.only or frozenset()
    workers = tuple(
        replace(worker, standing=(paid[worker.worker_id],) if worker.worker_id in paid else (), year=())
        if worker.worker_id in named
        else worker
        for worker in month.workers
    )
    return computed(replace(month, kind=kind, only=only, workers=workers))


def _by_cases(
    month: MonthInput, only: frozenset[int], rest: Computed, clean: Mapping[int, list[Case]]
) -> Iterable[WorkerInput]:
    """The named workers by 编号, those whom a clean month would not pay at all last."""
    known = {worker.worker_id: worker for worker in month.workers}
    paid = [case.worker.worker_id for case in rest.cases]
    left = sorted(worker_id for worker_id in only & known.keys() if worker_id not in paid)
    return [known[worker_id] for worker_id in (*paid, *(one for one in left if one in clean or known[one].standing))]


@dataclass(frozen=True, slots=True)
class _Clean:
    """A worker's clean month: the figures of its slips summed up, and what tells them apart."""

    last: Slip | None
    gross_fen: int
    social_fen: int
    additional_fen: int
    tax_fen: int
    other_fen: int
    plan_fen: int
    damage_fen: int
    advance_fen: int
    minutes: tuple[int, ...]
    unpaid_minutes: int
    lines: tuple[PaidLine, ...]
    relation: Relation


def _clean(cases: Iterable[Case], relation: Relation, social_fen: int) -> _Clean:
    slips = [case.slip for case in cases]
    return _Clean(
        last=slips[-1] if slips else None,
        gross_fen=sum(slip.gross_fen for slip in slips),
        social_fen=social_fen,
        additional_fen=sum(slip.tax_basis.additional_fen for slip in slips if slip.tax_basis),
        tax_fen=sum(slip.tax_fen for slip in slips),
        other_fen=sum(slip.other_fen for slip in slips),
        plan_fen=-sum(line.amount_fen for slip in slips for line in slip.deductions if line.label == OTHER_PLANS),
        damage_fen=sum(slip.damage_fen for slip in slips),
        advance_fen=sum(slip.advance_fen for slip in slips),
        minutes=tuple(sum(getattr(slip, name) for slip in slips) for name in _FIGURES),
        unpaid_minutes=sum(slip.unpaid_minutes for slip in slips),
        lines=tuple(PaidLine(line.code, line.label, line.amount_fen, line.formula) for s in slips for line in s.lines),
        relation=slips[-1].relation if slips else relation,
    )


def _difference(month: MonthInput, worker: WorkerInput, cases: Iterable[Case], social_fen: int) -> Slip | None:
    """The slip of what a worker's standing slips lack, ``social_fen`` being what is due of social insurance; None where
    they lack nothing.
    """
    paid = worker.standing
    clean = _clean(cases, paid[-1].relation if paid else Relation.FULL_TIME, social_fen)
    gross = clean.gross_fen - sum(slip.gross_fen for slip in paid)
    wages = clean.relation in WAGE_RELATIONS
    tax, tax_text = _tax_difference(month, worker, clean) if wages else _services_difference(month, worker, clean)
    social = clean.social_fen - sum(slip.social_fen for slip in paid)
    purse = _Purse(gross)
    purse.take(LineCode.SOCIAL, social)
    purse.take(LineCode.TAX, tax, tax_text)
    planned = -sum(line.amount_fen for slip in paid for line in slip.lines if line.label == OTHER_PLANS)
    own = clean.other_fen - clean.plan_fen - (sum(slip.other_fen for slip in paid) - planned)
    other = purse.take_at_most(LineCode.OTHER, own)
    other += purse.take_at_most(LineCode.OTHER, clean.plan_fen - planned, worker.other_plan_open_fen, OTHER_PLANS)
    damage = clean.damage_fen - sum(slip.damage_fen for slip in paid)
    damage = purse.take_at_most(LineCode.DAMAGE, damage, worker.damage_open_fen)
    advance = clean.advance_fen - sum(slip.advance_fen for slip in paid)
    advance = purse.take_at_most(LineCode.ADVANCE, advance, worker.advance_open_fen) + purse.overpaid()
    lines = _line_differences(clean.lines, paid)
    minutes = tuple(new - sum(old) for new, *old in zip(clean.minutes, *(slip.minutes for slip in paid), strict=True))
    unpaid = clean.unpaid_minutes - sum(slip.unpaid_minutes for slip in paid)
    additional = clean.additional_fen - sum(slip.additional_fen for slip in paid)
    if not (lines or purse.lines or any(minutes) or unpaid or additional):
        return None
    normal, overtime, rest_day, statutory = minutes
    return Slip(
        worker_id=worker.worker_id,
        no=worker.no,
        name=worker.name,
        relation=clean.relation,
        normal_minutes=normal,
        overtime_minutes=overtime,
        rest_day_minutes=rest_day,
        statutory_minutes=statutory,
        unpaid_minutes=unpaid,
        lines=lines,
        deductions=tuple(purse.lines),
        gross_fen=gross,
        social_fen=social,
        tax_fen=tax,
        other_fen=other,
        damage_fen=damage,
        carried_damage_fen=worker.damage_open_fen + worker.damage_open_later_fen - damage,
        advance_fen=advance,
        carried_advance_fen=worker.advance_open_fen + worker.advance_open_later_fen - advance,
        net_fen=purse.left,
        tax_basis=TaxBasis(gross, social, additional, tax) if wages else None,
        basis=clean.last.basis if clean.last else Basis.PIECE,
        tax_method=clean.last.tax_method if clean.last else TaxMethod.MONTHLY,
    )


class _Purse:
    """What is left of a difference of gross, which may be negative, and the lines of what was taken or given back."""

    def __init__(self, gross_fen: int) -> None:
        self.left = gross_fen
        self.lines: list[Line] = []

    def take(self, code: LineCode, fen: int, text: str = "", label: str = "") -> int:
        """Take a difference as it is, or give it back where negative."""
        if fen:
            self._put(code, label or TITLES[code], fen, text or f"差额{yuan(fen)}")
        return fen

    def take_at_most(self, code: LineCode, fen: int, open_fen: int | None = None, label: str = "") -> int:
        """Take a difference as far as there is room and, where ``open_fen`` is given, so much outstanding.

        Less than nothing outstanding: more was taken than is asked for now, and is given back.
        """
        asked = fen if open_fen is None else min(fen, open_fen)
        return self.take(code, min(asked, max(0, self.left)), label=label)

    def overpaid(self) -> int:
        """What was paid too much becomes an advance: a negative amount of advances taken."""
        fen = min(0, self.left)
        if fen:
            self._put(LineCode.ADVANCE, OVERPAID, fen, f"多付{yuan(-fen)},从以后工资扣回")
        return fen

    def _put(self, code: LineCode, label: str, fen: int, text: str) -> None:
        self.left -= fen
        self.lines.append(Line(code, label, 1, Unit.ITEM, fen * 100, 10_000, -fen, text))


def _line_differences(clean: Iterable[PaidLine], paid: Iterable[PaidSlip]) -> tuple[Line, ...]:
    """The earnings that differ, by code and label, in the slip's order; each with both amounts in its formula."""
    new: dict[tuple[LineCode, str], list[PaidLine]] = {}
    old: dict[tuple[LineCode, str], int] = {}
    for line in clean:
        new.setdefault((line.code, line.label), []).append(line)
    for slip in paid:
        for line in slip.lines:
            if line.code is LineCode.OTHER:
                continue
            old[line.code, line.label] = old.get((line.code, line.label), 0) + line.amount_fen
    order = list(LineCode)
    found = []
    for key in sorted(new.keys() | old.keys(), key=lambda one: (order.index(one[0]), one[1])):
        should, was = sum(line.amount_fen for line in new.get(key, ())), old.get(key, 0)
        if should != was:
            texts = ";".join(line.formula for line in new.get(key, ()) if line.formula) or yuan(should)
            text = f"应为{texts},已计{yuan(was)},差额{yuan(should - was)}"
            found.append(Line(*key, 1, Unit.ITEM, (should - was) * 100, 10_000, should - was, text))
    return tuple(found)


def _services_difference(month: MonthInput, worker: WorkerInput, clean: _Clean) -> tuple[int, str]:
    """Services have no year: the tax of the person's clean sum of the month less what was withheld."""
    other = worker.services
    should, _ = services_tax(clean.gross_fen + other.income_fen, month.rules.services_tax)
    was = sum(slip.tax_fen for slip in worker.standing) + other.withheld_fen
    return should - was, f"应扣{yuan(should)},已扣{yuan(was)},差额{yuan(should - was)}"


def _tax_difference(month: MonthInput, worker: WorkerInput, clean: _Clean) -> tuple[int, str]:
    """What a clean year withholds up to its last locked month, less what was withheld, and how it came about."""
    months = {row.month: row for row in worker.year}
    withheld = sum(row.withheld_fen for row in worker.year)
    other = worker.elsewhere
    if clean.last is not None or other.months:
        months[month.month] = YearMonth(
            month.month,
            clean.gross_fen + other.income_fen,
            clean.social_fen + other.social_fen,
            max(clean.additional_fen, other.additional_fen),
            0,
            clean.last.tax_method if clean.last is not None else TaxMethod.MONTHLY,
            month.rules.wage_tax,
        )
    else:
        months.pop(month.month, None)
    tax = withheld_in(worker.opening, months.values()) - worker.opening.withheld_fen
    return tax - withheld, f"全年重算应扣{yuan(tax)},已扣{yuan(withheld)},差额{yuan(tax - withheld)}"
