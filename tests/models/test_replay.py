"""The journal alone tells what the tables hold: random histories, replayed."""

import json
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from app.models.base import groups, value_columns
from app.models.workshop import CalendarDay, Workshop
from tests.fixtures import add_workshop
from tests.models.rows import journal

TABLES = {table.name: table for table in (Workshop.__table__, CalendarDay.__table__)}
WORDS = st.sampled_from(["", "火把节", "a\"\\'", "null", "[1]", "\n"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 5), WORDS),
        st.tuples(st.just("edit"), st.integers(1, 5), WORDS),
        st.tuples(st.just("mark"), st.integers(1, 5), st.sampled_from([0, 1])),
        st.tuples(st.just("workshop"), st.sampled_from(["name", "phone", "leader", "category"]), WORDS),
        st.tuples(st.just("year"), st.just(0), st.one_of(st.none(), st.integers(2020, 2030))),
        st.tuples(st.sampled_from(["commit", "roll back"]), st.just(0), st.just(0)),
    ),
    max_size=25,
)


def statement(workshop_id, kind, place, value):
    day = update(CalendarDay).where(CalendarDay.workshop_id == workshop_id, CalendarDay.date == str(place))
    own = update(Workshop).where(Workshop.workshop_id == workshop_id)
    return {
        "add": lambda: insert(CalendarDay).values(workshop_id=workshop_id, date=str(place), name=value),
        "edit": lambda: day.values(name=value, statutory=len(str(value))),
        "mark": lambda: day.values(deleted=value),
        "workshop": lambda: own.values({place: value, "address": value}),
        "year": lambda: own.values(confirmed_year=value),
    }[kind]()


def play(database, workshop_id, steps):
    """Take steps in transactions that end as the steps say; what the guards refuse is a step not taken."""
    with database.engine.connect() as connection:
        for kind, place, value in steps:
            if kind in {"commit", "roll back"}:
                (connection.commit if kind == "commit" else connection.rollback)()
                continue
            with suppress(IntegrityError), connection.begin_nested():
                connection.execute(statement(workshop_id, kind, place, value))
        connection.commit()


def replay(rows):
    """Table, key → values with the delete mark, from the journal."""
    state = {}
    for row in rows:
        columns = [column.name for column in value_columns(TABLES[row.tbl])]
        data = json.loads(row.data)
        if row.op == "i":
            state[row.tbl, row.key] = {**dict(zip(columns, data, strict=True)), "deleted": 0}
            continue
        known = state[row.tbl, row.key]
        for name, change in data.items():
            old, new = change if isinstance(change, list) else (change, change)
            assert known[name] == old
            known[name] = new
        known["deleted"] = {"d": 1, "c": 0, "u": known["deleted"]}[row.op]
    return state


def held(database, workshop_id):
    """The same from the tables."""
    found = {}
    with database.read() as session:
        for table in TABLES.values():
            for row in session.execute(select(table).where(table.c.workshop_id == workshop_id)).mappings():
                key = json.dumps([row["date"]]) if table.name == "calendar_day" else "[]"
                names = [column.name for column in value_columns(table)]
                found[table.name, key] = {name: row[name] for name in [*names, "deleted"]}
    return found


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_the_journal_replays_to_what_the_tables_hold(database, steps):
    workshop_id = add_workshop(database, "龙潭")
    play(database, workshop_id, steps)
    rows = [row for row in journal(database) if row.workshop_id == workshop_id]
    assert replay(rows) == held(database, workshop_id)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert [row.clock >> 20 for row in rows] == list(range(1, len(rows) + 1))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_each_base_is_the_last_clock_of_its_group(database, steps):
    workshop_id = add_workshop(database, "龙潭")
    play(database, workshop_id, steps)
    last = {}
    for row in (row for row in journal(database) if row.workshop_id == workshop_id):
        several = groups(TABLES[row.tbl])
        base = json.loads(row.base or "null")
        named = base if len(several) > 1 else dict.fromkeys(several, base)
        if row.op != "i":
            assert named == {group: last[row.tbl, row.key, group] for group in named}
            assert {name for group in named for name in several[group]} == set(json.loads(row.data))
        touched = several if row.op == "i" else named
        last |= {(row.tbl, row.key, group): row.clock for group in touched}
