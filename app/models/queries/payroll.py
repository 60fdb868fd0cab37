"""A month's payroll input, set-based: a fixed number of statements whatever the headcount; Core rows, no ORM objects.

Rows marked deleted count for nothing. Of two disputed runs of one month neither counts (DESIGN 4).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from sqlalchemy import case, func, literal, select
from sqlalchemy.orm import Session

from app.domain.calendar import LocalDay, month_calendar
from app.domain.payroll_input import (
    Adjustment,
    Advance,
    Allowance,
    Instalment,
    Mark,
    MonthInput,
    PieceEntry,
    PieceItem,
    PiecePrice,
    TeamEntry,
    TeamShare,
    WorkerInput,
)
from app.domain.periods import HALF_DAY
from app.domain.persons import Debts as OpeningDebts
from app.domain.persons import carriers, with_debts
from app.domain.rulepack import RulePack, payroll_rules
from app.domain.vocabulary import AdjustmentKind, AllowanceRule, MarkKind, PayPeriod, RunKind, TimeKind
from app.models import goods, pay, pay_plans, people, work, workshop
from app.models.queries.month_span import AnyRow, MonthSpan, month_span, week_before
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
_TIMES = {kind.value: kind for kind in TimeKind}
_ADDITIONS = {kind.value: kind for kind in AdjustmentKind}

_Key = tuple[int, str]
"""Process and grade of an item."""


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
    prices = _prices(span)
    changes = {row.valid_from for row in prices} | {day.isoformat() for day in apart} | _apart(span, workers)
    pieces, teams = _pieces(span, changes), _teams(span)
    numbers, items = _items(span, [*prices, *pieces, *teams])
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
        items=items,
        prices=tuple(
            PiecePrice(numbers[row.process_id, row.grade], date.fromisoformat(row.valid_from), row.price_e4)
            for row in prices
        ),
        pieces=tuple(_piece_entry(row, numbers, span.days) for row in pieces),
        teams=tuple(_team_entries(teams, numbers, span.days)),
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
    table, days = work.Attendance, span.days
    worker_ids = select(people.Worker.id).where(people.Worker.workshop_id == span.workshop_id)  # leads into the key
    key = (table.worker_id, table.mark, table.normal_minutes, table.extra_minutes)
    statement = select(*key, func.aggregate_strings(table.date, ",")).where(table.worker_id.in_(worker_ids))
    return tuple(
        Mark(worker_id, _dates(dates, days), _MARKS[mark], normal, extra)
        for worker_id, mark, normal, extra, dates in span.dated(statement.group_by(*key), table)
    )


def _dates(text: str, days: Mapping[str, date]) -> tuple[date, ...]:
    """ISO dates with commas between them as dates."""
    return tuple([days[each] for each in text.split(",")])


# ---------------------------------------------------------------- pieces


def _prices(span: MonthSpan) -> list[AnyRow]:
    """Every price in force in the month or before it."""
    table = goods.PiecePrice
    statement = select(table.process_id, table.grade, table.valid_from, table.price_e4)
    return span.rows(statement.where(table.valid_from <= span.last.isoformat()), table)


def _pieces(span: MonthSpan, changes: Iterable[str]) -> list[AnyRow]:
    """Entries of one worker each, payable (合格 + 料废) summed up between the ISO dates of ``changes``."""
    table = work.PieceEntry
    inside = sorted(day for day in changes if span.first.isoformat() < day <= span.last.isoformat())
    period = [sum((case((table.date >= day, 1), else_=0) for day in inside), literal(0))] if inside else []
    key = (table.process_id, table.grade, table.worker_id, table.time_kind)
    payable = func.sum(table.good_milli + table.material_scrap_milli).label("payable")
    statement = select(*key, payable, func.aggregate_strings(table.date, ",").label("dates"))
    return span.dated(statement.where(table.worker_id.is_not(None)).group_by(*key, *period), table)


def _piece_entry(row: AnyRow, numbers: Mapping[_Key, int], days: Mapping[str, date]) -> PieceEntry:
    process_id, grade, worker_id, kind, payable, dates = row
    return PieceEntry(worker_id, _dates(dates, days), numbers[process_id, grade], _TIMES[kind], payable)


def _teams(span: MonthSpan) -> list[AnyRow]:
    """Entries without a worker of their own, a row for each share in the order of the names, or one where none is."""
    entry, share = work.PieceEntry, work.TeamShare
    payable = (entry.good_milli + entry.material_scrap_milli).label("payable")
    columns = (entry.process_id, entry.grade, entry.id, entry.date, entry.time_kind, payable)
    own = (share.entry_id == entry.id) & (share.workshop_id == entry.workshop_id) & (share.deleted == 0)
    statement = select(*columns, share.worker_id, share.weight_milli).outerjoin(share, own)
    ordered = statement.order_by(entry.id, share.position, share.worker_id)
    return span.dated(ordered.where(entry.worker_id.is_(None)), entry)


def _team_entries(rows: Iterable[AnyRow], numbers: Mapping[_Key, int], days: Mapping[str, date]) -> Iterator[TeamEntry]:
    for entry_id, group in groupby(rows, key=attrgetter("id")):
        shared = [*group]
        first = shared[0]
        yield TeamEntry(
            entry_id=entry_id,
            day=days[first.date],
            item_id=numbers[first.process_id, first.grade],
            kind=_TIMES[first.time_kind],
            payable_milli=first.payable,
            shares=tuple(TeamShare(row.worker_id, row.weight_milli) for row in shared if row.worker_id is not None),
        )


def _items(span: MonthSpan, rows: Iterable[AnyRow]) -> tuple[Mapping[_Key, int], tuple[PieceItem, ...]]:
    """Process and grade of every price and entry (the first two columns of ``rows``) by a number of their own, with
    the names people know them by.
    """
    process, product = goods.Process, goods.Product
    statement = select(process.id, process.name, product.name).join(
        product, (product.id == process.product_id) & (product.workshop_id == span.workshop_id)
    )
    own = statement.where(process.workshop_id == span.workshop_id)
    names = {row[0]: row[1:] for row in span.session.connection().execute(own)}
    numbers = {key: number for number, key in enumerate(sorted({row[:2] for row in rows}), 1)}
    items = tuple(PieceItem(n, names[key[0]][1], names[key[0]][0], key[1]) for key, n in numbers.items())
    return numbers, items


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
