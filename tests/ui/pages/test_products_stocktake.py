"""盘点 by keys alone: digits and Enter, differences seen before saving, all saved in one act or none."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.goods_check import MoveForm, ProductForm
from app.domain.vocabulary import StockMoveKind
from app.models.goods import StockMove
from app.services.products import add_product
from app.services.stock import save_move
from app.ui.desk import Desk
from app.ui.pages.products import ProductsPage
from app.ui.pages.products_stocktake import COUNTED_COLUMN, StocktakeView
from app.ui.widgets.unsaved import may_leave
from tests.ui.leaving import DROP, GO_ON, SAVE, answered, let_go
from tests.ui.pages.panel_keys import press


@pytest.fixture
def page(desk: Desk, qtbot) -> Iterator[ProductsPage]:
    """Three products: 10 and 5 by the books, and the bag, which is short by two."""
    ctx, shop = desk.ctx, desk.workshop.workshop_id
    for code, name, opening in (("P001", "银饰", 10_000), ("P002", "荷包", 5_000)):
        add_product(ctx, shop, ProductForm(code, name, price_fen=10_000, opening_stock_milli=opening))
    save_move(ctx, shop, 901, MoveForm(date(2026, 11, 2), StockMoveKind.TAKEN, 2_000))
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1218, 738)
    made.show()
    made.refresh()
    desk.tasks.settle()
    press(desk, made, "tab-stocktake")
    yield made
    let_go(made)


@pytest.fixture
def view(page: ProductsPage) -> StocktakeView:
    view = page.stocktake
    view.grid.setFocus()
    view.grid.setCurrentIndex(view.table.model.index(0, COUNTED_COLUMN))
    return view


def keys(view: StocktakeView, text: str) -> None:
    """Type digits; a blank stands for Enter."""
    for letter in text:
        QTest.keyClick(view.grid, Qt.Key.Key_Return if letter == " " else letter)


def shown(view: StocktakeView) -> list[list[str]]:
    model = view.table.model
    return [[model.index(row, at).data() for at in range(3, 8)] for row in range(len(model.rows))]


def counted(page: ProductsPage) -> list[tuple[int, int]]:
    with page.desk.ctx.database.read() as session:
        rows = session.scalars(select(StockMove).where(StockMove.kind == "盘点", StockMove.deleted == 0))
        return sorted((row.counted_milli, row.quantity_milli) for row in rows)


def save(page: ProductsPage) -> None:
    press(page.desk, page, "save-count")


def test_differences_are_seen_before_anything_is_written(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "8.5  3 ")
    assert shown(view) == [
        ["10", "8.5", "-1.5", "-150.00", "盘亏"],
        ["5", "5", "0", "–", "相符"],
        ["-2", "3", "+5", "–", "盘盈"],
    ]
    assert view.summary.text() == "已盘 3 种：相符 1，盘盈 1，盘亏 1"
    assert view.table.totals()[6] == "-150.00"
    assert counted(page) == []


def test_all_is_saved_in_one_act(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "8.5  3 ")
    QTest.keyClick(view.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.desk.tasks.settle()
    assert counted(page) == [(3_000, 5_000), (5_000, 0), (8_500, -1_500)]
    assert [row[0] for row in shown(view)] == ["8.5", "5", "3"]
    assert view.counts() == []
    assert [row.stock_milli for row in page.table.model.rows] == [8_500, 5_000, 3_000]


def test_nothing_counted_is_nothing_saved(page: ProductsPage, view: StocktakeView) -> None:
    QTest.keyClick(view.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.desk.tasks.settle()
    assert "实盘" in view.message.text()
    assert counted(page) == []


def test_what_is_not_counted_is_not_touched(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "9 ")
    save(page)
    assert counted(page) == [(9_000, -1_000)]


def test_enter_on_a_shortage_agrees_to_nothing(view: StocktakeView) -> None:
    view.grid.setCurrentIndex(view.table.model.index(2, COUNTED_COLUMN))
    keys(view, " ")
    assert view.counts() == []


@pytest.mark.parametrize("text", ["1.2345", "abc", "-3", "99999999"])
def test_what_is_no_count_is_said_and_not_taken(view: StocktakeView, text: str) -> None:
    keys(view, f"{text} ")
    assert view.message.isVisible()
    assert shown(view)[0][1] == ""
    keys(view, "7 ")
    assert not view.message.isVisible()


def test_delete_takes_a_count_away(view: StocktakeView) -> None:
    keys(view, "8 ")
    view.grid.setCurrentIndex(view.table.model.index(0, COUNTED_COLUMN))
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    keys(view, " ")
    assert view.counts() == []
    assert not view.save_button.isEnabled()


def test_another_day_shows_its_own_books_and_keeps_the_counts(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "8 ")
    day = view.form.editors["day"]
    day.setText("2026-11-01")
    day.setModified(True)
    day.editingFinished.emit()
    page.desk.tasks.settle()
    assert [row[0] for row in shown(view)] == ["10", "5", "0"]
    assert shown(view)[0][1] == "8"


def test_enter_in_the_note_goes_to_the_table(view: StocktakeView) -> None:
    view.form.editors["note"].setFocus()
    QTest.keyClick(view.form.editors["note"], Qt.Key.Key_Return)
    assert view.grid.hasFocus()


@pytest.mark.parametrize("text", ["2999-01-01", "1899-01-01", "soon", ""])
def test_a_day_that_cannot_be_is_said_at_its_field(page: ProductsPage, view: StocktakeView, text: str) -> None:
    keys(view, "8 ")
    view.form.editors["day"].setText(text)
    save(page)
    assert view.form.notes["day"].isVisible()
    assert counted(page) == []
    assert shown(view)[0][1] == "8"


def test_books_that_changed_meanwhile_are_shown_and_nothing_is_saved(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "8 ")
    row = view.table.model.rows[0].row
    shop = page.desk.workshop.workshop_id
    save_move(page.desk.ctx, shop, row.product_id, MoveForm(date(2026, 11, 24), StockMoveKind.RECEIVED, 4_000))
    save(page)
    page.desk.tasks.settle()
    assert "14" in view.message.text()
    assert counted(page) == []
    assert shown(view)[0] == ["14", "8", "-6", "-600.00", "盘亏"]
    save(page)
    assert counted(page) == [(8_000, -6_000)]


@pytest.mark.parametrize(
    ("answer", "left", "rows"), [(GO_ON, False, []), (SAVE, True, [(8_000, -2_000)]), (DROP, True, [])]
)
def test_counts_are_never_lost_without_a_word(page: ProductsPage, view: StocktakeView, answer, left, rows) -> None:
    keys(view, "8 ")
    with answered(*answer) as asked:
        assert may_leave(page) is left
    assert "盘点 1 种" in asked[0]
    assert counted(page) == rows
    assert bool(view.counts()) is not left


def test_the_blue_button_is_the_stocktakes_own(page: ProductsPage, view: StocktakeView) -> None:
    assert view.save_button.property("role") == "primary"
    blue = [b for b in page.findChildren(type(view.save_button)) if b.property("role") == "primary" and b.isVisible()]
    assert blue == [view.save_button]


def test_a_count_is_withdrawn_in_the_products_history(page: ProductsPage, view: StocktakeView) -> None:
    keys(view, "8 ")
    save(page)
    page.open_product(view.table.model.rows[0].row.product_id)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "tab-moves")
    sheet = page.product.tab
    sheet.edit(sheet.table.model.rows[0])
    press(page.desk, sheet, "moves-save")
    assert sheet.form.notes["kind"].isVisible()
    press(page.desk, sheet, "moves-withdraw")
    assert counted(page) == []
