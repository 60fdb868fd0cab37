"""What people agree on over months, through real payrolls: terms, bonus, advance and plan, and what is left of each."""

from datetime import date

import pytest

from app.domain.pay_check import SettingsForm, TermForm
from app.domain.payroll_draft import LineCode
from app.domain.plan_check import AdvanceForm, AllowanceForm, PlanForm
from app.domain.vocabulary import AdjustmentKind, AllowanceRule, Basis, Relation
from app.models.work import Attendance
from app.services import payroll
from app.services.pay_amounts import list_advances, save_advance
from app.services.pay_plans import list_plans, save_allowance, save_plan
from app.services.pay_terms import add_term
from app.services.payroll_life import lock
from app.services.workshop_terms import save_settings

WORKED = (1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 28, 29, 30)
"""Working days of September 2026."""


@pytest.fixture
def worker_id(ctx, shop, hire):
    """A full-time worker with a raise on 16 September, everything agreed on, and September worked in full."""
    made = hire("01", id_number="51349919960720880X", phone="19900000101", bank="农行", account="6228480000000001")
    save_settings(ctx, shop, SettingsForm(date(2025, 1, 1), 10, 187_000, 1_900))
    add_term(ctx, shop, made, TermForm(date(2026, 9, 16), Relation.FULL_TIME, Basis.MONTHLY, 300_000))
    save_allowance(ctx, shop, made, AllowanceForm("全勤奖", AllowanceRule.FULL_ATTENDANCE, 20_000,
                                                  valid_from=date(2026, 9, 1)))  # fmt: skip
    save_advance(ctx, shop, made, AdvanceForm(date(2026, 9, 10), 90_000, 30_000))
    save_plan(ctx, shop, made, PlanForm(AdjustmentKind.DAMAGE, "摔坏缝纫机", 90_000, 30_000, "2026-09"))
    save_plan(ctx, shop, made, PlanForm(AdjustmentKind.OTHER, "法院裁决", 50_000, 25_000, "2026-09"))
    with ctx.database.write(ctx.user, "test") as session:
        for day in WORKED:
            session.add(Attendance(workshop_id=shop, worker_id=made, date=f"2026-09-{day:02d}", mark="√",
                                   normal_minutes=480, extra_minutes=0))  # fmt: skip
    return made


def test_a_draft_takes_what_was_agreed_on(ctx, shop, worker_id):
    (slip,) = payroll.compute(ctx, shop, "2026-09").slips
    bonus = [line.amount_fen for line in slip.lines if line.code is LineCode.ALLOWANCE]
    assert (bonus, slip.advance_fen, slip.damage_fen, slip.other_fen) == ([20_000], 30_000, 30_000, 25_000)


def test_what_is_left_after_the_lock(ctx, shop, worker_id):
    lock(ctx, shop, "2026-09")
    assert list_advances(ctx, shop, worker_id).left_fen == 60_000
    assert {row.item: row.left_fen for row in list_plans(ctx, shop, worker_id)} == {
        "摔坏缝纫机": 60_000,
        "法院裁决": 25_000,
    }
    (october,) = payroll.compute(ctx, shop, "2026-10").slips
    assert (october.advance_fen, october.carried_advance_fen) == (30_000, 30_000)
    assert (october.damage_fen, october.carried_damage_fen) == (30_000, 30_000)
