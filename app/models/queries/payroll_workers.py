"""Workers of a month with pay terms, year to date and balances, for ``app.models.queries.payroll``."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import exists, func, select

from app.domain.calendar import month_ends
from app.domain.payroll_input import NO_YEAR, PaidSlip, PayTerms, WorkerInput, YearMonth, YearToDate
from app.domain.rulepack import RulePack, WageTax, figures_on
from app.domain.tax import year_so_far
from app.domain.vocabulary import Basis, PayPeriod, Relation, TaxMethod
from app.models.pay import PayrollRun, SlipRow
from app.models.people import Opening, PayTerm, Worker
from app.models.queries.month_span import AnyRow, MonthSpan
from app.models.queries.payroll_balances import Balances
from app.models.queries.payroll_persons import EMPLOYED, Persons, additional_of, counted_months, with_rows
from app.models.queries.payroll_runs import Reckoned

_RELATIONS = {relation.value: relation for relation in Relation}
_BASES = {basis.value: basis for basis in Basis}
_METHODS = {method.value: method for method in TaxMethod}
_PERIODS = {period.value: period for period in PayPeriod}
_WAGES = (Relation.FULL_TIME.value, Relation.PART_TIME.value)


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier records say, by worker: openings, year to date, last month's gross, balances, and the month's slips.

    ``openings`` tell the tax year, ``elsewhere`` what a person's other rows were paid this month (payroll_persons).
    ``open`` are the balances after all runs, for a correction only; ``year`` months of the tax year (load_year_months).
    """

    openings: Mapping[int, AnyRow]
    years: Mapping[int, YearToDate]
    covered: Mapping[int, str]
    last_gross: Mapping[int, int]
    balances: Balances
    standing: Mapping[int, tuple[PaidSlip, ...]]
    open: Balances
    year: Mapping[int, tuple[YearMonth, ...]]
    elsewhere: Mapping[int, YearToDate]


def load_workers(span: MonthSpan, past: Past) -> tuple[WorkerInput, ...]:
    """Every worker of the workshop (who is employed in the month, ``compute`` says); two statements."""
    terms = _terms(span)
    columns = (Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on, Worker.id_number, Worker.phone)
    rows = span.rows(select(*columns, Worker.bank, Worker.account), Worker)
    return tuple(_worker(row, terms.get(row.id, ()), past, span) for row in rows)


def _worker(row: AnyRow, terms: tuple[PayTerms, ...], past: Past, span: MonthSpan) -> WorkerInput:
    owed, left = past.balances, past.open
    worker_id = row.id
    return WorkerInput(
        worker_id=worker_id,
        no=row.no,
        name=row.name,
        hired=date.fromisoformat(row.hired_on),
        left=date.fromisoformat(row.left_on) if row.left_on else None,
        terms=terms,
        id_number=row.id_number,
        phone=row.phone,
        bank=row.bank,
        bank_account=row.account,
        opening=_opening_year(past.openings.get(worker_id), span.first.year),
        locked=past.years.get(worker_id, NO_YEAR),
        covered=past.covered.get(worker_id, ""),
        damage_brought_fen=owed.damage.get(worker_id, 0),
        advance_brought_fen=owed.advance.get(worker_id, 0),
        last_gross_fen=past.last_gross.get(worker_id),
        damage_later_fen=owed.damage_later.get(worker_id, 0),
        advance_later_fen=owed.advance_later.get(worker_id, 0),
        other_plan_fen=owed.other_plan.get(worker_id, 0),
        other_later_fen=owed.other_later.get(worker_id, 0),
        standing=past.standing.get(worker_id, ()),
        year=past.year.get(worker_id, ()),
        elsewhere=past.elsewhere.get(worker_id, NO_YEAR),
        damage_open_fen=left.damage.get(worker_id, 0),
        advance_open_fen=left.advance.get(worker_id, 0),
        damage_open_later_fen=left.damage_later.get(worker_id, 0),
        advance_open_later_fen=left.advance_later.get(worker_id, 0),
        other_plan_open_fen=left.other_plan.get(worker_id, 0),
    )


def _opening_year(opening: AnyRow | None, year: int) -> YearToDate:
    if opening is None or opening.year != year:
        return NO_YEAR
    return YearToDate(
        opening.months, opening.income_fen, opening.social_fen, opening.additional_fen, opening.withheld_fen
    )


def _terms(span: MonthSpan) -> dict[int, tuple[PayTerms, ...]]:
    columns = (PayTerm.worker_id, PayTerm.valid_from, PayTerm.relation, PayTerm.basis, PayTerm.rate_fen)
    more = (PayTerm.social_fen, PayTerm.additional_fen, PayTerm.tax_method, PayTerm.period, PayTerm.social_base_fen)
    found: dict[int, list[PayTerms]] = defaultdict(list)
    for worker_id, since, relation, basis, rate, social, additional, method, period, base in span.rows(
        select(*columns, *more), PayTerm
    ):
        begun = (date.fromisoformat(since), _RELATIONS[relation], _BASES[basis], rate or 0, social, additional)
        found[worker_id].append(PayTerms(*begun, _METHODS[method], _PERIODS[period], base))
    return {worker_id: tuple(rows) for worker_id, rows in found.items()}


# ---------------------------------------------------------------- earlier months


def load_openings(span: MonthSpan) -> dict[int, AnyRow]:
    """The last opening of each worker that does not begin after this month."""
    columns = (Opening.worker_id, Opening.year, Opening.before_month, Opening.months, Opening.income_fen)
    more = (Opening.social_fen, Opening.additional_fen, Opening.withheld_fen, Opening.advance_fen, Opening.damage_fen)
    statement = select(*columns, *more).where(Opening.before_month <= span.month).order_by(Opening.before_month)
    return {row.worker_id: row for row in span.rows(statement, Opening)}


def load_years(span: MonthSpan, runs: Reckoned) -> tuple[dict[int, YearToDate], dict[int, str]]:
    """Sums of the year's earlier wage slips after each worker's opening, and the first locked month an opening covers.

    A month counts once, however many slips it has; gap months do not count, services slips never do, nor what was
    corrected to nothing.
    """
    run_ids = [run_id for run_id, month in runs.before.items() if span.month[:4] <= month < span.month]
    covered = exists().where(
        *(Opening.workshop_id == SlipRow.workshop_id, Opening.worker_id == SlipRow.worker_id, Opening.deleted == 0),
        *(Opening.year == span.first.year, Opening.before_month <= span.month),
        Opening.before_month > PayrollRun.month,
    )
    sums = map(func.sum, (SlipRow.gross_fen, SlipRow.social_fen, SlipRow.additional_fen, SlipRow.tax_fen))
    statement = (
        select(SlipRow.worker_id, covered, PayrollRun.month, func.max(EMPLOYED), *sums)
        .join(PayrollRun, (PayrollRun.workshop_id == SlipRow.workshop_id) & (PayrollRun.id == SlipRow.run_id))
        .where(SlipRow.run_id.in_(run_ids), SlipRow.relation.in_(_WAGES))
        .group_by(SlipRow.worker_id, covered, PayrollRun.month)
        .order_by(PayrollRun.month)
    )
    after: dict[int, YearToDate] = defaultdict(lambda: NO_YEAR)
    found: dict[int, str] = {}
    for worker_id, before, month, employed, gross, social, additional, tax in span.rows(statement, SlipRow):
        if before:
            found.setdefault(worker_id, month)
        else:
            counts = int(bool(employed or gross or social or additional))
            after[worker_id] = year_so_far(after[worker_id], YearToDate(counts, gross, social, additional, tax))
    return dict(after), found


def load_last_gross(span: MonthSpan, runs: Reckoned) -> dict[int, int]:
    """Each worker's gross of the month before, corrections and all."""
    before = f"{span.first - timedelta(days=1):%Y-%m}"
    run_ids = [run_id for run_id, month in runs.before.items() if month == before]
    statement = select(SlipRow.worker_id, func.sum(SlipRow.gross_fen)).where(SlipRow.run_id.in_(run_ids))
    return {row[0]: row[1] for row in span.rows(statement.group_by(SlipRow.worker_id), SlipRow)}


def load_year_months(
    span: MonthSpan,
    runs: Reckoned,
    openings: Mapping[int, AnyRow],
    persons: Persons,
    corrected: Set[int] | None,
    packs: Iterable[RulePack],
) -> dict[int, tuple[YearMonth, ...]]:
    """The wage months of the tax year after the workers' openings, as all slips of all their rows sum up.

    Of ``corrected`` workers every month; None: of all workers the months later than this, locked before it.
    """
    year, known = span.month[:4], tuple(packs)
    if corrected is None:
        months = {run_id: month for run_id, month in runs.before.items() if span.month < month and month[:4] == year}
    else:
        months = {run_id: month for run_id, month in runs.counted.items() if month[:4] == year}
    if not months:
        return {}
    whose = () if corrected is None else (SlipRow.worker_id.in_(list(with_rows(persons, corrected))),)
    columns = (SlipRow.run_id, SlipRow.worker_id, SlipRow.gross_fen, SlipRow.social_fen, SlipRow.additional_fen)
    statement = select(*columns, SlipRow.tax_fen, SlipRow.tax_method, EMPLOYED.label("employed")).where(
        SlipRow.run_id.in_(list(months)), *whose, SlipRow.relation.in_(_WAGES)
    )
    found: dict[int, dict[str, list[AnyRow]]] = defaultdict(lambda: defaultdict(list))
    for row in span.rows(statement.order_by(SlipRow.run_id), SlipRow):
        for worker_id in persons.get(row.worker_id, (row.worker_id,)):
            opening = openings.get(worker_id)
            if opening is None or months[row.run_id] >= opening.before_month:
                found[worker_id][months[row.run_id]].append(row)
    rules = {month: figures_on(known, "wage_tax", month_ends(month)[1], WageTax)[0] for month in set(months.values())}
    return {
        worker_id: tuple(_year_month(months, rows, rules) for _, rows in sorted(by_month.items()))
        for worker_id, by_month in found.items()
    }


def _year_month(months: Mapping[int, str], rows: list[AnyRow], rules: Mapping[str, WageTax]) -> YearMonth:
    month = months[rows[0].run_id]
    return YearMonth(
        month=month,
        income_fen=sum(row.gross_fen for row in rows),
        social_fen=sum(row.social_fen for row in rows),
        additional_fen=additional_of(rows, months),
        withheld_fen=sum(row.tax_fen for row in rows),
        method=_METHODS[rows[-1].tax_method],
        rules=rules[month],
        months=len(counted_months(rows, months)),
    )
