"""The sales page by keys: typed in, corrected, given back, deleted, summed; what is wrong stands at its field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from app.domain.sales_check import SaleForm
from app.models.goods import Product
from app.services import sales, sales_view
from app.services.sales_view import SaleRow
from app.ui.desk import Desk
from app.ui.pages.sales import CHANNEL, DELETED, EVENT, LIST, MONTHS, PRODUCT, SalesPage
from app.ui.widgets.page import Jump
from app.ui.widgets.span import Span, month_span
from tests.ui.pages.entry_keys import opened, typed

BAG, SHAWL = 801, 802
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(desk: Desk, qtbot) -> SalesPage:
    """November on the screen: two products, nothing sold."""
    with desk.ctx.database.write("阿依", "test") as session:
        for number, code, name, price in ((BAG, "P001", "手工挎包", 12_880), (SHAWL, "P002", "刺绣披毡", None)):
            session.add(
                Product(workshop_id=desk.workshop.workshop_id, id=number, code=code, name=name, price_fen=price)
            )
    return opened(SalesPage(desk), desk, qtbot)


@pytest.fixture
def sold(page: SalesPage) -> SaleRow:
    """Two bags sold in November under an order number, and shown."""
    form = SaleForm(date(2026, 11, 8), "展会", "文博会", BAG, 2000, 12_880, 0, "D100")
    row = sales.add_sale(page.desk.ctx, page.desk.workshop.workshop_id, form).row
    page.refresh()
    page.desk.tasks.settle()
    return row


def stored(page: SalesPage) -> tuple[SaleRow, ...]:
    span = page.span
    return sales_view.sales_between(page.desk.ctx, page.desk.workshop.workshop_id, span.first, span.last).rows


def wrong(page: SalesPage) -> list[str]:
    fields = page.entry.findChildren(QLineEdit)
    return [field.objectName() for field in fields if field.property("state") == "bad"]


# ------------------------------------------------------------------ typing in


def test_initials_then_digits_and_enter_note_a_sale(page: SalesPage) -> None:
    page.setFocus()
    entry = page.entry
    typed(entry.product, "sgkb")
    assert entry.chosen is not None
    assert entry.chosen.product_id == BAG
    assert entry.price.text() == "128.80"
    QTest.keyClicks(entry.quantity, "2")
    for field in (entry.quantity, entry.price, entry.order_no):
        QTest.keyClick(field, ENTER)
    page.desk.tasks.settle()
    (row,) = stored(page)
    assert (row.day, row.channel, row.quantity_milli, row.price_fen) == (date(2026, 11, 25), "线下门店", 2000, 12_880)
    assert page.table.model.rows == [row]
    assert entry.said.text().startswith("✓ 已记下")
    assert entry.product.text() == entry.quantity.text() == ""


def test_each_enter_goes_on_to_the_next_field(page: SalesPage, qtbot) -> None:
    entry = page.entry
    with qtbot.waitActive(page):
        page.activateWindow()
    for field, following in (
        (entry.day, entry.channel),
        (entry.channel, entry.event_field),
        (entry.event_field, entry.product),
    ):
        field.setFocus()
        QTest.keyClick(field, ENTER)
        assert following.hasFocus()


def test_down_takes_another_of_the_products_offered(page: SalesPage) -> None:
    typed(page.entry.product, "P00", enter=False)
    assert page.entry.product.open
    QTest.keyClick(page.entry.product, Qt.Key.Key_Down)
    QTest.keyClick(page.entry.product, ENTER)
    assert page.entry.chosen is not None
    assert page.entry.chosen.product_id == SHAWL
    assert page.entry.price.text() == ""
    assert not page.entry.product.open


def test_escape_closes_the_offers_and_then_empties_the_line(page: SalesPage) -> None:
    typed(page.entry.product, "P00", enter=False)
    QTest.keyClick(page.entry.product, Qt.Key.Key_Escape)
    assert not page.entry.product.open
    assert page.entry.product.text() == "P00"
    QTest.keyClick(page.entry.product, Qt.Key.Key_Escape)
    assert page.entry.product.text() == ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("product_id", "zzz", "没有找到“zzz”"),
        ("day", "改天", "看不懂"),
        ("day", "2-30", "没有 2 月 30 日"),
        ("day", "1899-01-01", "早于 2000-01-01"),
        ("day", "2999-01-01", "电脑日期"),
        ("quantity_milli", "两件", "看不懂"),
        ("quantity_milli", "=cmd()", "看不懂"),
        ("quantity_milli", "0", "大于 0"),
        ("quantity_milli", "", "请填写数量"),
        ("quantity_milli", "1000000000000", "最多"),
        ("price_fen", "-1", "不能为负"),
        ("price_fen", "1e9", "看不懂"),
        ("price_fen", "", "请填写单价"),
        ("order_no", "D" * 61, "最多 60"),
        ("order_no", "D\u202e1", "U+202E"),
        ("event", "字" * 61, "最多 60"),
        ("event", "x\0y", "U+0000"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_noted(page: SalesPage, name, text, said) -> None:
    entry = page.entry
    typed(entry.product, "P001")
    typed(entry.quantity, "1")
    field = entry.findChild(QLineEdit, f"sale-{name}")
    if name == "product_id":
        typed(field, text, enter=False)
        QTest.keyClick(field, ENTER)
    else:
        field.setText(text)
        QTest.keyClick(entry, ENTER, Qt.KeyboardModifier.ControlModifier)
        entry.save()
    page.desk.tasks.settle()
    assert said in entry.said.text()
    assert wrong(page) == [f"sale-{name}"]
    assert stored(page) == ()


def test_a_taken_order_number_is_refused_with_the_sale_that_has_it(page: SalesPage, sold: SaleRow) -> None:
    typed(page.entry.product, "P002")
    typed(page.entry.quantity, "1")
    typed(page.entry.price, "268")
    typed(page.entry.order_no, "D100")
    page.desk.tasks.settle()
    assert "2026-11-08 展会 手工挎包 2 件" in page.entry.said.text()
    assert wrong(page) == ["sale-order_no"]
    assert stored(page) == (sold,)


def test_another_product_of_an_order_is_added_from_its_sale(page: SalesPage, sold: SaleRow, press) -> None:
    page.open_sale(sold)
    page.desk.tasks.settle()
    press(page.panel, "sale-line")
    assert page.entry.order_no.text() == "D100"
    typed(page.entry.product, "P002")
    typed(page.entry.quantity, "1")
    typed(page.entry.price, "268")
    QTest.keyClick(page.entry.order_no, ENTER)
    page.desk.tasks.settle()
    assert {row.order_no for row in stored(page)} == {"D100"}
    assert page.strip.shown[0].value == "1"


def test_a_half_typed_line_is_not_left_without_a_word(page: SalesPage) -> None:
    assert page.entry.unsaved == ()
    typed(page.entry.product, "P001")
    assert page.entry.unsaved == ("产品", "单价（元）")
    page.tabs.buttons[CHANNEL].click()
    page.tabs.buttons[LIST].click()
    assert page.entry.chosen is not None
    page.entry.drop()
    assert page.entry.unsaved == ()


def test_what_is_typed_can_be_noted_on_leaving(page: SalesPage) -> None:
    typed(page.entry.product, "P001")
    assert not page.entry.save_now()
    typed(page.entry.quantity, "1")
    assert page.entry.save_now()
    assert len(stored(page)) == 1


def test_earlier_events_are_offered(page: SalesPage, sold: SaleRow) -> None:
    typed(page.entry.event_field, "文", enter=False)
    QTest.keyClick(page.entry.event_field, Qt.Key.Key_Down)
    QTest.keyClick(page.entry.event_field, ENTER)
    assert page.entry.event_field.text() == "文博会"


def test_a_sale_of_another_month_is_said(page: SalesPage, qtbot) -> None:
    page.entry.day.setText("2026-10-02")
    typed(page.entry.product, "P001")
    typed(page.entry.quantity, "1")
    heard = []
    page.desk.said.connect(lambda notice: heard.append(notice.text))
    page.entry.save()
    page.desk.tasks.settle()
    assert any("已记到 2026-10" in text for text in heard)
    assert page.table.model.rows == []


# ------------------------------------------------------------------ one sale


def test_enter_on_a_row_opens_it_and_a_part_is_given_back(page: SalesPage, sold: SaleRow) -> None:
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(page.table.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    if page.editor is None:  # the shortcut needs an active window
        page._return_present()
    assert page.editor is not None
    typed(page.editor.fields.editors["returned_milli"], "0.5")
    page.desk.tasks.settle()
    assert stored(page)[0].returned_milli == 500
    assert page.strip.shown[3].value == "64.40"


def test_more_than_was_sold_is_refused_at_its_field(page: SalesPage, sold: SaleRow) -> None:
    page.open_sale(sold)
    page.desk.tasks.settle()
    typed(page.editor.fields.editors["returned_milli"], "3")
    page.desk.tasks.settle()
    assert "多于卖出的 2" in page.editor.fields.notes["returned_milli"].text()
    assert stored(page) == (sold,)


def test_everything_came_back(page: SalesPage, sold: SaleRow, press) -> None:
    page.open_sale(sold)
    page.desk.tasks.settle()
    press(page.panel, "sale-return-all")
    page.desk.tasks.settle()
    assert stored(page)[0].net_fen == 0
    assert page.editor.unsaved == ()


def test_a_correction_is_saved_by_enter(page: SalesPage, sold: SaleRow) -> None:
    page.open_sale(sold)
    page.desk.tasks.settle()
    typed(page.editor.fields.editors["quantity_milli"], "3")
    page.desk.tasks.settle()
    assert page.table.model.rows[0].quantity_milli == 3000


def test_a_deletion_asks_why_and_can_be_taken_back(page: SalesPage, sold: SaleRow, press) -> None:
    page.open_sale(sold)
    page.desk.tasks.settle()
    press(page.panel, "sale-delete")
    question = page.editor.question
    QTest.keyClick(question, ENTER)
    assert "请写明原因" in question.message.text()
    typed(question.reason, "重复登记")
    page.desk.tasks.settle()
    assert stored(page) == ()
    assert not page.panel.isVisible()
    page.turn(DELETED)
    page.desk.tasks.settle()
    page.deleted.opened.emit(page.deleted.model.rows[0])
    page.desk.tasks.settle()
    assert "重复登记" in [part.text() for part in page.panel.findChildren(QLabel)]
    press(page.panel, "sale-restore")
    page.desk.tasks.settle()
    assert stored(page) == (sold,)


# ------------------------------------------------------------------ looking


@pytest.mark.parametrize(("at", "name"), [(CHANNEL, "展会"), (EVENT, "文博会"), (PRODUCT, "P001 手工挎包")])
def test_sums_by_the_open_tab(page: SalesPage, sold: SaleRow, at: int, name: str) -> None:
    page.tabs.buttons[at].click()
    page.desk.tasks.settle()
    assert [group.name for group in page.groups.model.rows] == [name]
    assert page.groups.totals()[-1] == "257.60"


def test_the_months_are_a_table_and_a_picture(page: SalesPage, sold: SaleRow) -> None:
    page.turn(MONTHS)
    page.desk.tasks.settle()
    assert page.months.table.model.rows[0].name == "2026-11"
    assert page.months.chart.columns[-1].value == 25_760
    QTest.keyClick(page.months.chart, Qt.Key.Key_Left)
    QTest.keyClick(page.months.chart, Qt.Key.Key_Left)
    QTest.keyClick(page.months.chart, ENTER)
    page.desk.tasks.settle()
    assert page.span == month_span("2026-10")
    assert page.views.currentWidget() is page.table


def test_the_arrows_step_by_months_and_a_span_is_typed(page: SalesPage, sold: SaleRow, press) -> None:
    page._stepper.moved.emit(-1)
    page.desk.tasks.settle()
    assert page._stepper.text.text() == "2026-10"
    assert page.table.model.rows == []
    press(page, "sales-span")
    typed(page.span_row.first, "2026/09/01")
    typed(page.span_row.last, "2026-11-30")
    page.desk.tasks.settle()
    assert page._stepper.text.text() == "2026-09-01 – 2026-11-30"
    assert page.table.model.rows == [sold]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("x", "2026-11-30", "看不懂"), ("2026-12-01", "2026-11-30", "晚于"), ("1990-01-01", "2026-11-30", "10 年")],
)
def test_a_span_that_cannot_be_is_said_beside(page: SalesPage, press, first: str, last: str, said: str) -> None:
    press(page, "sales-span")
    page.span_row.first.setText(first)
    typed(page.span_row.last, last)
    page.desk.tasks.settle()
    assert said in page.span_row.said.text()


def test_the_search_leaves_lines_with_their_own_sums(page: SalesPage, sold: SaleRow) -> None:
    page.search.setText("d100")
    assert page.table.totals()[6] == "257.60"
    page.search.setText("没有")
    assert page.table.model.rows == []


def test_a_jump_opens_its_month(page: SalesPage) -> None:
    page.go_to(Jump("sales", at="2026-08-15"))
    page.desk.tasks.settle()
    assert page._stepper.text.text() == "2026-08"


def test_the_foot_counts_orders_pieces_amount_returns_and_net(page: SalesPage, sold: SaleRow) -> None:
    assert [text for text in page.table.totals() if text] == ["合计", "1 单", "2", "257.60", "–", "257.60"]


def test_an_empty_month_says_what_to_do(page: SalesPage, press) -> None:
    press(page, "sales-begin")
    assert "登记一笔" in " ".join(part.text() for part in page.table.findChildren(QLabel))


@pytest.mark.parametrize(
    ("span", "step", "title"),
    [
        (month_span("2026-01"), -1, "2025-12"),
        (month_span("2026-12"), 1, "2027-01"),
        (Span(date(2026, 3, 5), date(2026, 5, 2)), 1, "2026-06"),
        (Span(date(2026, 3, 5), date(2026, 5, 2)), -1, "2026-02"),
    ],
)
def test_a_step_goes_to_the_next_whole_month(span: Span, step: int, title: str) -> None:
    assert span.moved(step).title == title


def test_every_field_of_the_line_has_a_name_for_a_screen_reader(page: SalesPage) -> None:
    assert all(field.editor.accessibleName() for field in page.entry.fields)
    assert page._at == LIST
