"""Stock, materials given out and taken back, papers and pictures of workers and products."""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "shared_0003"
down_revision = "shared_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Stock, materials given out and taken back, papers and pictures of workers and products."""
    op.create_table(
        "material",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_material_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_material")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "material_move",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("material_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("quantity_milli", INTEGER, autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "material_id"],
            ["material.workshop_id", "material.id"],
            name=op.f("fk_material_move_workshop_id_material_id_material"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_material_move_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_material_move_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_material_move")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_material_move_workshop_id_date"), "material_move", ["workshop_id", "date"], unique=False)

    op.create_table(
        "stock_move",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("product_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("quantity_milli", INTEGER, autoincrement=False, nullable=False),
        sa.Column("counted_milli", INTEGER, autoincrement=False, nullable=True),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "product_id"],
            ["product.workshop_id", "product.id"],
            name=op.f("fk_stock_move_workshop_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_stock_move_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_stock_move")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_stock_move_workshop_id_date"), "stock_move", ["workshop_id", "date"], unique=False)

    op.create_table(
        "worker_document",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("signed_on", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("valid_to", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("sha256", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("media_type", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("size", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_worker_document_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_worker_document_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_worker_document")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.add_column("product", sa.Column("picture", sa.Text(), server_default="", autoincrement=False, nullable=False))


def downgrade() -> None:
    """Back to payrolls without stock."""
    op.drop_column("product", "picture")
    op.drop_table("worker_document")
    op.drop_table("stock_move")
    op.drop_table("material_move")
    op.drop_table("material")
