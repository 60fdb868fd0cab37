"""Changes that wait at the server, and their release when their row or parent changes (DESIGN 5)."""

from collections.abc import Iterable

import msgspec

from app.server.database import Conn
from app.server.ingest import Intake, apply_changes
from app.server.judging import Held
from app.server.log import WorkshopState, append_released
from app.sync.wire import ChangeGroup, Group, read_group

_read_payload = msgspec.json.Decoder(Group).decode
_FOR_GOOD = ("not_writer", "insert_only", "id_taken", "unknown_table")  # nothing that arrives makes these right


def keep(connection: Conn, state: WorkshopState, held: list[Held]) -> None:
    """Enter changes that have to wait."""
    if not held:
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO held_change (workshop_id, device, seq, clock, tbl, key, code, column_name, waits_tbl,"
            " waits_key, payload) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [
                (
                    *(state.workshop, each.device, each.seq, each.clock, each.table, each.key, each.code, each.column),
                    *(each.waits_for or (None, None)),
                    each.payload,
                )
                for each in held
            ],
        )
    state.held += len(held)


def settle_taken(connection: Conn, state: WorkshopState, device: int, before: int) -> None:
    """Inserts of a taken id no longer wait once their device goes on sending: it knows, and sends the row under a new
    id. The log never applies them.
    """
    settled = connection.execute(
        "DELETE FROM held_change WHERE workshop_id = %s AND device = %s AND seq < %s AND code = 'id_taken'"
        " RETURNING seq",
        (state.workshop, device, before),
    ).fetchall()
    for (seq,) in settled:
        connection.execute(
            "UPDATE sealed_batch SET skipped = coalesce(skipped, '[]') || to_jsonb(%s::bigint)"
            " WHERE workshop_id = %s AND device = %s AND %s BETWEEN first_seq AND last_seq",
            (seq, state.workshop, device, seq),
        )
    state.held -= len(settled)


def release(connection: Conn, state: WorkshopState, groups: Iterable[ChangeGroup]) -> list[tuple[int, int]]:
    """Judge again what waits for a row that ``groups`` changed, and what then waits for those; answers the released.

    The caller holds the workshop's counter row. The released (device, seq) are entered into the log.
    """
    released: list[tuple[int, int]] = []
    touched = {(group.table, key) for group in groups for key in group.key_texts()}
    while touched and state.held:
        taken = [
            waiting for waiting in _waiting_for(connection, state, touched) if _judge_again(connection, state, waiting)
        ]
        released += [(device, group.seq[0]) for device, group in taken]
        touched = {(group.table, group.key_texts()[0]) for _, group in taken}
    if released:
        append_released(connection, state, released)
    return released


def _waiting_for(
    connection: Conn, state: WorkshopState, touched: set[tuple[str, str]]
) -> list[tuple[int, ChangeGroup]]:
    tables, keys = zip(*touched, strict=True)
    rows = connection.execute(
        "SELECT h.device, h.payload FROM held_change h WHERE h.workshop_id = %(workshop)s AND h.code <> ALL(%(good)s)"
        " AND ((h.tbl, h.key) IN (SELECT * FROM unnest(%(tables)s::text[], %(keys)s::text[]))"
        " OR (h.waits_tbl, h.waits_key) IN (SELECT * FROM unnest(%(tables)s::text[], %(keys)s::text[])))"
        " ORDER BY h.clock",
        {"workshop": state.workshop, "good": list(_FOR_GOOD), "tables": list(tables), "keys": list(keys)},
    )
    return [(device, read_group(_read_payload(payload))[0]) for device, payload in rows]


def _judge_again(connection: Conn, state: WorkshopState, waiting: tuple[int, ChangeGroup]) -> bool:
    """Whether a waiting change is now taken; one that waits for another thing is entered so."""
    device, group = waiting
    still = apply_changes(Intake(connection, state.workshop, device, state.clock, founded=state.founded), [group])
    connection.execute(
        "DELETE FROM held_change WHERE workshop_id = %s AND device = %s AND seq = %s",
        (state.workshop, device, group.seq[0]),
    )
    state.held -= 1
    keep(connection, state, still)
    if not still:
        state.clock = max(state.clock, group.clock[0])
    return not still
