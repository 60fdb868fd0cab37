"""Every figure of a slip opened to its rows and formula, from the records the slip was computed from.

A slip whose records were changed since its lock keeps its lines; a line they no longer count up to says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.domain.explain_corrected import corrected
from app.domain.explain_earned import Records, earned, floor_formula, line_name, unpaid_minutes
from app.domain.explain_taken import advance_rows, damage_rows, later_fen, taken, year_rows
from app.domain.explanation import Evidence, Figure, Measure, Row, Said, SlipExplanation, Source, YearRow, said
from app.domain.messages.payroll import OVERPAID
from app.domain.payroll_cases import sort_out
from app.domain.payroll_draft import Line, LineCode, Slip
from app.domain.payroll_input import MonthInput, PieceEntry
from app.domain.payroll_month import cases_of
from app.domain.periods import roster
from app.domain.persons import Persons
from app.domain.pieces import PriceBook
from app.domain.vocabulary import AdjustmentKind, RunKind

NOTHING = Evidence()
"""Nothing is known beside the month's input."""


def explain_slip(month: MonthInput, slip: Slip, evidence: Evidence = NOTHING) -> SlipExplanation:
    """Each line, each deduction and each sum of a slip with the records behind it; sums are fen.

    ``month`` is what the slip was computed from, its piece entries day by day where rows by day are wanted.
    """
    records = _records(month, slip.worker_id)
    found: list[Figure] = []
    year: tuple[YearRow, ...] = ()
    if month.kind is RunKind.CORRECTION:
        lines, deductions = corrected(month, slip)
        found = [*lines, *deductions]
    elif records is not None:
        found = [*earned(records), *taken(records, evidence)]
        year = year_rows(records, evidence)
    figures: dict[tuple[LineCode | None, str], list[Figure]] = defaultdict(list)
    for figure in found:
        figures[figure.code, figure.title].append(figure)
    return SlipExplanation(
        month=month.month,
        worker_id=slip.worker_id,
        no=slip.no,
        name=slip.name,
        lines=tuple(_of_line(line, figures[line.code, line.label]) for line in slip.lines),
        deductions=tuple(_of_line(line, figures[line.code, line.label]) for line in slip.deductions),
        sums=tuple(_sums(slip, None if month.kind is RunKind.CORRECTION else records)),
        year=year,
        notes=evidence.notes,
    )


def with_entries(month: MonthInput, worker_id: int, entries: Iterable[PieceEntry]) -> tuple[MonthInput, bool]:
    """The month with a worker's pieces entry by entry, and whether all of them could be told apart.

    A sum of several days whose single entries no longer make it up, because some were edited since, stays a sum.
    """
    single: dict[tuple[int, str, date], list[PieceEntry]] = defaultdict(list)
    for entry in entries:
        single[entry.item_id, entry.kind, entry.days[0]].append(entry)
    found: list[PieceEntry] = []
    exact = True
    for entry in month.pieces:
        if entry.worker_id != worker_id or len(entry.days) == 1:
            found.append(entry)
            continue
        parts = [one for day in sorted(set(entry.days)) for one in single.get((entry.item_id, entry.kind, day), ())]
        same = sum(one.payable_milli for one in parts) == entry.payable_milli and len(parts) == len(entry.days)
        found += parts if same else [entry]
        exact = exact and same
    return replace(month, pieces=tuple(found)), exact


def unpaid_days(month: MonthInput, worker_id: int) -> tuple[date, ...]:
    """The days of the month a worker was absent, or short of a whole day, without pay."""
    kind = month.calendar.kind
    marks = [mark for mark in month.marks if mark.worker_id == worker_id]
    return tuple(sorted(day for mark in marks for day in mark.days if unpaid_minutes(mark, kind(day))))


def _records(month: MonthInput, worker_id: int) -> Records | None:
    """The worker's month computed once more; None for who is not paid by it."""
    if month.kind is RunKind.CORRECTION:
        return None
    rows = Persons(month).rows(worker_id)
    only = replace(month, only=rows if month.only is None else rows & month.only | {worker_id})
    hired = roster(only).hired
    sums = sort_out(only, hired)
    cases = ((one, case) for one, case in cases_of(only, hired, sums) if one.worker.worker_id == worker_id)
    return next(
        (Records(only.on(one.period.last), one, sums, case, PriceBook(only.prices)) for one, case in cases), None
    )


def _of_line(line: Line, figures: list[Figure]) -> Figure:
    """The figure of a slip's line; of several alike the next, and a note where the records say otherwise."""
    negative = -1 if line.code in _DEDUCTIONS else 1
    if not figures:
        bare = (line_name(line), line.amount_fen, negative * line.amount_fen, Measure.FEN, ())
        return Figure(*bare, line.code, line.label, line.formula, (), (said("explain_no_records"),))
    figure = figures.pop(0)
    if figure.amount_fen == line.amount_fen:
        return replace(figure, formula=line.formula)
    total = negative * line.amount_fen if figure.measure is Measure.FEN else line.quantity
    notes = (*figure.notes, said("explain_differs"))
    return replace(figure, amount_fen=line.amount_fen, total=total, formula=line.formula, notes=notes)


_DEDUCTIONS = frozenset({LineCode.SOCIAL, LineCode.TAX, LineCode.OTHER, LineCode.DAMAGE, LineCode.ADVANCE})


# ---------------------------------------------------------------- sums


def _sums(slip: Slip, records: Records | None) -> Iterator[Figure]:
    """Gross and net from their lines; what is carried and the floor, where there are any."""
    yield _sum("explain_gross", slip.gross_fen, _line_rows(slip.lines))
    gross = Row(said("explain_gross_row"), slip.gross_fen, Source.SLIP)
    yield _sum("explain_net", slip.net_fen, [gross, *_line_rows(slip.deductions)])
    if slip.carried_damage_fen:
        due = [*damage_rows(records)] if records else None
        later = later_fen(records, AdjustmentKind.DAMAGE) if records else 0
        yield _left("explain_damage_left", slip.carried_damage_fen, due, later, _taken_now(slip, LineCode.DAMAGE))
    if slip.carried_advance_fen:
        due = [*advance_rows(records)] if records else None
        later = later_fen(records, None) if records else 0
        yield _left("explain_advance_left", slip.carried_advance_fen, due, later, _taken_now(slip, LineCode.ADVANCE))
    floor, formula = floor_formula(records) if records else (0, "")
    if floor:
        reached = Row(said("explain_floor_reached"), floor, Source.TERMS)
        yield replace(_sum("explain_floor", floor, [reached]), formula=formula)


def _line_rows(lines: Iterable[Line]) -> list[Row]:
    return [Row(said("explain_line", title=line_name(line)), line.amount_fen, Source.SLIP) for line in lines]


def _sum(code: str, fen: int, rows: Iterable[Row], notes: tuple[Said, ...] = ()) -> Figure:
    return Figure(said(code), fen, fen, Measure.FEN, tuple(rows), notes=notes)


def _taken_now(slip: Slip, code: LineCode) -> list[Row]:
    """What the slip's lines change of a balance: taken of it, given back by a correction, or paid too much by it."""
    rows = []
    for line in slip.deductions:
        if line.code is code and line.amount_fen:
            back = "explain_added_now" if line.label == OVERPAID else "explain_given_back"
            words = said(back if line.amount_fen > 0 else "explain_taken_now")
            rows.append(Row(words, line.amount_fen, Source.SLIP))
    return rows


def _left(code: str, fen: int, due: list[Row] | None, later: int, now: list[Row]) -> Figure:
    """What is outstanding after the slip: due and later instalments, and what the slip changed of them (``now``).

    Without the records (``due`` None: a correction) what was outstanding before it stands for both.
    """
    before = fen - sum(row.counted for row in now)
    rows = ([Row(said("explain_open_before"), before, Source.SLIP)] if before else []) if due is None else due
    rows += [Row(said("explain_due_later"), later, Source.PLAN)] if later else []
    rows += now
    known = sum(row.counted for row in rows) == fen
    return _sum(code, fen, rows, () if known else (said("explain_differs"),))
