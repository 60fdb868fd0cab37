"""Pay terms over time: a raise on the 16th, corrections, withdrawals, the end of an employment, locked months."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import FieldRefusal, SettingsForm, TermForm
from app.domain.plan_check import AdvanceForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, PayPeriod, Relation
from app.models.people import PayTerm
from app.models.work import Attendance
from app.services.pay_amounts import save_advance
from app.services.pay_terms import (
    add_term,
    check_terms,
    correct_term,
    end_employment,
    list_terms,
    term_form,
    withdraw_term,
)
from app.services.people import worker_detail
from app.services.people_edit import edit_worker, worker_form
from app.services.workshop_terms import save_settings
from tests.services.locked_runs import lock_slip

HIRED = date(2025, 3, 1)
RAISE = TermForm(date(2026, 10, 16), Relation.FULL_TIME, Basis.MONTHLY, 300_000, social_base_fen=400_000)


def kinds(saved) -> list[str]:
    """Codes of what was said."""
    return [note.kind for note in saved.notes]


def terms(ctx, shop, worker_id):
    """Days and rates, newest first."""
    return [(row.valid_from, row.rate_fen) for row in list_terms(ctx, shop, worker_id).rows]


def refused(ctx, shop, worker_id, form) -> tuple[str, str]:
    """Code and field of the refusal of new terms."""
    with pytest.raises(FieldRefusal) as refusal:
        add_term(ctx, shop, worker_id, form)
    return refusal.value.code, str(refusal.value.params["column"])


def test_a_raise_on_the_sixteenth_is_a_row_of_its_own(ctx, shop, hire):
    worker_id = hire("01")
    assert add_term(ctx, shop, worker_id, RAISE).notes == ()
    view = list_terms(ctx, shop, worker_id)
    assert terms(ctx, shop, worker_id) == [(RAISE.valid_from, 300_000), (HIRED, 260_000)]
    assert (view.in_force, view.rows[0].social_base_fen) == (RAISE.valid_from, 400_000)


def test_terms_to_come_are_not_in_force_yet(ctx, shop, hire):
    worker_id = hire("01")
    add_term(ctx, shop, worker_id, replace(RAISE, valid_from=date(2026, 10, 22)))
    assert list_terms(ctx, shop, worker_id).in_force == HIRED


def test_half_months_of_part_time_are_kept(ctx, shop, hire):
    worker_id = hire("01")
    form = replace(RAISE, valid_from=date(2026, 10, 1), relation=Relation.PART_TIME, basis=Basis.HOURLY, rate_fen=2_000)
    add_term(ctx, shop, worker_id, replace(form, period=PayPeriod.HALF_MONTH))
    row = list_terms(ctx, shop, worker_id).rows[0]
    assert (row.period, term_form(row).period) == (PayPeriod.HALF_MONTH, PayPeriod.HALF_MONTH)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"valid_from": HIRED}, ("term_date_taken", "valid_from")),
        ({"valid_from": date(2025, 2, 28)}, ("pay_before_hired", "valid_from")),
        ({"valid_from": date(2026, 12, 2)}, ("pay_after_left", "valid_from")),
        ({"relation": Relation.SERVICES}, ("term_relation_mid_month", "valid_from")),
        ({"rate_fen": -1}, ("worker_amount_negative", "rate_fen")),
    ],
)
def test_what_is_refused_writes_nothing(ctx, shop, hire, change, found):
    worker_id = hire("01", left_on=date(2026, 12, 1))
    assert refused(ctx, shop, worker_id, replace(RAISE, **change)) == found
    assert terms(ctx, shop, worker_id) == [(HIRED, 260_000)]


def test_the_leaving_day_itself_is_taken(ctx, shop, hire):
    worker_id = hire("01", left_on=date(2026, 12, 1))
    add_term(ctx, shop, worker_id, replace(RAISE, valid_from=date(2026, 12, 1)))
    assert len(terms(ctx, shop, worker_id)) == 2


def test_a_correction_keeps_the_day_or_moves_it(ctx, shop, hire):
    worker_id = hire("01")
    add_term(ctx, shop, worker_id, RAISE)
    correct_term(ctx, shop, worker_id, RAISE.valid_from, replace(RAISE, rate_fen=310_000))
    assert terms(ctx, shop, worker_id)[0] == (RAISE.valid_from, 310_000)
    correct_term(ctx, shop, worker_id, RAISE.valid_from, replace(RAISE, valid_from=date(2026, 10, 15)))
    assert terms(ctx, shop, worker_id) == [(date(2026, 10, 15), 300_000), (HIRED, 260_000)]
    with ctx.database.read() as session:
        assert session.get(PayTerm, (shop, worker_id, "2026-10-16")).deleted == 1


def test_what_was_withdrawn_can_be_typed_in_again_in_full(ctx, shop, hire):
    worker_id = hire("01")
    add_term(ctx, shop, worker_id, RAISE)
    withdraw_term(ctx, shop, worker_id, RAISE.valid_from)
    assert terms(ctx, shop, worker_id) == [(HIRED, 260_000)]
    add_term(ctx, shop, worker_id, replace(RAISE, social_base_fen=None))
    assert list_terms(ctx, shop, worker_id).rows[0].social_base_fen == 0


def test_the_only_terms_stay(ctx, shop, hire):
    worker_id = hire("01")
    with pytest.raises(FieldRefusal) as refusal:
        withdraw_term(ctx, shop, worker_id, HIRED)
    assert refusal.value.code == "term_last"


@pytest.mark.parametrize("act", [withdraw_term, lambda *given: correct_term(*given, RAISE)])
def test_terms_that_are_not_there(ctx, shop, hire, act):
    with pytest.raises(Refusal) as refusal:
        act(ctx, shop, hire("01"), date(2026, 10, 17))
    assert refusal.value.code == "pay_record_missing"


@pytest.mark.parametrize(("day", "said"), [(date(2026, 9, 30), ["pay_month_locked"]), (date(2026, 10, 1), [])])
def test_a_day_in_a_locked_month_is_taken_and_said(ctx, shop, hire, day, said):
    worker_id = hire("01")
    lock_slip(ctx, shop, worker_id, "2026-09")
    saved = add_term(ctx, shop, worker_id, replace(RAISE, valid_from=day))
    assert kinds(saved) == said
    assert kinds(withdraw_term(ctx, shop, worker_id, day)) == said
    assert list_terms(ctx, shop, worker_id).locked == ("2026-09",)


@pytest.mark.parametrize(("rate", "said"), [(187_000, []), (186_999, ["term_below_minimum"])])
def test_a_rate_below_the_minimum_wage_is_said(ctx, shop, hire, rate, said):
    worker_id = hire("01")
    save_settings(ctx, shop, SettingsForm(date(2025, 1, 1), 10, 187_000, 1_900))
    notes = check_terms(ctx, shop, worker_id, replace(RAISE, rate_fen=rate))
    assert [note.kind for note in notes] == said


def test_the_end_of_an_employment_says_what_is_due(ctx, shop, hire):
    worker_id = hire("01")
    assert kinds(end_employment(ctx, shop, worker_id, date(2026, 10, 20))) == ["leaving_pay_now"]
    assert worker_detail(ctx, shop, worker_id).row.left_on == date(2026, 10, 20)
    assert end_employment(ctx, shop, worker_id, None).notes == ()
    assert worker_detail(ctx, shop, worker_id).row.left_on is None


def test_who_leaves_with_an_advance_is_asked_for_it(ctx, shop, hire):
    worker_id = hire("01")
    save_advance(ctx, shop, worker_id, AdvanceForm(date(2026, 9, 1), 90_000))
    lock_slip(ctx, shop, worker_id, "2026-09", advance_fen=30_000)
    saved = end_employment(ctx, shop, worker_id, date(2026, 10, 20))
    assert kinds(saved) == ["leaving_pay_now", "leaving_advance_left"]
    assert saved.notes[1].params["left"] == "600.00"
    assert kinds(end_employment(ctx, shop, worker_id, None)) == []


@pytest.mark.parametrize(("left", "code"), [(date(2026, 10, 19), "leaving_records_after"), (date(2026, 10, 20), "")])
def test_nobody_leaves_before_his_last_day_of_work(ctx, shop, hire, left, code):
    worker_id = hire("01")
    with ctx.database.write(ctx.user, "test") as session:
        session.add(Attendance(workshop_id=shop, worker_id=worker_id, date="2026-10-20", mark="√",
                               normal_minutes=480, extra_minutes=0))  # fmt: skip
    if not code:
        assert kinds(end_employment(ctx, shop, worker_id, left)) == ["leaving_pay_now"]
        return
    with pytest.raises(Refusal) as refusal:
        end_employment(ctx, shop, worker_id, left)
    assert (refusal.value.code, refusal.value.params["column"]) == (code, "left_on")


def test_leaving_before_the_hiring_is_refused(ctx, shop, hire):
    with pytest.raises(FieldRefusal) as refusal:
        end_employment(ctx, shop, hire("01"), date(2025, 2, 28))
    assert refusal.value.code == "worker_left_before_hired"


def test_an_edit_of_the_name_in_the_month_of_a_raise_moves_no_raise(ctx, shop, hire):
    worker_id = hire("01")
    add_term(ctx, shop, worker_id, RAISE)
    edit_worker(ctx, shop, worker_id, replace(worker_form(ctx, shop, worker_id), name="新名"))
    assert terms(ctx, shop, worker_id) == [(RAISE.valid_from, 300_000), (HIRED, 260_000)]


def test_an_edit_of_the_rate_keeps_the_social_base(ctx, shop, hire):
    worker_id = hire("01")
    add_term(ctx, shop, worker_id, RAISE)
    form = replace(worker_form(ctx, shop, worker_id), rate_fen=320_000, terms_from=date(2026, 10, 21))
    edit_worker(ctx, shop, worker_id, form)
    row = list_terms(ctx, shop, worker_id).rows[0]
    assert (row.rate_fen, row.social_base_fen) == (320_000, 400_000)
