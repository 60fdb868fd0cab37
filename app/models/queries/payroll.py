"""A month's payroll input, set-based: a fixed number of statements whatever the headcount; Core rows, no ORM objects.

Rows marked deleted count for nothing. Of two disputed runs of one month neither counts (DESIGN 4).
"""

from collections.abc import Collection, Iterable, Set
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.calendar import LocalDay, month_calendar
from app.domain.collector import held_back
from app.domain.payroll_input import (
    Adjustment,
    Advance,
    Allowance,
    Instalment,
    Mark,
    MonthInput,
    WorkerInput,
)
from app.domain.periods import HALF_DAY
from app.domain.persons import Debts as OpeningDebts
from app.domain.persons import carriers, with_debts
from app.domain.rulepack import RulePack, payroll_rules
from app.domain.vocabulary import AdjustmentKind, AllowanceRule, MarkKind, PayPeriod, RunKind
from app.models import pay, pay_plans, people, work, workshop
from app.models.queries.month_span import MonthSpan, month_span, week_before
from app.models.queries.payroll_balances import (
    Balances,
    Debts,
    balances,
    instalments,
    load_debts,
    open_balances,
)
from app.models.queries.payroll_figures import load_figures
from app.models.queries.payroll_persons import (
    load_person_years,
    load_persons,
    paid_elsewhere,
    with_rows,
    year_openings,
)
from app.models.queries.payroll_pieces import load_pieces
from app.models.queries.payroll_runs import Reckoned, reckoned
from app.models.queries.payroll_standing import load_standing
from app.models.queries.payroll_workers import (
    Past,
    load_last_gross,
    load_openings,
    load_workers,
    load_year_months,
    load_years,
)
from app.models.queries.runs import run_heads

_MARKS = {kind.value: kind for kind in MarkKind}
_ADDITIONS = {kind.value: kind for kind in AdjustmentKind}


@held_back()
def load_month(
    session: Session,
    workshop_id: int,
    month: str,
    packs: Iterable[RulePack],
    apart: Iterable[date] = (),
    *,
    kind: RunKind = RunKind.REGULAR,
    only: Collection[int] | None = None,
    known: Set[int] | None = None,
) -> MonthInput:
    """Everything ``compute`` needs of a month's run; refuses ``month_unreadable``, ``calendar_unknown``,
    ``pack_missing``.

    ``kind`` and ``only`` (worker ids) say what is paid to whom. ``known`` are the run ids of the month to reckon with,
    to compute a run once more as at its lock; a standing run of the month, or of its first half, is so without it.
    Pieces come summed up over days between which no price changes; no sum reaches over the beginning of a day of
    ``apart``.
    """
    span, rules = month_span(session, workshop_id, month), tuple(packs)
    calendar = month_calendar(month, rules, _local_days(span))
    heads = run_heads(session, workshop_id)
    runs = reckoned(heads, month, kind, known)
    chosen = None if only is None else frozenset(only)
    debts, past = _past(span, runs, rules, kind, chosen)
    workers, plans = _of_people(span, debts, load_workers(span, past), instalments(debts, month, runs, runs.before))
    made = load_pieces(span, {day.isoformat() for day in apart} | _apart(span, workers))
    disputed = {head.month for head in heads if head.disputed and head.month != month}
    figures, wages = load_figures(span, rules, workers), payroll_rules(rules, span.last)
    return MonthInput(
        month=month,
        workshop=figures.last.workshop,
        calendar=calendar,
        rules=replace(wages, stamps=(*wages.stamps, *figures.stamps)),
        workers=workers,
        marks=_marks(span),
        earlier=_marks(week_before(span)) if span.first.weekday() else (),
        items=made.items,
        prices=made.prices,
        pieces=made.pieces,
        teams=made.teams,
        adjustments=_adjustments(span),
        advances=_advances(span),
        disputed_months=tuple(sorted(disputed)),
        kind=kind,
        only=chosen,
        allowances=_allowances(span),
        instalments=plans,
        social=figures.last.social,
        region_minimum=figures.last.region_minimum,
        before=figures.before,
        paid_whole=month in runs.regular,
    )


def _past(
    span: MonthSpan, runs: Reckoned, packs: tuple[RulePack, ...], kind: RunKind, only: frozenset[int] | None
) -> tuple[Debts, Past]:
    """What earlier months and the month's standing slips say of its workers."""
    openings = load_openings(span)
    debts = load_debts(span, openings, runs)
    years, covered = load_years(span, runs)
    corrected = (only or frozenset()) if kind is RunKind.CORRECTION else None
    persons = load_persons(span)
    standing = load_standing(span, runs, None if corrected is None else with_rows(persons, corrected))
    elsewhere, tax_openings = paid_elsewhere(standing, persons), year_openings(openings, persons, span.first.year)
    past = Past(
        openings=tax_openings,
        years=years | load_person_years(span, runs, tax_openings, persons, elsewhere),
        covered=covered,
        last_gross=load_last_gross(span, runs),
        balances=balances(debts, span.month, runs, runs.before),
        standing=standing,
        open=Balances() if corrected is None else open_balances(debts, span.month, runs),
        year=load_year_months(span, runs, tax_openings, persons, corrected, packs),
        elsewhere=elsewhere,
    )
    return debts, past


def _of_people(
    span: MonthSpan, debts: Debts, workers: tuple[WorkerInput, ...], plans: Iterable[Instalment]
) -> tuple[tuple[WorkerInput, ...], tuple[Instalment, ...]]:
    """Workers and instalments, where what a person's earlier rows owe is asked of the row employed in the month."""
    carried = carriers(workers, span.first, span.last)
    moved = (replace(row, worker_id=carried.get(row.worker_id, row.worker_id)) for row in plans)
    openings = {one: OpeningDebts(row.damage_fen, row.advance_fen) for one, row in debts.openings.items()}
    return with_debts(workers, carried, openings), tuple(moved)


def _apart(span: MonthSpan, workers: Iterable[WorkerInput]) -> set[str]:
    """Days at which what pieces are paid by, or which run pays them, changes for some worker."""
    days = {row.valid_from for one in workers if len(one.terms) > 1 for row in one.terms}
    for worker in workers:
        half = any(row.period is PayPeriod.HALF_MONTH for row in worker.terms)
        days |= {span.first.replace(day=HALF_DAY + 1)} if half else set()
        days |= {slip.period_to + timedelta(days=1) for slip in worker.standing if slip.period_to is not None}
    return {day.isoformat() for day in days}


def _allowances(span: MonthSpan) -> tuple[Allowance, ...]:
    """The recurring allowances that are in force on some day of the month."""
    table = pay_plans.AllowancePlan
    columns = (table.worker_id, table.name, table.rule, table.amount_fen, table.valid_from, table.valid_to)
    begun = table.valid_from <= span.last.isoformat()
    ended = func.coalesce(table.valid_to, "9999") < span.first.isoformat()
    return tuple(
        Allowance(
            worker_id=row.worker_id,
            name=row.name,
            rule=AllowanceRule(row.rule),
            amount_fen=row.amount_fen,
            valid_from=date.fromisoformat(row.valid_from),
            valid_to=date.fromisoformat(row.valid_to) if row.valid_to else None,
            special=bool(row.special),
        )
        for row in span.rows(select(*columns, table.special).where(begun, ~ended), table)
    )


def _local_days(span: MonthSpan) -> list[LocalDay]:
    table = workshop.CalendarDay
    whole = replace(span, first=week_before(span).first)
    rows = whole.dated(select(table.date, table.name, table.statutory), table)
    return [LocalDay(date.fromisoformat(row.date), row.name, bool(row.statutory)) for row in rows]


def _marks(span: MonthSpan) -> tuple[Mark, ...]:
    table = work.Attendance
    worker_ids = select(people.Worker.id).where(people.Worker.workshop_id == span.workshop_id)  # leads into the key
    key = (table.worker_id, table.mark, table.normal_minutes, table.extra_minutes)
    statement = select(*key, func.aggregate_strings(table.date, ",")).where(table.worker_id.in_(worker_ids))
    return tuple(
        Mark(worker_id, span.dates(dates), _MARKS[mark], normal, extra)
        for worker_id, mark, normal, extra, dates in span.dated(statement.group_by(*key), table)
    )


# ---------------------------------------------------------------- additions, deductions, advances


def _adjustments(span: MonthSpan) -> tuple[Adjustment, ...]:
    table = pay.Adjustment
    statement = select(table.worker_id, table.kind, table.item, table.amount_fen).where(table.month == span.month)
    rows = span.rows(statement, table)
    return tuple(Adjustment(worker_id, _ADDITIONS[kind], item, fen) for worker_id, kind, item, fen in rows)


def _advances(span: MonthSpan) -> tuple[Advance, ...]:
    table = pay.Advance
    rows = span.dated(select(table.worker_id, table.date, table.amount_fen, table.monthly_fen), table)
    return tuple(Advance(worker_id, span.days[day], fen, monthly) for worker_id, day, fen, monthly in rows)
