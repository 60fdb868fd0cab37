"""Asks the journal who last changed a record: a book, or a person since."""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import Base, groups
from app.models.local import Journal
from app.services.importing.records import Key, Plan, Values
from app.services.importing.stored import each

IMPORT_ACTION = "import.book"


class History:
    """The newest change of each group of the records of one table that were asked about: one statement."""

    def __init__(self, session: Session, plan: Plan, table: str, keys: Iterable[Key]) -> None:
        self._table = table
        self._groups = tuple(groups(Base.metadata.tables[table]))
        self._newest: dict[tuple[Key, str], tuple[str, str]] = {}
        texts = {json.dumps(key, ensure_ascii=False, separators=(",", ":")): key for key in keys}
        if not texts:
            return
        rows = session.execute(
            select(Journal.key, Journal.action, Journal.op, Journal.base)
            .where(Journal.workshop_id == plan.workshop_id, Journal.tbl == table, Journal.key.in_(each(texts)))
            .order_by(Journal.clock)
        )
        for text, action, op, base in rows:
            for group in self._touched(op, base):
                self._newest[texts[text], group] = (action, op)

    def edited(self, key: Key, row: Values, group: str | None = None) -> bool:
        """Whether a person changed a record (or a group of it) after the last book; making a workshop is no edit."""
        newest = [
            self._newest[key, name] for name in ([group] if group else self._groups) if (key, name) in self._newest
        ]
        if not newest:
            return not row["source"] if "source" in row else False
        return any(
            not action.startswith("import") and not (self._table == "workshop" and op == "i") for action, op in newest
        )

    def _touched(self, op: str, base: str | None) -> Iterable[str]:
        if op == "u" and len(self._groups) > 1 and base:
            return set(json.loads(base)) & set(self._groups)
        return self._groups
