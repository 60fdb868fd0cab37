"""Taking an order file on the sales page: columns seen, checked row by row, taken, remembered, refused in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.sales_file import FileField
from app.models.goods import Product
from app.services import sales_view
from app.services.sales_result import Fate
from app.ui.desk import Desk
from app.ui.pages.sales import SalesPage
from app.ui.pages.sales_file import SalesFileView

HEADINGS = "订单编号,付款时间,商家编码,数量,实付金额,退款金额"
GOOD = ("T1,2026-11-08 14:22:05,P001,2,257.60,", "T2,2026-11-09,P001,1,￥128.80,128.80")
BAD = "T3,2026-11-10,P999,1,88.00,"


@pytest.fixture
def page(desk: Desk, qtbot) -> SalesPage:
    """The sales page with one product, at its order files."""
    with desk.ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=desk.workshop.workshop_id, id=801, code="P001", name="手工挎包"))
    made = SalesPage(desk)
    qtbot.addWidget(made)
    made.resize(1218, 740)
    made.show()
    made.refresh()
    made.show_file()
    desk.tasks.settle()
    return made


def order_file(path: Path, *lines: str, headings: str = HEADINGS) -> Path:
    path.write_bytes("\r\n".join([headings, *lines, ""]).encode("gb18030"))
    return path


def opened(page: SalesPage, path: Path) -> SalesFileView:
    page.file.field.setText(str(path))
    QTest.keyClick(page.file.field, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    return page.file


def mapped(page: SalesPage, path: Path) -> SalesFileView:
    view = opened(page, path)
    QTest.keyClicks(view.columns.platform, "Taobao")
    view.columns.channel.setCurrentIndex(view.columns.channel.findText("电商平台"))
    return view


def checked(page: SalesPage, path: Path, press) -> SalesFileView:
    view = mapped(page, path)
    press(page, "file-check")
    page.desk.tasks.settle()
    return view


def lines(page: SalesPage) -> int:
    span, shop = page.span, page.desk.workshop.workshop_id
    return sales_view.sales_between(page.desk.ctx, shop, span.first, span.last).sums.lines


def test_a_file_is_checked_and_taken_by_keys(page: SalesPage, tmp_path: Path, press) -> None:
    view = checked(page, order_file(tmp_path / "o.csv", *GOOD), press)
    assert [row.fate for row in view.table.model.rows] == [Fate.ADD, Fate.ADD]
    assert "新增 2 笔" in view.said.text()
    assert lines(page) == 0
    press(page, "file-take")
    page.desk.tasks.settle()
    assert lines(page) == 2
    assert view.said.text() == "已导入：新增 2 笔，更改 0 笔。"
    assert not view.take_button.isVisible()


def test_the_columns_are_seen_with_what_stands_in_them(page: SalesPage, tmp_path: Path) -> None:
    view = opened(page, order_file(tmp_path / "o.csv", *GOOD))
    assert view.columns.boxes[FileField.PRODUCT].currentText() == "商家编码"
    assert view.columns.below[FileField.PRODUCT].text() == "P001 · P001"
    assert view.columns.boxes[FileField.PRICE].currentText() == "—"


def test_the_second_time_the_platform_is_known_and_the_rows_too(page: SalesPage, tmp_path: Path, press) -> None:
    path = order_file(tmp_path / "o.csv", *GOOD)
    checked(page, path, press)
    press(page, "file-take")
    page.desk.tasks.settle()
    view = opened(page, path)
    assert view.columns.platform.text() == "Taobao"
    assert view.result is not None
    assert view.result.count(Fate.KNOWN) == 2
    assert "都已登记" in view.said.text()
    assert not view.take_button.isEnabled()


def test_refused_rows_stand_first_and_the_good_ones_can_be_taken(page: SalesPage, tmp_path: Path, press) -> None:
    view = checked(page, order_file(tmp_path / "o.csv", *GOOD, BAD), press)
    (row,) = view.table.model.rows
    assert row.row == 4
    shown = [view.table.model.index(0, at).data() for at in range(9)]
    assert "P999" in shown[-1]
    assert shown[-1].startswith("商家编码：")
    assert not view.take_button.isVisible()
    press(page, "file-good")
    page.desk.tasks.settle()
    assert lines(page) == 2


def test_changes_can_be_left_out(page: SalesPage, tmp_path: Path, press) -> None:
    checked(page, order_file(tmp_path / "o.csv", GOOD[0]), press)
    press(page, "file-take")
    page.desk.tasks.settle()
    view = opened(page, order_file(tmp_path / "o2.csv", "T1,2026-11-08,P001,3,386.40,", GOOD[1]))
    assert [row.fate for row in view.table.model.rows] == [Fate.CHANGE, Fate.ADD]
    press(page, "file-new")
    page.desk.tasks.settle()
    sold = sales_view.sales_between(page.desk.ctx, page.desk.workshop.workshop_id, page.span.first, page.span.last)
    assert sold.sums.quantity_milli == 3000
    assert view.said.text() == "已导入：新增 1 笔，更改 0 笔。"


def test_what_is_not_chosen_is_said_and_marked(page: SalesPage, tmp_path: Path, press) -> None:
    view = opened(page, order_file(tmp_path / "o.csv", *GOOD))
    view.columns.boxes[FileField.DAY].setCurrentIndex(0)
    press(page, "file-check")
    page.desk.tasks.settle()
    said = view.columns.said.text()
    assert "平台名称" in said
    assert "“日期”" in said
    assert view.columns.platform.property("state") == "bad"
    assert view.columns.boxes[FileField.DAY].property("state") == "bad"


def test_another_choice_asks_for_another_check(page: SalesPage, tmp_path: Path, press) -> None:
    view = checked(page, order_file(tmp_path / "o.csv", *GOOD), press)
    view.columns.boxes[FileField.REFUND].activated.emit(0)
    assert view.result is None
    assert view.check_button.isVisible()
    assert "再检查一次" in view.said.text()


def test_a_file_that_changed_since_is_not_taken(page: SalesPage, tmp_path: Path, press) -> None:
    path = order_file(tmp_path / "o.csv", *GOOD)
    view = checked(page, path, press)
    order_file(path, GOOD[0])
    press(page, "file-take")
    page.desk.tasks.settle()
    assert "变了" in view.said.text()
    assert lines(page) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04", "o.csv"), (b"", "没有订单"), (b"<html>", "网页"), (b"\xff\xfe\x00\xd8", "编码")],
)
def test_a_file_that_is_none_is_refused_in_words(page: SalesPage, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "o.csv").write_bytes(content)
    view = opened(page, tmp_path / "o.csv")
    assert said in view.said.text()
    assert not view.columns.isVisible()


def test_a_chosen_file_is_read(page: SalesPage, tmp_path: Path, press) -> None:
    page.file.choose_file = lambda: str(order_file(tmp_path / "o.csv", *GOOD))
    press(page, "file-choose")
    page.desk.tasks.settle()
    assert page.file.look is not None
    assert page.file.look.rows == 2


def test_escape_goes_back_to_the_list(page: SalesPage) -> None:
    QTest.keyClick(page.file, Qt.Key.Key_Escape)
    page.desk.tasks.settle()
    assert page.table.isVisible()
    assert page.strip.isVisible()
