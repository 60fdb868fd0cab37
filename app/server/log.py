"""A workshop's log: the batches as their devices sealed them, numbered, passed on to its other devices as they are.

Numbers come from the workshop's counter row, which each ingest holds locked until it commits: numbers become visible in
their order, and a cursor never passes one that is still to come.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import msgspec
from psycopg.types.json import Jsonb

from app.domain.ids import DEVICE_BITS
from app.server.database import Conn
from app.server.devices import public_keys
from app.sync.wire import Batch, ChangeGroup, Group, LogEntry, SealedBatch, open_batch, pack_group, read_group

RowName = tuple[str, str]
_read_payload = msgspec.json.Decoder(Group).decode
_DEVICE_MASK = (1 << DEVICE_BITS) - 1
MAX_BATCHES_BYTES = 1 << 20
_MAX_ENTRIES = 500


@dataclass(slots=True)
class WorkshopState:
    """A workshop's counter row while it is locked: last number of its log, greatest clock, how many changes wait.

    ``founded`` where the workshop's own row was seen; ``high``, ``head`` and ``resealed`` are the sending device's,
    read under the lock, since another request of it may have come between.
    """

    workshop: int
    last_batch: int
    clock: int
    held: int
    founded: bool
    high: int
    head: bytes
    resealed: int

    def next_number(self) -> int:
        """The number of the next entry of the log."""
        self.last_batch += 1
        return self.last_batch


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a device gets of the log: entries, their batches in the same order, keys, and whether there is more."""

    entries: list[LogEntry]
    batches: list[bytes]
    keys: dict[str, str]
    more: bool


def lock_workshop(connection: Conn, workshop: int, device: int) -> WorkshopState:
    """Lock the counter row until the transaction ends, so that one ingest of a workshop follows the other."""
    row = connection.execute(
        "SELECT w.last_batch, w.clock, w.held, EXISTS (SELECT 1 FROM workshop s WHERE s.workshop_id = w.workshop_id),"
        " d.high, d.chain, d.resealed FROM workshop_state w JOIN device d USING (workshop_id)"
        " WHERE w.workshop_id = %s AND d.device = %s FOR UPDATE OF w, d",
        (workshop, device),
        binary=True,
    ).fetchone()
    if row is None:
        raise LookupError(f"workshop {workshop} has device {device} but no counter row")
    last_batch, clock, held, founded, high, head, resealed = row
    return WorkshopState(workshop, last_batch, clock, held, founded, high, bytes(head), resealed)


def append_batch(
    connection: Conn,
    state: WorkshopState,
    number: int,
    sealed: SealedBatch,
    clocks: tuple[int, int],
    skipped: Iterable[int],
) -> None:
    """Enter a batch under ``number`` and write counter row and device back, which ends an ingest.

    ``clocks``: the least and greatest clock in it, ``skipped``: its seqs never to be applied.
    """
    never = sorted(skipped)
    connection.execute(
        "WITH counted AS (UPDATE workshop_state SET last_batch = %s, clock = %s, held = %s WHERE workshop_id = %s),"
        " received AS (UPDATE device SET high = %s, chain = %s WHERE workshop_id = %s AND device = %s)"
        " INSERT INTO sealed_batch (workshop_id, number, device, first_seq, last_seq, first_clock, last_clock, sealed,"
        " received_at, skipped) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            *(state.last_batch, state.clock, state.held, state.workshop),
            *(sealed.last, sealed.after, state.workshop, sealed.device),
            *(state.workshop, number, sealed.device, sealed.first, sealed.last, *clocks, sealed.data),
            *(int(time.time()), Jsonb(never) if never else None),
        ),
    )


def write_state(connection: Conn, state: WorkshopState) -> None:
    """Write the counter row back where no batch was entered."""
    connection.execute(
        "UPDATE workshop_state SET last_batch = %s, clock = %s, held = %s WHERE workshop_id = %s",
        (state.last_batch, state.clock, state.held, state.workshop),
    )


def append_released(connection: Conn, state: WorkshopState, released: list[tuple[int, int]]) -> None:
    """Enter that changes (device, seq) of earlier batches are held no longer."""
    connection.execute(
        "INSERT INTO sealed_batch (workshop_id, number, device, first_seq, last_seq, first_clock, last_clock, sealed,"
        " received_at, released) VALUES (%s, %s, 0, 0, 0, 0, 0, '', %s, %s)",
        (state.workshop, state.next_number(), int(time.time()), Jsonb(released)),
    )


def batches_covering(connection: Conn, workshop: int, device: int, first: int, last: int) -> list[SealedBatch]:
    """The batches of a device with any of its seqs ``first … last``, in the order they came."""
    rows = connection.execute(
        "SELECT sealed FROM sealed_batch WHERE workshop_id = %s AND device = %s AND last_seq >= %s AND first_seq <= %s"
        " ORDER BY number",
        (workshop, device, first, last),
        binary=True,
    )
    return [open_batch(bytes(row[0])) for row in rows]


def known_clocks(connection: Conn, workshop: int, clocks: set[int]) -> set[int]:
    """Those of ``clocks`` that some change in the log, or given back to it, has already."""
    rows = connection.execute(
        "SELECT sealed FROM sealed_batch WHERE workshop_id = %s AND last_clock >= %s AND first_clock <= %s",
        (workshop, min(clocks), max(clocks)),
        binary=True,
    )
    relayed = "SELECT clock FROM relayed_change WHERE workshop_id = %s AND clock = ANY(%s)"
    found: set[int] = {clock for (clock,) in connection.execute(relayed, (workshop, list(clocks)))}
    for (data,) in rows:
        found |= clocks & set(_clocks(open_batch(bytes(data)).read()))
    return found


def note_resealed(connection: Conn, workshop: int, clocks: set[int]) -> None:
    """Remember that clocks of other numbers came, resealed or relayed: the same changes may still come under those."""
    greatest: dict[int, int] = {}
    for clock in sorted(clocks):
        greatest[clock & _DEVICE_MASK] = clock
    for number, clock in greatest.items():
        connection.execute(
            "UPDATE device SET resealed = greatest(resealed, %s) WHERE workshop_id = %s AND device = %s",
            (clock, workshop, number),
        )


def _clocks(batch: Batch) -> Iterable[int]:
    return (clock for group in batch.groups for clock in group.clock)


def pull(connection: Conn, workshop: int, device: int, after: int, room: int) -> Pulled:
    """The log after entry ``after`` for ``device``: others' batches up to ``room`` bytes (at least one), releases."""
    limit = min(room or MAX_BATCHES_BYTES, MAX_BATCHES_BYTES)
    rows = connection.execute(
        "SELECT number, device, first_seq, last_seq, length(sealed), skipped, released,"
        " sum(CASE WHEN device = %s THEN 0 ELSE length(sealed) END) OVER (ORDER BY number)"
        " FROM sealed_batch WHERE workshop_id = %s AND number > %s ORDER BY number LIMIT %s",
        (device, workshop, after, _MAX_ENTRIES + 1),
    ).fetchall()
    fits = [row for row in rows[:_MAX_ENTRIES] if row[7] <= limit] or rows[:1]
    more = len(fits) < len(rows)
    entries, wanted = [], []
    for number, sender, first, last, size, skipped, released, _ in fits:
        if released:
            entries.append(LogEntry(number, 0, [], [(made_by, seq) for made_by, seq in released]))
        elif sender != device:
            held = _held_seqs(connection, workshop, sender, first, last)
            entries.append(LogEntry(number, size, sorted({*held, *(skipped or ())})))
            wanted.append(number)
    if fits and (not entries or entries[-1].number < fits[-1][0]):
        entries.append(LogEntry(fits[-1][0]))  # its own batches: nothing to fetch, but the cursor moves past them
    senders = {row[1] for row in fits if row[0] in set(wanted)}
    return Pulled(entries, _batches(connection, workshop, wanted), public_keys(connection, workshop, senders), more)


def _held_seqs(connection: Conn, workshop: int, device: int, first: int, last: int) -> list[int]:
    rows = connection.execute(
        "SELECT seq FROM held_change WHERE workshop_id = %s AND device = %s AND seq BETWEEN %s AND %s",
        (workshop, device, first, last),
    )
    return [row[0] for row in rows]


def _batches(connection: Conn, workshop: int, numbers: list[int]) -> list[bytes]:
    if not numbers:
        return []
    rows = connection.execute(
        "SELECT sealed FROM sealed_batch WHERE workshop_id = %s AND number = ANY(%s) ORDER BY number",
        (workshop, numbers),
        binary=True,
    )
    return [bytes(row[0]) for row in rows]


def history(connection: Conn, workshop: int, rows: set[RowName]) -> Iterator[tuple[int, ChangeGroup]]:
    """All changes known of some rows (table, key text), but for those that wait, as (device, group)."""
    tables = {table for table, _ in rows}
    for device, group in chain(_logged(connection, workshop), _relayed(connection, workshop, rows)):
        if group.table in tables:
            others = {place for place, key in enumerate(group.key_texts()) if (group.table, key) not in rows}
            kept = group.without(others)
            if len(kept):
                yield device, kept


def _logged(connection: Conn, workshop: int) -> Iterator[tuple[int, ChangeGroup]]:
    """The changes of all batches, but for those never taken and those that wait."""
    waiting = set(connection.execute("SELECT device, seq FROM held_change WHERE workshop_id = %s", (workshop,)))
    with connection.cursor(binary=True, name="history") as cursor:
        cursor.execute(
            "SELECT device, sealed, skipped FROM sealed_batch WHERE workshop_id = %s AND length(sealed) > 0"
            " ORDER BY number",
            (workshop,),
        )
        for device, sealed, skipped in cursor:
            never = {(device, seq) for seq in skipped or ()} | waiting
            for group in open_batch(bytes(sealed)).read().groups:
                out = {place for place, seq in enumerate(group.seq) if (device, seq) in never} if never else set()
                yield device, group.without(out)


def _relayed(connection: Conn, workshop: int, rows: set[RowName]) -> Iterator[tuple[int, ChangeGroup]]:
    tables, keys = zip(*rows, strict=True)
    found = connection.execute(
        "SELECT device, payload FROM relayed_change WHERE workshop_id = %s"
        " AND (tbl, key) IN (SELECT * FROM unnest(%s::text[], %s::text[]))",
        (workshop, list(tables), list(keys)),
    )
    for device, payload in found:
        yield device, read_group(_read_payload(payload))[0]


def keep_relayed(connection: Conn, workshop: int, device: int, group: ChangeGroup) -> None:
    """Enter one change that the log had lost."""
    payload = msgspec.json.encode(pack_group(group)).decode()
    note_resealed(connection, workshop, set(group.clock))
    connection.execute(
        "INSERT INTO relayed_change (workshop_id, tbl, key, clock, device, payload) VALUES (%s, %s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        (workshop, group.table, group.key_texts()[0], group.clock[0], device, payload),
    )
