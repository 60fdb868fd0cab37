"""People: masked lists, the recorded reveal, and the checks when a worker is typed in."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.identity_number import check_character
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.local import Reveal
from app.services.people import Employment, list_workers, reveal, worker_detail
from app.services.people_edit import add_worker, check_worker, edit_worker, worker_form


def id_number(born: str = "19960720", order: str = "002") -> str:
    """A number with a right check digit and a region never given out."""
    body = f"513499{born}{order}"
    return body + check_character(body + "0")


FORM = WorkerForm(
    no="01",
    name="阿依莫",
    relation=Relation.FULL_TIME,
    basis=Basis.PIECE,
    hired_on=date(2025, 3, 1),
    id_number=id_number(),
)


def only(ctx, shop):
    """The one worker of the workshop as October shows him."""
    (row,) = list_workers(ctx, shop, "2026-10")
    return row


def test_numbers_are_masked_to_their_last_four(ctx, shop):
    add_worker(ctx, shop, replace(FORM, phone="19900282669", account="0000034438411129235"))
    row = only(ctx, shop)
    assert (row.id_masked[-4:], row.phone_masked, row.account_masked) == (FORM.id_number[-4:], "····2669", "····9235")
    assert FORM.id_number[:-4] not in repr(row)


def test_a_reveal_is_recorded_with_who_and_what(ctx, shop):
    worker_id = add_worker(ctx, shop, FORM).row.worker_id
    assert reveal(ctx, shop, worker_id, "id_number") == FORM.id_number
    with ctx.database.read() as session:
        (seen,) = session.scalars(select(Reveal))
        assert (seen.user, seen.column_name, str(worker_id) in seen.key) == ("阿依", "id_number", True)


def test_only_numbers_can_be_revealed(ctx, shop, hire):
    with pytest.raises(Refusal) as refusal:
        reveal(ctx, shop, hire("01"), "deleted")
    assert refusal.value.code == "reveal_unknown"


@pytest.mark.parametrize(
    ("hired", "left", "state"),
    [
        (date(2026, 10, 31), None, Employment.PRESENT),
        (date(2026, 11, 1), None, Employment.COMING),
        (date(2025, 1, 1), date(2026, 10, 1), Employment.PRESENT),
        (date(2025, 1, 1), date(2026, 9, 30), Employment.LEFT),
    ],
)
def test_employment_is_that_of_the_month(ctx, shop, hire, hired, left, state):
    hire("01", hired_on=hired, left_on=left)
    assert only(ctx, shop).employment is state


def test_present_workers_stand_first_and_numbers_in_their_order(ctx, shop, hire):
    for no in ("10", "2", "1"):
        hire(no)
    hire("0", left_on=date(2026, 1, 1))
    assert [row.no for row in list_workers(ctx, shop, "2026-10")] == ["1", "2", "10", "0"]


def test_terms_are_those_in_force_at_the_months_end(ctx, shop, hire):
    worker_id = hire("01")
    form = replace(worker_form(ctx, shop, worker_id), rate_fen=300_000, terms_from=date(2026, 10, 16))
    edit_worker(ctx, shop, worker_id, form)
    rates = [list_workers(ctx, shop, month)[0].terms.rate_fen for month in ("2026-09", "2026-10")]
    assert rates == [260_000, 300_000]


def test_an_edit_of_the_name_leaves_terms_and_numbers_alone(ctx, shop, hire):
    worker_id = hire("01", id_number=FORM.id_number, phone="19900282669")
    edit_worker(ctx, shop, worker_id, replace(worker_form(ctx, shop, worker_id), name="新名"))
    detail = worker_detail(ctx, shop, worker_id)
    assert (detail.row.name, detail.row.phone_masked, len(detail.terms)) == ("新名", "····2669", 1)
    assert reveal(ctx, shop, worker_id, "id_number") == FORM.id_number


def test_household_status_has_dates(ctx, shop, hire):
    worker_id = hire("01", household_base="脱贫户")
    form = replace(worker_form(ctx, shop, worker_id), monitoring="脱贫不稳定户")
    edit_worker(ctx, shop, worker_id, form)
    statuses = worker_detail(ctx, shop, worker_id).households
    assert [(row.valid_from, row.monitoring) for row in statuses] == [
        (date(2025, 3, 1), ""),
        (date(2026, 10, 1), "脱贫不稳定户"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"no": ""}, "worker_no_empty"),
        ({"name": ""}, "worker_name_empty"),
        ({"relation": None}, "worker_relation_empty"),
        ({"basis": None}, "worker_basis_empty"),
        ({"basis": Basis.MONTHLY}, "worker_rate_empty"),
        ({"rate_fen": 100}, "worker_rate_unwanted"),
        ({"relation": Relation.PART_TIME, "basis": Basis.MONTHLY, "rate_fen": 1}, "worker_part_time_hourly"),
        ({"hired_on": None}, "worker_hired_empty"),
        ({"left_on": date(2025, 2, 28)}, "worker_left_before_hired"),
        ({"social_fen": -1}, "worker_amount_negative"),
        ({"household_base": "穷"}, "worker_household_wrong"),
        ({"id_number": "5.1E+17"}, "worker_id_shape"),
        ({"id_number": id_number("19960231")}, "worker_id_date"),
        ({"id_number": FORM.id_number[:-1] + ("0" if FORM.id_number[-1] != "0" else "1")}, "worker_id_check"),
        ({"id_number": id_number("20090302")}, "worker_under_age"),
    ],
)
def test_a_wrong_record_is_refused_whole(ctx, shop, change, code):
    with pytest.raises(Refusal) as refusal:
        add_worker(ctx, shop, replace(FORM, **change))
    assert refusal.value.code == code
    assert list_workers(ctx, shop, "2026-10") == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id_number": ""}, "worker_id_empty"),
        ({"id_number": id_number("20090301")}, "worker_minor"),
        ({"id_number": id_number("19700101"), "sex": "女"}, "worker_retired"),
        ({"sex": "男"}, "worker_sex_differs"),
    ],
)
def test_what_is_doubtful_is_saved_with_a_warning(ctx, shop, change, code):
    saved = add_worker(ctx, shop, replace(FORM, **change))
    assert [note.kind for note in saved.notes] == [code]
    assert all(note.text("zh_CN") and note.text("en") for note in saved.notes)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"no": "01"}, "worker_no_taken"), ({"no": "02", "id_number": FORM.id_number.lower()}, "worker_id_taken")],
)
def test_a_number_is_given_once(ctx, shop, change, code):
    add_worker(ctx, shop, FORM)
    with pytest.raises(Refusal) as refusal:
        add_worker(
            ctx, shop, replace(FORM, id_number="", **change) if "id_number" not in change else replace(FORM, **change)
        )
    assert refusal.value.code == code


def test_who_left_may_come_back(ctx, shop):
    add_worker(ctx, shop, replace(FORM, left_on=date(2026, 1, 31)))
    again = add_worker(ctx, shop, replace(FORM, hired_on=date(2026, 10, 1)))
    assert again.row.employment is Employment.PRESENT


def test_a_form_is_checked_while_typed(ctx, shop, hire):
    worker_id = hire("01", id_number=FORM.id_number)
    assert check_worker(ctx, shop, worker_form(ctx, shop, worker_id), worker_id) == ()
    notes = check_worker(ctx, shop, WorkerForm(no="01", name=""))
    assert {note.column for note in notes} == {"no", "name", "relation", "basis", "hired_on", "id_number"}
