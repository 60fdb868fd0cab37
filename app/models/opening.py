"""Making and opening the database of a data folder: lock, key, version, triggers, life; never an empty one unasked."""

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert

from app.domain.refusal import DISK_FULL, Refusal, system_words
from app.domain.vocabulary import RoleName
from app.models import versions
from app.models.copying import copy_database, remove_database, write_backup
from app.models.database import Database, make_engine, refusing
from app.models.folder import DataFolder, WriterLock, refusing_files, require_database, sync_folder, undone_by
from app.models.journal import regenerate_triggers, triggers_are_current
from app.models.keys import STANDARD_COST, KeyCost, KeyRing, new_ring, read_ring, write_ring
from app.models.life import begin_or_continue
from app.models.local import Origin, Role, User
from app.models.tables import Base


def create(
    folder: Path,
    user: str,
    password: str,
    *,
    role: RoleName = RoleName.MANAGER,
    cost: KeyCost = STANDARD_COST,
    now: datetime | None = None,
) -> tuple[Database, str]:
    """A new encrypted database with its first user, open for writing, and the recovery key to print once.

    Raises Refusal ``folder_not_empty`` where records or keys lie already, ``folder_unusable``, ``folder_in_use``.
    """
    place = prepare_folder(folder)
    lock = WriterLock(place)
    lock.acquire()
    with undone_by(place.take_away_bare), undone_by(lock.release):
        _require_empty(place)
        with refusing_files(place.path, writing=True):
            place.clear_begun()
        ring, key = new_ring()
        ring, recovery_key = ring.with_password(user, password, key, cost).with_recovery(key)
        _make(place, ring, key, user, role)
        database = Database(make_engine(place.database, key), place.database, key, lock)
        with undone_by(place.clear), undone_by(database.engine.dispose), refusing(place.database):
            begin_or_continue(database, now or datetime.now())  # noqa: DTZ005  the PC's own wall time, a note
    return database, recovery_key


def _make(place: DataFolder, ring: KeyRing, key: bytes, user: str, role: RoleName) -> None:
    """Database file and keys, or neither: the file gets its name last, so that a power cut leaves nothing to open."""
    engine = make_engine(place.begun, key, create=True)
    with undone_by(place.clear), undone_by(engine.dispose), refusing(place.database), refusing_files(place.path):
        _fill(engine, user, role)
        write_ring(place, ring)
        engine.dispose()
        place.begun.replace(place.database)
        sync_folder(place.path)


def open_database(
    folder: Path, user: str | None, password: str, *, read_only: bool = False, now: datetime | None = None
) -> tuple[Database, str]:
    """The database of ``folder`` opened by ``user`` (None: the first), and that user's name.

    Raises Refusal: no, lost, damaged or newer database, unknown user, wrong password, another window on the folder
    (``read_only`` may run beside it).
    """
    place = DataFolder(folder.absolute())
    require_database(place)
    lock = None if read_only else WriterLock(place)
    if lock is not None:
        lock.acquire()
    with undone_by(lock.release if lock is not None else nullcontext):
        name, key = read_ring(place, mend=not read_only).unlock(user, password)
        database = open_with_key(place, key, lock, now=now)
    return database, name


def open_with_key(place: DataFolder, key: bytes, lock: WriterLock | None, *, now: datetime | None = None) -> Database:
    """The database opened with its key already known; without a lock for reading only."""
    database = Database(make_engine(place.database, key, read_only=lock is None), place.database, key, lock)
    moment = now or datetime.now()  # noqa: DTZ005  the PC's own wall time, a note
    with undone_by(database.engine.dispose), refusing(place.database):
        if not is_current(database):
            _upgrade(database, place, lock, moment)
        if lock is not None:
            with database.engine.begin() as connection:
                if not triggers_are_current(connection):
                    regenerate_triggers(connection)
            begin_or_continue(database, moment)
    return database


def _require_empty(place: DataFolder) -> None:
    if found := place.present():
        raise Refusal("folder_not_empty", folder=str(place.path), files=", ".join(file.name for file in found))


def prepare_folder(folder: Path) -> DataFolder:
    """The data folder, made where there is none; raises Refusal ``folder_unusable``."""
    place = DataFolder(folder.absolute())
    try:
        place.path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        if error.errno in DISK_FULL:
            raise Refusal("disk_full", file=str(folder)) from error
        raise Refusal("folder_unusable", folder=str(folder), reason=system_words(error)) from error
    return place


def _fill(engine: Engine, user: str, role: RoleName) -> None:
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        versions.stamp(connection)
        regenerate_triggers(connection)
        connection.execute(insert(Role), [{"name": name.value} for name in RoleName])
        connection.execute(insert(User), {"id": 1, "name": user, "role": role.value})
        connection.execute(insert(Origin), {"id": 1, "device": 0, "user": user, "action": "create", "capture": 1})


def is_current(database: Database) -> bool:
    """Whether a database is at this program's version; raises Refusal ``database_newer``, or ``database_damaged``."""
    with database.engine.connect() as connection:
        found = versions.present(connection)
    if found - versions.KNOWN:
        raise Refusal("database_newer", found=", ".join(sorted(found)))
    return found == versions.HEADS


def _upgrade(database: Database, place: DataFolder, lock: WriterLock | None, now: datetime) -> None:
    """Upgrade in place, after a backup of what was there."""
    if lock is None:
        raise Refusal("database_older")
    from app.models.upgrade import upgrade_desktop  # noqa: PLC0415  Alembic costs 300 ms, most starts need none

    with database.engine.connect() as connection:
        found = versions.present(connection)
    database.engine.dispose()
    copy = place.path / "before-upgrade.tmp"
    try:
        copy_database(place.database, database.key, copy)
        out = place.path / f"before-upgrade-{now:%Y%m%d-%H%M%S}.gfbackup"
        write_backup(copy, read_ring(place), tuple(sorted(found)), int(now.timestamp()), out)
    finally:
        remove_database(copy)
    upgrade_desktop(place, database.key)
