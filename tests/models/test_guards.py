"""What may not happen to a synced row or to the journal's own tables: each try is refused and leaves no trace."""

import json

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from app.domain.refusal import Refusal
from app.models.base import sync_info, synced_tables
from app.models.goods import PiecePrice
from app.models.guards import ABOVE_NET
from app.models.pay import PayrollEvent, SlipLine, SlipRow
from app.models.payment import Payment, PaymentReturn
from app.models.workshop import CalendarDay
from tests.fixtures import USER
from tests.models.rows import EDITABLE, add_day, journal, last_pos, name_of, plain_column, sample

ALL = synced_tables()


@pytest.mark.parametrize("table", [t for t in ALL if sync_info(t).insert_only], ids=name_of)
def test_insert_only_rows_stay(filled, table):
    for values in ({plain_column(table).name: "1"}, {"deleted": 1}):
        with pytest.raises(IntegrityError, match="cannot be changed"), filled.write(USER, "edit") as session:
            session.execute(update(table).values(values))


def test_real_delete_and_replace_are_refused(filled, workshop_id):
    for table in ALL:
        before = last_pos(filled)
        with pytest.raises(IntegrityError, match="cannot be deleted"), filled.write(USER, "delete") as session:
            session.execute(delete(table))
        with filled.read() as session:
            row = dict(session.execute(select(table)).mappings().one())
        with pytest.raises(IntegrityError, match=r"cannot be deleted|no further"), filled.write(USER, "r") as session:
            session.execute(insert(table).prefix_with("OR REPLACE").values(**row))
        assert journal(filled, before) == []


def test_keys_are_never_edited(filled):
    for table in EDITABLE:
        for column in table.primary_key.columns:
            value = table.c[column.name] + 1 if column.type.python_type is int else "2027-01-01"
            with pytest.raises(IntegrityError, match="cannot be edited"), filled.write(USER, "key") as session:
                session.execute(update(table).values({column.name: value}))


@pytest.mark.parametrize("values", [{"deleted": 1}, {"extra": "{}"}])
def test_no_row_is_born_deleted_or_with_extra(database, workshop_id, values):
    with pytest.raises(IntegrityError, match="born"), database.write(USER, "add") as session:
        session.execute(insert(CalendarDay).values(**sample(CalendarDay.__table__, workshop_id), **values))


def test_a_deleted_row_is_re_created_before_it_is_edited(filled):
    with filled.write(USER, "mark") as session:
        session.execute(update(CalendarDay).values(deleted=1))
    with pytest.raises(IntegrityError, match="re-create it first"), filled.write(USER, "edit") as session:
        session.execute(update(CalendarDay).values(name="x"))
    with filled.write(USER, "both") as session:
        session.execute(update(CalendarDay).values(name="x", deleted=0))
    assert journal(filled)[-1].op == "c"


@pytest.mark.parametrize("values", [{"deleted": 2}, {"extra": "{}"}])
def test_marks_are_0_or_1_and_extra_is_not_for_people(filled, values):
    with pytest.raises(IntegrityError, match="delete mark"), filled.write(USER, "edit") as session:
        session.execute(update(CalendarDay).values(values))


@pytest.mark.parametrize("value", [1.5, "abc", b"\x00"])
def test_a_number_column_takes_whole_numbers_only(filled, value):
    with pytest.raises(IntegrityError), filled.write(USER, "edit") as session:
        session.execute(text("UPDATE advance SET amount_fen = :v"), {"v": value})


@pytest.mark.parametrize("way", ["insert", "update"])
@pytest.mark.parametrize("bad", ["a\0b", "\0", "\\\0", "\ud800"])
def test_text_no_server_can_store_is_refused(filled, workshop_id, bad, way):
    before = last_pos(filled)
    row = {**sample(CalendarDay.__table__, workshop_id, 9), "name": bad}
    statement = insert(CalendarDay).values(row) if way == "insert" else update(CalendarDay).values(name=bad)
    with pytest.raises(Refusal) as refused, filled.write(USER, "add") as session:
        session.execute(statement)
    assert refused.value.code == "text_unstorable"
    assert journal(filled, before) == []


def test_a_nul_in_a_key_is_refused(filled, workshop_id):
    row = {**sample(PiecePrice.__table__, workshop_id), "grade": "A\0"}
    with pytest.raises(Refusal), filled.write(USER, "add") as session:
        session.execute(insert(PiecePrice.__table__).values(**row))


@pytest.mark.parametrize("good", ["\\u0000", "\\\\u0000", 'a"b\\', "ꆈꌠꁱꂷ བོད་ཡིག 😀\u2028\x01"])
def test_strange_but_lawful_text_is_kept_whole(database, workshop_id, good):
    with database.write(USER, "add") as session:
        add_day(session, workshop_id, 1, good)
    assert json.loads(journal(database)[-1].data)[0] == good


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET data = '[]'",
        "DELETE FROM journal",
        "DELETE FROM origin",
        "INSERT INTO origin VALUES (2, 1, '', '', 1, NULL)",
        "DELETE FROM counter",
        "UPDATE counter SET clock = clock - 1",
    ],
)
def test_the_journals_own_tables_are_guarded(filled, statement):
    with pytest.raises(IntegrityError), filled.engine.begin() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("clause", ["OR IGNORE", "OR FAIL", "OR REPLACE"])
def test_a_change_that_cannot_be_journaled_does_not_happen(database, workshop_id, clause):
    """The next seq is taken (as after a counter set back by hand): no conflict clause lets the change slip by."""
    with database.write(USER, "back") as session:
        session.execute(text("UPDATE counter SET seq = seq - 1"))
    with pytest.raises(IntegrityError), database.write(USER, "add") as session:
        session.execute(insert(CalendarDay).prefix_with(clause).values(**sample(CalendarDay.__table__, workshop_id)))
    assert len(journal(database)) == 1


# ---------------------------------------------------------------- payments


def paid(database, workshop_id, number, fen):
    """A payment of the only slip's worker."""
    row = {**sample(Payment.__table__, workshop_id), "id": number, "amount_fen": fen}
    with database.write(USER, "pay") as session:
        session.execute(insert(Payment).values(**row))


@pytest.fixture
def net(filled):
    """What the slip's worker may be paid: the payment of ``filled`` came back."""
    with filled.read() as session:
        return session.scalar(select(SlipRow.net_fen))


@pytest.mark.parametrize("more", [1, 1_000_000])
def test_nobody_is_paid_above_the_net(filled, workshop_id, net, more):
    before = last_pos(filled)
    with pytest.raises(IntegrityError, match="above the net"):
        paid(filled, workshop_id, 2, net + more)
    assert journal(filled, before) == []


@pytest.mark.parametrize("fen", [0, -1])
def test_a_payment_is_more_than_nothing(filled, workshop_id, fen):
    with pytest.raises(IntegrityError, match="above the net"):
        paid(filled, workshop_id, 2, fen)


def test_payments_together_reach_the_net_and_not_a_fen_more(filled, workshop_id, net):
    paid(filled, workshop_id, 2, net - 1)
    paid(filled, workshop_id, 3, 1)
    with pytest.raises(IntegrityError, match="above the net"):
        paid(filled, workshop_id, 4, 1)


def test_what_came_back_may_be_paid_again(filled, workshop_id, net):
    paid(filled, workshop_id, 2, net)
    with filled.write(USER, "return") as session:
        row = {**sample(PaymentReturn.__table__, workshop_id), "payment_id": 2}
        session.execute(insert(PaymentReturn).values(**row))
    paid(filled, workshop_id, 3, net)


def test_who_has_no_slip_is_paid_nothing(database, workshop_id):
    with pytest.raises(IntegrityError, match="above the net"):
        paid(database, workshop_id, 1, 1)


def test_what_two_pcs_paid_at_once_is_taken_as_it_happened(filled, workshop_id, net):
    with filled.write("sync", "apply", capture=False) as session:
        for number in (2, 3):
            row = {**sample(Payment.__table__, workshop_id), "id": number, "amount_fen": net}
            session.execute(insert(Payment).values(**row))


def test_a_payment_is_compared_with_those_of_its_worker_only(filled):
    """Found by run and worker, not among all of the workshop: paying a batch stays linear."""
    with filled.read() as session:
        plan = session.execute(text(f"EXPLAIN QUERY PLAN SELECT {ABOVE_NET.replace('NEW.', 't.')} FROM slip_line t"))
        steps = [row.detail for row in plan]
    assert any("SEARCH p" in step and "workshop_id=? AND run_id=? AND worker_id=?" in step for step in steps), steps


@pytest.mark.parametrize("state", ["reopened", "voided"])
def test_a_run_given_up_is_not_paid_until_it_stands_again(filled, workshop_id, net, state):
    happened(filled, workshop_id, 2, state)
    with pytest.raises(IntegrityError, match="reopened or voided"):
        paid(filled, workshop_id, 2, net)
    happened(filled, workshop_id, 3, "unarchived")  # on another PC; it names no state
    with pytest.raises(IntegrityError, match="reopened or voided"):
        paid(filled, workshop_id, 2, net)
    happened(filled, workshop_id, 4, "locked")
    paid(filled, workshop_id, 2, net)


def happened(database, workshop_id, number, state):
    """An event of the only run."""
    row = {**sample(PayrollEvent.__table__, workshop_id), "id": number, "state": state}
    with database.write(USER, "event") as session:
        session.execute(insert(PayrollEvent).values(**row))


# ---------------------------------------------------------------- locked runs


@pytest.mark.parametrize("model", [SlipRow, SlipLine])
def test_a_locked_run_takes_no_further_slip_or_line(filled, workshop_id, model):
    before = last_pos(filled)
    row = sample(model.__table__, workshop_id)
    row |= {"position": 2} if model is SlipLine else {"worker_id": 2}
    with pytest.raises(IntegrityError, match="no further"), filled.write(USER, "more") as session:
        session.execute(insert(model).values(**row))
    assert journal(filled, before) == []


def test_the_lines_of_what_another_pc_locked_may_come_after_its_event(filled, workshop_id):
    with filled.write("sync", "apply", capture=False) as session:
        session.execute(insert(SlipLine).values(**sample(SlipLine.__table__, workshop_id) | {"position": 2}))
