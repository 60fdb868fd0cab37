"""Every change of every synced table is journaled once, whoever makes it and however (DESIGN 3)."""

import json
from contextlib import suppress

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from app.models.base import groups, key_columns, synced_tables, value_columns
from app.models.database import choosing, scalar
from app.models.local import Conflict, Counter, Origin
from app.models.workshop import CalendarDay, Workshop
from tests.fixtures import USER, add_workshop
from tests.models.rows import (
    EDITABLE,
    TABLES,
    add_day,
    changed,
    journal,
    last_pos,
    model_of,
    plain_column,
    sample,
)

ALL = synced_tables()


def where_key(table, row):
    return [table.c[column.name] == row[column.name] for column in table.primary_key.columns]


def insert_by_orm(session, table, row):
    session.add(model_of(table)(**row))


def insert_by_core(session, table, row):
    session.execute(insert(table), [row])


def insert_by_sql(session, table, row):
    names = ", ".join(f'"{name}"' for name in row)
    session.execute(text(f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join(f":{n}" for n in row)})'), row)


def edit_by_orm(session, table, row, column, value):
    key = tuple(row[c.name] for c in table.primary_key.columns)
    setattr(session.get(model_of(table), key), column, value)


def edit_by_core(session, table, row, column, value):
    session.execute(update(table).where(*where_key(table, row)).values({column: value}))


def edit_by_sql(session, table, row, column, value):
    key = " AND ".join(f'"{c.name}" = :{c.name}' for c in table.primary_key.columns)
    session.execute(text(f'UPDATE "{table.name}" SET "{column}" = :new_value WHERE {key}'), {**row, "new_value": value})


INSERTS = [insert_by_orm, insert_by_core, insert_by_sql]
EDITS = [edit_by_orm, edit_by_core, edit_by_sql]


@pytest.mark.parametrize("way", INSERTS)
def test_each_insert_is_journaled_once_with_its_values(database, workshop_id, way):
    for table in TABLES:
        with database.write(USER, "insert") as session:
            way(session, table, sample(table, workshop_id))
    rows = journal(database, after=1)
    assert [row.tbl for row in rows] == [table.name for table in TABLES]
    for table, row in zip(TABLES, rows, strict=True):
        wanted = sample(table, workshop_id)
        assert json.loads(row.key) == [wanted[c.name] for c in key_columns(table)]
        assert json.loads(row.data) == [wanted[c.name] for c in value_columns(table)]
        assert (row.op, row.base, row.user, row.action, row.workshop_id) == ("i", None, USER, "insert", workshop_id)


@pytest.mark.parametrize("way", EDITS)
def test_each_edit_is_journaled_once_with_old_and_new(filled, workshop_id, way):
    for table in EDITABLE:
        column = plain_column(table)
        with filled.read() as session:
            old = dict(session.execute(select(table)).mappings().one())
        before = last_pos(filled)
        with filled.write(USER, "edit") as session:
            way(session, table, old, column.name, changed(column, old[column.name]))
        (row,) = journal(filled, before)
        assert row.op == "u"
        data = json.loads(row.data)
        assert data.pop(column.name) == [old[column.name], changed(column, old[column.name])]
        group = column.info["group"]
        assert data == {name: old[name] for name in groups(table)[group] if name != column.name}


def test_every_column_is_watched(filled):
    for table in EDITABLE:
        for column in value_columns(table):
            if column.foreign_keys:
                continue
            before = last_pos(filled)
            with filled.write(USER, "edit") as session:
                old = session.scalar(select(column))
                session.execute(update(table).values({column.name: changed(column, old)}))
            assert [json.loads(row.data)[column.name] for row in journal(filled, before)] == [
                [old, changed(column, old)]
            ]


def test_delete_mark_and_re_creation_touch_every_group(filled):
    for table in EDITABLE:
        before = last_pos(filled)
        for mark in (1, 0):
            with filled.write(USER, "mark") as session:
                session.execute(update(table).values(deleted=mark))
        gone, back = journal(filled, before)
        assert (gone.op, back.op) == ("d", "c")
        assert set(json.loads(gone.data)) == set(json.loads(back.data)) == {c.name for c in value_columns(table)}
        names = list(groups(table))
        bases = json.loads(back.base)
        assert bases == (gone.clock if len(names) == 1 else dict.fromkeys(names, gone.clock))


def test_update_that_changes_nothing_writes_nothing(filled):
    for table in EDITABLE:
        before = last_pos(filled)
        with filled.write(USER, "again") as session:
            session.execute(update(table).values({c.name: table.c[c.name] for c in value_columns(table)}))
        assert journal(filled, before) == []


def test_upsert_is_one_edit(filled):
    for table in EDITABLE:
        column = plain_column(table)
        with filled.read() as session:
            row = dict(session.execute(select(table)).mappings().one())
        new = {**row, column.name: changed(column, row[column.name])}
        before = last_pos(filled)
        with filled.write(USER, "upsert") as session:
            keys = [c.name for c in table.primary_key.columns]
            session.execute(
                upsert(table).values(**new).on_conflict_do_update(index_elements=keys, set_={column: new[column.name]})
            )
        (change,) = journal(filled, before)
        assert (change.op, json.loads(change.data)[column.name]) == ("u", [row[column.name], new[column.name]])


def break_off(database, workshop_id, day, **options):
    with suppress(ZeroDivisionError), database.write(USER, "broken off", **options) as session:
        add_day(session, workshop_id, day)
        raise ZeroDivisionError


def test_seq_is_gapless_and_clock_rises_through_rollback_savepoint_and_failure(database, workshop_id):
    with database.write(USER, "one") as session:
        add_day(session, workshop_id, 1)
        with pytest.raises(IntegrityError), session.begin_nested():
            add_day(session, workshop_id, 1)
        savepoint = session.begin_nested()
        add_day(session, workshop_id, 2)
        savepoint.rollback()
        add_day(session, workshop_id, 3)
    break_off(database, workshop_id, 4)
    with database.write(USER, "three") as session:
        add_day(session, workshop_id, 5)
    rows = journal(database)
    assert [row.seq for row in rows] == [1, 2, 3, 4]
    assert [json.loads(row.key) for row in rows[1:]] == [[f"2026-10-0{day}"] for day in (1, 3, 5)]
    device = rows[0].device
    assert [row.clock for row in rows] == [(n << 20) | device for n in (1, 2, 3, 4)]


def test_each_workshop_counts_for_itself(database, workshop_id):
    other = add_workshop(database, "另一工坊")
    with database.write(USER, "both") as session:
        add_day(session, workshop_id, 1)
        add_day(session, other, 1)
    seqs = {(row.workshop_id, row.seq) for row in journal(database)}
    assert seqs == {(workshop_id, 1), (workshop_id, 2), (other, 1), (other, 2)}


def test_edits_of_several_groups_name_each_replaced_clock(database, workshop_id):
    with database.write(USER, "contact") as session:
        session.execute(update(Workshop).values(phone="1"))
    created, contact = journal(database)
    with database.write(USER, "both") as session:
        session.execute(update(Workshop).values(phone="2", name="新名"))
    change = journal(database)[-1]
    assert json.loads(contact.base) == {"contact": created.clock}
    assert json.loads(change.base) == {"identity": created.clock, "contact": contact.clock}
    assert set(json.loads(change.data)) == {
        *groups(Workshop.__table__)["identity"],
        *groups(Workshop.__table__)["contact"],
    }


def test_an_update_of_many_rows_is_a_change_each(filled, workshop_id):
    with filled.write(USER, "more") as session:
        for n in (2, 3):
            session.execute(insert(CalendarDay).values(**sample(CalendarDay.__table__, workshop_id, n)))
        session.execute(update(CalendarDay).values(name="同名"))
    assert [row.op for row in journal(filled)[-5:]] == ["i", "i", "u", "u", "u"]


def compete(database, workshop_id, grp, shown, heads, table="workshop", key="[]", same=""):
    same = same or str(shown)
    with database.write(USER, "merge", capture=False) as session:
        session.add(
            Conflict(
                workshop_id=workshop_id, tbl=table, key=key, grp=grp, shown=shown, heads=json.dumps(heads), same=same
            )
        )
        session.execute(update(Counter).values(clock=max(*heads, shown)))


def conflicts(database):
    with database.read() as session:
        return session.execute(select(Conflict.grp, Conflict.shown, Conflict.heads)).all()


def test_an_edit_among_heads_replaces_the_shown_one_only(database, workshop_id):
    compete(database, workshop_id, "contact", 7 << 20, [5 << 20, 7 << 20])
    with database.write(USER, "edit") as session:
        session.execute(update(Workshop).values(phone="3"))
    change = journal(database)[-1]
    assert json.loads(change.base) == {"contact": 7 << 20}
    ((grp, shown, heads),) = conflicts(database)
    assert (grp, shown, json.loads(heads)) == ("contact", change.clock, [5 << 20, change.clock])


def test_an_edit_replaces_every_head_of_the_shown_content(database, workshop_id):
    compete(database, workshop_id, "contact", 7 << 20, [5 << 20, 6 << 20, 7 << 20], same=f"[{6 << 20},{7 << 20}]")
    with database.write(USER, "edit") as session:
        session.execute(update(Workshop).values(phone="3"))
    change = journal(database)[-1]
    assert json.loads(change.base) == {"contact": [6 << 20, 7 << 20]}
    ((_, shown, heads),) = conflicts(database)
    assert (shown, json.loads(heads)) == (change.clock, [5 << 20, change.clock])


def test_a_delete_replaces_every_head(database, workshop_id):
    compete(database, workshop_id, "contact", 7 << 20, [5 << 20, 7 << 20])
    with database.write(USER, "close") as session:
        session.execute(update(Workshop).values(deleted=1))
    change = journal(database)[-1]
    assert (change.op, json.loads(change.base)["contact"]) == ("d", [5 << 20, 7 << 20])
    assert conflicts(database) == []


def test_an_edit_of_another_group_leaves_the_conflict(database, workshop_id):
    compete(database, workshop_id, "contact", 7 << 20, [5 << 20, 7 << 20])
    with database.write(USER, "edit") as session:
        session.execute(update(Workshop).values(name="别名"))
    assert conflicts(database) == [("contact", 7 << 20, json.dumps([5 << 20, 7 << 20]))]


@pytest.mark.parametrize("values", [{"phone": ""}, {"phone": "138"}], ids=["shown value kept", "other value"])
def test_a_choice_names_all_heads_and_ends_the_conflict(database, workshop_id, values):
    compete(database, workshop_id, "contact", 7 << 20, [5 << 20, 7 << 20])
    base = {"contact": [5 << 20, 7 << 20]}
    with database.write(USER, "choose") as session, choosing(session, base):
        session.execute(update(Workshop).values(values))
    change = journal(database)[-1]
    assert (change.op, json.loads(change.base), change.action) == ("u", base, "choose")
    assert set(json.loads(change.data)) == set(groups(Workshop.__table__)["contact"])
    assert conflicts(database) == []


def test_a_choice_in_a_table_of_one_group(database, workshop_id):
    with database.write(USER, "add") as session:
        add_day(session, workshop_id, 1)
    compete(database, workshop_id, "row", 9 << 20, [8 << 20, 9 << 20], "calendar_day", '["2026-10-01"]')
    with database.write(USER, "choose") as session, choosing(session, [8 << 20, 9 << 20]):
        session.execute(update(CalendarDay).values(name="火把节"))
    change = journal(database)[-1]
    assert (change.op, json.loads(change.base)) == ("u", [8 << 20, 9 << 20])
    assert conflicts(database) == []


def test_what_follows_a_choice_is_an_ordinary_edit(database, workshop_id):
    before = last_pos(database)
    with database.write(USER, "choose") as session:
        with choosing(session, {"contact": [1, 2]}):
            pass
        session.execute(update(Workshop).values(phone="1", address=Workshop.address))
    (change,) = journal(database, before)
    assert json.loads(change.base) == {"contact": journal(database)[0].clock}


def test_a_choice_of_a_group_the_table_has_not_is_refused(database, workshop_id):
    with (
        pytest.raises(IntegrityError, match="no group"),
        database.write(USER, "choose") as session,
        choosing(session, {"row": [1]}),
    ):
        session.execute(update(Workshop).values(phone=Workshop.phone))


def test_the_next_transaction_forgets_a_choice(database, workshop_id):
    with database.write(USER, "choose") as session:
        session.execute(update(Origin).values(base='{"contact":[1]}'))
    before = last_pos(database)
    with database.write(USER, "edit") as session:
        session.execute(update(Workshop).values(phone=Workshop.phone))
    assert journal(database, before) == []


def test_capture_is_off_inside_its_transaction_only(database, workshop_id):
    with database.write(USER, "apply", capture=False) as session:
        add_day(session, workshop_id, 1)
    break_off(database, workshop_id, 2, capture=False)
    assert len(journal(database)) == 1
    with database.engine.begin() as connection:
        connection.execute(update(CalendarDay).values(name="raw"))
    assert len(journal(database)) == 2


def test_capture_comes_back_with_a_commit_inside(database, workshop_id):
    with database.write(USER, "apply", capture=False) as session:
        add_day(session, workshop_id, 1)
        session.commit()
    with database.engine.begin() as connection:
        connection.execute(update(CalendarDay).values(name="raw"))
    assert len(journal(database)) == 2


def test_clock_carries_the_device(database, workshop_id):
    (row,) = journal(database)
    with database.read() as session:
        assert row.device == scalar(session, "SELECT number FROM device") == row.clock & ((1 << 20) - 1)


def steps_of(database, statement):
    """How many hundreds of engine steps a statement takes, triggers included."""
    counted = []
    with database.engine.begin() as connection:
        raw = connection.connection.driver_connection
        raw.set_progress_handler(lambda: counted.append(1), 100)
        connection.execute(statement)
        raw.set_progress_handler(None, 0)
    return len(counted)


def test_an_edit_costs_no_more_with_a_long_journal(database, workshop_id):
    with database.write(USER, "add") as session:
        add_day(session, workshop_id, 1)
    day = update(CalendarDay).where(CalendarDay.workshop_id == workshop_id, CalendarDay.date == "2026-10-01")
    short = steps_of(database, day.values(name="一")) + steps_of(database, update(Workshop).values(phone="1"))
    days = [{"workshop_id": workshop_id, "date": f"{n}", "name": "x"} for n in range(5000)]
    with database.write(USER, "add") as session:
        session.execute(insert(CalendarDay), days)
    long = steps_of(database, day.values(name="二")) + steps_of(database, update(Workshop).values(phone="2"))
    assert 0 < long <= short + 2
