"""What never leaves this PC: who may log in, this database's life, the journal and where sync stands."""

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Role(Base):
    """A role a person may have: manager, official, viewer or installer."""

    __tablename__ = "role"

    name: Mapped[str] = mapped_column(primary_key=True)


class User(Base):
    """A person who logs in here; the password itself only wraps the database key (app.models.keys)."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str] = mapped_column(ForeignKey("role.name"))
    active: Mapped[int] = mapped_column(default=1)


class Device(Base):
    """The one row of this life of the database: its number, Ed25519 seed, shared word and id counter."""

    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    seed: Mapped[bytes] = mapped_column(LargeBinary)
    word: Mapped[str]
    next_counter: Mapped[int]


class FormerDevice(Base):
    """A number this database wrote a workshop's changes under in an earlier life, up to ``last_seq``.

    ``sent_seq`` is what the server was known to have of it then; ``settled`` turns 1 once sync has asked the server and
    taken the rest over under the present number (``app.sync.lives``).
    """

    __tablename__ = "former_device"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    public_key: Mapped[str]
    last_seq: Mapped[int]
    sent_seq: Mapped[int]
    ended_at: Mapped[int]
    settled: Mapped[int] = mapped_column(default=0)


class Origin(Base):
    """The one row the triggers read: who acts, through which intention, and whether capture is on."""

    __tablename__ = "origin"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[int]
    user: Mapped[str]
    action: Mapped[str]
    capture: Mapped[int]
    base: Mapped[str | None]


class Counter(Base):
    """A workshop's last own seq and the greatest clock seen here."""

    __tablename__ = "counter"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int]
    clock: Mapped[int]


class Journal(Base):
    """Every change of a synced row, ours by trigger and others' as applied: audit, undo and the source of sync.

    ``key`` is the JSON array of the row's key within the workshop. ``data`` of an insert is the JSON array of all
    values in metadata order (older rows may lack columns added later at its end); of an update (u), delete (d) or
    re-creation (c) an object of every column of the touched groups, changed ones as ``[old, new]``. ``base`` is the
    clock replaced, or for tables of several groups an object group → clock; after a person's choice a list of clocks in
    its place.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_workshop_id_tbl_key", "workshop_id", "tbl", "key"),
        Index("ix_journal_workshop_id_device_seq", "workshop_id", "device", "seq", unique=True),
        {"sqlite_autoincrement": True},
    )

    pos: Mapped[int] = mapped_column(Integer, primary_key=True)
    workshop_id: Mapped[int]
    device: Mapped[int]
    seq: Mapped[int]
    clock: Mapped[int]
    base: Mapped[str | None]
    user: Mapped[str]
    action: Mapped[str]
    at: Mapped[int]
    tbl: Mapped[str]
    key: Mapped[str]
    op: Mapped[str]
    data: Mapped[str]


class Conflict(Base):
    """A group of a row with several heads after a merge: the clock shown, all heads (JSON array of clocks), and
    ``same``: those whose content is the shown one (JSON, a clock or several), which an edit of what is seen replaces.
    A delete and a re-creation replace all heads.
    """

    __tablename__ = "conflict"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tbl: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    grp: Mapped[str] = mapped_column(primary_key=True)
    shown: Mapped[int]
    heads: Mapped[str]
    same: Mapped[str]


class Batch(Base):
    """A sealed batch of own changes not yet answered: the bytes that are sent, again if need be, and nothing else."""

    __tablename__ = "batch"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last_seq: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Cursor(Base):
    """Where sync stands for a workshop: what the server has of ours, what we have of its log, its epoch, our chain."""

    __tablename__ = "cursor"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    server_url: Mapped[str]
    fingerprint: Mapped[str]
    join_key: Mapped[str]
    registered_device: Mapped[int] = mapped_column(default=0)
    sent_seq: Mapped[int] = mapped_column(default=0)
    pulled: Mapped[int] = mapped_column(default=0)
    epoch: Mapped[str] = mapped_column(default="")
    chain: Mapped[str] = mapped_column(default="")
    batch_bytes: Mapped[int] = mapped_column(default=16384)
    last_sync_at: Mapped[int] = mapped_column(default=0)
    pause_until: Mapped[int] = mapped_column(default=0)


class HeldChange(Base):
    """A change that waits: ours that the server holds or rejected, or a pulled one whose parent is missing here."""

    __tablename__ = "held_change"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    clock: Mapped[int]
    side: Mapped[str]
    verdict: Mapped[str]
    tbl: Mapped[str]
    key: Mapped[str]
    code: Mapped[str]
    column_name: Mapped[str]
    message: Mapped[str]
    payload: Mapped[str | None]


class Peer(Base):
    """Another device of a workshop and the public key its batches are signed with."""

    __tablename__ = "peer"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    public_key: Mapped[str]


class Setting(Base):
    """A local setting by name, its value as JSON text."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Reveal(Base):
    """A sensitive column shown in full: who saw whose, when (PIPL)."""

    __tablename__ = "reveal"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    user: Mapped[str]
    at: Mapped[int]
    tbl: Mapped[str]
    key: Mapped[str]
    column_name: Mapped[str]


class RunSnapshot(Base):
    """What a run was computed from, as the lock read it (app.domain.snapshot), deflated JSON.

    It repeats synced records, so it is not sent; the run's ``inputs_hash`` is, and names it.
    """

    __tablename__ = "run_snapshot"

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    run_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class LocalPack(Base):
    """A rule pack that came by file, with the signature it came with; one the county sends later is the same pack."""

    __tablename__ = "local_pack"

    kind: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    signer: Mapped[str]
    signature: Mapped[str]
    added_at: Mapped[int]
