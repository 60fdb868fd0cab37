"""Write the frozen order of columns anew (``python -m tests.models.column_order``): before a release only."""

import json
from pathlib import Path

from app.models.base import key_columns, synced_tables, value_columns
from app.models.tables import Base

FILE = Path(__file__).with_suffix(".json")


def main() -> None:
    """The order of every synced table: keys, then values."""
    order = {t.name: [c.name for c in (*key_columns(t), *value_columns(t))] for t in synced_tables(Base.metadata)}
    FILE.write_text(json.dumps(order, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
