"""Materials (原料): what there is, what home workers took, gave back and used up, and what each still holds.

A balance is the sum of moves, never stored. One below nothing is saved, and said in words: a move may be missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.domain.material_check import MaterialMoveForm, check_material, check_move, running, signed
from app.domain.money import decimal_text
from app.domain.pay_check import FieldRefusal, accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.vocabulary import MaterialMoveKind
from app.domain.worker_check import FieldNote
from app.models.goods import Material, MaterialMove
from app.models.people import Worker
from app.services.context import Context
from app.services.pay_records import PaySaved, Value, put_by_id
from app.services.people import number_order
from app.services.production import makers_of

MOST_MOVES = 500


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A material with how many moves use it and what is out with workers, in 1/1000 units."""

    material_id: int
    name: str
    unit: str
    moves: int
    out_milli: int


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What a worker took, gave back, used up and still holds of a material, in 1/1000 units, all time."""

    worker_id: int
    no: str
    worker: str
    material_id: int
    material: str
    unit: str
    given_milli: int
    returned_milli: int
    used_milli: int
    last: date

    @property
    def held_milli(self) -> int:
        """What the books say she has; below 0 where a move is missing."""
        return self.given_milli - self.returned_milli - self.used_milli


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move and what the worker held of the material after it, in 1/1000; what she took is positive."""

    move_id: int
    day: date
    kind: MaterialMoveKind
    quantity_milli: int
    held_milli: int
    note: str


@dataclass(frozen=True, slots=True)
class MaterialsView:
    """Materials by name; balances by worker and material, those with nothing left too."""

    materials: tuple[MaterialRow, ...]
    balances: tuple[BalanceRow, ...]


def materials_view(ctx: Context, workshop_id: int) -> MaterialsView:
    """What there is and who holds it; two statements."""
    with ctx.database.read() as session:
        return MaterialsView(_materials(session, workshop_id), _balances(session, workshop_id))


def material_history(ctx: Context, workshop_id: int, worker_id: int, material_id: int) -> tuple[MoveRow, ...]:
    """A worker's newest MOST_MOVES moves of a material, newest first, each with what she held then."""
    with ctx.database.read() as session:
        rows = session.scalars(_moves_of(workshop_id, worker_id, material_id)).all()
    found, held = [], 0
    for row in rows:
        held += row.quantity_milli
        day, kind = date.fromisoformat(row.date), MaterialMoveKind(row.kind)
        found.append(MoveRow(row.id, day, kind, row.quantity_milli, held, row.note))
    return tuple(reversed(found[-MOST_MOVES:]))


def save_material(ctx: Context, workshop_id: int, name: str, unit: str, material_id: int | None = None) -> PaySaved:
    """A new material, or another name or unit; refuses (FieldRefusal) what is missing, too long or taken."""
    with ctx.database.write(ctx.user, "material.save") as session:
        others = [row.name for row in _materials(session, workshop_id) if row.material_id != material_id]
        notes = accept(check_material(name, unit, others))
        if material_id is not None:
            _material(session, workshop_id, material_id)
        put_by_id(session, Material, workshop_id, material_id, {"name": tidy(name), "unit": tidy(unit)})
        return PaySaved(notes)


def remove_material(ctx: Context, workshop_id: int, material_id: int) -> PaySaved:
    """A material's delete mark; refuses ``material_in_use`` where moves use it."""
    with ctx.database.write(ctx.user, "material.remove") as session:
        row = _material(session, workshop_id, material_id)
        own = (MaterialMove.workshop_id == workshop_id, MaterialMove.material_id == material_id)
        count = session.scalars(select(func.count()).where(*own, MaterialMove.deleted == 0)).one()
        if count:
            raise Refusal("material_in_use", column="name", name=row.name, count=count)
        row.deleted = 1
        return PaySaved()


def save_material_move(ctx: Context, workshop_id: int, form: MaterialMoveForm, move_id: int | None = None) -> PaySaved:
    """What a worker took, gave back or used up, new or corrected (``move_id``).

    Refuses (FieldRefusal) what no move can be; warns where the books then say less than nothing on some day.
    """
    with ctx.database.write(ctx.user, "material.move") as session:
        makers = makers_of(session, workshop_id, () if form.worker_id is None else (form.worker_id,))
        notes = accept(check_move(form, makers.get(form.worker_id or 0), ctx.today()))
        material = session.get(Material, (workshop_id, form.material_id))
        if material is None or material.deleted:
            raise FieldRefusal([FieldNote("material_missing", "material_id", True)])
        before = _pair(_move(session, workshop_id, move_id)) if move_id is not None else None
        day = (form.day or ctx.today()).isoformat()
        kind = form.kind or MaterialMoveKind.GIVEN
        values: dict[str, Value] = {"date": day, "worker_id": form.worker_id, "material_id": form.material_id}
        values |= {"kind": kind.value, "quantity_milli": signed(form), "note": tidy(form.note)}
        put_by_id(session, MaterialMove, workshop_id, move_id, values)
        pairs = dict.fromkeys([(form.worker_id or 0, form.material_id or 0), *([before] if before else [])])
        short = [note for pair in pairs for note in _short(session, workshop_id, *pair)]
        return PaySaved((*notes, *short))


def withdraw_material_move(ctx: Context, workshop_id: int, move_id: int) -> PaySaved:
    """Take a move away by its delete mark; warns as ``save_material_move`` does."""
    with ctx.database.write(ctx.user, "material.withdraw") as session:
        row = _move(session, workshop_id, move_id)
        row.deleted = 1
        session.flush()
        return PaySaved(tuple(_short(session, workshop_id, row.worker_id, row.material_id)))


# ------------------------------------------------------------------ below them


def _materials(session: Session, workshop_id: int) -> tuple[MaterialRow, ...]:
    same = (MaterialMove.workshop_id == Material.workshop_id) & (MaterialMove.material_id == Material.id)
    held = func.coalesce(func.sum(MaterialMove.quantity_milli), 0)
    rows = session.execute(
        select(Material.id, Material.name, Material.unit, func.count(MaterialMove.id), held)
        .outerjoin(MaterialMove, same & (MaterialMove.deleted == 0))
        .where(Material.workshop_id == workshop_id, Material.deleted == 0)
        .group_by(Material.id)
        .order_by(Material.name, Material.id)
    )
    return tuple(MaterialRow(*row) for row in rows)


def _balances(session: Session, workshop_id: int) -> tuple[BalanceRow, ...]:
    move = MaterialMove
    rows = session.execute(
        select(
            Worker.id, Worker.no, Worker.name, Material.id, Material.name, Material.unit,
            *(_sum_of(kind) for kind in MaterialMoveKind), func.max(move.date),
        )
        .join(Worker, (Worker.workshop_id == move.workshop_id) & (Worker.id == move.worker_id))
        .join(Material, (Material.workshop_id == move.workshop_id) & (Material.id == move.material_id))
        .where(move.workshop_id == workshop_id, move.deleted == 0)
        .group_by(Worker.id, Material.id)
    )  # fmt: skip
    found = [BalanceRow(*row[:9], date.fromisoformat(str(row[9]))) for row in rows]
    return tuple(sorted(found, key=lambda one: (number_order(one.no), one.material)))


def _sum_of(kind: MaterialMoveKind) -> ColumnElement[int]:
    quantity = MaterialMove.quantity_milli if kind is MaterialMoveKind.GIVEN else -MaterialMove.quantity_milli
    return func.coalesce(func.sum(case((MaterialMove.kind == kind.value, quantity), else_=0)), 0)


def _moves_of(workshop_id: int, worker_id: int, material_id: int) -> Select[MaterialMove]:
    """The moves of a worker and a material in their order; what was taken on a day comes before what was used."""
    move = MaterialMove
    own = (move.workshop_id == workshop_id, move.worker_id == worker_id, move.material_id == material_id)
    return select(move).where(*own, move.deleted == 0).order_by(move.date, move.quantity_milli.desc(), move.id)


def _material(session: Session, workshop_id: int, material_id: int) -> Material:
    row = session.get(Material, (workshop_id, material_id))
    if row is None or row.deleted:
        raise Refusal("material_missing")
    return row


def _move(session: Session, workshop_id: int, move_id: int) -> MaterialMove:
    row = session.get(MaterialMove, (workshop_id, move_id))
    if row is None or row.deleted:
        raise Refusal("material_move_missing")
    return row


def _pair(row: MaterialMove) -> tuple[int, int]:
    return row.worker_id, row.material_id


def _short(session: Session, workshop_id: int, worker_id: int, material_id: int) -> Iterator[FieldNote]:
    """The first day the books leave a worker with less than nothing of a material."""
    rows = session.scalars(_moves_of(workshop_id, worker_id, material_id)).all()
    for day, held in running((date.fromisoformat(row.date), row.quantity_milli) for row in rows):
        if held < 0:
            worker = session.get_one(Worker, (workshop_id, worker_id))
            material = session.get_one(Material, (workshop_id, material_id))
            left = f"{decimal_text(held, 3)} {material.unit}".strip()
            params = {"day": day, "name": worker.name, "material": material.name, "left": left}
            yield FieldNote("material_short", "quantity_milli", False, params)
            return
