"""The sheet 工人 as records: who is who, pay terms and household over time, opening balances."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain import identity_number
from app.domain.ids import derived_id
from app.domain.vocabulary import Basis
from app.services.importing.records import TITLES, Key, Plan, Value, Values, plain
from app.services.importing.stored import Stored
from app.services.importing.versions import in_force, plan_versions, stored_versions
from app.services.workbook.problems import Problem
from app.services.workbook.rows import Book, WorkerRow

SHEET = "工人"
_ROW_FIELDS = {"hired_on": "hired", "left_on": "left", "base": "household"}
_OPENINGS = tuple(TITLES["opening"])


@dataclass(slots=True)
class People:
    """Employments by 编号, of the book and of the database; who is meant depends on the day."""

    employed: dict[str, list[tuple[str, str, int]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[int, str] = field(default_factory=dict)

    def add(self, no: str, hired: str, left: str | None, worker_id: int) -> None:
        """Remember an employment."""
        self.employed[no].append((hired, left or "9999", worker_id))
        self.employed[no].sort()

    def who(self, no: str, day: str) -> int:
        """The worker employed under a number on a day; else the last one hired before it; else the first."""
        for hired, left, worker_id in reversed(self.employed[no]):
            if hired <= day <= left:
                return worker_id
        before = [worker_id for hired, _, worker_id in self.employed[no] if hired <= day]
        return before[-1] if before else self.employed[no][0][2]


def plan_people(plan: Plan, book: Book, stored: Stored, locked: Mapping[int, set[str]]) -> People:
    """Ask for all workers of the book with what hangs on them; ``locked`` are the months of locked slips by worker."""
    people = People()
    matched = _match(plan, book, stored)
    headings = book.headings.get(SHEET, frozenset())
    for row, worker_id in matched:
        plan.want("worker", (worker_id,), _values("worker", row, headings), SHEET, row.row)
        people.add(row.no, row.hired.isoformat(), plain_date(row.left), worker_id)
        people.names[worker_id] = f"{row.no} {row.name}"
    here = {worker_id for _, worker_id in matched}
    for key, worker in stored.live("worker"):
        people.names.setdefault(int(key[0]), f"{worker['no']} {worker['name']}")
        if key[0] not in here:
            people.add(str(worker["no"]), str(worker["hired_on"]), plain_date(worker["left_on"]), int(key[0]))
    _plan_dated(plan, "pay_term", matched, stored, headings)
    _plan_dated(plan, "household_status", matched, stored, headings)
    for row, worker_id in matched:
        _plan_opening(plan, row, worker_id, stored, locked.get(worker_id, set()))
    return people


def plain_date(value: object) -> str | None:
    """A date as ISO text, or None."""
    found = plain(value)
    return str(found) if found else None


# ------------------------------------------------------------------ who is who
def _match(plan: Plan, book: Book, stored: Stored) -> list[tuple[WorkerRow, int]]:
    """Each row with its worker: first by 编号 among those present, else a new one with an id of its identity."""
    present: dict[str, list[tuple[int, Values]]] = defaultdict(list)
    for (worker_id, *_), worker in stored.live("worker"):
        present[str(worker["no"])].append((int(worker_id), worker))
    found = []
    for row in sorted(book.workers, key=lambda one: one.hired):
        known = _same(row, present[row.no])
        present[row.no] = [pair for pair in present[row.no] if pair[0] != known]
        born = derived_id(plan.workshop_id, "worker", row.no, row.hired.isoformat())
        found.append((row, born if known is None else known))
    return found


def _same(row: WorkerRow, candidates: list[tuple[int, Values]]) -> int | None:
    """The stored worker a row is about: hired the same day, else one whose employment the row's does not follow."""
    hired, left = row.hired.isoformat(), plain_date(row.left)
    exact = [worker_id for worker_id, worker in candidates if worker["hired_on"] == hired]
    if exact:
        return exact[0]
    open_ones = [
        (str(worker["hired_on"]), worker_id)
        for worker_id, worker in candidates
        if not (worker["left_on"] and hired > str(worker["left_on"])) and not (left and left < str(worker["hired_on"]))
    ]
    return max(open_ones)[1] if open_ones else None


def _values(table: str, row: WorkerRow, headings: frozenset[str]) -> Values:
    """A table's columns as the row has them, those whose heading the book has."""
    values = {
        column: plain(getattr(row, _ROW_FIELDS.get(column, column)))
        for column, title in TITLES[table].items()
        if title in headings
    }
    if table == "worker" and not values.get("sex") and row.id_number:
        values["sex"] = identity_number.sex(row.id_number)
    if "base" in values and values["base"] is None:
        values["base"] = ""
    if row.basis is Basis.PIECE and "rate_fen" in values:
        values["rate_fen"] = None
    return values


# ------------------------------------------------------------------ dated
def _plan_dated(
    plan: Plan, table: str, matched: list[tuple[WorkerRow, int]], stored: Stored, headings: frozenset[str]
) -> None:
    """Pay terms or household status of every worker, as records valid from a date on."""
    versions, all_titles = stored_versions(stored, table), frozenset(TITLES[table].values())
    for row, worker_id in matched:
        live = versions[worker_id,]
        present = in_force(live, plan.last_day)
        want = dict(present.values) if present else _values(table, row, all_titles)
        want |= _values(table, row, headings)
        if live or table == "pay_term" or any(want.values()):
            plan_versions(plan, table, (worker_id,), live, want, row.hired.isoformat(), (SHEET, row.row))


# ------------------------------------------------------------------ openings
def _plan_opening(plan: Plan, row: WorkerRow, worker_id: int, stored: Stored, locked: set[str]) -> None:
    """期初: one record a worker and year of the book's month; refused where it would cover a locked month."""
    given = {column: getattr(row, f"opening_{column}") for column in _OPENINGS}
    if all(value is None for value in given.values()):
        return
    values: Values = {column: value or 0 for column, value in given.items()}
    key: Key = (worker_id, int(plan.month[:4]))
    known = dict(stored.live("opening")).get(key)
    values["before_month"] = plan.month if known is None else _reach(known, values, plan.month)
    against = None if known is not None and values.items() <= known.items() else _against(known, values, plan, locked)
    if against is None:
        plan.want("opening", key, values, SHEET, row.row)
        return
    kind, month = against
    plan.claimed.add(("opening", key))
    found = Problem(SHEET, row.row, "期初月数", kind, {"what": f"{row.no} {row.name}", "month": month})
    (plan.problems if kind == "import_opening_locked" else plan.kept).append(found)


def _reach(known: Values, values: Values, month: str) -> Value:
    """The month an opening stands before: that of the known one while it covers as many months."""
    return known["before_month"] if known["months"] == values["months"] else month


def _against(known: Values | None, values: Values, plan: Plan, locked: set[str]) -> tuple[str, str] | None:
    """What keeps an opening from being taken, and its month: a later book's, or a locked payroll it would cover."""
    if known is not None and str(known["before_month"]) > plan.month:
        return "import_opening_later", str(known["before_month"])
    covered = sorted(month for month in locked if month < str(values["before_month"]))
    moved = known is None or known["before_month"] != values["before_month"]
    return ("import_opening_locked", covered[0]) if covered and moved else None
