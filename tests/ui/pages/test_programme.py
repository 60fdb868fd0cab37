"""The programme page by keyboard: figures with their definitions, what lacks, months and their picture, workshops."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.programme import INDICATORS, Code
from app.services.people import list_workers
from app.services.workshops import choose_workshop, create_workshop
from app.ui.desk import Desk
from app.ui.pages import programme_rows as rows
from app.ui.pages.programme import FIGURES, MONTHS, SHOPS, ProgrammePage
from app.ui.pages.programme_months import OUTPUT, SALES
from app.ui.widgets.page import Jump
from app.ui.words import Words
from tests.services.locked_runs import lock_slip
from tests.ui.leaving import let_go
from tests.ui.pages.panel_keys import press

MONTH = "2026-11"


@pytest.fixture
def page(desk: Desk) -> Iterator[ProgrammePage]:
    made = ProgrammePage(desk)
    made.resize(1180, 700)
    made.show()
    made.open_month(MONTH)
    desk.tasks.settle()
    yield made
    let_go(made)
    made.close()
    made.deleteLater()


def stand(page: ProgrammePage, code: Code) -> None:
    page.table.stand_on(next(at for at, one in enumerate(page.table.model.rows) if one.indicator.code is code))


def open_by_key(page: ProgrammePage, code: Code) -> None:
    stand(page, code)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)


def test_every_indicator_is_shown_with_its_definition(page: ProgrammePage) -> None:
    assert [one.indicator for one in page.table.model.rows] == list(INDICATORS)
    for lang in ("zh_CN", "en"):
        assert len({rows.definition(one, lang) for one in INDICATORS}) == len(INDICATORS)
        assert all(rows.name(one, lang) and rows.group(one, lang) for one in INDICATORS)


def test_what_the_records_do_not_give_is_no_zero(page: ProgrammePage) -> None:
    value = next(one for one in page.table.model.rows if one.indicator.code is Code.AVERAGE)
    assert rows.shown(value.indicator, value.month) == "没有"
    assert MONTH in rows.lacking(value, "zh_CN")
    assert page.strip.shown[1].value == "没有"


def test_enter_explains_and_leads_to_the_records(page: ProgrammePage) -> None:
    jumps: list[Jump] = []
    page.jumped.connect(jumps.append)
    open_by_key(page, Code.GROSS)
    assert page.indicator is not None
    assert "没有锁定" in page.indicator.lacking.text()
    QTest.keyClick(page.indicator.go, Qt.Key.Key_Space)
    open_by_key(page, Code.APPRENTICES)
    QTest.keyClick(page.indicator.go, Qt.Key.Key_Space)
    assert jumps == [Jump("payroll", at=MONTH), Jump("people")]


def test_an_average_says_how_it_came_about(page: ProgrammePage) -> None:
    ctx = page.desk.ctx
    shop = choose_workshop(ctx).workshop_id
    lock_slip(ctx, shop, _first_worker(page), MONTH)
    page.refresh()
    page.desk.tasks.settle()
    value = next(one for one in page.table.model.rows if one.indicator.code is Code.AVERAGE)
    assert rows.reckoned(value.indicator, value.month) == "2,600.00 ÷ 1 = 2,600.00"
    assert page.strip.shown[1].value == "2,600.00"


def test_months_have_a_picture_of_income_of_one_worker_of_output_and_of_sales(page: ProgrammePage) -> None:
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, _first_worker(page), "2026-09")
    page.turn(MONTHS)
    page.desk.tasks.settle()
    view = page.months
    assert [one.text for one in view.chart.columns][-3:] == ["2,600", "", ""]
    view.worker.setCurrentIndex(1)
    view.worker.activated.emit(1)
    assert [one.value for one in view.chart.columns][-3:] == [260_000, 0, 0]
    view.what.setCurrentIndex(view.what.findData(OUTPUT))
    assert view.chart.columns[-1].text == "48"
    assert view.worker.isHidden()
    view.what.setCurrentIndex(view.what.findData(SALES))
    assert {one.text for one in view.chart.columns} == {""}


def test_a_picture_of_nothing_says_what_lacks_and_leads_there(page: ProgrammePage) -> None:
    jumps: list[Jump] = []
    page.jumped.connect(jumps.append)
    page.turn(MONTHS)
    page.desk.tasks.settle()
    view = page.months
    assert not view.chart.isVisible()
    assert "没有锁定的工资" in view.empty.text()
    view.go.setFocus()
    QTest.keyClick(view.go, Qt.Key.Key_Space)
    view.what.setCurrentIndex(view.what.findData(SALES))
    QTest.keyClick(view.go, Qt.Key.Key_Space)
    view.what.setCurrentIndex(view.what.findData(OUTPUT))
    assert view.chart.isVisible()
    assert jumps == [Jump("payroll", at=MONTH), Jump("sales", at=MONTH)]


def test_a_month_of_the_picture_is_opened_and_printed(page: ProgrammePage) -> None:
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, _first_worker(page), "2026-10")
    page.turn(MONTHS)
    page.desk.tasks.settle()
    press(page.desk, page, "programme-print")
    page.desk.tasks.settle()
    preview = page.months.way.preview
    assert preview is not None
    assert preview.paper.title == "工人各月收入"
    preview.close()
    page.months.chart.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(page.months.chart, key)
    page.desk.tasks.settle()
    assert (page.month, page.tabs.buttons[FIGURES].isChecked()) == ("2026-10", True)


def test_all_workshops_stand_in_one_table_with_their_sums(page: ProgrammePage) -> None:
    other = create_workshop(page.desk.ctx, "虎跳羊毛工坊", "513499")
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, _first_worker(page), MONTH)
    jumps: list[Jump] = []
    page.jumped.connect(jumps.append)
    page.turn(SHOPS)
    page.desk.tasks.settle()
    assert len(page.shops.model.rows) == 2
    assert page.shops.totals()[:5] == ("2 个工坊", "4", "1", "2,600.00", "2,600.00")
    at = next(at for at, row in enumerate(page.shops.model.rows) if row.workshop.workshop_id == other.workshop_id)
    page.shops.stand_on(at)
    QTest.keyClick(page.shops.view, Qt.Key.Key_Return)
    assert [(jump.page, jump.at, jump.workshop.name) for jump in jumps if jump.workshop] == [
        ("programme", MONTH, "虎跳羊毛工坊")
    ]


def test_the_page_is_whole_in_english(desk: Desk, qapp) -> None:
    Words(qapp).use("en")
    desk.lang = "en"
    made = ProgrammePage(desk)
    made.open_month(MONTH)
    desk.tasks.settle()
    texts = [column.text(value) for value in made.table.model.rows for column in made.table.model.columns]
    assert [text for text in texts if not text.translate({ord(sign): "" for sign in "–¥"}).isascii()] == []
    made.deleteLater()


def _first_worker(page: ProgrammePage) -> int:
    return list_workers(page.desk.ctx, page.desk.workshop.workshop_id, MONTH)[0].worker_id
