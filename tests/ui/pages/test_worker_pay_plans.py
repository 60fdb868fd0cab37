"""补贴扣款 and 预支 in the side panel, by key events: a full-attendance bonus, a deduction plan, an advance."""

import pytest

from app.domain.vocabulary import AllowanceRule
from app.services.pay_amounts import AdvancesView
from app.services.pay_plans import list_allowances
from app.ui.desk import Desk
from app.ui.pages.people import PeoplePage
from app.ui.pages.worker_pay_plans import AdvancesTab, PlansTab, advances_foot
from tests.services.locked_runs import lock_slip
from tests.ui.pages.panel_keys import enter, fill, notes, open_row, press, shown


@pytest.fixture
def page(desk: Desk, qtbot) -> PeoplePage:
    """The first worker's panel open."""
    made = PeoplePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    made.table.opened.emit(made.table.model.rows[0])
    desk.tasks.settle()
    return made


@pytest.fixture
def plans(page: PeoplePage) -> PlansTab:
    press(page.desk, page.panel, "tab-plans")
    assert isinstance(page.worker.tab, PlansTab)
    return page.worker.tab


@pytest.fixture
def advances(page: PeoplePage) -> AdvancesTab:
    press(page.desk, page.panel, "tab-advances")
    assert isinstance(page.worker.tab, AdvancesTab)
    return page.worker.tab


def first(page: PeoplePage) -> int:
    """The first worker's id."""
    return page.table.model.rows[0].worker_id


def test_a_full_attendance_bonus(page: PeoplePage, plans: PlansTab) -> None:
    press(page.desk, plans, "allowances-add")
    fill(plans.allowances, name="全勤奖", rule="全勤", amount_fen="200")
    enter(page.desk, plans.allowances, "amount_fen")
    assert shown(plans.allowances) == [["全勤奖", "全勤", "200.00", "现行"]]
    (row,) = list_allowances(page.desk.ctx, page.desk.workshop.workshop_id, first(page))
    assert (row.rule, row.special, row.valid_from.isoformat()) == (
        AllowanceRule.FULL_ATTENDANCE,
        False,
        "2026-11-01",
    )


def test_an_allowance_ends_with_its_last_day(page: PeoplePage, plans: PlansTab) -> None:
    press(page.desk, plans, "allowances-add")
    fill(plans.allowances, name="餐补", rule="出勤天", amount_fen="15", valid_from="2026-10-01")
    enter(page.desk, plans.allowances, "valid_from")
    open_row(page.desk, plans.allowances, 0)
    fill(plans.allowances, valid_to="2026-09-30")
    enter(page.desk, plans.allowances, "valid_to")
    assert set(notes(plans.allowances)) == {"valid_to"}
    fill(plans.allowances, valid_to="2026-11-24")
    enter(page.desk, plans.allowances, "valid_to")
    assert shown(plans.allowances)[0][-1] == "已止"


def test_a_deduction_plan(page: PeoplePage, plans: PlansTab) -> None:
    press(page.desk, plans, "plans-add")
    fill(plans.plans, kind="赔偿扣款", item="摔坏缝纫机", total_fen="900", monthly_fen="300")
    enter(page.desk, plans.plans, "monthly_fen")
    assert shown(plans.plans) == [["摔坏缝纫机", "300.00", "900.00", "900.00"]]
    assert "20%" in plans.plans.said.text()
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, first(page), "2026-11", damage_fen=30_000)
    plans.plans.refresh()
    page.desk.tasks.settle()
    assert shown(plans.plans)[0][-1] == "600.00"


def test_an_instalment_above_the_total_is_refused_at_its_field(page: PeoplePage, plans: PlansTab) -> None:
    press(page.desk, plans, "plans-add")
    fill(plans.plans, kind="其他扣款", item="法院裁决", total_fen="900", monthly_fen="901")
    enter(page.desk, plans.plans, "monthly_fen")
    assert set(notes(plans.plans)) == {"monthly_fen"}
    assert shown(plans.plans) == []


def test_a_months_amount_is_added_and_withdrawn(page: PeoplePage, plans: PlansTab) -> None:
    press(page.desk, plans, "amounts-add")
    fill(plans.amounts, kind="其他扣款", item="工装", amount_fen="60")
    enter(page.desk, plans.amounts, "amount_fen")
    assert shown(plans.amounts) == [["2026-11", "工装", "其他扣款", "-60.00"]]
    open_row(page.desk, plans.amounts, 0)
    press(page.desk, plans, "amounts-withdraw")
    assert shown(plans.amounts) == []


def test_an_advance_in_three_instalments(page: PeoplePage, advances: AdvancesTab) -> None:
    press(page.desk, advances, "advances-add")
    fill(advances, day="2026-11-16", amount_fen="900", monthly_fen="300")
    enter(page.desk, advances, "monthly_fen")
    left = [shown(advances)[0][-1]]
    shop = page.desk.workshop.workshop_id
    for month in ("2026-11", "2026-12", "2027-01"):
        lock_slip(page.desk.ctx, shop, first(page), month, advance_fen=30_000)
        advances.refresh()
        page.desk.tasks.settle()
        left.append(shown(advances)[0][-1])
    assert left == ["900.00", "600.00", "300.00", "已扣清"]


def test_an_advance_due_at_once(page: PeoplePage, advances: AdvancesTab) -> None:
    press(page.desk, advances, "advances-add")
    fill(advances, amount_fen="500")
    enter(page.desk, advances, "amount_fen")
    assert shown(advances) == [["2026-11-25", "500.00", "一次扣清", "500.00"]]
    assert "500.00" in advances._foot.text()


def test_a_repaid_advance_says_why_it_stays(page: PeoplePage, advances: AdvancesTab) -> None:
    press(page.desk, advances, "advances-add")
    fill(advances, amount_fen="500")
    enter(page.desk, advances, "amount_fen")
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, first(page), "2026-11", advance_fen=100)
    open_row(page.desk, advances, 0)
    press(page.desk, advances, "advances-withdraw")
    assert "1.00" in notes(advances)["amount_fen"]


@pytest.mark.parametrize(("field", "word"), [("overpaid_left_fen", "多付"), ("other_jobs_left_fen", "另一段用工")])
def test_what_is_owed_without_a_row_is_told_below(field, word):
    told = advances_foot(AdvancesView((), 0, **{field: 46_000}))
    assert (word in told, told.count("460.00")) == (True, 2)
