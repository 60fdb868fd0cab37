"""Every synced table at the server: inserted, edited, deleted, re-created, in conflict, without its parent."""

from itertools import count

import pytest

from app.domain.merge import DELETE, INSERT, RECREATE, UPDATE
from app.sync import wire
from tests.server.conftest import Pc, people, shop

WORKSHOPS = count(1 << 40)
SPECS = [spec for spec in wire.table_specs().values() if spec.writer == "workshop"]
EDITABLE = [spec for spec in SPECS if not spec.insert_only]
CHILDREN = [spec for spec in SPECS if spec.refs]


def names(specs):
    return [spec.name for spec in specs]


def value(spec, column, pc, turn):
    """Some value of a column's kind, another each turn; a reference names the parent made by ``founded``."""
    if column.name in spec.refs or column.name == "id":
        return pc.number << 32 | 1
    if column.date:
        return "2026-10-01"
    return turn if column.kind == "int" else f"第{turn}次"


def row(spec, pc, turn):
    """A row of a table; its key is always the same."""
    keys = {column.name: value(spec, column, pc, 1) for column in spec.key}
    return keys | {name: value(spec, column, pc, turn) for name, column in spec.columns.items()}


def ancestors(spec):
    """The tables a row of this one stands on."""
    direct = set(spec.refs.values())
    return direct.union(*(ancestors(wire.table_specs()[name]) for name in direct))


@pytest.fixture
def server(shared_server):
    return shared_server


@pytest.fixture
def pc(server):
    """An enrolled PC of a workshop of its own."""
    made = Pc(server.url, workshop=next(WORKSHOPS))
    assert made.enroll(server.code(f"工坊{made.workshop}"))[0] == 200
    return made


@pytest.fixture
def founded(pc):
    """Sends one row of every table the given one stands on."""

    def found(spec):
        if spec.name != "workshop":
            pc.sync(pc.make("workshop", "i", [shop()]))
        for parent in wire.table_specs().values():
            if parent.name in ancestors(spec):
                rows = people(pc, [1]) if parent.name == "worker" else [row(parent, pc, 1)]
                assert pc.sync(pc.make(parent.name, "i", rows))[0].verdicts == []
        return pc

    return found


def shown(server, spec, pc):
    """The row's columns and its merge state."""
    columns = ", ".join(f'"{name}"' for name in spec.columns)
    sql = f'SELECT {columns}, deleted, merge FROM "{spec.name}" WHERE workshop_id = %s'
    ((*values, deleted, merge),) = server.sql(sql, pc.workshop)
    return dict(zip(spec.columns, values, strict=True)), deleted, merge


def expected(spec, pc, turn):
    keys = {column.name for column in spec.key}
    return {name: cell for name, cell in row(spec, pc, turn).items() if name not in keys}


def base_of(spec, clock):
    return {group: [clock] for group in spec.groups}


@pytest.mark.parametrize("spec", SPECS, ids=names(SPECS))
def test_a_row_of_every_table_is_taken(founded, server, spec):
    pc = founded(spec)
    assert pc.sync(pc.make(spec.name, INSERT, [row(spec, pc, 1)]))[0].verdicts == []
    assert shown(server, spec, pc) == (expected(spec, pc, 1), 0, None)


@pytest.mark.parametrize("spec", EDITABLE, ids=names(EDITABLE))
def test_an_edit_a_delete_and_a_re_creation_follow_one_another(founded, server, spec):
    pc = founded(spec)
    last = pc.make(spec.name, INSERT, [row(spec, pc, 1)])
    pc.sync(last)
    for turn, (op, deleted) in enumerate([(UPDATE, 0), (DELETE, 1), (RECREATE, 0)], 2):
        made = pc.make(spec.name, op, [row(spec, pc, turn)], base=base_of(spec, last.clock[0]))
        assert pc.sync(made)[0].verdicts == []
        assert shown(server, spec, pc) == (expected(spec, pc, turn), deleted, None)
        last = made


@pytest.mark.parametrize("spec", EDITABLE, ids=names(EDITABLE))
def test_two_edits_at_once_leave_two_heads_until_one_names_both(founded, server, spec):
    pc = founded(spec)
    first = pc.make(spec.name, INSERT, [row(spec, pc, 1)])
    pc.sync(first)
    one, two = (
        pc.make(spec.name, UPDATE, [row(spec, pc, turn)], base=base_of(spec, first.clock[0])) for turn in (2, 3)
    )
    pc.sync(one, two)
    values, _, merge = shown(server, spec, pc)
    assert values == expected(spec, pc, 3)
    assert {group: [head[0] for head in merge[group][0]] for group in merge} == {
        group: [one.clock[0], two.clock[0]] for group in spec.groups
    }
    both = {group: [[one.clock[0], two.clock[0]]] for group in spec.groups}
    pc.sync(pc.make(spec.name, UPDATE, [row(spec, pc, 4)], base=both))
    assert shown(server, spec, pc)[:2] == (expected(spec, pc, 4), 0)
    assert all(len(entry[0]) == 1 for entry in (shown(server, spec, pc)[2] or {}).values())


@pytest.mark.parametrize(
    "spec", [spec for spec in SPECS if spec.refs], ids=names([spec for spec in SPECS if spec.refs])
)
def test_a_row_without_its_parent_waits(pc, server, spec):
    pc.sync(pc.make("workshop", "i", [shop()]))
    (verdict,) = pc.sync(pc.make(spec.name, INSERT, [row(spec, pc, 1)]))[0].verdicts
    assert (verdict.verdict, verdict.code) == ("held", "parent_missing")
    assert verdict.column in spec.refs
    assert server.sql(f'SELECT count(*) FROM "{spec.name}" WHERE workshop_id = %s', pc.workshop) == [(0,)]


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.insert_only], ids=lambda spec: spec.name)
def test_what_the_lock_froze_is_not_edited(founded, server, spec):
    pc = founded(spec)
    first = pc.make(spec.name, INSERT, [row(spec, pc, 1)])
    pc.sync(first)
    (verdict,) = pc.sync(pc.make(spec.name, UPDATE, [row(spec, pc, 2)], base=base_of(spec, first.clock[0])))[0].verdicts
    assert (verdict.verdict, verdict.code) == ("held", "insert_only")
    assert shown(server, spec, pc)[0] == expected(spec, pc, 1)


def test_nothing_of_a_workshop_is_taken_before_the_workshop_itself(pc, server):
    held = pc.sync(pc.make("worker", "i", people(pc, [1, 2])))[0].verdicts
    assert [(each.code, each.column) for each in held] == [("parent_missing", "workshop_id")] * 2
    answer, _ = pc.sync(pc.make("workshop", "i", [shop()]))
    assert [entry.released for entry in answer.log] == [[(1, 1), (1, 2)]]
    assert server.sql("SELECT count(*) FROM worker WHERE workshop_id = %s", pc.workshop) == [(2,)]
