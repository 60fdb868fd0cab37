"""Pay over time: periods, instalments, plans; payments, photographs of signed pages, bank templates."""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "shared_0002"
down_revision = "shared_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Pay over time: periods, instalments, plans; payments, photographs of signed pages, bank templates."""
    op.create_table(
        "bank_template",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_bank_template_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_bank_template")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "allowance_plan",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("rule", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("special", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("amount_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("valid_to", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_allowance_plan_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_allowance_plan_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_allowance_plan")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deduction_plan",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("item", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("total_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("monthly_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("from_month", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_deduction_plan_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_deduction_plan_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_deduction_plan")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payment",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("method", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("paid_on", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("amount_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("account", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "run_id"],
            ["payroll_run.workshop_id", "payroll_run.id"],
            name=op.f("fk_payment_workshop_id_run_id_payroll_run"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_payment_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_payment_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_payment")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_payment_workshop_id_run_id_worker_id"), "payment", ["workshop_id", "run_id", "worker_id"], unique=False
    )
    op.create_table(
        "run_photo",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("media_type", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("size", INTEGER, autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "run_id"],
            ["payroll_run.workshop_id", "payroll_run.id"],
            name=op.f("fk_run_photo_workshop_id_run_id_payroll_run"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_run_photo_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_run_photo")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payment_return",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("payment_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("returned_on", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "payment_id"],
            ["payment.workshop_id", "payment.id"],
            name=op.f("fk_payment_return_workshop_id_payment_id_payment"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_payment_return_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "payment_id", name=op.f("pk_payment_return")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.add_column("advance", sa.Column("monthly_fen", INTEGER, server_default="0", autoincrement=False, nullable=False))
    op.add_column("pay_term", sa.Column("period", sa.Text(), server_default="月", autoincrement=False, nullable=False))
    op.add_column(
        "pay_term", sa.Column("social_base_fen", INTEGER, server_default="0", autoincrement=False, nullable=False)
    )
    op.add_column(
        "payroll_run", sa.Column("inputs_hash", sa.Text(), server_default="", autoincrement=False, nullable=False)
    )
    op.add_column("payroll_run", sa.Column("reason", sa.Text(), server_default="", autoincrement=False, nullable=False))
    op.add_column(
        "payroll_run", sa.Column("known_runs", sa.Text(), server_default="", autoincrement=False, nullable=False)
    )
    op.add_column(
        "payroll_run", sa.Column("pay_date", sa.Text(), server_default="", autoincrement=False, nullable=False)
    )
    op.add_column("slip", sa.Column("period_from", sa.Text(), server_default="", autoincrement=False, nullable=False))
    op.add_column("slip", sa.Column("period_to", sa.Text(), server_default="", autoincrement=False, nullable=False))


def downgrade() -> None:
    """Back to the first release."""
    op.drop_column("slip", "period_to")
    op.drop_column("slip", "period_from")
    op.drop_column("payroll_run", "pay_date")
    op.drop_column("payroll_run", "known_runs")
    op.drop_column("payroll_run", "reason")
    op.drop_column("payroll_run", "inputs_hash")
    op.drop_column("pay_term", "social_base_fen")
    op.drop_column("pay_term", "period")
    op.drop_column("advance", "monthly_fen")
    op.drop_table("payment_return")
    op.drop_table("run_photo")
    op.drop_table("payment")
    op.drop_table("deduction_plan")
    op.drop_table("allowance_plan")
    op.drop_table("bank_template")
