"""工资设置 by key events: minimum wages over time, allowances for everybody, piece prices."""

import pytest

from app.ui.pages.people import PeoplePage
from app.ui.pages.wage_settings import WageSettings
from app.ui.pages.worker_pay_plans import PlansTab
from tests.ui.pages.panel_keys import enter, fill, notes, open_row, press, shown


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


@pytest.fixture
def settings(page: PeoplePage) -> WageSettings:
    press(page.desk, page, "wage-settings")
    assert page.settings is not None
    return page.settings


def test_a_new_minimum_wage(page: PeoplePage, settings: WageSettings) -> None:
    press(page.desk, settings, "settings-add")
    fill(settings.sheet, valid_from="2026-12-01", pay_day="10", monthly_minimum_fen="1980", hourly_minimum_fen="20")
    enter(page.desk, settings.sheet, "pay_day")
    assert shown(settings.sheet) == [
        ["2026-12-01", "10", "1,980.00", "20.00", "将来"],
        ["2025-01-01", "10", "1,870.00", "19.00", "现行"],
    ]


def test_a_pay_day_that_is_none(page: PeoplePage, settings: WageSettings) -> None:
    open_row(page.desk, settings.sheet, 0)
    fill(settings.sheet, pay_day="32")
    enter(page.desk, settings.sheet, "pay_day")
    assert set(notes(settings.sheet)) == {"pay_day"}
    fill(settings.sheet, pay_day="ten")
    enter(page.desk, settings.sheet, "pay_day")
    assert "10" in notes(settings.sheet)["pay_day"]


def test_an_allowance_for_everybody_is_seen_with_each_and_changed_here_only(
    page: PeoplePage, settings: WageSettings
) -> None:
    press(page.desk, settings, "tab-everybody")
    press(page.desk, settings, "allowances-add")
    fill(settings.sheet, name="餐补", rule="出勤天", amount_fen="15")
    enter(page.desk, settings.sheet, "amount_fen")
    page.table.opened.emit(page.table.model.rows[0])
    page.desk.tasks.settle()
    press(page.desk, page.panel, "tab-plans")
    tab = page.worker.tab
    assert isinstance(tab, PlansTab)
    assert shown(tab.allowances)[0][0].startswith("餐补")
    open_row(page.desk, tab.allowances, 0)
    assert tab.allowances.form is None


def test_a_price_from_a_day_on(page: PeoplePage, settings: WageSettings) -> None:
    press(page.desk, settings, "tab-prices")
    press(page.desk, settings, "prices-add")
    fill(settings.sheet, process_id="彝绣挎包 · 刺绣", valid_from="2025-01-01", price_e4="2.5")
    enter(page.desk, settings.sheet, "price_e4")
    assert set(notes(settings.sheet)) == {"valid_from"}
    fill(settings.sheet, valid_from="2026-11-20", price_e4="2.505")
    enter(page.desk, settings.sheet, "price_e4")
    assert shown(settings.sheet)[0] == ["彝绣挎包 · 刺绣", "2026-11-20", "2.505", "现行"]
    open_row(page.desk, settings.sheet, 0)
    press(page.desk, settings, "prices-withdraw")
    assert [row[1] for row in shown(settings.sheet)] == ["2025-01-01", "2025-01-01"]
