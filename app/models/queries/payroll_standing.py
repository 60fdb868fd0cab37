"""The month's slips that stand already, as ``compute`` reckons with them."""

from collections import defaultdict
from collections.abc import Mapping, Set
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import PaidLine, PaidSlip
from app.domain.vocabulary import Relation, RunKind
from app.domain.worktime import DAY_MINUTES
from app.models.pay import SlipLine, SlipRow
from app.models.queries.month_span import AnyRow, MonthSpan
from app.models.queries.payroll_runs import Reckoned

_WANTED = frozenset(LineCode) - {LineCode.SOCIAL, LineCode.TAX, LineCode.DAMAGE, LineCode.ADVANCE}
_COLUMNS = (
    SlipRow.run_id, SlipRow.worker_id, SlipRow.relation, SlipRow.period_from, SlipRow.period_to, SlipRow.gross_fen,
    SlipRow.social_fen, SlipRow.additional_fen, SlipRow.tax_fen, SlipRow.other_fen, SlipRow.damage_fen,
    SlipRow.advance_fen, SlipRow.net_fen, SlipRow.normal_minutes, SlipRow.overtime_minutes, SlipRow.rest_day_minutes,
    SlipRow.statutory_minutes, SlipRow.unpaid_days,
)  # fmt: skip


def load_standing(span: MonthSpan, runs: Reckoned, whose: Set[int] | None) -> dict[int, tuple[PaidSlip, ...]]:
    """Standing slips by worker, the earliest run first, with all lines of earnings and other deductions; two
    statements where there are any.

    ``whose`` names the workers wanted; None: everybody.
    """
    kinds = {head.run_id: RunKind(head.kind) for head in runs.standing}
    if not kinds:
        return {}
    order = {run_id: place for place, run_id in enumerate(kinds)}
    statement = select(*_COLUMNS).where(SlipRow.run_id.in_(list(kinds)))
    rows = span.rows(statement if whose is None else statement.where(SlipRow.worker_id.in_(list(whose))), SlipRow)
    lines = _lines(span, list(kinds), {row.worker_id for row in rows})
    found: dict[int, list[PaidSlip]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: order[one.run_id]):
        found[row.worker_id].append(_paid(row, kinds[row.run_id], lines.get((row.run_id, row.worker_id), ())))
    return {worker_id: tuple(slips) for worker_id, slips in found.items()}


def _lines(span: MonthSpan, run_ids: list[int], workers: Set[int]) -> Mapping[tuple[int, int], tuple[PaidLine, ...]]:
    columns = (SlipLine.run_id, SlipLine.worker_id, SlipLine.code, SlipLine.label, SlipLine.amount_fen)
    statement = select(*columns, SlipLine.formula).where(
        SlipLine.run_id.in_(run_ids),
        SlipLine.worker_id.in_(list(workers)),
        SlipLine.code.in_([code.value for code in sorted(_WANTED)]),
    )
    found: dict[tuple[int, int], list[PaidLine]] = defaultdict(list)
    for row in span.rows(statement.order_by(SlipLine.run_id, SlipLine.worker_id, SlipLine.position), SlipLine):
        line = PaidLine(LineCode(row.code), row.label, row.amount_fen, row.formula)
        found[row.run_id, row.worker_id].append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _paid(row: AnyRow, kind: RunKind, lines: tuple[PaidLine, ...]) -> PaidSlip:
    return PaidSlip(
        kind=kind,
        relation=Relation(row.relation),
        period_from=date.fromisoformat(row.period_from) if row.period_from else None,
        period_to=date.fromisoformat(row.period_to) if row.period_to else None,
        gross_fen=row.gross_fen,
        social_fen=row.social_fen,
        additional_fen=row.additional_fen,
        tax_fen=row.tax_fen,
        other_fen=row.other_fen,
        damage_fen=row.damage_fen,
        advance_fen=row.advance_fen,
        net_fen=row.net_fen,
        minutes=(row.normal_minutes, row.overtime_minutes, row.rest_day_minutes, row.statutory_minutes),
        unpaid_minutes=int(Fraction(row.unpaid_days) * DAY_MINUTES),
        lines=lines,
    )
