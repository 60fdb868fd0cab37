"""Views beside the search: kept by name, applied, taken away; columns hidden stay hidden when rows are read again."""

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from app.services.views import View, list_views
from app.ui.pages.people import PeoplePage
from app.ui.pages.products import ProductsPage
from app.ui.pages.sales import SalesPage
from app.ui.tables.order import Order
from app.ui.words import Words


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


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


# ------------------------------------------------------------------ languages


def in_english(page: PeoplePage, qapp, qtbot) -> PeoplePage:
    """The same page in an English window."""
    Words(qapp).use("en")
    page.desk.lang = "en"
    made = PeoplePage(page.desk)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    page.desk.tasks.settle()
    return made


def test_a_view_kept_in_chinese_holds_in_an_english_window(page: PeoplePage, qapp, qtbot) -> None:
    page.table.sort_by(Order("姓名", descending=True))
    page.table.hide_columns(["手机"])
    page.table.filters.choose({"计薪方式": frozenset({"计件"})})
    keep(page, "计件工人")
    english = in_english(page, qapp, qtbot)
    view = kept(page)[0]
    english.views.apply(view)
    assert [row.no for row in english.table.shown()] == ["04", "02"]
    assert english.table.view.isColumnHidden(4)
    assert english.table.model.order == Order("Name", descending=True)
    assert english.views.present("计件工人") == view


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_view_an_earlier_version_kept_in_english_still_works(page: PeoplePage, qapp, qtbot, lang: str) -> None:
    old = View("Piece", "", "Name", descending=True, hidden=("Phone",), filters=(("Basis", ("Piece",)),))
    shown = page if lang == "zh_CN" else in_english(page, qapp, qtbot)
    shown.views.apply(old)
    assert [row.no for row in shown.table.shown()] == ["04", "02"]
    assert shown.table.view.isColumnHidden(4)
    assert shown.views.present("Piece") == View(
        "Piece", "", "姓名", descending=True, hidden=("手机",), filters=(("计薪方式", ("计件",)),)
    )


def test_a_column_that_is_no_more_is_passed_over(page: PeoplePage) -> None:
    page.views.apply(View("旧", order="没有了", hidden=("也没有",), filters=(("没有了", ("x",)),)))
    assert len(page.table.shown()) == 4


@pytest.mark.parametrize("page_class", [ProductsPage, SalesPage])
def test_products_and_sales_keep_views_of_their_own(desk, qtbot, page_class) -> None:
    made = page_class(desk)
    qtbot.addWidget(made)
    made.resize(1218, 738)
    made.show()
    made.refresh()
    desk.tasks.settle()
    made.search.setText("挎包")
    view = made.saved_views.present("挎包")
    made.saved_views.apply(View(""))
    assert made.search.text() == ""
    made.saved_views.apply(view)
    assert made.search.text() == "挎包"
    assert made.saved_views.button.isVisible()
    made.turn(1)
    assert not made.saved_views.button.isVisible()
