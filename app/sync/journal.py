"""The journal as sync reads and writes it: own rows to seal, all versions of a row to merge, others' changes as
applied.
"""

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy.orm import Session

from app.domain.canonical import CHAIN_START, chain
from app.domain.merge import Change
from app.sync.sql import rows, run_many, value
from app.sync.wire import ChangeGroup, JournalRow, group_rows, ordered_canonical

_COLUMNS = ", ".join(JournalRow._fields)
_CHAIN_STEP = 5000
_encode = msgspec.json.Encoder().encode


def own_rows(session: Session, workshop: int, device: int, after: int, limit: int) -> list[JournalRow]:
    """The changes of a device behind seq ``after``, in order, at most ``limit``."""
    found = rows(
        session,
        f"SELECT {_COLUMNS} FROM journal WHERE workshop_id = ? AND device = ? AND seq > ? ORDER BY seq LIMIT ?",
        (workshop, device, after, limit),
    )
    return list(map(JournalRow._make, found))


def last_seq(session: Session, workshop: int, device: int) -> int:
    """The last seq of a device in the journal, 0 for none."""
    sql = "SELECT max(seq) FROM journal WHERE workshop_id = ? AND device = ?"
    return int(value(session, sql, (workshop, device)) or 0)


def chain_at(session: Session, workshop: int, device: int, seq: int) -> bytes:
    """The hash chain's value after the changes 1 … ``seq`` of a device, run again from the journal (rare: after a fork,
    or where the server went back).
    """
    head, done = CHAIN_START, 0
    while done < seq:
        part = own_rows(session, workshop, device, done, min(_CHAIN_STEP, seq - done))
        if not part:
            break
        head, done = chain(head, ordered_canonical(group_rows(part))), part[-1].seq
    return head


def known_seqs(session: Session, workshop: int, device: int, first: int, last: int) -> set[int]:
    """Which of a device's seqs ``first … last`` are here, applied or waiting."""
    found: set[int] = set()
    for table in ("journal", "held_change"):
        sql = f"SELECT seq FROM {table} WHERE workshop_id = ? AND device = ? AND seq BETWEEN ? AND ?"
        found.update(seq for (seq,) in rows(session, sql, (workshop, device, first, last)))
    return found


def versions(session: Session, workshop: int, table: str, keys: Collection[str]) -> dict[str, dict[int, Change]]:
    """All known changes of the rows with these keys: key → clock → change."""
    found = rows(
        session,
        f"SELECT {_COLUMNS} FROM journal WHERE workshop_id = ? AND tbl = ? AND key IN (SELECT value FROM json_each(?))",
        (workshop, table, _encode(list(keys)).decode()),
    )
    return by_key(group_rows([JournalRow._make(row) for row in found]))


def by_key(groups: Iterable[ChangeGroup]) -> dict[str, dict[int, Change]]:
    """Changes of one table by key and clock."""
    found: dict[str, dict[int, Change]] = {}
    for group in groups:
        for key, change in zip(group.key_texts(), group.changes(), strict=True):
            found.setdefault(key, {})[change.clock] = change
    return found


def keys_with_versions(session: Session, workshop: int, table: str, keys: Collection[str]) -> set[str]:
    """Which of ``keys`` the journal knows."""
    found = rows(
        session,
        "SELECT DISTINCT key FROM journal WHERE workshop_id = ? AND tbl = ? "
        "AND key IN (SELECT value FROM json_each(?))",
        (workshop, table, _encode(list(keys)).decode()),
    )
    return {key for (key,) in found}


def write_group(session: Session, workshop: int, device: int, group: ChangeGroup) -> None:
    """Enter others' changes as their own devices made them (a relayed group names the device of each)."""
    devices = group.device or [device] * len(group)
    texts = (group.base_texts(), group.user, group.action, group.at, group.key_texts(), group.data_texts())
    run_many(
        session,
        "INSERT INTO journal (workshop_id, tbl, op, device, seq, clock, base, user, action, at, key, data) "
        f"VALUES ({workshop:d}, '{group.table}', '{group.op}', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        zip(devices, group.seq, group.clock, *texts, strict=True),
    )
