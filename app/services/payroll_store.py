"""Slips as stored rows and back: what the lock freezes, and how pages and papers get it again, exactly."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Row, RowMapping, Table, insert, select
from sqlalchemy.orm import Session

from app.domain.deductions import WAGE_RELATIONS
from app.domain.money import exact_text, price_text, scaled
from app.domain.payroll import by_number
from app.domain.payroll_draft import UNIT_SCALE, Line, LineCode, Slip, TaxBasis, Unit
from app.domain.payroll_input import WorkerInput
from app.domain.percent import factor_text, parse_percent
from app.domain.vocabulary import Basis, Relation, TaxMethod
from app.domain.worktime import DAY_MINUTES
from app.models.base import Base
from app.models.pay import SlipLine, SlipRow

DEDUCTIONS = frozenset({LineCode.SOCIAL, LineCode.TAX, LineCode.OTHER, LineCode.DAMAGE, LineCode.ADVANCE})
_AMOUNTS = (
    "gross_fen", "social_fen", "tax_fen", "other_fen", "damage_fen", "carried_damage_fen", "advance_fen",
    "carried_advance_fen", "net_fen",
)  # fmt: skip
_MINUTES = ("normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes")
_Values = dict[str, object]
_SLIPS: Table = Base.metadata.tables[SlipRow.__tablename__]
_LINES: Table = Base.metadata.tables[SlipLine.__tablename__]


def insert_slips(
    session: Session, workshop_id: int, run_id: int, slips: Iterable[Slip], workers: Iterable[WorkerInput]
) -> None:
    """Insert a run's slips and lines, in two statements: who people were at the lock and what each figure came from."""
    known = {worker.worker_id: worker for worker in workers}
    kept = tuple(slips)
    key: _Values = {"workshop_id": workshop_id, "run_id": run_id}
    lines = [key | _line_values(slip, place, line) for slip in kept for place, line in enumerate(_all_lines(slip), 1)]
    session.execute(insert(_SLIPS), [key | _slip_values(slip, known[slip.worker_id]) for slip in kept])
    if lines:
        session.execute(insert(_LINES), lines)


def _all_lines(slip: Slip) -> tuple[Line, ...]:
    return (*slip.lines, *slip.deductions)


def _slip_values(slip: Slip, worker: WorkerInput) -> _Values:
    values: _Values = {name: getattr(slip, name) for name in (*_AMOUNTS, *_MINUTES)}
    return values | {
        "worker_id": slip.worker_id,
        "no": slip.no,
        "name": slip.name,
        "id_number": worker.id_number,
        "phone": worker.phone,
        "bank": worker.bank,
        "account": worker.bank_account,
        "relation": slip.relation.value,
        "basis": slip.basis.value,
        "tax_method": slip.tax_method.value,
        "unpaid_days": exact_text(slip.unpaid_minutes, DAY_MINUTES),
        "period_from": slip.period_from.isoformat() if slip.period_from else "",
        "period_to": slip.period_to.isoformat() if slip.period_to else "",
        "additional_fen": slip.tax_basis.additional_fen if slip.tax_basis else 0,
    }


def _line_values(slip: Slip, place: int, line: Line) -> _Values:
    return {
        "worker_id": slip.worker_id,
        "position": place,
        "code": line.code.value,
        "label": line.label,
        "quantity": exact_text(line.quantity, UNIT_SCALE[line.unit]),
        "unit": line.unit.value,
        "price": price_text(line.price_e4),
        "factor": factor_text(line.factor_bp),
        "amount_fen": line.amount_fen,
        "formula": line.formula,
    }


@dataclass(frozen=True, slots=True)
class FrozenSlip:
    """A slip as it was locked, with the numbers its worker had then (in full: the caller masks what it shows).

    Its lines carry their time kind in the label only.
    """

    slip: Slip
    id_number: str
    phone: str
    bank: str
    account: str


def stored_slips(
    session: Session, workshop_id: int, run_id: int, worker_id: int | None = None
) -> tuple[FrozenSlip, ...]:
    """The slips of a run by 编号, or one worker's, in two statements."""
    own = [SlipLine.workshop_id == workshop_id, SlipLine.run_id == run_id, SlipLine.deleted == 0]
    own_slips = [SlipRow.workshop_id == workshop_id, SlipRow.run_id == run_id, SlipRow.deleted == 0]
    if worker_id is not None:
        own.append(SlipLine.worker_id == worker_id)
        own_slips.append(SlipRow.worker_id == worker_id)
    columns = (SlipLine.code, SlipLine.label, SlipLine.quantity, SlipLine.unit, SlipLine.price, SlipLine.factor)
    statement = select(SlipLine.worker_id, *columns, SlipLine.amount_fen, SlipLine.formula).where(*own)
    lines: dict[int, list[Line]] = defaultdict(list)
    for row in session.execute(statement.order_by(SlipLine.worker_id, SlipLine.position)):
        lines[row.worker_id].append(_line(row))
    rows = session.execute(select(_SLIPS).where(*own_slips)).mappings()
    frozen = [_frozen(row, lines[row["worker_id"]]) for row in rows]
    return tuple(sorted(frozen, key=lambda one: (by_number(one.slip.no), one.slip.worker_id)))


def _line(row: Row[*tuple[Any, ...]]) -> Line:
    unit = Unit(row.unit)
    return Line(
        code=LineCode(row.code),
        label=row.label,
        quantity=int(Fraction(row.quantity) * UNIT_SCALE[unit]),
        unit=unit,
        price_e4=scaled(row.price, 4),
        factor_bp=parse_percent(row.factor),
        amount_fen=row.amount_fen,
        formula=row.formula,
    )


def _frozen(row: RowMapping, lines: list[Line]) -> FrozenSlip:
    relation = Relation(row["relation"])
    basis = TaxBasis(row["gross_fen"], row["social_fen"], row["additional_fen"], row["tax_fen"])
    slip = Slip(
        worker_id=row["worker_id"],
        no=row["no"],
        name=row["name"],
        relation=relation,
        unpaid_minutes=int(Fraction(row["unpaid_days"]) * DAY_MINUTES),
        lines=tuple(line for line in lines if line.code not in DEDUCTIONS),
        deductions=tuple(line for line in lines if line.code in DEDUCTIONS),
        basis=Basis(row["basis"]),
        tax_method=TaxMethod(row["tax_method"]),
        tax_basis=basis if relation in WAGE_RELATIONS else None,
        period_from=date.fromisoformat(row["period_from"]) if row["period_from"] else None,
        period_to=date.fromisoformat(row["period_to"]) if row["period_to"] else None,
        **{name: row[name] for name in (*_AMOUNTS, *_MINUTES)},
    )
    return FrozenSlip(slip, row["id_number"], row["phone"], row["bank"], row["account"])
