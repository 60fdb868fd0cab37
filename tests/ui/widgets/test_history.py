"""The history of a worker from the menu of the list, in both languages."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from app.services.history import Subject
from app.services.people_edit import edit_worker, worker_form
from app.ui.pages.people import PeoplePage
from app.ui.pages.products import ProductsPage
from app.ui.widgets.history import show_history


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


def words(page: PeoplePage) -> list[str]:
    return [label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()]


def open_history(page: PeoplePage) -> None:
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    act = next(act for act in page.table.acts.make_menu().actions() if act.text() == "查看修改记录")
    act.trigger()
    page.desk.tasks.settle()


def test_a_workers_history_from_the_menu(page: PeoplePage) -> None:
    desk, row = page.desk, page.table.model.rows[0]
    form = worker_form(desk.ctx, desk.workshop.workshop_id, row.worker_id)
    edit_worker(desk.ctx, desk.workshop.workshop_id, row.worker_id, replace(form, village="龙潭村", rate_fen=300_000))
    open_history(page)
    told = words(page)
    assert "01　阿依莫　修改记录" in told
    assert "村组：空 → 龙潭村" in told
    assert "标准（元）：3,000.00" in told
    assert "身份证号：····880X" in told
    assert any(text.startswith("新增　计薪标准 2026-11-01") for text in told)
    assert not any("51349919960720880X" in text for text in told)


def test_a_products_history_from_its_list(desk, qtbot) -> None:
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    made.table.view.setCurrentIndex(made.table.model.index(0, 0))
    next(act for act in made.table.acts.make_menu().actions() if act.text() == "查看修改记录").trigger()
    desk.tasks.settle()
    told = [label.text() for label in made.panel.findChildren(QLabel) if label.isVisible()]
    assert "彝绣挎包　修改记录" in told
    assert "名称：彝绣挎包" in told


def test_in_english(page: PeoplePage) -> None:
    page.desk.lang = "en"
    open_history(page)
    assert any(text.startswith("Rate (¥)") for text in words(page))


def test_a_record_nobody_wrote_says_so(page: PeoplePage) -> None:
    show_history(page, "x", Subject("worker", (5,)))
    page.desk.tasks.settle()
    assert "没有修改记录。" in words(page)
