"""What a change of the day sheet was, told from the journal: whose mark or pieces, from what, to what.

Undo and redo name in words what they take back or do again.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.attendance import ParsedMark, mark_text
from app.domain.money import decimal_text
from app.domain.vocabulary import MarkKind
from app.models.base import value_columns
from app.models.goods import Process, Product
from app.models.local import Journal
from app.models.people import Worker
from app.models.tables import Base
from app.models.work import PieceEntry
from app.services.context import Context
from app.services.day_edit import Saved
from app.services.undo import REDO, UNDO, entries_of, undo
from app.services.undo_steps import Step


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One cell's change: who, the item's product, process and grade (all empty for the mark), before and after.

    ``before`` and ``after`` are a mark or a quantity as people write it, "" for nothing.
    """

    no: str
    name: str
    item: tuple[str, str, str]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What one transaction did; ``action`` is its name in the journal (``day.mark``, ``day.paste``, ``day.close`` …).

    ``lines`` are empty for the closing of a day.
    """

    action: str
    lines: tuple[DeedLine, ...]


@dataclass(frozen=True, slots=True)
class Stepped:
    """What was taken back or done again, and the step that goes the other way."""

    deed: Deed
    step: Step


def take_back(ctx: Context, step: Step) -> Stepped:
    """Undo a deed and say what it was; refuses as ``undo`` does."""
    return Stepped(describe(ctx, step.origin), Step(undo(ctx, step.saved, UNDO), step.origin))


def do_again(ctx: Context, step: Step) -> Stepped:
    """Redo what was taken back and say what it was; refuses as ``undo`` does."""
    return Stepped(describe(ctx, step.origin), Step(undo(ctx, step.saved, REDO), step.origin))


def describe(ctx: Context, saved: Saved) -> Deed:
    """What a change was; four statements, however many cells it wrote."""
    with ctx.database.read() as session:
        entries = entries_of(session, saved)
        names = _Names(session, saved.workshop_id, entries)
        lines = tuple(names.line(entry) for entry in entries if entry.tbl != "day_close")
    return Deed(entries[0].action if entries else "", lines)


class _Names:
    """Workers and items by the keys a change's journal rows hold."""

    def __init__(self, session: Session, workshop_id: int, entries: Iterable[Journal]) -> None:
        keys = [(entry.tbl, json.loads(entry.key)[0]) for entry in entries]
        ids = [key for tbl, key in keys if tbl == "piece_entry"]
        own = (PieceEntry.workshop_id == workshop_id, PieceEntry.id.in_(ids))
        pieces = session.execute(
            select(PieceEntry.id, PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade).where(*own)
        ).all()
        self._pieces = {row.id: row for row in pieces}
        wanted = {key for tbl, key in keys if tbl == "attendance"} | {row.worker_id for row in pieces}
        people = select(Worker.id, Worker.no, Worker.name).where(Worker.workshop_id == workshop_id)
        self._workers = {row.id: row for row in session.execute(people.where(Worker.id.in_(wanted)))}
        steps = (
            select(Process.id, Process.name, Product.name.label("product"))
            .join(Product, (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id))
            .where(Process.workshop_id == workshop_id, Process.id.in_({row.process_id for row in pieces}))
        )
        self._items = {row.id: (row.product, row.name) for row in session.execute(steps)}

    def line(self, entry: Journal) -> DeedLine:
        """One journal row in words."""
        key, (before, after) = json.loads(entry.key)[0], _values(entry)
        if entry.tbl == "attendance":
            worker = self._workers[key]
            return DeedLine(worker.no, worker.name, ("", "", ""), _mark(before), _mark(after))
        piece = self._pieces[key]
        worker, (product, process) = self._workers[piece.worker_id], self._items[piece.process_id]
        return DeedLine(worker.no, worker.name, (product, process, piece.grade), _quantity(before), _quantity(after))


def _values(entry: Journal) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The row's values before and after a change; None where there was, or is, no row."""
    data = json.loads(entry.data)
    if isinstance(data, list):
        names = (column.name for column in value_columns(Base.metadata.tables[entry.tbl]))
        return None, dict(zip(names, data, strict=False))
    pairs = {name: value if isinstance(value, list) else [value, value] for name, value in data.items()}
    before, after = ({name: pair[at] for name, pair in pairs.items()} for at in (0, 1))
    return (None if entry.op == "c" else before), (None if entry.op == "d" else after)


def _mark(values: dict[str, Any] | None) -> str:
    if values is None:
        return ""
    return mark_text(ParsedMark(MarkKind(values["mark"]), values["normal_minutes"], values["extra_minutes"]))


def _quantity(values: dict[str, Any] | None) -> str:
    return decimal_text(values["good_milli"], 3) if values and values["good_milli"] else ""
