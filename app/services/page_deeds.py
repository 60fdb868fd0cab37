"""What a person did on a page, taken back and done again from the journal, and said in words (DESIGN 3).

Every page that writes records names its scope here; days and months of attendance have their own (``day_history``).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.base import key_columns
from app.models.local import Device, Journal
from app.models.tables import Base
from app.models.work import TeamShare
from app.services.context import Context
from app.services.day_edit import Saved
from app.services.history import DEEDS, Deed, Part, meant, parts_of, shown
from app.services.undo import entries_of, undo
from app.services.undo_steps import Step, StepRow, Steps, steps_of

UNDO, REDO = "page.undo", "page.redo"
_LOOKED_BACK = 20_000
"""Journal rows looked back at: a year of a small workshop, or a large order file."""
_WHOLE = frozenset({"stock.count", "import.sales", "pay.settings"})
"""Actions of which one transaction writes several records."""


class Scope(Enum):
    """What is done on a page: its actions in the journal, and the tables they may have written."""

    SALES = (
        frozenset({"sales.add", "sales.edit", "sales.return", "sales.delete", "sales.restore", "import.sales"}),
        frozenset({"sale"}),
    )
    PRODUCTION = (
        frozenset(f"production.{act}" for act in ("add", "edit", "delete", "restore"))
        | frozenset(f"material.{act}" for act in ("save", "remove", "move", "withdraw")),
        frozenset({"piece_entry", "team_share", "material", "material_move"}),
    )
    PRODUCTS = (
        frozenset(f"product.{act}" for act in ("add", "edit", "remove", "picture"))
        | frozenset(f"process.{act}" for act in ("add", "rename", "leave_off"))
        | frozenset({"stock.move", "stock.withdraw", "stock.count", "pay.price", "pay.price_withdraw"}),
        frozenset({"product", "process", "piece_price", "stock_move"}),
    )
    PEOPLE = (
        frozenset({"people.add", "people.edit", "people.document", "pay.leave"})
        | frozenset({"pay.term_add", "pay.term_correct", "pay.term_withdraw", "pay.price", "pay.price_withdraw"})
        | frozenset(f"pay.{kind}" for kind in ("allowance", "plan", "advance", "adjustment", "opening", "settings"))
        | frozenset(
            f"pay.{kind}_withdraw" for kind in ("allowance", "plan", "advance", "adjustment", "opening", "settings")
        ),
        frozenset({"worker", "household_status", "pay_term", "opening", "worker_document", "allowance_plan"})
        | frozenset({"deduction_plan", "advance", "adjustment", "piece_price", "workshop_terms"}),
    )
    TRAINING = (
        frozenset({"training.save", "training.withdraw"}),
        frozenset({"training", "training_attendance"}),
    )

    @property
    def actions(self) -> frozenset[str]:
        """What the journal calls what is done there."""
        return self.value[0]

    @property
    def tables(self) -> frozenset[str]:
        """Tables the page writes."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class PageDeed:
    """A deed: of which table, what was done, to which record (in parts), what of it changed, how many more records."""

    table: str
    deed: Deed
    record: tuple[str, ...]
    parts: tuple[Part, ...]
    more: int


def page_steps(ctx: Context, workshop_id: int, scope: Scope) -> Steps:
    """What this person did in a scope on this PC lately."""
    with ctx.database.read() as session:
        own = session.scalars(select(Device.number)).one()
        since = session.scalars(select(func.coalesce(func.max(Journal.pos), 0))).one() - _LOOKED_BACK
        columns = (Journal.pos, Journal.action, Journal.tbl, Journal.key, Journal.at)
        mine = (Journal.workshop_id == workshop_id, Journal.device == own, Journal.user == ctx.user)
        wanted = (Journal.action.in_({*scope.actions, UNDO, REDO}), Journal.tbl.in_(scope.tables))
        found = session.execute(select(*columns).where(Journal.pos > since, *mine, *wanted).order_by(Journal.pos)).all()
    rows = [StepRow(pos, action, (tbl, key), json.loads(key)[0], at) for pos, action, tbl, key, at in found]
    steps = steps_of(rows, workshop_id, (UNDO, REDO), _together)
    done, undone = (tuple(one for one in each if one.origin.after > since) for each in (steps.done, steps.undone))
    return Steps(done, undone)  # one at the edge may be half of a deed


def take_back(ctx: Context, workshop_id: int, scope: Scope, step: Step) -> PageDeed:
    """Undo a deed and say what it was; refuses as ``undo`` does."""
    return _turn(ctx, workshop_id, scope, step, UNDO)


def do_again(ctx: Context, workshop_id: int, scope: Scope, step: Step) -> PageDeed:
    """Redo what was taken back and say what it was; refuses as ``undo`` does."""
    return _turn(ctx, workshop_id, scope, step, REDO)


def describe(ctx: Context, origin: Saved) -> PageDeed:
    """What a deed was; a fixed number of statements, however many records it wrote."""
    with ctx.database.read() as session:
        entries = entries_of(session, origin)
        return _told(session, entries)


def _turn(ctx: Context, workshop_id: int, scope: Scope, step: Step, action: str) -> PageDeed:
    del workshop_id  # the step names it
    told = describe(ctx, step.origin)
    undo(ctx, step.saved, action, scope.tables)
    return told


def _together(run: Sequence[StepRow], row: StepRow, again: bool) -> bool:
    """One transaction is over in a second, writes a row once and, but for a few, about one record."""
    same = row.action in _WHOLE or row.group == run[0].group
    return same and not again and row.at - run[-1].at <= 1


# ---------------------------------------------------------------- in words

_PARENT = {
    "team_share": "piece_entry",
    "training_attendance": "training",
    "household_status": "worker",
    "pay_term": "worker",
    "opening": "worker",
    "piece_price": "process",
}
"""Whose rows belong to another record, by the first part of their key."""
_NAMED_BY = {
    "sale": ("date", "product_id", "quantity_milli"),
    "piece_entry": ("date", "worker_id", "process_id", "grade", "good_milli"),
    "material": ("name",),
    "material_move": ("date", "worker_id", "material_id", "kind", "quantity_milli"),
    "product": ("code", "name"),
    "process": ("product_id", "name"),
    "stock_move": ("date", "product_id", "kind", "quantity_milli"),
    "worker": ("no", "name"),
    "worker_document": ("worker_id", "kind", "number"),
    "allowance_plan": ("worker_id", "name", "amount_fen"),
    "deduction_plan": ("worker_id", "item", "total_fen"),
    "advance": ("worker_id", "date", "amount_fen"),
    "adjustment": ("worker_id", "month", "item", "amount_fen"),
    "workshop_terms": ("valid_from",),
    "training": ("date", "topic"),
}
"""What a record is called by."""


def _told(session: Session, entries: Sequence[Journal]) -> PageDeed:
    head = next((one for one in entries if one.tbl not in _PARENT), entries[0])
    heads = {(one.tbl, one.key) for one in entries if one.tbl not in _PARENT}
    names = meant(session, head.workshop_id, entries)
    table = Base.metadata.tables[head.tbl]
    parts = tuple(parts_of(table, head, names)) if head.op == "u" else ()
    changed = {part.column for part in parts}
    record = _record(session, head, changed)
    return PageDeed(head.tbl, DEEDS[head.op], record, parts, max(0, len(heads) - 1))


def _record(session: Session, entry: Journal, changed: set[str]) -> tuple[str, ...]:
    """What a journal row's record is called now, without what the change says by itself."""
    named = _PARENT.get(entry.tbl, entry.tbl)
    table = Base.metadata.tables[named]
    keys = json.loads(entry.key)[: len(key_columns(table))]
    own = [column == value for column, value in zip(key_columns(table), keys, strict=True)]
    row = session.execute(select(table).where(table.c.workshop_id == entry.workshop_id, *own)).mappings().one()
    wanted = [name for name in _NAMED_BY[named] if name not in changed or named != entry.tbl]
    names = meant(session, entry.workshop_id, (), [(name, row[name]) for name in wanted])
    found = [shown(name, row[name], names) for name in wanted]
    if named == "piece_entry" and row["worker_id"] is None:
        found.insert(1, _team(session, entry.workshop_id, row["id"]))
    return tuple(text for text in found if text)


def _team(session: Session, workshop_id: int, entry_id: int) -> str:
    """The numbers of a team's workers: 02+04+03."""
    own = (TeamShare.workshop_id == workshop_id, TeamShare.entry_id == entry_id)
    ids: list[Any] = list(session.scalars(select(TeamShare.worker_id).where(*own).order_by(TeamShare.position)))
    names = meant(session, workshop_id, (), [("worker_id", one) for one in ids])
    return "+".join(names["worker_id", one].split(" ")[0] for one in ids)
