"""Registering a device's life with the server, and leaving a number another life uses too (DESIGN 2, 5).

A new life (a restore, a copied folder, another machine) registers with the workshop's join key, without a slip. After a
``fork`` the number is left: what lies behind the last common seq gets a new number, new clocks and, for rows it
inserted, new ids, references too.
"""

from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.ids import DERIVED_FLOOR, next_clock
from app.models.database import Database, new_ids
from app.models.life import start_new_life
from app.models.local import Cursor, Device, Setting
from app.sync.failures import Unreachable
from app.sync.sql import Row, rows, run, run_many, value
from app.sync.standing import Standing
from app.sync.transport import Transport
from app.sync.wire import (
    SIGNER_SETTING,
    EnrollAnswer,
    EnrollRequest,
    Signer,
    enroll_proof,
    is_key,
    public_key,
    sign,
    table_specs,
)

_TRIES = 5
_read_answer = msgspec.json.Decoder(EnrollAnswer).decode
_encode = msgspec.json.Encoder().encode


def signed_enrolment(device: int, seed: bytes, **fields: object) -> bytes:
    """The body of an enrolment, with the proof that the sender holds the key."""
    request = EnrollRequest(device=device, key=public_key(seed).hex(), proof="", **fields)  # type: ignore[arg-type]
    signature = sign(seed, b"", enroll_proof(request))[:64]
    return _encode(msgspec.structs.replace(request, proof=signature.hex()))


def ask(transport: Transport, device: int, seed: bytes, **fields: object) -> EnrollAnswer:
    """The server's answer to an enrolment; raises SyncFailure."""
    try:
        return _read_answer(transport.enroll(signed_enrolment(device, seed, **fields)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreachable("server_garbage", url=transport.url, reason=str(error)) from error


def enroll(
    database: Database, transport: Transport, now: datetime, workshop: int, **fields: object
) -> tuple[EnrollAnswer, int]:
    """Register this database's device for a workshop (0: to join one). Answers what the server said, and the number.

    Draws another number as long as the server knows the present one with another key.
    """
    for _ in range(_TRIES):
        with database.read() as session:
            device = session.execute(select(Device)).scalar_one()
            number, seed = device.number, device.seed
        answer = ask(transport, number, seed, workshop=workshop, **fields)
        if answer.fork is None:
            return answer, number
        with database.write("", "sync.number", capture=False) as session:
            leave_number(session, now, workshop, 0)
    raise Unreachable("number_taken")


def register_life(database: Database, transport: Transport, standing: Standing, now: datetime) -> None:
    """Register a new life with the join key kept in the database; raises SyncFailure."""
    answer, number = enroll(database, transport, now, standing.workshop, join=standing.join_key)
    with database.write("", "sync.register", capture=False) as session:
        cursor = session.get_one(Cursor, standing.workshop)
        cursor.registered_device = number
        cursor.chain = ""
        keep_pack_key(session, answer, now)


def keep_pack_key(session: Session, answer: EnrollAnswer, now: datetime) -> None:
    """Trust the key the county signs rule packs with, as its enrolment told it over the pinned line."""
    if is_key(answer.pack_key):
        signer = Signer(answer.pack_key, answer.place, int(now.timestamp()), "county")
        row = Setting(name=SIGNER_SETTING + answer.pack_key, value=_encode(signer).decode())
        session.merge(row)


# ---------------------------------------------------------------- after a fork


def leave_number(session: Session, now: datetime, workshop: int, common: int) -> int:
    """Begin a new number inside the caller's transaction, which has capture off; answers it.

    The workshop's changes behind the last common seq are made anew under it (new clocks, new ids). Other workshops of
    the database settle the number they leave as after a restore.
    """
    old = session.execute(select(Device)).scalar_one().number
    number = start_new_life(session, now)
    session.flush()
    renew(session, workshop, old, common, number)
    run(session, "UPDATE former_device SET settled = 1 WHERE workshop_id = ? AND number = ?", (workshop, old))
    return number


def leave_forked(session: Session, now: datetime, workshop: int, common: int) -> int:
    """Leave a number that another life of this database has used on; answers the new one.

    The other life may have done so in other workshops too, and its seqs say nothing of ours: what the server has not
    answered for is made anew there as well.
    """
    old = session.execute(select(Device)).scalar_one().number
    number = leave_number(session, now, workshop, common)
    enrolled = (
        "SELECT f.workshop_id, f.sent_seq FROM former_device f JOIN cursor c USING (workshop_id) "
        "WHERE f.number = ? AND f.settled = 0"
    )
    for other, sent in rows(session, enrolled, (old,)):
        renew(session, other, old, sent, number)
        run(session, "UPDATE former_device SET settled = 1 WHERE workshop_id = ? AND number = ?", (other, old))
    return number


def renew(session: Session, workshop: int, old: int, after: int, number: int) -> int:
    """Give the changes of ``old`` behind seq ``after`` seqs 1 … and clocks of ``number``, and new ids to the rows they
    inserted by a counted id; answers how many.
    """
    moved = rows(
        session,
        "SELECT pos, clock, tbl, key, op FROM journal WHERE workshop_id = ? AND device = ? AND seq > ? ORDER BY seq",
        (workshop, old, after),
    )
    _rename_rows(session, workshop, _new_keys(session, moved))
    clock = int(value(session, "SELECT clock FROM counter WHERE workshop_id = ?", (workshop,)) or 0)
    clocks: dict[int, int] = {}
    for _, before, *_ in moved:
        clock = next_clock(clock, number)
        clocks[before] = clock
    run_many(
        session,
        "UPDATE journal SET device = ?, seq = ?, clock = ? WHERE pos = ?",
        [(number, seq, clocks[row[1]], row[0]) for seq, row in enumerate(moved, 1)],
    )
    _replace_bases(session, workshop, clocks)
    sql = "UPDATE counter SET seq = ?, clock = ? WHERE workshop_id = ?"
    run(session, sql, (len(moved), clock, workshop))
    run(session, "DELETE FROM batch WHERE workshop_id = ?", (workshop,))
    own = "DELETE FROM held_change WHERE workshop_id = ? AND side = 'own' AND device = ? AND seq > ?"
    run(session, own, (workshop, old, after))
    return len(moved)


def _new_keys(session: Session, moved: list[Row]) -> dict[str, dict[int, int]]:
    """Table → old id → new id of the rows inserted by a counted id among these changes."""
    specs = table_specs()
    inserted = [(tbl, msgspec.json.decode(key)) for _, _, tbl, key, op in moved if op == "i" and specs[tbl].counter_id]
    counted = [(tbl, key[0]) for tbl, key in inserted if key[0] < DERIVED_FLOOR]
    fresh = new_ids(session, len(counted)) if counted else range(0)
    found: dict[str, dict[int, int]] = {}
    for (tbl, old), new in zip(counted, fresh, strict=True):
        found.setdefault(tbl, {})[old] = new
    return found


def _rename_rows(session: Session, workshop: int, renamed: dict[str, dict[int, int]]) -> None:
    """New ids into the rows themselves, into rows that refer to them, and into the journal of both."""
    for spec in table_specs().values():
        holding = spec.refs | ({"id": spec.name} if spec.counter_id else {})
        parents = {column: renamed[table] for column, table in holding.items() if table in renamed}
        for column, ids in parents.items():
            sql = f'UPDATE "{spec.name}" SET "{column}" = ? WHERE workshop_id = ? AND "{column}" = ?'
            run_many(session, sql, [(new, workshop, old) for old, new in ids.items()])
        if parents:
            _rename_journal(session, workshop, spec.name, parents)


def _rename_journal(session: Session, workshop: int, table: str, parents: dict[str, dict[int, int]]) -> None:
    spec = table_specs()[table]
    keys, columns = [column.name for column in spec.key], list(spec.columns)
    changed = []
    found = rows(session, "SELECT pos, key, data FROM journal WHERE workshop_id = ? AND tbl = ?", (workshop, table))
    for pos, key, data in found:
        new_key = _renamed(msgspec.json.decode(key), keys, parents)
        new_data = _renamed(msgspec.json.decode(data), columns, parents)
        spelled = (_encode(new_key).decode(), _encode(new_data).decode())
        if spelled != (key, data):
            changed.append((*spelled, pos))
    run_many(session, "UPDATE journal SET key = ?, data = ? WHERE pos = ?", changed)
    run_many(
        session,
        "UPDATE conflict SET key = ? WHERE workshop_id = ? AND tbl = ? AND key = ?",
        [
            (_encode([new]).decode(), workshop, table, _encode([old]).decode())
            for old, new in parents.get("id", {}).items()
        ],
    )


def _renamed(cells: object, names: list[str], parents: dict[str, dict[int, int]]) -> object:
    """A key or insert (list in the order of ``names``), or the object of an update, with ids replaced."""

    def new(name: str, cell: object) -> object:
        ids = parents.get(name)
        if ids is None:
            return cell
        if isinstance(cell, list):
            return [ids.get(each, each) for each in cell]
        return ids.get(cell, cell) if isinstance(cell, int) else cell

    if isinstance(cells, dict):
        return {name: new(name, cell) for name, cell in cells.items()}
    if isinstance(cells, list):
        return [new(name, cell) for name, cell in zip(names, cells, strict=False)]
    return cells


def _replace_bases(session: Session, workshop: int, clocks: dict[int, int]) -> None:
    """Changes that name a renewed clock as base name its new one; so do the rows of ``conflict``."""

    def new(base: object) -> object:
        if isinstance(base, dict):
            return {group: new(each) for group, each in base.items()}
        if isinstance(base, list):
            return [new(each) for each in base]
        return clocks.get(base, base) if isinstance(base, int) else base

    for table, identity, columns in (("journal", "pos", ("base",)), ("conflict", "rowid", ("shown", "heads", "same"))):
        listed = ", ".join(columns)
        where = "workshop_id = ? AND base IS NOT NULL" if table == "journal" else "workshop_id = ?"
        found = rows(session, f"SELECT {identity}, {listed} FROM {table} WHERE {where}", (workshop,))
        changed = []
        for place, *cells in found:
            renewed = [_encode(new(msgspec.json.decode(str(cell)))).decode() for cell in cells]
            if renewed != [str(cell) for cell in cells]:
                changed.append((*renewed, place))
        assigned = ", ".join(f"{column} = ?" for column in columns)
        run_many(session, f"UPDATE {table} SET {assigned} WHERE {identity} = ?", changed)


def settle_former(session: Session, standing: Standing, number: int, high: int) -> int:
    """Take over what the server lacks of a former number: seqs before those made since, clocks and ids kept.

    Runs with capture off, after everything was pulled and before anything was sealed. Answers how many changes.
    """
    place = (standing.workshop, number, high)
    sql = "SELECT pos FROM journal WHERE workshop_id = ? AND device = ? AND seq > ? ORDER BY seq"
    moved = [pos for (pos,) in rows(session, sql, place)]
    own = "WHERE workshop_id = ? AND device = ?"  # in two steps: the index on seq allows no two alike in between
    run(session, f"UPDATE journal SET seq = -seq - ? {own}", (len(moved), standing.workshop, standing.device))
    run(session, f"UPDATE journal SET seq = -seq {own}", (standing.workshop, standing.device))
    run_many(
        session,
        "UPDATE journal SET device = ?, seq = ? WHERE pos = ?",
        [(standing.device, seq, pos) for seq, pos in enumerate(moved, 1)],
    )
    run(session, "UPDATE counter SET seq = seq + ? WHERE workshop_id = ?", (len(moved), standing.workshop))
    run(
        session,
        "UPDATE former_device SET settled = 1 WHERE workshop_id = ? AND number = ?",
        (standing.workshop, number),
    )
    return len(moved)
