"""Workers of a month with pay terms, year to date and balances, for ``app.models.queries.payroll``.

Balances are summed, never stored (DESIGN 4): the opening, plus what was asked for in months with a counted run, less
what those runs took. So a record typed in after its month was locked is asked for in the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import exists, func, select

from app.domain.payroll_input import NO_YEAR, PayTerms, WorkerInput, YearToDate
from app.domain.vocabulary import AdjustmentKind, Basis, Relation, TaxMethod
from app.models.pay import Adjustment, Advance, PayrollRun, SlipRow
from app.models.people import Opening, PayTerm, Worker
from app.models.queries.month_span import AnyRow, MonthSpan
from app.models.queries.runs import RunHead

_RELATIONS = {relation.value: relation for relation in Relation}
_BASES = {basis.value: basis for basis in Basis}
_METHODS = {method.value: method for method in TaxMethod}
_WAGES = (Relation.FULL_TIME.value, Relation.PART_TIME.value)


@dataclass(frozen=True, slots=True)
class _Past:
    """What earlier records say, by worker: openings, year to date, last month's gross, and balances by month."""

    openings: Mapping[int, AnyRow]
    years: Mapping[int, YearToDate]
    covered: Mapping[int, str]
    last_gross: Mapping[int, int]
    damage: Mapping[int, Mapping[str, int]]
    advances: Mapping[int, Mapping[str, int]]


def load_workers(span: MonthSpan, heads: Iterable[RunHead]) -> tuple[WorkerInput, ...]:
    """Every worker of the workshop (who is employed in the month, ``compute`` says); ten statements at most."""
    terms = _terms(span)
    past = _past(span, _other_months(span.month, heads))
    columns = (Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on, Worker.id_number, Worker.phone)
    rows = span.rows(select(*columns, Worker.bank, Worker.account), Worker)
    return tuple(_worker(row, terms.get(row.id, ()), past, span) for row in rows)


def _other_months(month: str, heads: Iterable[RunHead]) -> dict[int, str]:
    """Counted runs (run to month) whose figures belong before this month's.

    A month not locked yet also nets what later months, locked before it, took; a locked one is computed as at its lock.
    """
    counted = {head.run_id: head.month for head in heads if head.counts}
    locked = month in counted.values()
    return {run_id: other for run_id, other in counted.items() if other < month or (other > month and not locked)}


def _worker(row: AnyRow, terms: tuple[PayTerms, ...], past: _Past, span: MonthSpan) -> WorkerInput:
    opening = past.openings.get(row.id)
    since = opening.before_month if opening is not None else ""
    damage, advances = past.damage.get(row.id, {}), past.advances.get(row.id, {})
    return WorkerInput(
        worker_id=row.id,
        no=row.no,
        name=row.name,
        hired=date.fromisoformat(row.hired_on),
        left=date.fromisoformat(row.left_on) if row.left_on else None,
        terms=terms,
        id_number=row.id_number,
        phone=row.phone,
        bank=row.bank,
        bank_account=row.account,
        opening=_opening_year(opening, span.first.year),
        locked=past.years.get(row.id, NO_YEAR),
        covered=past.covered.get(row.id, ""),
        damage_brought_fen=(opening.damage_fen if opening is not None else 0) + _since(damage, since),
        advance_brought_fen=(opening.advance_fen if opening is not None else 0) + _since(advances, since),
        last_gross_fen=past.last_gross.get(row.id),
    )


def _since(by_month: Mapping[str, int], since: str) -> int:
    """Sum of the months an opening does not cover."""
    return sum(fen for month, fen in by_month.items() if month >= since)


def _opening_year(opening: AnyRow | None, year: int) -> YearToDate:
    if opening is None or opening.year != year:
        return NO_YEAR
    return YearToDate(
        opening.months, opening.income_fen, opening.social_fen, opening.additional_fen, opening.withheld_fen
    )


def _terms(span: MonthSpan) -> dict[int, tuple[PayTerms, ...]]:
    columns = (PayTerm.worker_id, PayTerm.valid_from, PayTerm.relation, PayTerm.basis, PayTerm.rate_fen)
    more = (PayTerm.social_fen, PayTerm.additional_fen, PayTerm.tax_method)
    found: dict[int, list[PayTerms]] = defaultdict(list)
    for worker_id, since, relation, basis, rate, social, additional, method in span.rows(
        select(*columns, *more), PayTerm
    ):
        valid_from = date.fromisoformat(since)
        found[worker_id].append(
            PayTerms(valid_from, _RELATIONS[relation], _BASES[basis], rate or 0, social, additional, _METHODS[method])
        )
    return {worker_id: tuple(rows) for worker_id, rows in found.items()}


# ---------------------------------------------------------------- earlier months


def _past(span: MonthSpan, counted: Mapping[int, str]) -> _Past:
    """Five statements, and three more where there are counted runs of other months (``counted``: run to month)."""
    year = [run_id for run_id, month in counted.items() if span.month[:4] <= month < span.month]
    before = f"{span.first - timedelta(days=1):%Y-%m}"
    last = [run_id for run_id, month in counted.items() if month == before]
    damage, advances = _taken(span, counted)
    months = set(counted.values())
    for worker_id, month, fen in _asked_damage(span):
        damage[worker_id][month] += fen if month in months else 0
    for worker_id, month, fen in _asked_advances(span):
        advances[worker_id][month] += fen if month in months else 0
    years, covered = _years(span, year)
    return _Past(_openings(span), years, covered, _gross(span, last), damage, advances)


def _openings(span: MonthSpan) -> dict[int, AnyRow]:
    """The last opening of each worker that does not begin after this month."""
    columns = (Opening.worker_id, Opening.year, Opening.before_month, Opening.months, Opening.income_fen)
    more = (Opening.social_fen, Opening.additional_fen, Opening.withheld_fen, Opening.advance_fen, Opening.damage_fen)
    statement = select(*columns, *more).where(Opening.before_month <= span.month).order_by(Opening.before_month)
    return {row.worker_id: row for row in span.rows(statement, Opening)}


def _years(span: MonthSpan, run_ids: list[int]) -> tuple[dict[int, YearToDate], dict[int, str]]:
    """Sums of the year's wage slips after each worker's opening, and the first locked month an opening covers.

    Gap months do not count, services slips never do.
    """
    covered = exists().where(
        *(Opening.workshop_id == SlipRow.workshop_id, Opening.worker_id == SlipRow.worker_id, Opening.deleted == 0),
        *(Opening.year == span.first.year, Opening.before_month <= span.month),
        Opening.before_month > PayrollRun.month,
    )
    sums = (SlipRow.gross_fen, SlipRow.social_fen, SlipRow.additional_fen, SlipRow.tax_fen)
    statement = (
        select(SlipRow.worker_id, covered, func.min(PayrollRun.month), func.count(), *map(func.sum, sums))
        .join(PayrollRun, (PayrollRun.workshop_id == SlipRow.workshop_id) & (PayrollRun.id == SlipRow.run_id))
        .where(SlipRow.run_id.in_(run_ids), SlipRow.relation.in_(_WAGES))
        .group_by(SlipRow.worker_id, covered)
    )
    rows = span.rows(statement, SlipRow)
    after = {row[0]: YearToDate(*row[3:]) for row in rows if not row[1]}
    return after, {row[0]: row[2] for row in rows if row[1]}


def _gross(span: MonthSpan, run_ids: list[int]) -> dict[int, int]:
    statement = select(SlipRow.worker_id, func.sum(SlipRow.gross_fen)).where(SlipRow.run_id.in_(run_ids))
    return {row[0]: row[1] for row in span.rows(statement.group_by(SlipRow.worker_id), SlipRow)}


_ByMonth = dict[int, dict[str, int]]


def _taken(span: MonthSpan, counted: Mapping[int, str]) -> tuple[_ByMonth, _ByMonth]:
    """What counted runs took of damage and advances, as negative fen by worker and month."""
    damage: _ByMonth = defaultdict(lambda: defaultdict(int))
    advances: _ByMonth = defaultdict(lambda: defaultdict(int))
    statement = select(SlipRow.run_id, SlipRow.worker_id, SlipRow.damage_fen, SlipRow.advance_fen).where(
        SlipRow.run_id.in_(list(counted)), (SlipRow.damage_fen != 0) | (SlipRow.advance_fen != 0)
    )
    for row in span.rows(statement, SlipRow):
        damage[row.worker_id][counted[row.run_id]] -= row.damage_fen
        advances[row.worker_id][counted[row.run_id]] -= row.advance_fen
    return damage, advances


def _asked_damage(span: MonthSpan) -> list[AnyRow]:
    statement = (
        select(Adjustment.worker_id, Adjustment.month, func.sum(Adjustment.amount_fen))
        .where(Adjustment.kind == AdjustmentKind.DAMAGE.value)
        .group_by(Adjustment.worker_id, Adjustment.month)
    )
    return span.rows(statement, Adjustment)


def _asked_advances(span: MonthSpan) -> list[AnyRow]:
    month = func.substr(Advance.date, 1, 7)
    statement = select(Advance.worker_id, month, func.sum(Advance.amount_fen)).group_by(Advance.worker_id, month)
    return span.rows(statement, Advance)
