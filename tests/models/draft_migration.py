"""Draft a revision from the difference between the scripts and the models: ``python -m tests.models.draft_migration``.

Arguments: branch (shared or client), number, message. The file is a draft: read it, and mend what a person sees better.
"""

import sys
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from app.models import upgrade
from app.models.tables import Base
from app.models.upgrade import DESKTOP, scripts, shared_names

TEMPLATE = '''"""{message}"""

import sqlalchemy as sa
from alembic import op

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "{branch}_{number:04}"
down_revision = {down}
branch_labels = {labels}
depends_on = None


def upgrade() -> None:
    """{message}"""
    {up}


def downgrade() -> None:
    """Back."""
    {down_code}
'''


def draft(branch: str, number: int, message: str) -> str:
    """The text of a revision file."""

    def of_branch(_thing: object, name: str | None, kind: str, _reflected: bool, _to: object) -> bool:
        return kind != "table" or (name in shared_names()) == (branch == "shared")

    with create_engine("sqlite://").begin() as connection:
        if scripts(DESKTOP).get_heads():
            upgrade.upgrade(connection, DESKTOP)
        options = {"include_object": of_branch, "render_as_batch": number > 1}
        produced = produce_migrations(MigrationContext.configure(connection, opts=options), Base.metadata)
    return TEMPLATE.format(
        message=message,
        branch=branch,
        number=number,
        down=f'"{branch}_{number - 1:04}"' if number > 1 else None,
        labels=None if number > 1 else f'("{branch}",)',
        up=_plain(render_python_code(produced.upgrade_ops, render_as_batch=number > 1)),
        down_code=_plain(render_python_code(produced.downgrade_ops, render_as_batch=number > 1)),
    )


def _plain(code: str) -> str:
    """Without live models, and with less to read."""
    lines = [line for line in code.splitlines() if not line.strip().startswith(("info=", "# ###"))]
    return "\n".join(lines).lstrip().replace("sa.BigInteger().with_variant(sa.Integer(), 'sqlite')", "INTEGER")


def main() -> None:
    """Write the draft beside the branch's other revisions."""
    branch, number, message = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    folder = Path(upgrade.__file__).parent / "migrations" / branch
    (folder / f"{branch}_{number:04}.py").write_text(draft(branch, number, message), encoding="utf-8")


if __name__ == "__main__":
    main()
