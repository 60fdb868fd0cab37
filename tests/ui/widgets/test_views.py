"""Views beside the search: kept by name, applied, taken away; columns hidden stay hidden when rows are read again."""

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from app.services.views import View, list_views
from app.ui.pages.people import PeoplePage
from app.ui.tables.order import Order


@pytest.fixture
def page(desk, qtbot) -> PeoplePage:
    made = PeoplePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made


def line(menu: QMenu | None, text: str) -> QAction:
    assert menu is not None
    return next(act for act in menu.actions() if act.text() == text)


def opened(page: PeoplePage) -> QMenu:
    page.views.open()
    page.desk.tasks.settle()
    assert page.views.menu is not None
    page.views.menu.close()
    return page.views.menu


def keep(page: PeoplePage, name: str) -> None:
    line(opened(page), "保存现在的样子…").trigger()
    assert page.views.question is not None
    page.views.question.reason.setText(name)
    page.views.question.yes.click()
    page.desk.tasks.settle()


def kept(page: PeoplePage) -> list[View]:
    return list(list_views(page.desk.ctx, page.desk.workshop.workshop_id, "PeoplePage"))


def test_the_present_look_is_kept_and_comes_back(page: PeoplePage) -> None:
    page.search.setText("k")
    page.table.sort_by(Order("姓名", descending=True))
    page.table.hide_columns(["手机"])
    keep(page, "名单")
    assert kept(page) == [View("名单", "k", "姓名", descending=True, hidden=("手机",))]
    line(opened(page), "全部（不查找、不筛选、不排序）").trigger()
    assert (page.search.text(), page.table.model.order, page.table.hidden) == ("", None, frozenset())
    assert len(page.table.model.rows) == 4
    menu = opened(page)
    assert line(menu, "全部（不查找、不筛选、不排序）").isChecked()
    line(menu, "名单").trigger()
    assert [row.no for row in page.table.model.rows] == ["02"]
    assert page.table.view.isColumnHidden(4)
    assert line(opened(page), "名单").isChecked()


def test_filters_belong_to_a_view(page: PeoplePage) -> None:
    page.table.filters.choose({"计薪方式": frozenset({"计件"})})
    keep(page, "计件工人")
    assert kept(page) == [View("计件工人", filters=(("计薪方式", ("计件",)),))]
    line(opened(page), "全部（不查找、不筛选、不排序）").trigger()
    assert len(page.table.shown()) == 4
    line(opened(page), "计件工人").trigger()
    assert [row.no for row in page.table.shown()] == ["02", "04"]


def test_a_view_is_deleted(page: PeoplePage) -> None:
    keep(page, "名单")
    menu = line(opened(page), "删除").menu()
    line(menu, "名单").trigger()
    page.desk.tasks.settle()
    assert kept(page) == []


def test_a_view_without_a_name_is_asked_for_one(page: PeoplePage) -> None:
    keep(page, "  ")
    assert page.views.question is not None
    assert page.views.question.message.text() == "请起个名字。"
    assert kept(page) == []
    page.views.question.reject()


def test_a_name_that_cannot_be_kept_is_said_in_the_dialog(page: PeoplePage) -> None:
    keep(page, "长" * 41)
    assert page.views.question is not None
    assert page.views.question.isVisible()
    assert "40" in page.views.question.message.text()
    page.views.question.reject()


def test_hidden_columns_stay_hidden_and_are_not_copied(page: PeoplePage) -> None:
    columns = line(page.table.acts.make_menu(), "显示哪些列").menu()
    line(columns, "手机").trigger()
    page.refresh()
    page.desk.tasks.settle()
    assert page.table.view.isColumnHidden(4)
    page.table.acts.copy_whole.trigger()
    heading = QGuiApplication.clipboard().text().split("\n")[0].split("\t")
    assert "手机" not in heading
    assert "姓名" in heading
    line(line(page.table.acts.make_menu(), "显示哪些列").menu(), "手机").trigger()
    assert not page.table.view.isColumnHidden(4)


def test_the_first_column_cannot_be_hidden(page: PeoplePage) -> None:
    page.table.hide_columns(["编号", "姓名"])
    assert [page.table.view.isColumnHidden(at) for at in range(3)] == [False, True, False]
