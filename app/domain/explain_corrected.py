"""A correction's slip opened: what each figure should be, less what the month's standing slips counted (RULES 6)."""

from app.domain.corrections import as_corrected
from app.domain.explain_earned import line_name
from app.domain.explanation import Figure, Measure, Row, Said, Source, said
from app.domain.messages.payroll import OTHER_PLANS, OVERPAID
from app.domain.payroll_draft import Line, LineCode, Slip
from app.domain.payroll_input import MonthInput, PaidSlip, WorkerInput
from app.domain.payroll_steps import RunTitle

_TAKEN = {
    LineCode.SOCIAL: "social_fen",
    LineCode.TAX: "tax_fen",
    LineCode.OTHER: "other_fen",
    LineCode.DAMAGE: "damage_fen",
    LineCode.ADVANCE: "advance_fen",
}


def corrected(month: MonthInput, slip: Slip) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The earnings and the deductions of a correction's slip, each with what it is the difference of."""
    worker = as_corrected(month, slip.worker_id)
    if worker is None:
        return (), ()
    lines = tuple(_figure(line, line.amount_fen, _earned(worker, line)) for line in slip.lines)
    return lines, tuple(_figure(line, -line.amount_fen, _taken(worker, line)) for line in slip.deductions)


def _figure(line: Line, total: int, rows: list[Row]) -> Figure:
    name = line_name(line)
    return Figure(name, line.amount_fen, total, Measure.FEN, tuple(rows), line.code, line.label, line.formula)


def _run(slip: PaidSlip) -> RunTitle:
    return RunTitle(slip.kind.value)


def _difference(code: str, total: int, counted: list[tuple[Said, int]], source: Source = Source.SLIP) -> list[Row]:
    """What it is now, and less what each earlier slip or month has of it."""
    whole = total + sum(fen for _, fen in counted)
    return [Row(said(code), whole, source), *(Row(words, -fen, source) for words, fen in counted)]


def _earned(worker: WorkerInput, line: Line) -> list[Row]:
    counted = [
        (said("explain_counted", run=_run(slip)), sum(row.amount_fen for row in slip.lines if _same(row, line)))
        for slip in worker.standing
    ]
    return _difference("explain_should", line.amount_fen, [row for row in counted if row[1]])


def _same(row: object, line: Line) -> bool:
    return (getattr(row, "code", None), getattr(row, "label", None)) == (line.code, line.label)


def _taken(worker: WorkerInput, line: Line) -> list[Row]:
    if line.label == OVERPAID:
        return [Row(said("explain_overpaid"), -line.amount_fen, Source.ADVANCE)]
    if line.code is LineCode.TAX and worker.year:
        months = [(said("explain_year_month", month=row.month), row.withheld_fen) for row in worker.year]
        return _difference("explain_year_again", -line.amount_fen, [row for row in months if row[1]], Source.YEAR)
    counted = [(said("explain_taken_by", run=_run(slip)), _of_slip(slip, line)) for slip in worker.standing]
    return _difference("explain_should_take", -line.amount_fen, [row for row in counted if row[1]])


def _of_slip(slip: PaidSlip, line: Line) -> int:
    """What a slip took by the kind of deduction of a line; instalments and other lawful deductions are told apart."""
    taken: int = getattr(slip, _TAKEN[line.code])
    if line.code is not LineCode.OTHER:
        return taken
    planned = -sum(row.amount_fen for row in slip.lines if row.label == OTHER_PLANS)
    return planned if line.label == OTHER_PLANS else taken - planned
