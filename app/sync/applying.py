"""Others' changes into this database: merged with what is known, written, journaled; what cannot yet be, waits.

Runs inside a transaction with capture off. New rows nobody knows yet, the common case, take one statement a table;
everything else is merged from all versions in the journal (``app.domain.merge``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from sqlalchemy.orm import Session

from app.domain.ids import DERIVED_FLOOR
from app.domain.merge import INSERT, Change, RowState, Surroundings, judge, leaps, merge
from app.sync.journal import keys_with_versions, known_seqs, versions, write_group
from app.sync.rows import insert_rows, write_extra, write_rows
from app.sync.sql import rows, run, value
from app.sync.wire import Batch, ChangeGroup, Group, SealedBatch, TableSpec, pack_group, read_group, table_specs

WAITING, HELD = "waiting", "held"
_ORDER = {"i": 0, "u": 1, "d": 2, "c": 3}
_encode = msgspec.json.Encoder().encode
_read_group = msgspec.json.Decoder(Group).decode


@dataclass(slots=True)
class Intake:
    """What one transaction applies: the workshop, the greatest clock seen, how many changes were applied or wait."""

    session: Session
    workshop: int
    greatest: int
    applied: int = 0
    waiting: int = 0
    touched: set[str] = field(default_factory=set)


def begin(session: Session, workshop: int) -> Intake:
    """An intake with the workshop's greatest clock."""
    clock = value(session, "SELECT clock FROM counter WHERE workshop_id = ?", (workshop,))
    return Intake(session, workshop, int(clock or 0))


def finish(intake: Intake) -> None:
    """Judge again what waits, and raise the workshop's clock to the greatest seen.

    A copy that waits of a change known by now (it came under another number) is dropped.
    """
    _judge_waiting(intake)
    _drop_renumbered(intake)
    run(
        intake.session,
        "DELETE FROM held_change AS h WHERE workshop_id = ? AND side = 'peer' AND EXISTS (SELECT 1 FROM journal j "
        "WHERE j.workshop_id = h.workshop_id AND j.tbl = h.tbl AND j.key = h.key AND j.clock = h.clock)",
        (intake.workshop,),
    )
    run(
        intake.session,
        "INSERT INTO counter (workshop_id, seq, clock) VALUES (?, 0, ?) "
        "ON CONFLICT (workshop_id) DO UPDATE SET clock = max(clock, excluded.clock)",
        (intake.workshop, intake.greatest),
    )


def _drop_renumbered(intake: Intake) -> None:
    """Forget inserts the server holds because their id is taken, by a row known here: they come under another id."""
    held = rows(
        intake.session,
        "SELECT device, seq, tbl, payload FROM held_change AS h WHERE workshop_id = ? AND side = 'peer' "
        "AND verdict = ? AND EXISTS (SELECT 1 FROM journal j WHERE j.workshop_id = h.workshop_id AND j.tbl = h.tbl "
        "AND j.key = h.key AND j.op = 'i' AND j.clock <> h.clock)",
        (intake.workshop, HELD),
    )
    for device, seq, table, payload in held:
        group, _ = read_group(_read_group(payload))
        spec = table_specs()[table]
        if group.op == INSERT and spec.counter_id and group.key["id"][0] < DERIVED_FLOOR:
            sql = "DELETE FROM held_change WHERE workshop_id = ? AND device = ? AND seq = ? AND side = 'peer'"
            run(intake.session, sql, (intake.workshop, device, seq))


def apply_batch(intake: Intake, sealed: SealedBatch, batch: Batch, held: Iterable[int]) -> None:
    """Apply a peer's batch but for the seqs the server holds, which wait to be released."""
    known = known_seqs(intake.session, intake.workshop, sealed.device, sealed.first, sealed.last)
    apart = set(held)
    for group in sorted(batch.groups, key=_rank):
        fresh = group.without({place for place, seq in enumerate(group.seq) if seq in known})
        set_aside = {place for place, seq in enumerate(fresh.seq) if seq in apart}
        for place in sorted(set_aside):
            _hold(intake, sealed.device, alone(fresh, place))
        apply_group(intake, sealed.device, fresh.without(set_aside))


def _hold(intake: Intake, device: int, group: ChangeGroup) -> None:
    """Keep a change the server holds, unless it is known here under another number of the same database."""
    (key,) = group.key_texts()
    if group.spec is not None and group.clock[0] in versions(intake.session, intake.workshop, group.table, [key]).get(
        key, {}
    ):
        return
    _wait(intake, device, group, HELD, ("held_by_server", ""))


def _rank(group: ChangeGroup) -> tuple[int, int]:
    spec = group.spec
    return (spec.place if spec else 1 << 20, _ORDER[group.op])


def apply_group(intake: Intake, device: int, group: ChangeGroup) -> None:
    """Apply changes never seen before; those that cannot be yet are kept waiting."""
    if not len(group):
        return
    spec = group.spec
    if spec is None:
        for place in range(len(group)):
            _wait(intake, device, alone(group, place), WAITING, ("unknown_table", ""))
        return
    keys = group.key_texts()
    slow = set(range(len(group)))
    if group.op == INSERT and not group.unknown():
        known = keys_with_versions(intake.session, intake.workshop, spec.name, keys)
        slow = {place for place, key in enumerate(keys) if key in known} if known else set()
        slow |= {place for place, clock in enumerate(group.clock) if leaps(clock, intake.greatest)}
        slow |= _orphans(intake, spec, group).keys() | _repeated(keys)
        _insert_new(intake, device, spec, group.without(slow))
    if slow:
        keep = set(range(len(group))) - slow
        _merge_into(intake, device, spec, group.without(keep))


def _repeated(keys: list[str]) -> set[int]:
    if len(set(keys)) == len(keys):
        return set()
    seen: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        seen.setdefault(key, []).append(place)
    return {place for places in seen.values() if len(places) > 1 for place in places}


def _orphans(intake: Intake, spec: TableSpec, group: ChangeGroup) -> dict[int, str]:
    """Places whose parent row is not here, each with the referring column."""
    found: dict[int, str] = {}
    columns = group.key | group.new
    for column, parent in spec.refs.items():
        if column not in columns:
            continue
        missing = rows(
            intake.session,
            "SELECT DISTINCT e.value FROM json_each(?) e WHERE e.value IS NOT NULL AND NOT EXISTS "
            f'(SELECT 1 FROM "{parent}" p WHERE p.workshop_id = ? AND p.id = e.value)',
            (_encode(columns[column]).decode(), intake.workshop),
        )
        if missing:
            gone = {row[0] for row in missing}
            found |= {place: column for place, parent_id in enumerate(columns[column]) if parent_id in gone}
    if spec.name != "workshop" and not _there(intake, "workshop"):
        found |= dict.fromkeys(range(len(group)), "workshop_id")
    return found


def _there(intake: Intake, table: str) -> bool:
    sql = f'SELECT 1 FROM "{table}" WHERE workshop_id = ?'
    return value(intake.session, sql, (intake.workshop,)) is not None


# ---------------------------------------------------------------- new rows


def _insert_new(intake: Intake, device: int, spec: TableSpec, group: ChangeGroup) -> None:
    if len(group):
        insert_rows(intake.session, intake.workshop, spec, group)
        _entered(intake, device, group)


def _entered(intake: Intake, device: int, group: ChangeGroup) -> None:
    write_group(intake.session, intake.workshop, device, group)
    intake.greatest = max(intake.greatest, *group.clock)
    intake.applied += len(group)
    intake.touched.add(group.table)


# ---------------------------------------------------------------- rows that are known


def _merge_into(intake: Intake, device: int, spec: TableSpec, group: ChangeGroup) -> None:
    keys = group.key_texts()
    known = versions(intake.session, intake.workshop, spec.name, keys)
    orphans = _orphans(intake, spec, group)
    taken: set[int] = set()
    states: dict[str, RowState] = {}
    for place, (key, change) in enumerate(zip(keys, group.changes(), strict=True)):
        seen = known.setdefault(key, {})
        if change.clock in seen:  # came under another number of the same database
            continue
        why = judge(change, _row_id(spec, group, place), _around(intake, spec, seen, change, orphans.get(place)))
        if why is not None:
            _wait(intake, device, alone(group, place), WAITING, why)
            continue
        seen[change.clock] = change
        taken.add(place)
        states[key] = merge(seen.values())
    _entered_places(intake, device, group, taken)
    write_rows(intake.session, intake.workshop, spec, states)
    write_extra(intake.session, intake.workshop, spec, group.without(set(range(len(group))) - taken))


def _entered_places(intake: Intake, device: int, group: ChangeGroup, taken: set[int]) -> None:
    if taken:
        _entered(intake, device, group.without(set(range(len(group))) - taken))


def _row_id(spec: TableSpec, group: ChangeGroup, place: int) -> int | None:
    return int(group.key["id"][place]) if spec.counter_id else None


def _around(
    intake: Intake, spec: TableSpec, seen: dict[int, Change], change: Change, missing: str | None
) -> Surroundings:
    """What a peer's change is judged by. Who may write was judged by the server, which passes on nothing else."""
    return Surroundings(
        groups=frozenset(spec.groups),
        insert_only=spec.insert_only,
        may_write=True,
        greatest_clock=intake.greatest,
        row_known=bool(seen),
        other_insert=change.op == INSERT and any(each.op == INSERT for each in seen.values()),
        missing_parent=missing,
    )


# ---------------------------------------------------------------- waiting changes


def alone(group: ChangeGroup, place: int) -> ChangeGroup:
    """A group of one change."""
    return group.without(set(range(len(group))) - {place})


def _wait(intake: Intake, device: int, group: ChangeGroup, verdict: str, why: tuple[str, str]) -> None:
    (key,) = group.key_texts()
    sender = group.device[0] if group.device else device
    run(
        intake.session,
        "INSERT INTO held_change (workshop_id, device, seq, clock, side, verdict, tbl, key, code, column_name, "
        "message, payload) VALUES (?, ?, ?, ?, 'peer', ?, ?, ?, ?, ?, '', ?) ON CONFLICT DO UPDATE "
        "SET verdict = excluded.verdict, code = excluded.code, column_name = excluded.column_name",
        (
            *(intake.workshop, sender, group.seq[0], group.clock[0], verdict, group.table, key, *why),
            _encode(pack_group(group)).decode(),
        ),
    )
    intake.waiting += 1


def release(intake: Intake, released: Iterable[tuple[int, int]]) -> None:
    """Changes (device, seq) the server holds no longer: peers' are judged here now, own ones need no more attention."""
    for device, seq in released:
        where = "WHERE workshop_id = ? AND device = ? AND seq = ?"
        place = (intake.workshop, device, seq)
        run(intake.session, f"DELETE FROM held_change {where} AND side = 'own'", place)
        run(intake.session, f"UPDATE held_change SET verdict = '{WAITING}' {where} AND side = 'peer'", place)


def _judge_waiting(intake: Intake) -> None:
    """Judge waiting changes until none more can be taken; each pass takes at least one, so it ends."""
    while True:
        found = rows(
            intake.session,
            "SELECT device, seq, payload FROM held_change WHERE workshop_id = ? AND side = 'peer' AND verdict = ? "
            "ORDER BY clock",
            (intake.workshop, WAITING),
        )
        before = intake.applied
        for device, seq, payload in found:
            group, _ = read_group(_read_group(payload))
            if group.table not in table_specs():
                continue
            sql = "DELETE FROM held_change WHERE workshop_id = ? AND device = ? AND seq = ?"
            run(intake.session, sql, (intake.workshop, device, seq))
            apply_group(intake, device, group)
        if intake.applied == before:
            return
