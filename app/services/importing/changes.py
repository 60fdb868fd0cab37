"""What an import changed that a person should know of: fields of the workshop, and months that are locked."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.messages import Word
from app.domain.money import yuan
from app.models.base import Base
from app.models.queries.runs import run_heads
from app.services.importing.outcome import Fate, Outcome
from app.services.importing.records import TITLES, Plan, Value, Values
from app.services.importing.stored import Stored
from app.services.importing.versions import in_force, stored_versions
from app.services.workbook.problems import Problem
from app.services.workbook.rows import Book

SHEET = "工坊"
_OF_PAY = ("工坊", "工人", "考勤", "单价", "节假日")
"""Sheets any change of which may alter the pay of the book's month; entries alter that of their own month."""
_YES_NO = {1: Word("import_yes"), 0: Word("import_no")}


def workshop_changes(session: Session, plan: Plan, before: Stored) -> Iterator[Problem]:
    """Each field of the workshop that had a value and has another now, old and new; its name first.

    ``before`` is what was stored before the import wrote; a field filled in for the first time is no change.
    """
    row = before.rows["workshop"][()]
    now = _only(session, plan, "workshop")
    for column, title in TITLES["workshop"].items():
        yield from _changed(title, column, row[column], now[column])
    old = in_force(stored_versions(before, "workshop_terms")[()], plan.last_day)
    new = in_force(stored_versions(_terms_now(session, plan), "workshop_terms")[()], plan.last_day)
    for column, title in TITLES["workshop_terms"].items() if old and new else ():
        if old and new:
            yield from _changed(title, column, old.values[column], new.values[column])


def _changed(title: str, column: str, old: Value, new: Value) -> Iterator[Problem]:
    if old in ("", None) or old == new:
        return
    kind = "import_workshop_renamed" if column == "name" else "import_workshop_changed"
    yield Problem(SHEET, 0, title, kind, {"old": _said(column, old), "new": _said(column, new)})


def _said(column: str, value: Value) -> object:
    """A stored value as a person reads it."""
    if column == "pays_statutory":
        return _YES_NO[int(value or 0)]
    if column.endswith("_fen") and isinstance(value, int):
        return yuan(value, grouped=True)
    return Word("import_nothing") if value in ("", None) else str(value)


def _only(session: Session, plan: Plan, name: str) -> Values:
    table = Base.metadata.tables[name]
    query = select(table).where(table.c.workshop_id == plan.workshop_id)
    return dict(session.execute(query).mappings().one())


def _terms_now(session: Session, plan: Plan) -> Stored:
    table = Base.metadata.tables["workshop_terms"]
    query = select(table).where(table.c.workshop_id == plan.workshop_id)
    found = (dict(row) for row in session.execute(query).mappings())
    return Stored({"workshop_terms": {(row["valid_from"],): row for row in found}})


def locked_notices(session: Session, workshop_id: int, book: Book, outcome: Outcome) -> tuple[Problem, ...]:
    """Months whose payroll is locked and of whose records the import changed something."""
    standing = {head.month for head in run_heads(session, workshop_id) if head.stands}
    locked = sorted(standing & _changed_months(book, outcome))
    return tuple(Problem("", 0, "", "import_month_locked", {"month": month}) for month in locked)


def _changed_months(book: Book, outcome: Outcome) -> set[str]:
    months = {("增减", row.row): row.month for row in book.adjustments}
    months |= {("计件", row.row): f"{row.day:%Y-%m}" for row in book.pieces}
    months |= {("预支", row.row): f"{row.day:%Y-%m}" for row in book.advances}
    written = {at for at, fates in outcome.fates.items() if any(fate in _WRITTEN for _, fate in fates)}
    found = {months[at] for at in written if at in months}
    gone = {sheet for sheet, count in outcome.gone.items() if count}
    if any(sheet in _OF_PAY for sheet, _ in written) or gone & {*_OF_PAY, "增减", "计件", "预支"}:
        found.add(book.month)
    return found


_WRITTEN = frozenset({Fate.ADDED, Fate.UPDATED})
