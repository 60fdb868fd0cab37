"""What a run was computed from, and packs that came by file."""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "client_0002"
down_revision = "client_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What a run was computed from, and packs that came by file."""
    op.create_table(
        "local_pack",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("added_at", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("kind", "version", "digest", name=op.f("pk_local_pack")),
    )
    op.create_table(
        "run_snapshot",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "run_id", name=op.f("pk_run_snapshot")),
    )


def downgrade() -> None:
    """Back to the first release."""
    op.drop_table("run_snapshot")
    op.drop_table("local_pack")
