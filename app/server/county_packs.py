"""What the county writes itself: rule packs, as changes of the server's own device 0 in each workshop's log (DESIGN 4).

They are numbered, sealed and passed on like any device's batch, so that desktops check and keep them in the same way. A
pack's id is derived from its content: adding it twice, or again after a restore, meets the same row. Seqs of device 0
jump to the minute (``least_counter``), so that a server put back to an earlier day never gives one out twice.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.domain.canonical import CHAIN_START
from app.domain.ids import SERVER_DEVICE, derived_id, least_counter, next_clock
from app.domain.refusal import Refusal
from app.domain.rulepack import RulePack
from app.models.versions import SCHEMA_VERSION
from app.server.database import Conn, ServerDatabase, raw
from app.server.held import keep
from app.server.ingest import Intake, apply_changes
from app.server.log import WorkshopState, append_batch, lock_workshop
from app.sync.wire import Batch, ChangeGroup, canonical_text, filled_text, open_batch, public_key, seal

_TABLE, _USER, _ACTION = "rule_pack", "county", "pack.add"


@dataclass(frozen=True, slots=True)
class _Known:
    """A pack and its canonical JSON."""

    pack: RulePack
    content: str


def send_pack(database: ServerDatabase, seed: bytes, text: str) -> tuple[RulePack, int, int]:
    """Write a pack into every bound workshop that lacks it, one transaction each: the pack, workshops told, workshops.

    Refuses ``pack_unreadable``, also of an example not filled in, with nothing written, and ``server_pack_key_lost``.
    """
    pack, content = filled_text(text)
    with database.transaction() as connection:
        workshops = [row[0] for row in raw(connection).execute("SELECT workshop_id FROM workshop_state ORDER BY 1")]
    told = 0
    for workshop in workshops:
        with database.transaction() as connection:
            told += bool(_write(raw(connection), seed, workshop, [_Known(pack, content)]))
    return pack, told, len(workshops)


def send_known_packs(connection: Conn, seed: bytes, workshop: int) -> int:
    """Write into a workshop what the county sent to others before it was bound; how many packs those were."""
    found = connection.execute(
        "SELECT DISTINCT content FROM rule_pack WHERE deleted = 0 AND workshop_id <> %s", [workshop]
    )
    return _write(connection, seed, workshop, [_Known(*canonical_text(content)) for (content,) in found])


def _write(connection: Conn, seed: bytes, workshop: int, packs: Iterable[_Known]) -> int:
    """Write those packs a workshop lacks as one batch of device 0 within the caller's transaction; how many."""
    wanted = {derived_id(workshop, _TABLE, known.pack.digest): known for known in packs}
    if not wanted:
        return 0
    _register(connection, workshop, public_key(seed))
    state = lock_workshop(connection, workshop, SERVER_DEVICE)
    known = _present(connection, workshop, list(wanted))
    fresh = {row_id: each for row_id, each in wanted.items() if row_id not in known}
    if fresh:
        _append(connection, state, seed, fresh)
    return len(fresh)


def _register(connection: Conn, workshop: int, key: bytes) -> None:
    """The server's own device in a workshop; refuses ``server_pack_key_lost`` where desktops know another key of it."""
    connection.execute(
        "INSERT INTO device (workshop_id, device, public_key, registered_at, registered_by)"
        " VALUES (%s, %s, %s, %s, 'county') ON CONFLICT DO NOTHING",
        (workshop, SERVER_DEVICE, key, int(time.time())),
    )
    row = connection.execute(
        "SELECT public_key FROM device WHERE workshop_id = %s AND device = %s", (workshop, SERVER_DEVICE)
    ).fetchone()
    if row is None or bytes(row[0]) != key:
        raise Refusal("server_pack_key_lost")


def _present(connection: Conn, workshop: int, ids: list[int]) -> set[int]:
    """Those of ``ids`` that are rows already, or wait for the workshop's own row."""
    rows = connection.execute("SELECT id FROM rule_pack WHERE workshop_id = %s AND id = ANY(%s)", (workshop, ids))
    waiting = connection.execute(
        "SELECT key FROM held_change WHERE workshop_id = %s AND tbl = %s AND device = %s",
        (workshop, _TABLE, SERVER_DEVICE),
    )
    return {row_id for (row_id,) in rows} | {msgspec.json.decode(key)[0] for (key,) in waiting}


def _append(connection: Conn, state: WorkshopState, seed: bytes, fresh: dict[int, _Known]) -> None:
    group = _group(state, fresh)
    before = state.head or CHAIN_START
    after = Batch(SCHEMA_VERSION, [group]).chained(before)
    sealed = open_batch(seal(seed, state.workshop, SERVER_DEVICE, [group], before, after))
    number = state.next_number()
    held = apply_changes(Intake(connection, state.workshop, SERVER_DEVICE, state.clock, founded=state.founded), [group])
    keep(connection, state, held)
    state.clock = max(group.clock)
    append_batch(connection, state, number, sealed, (min(group.clock), max(group.clock)), ())


def _group(state: WorkshopState, fresh: dict[int, _Known]) -> ChangeGroup:
    """The inserts of new packs, in the order of their ids."""
    first = max(state.high + 1, least_counter(datetime.now()))  # noqa: DTZ005  a bound, no order (DESIGN 2)
    clocks, clock = [], state.clock
    for _ in fresh:
        clock = next_clock(clock, SERVER_DEVICE)
        clocks.append(clock)
    packs = [fresh[row_id].pack for row_id in sorted(fresh)]
    size = len(packs)
    return ChangeGroup(
        _TABLE, "i", list(range(first, first + size)), clocks,
        {"id": sorted(fresh)},
        {
            "kind": [pack.kind for pack in packs],
            "version": [pack.version for pack in packs],
            "valid_from": [pack.valid_from.isoformat() for pack in packs],
            "valid_to": [pack.valid_to.isoformat() if pack.valid_to else None for pack in packs],
            "content": [fresh[row_id].content for row_id in sorted(fresh)],
        },
        user=[_USER] * size, action=[_ACTION] * size, at=[int(time.time())] * size,
    )  # fmt: skip
