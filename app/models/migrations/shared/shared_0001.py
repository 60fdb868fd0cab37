"""The synced tables as the first release has them."""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "shared_0001"
down_revision = None
branch_labels = ("shared",)
depends_on = None


def upgrade() -> None:
    """The synced tables as the first release has them."""
    op.create_table(
        "workshop",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("credit_code", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("region", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("leader", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("phone", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("project", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("category", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("project_level", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("recognition_level", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("recognised_on", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("confirmed_year", INTEGER, autoincrement=False, nullable=True),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_workshop")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "calendar_day",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("statutory", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_calendar_day_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "date", name=op.f("pk_calendar_day")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "day_close",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("closed_by", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_day_close_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "date", name=op.f("pk_day_close")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payroll_run",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("month", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="regular", autoincrement=False, nullable=False),
        sa.Column("workers", INTEGER, autoincrement=False, nullable=False),
        sa.Column("gross_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("net_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("packs", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("snapshot_hash", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("chain_head", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_payroll_run_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_payroll_run")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "product",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("project", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("category", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), server_default="件", autoincrement=False, nullable=False),
        sa.Column("price_fen", INTEGER, autoincrement=False, nullable=True),
        sa.Column("opening_stock_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_product_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_product")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rule_pack",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("valid_to", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("content", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_rule_pack_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_rule_pack")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "training",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("lecturer", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("minutes", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_training_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_training")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_training_workshop_id_date"), "training", ["workshop_id", "date"], unique=False)
    op.create_table(
        "worker",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("no", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("sex", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("nation", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("id_number", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("phone", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("village", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("bank", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("account", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("hired_on", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("left_on", sa.Text(), autoincrement=False, nullable=True),
        sa.Column("inheritor_level", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("mentor_no", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_worker_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_worker")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "workshop_terms",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("pay_day", INTEGER, autoincrement=False, nullable=True),
        sa.Column("monthly_minimum_fen", INTEGER, autoincrement=False, nullable=True),
        sa.Column("hourly_minimum_fen", INTEGER, autoincrement=False, nullable=True),
        sa.Column("pays_statutory", INTEGER, server_default="1", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_workshop_terms_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "valid_from", name=op.f("pk_workshop_terms")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "adjustment",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("month", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("item", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("amount_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_adjustment_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_adjustment_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_adjustment")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_adjustment_workshop_id_month"), "adjustment", ["workshop_id", "month"], unique=False)
    op.create_table(
        "advance",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("amount_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_advance_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_advance_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_advance")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_advance_workshop_id_date"), "advance", ["workshop_id", "date"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("normal_minutes", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("extra_minutes", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_attendance_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_attendance_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "worker_id", "date", name=op.f("pk_attendance")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_attendance_workshop_id_date"), "attendance", ["workshop_id", "date"], unique=False)
    op.create_table(
        "household_status",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("base", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("monitoring", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_household_status_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_household_status_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "worker_id", "valid_from", name=op.f("pk_household_status")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "opening",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("year", INTEGER, autoincrement=False, nullable=False),
        sa.Column("before_month", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("months", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("income_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("social_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("additional_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("withheld_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("advance_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("damage_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_opening_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_opening_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "worker_id", "year", name=op.f("pk_opening")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pay_term",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("relation", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("basis", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("rate_fen", INTEGER, autoincrement=False, nullable=True),
        sa.Column("social_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("additional_fen", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("tax_method", sa.Text(), server_default="按月", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_pay_term_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_pay_term_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "worker_id", "valid_from", name=op.f("pk_pay_term")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payroll_event",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("user_name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("occurred_on", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "run_id"],
            ["payroll_run.workshop_id", "payroll_run.id"],
            name=op.f("fk_payroll_event_workshop_id_run_id_payroll_run"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_payroll_event_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_payroll_event")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "process",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("product_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "product_id"],
            ["product.workshop_id", "product.id"],
            name=op.f("fk_process_workshop_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_process_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_process")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("product_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("quantity_milli", INTEGER, autoincrement=False, nullable=False),
        sa.Column("price_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("returned_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("order_no", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "product_id"],
            ["product.workshop_id", "product.id"],
            name=op.f("fk_sale_workshop_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_sale_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_sale")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sale_workshop_id_date"), "sale", ["workshop_id", "date"], unique=False)
    op.create_table(
        "slip",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("no", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("id_number", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("phone", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("bank", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("account", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("relation", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("basis", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("tax_method", sa.Text(), server_default="按月", autoincrement=False, nullable=False),
        sa.Column("normal_minutes", INTEGER, autoincrement=False, nullable=False),
        sa.Column("overtime_minutes", INTEGER, autoincrement=False, nullable=False),
        sa.Column("rest_day_minutes", INTEGER, autoincrement=False, nullable=False),
        sa.Column("statutory_minutes", INTEGER, autoincrement=False, nullable=False),
        sa.Column("unpaid_days", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("gross_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("social_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("additional_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("tax_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("other_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("damage_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("carried_damage_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("advance_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("carried_advance_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("net_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "run_id"],
            ["payroll_run.workshop_id", "payroll_run.id"],
            name=op.f("fk_slip_workshop_id_run_id_payroll_run"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_slip_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_slip_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("workshop_id", "run_id", "worker_id", name=op.f("pk_slip")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "slip_line",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("run_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("position", INTEGER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("label", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("price", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("factor", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("amount_fen", INTEGER, autoincrement=False, nullable=False),
        sa.Column("formula", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "run_id"],
            ["payroll_run.workshop_id", "payroll_run.id"],
            name=op.f("fk_slip_line_workshop_id_run_id_payroll_run"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_slip_line_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_slip_line_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "run_id", "worker_id", "position", name=op.f("pk_slip_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "training_attendance",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("training_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("minutes_present", INTEGER, autoincrement=False, nullable=True),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "training_id"],
            ["training.workshop_id", "training.id"],
            name=op.f("fk_training_attendance_workshop_id_training_id_training"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_training_attendance_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_training_attendance_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "training_id", "worker_id", name=op.f("pk_training_attendance")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "piece_entry",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=True),
        sa.Column("process_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("grade", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("time_kind", sa.Text(), server_default="正常", autoincrement=False, nullable=False),
        sa.Column("good_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("rework_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("worker_scrap_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("material_scrap_milli", INTEGER, server_default="0", autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "process_id"],
            ["process.workshop_id", "process.id"],
            name=op.f("fk_piece_entry_workshop_id_process_id_process"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_piece_entry_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_piece_entry_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_piece_entry")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_piece_entry_workshop_id_date"), "piece_entry", ["workshop_id", "date"], unique=False)
    op.create_table(
        "piece_price",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("process_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("grade", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("price_e4", INTEGER, autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="", autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "process_id"],
            ["process.workshop_id", "process.id"],
            name=op.f("fk_piece_price_workshop_id_process_id_process"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_piece_price_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "process_id", "grade", "valid_from", name=op.f("pk_piece_price")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "team_share",
        sa.Column("workshop_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("entry_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("worker_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("position", INTEGER, autoincrement=False, nullable=False),
        sa.Column("weight_milli", INTEGER, autoincrement=False, nullable=False),
        sa.Column("deleted", INTEGER, server_default="0", nullable=False),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id", "entry_id"],
            ["piece_entry.workshop_id", "piece_entry.id"],
            name=op.f("fk_team_share_workshop_id_entry_id_piece_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id", "worker_id"],
            ["worker.workshop_id", "worker.id"],
            name=op.f("fk_team_share_workshop_id_worker_id_worker"),
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.workshop_id"], name=op.f("fk_team_share_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "entry_id", "worker_id", name=op.f("pk_team_share")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("team_share")
    op.drop_table("piece_price")
    op.drop_index(op.f("ix_piece_entry_workshop_id_date"), table_name="piece_entry")
    op.drop_table("piece_entry")
    op.drop_table("training_attendance")
    op.drop_table("slip_line")
    op.drop_table("slip")
    op.drop_index(op.f("ix_sale_workshop_id_date"), table_name="sale")
    op.drop_table("sale")
    op.drop_table("process")
    op.drop_table("payroll_event")
    op.drop_table("pay_term")
    op.drop_table("opening")
    op.drop_table("household_status")
    op.drop_index(op.f("ix_attendance_workshop_id_date"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_index(op.f("ix_advance_workshop_id_date"), table_name="advance")
    op.drop_table("advance")
    op.drop_index(op.f("ix_adjustment_workshop_id_month"), table_name="adjustment")
    op.drop_table("adjustment")
    op.drop_table("workshop_terms")
    op.drop_table("worker")
    op.drop_index(op.f("ix_training_workshop_id_date"), table_name="training")
    op.drop_table("training")
    op.drop_table("rule_pack")
    op.drop_table("product")
    op.drop_table("payroll_run")
    op.drop_table("day_close")
    op.drop_table("calendar_day")
    op.drop_table("workshop")
