"""The central server's schema: the desktop's synced tables with their merge state, and tables of the server alone.

Every table but the county's own registers (place, code, epoch) is keyed by the workshop first, so that the schema
shards by ``workshop_id`` unchanged. There are no triggers: ``app.server.ingest.apply_changes`` is the one door to the
synced tables.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Identity, Index, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB

from app.models.base import NAMING
from app.models.tables import synced_tables

SERVER = MetaData(naming_convention=NAMING)
MERGE_COLUMNS = ("clock", "merge")


def merge_columns() -> tuple[Column[int], Column[object]]:
    """A row's merge state: its clock, and as JSON what one clock cannot say (None for nearly every row)."""
    return Column("clock", BigInteger, nullable=False, server_default=text("0")), Column("merge", JSONB)


def _adopt_synced_tables() -> None:
    for table in synced_tables():
        own = table.to_metadata(SERVER)
        for column in merge_columns():
            own.append_column(column)


_adopt_synced_tables()

server_state = Table(
    "server_state",
    SERVER,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("epoch", Text, nullable=False),
    Column("url", Text, nullable=False, server_default=text("''")),
    Column("fingerprint", Text, nullable=False, server_default=text("''")),
    comment="One row: the epoch, a random word that a restore makes anew, and what slips say of the server.",
)

place = Table(
    "place",
    SERVER,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("name", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("workshop_id", BigInteger),
    Column("made_at", BigInteger, nullable=False),
    Index(None, "name", "region", unique=True),
    Index(None, "workshop_id", unique=True),
    comment="A workshop to be: the first enrolment binds it to a workshop.",
)

enrolment_code = Table(
    "enrolment_code",
    SERVER,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("place_id", BigInteger, ForeignKey("place.id"), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("used_by", LargeBinary),
    comment="SHA-256 of each code; used once, by the device with the public key used_by.",
)

workshop_state = Table(
    "workshop_state",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("last_batch", BigInteger, nullable=False, server_default=text("0")),
    Column("clock", BigInteger, nullable=False, server_default=text("0")),
    Column("held", BigInteger, nullable=False, server_default=text("0")),
    comment="A workshop's counter row: locked by each ingest, so that its batches become visible in their order.",
)

device = Table(
    "device",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("device", BigInteger, primary_key=True, autoincrement=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("registered_at", BigInteger, nullable=False),
    Column("registered_by", Text, nullable=False),
    Column("revoked_at", BigInteger),
    Column("high", BigInteger, nullable=False, server_default=text("0")),
    Column("chain", LargeBinary, nullable=False, server_default=text("''")),
    Column("resealed", BigInteger, nullable=False, server_default=text("0")),
    comment="A life of a workshop's database; resealed: the greatest of its clocks that came by another number.",
)

join_key = Table(
    "join_key",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key_hash", LargeBinary, primary_key=True),
    Column("made_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    comment="SHA-256 of the keys a workshop's databases keep to register a new life.",
)

sealed_batch = Table(
    "sealed_batch",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("device", BigInteger, nullable=False),
    Column("first_seq", BigInteger, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("first_clock", BigInteger, nullable=False),
    Column("last_clock", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("skipped", JSONB),
    Column("released", JSONB),
    Index(None, "workshop_id", "device", "last_seq"),
    Index(None, "workshop_id", "last_clock"),
    comment="The log: batches as sealed; skipped: seqs never to be applied; released: in entries without a batch.",
)

held_change = Table(
    "held_change",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("device", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("clock", BigInteger, nullable=False),
    Column("tbl", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("column_name", Text, nullable=False),
    Column("waits_tbl", Text),
    Column("waits_key", Text),
    Column("payload", Text, nullable=False),
    Index(None, "workshop_id", "tbl", "key"),
    Index(None, "workshop_id", "waits_tbl", "waits_key"),
    comment="Changes received but not taken into the state: judged again when their row or parent changes.",
)

relayed_change = Table(
    "relayed_change",
    SERVER,
    Column("workshop_id", BigInteger, primary_key=True, autoincrement=False),
    Column("tbl", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("clock", BigInteger, primary_key=True, autoincrement=False),
    Column("device", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    comment="Changes this log had lost and another device gave back while a bucket was mended.",
)
