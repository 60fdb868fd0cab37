"""The history of a record, read from the journal: who changed what, when, from what to what.

Sensitive columns are masked as everywhere; amounts, quantities and times are shown as pages show them, and references
by the number and name of whom or what they mean.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, or_, select
from sqlalchemy.orm import Session

from app.domain.identity_number import masked
from app.domain.messages.columns import MACHINE
from app.domain.messages.text import Twofold
from app.domain.money import decimal_text, half_up, price_text, yuan
from app.models.base import key_columns, value_columns
from app.models.goods import Material, Process, Product
from app.models.local import Device, Journal
from app.models.people import Worker
from app.models.tables import Base
from app.services.context import Context
from app.services.people import REVEALABLE

MOST = 200
"""More changes of one record nobody reads; the newest are shown."""
_YES, _NO = Twofold("是", "yes"), Twofold("否", "no")
_FLAGS = frozenset({"statutory", "pays_statutory", "special"})
_PICTURES = frozenset({"picture", "sha256"})
Names = Mapping[tuple[str, int], str]


class Deed(StrEnum):
    """What was done to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"
    UNDONE = "undone"


DEEDS = {"i": Deed.ADDED, "u": Deed.CHANGED, "d": Deed.REMOVED, "c": Deed.RESTORED}
"""What the journal's letters mean."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A record by its table and its key within the workshop; ``more`` are tables whose keys begin with that key.

    A worker's pay terms and household belong to his history: ``Subject("worker", (id,), ("pay_term",))``.
    """

    table: str
    key: tuple[int | str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A column and its values in words, empty for nothing; a Twofold has English, a vocabulary value stays Chinese."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: by whom, when by the PC's clock, here or on another PC; ``about`` tells related records apart."""

    table: str
    about: str
    deed: Deed
    user: str
    at: datetime
    here: bool
    parts: tuple[Part, ...]


def history(ctx: Context, workshop_id: int, subject: Subject) -> tuple[Change, ...]:
    """The changes of a record, newest first, at most ``MOST``."""
    with ctx.database.read() as session:
        query = select(Journal).where(Journal.workshop_id == workshop_id, _about_subject(subject))
        entries = session.scalars(query.order_by(Journal.clock.desc()).limit(MOST)).all()
        here = session.scalars(select(Device.number)).one()
        names = meant(session, workshop_id, entries)
        return tuple(_change(entry, here, names, subject) for entry in entries)


def _about_subject(subject: Subject) -> ColumnElement[bool]:
    """The journal rows of a subject; a key that begins with another lies between two texts, which the index knows."""
    key = json.dumps(subject.key, ensure_ascii=False, separators=(",", ":"))
    begin = key.removesuffix("]")
    own = and_(Journal.tbl == subject.table, Journal.key == key)
    more = (and_(Journal.tbl == name, Journal.key > f"{begin},", Journal.key < f"{begin}-") for name in subject.more)
    return or_(own, *more)


def _change(entry: Journal, here: int, names: Names, subject: Subject) -> Change:
    table = Base.metadata.tables[entry.tbl]
    deed = Deed.UNDONE if entry.action.endswith(".undo") else DEEDS[entry.op]
    return Change(
        table=entry.tbl,
        about=_about(table, entry, names) if entry.tbl != subject.table else "",
        deed=deed,
        user=entry.user,
        at=datetime.fromtimestamp(entry.at),  # noqa: DTZ006  shown as the PC's own clock had it
        here=entry.device == here,
        parts=tuple(parts_of(table, entry, names)),
    )


def _about(table: Table, entry: Journal, names: Names) -> str:
    """What of a related record's key the subject's does not say."""
    pairs = zip(key_columns(table), json.loads(entry.key), strict=True)
    return " ".join(shown(column.name, value, names) for column, value in list(pairs)[1:])


def parts_of(table: Table, entry: Journal, names: Names) -> Iterator[Part]:
    """What a journal row changed, in words; ``names`` are those of ``meant``."""
    for name, before, after in _values(table, entry):
        if name not in MACHINE and before != after:
            yield Part(name, shown(name, before, names), shown(name, after, names))


def _values(table: Table, entry: Journal) -> Iterator[tuple[str, Any, Any]]:
    """Columns with their old and new values: of an insert what is not blank, of an edit what it changed."""
    data = json.loads(entry.data)
    columns = [column.name for column in value_columns(table)]
    if entry.op == "i":
        yield from ((name, None, value) for name, value in zip(columns, data, strict=False) if value not in {"", 0})
    else:
        pairs = ((name, data[name]) for name in columns if isinstance(data.get(name), list))
        yield from ((name, pair[0], pair[1]) for name, pair in pairs)


# ---------------------------------------------------------------- words


def shown(name: str, value: Any, names: Names) -> str:  # noqa: ANN401  whatever JSON holds
    """A value as a page shows it; "" for nothing."""
    if value is None or value == "":
        return ""
    if name in REVEALABLE:
        return masked(str(value))
    if name in _FLAGS:
        return _YES if value else _NO
    if name in _PICTURES:
        return f"#{str(value)[:8]}"
    if (name, value) in names:
        return names[name, value]
    kind = name.rsplit("_", maxsplit=1)[-1] if "_" in name else name
    return _FORMS.get(kind, str)(value)


_FORMS: Mapping[str, Callable[[Any], str]] = {
    "fen": lambda value: yuan(value, grouped=True),
    "e4": price_text,
    "milli": lambda value: decimal_text(value, 3),
    "minutes": lambda value: decimal_text(half_up(value * 100, 60), 2),
    "present": lambda value: decimal_text(half_up(value * 100, 60), 2),
}


def meant(
    session: Session, workshop_id: int, entries: Sequence[Journal], more: Sequence[tuple[str, Any]] = ()
) -> dict[tuple[str, int], str]:
    """What the references among changes, and among ``more`` columns, mean: one statement for each kind that occurs."""
    wanted: dict[str, set[int]] = {}
    for name, value in (*more, *(pair for entry in entries for pair in _named_values(entry))):
        if name in _MEANT and isinstance(value, int):
            wanted.setdefault(name, set()).add(value)
    found: dict[tuple[str, int], str] = {}
    for name, ids in wanted.items():
        model, words = _MEANT[name]
        rows = session.scalars(select(model).where(model.workshop_id == workshop_id, model.id.in_(ids)))
        found |= {(name, row.id): words(row) for row in rows}
    return found


def _named_values(entry: Journal) -> Iterator[tuple[str, Any]]:
    """The columns of a journal row's key, and its old and new values."""
    table = Base.metadata.tables[entry.tbl]
    for column, value in zip(key_columns(table), json.loads(entry.key), strict=True):
        yield column.name, value
    for name, *both in _values(table, entry):
        yield from ((name, value) for value in both)


_MEANT: Mapping[str, tuple[Any, Callable[[Any], str]]] = {
    "worker_id": (Worker, lambda row: f"{row.no} {row.name}".strip()),
    "product_id": (Product, lambda row: row.name),
    "process_id": (Process, lambda row: row.name),
    "material_id": (Material, lambda row: row.name),
}
