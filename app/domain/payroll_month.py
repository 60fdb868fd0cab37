"""A run of a month computed: its cases by worker and its check list; a correction computes its month by this too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain import checklist
from app.domain.checklist import Case
from app.domain.hours_check import hours_warnings, weeks_of
from app.domain.payroll_cases import Sums, case_of, sort_out
from app.domain.payroll_draft import Finding
from app.domain.payroll_input import MonthInput
from app.domain.periods import Hired, Roster, roster
from app.domain.persons import Persons
from app.domain.vocabulary import RunKind


@dataclass(frozen=True, slots=True)
class Computed:
    """The workers' cases by 编号 and what the check list says of them and of the month."""

    cases: tuple[Case, ...]
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def computed(month: MonthInput) -> Computed:
    """All cases of a run that pays days, and its check list."""
    who = roster(month)
    sums = sort_out(month, who.hired)
    cases = tuple(case for _, case in cases_of(month, who.hired, sums))
    problems = [*_roster_problems(month, who), *checklist.month_problems(month, cases)]
    warnings = [*checklist.month_warnings(month, cases), *checklist.unpaid_pieces(sums.pieces, sums.titles, cases)]
    if month.kind is RunKind.REGULAR and month.only is None:
        problems += checklist.unshared_entries(sums.pieces.unshared)
        paid = {one.worker.worker_id for one in who.hired}
        warnings += [*checklist.unpaid_advances(month, paid), *checklist.debts_not_asked(month, paid)]
    warnings += checklist.same_numbers(cases)
    warnings += checklist.above_others(cases)
    weeks = weeks_of(month.calendar, month.rules.time)
    for case in cases:
        theirs = month.on(min(case.employed.last, case.slip.period_to or case.employed.last))
        problems.extend(checklist.problems(case, theirs))
        warnings.extend(checklist.warnings(case, theirs))
        warnings.extend(hours_warnings(case, month.rules.time, weeks))
    return Computed(cases, tuple(problems), tuple(warnings))


def cases_of(month: MonthInput, hired: Iterable[Hired], sums: Sums) -> Iterator[tuple[Hired, Case]]:
    """Each worker's case, a person's rows one after the other; with the worker as the case saw it."""
    persons = Persons(month)
    for each in hired:
        worker = persons.now(each.worker)
        one = each if worker is each.worker else replace(each, worker=worker)
        case = case_of(month, one, sums)
        persons.add(case.slip)
        yield one, case


def _roster_problems(month: MonthInput, who: Roster) -> Iterator[Finding]:
    for worker in who.without_terms:
        yield checklist.finding("terms_missing", worker)
    for worker in who.not_left:
        yield checklist.finding("settlement_not_left", worker)
    if month.kind is RunKind.REGULAR and month.only is None:
        yield from checklist.unemployed_records(month, who.present)
