"""The desktop's local tables as the first release has them."""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "client_0001"
down_revision = None
branch_labels = ("client",)
depends_on = None


def upgrade() -> None:
    """The desktop's local tables as the first release has them."""
    op.create_table(
        "batch",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("device", INTEGER, autoincrement=False, nullable=False),
        sa.Column("first_seq", INTEGER, autoincrement=False, nullable=False),
        sa.Column("last_seq", INTEGER, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "device", "first_seq", name=op.f("pk_batch")),
    )
    op.create_table(
        "conflict",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("grp", sa.Text(), nullable=False),
        sa.Column("shown", INTEGER, nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("same", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "tbl", "key", "grp", name=op.f("pk_conflict")),
    )
    op.create_table(
        "counter",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("seq", INTEGER, nullable=False),
        sa.Column("clock", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_counter")),
    )
    op.create_table(
        "cursor",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("server_url", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("join_key", sa.Text(), nullable=False),
        sa.Column("registered_device", INTEGER, nullable=False),
        sa.Column("sent_seq", INTEGER, nullable=False),
        sa.Column("pulled", INTEGER, nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("batch_bytes", INTEGER, nullable=False),
        sa.Column("last_sync_at", INTEGER, nullable=False),
        sa.Column("pause_until", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_cursor")),
    )
    op.create_table(
        "device",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("number", INTEGER, nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("next_counter", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_table(
        "former_device",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("number", INTEGER, autoincrement=False, nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("last_seq", INTEGER, nullable=False),
        sa.Column("sent_seq", INTEGER, nullable=False),
        sa.Column("ended_at", INTEGER, nullable=False),
        sa.Column("settled", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "number", name=op.f("pk_former_device")),
    )
    op.create_table(
        "held_change",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("device", INTEGER, autoincrement=False, nullable=False),
        sa.Column("seq", INTEGER, autoincrement=False, nullable=False),
        sa.Column("clock", INTEGER, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("workshop_id", "device", "seq", name=op.f("pk_held_change")),
    )
    op.create_table(
        "journal",
        sa.Column("pos", sa.Integer(), nullable=False),
        sa.Column("workshop_id", INTEGER, nullable=False),
        sa.Column("device", INTEGER, nullable=False),
        sa.Column("seq", INTEGER, nullable=False),
        sa.Column("clock", INTEGER, nullable=False),
        sa.Column("base", sa.Text(), nullable=True),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("at", INTEGER, nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_workshop_id_device_seq", "journal", ["workshop_id", "device", "seq"], unique=True)
    op.create_index("ix_journal_workshop_id_tbl_key", "journal", ["workshop_id", "tbl", "key"], unique=False)
    op.create_table(
        "origin",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("device", INTEGER, nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("capture", INTEGER, nullable=False),
        sa.Column("base", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
    )
    op.create_table(
        "peer",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("device", INTEGER, autoincrement=False, nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "device", name=op.f("pk_peer")),
    )
    op.create_table(
        "reveal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("at", INTEGER, nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reveal")),
    )
    op.create_table(
        "role", sa.Column("name", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("name", name=op.f("pk_role"))
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "user",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", INTEGER, nullable=False),
        sa.ForeignKeyConstraint(["role"], ["role.name"], name=op.f("fk_user_role_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("name", name=op.f("uq_user_name")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("user")
    op.drop_table("setting")
    op.drop_table("role")
    op.drop_table("reveal")
    op.drop_table("peer")
    op.drop_table("origin")
    op.drop_index("ix_journal_workshop_id_tbl_key", table_name="journal")
    op.drop_index("ix_journal_workshop_id_device_seq", table_name="journal")
    op.drop_table("journal")
    op.drop_table("held_change")
    op.drop_table("former_device")
    op.drop_table("device")
    op.drop_table("cursor")
    op.drop_table("counter")
    op.drop_table("conflict")
    op.drop_table("batch")
