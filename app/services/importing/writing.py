"""Compares what a book asks for with what is stored, and writes the difference: nothing where there is none."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Table, and_, bindparam, func, insert, select, union_all, update
from sqlalchemy.orm import Session

from app.models.base import Base, groups, key_columns
from app.services.importing.history import History
from app.services.importing.outcome import Fate, Outcome
from app.services.importing.records import ENTRIES, MAIN_TABLE, TABLES, Key, Plan, Values, Wanted, defaults
from app.services.importing.stored import Stored, each

_CHILDREN = {"piece_entry": "team_share", "training": "training_attendance"}
_PARENTS = {child: parent for parent, child in _CHILDREN.items()}
_ALONE = frozenset(
    {"workshop", "workshop_terms", "pay_term", "household_status", *_PARENTS}
)  # never gone by themselves
_OF_WORKER = ("household_status", "pay_term", "opening")
_USED_BY = {
    "worker": (
        *((name, "worker_id") for name in ("attendance", "piece_entry", "team_share", "adjustment", "advance")),
        *(("training_attendance", "worker_id"), ("slip", "worker_id")),
    ),
    "process": (("piece_entry", "process_id"), ("piece_price", "process_id")),
    "product": (("process", "product_id"), ("sale", "product_id")),
}


class Writer:
    """One import's writing, within its transaction; ``overwrite`` lets the book win over a person's edits."""

    def __init__(self, session: Session, plan: Plan, stored: Stored, outcome: Outcome, *, overwrite: bool) -> None:
        self._session, self._plan, self._stored, self._outcome = session, plan, stored, outcome
        self._overwrite = overwrite
        self._left_alone: set[tuple[str, Key]] = set()

    # -------------------------------------------------------------- added and changed
    def put(self) -> None:
        """Insert and update all records the book asks for, parents before children."""
        for table in TABLES:
            wanted, rows = self._plan.wanted[table], self._stored.rows[table]
            history = History(self._session, self._plan, table, (key for key in wanted if self._differs(table, key)))
            inserts: list[Values] = []
            updates: list[tuple[Key, Values]] = []
            for key, one in wanted.items():
                if key not in rows and (_PARENTS.get(table, ""), key[:1]) not in self._left_alone:
                    inserts.append(self._named(table, key) | defaults(table) | one.values | self._source(table, one))
                    self._outcome.note(one, Fate.ADDED)
                elif key in rows and (changed := self._changes(one, rows[key], history)):
                    updates.append((key, changed))
            if inserts:
                self._session.execute(insert(_table(table)), inserts)
            self._update(table, updates)

    def _differs(self, table: str, key: Key) -> bool:
        row = self._stored.rows[table].get(key)
        if row is None:
            return False
        values = self._plan.wanted[table][key].values
        return bool(row["deleted"]) or any(row[column] != value for column, value in values.items())

    def _changes(self, one: Wanted, row: Values, history: History) -> Values:
        """The columns of a stored row to write; what is kept instead is listed."""
        if not self._differs(one.table, one.key):
            self._outcome.note(one, Fate.UNCHANGED)
            return {}
        if row["deleted"]:
            return self._revive(one, row, history)
        if self._kept_whole(one, row):
            return {}
        changed: Values = {}
        for group, columns in groups(_table(one.table)).items():
            named = [name for name in columns if name in one.values]
            differing = {name: one.values[name] for name in named if one.values[name] != row[name]}
            if differing and self._stays(one, row, history, group):
                self._outcome.keep(one.table, row, "import_kept_edited", one, tuple(differing))
                self._left_alone.add((one.table, one.key))
            else:
                changed |= differing
        if changed:
            self._outcome.note(one, Fate.UPDATED)
        if changed and one.table in ENTRIES:
            changed["source"] = one.source
        return changed

    def _stays(self, one: Wanted, row: Values, history: History, group: str) -> bool:
        """Whether a person's edit of a group wins over the book."""
        if self._overwrite or (one.forced and group == "identity"):
            return False
        return history.edited(one.key, row, group)

    def _kept_whole(self, one: Wanted, row: Values) -> bool:
        """Whether an entry stays because another book's row stands there, or its parent is left alone."""
        if (_PARENTS.get(one.table, ""), one.key[:1]) in self._left_alone:
            return True
        source = row.get("source")
        if self._overwrite or one.table not in ENTRIES or not source or source == one.source:
            return False
        self._outcome.keep(one.table, row, "import_kept_other_book", one)
        self._left_alone.add((one.table, one.key))
        return True

    def _revive(self, one: Wanted, row: Values, history: History) -> Values:
        if history.edited(one.key, row) and not self._overwrite:
            self._outcome.keep(one.table, row, "import_kept_deleted", one)
            self._left_alone.add((one.table, one.key))
            return {}
        self._outcome.note(one, Fate.ADDED)
        return defaults(one.table) | one.values | self._source(one.table, one) | {"deleted": 0}

    # -------------------------------------------------------------- gone
    def remove(self, sheets: Iterable[str]) -> None:
        """Mark deleted what came from these sheets before and is gone; edits and what is used stay."""
        sources = {self._plan.source(sheet) for sheet in sheets}
        for table in reversed(TABLES):
            if table in _ALONE:
                continue
            gone = [(key, row) for key, row in self._stored.live(table) if self._is_gone(table, key, row, sources)]
            taken = self._mark(table, gone)
            if table in _CHILDREN:
                wanted = [key for key in self._plan.wanted[table] if (table, key) not in self._left_alone]
                self._remove_children(_CHILDREN[table], {*wanted, *(key for key, _ in taken)})
            if table == "worker":
                self._remove_owned({key for key, _ in taken})

    def _remove_owned(self, workers: set[Key]) -> None:
        """Pay terms, household and openings go with their worker."""
        for table in _OF_WORKER:
            owned = [key for key, _ in self._stored.live(table) if key[:1] in workers]
            self._update(table, [(key, {"deleted": 1}) for key in owned])

    def _is_gone(self, table: str, key: Key, row: Values, sources: set[str]) -> bool:
        if key in self._plan.wanted[table] or (table, key) in self._plan.claimed or row["source"] not in sources:
            return False
        return table != "opening" or key[:1] in self._plan.wanted["worker"]

    def _mark(self, table: str, gone: list[tuple[Key, Values]]) -> list[tuple[Key, Values]]:
        """Mark deleted what may go; what stays is listed."""
        if not gone:
            return []
        history = History(self._session, self._plan, table, (key for key, _ in gone))
        used, touched = self._used(table, [key for key, _ in gone]), self._touched(table, gone)
        taken = []
        for key, row in gone:
            if key in used:
                self._outcome.keep(table, row, "import_kept_used")
            elif (history.edited(key, row) or key in touched) and not self._overwrite:
                self._outcome.keep(table, row, "import_kept_gone")
            else:
                taken.append((key, row))
        self._update(table, [(key, {"deleted": 1}) for key, _ in taken])
        self._count_gone(table, taken)
        return taken

    def _touched(self, table: str, gone: list[tuple[Key, Values]]) -> set[Key]:
        """Workers whose pay terms, household or opening a person edited."""
        found: set[Key] = set()
        for child in _OF_WORKER if table == "worker" else ():
            keys = {key for key, _ in gone}
            rows = [(key, row) for key, row in self._stored.live(child) if key[:1] in keys]
            history = History(self._session, self._plan, child, (key for key, _ in rows))
            found |= {key[:1] for key, row in rows if history.edited(key, row)}
        return found

    def _remove_children(self, table: str, parents: set[Key]) -> None:
        """Shares of a team or participants of a session that the book no longer has, and those of entries now gone."""
        wanted = self._plan.wanted[table]
        gone = [(key, row) for key, row in self._stored.live(table) if key[:1] in parents and key not in wanted]
        self._mark(table, gone)

    def _used(self, table: str, keys: list[Key]) -> set[Key]:
        """Of rows to be marked deleted, the keys that a row still standing refers to."""
        if table == "piece_price":
            return self._prices_used(keys)
        if table not in _USED_BY:
            return set()
        ids = each(key[0] for key in keys)
        parts = [
            select(one.c[column]).where(
                one.c.workshop_id == self._plan.workshop_id, one.c.deleted == 0, one.c[column].in_(ids)
            )
            for one, column in ((_table(name), column) for name, column in _USED_BY[table])
        ]
        return {(number,) for number in self._session.scalars(union_all(*parts))}

    def _prices_used(self, keys: list[Key]) -> set[Key]:
        """Prices that entries of other months may be paid by: those stay though the book of this month drops them."""
        entry = _table("piece_entry")
        last = select(entry.c.process_id, entry.c.grade, func.max(entry.c.date)).where(
            entry.c.workshop_id == self._plan.workshop_id,
            entry.c.deleted == 0,
            entry.c.process_id.in_(each(key[0] for key in keys)),
            (entry.c.date < self._plan.first_day) | (entry.c.date > self._plan.last_day),
        )
        rows = self._session.execute(last.group_by(entry.c.process_id, entry.c.grade))
        made = {(process_id, grade): day for process_id, grade, day in rows}
        return {key for key in keys if made.get((key[0], key[1]), "") >= str(key[2])}

    def _count_gone(self, table: str, taken: list[tuple[Key, Values]]) -> None:
        """A mark taken out of a worker's row, or a share out of an entry, changes that row; all else is gone."""
        above: dict[str | int, Wanted] = {}
        if table in ("attendance", "opening"):
            above = {
                one.key[0]: one for one in self._plan.wanted[table if table == "attendance" else "worker"].values()
            }
        if table in _PARENTS:
            above = {one.key[0]: one for one in self._plan.wanted[_PARENTS[table]].values()}
        for key, row in taken:
            if key[0] in above:
                self._outcome.note(above[key[0]], Fate.UPDATED)
            elif table in MAIN_TABLE.values():
                self._outcome.gone[str(row["source"]).partition(" ")[0]] += 1

    # -------------------------------------------------------------- statements
    def _named(self, table: str, key: Key) -> Values:
        named: Values = {"workshop_id": self._plan.workshop_id}
        for column, value in zip(key_columns(_table(table)), key, strict=True):
            named[column.name] = value
        return named

    def _source(self, table: str, one: Wanted) -> Values:
        return {"source": one.source} if "source" in _table(table).columns else {}

    def _update(self, table: str, changes: list[tuple[Key, Values]]) -> None:
        """One statement for each set of columns that changes together."""
        by_columns: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
        for key, values in changes:
            named: dict[str, object] = {f"key_{name}": value for name, value in self._named(table, key).items()}
            by_columns[tuple(sorted(values))].append(named | {f"new_{name}": value for name, value in values.items()})
        one = _table(table)
        keys = ["workshop_id", *(column.name for column in key_columns(one))]
        where = and_(*(one.c[name] == bindparam(f"key_{name}") for name in keys))
        for columns, parameters in by_columns.items():
            statement = update(one).where(where).values({name: bindparam(f"new_{name}") for name in columns})
            self._session.connection().execute(statement, parameters)


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
