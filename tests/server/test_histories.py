"""Random histories against the real server: its rows are ``merge`` of all that was sent, whatever the order."""

from itertools import count
from random import Random

import pytest
from psycopg.rows import dict_row

from app.domain.ids import DERIVED_FLOOR, DEVICE_BITS
from app.domain.merge import DELETE, INSERT, RECREATE, UPDATE, merge
from app.models.server_tables import SERVER
from app.server.database import raw
from app.server.rows import load
from app.sync import wire
from tests.server.conftest import Pc, people, shop

WORKSHOPS = count(1 << 41)
WORKER = DERIVED_FLOOR | 5
ROWS = [
    ("attendance", {"worker_id": WORKER, "date": "2026-10-01"}),
    ("attendance", {"worker_id": WORKER, "date": "2026-10-02"}),
    ("product", {"id": DERIVED_FLOOR | 9}),
    ("household_status", {"worker_id": WORKER, "valid_from": "2026-01-01"}),
]


class Hand(Pc):
    """A PC with a person at it: knows what it made and pulled, and works on what that shows."""

    def __init__(self, url, number, workshop, random):
        super().__init__(url, number, workshop)
        self.random, self.known, self.waiting = random, {}, []

    def learn(self, table, key, change):
        self.known.setdefault((table, key), {})[change.clock] = change
        self.count = max(self.count, change.clock >> DEVICE_BITS)

    def work(self):
        """One change of a random row, as its state here allows."""
        table, key = self.random.choice(ROWS)
        spec = wire.table_specs()[table]
        name = tuple(key.values())
        state = merge(self.known.get((table, name), {}).values())
        op, touched, base = self.choose(spec, state)
        shown = {column: cell for group in spec.groups if group in state.values
                 for column, cell in zip(spec.groups[group], state.values[group], strict=True)}  # fmt: skip
        cells = {column: self.cell(spec.columns[column]) for group in touched for column in spec.groups[group]}
        if op == DELETE:
            cells |= {column: shown[column] for column in cells}
        made = self.make(table, op, [key | cells], base={group: [entry(base[group])] for group in base})
        (change,) = made.changes()
        self.learn(table, name, change)
        self.waiting.append(made)
        return table, name, change

    def choose(self, spec, state):
        """Operation, groups touched and what each replaces."""
        groups = list(spec.groups)
        if not state.knows(groups):
            return INSERT, groups, {}
        heads = {group: tuple(head.clock for head in state.groups[group].heads) for group in groups}
        if state.deleted or self.random.random() < 0.15:
            return (RECREATE if state.deleted else DELETE), groups, heads
        touched = self.random.sample(groups, self.random.randint(1, len(groups)))
        chosen = heads if self.random.random() < 0.3 else {g: state.groups[g].same_as_shown() for g in touched}
        return UPDATE, touched, {group: chosen[group] for group in touched}

    def cell(self, column):
        if column.name == "mark":
            return self.random.choice("√休病")
        return self.random.randrange(3) if column.kind != "text" else self.random.choice(["", "甲", "乙"])

    def exchange(self):
        """Send some of what waits and take in what others sent."""
        cut = self.random.randint(0, len(self.waiting))
        sent, self.waiting = self.waiting[:cut], self.waiting[cut:]
        answer, batches = self.sync(*sent)
        assert answer.verdicts == []
        for data in batches.values():
            for group in wire.open_batch(data).read().groups:
                for key, change in zip(group.keys(), group.changes(), strict=True):
                    self.learn(group.table, key, change)


def entry(clocks):
    """An entry of a base column as the desktop writes it: one clock bare, several as a list."""
    return clocks[0] if len(clocks) == 1 else list(clocks)


def heads(state):
    return {
        group: sorted((head.clock, head.values, head.deletes) for head in each.heads)
        for group, each in state.groups.items()
    }


def shown(state):
    return state.deleted, state.values


def server_rows(server, workshop, table):
    spec = wire.table_specs()[table]
    with server.database.transaction() as connection, raw(connection).cursor(row_factory=dict_row) as cursor:
        cursor.execute(f'SELECT * FROM "{table}" WHERE workshop_id = %s', (workshop,))
        return {tuple(row[c.name] for c in spec.key): load(SERVER.tables[table], row).state for row in cursor}


@pytest.mark.parametrize("seed", range(25))
def test_the_servers_rows_are_the_merge_of_all_that_was_sent(shared_server, seed):
    random = Random(seed)
    workshop = next(WORKSHOPS)
    hands = [Hand(shared_server.url, number, workshop, random) for number in range(1, random.randint(2, 4) + 1)]
    for hand in hands:
        assert hand.enroll(shared_server.code(f"历史{workshop}"))[0] == 200
    first = hands[0]
    worker = people(first, [1])[0] | {"id": WORKER}
    first.sync(first.make("workshop", "i", [shop()]), first.make("worker", "i", [worker]))
    made = {}
    for _ in range(random.randint(5, 40)):
        hand = random.choice(hands)
        if random.random() < 0.6:
            table, key, change = hand.work()
            made.setdefault((table, key), {})[change.clock] = change
        else:
            hand.exchange()
    while any(hand.waiting for hand in hands):
        random.choice(hands).exchange()
    for table in {name for name, _ in ROWS}:
        expected = {key: merge(each.values()) for (name, key), each in made.items() if name == table}
        found = server_rows(shared_server, workshop, table)
        assert {key: shown(state) for key, state in found.items()} == {key: shown(e) for key, e in expected.items()}
        assert {key: heads(state) for key, state in found.items()} == {key: heads(e) for key, e in expected.items()}
