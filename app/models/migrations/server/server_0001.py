"""The county server: the merge state of each synced row, and the tables of the server alone."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "server_0001"
down_revision = None
branch_labels = ("server",)
depends_on = None

SYNCED = (
    "adjustment",
    "advance",
    "attendance",
    "calendar_day",
    "day_close",
    "household_status",
    "opening",
    "pay_term",
    "payroll_event",
    "payroll_run",
    "piece_entry",
    "piece_price",
    "process",
    "product",
    "rule_pack",
    "sale",
    "slip",
    "slip_line",
    "team_share",
    "training",
    "training_attendance",
    "worker",
    "workshop",
    "workshop_terms",
)


def upgrade() -> None:
    """Add clock and merge to every synced table, which ``shared_0001`` made; create the server's own."""
    for table in SYNCED:
        op.add_column(table, sa.Column("clock", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
        op.add_column(table, sa.Column("merge", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_table(
        "device",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("registered_at", sa.BigInteger(), nullable=False),
        sa.Column("registered_by", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("chain", sa.LargeBinary(), server_default=sa.text("''"), nullable=False),
        sa.Column("resealed", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "device", name=op.f("pk_device")),
        comment="A life of a workshop's database; resealed: the greatest of its clocks that came by another number.",
    )
    op.create_table(
        "held_change",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("waits_tbl", sa.Text(), nullable=True),
        sa.Column("waits_key", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "device", "seq", name=op.f("pk_held_change")),
        comment="Changes received but not taken into the state: judged again when their row or parent changes.",
    )
    op.create_index(
        op.f("ix_held_change_workshop_id_tbl_key"), "held_change", ["workshop_id", "tbl", "key"], unique=False
    )
    op.create_index(
        op.f("ix_held_change_workshop_id_waits_tbl_waits_key"),
        "held_change",
        ["workshop_id", "waits_tbl", "waits_key"],
        unique=False,
    )
    op.create_table(
        "join_key",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("workshop_id", "key_hash", name=op.f("pk_join_key")),
        comment="SHA-256 of the keys a workshop's databases keep to register a new life.",
    )
    op.create_table(
        "place",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("workshop_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        comment="A workshop to be: the first enrolment binds it to a workshop.",
    )
    op.create_index(op.f("ix_place_name_region"), "place", ["name", "region"], unique=True)
    op.create_index(op.f("ix_place_workshop_id"), "place", ["workshop_id"], unique=True)
    op.create_table(
        "relayed_change",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("clock", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "tbl", "key", "clock", name=op.f("pk_relayed_change")),
        comment="Changes this log had lost and another device gave back while a bucket was mended.",
    )
    op.create_table(
        "sealed_batch",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.BigInteger(), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("first_clock", sa.BigInteger(), nullable=False),
        sa.Column("last_clock", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("skipped", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("released", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.PrimaryKeyConstraint("workshop_id", "number", name=op.f("pk_sealed_batch")),
        comment="The log: batches as sealed; skipped: seqs never to be applied; released: in entries without a batch.",
    )
    op.create_index(
        op.f("ix_sealed_batch_workshop_id_device_last_seq"),
        "sealed_batch",
        ["workshop_id", "device", "last_seq"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sealed_batch_workshop_id_last_clock"), "sealed_batch", ["workshop_id", "last_clock"], unique=False
    )
    op.create_table(
        "server_state",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_state")),
        comment="One row: the epoch, a random word that a restore makes anew, and what slips say of the server.",
    )
    op.create_table(
        "workshop_state",
        sa.Column("workshop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last_batch", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("clock", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("held", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_workshop_state")),
        comment="A workshop's counter row: locked by each ingest, so that its batches become visible in their order.",
    )
    op.create_table(
        "enrolment_code",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_enrolment_code_place_id_place")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrolment_code")),
        comment="SHA-256 of each code; used once, by the device with the public key used_by.",
    )


def downgrade() -> None:
    """Drop them."""
    for table in (
        "enrolment_code",
        "workshop_state",
        "server_state",
        "sealed_batch",
        "relayed_change",
        "place",
        "join_key",
        "held_change",
        "device",
    ):
        op.drop_table(table)
    for table in SYNCED:
        op.drop_column(table, "merge")
        op.drop_column(table, "clock")
