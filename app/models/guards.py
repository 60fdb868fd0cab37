"""Guard triggers: what may not happen to a synced row, or to the journal's own tables, while capture is on.

Keys are never edited, rows never really deleted (which also refuses INSERT OR REPLACE, since recursive_triggers is on),
insert-only rows never updated; no row is born deleted, a deleted one is not edited before it is re-created, and
``extra``, which the journal does not carry, is written by sync alone. The journal is only appended to. Nobody is paid
more than a slip's net (RULES 6): what did not come back of a worker's payments and the new one together. A locked run
gets no further slips and lines, and one that was given up no payments.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from app.domain.vocabulary import RunEvent, RunState
from app.models.base import key_columns, sync_info, value_columns

NUL_MESSAGE = "text holds a NUL"
CAPTURING = "(SELECT coalesce(max(capture), 1) FROM origin) = 1"
_NUL = "instr(NEW.{0}, '\\u0000') AND instr(replace(NEW.{0}, '\\\\', ''), '\\u0000')"

_NET = (
    "coalesce((SELECT net_fen FROM slip WHERE workshop_id = NEW.workshop_id AND run_id = NEW.run_id "
    "AND worker_id = NEW.worker_id AND deleted = 0), 0)"
)
_PAID = (
    "(SELECT coalesce(sum(p.amount_fen), 0) FROM payment p INDEXED BY ix_payment_workshop_id_run_id_worker_id "
    "WHERE p.workshop_id = NEW.workshop_id "
    "AND p.run_id = NEW.run_id AND p.worker_id = NEW.worker_id AND p.deleted = 0 AND NOT EXISTS "
    "(SELECT 1 FROM payment_return r WHERE r.workshop_id = p.workshop_id AND r.payment_id = p.id AND r.deleted = 0))"
)
ABOVE_NET = f"{CAPTURING} AND (NEW.amount_fen <= 0 OR {_PAID} + NEW.amount_fen > {_NET})"
"""When a payment is refused; what two PCs paid at once is merged with capture off, and shown as paid twice."""

RUN_LOCKED = (
    f"{CAPTURING} AND EXISTS (SELECT 1 FROM payroll_event e "
    "WHERE e.workshop_id = NEW.workshop_id AND e.run_id = NEW.run_id)"
)
"""When a slip or a line of one is refused: its run has an event, the first of which ends its lock."""
RUN_GIVEN_UP = (
    f"{CAPTURING} AND (SELECT e.state FROM payroll_event e WHERE e.workshop_id = NEW.workshop_id "
    f"AND e.run_id = NEW.run_id AND e.deleted = 0 AND e.state <> '{RunEvent.UNARCHIVED}' "
    "ORDER BY (SELECT max(j.clock) FROM journal j "
    "WHERE j.workshop_id = e.workshop_id AND j.tbl = 'payroll_event' AND j.key = json_array(e.id)) DESC, e.id DESC "
    f"LIMIT 1) IN ('{RunState.REOPENED}', '{RunState.VOIDED}')"
)
"""When a payment is refused: the last event known of its run that names a state gave it up."""


def changed(columns: list[str]) -> str:
    """SQL: whether an update changes any of ``columns``."""
    return "(" + " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns) + ")"


def refuse(message: str, condition: str = "") -> str:
    """SQL: abort the statement with ``message``, where ``condition`` holds."""
    where = f" WHERE {condition}" if condition else ""
    return f"SELECT RAISE(ABORT, '{message}'){where}"


def _guard(event: str, table: str, when: str, message: str) -> str:
    return f'BEFORE {event} ON "{table}" WHEN {when} BEGIN {refuse(message)}; END'


def guard_triggers(table: Table) -> Iterator[tuple[str, str]]:
    """Name and body of a synced table's guards."""
    name = table.name
    keys = ["workshop_id", *(column.name for column in key_columns(table))]
    values = [column.name for column in value_columns(table)]
    born = f"{CAPTURING} AND (NEW.deleted <> 0 OR NEW.extra IS NOT NULL)"
    yield f"guard_{name}_birth", _guard("INSERT", name, born, f"row of {name} cannot be born deleted or with extra")
    key = f"{CAPTURING} AND {changed(keys)}"
    yield f"guard_{name}_key", _guard("UPDATE", name, key, f"key of {name} cannot be edited")
    delete = f"row of {name} cannot be deleted, only marked"
    yield f"guard_{name}_delete", _guard("DELETE", name, CAPTURING, delete)
    if name == "payment":
        yield (
            "guard_payment_net",
            _guard("INSERT", name, ABOVE_NET, "a payment is of nothing, or above the net of its slip"),
        )
        yield "guard_payment_run", _guard("INSERT", name, RUN_GIVEN_UP, "a run reopened or voided is not paid")
    if name in {"slip", "slip_line"}:
        yield f"guard_{name}_locked", _guard("INSERT", name, RUN_LOCKED, f"a locked run takes no further {name}")
    if sync_info(table).insert_only:
        yield f"guard_{name}_insert_only", _guard("UPDATE", name, CAPTURING, f"row of {name} cannot be changed")
        return
    dead = f"{CAPTURING} AND OLD.deleted = 1 AND NEW.deleted = 1 AND {changed(values)}"
    yield f"guard_{name}_deleted", _guard("UPDATE", name, dead, f"row of {name} is deleted: re-create it first")
    mark = f"{CAPTURING} AND (NEW.deleted NOT IN (0, 1) OR {changed(['extra'])})"
    yield (
        f"guard_{name}_mark",
        _guard("UPDATE", name, mark, f"delete mark of {name} is 0 or 1, extra is written by sync"),
    )


def local_guards() -> Iterator[tuple[str, str]]:
    """Name and body of the guards of journal, origin and counter."""
    for event in ("UPDATE", "DELETE"):
        yield f"guard_journal_{event.lower()}", _guard(event, "journal", CAPTURING, "the journal is only appended to")
    text = f"{CAPTURING} AND ({_NUL.format('data')} OR {_NUL.format('key')})"
    yield "guard_journal_text", _guard("INSERT", "journal", text, NUL_MESSAGE)
    yield "guard_origin_delete", _guard("DELETE", "origin", "1", "origin keeps its one row")
    second = "EXISTS (SELECT 1 FROM origin)"
    yield "guard_origin_insert", _guard("INSERT", "origin", second, "origin keeps its one row")
    yield "guard_counter_delete", _guard("DELETE", "counter", CAPTURING, "a counter is never deleted")
    yield "guard_counter_back", _guard("UPDATE", "counter", "NEW.clock < OLD.clock", "a clock never goes back")
