"""Backup, restore, verify, doctor: nothing here ever overwrites or deletes records (DESIGN 7)."""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from app.domain.messages import render
from app.domain.passwords import require_password
from app.domain.refusal import Refusal
from app.models import versions
from app.models.copying import (
    BackupHeader,
    check_backup,
    copy_database,
    extract_backup,
    is_backup,
    pictures_of_backup,
    remove_database,
    require_sound,
    write_backup,
)
from app.models.database import raw_connection, refusing
from app.models.folder import DataFolder, WriterLock, refusing_files, replaceable, sync_folder, undone_by
from app.models.journal import triggers_are_current
from app.models.keys import STANDARD_COST, KeyCost, KeyRing, read_copy, read_ring, write_ring
from app.models.life import forget_words, read_words
from app.models.local import Counter, Journal, Origin, Setting
from app.models.opening import prepare_folder
from app.models.pictures import damaged_pictures, put_back, sealed_pictures
from app.services.context import Context

_LOW_SPACE = 500 << 20


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup that was written and read back: its file and bytes, how many workshops and changes it holds."""

    path: Path
    bytes: int
    made_at: datetime
    workshops: int
    changes: int


@dataclass(frozen=True, slots=True)
class RestoreRow:
    """A restored data folder; ``aside`` holds what lay there before, None where nothing did."""

    folder: Path
    aside: Path | None
    made_at: datetime
    workshops: int
    changes: int


@dataclass(frozen=True, slots=True)
class SafetyFinding:
    """One thing ``verify`` or ``doctor`` looked at; ``kind`` is a code of the message catalogue."""

    kind: str
    good: bool
    params: dict[str, object] = field(default_factory=dict)

    def text(self, lang: str = "zh_CN") -> str:
        """The finding in the person's words."""
        return render(self.kind, self.params, lang)


def backup(ctx: Context, out: Path) -> BackupRow:
    """Write the whole database with its pictures into the one file ``out``, read back before it takes its name.

    Raises Refusal for a full disk, a damaged database, or an ``out`` that exists and is no backup; it
    is then as before.
    """
    out = out.absolute()
    if replaceable(out).exists() and not is_backup(out):
        raise Refusal("backup_target", file=str(out))
    row = _backup_into(ctx, out)
    note = Setting(name="backup_at", value=json.dumps(int(row.made_at.timestamp())))
    with suppress(Refusal), ctx.database.write(ctx.user, "backup") as session:  # the backup is there either way
        session.merge(note)
    return row


def restore(
    folder: Path,
    file: Path,
    password: str | None = None,
    *,
    user: str | None = None,
    recovery_key: str | None = None,
    now: datetime | None = None,
    cost: KeyCost = STANDARD_COST,
) -> RestoreRow:
    """Put a backup's records into ``folder``; what lies there is set aside, never overwritten. A new life begins.

    With ``recovery_key`` a ``password`` given as well becomes that of ``user`` (None: the first). Raises Refusal, with
    nothing touched: no backup, damaged, newer, wrong password or key, folder in use, disk full.
    """
    file = file.absolute()
    header = check_backup(file)
    key, ring = _unlock(header.ring, user, password, recovery_key, cost)
    if newer := set(header.versions) - versions.KNOWN:
        raise Refusal("database_newer", found=", ".join(sorted(newer)))
    place = prepare_folder(folder)
    lock = WriterLock(place)
    lock.acquire()
    with undone_by(place.take_away_bare):
        try:
            incoming = place.path / "restore.tmp"
            try:
                extract_backup(file, incoming)
                workshops, changes = _counts(incoming, key)
                for name, sealed in pictures_of_backup(file):  # before the records: a file without a row harms nobody
                    put_back(place.path, key, name, sealed)
                aside = _exchange(place, incoming, ring, now or datetime.now())  # noqa: DTZ005  names a folder
            finally:
                remove_database(incoming)
        finally:
            lock.release()
    return RestoreRow(place.path, aside, _moment(header), workshops, changes)


def verify(ctx: Context) -> tuple[SafetyFinding, ...]:
    """Read every page, check the journal, and restore a backup on trial: what was found, good and bad."""
    parts = (_verify_pages, _verify_journal, _verify_pictures, _verify_restore)
    return (*_key_files(_place(ctx)), *(finding for part in parts for finding in part(ctx)))


def doctor(folder: Path) -> tuple[SafetyFinding, ...]:
    """What can be seen of a data folder without a password; raises Refusal where there are no records."""
    place = DataFolder(folder.absolute())
    if not place.present() and not place.set_aside():
        raise Refusal("no_database", folder=str(place.path))
    return (*_files(place), *_key_files(place), *_surroundings(place))


def _backup_into(ctx: Context, out: Path) -> BackupRow:
    now = ctx.now()
    copy = ctx.database.folder / "backup.tmp"
    try:
        copy_database(ctx.database.path, ctx.database.key, copy)
        workshops, changes = _counts(copy, ctx.database.key)
        ring, pictures = read_ring(_place(ctx), mend=False), sealed_pictures(ctx.database.folder)
        write_backup(copy, ring, tuple(sorted(versions.HEADS)), int(now.timestamp()), out, pictures)
    finally:
        remove_database(copy)
    return BackupRow(out, out.stat().st_size, now, workshops, changes)


def _place(ctx: Context) -> DataFolder:
    return DataFolder(ctx.database.folder)


def _moment(header: BackupHeader) -> datetime:
    return datetime.fromtimestamp(header.made_at)  # noqa: DTZ006  shown beside the PC's own clock


def _unlock(
    ring: KeyRing, user: str | None, password: str | None, recovery_key: str | None, cost: KeyCost
) -> tuple[bytes, KeyRing]:
    if recovery_key is not None:
        key = ring.unlock_by_recovery(recovery_key)
        if password:
            require_password(password)
        return key, ring.with_password(user or ring.first_user(), password, key, cost) if password else ring
    if password is None:
        raise Refusal("password_or_recovery_key")
    return ring.unlock(user, password)[1], ring


def _counts(database: Path, key: bytes) -> tuple[int, int]:
    """Workshops and changes of a closed database, after looking at all of it; Refusal ``database_damaged``."""
    with refusing(database):
        raw = raw_connection(database, key)
        try:
            require_sound(raw, database)
            ((workshops, changes),) = raw.execute(
                "SELECT (SELECT count(*) FROM workshop), (SELECT count(*) FROM journal)"
            ).fetchall()
        finally:
            raw.close()
    return workshops, changes


def _exchange(place: DataFolder, incoming: Path, ring: KeyRing, now: datetime) -> Path | None:
    """Set aside what lies in the folder, then put the new database in its place; back again where that fails."""
    found = place.present()
    aside = place.path / f"aside-{now:%Y%m%d-%H%M%S-%f}" if found else None
    moved: list[tuple[Path, Path]] = []
    with refusing_files(place.path):
        try:
            if aside is not None:
                aside.mkdir()
                for file in found:
                    moved.append((file, file.rename(aside / file.name)))  # noqa: PERF401  what was moved must be known
            incoming.rename(place.database)
            write_ring(place, ring)
            sync_folder(place.path)
        except OSError:
            for origin, present in moved:
                present.replace(origin)
            raise
        forget_words(place)
    return aside


def _verify_pages(ctx: Context) -> list[SafetyFinding]:
    try:
        with refusing(ctx.database.path):
            raw = raw_connection(ctx.database.path, ctx.database.key)
            try:
                require_sound(raw, ctx.database.path)
            finally:
                raw.close()
    except Refusal as refusal:
        return [SafetyFinding(refusal.code, good=False, params=refusal.params)]
    return [SafetyFinding("database_sound", good=True, params={"bytes": ctx.database.path.stat().st_size})]


def _verify_journal(ctx: Context) -> list[SafetyFinding]:
    found = []
    with ctx.database.read() as session:
        own = select(Origin.device).scalar_subquery()
        entries = select(func.count()).where(Journal.workshop_id == Counter.workshop_id, Journal.device == own)
        rows = session.execute(select(Counter.workshop_id, Counter.seq, entries.correlate(Counter).scalar_subquery()))
        for workshop_id, want, got in rows:
            if want != got:
                params: dict[str, object] = {"workshop_id": workshop_id, "want": want, "got": got}
                found.append(SafetyFinding("journal_gap", good=False, params=params))
        if not triggers_are_current(session.connection()):
            found.append(SafetyFinding("triggers_differ", good=False))
    return found


def _verify_pictures(ctx: Context) -> list[SafetyFinding]:
    bad = damaged_pictures(ctx.database)
    if bad:
        return [SafetyFinding("picture_damaged", good=False, params={"file": str(file)}) for file in bad]
    return [SafetyFinding("pictures_sound", good=True, params={"count": len(sealed_pictures(ctx.database.folder))})]


def _verify_restore(ctx: Context) -> list[SafetyFinding]:
    """A real backup, really restored beside, and counted."""
    trial = ctx.database.folder / "verify.tmp"
    file = trial / "backup"
    try:
        trial.mkdir(exist_ok=True)
        row = _backup_into(ctx, file)
        extract_backup(file, trial / "database")
        _, got = _counts(trial / "database", ctx.database.key)
    except Refusal as refusal:
        return [SafetyFinding(refusal.code, good=False, params=refusal.params)]
    finally:
        shutil.rmtree(trial, ignore_errors=True)
    if got != row.changes:
        return [SafetyFinding("restore_differs", good=False, params={"got": got, "want": row.changes})]
    return [SafetyFinding("restore_tested", good=True, params={"changes": got})]


def _key_files(place: DataFolder) -> list[SafetyFinding]:
    bad = [path for path in (place.keys, place.keys_copy) if read_copy(path) is None]
    if not bad:
        return [SafetyFinding("keys_whole", good=True)]
    return [SafetyFinding("keys_copy_bad", good=False, params={"file": str(path)}) for path in bad]


def _files(place: DataFolder) -> list[SafetyFinding]:
    if not place.database.exists():
        return [
            SafetyFinding("database_lost", good=False, params={"folder": str(place.path), "file": place.database.name})
        ]
    log = place.database.with_name(place.database.name + "-wal")
    sizes: dict[str, object] = {
        "bytes": place.database.stat().st_size,
        "log_bytes": log.stat().st_size if log.exists() else 0,
    }
    return [SafetyFinding("folder_holds", good=True, params=sizes)]


def _surroundings(place: DataFolder) -> list[SafetyFinding]:
    free = shutil.disk_usage(place.path).free
    low = free < _LOW_SPACE
    found = [SafetyFinding("disk_nearly_full" if low else "disk_free", good=not low, params={"mib": free >> 20})]
    known = read_words(place) is not None
    found.append(SafetyFinding("life_known" if known else "life_unknown", good=True))
    lock = WriterLock(place)
    try:
        lock.acquire()
        found.append(SafetyFinding("writer_absent", good=True))
    except Refusal as refusal:
        found.append(SafetyFinding("writer_present", good=True, params=refusal.params))
    finally:
        lock.release()
    kept = [SafetyFinding("aside_present", good=True, params={"aside": aside.name}) for aside in place.set_aside()]
    return found + kept
