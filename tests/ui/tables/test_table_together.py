"""Order, filter, hidden columns, new rows in any sequence: no row is lost or doubled, and what is asked for holds."""

import random
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.tables.columns import Align, Column
from app.ui.tables.order import Order
from app.ui.tables.view import RowsTable


@dataclass(frozen=True)
class Row:
    key: int
    kind: str
    amount: int


COLUMNS = [
    Column[Row]("no", 60, lambda row: str(row.key)),
    Column[Row]("kind", 60, lambda row: row.kind),
    Column[Row]("amount", 60, lambda row: f"{row.amount:,}" if row.amount else "–", Align.RIGHT, stretch=True),
]


def rows_of(chance: random.Random) -> list[Row]:
    count = chance.randint(0, 40)
    return [Row(at, chance.choice(("甲", "乙", "")), chance.randint(-2000, 2000)) for at in range(count)]


class Together:
    """A table and what it should show."""

    def __init__(self, table: RowsTable[Row], chance: random.Random) -> None:
        self.table, self.chance, self.rows = table, chance, rows_of(chance)
        table.show_rows(COLUMNS, self.rows)

    def step(self) -> None:
        chance, table = self.chance, self.table
        act = chance.randrange(6)
        if act == 0:
            self.rows = rows_of(chance)
            table.show_rows(COLUMNS, self.rows)
        elif act == 1:
            table.sort_by(chance.choice((None, Order("amount"), Order("no", descending=True), Order("gone"))))
        elif act == 2:
            table.filters.choose(chance.choice(({}, {"kind": frozenset({"甲"})}, {"kind": frozenset({"乙", ""})})))
        elif act == 3:
            table.hide_columns(chance.choice(((), ("amount",), ("kind", "no"))))
        elif act == 4 and self.rows:
            old = chance.choice(self.rows)
            new = replace(old, amount=chance.randint(-9, 9))
            table.model.put_row(table.model.rows.index(old), new)
            self.rows[self.rows.index(old)] = new
        else:
            QTest.keyClick(table.view, chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_F3)))

    def holds(self) -> bool:
        table = self.table
        assert sorted(row.key for row in table.model.rows) == [row.key for row in self.rows]
        assert set(table.model.rows) == set(self.rows)
        chosen = table.filters.chosen.get("kind")
        assert [row for row in table.shown() if chosen and row.kind not in chosen] == []
        assert len(table.shown()) == len([row for row in self.rows if not chosen or row.kind in chosen])
        assert table.columns()[0].title == "no"
        if table.model.order is None:
            assert table.model.rows == self.rows
        current = table.current()
        assert current is None or current in table.shown()
        return True


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_done_nothing_is_lost(qtbot, look, seed: int) -> None:
    table: RowsTable[Row] = RowsTable(look)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    together = Together(table, random.Random(seed))
    for _ in range(150):
        together.step()
        assert together.holds()
