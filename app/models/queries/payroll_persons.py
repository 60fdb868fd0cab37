"""People employed again: the tax year is one person's with one employer, whatever rows of workers hold its months.

Cumulative withholding goes by person and employer (国家税务总局公告 2018 年第 61 号 6); the ID number tells a person.
Of several rows' openings the last one of the year says what came before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from sqlalchemy import exists, func, select

from app.domain.payroll_input import NO_YEAR, PaidSlip, YearToDate
from app.domain.persons import paid_as
from app.domain.vocabulary import Relation
from app.models.pay import PayrollRun, SlipRow
from app.models.people import Worker
from app.models.queries.month_span import AnyRow, MonthSpan
from app.models.queries.payroll_runs import Reckoned

WAGES = frozenset({Relation.FULL_TIME, Relation.PART_TIME})

EMPLOYED = exists().where(
    *(Worker.workshop_id == SlipRow.workshop_id, Worker.id == SlipRow.worker_id),
    *(PayrollRun.workshop_id == SlipRow.workshop_id, PayrollRun.id == SlipRow.run_id),
    func.substr(Worker.hired_on, 1, 7) <= PayrollRun.month,
    func.coalesce(Worker.left_on, "9999") >= PayrollRun.month,
)
"""Whether a slip's worker is employed in its month, by today's dates: a correction leaves nothing of a month where
not, and RULES 6 has the year as a clean run's, which knows no such month.
"""

Persons = Mapping[int, frozenset[int]]
"""The rows (worker ids) of a person by each of them; who has one row only is not in it."""


def load_persons(span: MonthSpan) -> Persons:
    """Workers who share an ID number; one statement."""
    rows: dict[str, set[int]] = defaultdict(set)
    for row in span.rows(select(Worker.id, Worker.id_number).where(Worker.id_number != ""), Worker):
        rows[row.id_number].add(row.id)
    return {one: frozenset(ids) for ids in rows.values() if len(ids) > 1 for one in ids}


def with_rows(persons: Persons, workers: Set[int]) -> frozenset[int]:
    """The workers and all rows of theirs."""
    return frozenset(row for worker in workers for row in persons.get(worker, frozenset({worker})))


def year_openings(openings: Mapping[int, AnyRow], persons: Persons, year: int) -> dict[int, AnyRow]:
    """The opening that tells each worker's tax year: of several rows of a person, the year's last."""
    found = dict(openings)
    for worker, rows in persons.items():
        own = [openings[row] for row in sorted(rows & openings.keys()) if openings[row].year == year]
        if own:
            found[worker] = max(own, key=lambda opening: opening.before_month)
    return found


def load_person_years(
    span: MonthSpan,
    runs: Reckoned,
    openings: Mapping[int, AnyRow],
    persons: Persons,
    elsewhere: Mapping[int, YearToDate],
) -> dict[int, YearToDate]:
    """The year of who has several rows: their earlier months after the opening, a month once; one statement.

    What other rows were paid ``elsewhere`` in this month counts too, but for the month and its additional deductions:
    these the slip counts.
    """
    months = {run_id: month for run_id, month in runs.before.items() if span.month[:4] <= month < span.month}
    if not persons:
        return {}
    columns = (SlipRow.run_id, SlipRow.worker_id, SlipRow.gross_fen, SlipRow.social_fen, SlipRow.additional_fen)
    statement = select(*columns, SlipRow.tax_fen, EMPLOYED.label("employed")).where(
        SlipRow.run_id.in_(list(months)),
        SlipRow.worker_id.in_(list(persons)),
        SlipRow.relation.in_([relation.value for relation in WAGES]),
    )
    slips: dict[int, list[AnyRow]] = defaultdict(list)
    for slip in span.rows(statement, SlipRow):
        slips[slip.worker_id].append(slip)
    found = {}
    for worker, rows in persons.items():
        opening = openings.get(worker)
        after = opening.before_month if opening is not None else ""
        own = [slip for row in rows for slip in slips[row] if months[slip.run_id] >= after]
        other = elsewhere.get(worker, YearToDate())
        found[worker] = YearToDate(
            months=len(counted_months(own, months)),
            income_fen=sum(slip.gross_fen for slip in own) + other.income_fen,
            social_fen=sum(slip.social_fen for slip in own) + other.social_fen,
            additional_fen=additional_of(own, months),
            withheld_fen=sum(slip.tax_fen for slip in own) + other.withheld_fen,
        )
    return found


def counted_months(slips: Iterable[AnyRow], months: Mapping[int, str]) -> set[str]:
    """The months of a person's slips; not those corrected to nothing, in which the person was not employed at all."""
    kept = tuple(slips)
    found = {months[slip.run_id] for slip in kept if slip.employed}
    left: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for slip in kept:
        for place, fen in enumerate((slip.gross_fen, slip.social_fen, slip.additional_fen)):
            left[months[slip.run_id]][place] += fen
    return found | {month for month, sums in left.items() if any(sums)}


def additional_of(slips: Iterable[AnyRow], months: Mapping[int, str]) -> int:
    """Additional deductions of a person's slips: those of a month once, whichever of its rows has more."""
    sums: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for slip in slips:
        sums[months[slip.run_id]][slip.worker_id] += slip.additional_fen
    return sum(max(rows.values()) for rows in sums.values())


def paid_elsewhere(standing: Mapping[int, tuple[PaidSlip, ...]], persons: Persons) -> dict[int, YearToDate]:
    """What a person's other rows were paid as wages in the same month by standing slips."""
    found = {}
    for worker, rows in persons.items():
        wages = paid_as((standing.get(row, ()) for row in sorted(rows - {worker})), wages=True)
        if wages != NO_YEAR:
            found[worker] = wages
    return found
