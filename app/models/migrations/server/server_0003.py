"""The merge state of the tables ``shared_0003`` made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "server_0003"
down_revision = "server_0002"
branch_labels = None
depends_on = None

MADE = ("material", "material_move", "stock_move", "worker_document")


def upgrade() -> None:
    """Add clock and merge to every synced table made anew."""
    for table in MADE:
        op.add_column(table, sa.Column("clock", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
        op.add_column(table, sa.Column("merge", postgresql.JSONB(astext_type=sa.Text()), nullable=True))


def downgrade() -> None:
    """Take the merge state off them."""
    for table in MADE:
        op.drop_column(table, "merge")
        op.drop_column(table, "clock")
