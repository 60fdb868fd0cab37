"""Ctrl+Z and Ctrl+Y on every page that writes records: by keys, from where the keyboard stands, said in words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.goods_check import MoveForm, ProductForm
from app.domain.production_check import PieceForm
from app.domain.sales_check import SaleForm
from app.domain.stock import Count
from app.domain.training_check import TrainingForm
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Sale, StockMove
from app.models.training import Training, TrainingAttendance
from app.models.work import PieceEntry, TeamShare
from app.services import people, people_edit, production, products, sales, stock, training
from app.ui.desk import Desk
from app.ui.pages.people import PeoplePage
from app.ui.pages.production import ProductionPage
from app.ui.pages.products import ProductsPage
from app.ui.pages.sales import SalesPage
from app.ui.pages.training import TrainingPage
from app.ui.words import Words
from tests.ui.leaving import GO_ON, answered, let_go

CTRL = Qt.KeyboardModifier.ControlModifier
UNDO, REDO = Qt.Key.Key_Z, Qt.Key.Key_Y
BAG, EMBROIDERY = 901, 911
DAY = date(2026, 11, 20)


@pytest.fixture
def opened(desk: Desk, qtbot) -> Iterator[Callable[..., None]]:
    """Opens a page in an active window, the keyboard where the page wants it."""
    made = []

    def show(page: type) -> object:
        shown = page(desk)
        qtbot.addWidget(shown)
        shown.resize(1218, 740)
        with qtbot.waitActive(shown):
            shown.show()
        shown.refresh()
        desk.tasks.settle()
        shown.setFocus()
        made.append(shown)
        return shown

    yield show
    for page in made:
        let_go(page)


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the status bar was told."""
    heard: list[str] = []
    desk.said.connect(lambda notice: heard.append(notice.text))
    return heard


def press(desk: Desk, key: Qt.Key) -> None:
    """Ctrl and a key where the keyboard stands."""
    place = QApplication.focusWidget()
    assert place is not None
    QTest.keyClick(place, key, CTRL)
    desk.tasks.settle()


def living(desk: Desk, table: type) -> int:
    """How many rows of a table are in force."""
    with desk.ctx.database.read() as session:
        return session.query(table).filter_by(deleted=0).count()


def sale(desk: Desk, milli: int = 2_000) -> int:
    form = SaleForm(DAY, "展会", "", BAG, milli, 12_880, 0, "")
    return sales.add_sale(desk.ctx, desk.workshop.workshop_id, form).row.sale_id


def test_a_sale_typed_by_keys_goes_from_the_line_it_was_typed_into(desk: Desk, opened, said) -> None:
    page = opened(SalesPage)
    entry = page.entry
    for field, text in ((entry.product, "yxkb"), (entry.quantity, "3"), (entry.price, "128")):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(entry.order_no, Qt.Key.Key_Return)
    desk.tasks.settle()
    assert living(desk, Sale) == 1
    assert entry.product.hasFocus()
    press(desk, UNDO)
    assert (living(desk, Sale), said[-1]) == (0, "撤销：新增销售 2026-11-25 彝绣挎包 3")
    press(desk, REDO)
    assert (living(desk, Sale), said[-1]) == (1, "重做：新增销售 2026-11-25 彝绣挎包 3")


def test_what_is_being_typed_is_taken_back_before_any_record(desk: Desk, opened, said) -> None:
    sale(desk)
    page = opened(SalesPage)
    page.entry.product.setFocus()
    QTest.keyClicks(page.entry.product, "x")
    press(desk, UNDO)
    assert (page.entry.product.text(), living(desk, Sale)) == ("", 1)


def test_corrections_returns_and_deletions_of_sales_go_back_one_by_one(desk: Desk, opened, said) -> None:
    number, ctx, shop = sale(desk), desk.ctx, desk.workshop.workshop_id
    row = sales.edit_sale(ctx, shop, number, SaleForm(DAY, "展会", "", BAG, 3_000, 12_880, 0, "")).row
    sales.return_sale(ctx, shop, number, 1_000)
    sales.delete_sale(ctx, shop, number, "重复")
    page = opened(SalesPage)
    told = []
    for _ in range(5):
        press(desk, UNDO)
        told.append(said[-1])
    assert told == [
        "撤销：删除销售 2026-11-20 彝绣挎包 3",
        "撤销：修改销售 2026-11-20 彝绣挎包 3：退货数 0 → 1",
        "撤销：修改销售 2026-11-20 彝绣挎包：数量 2 → 3",
        "撤销：新增销售 2026-11-20 彝绣挎包 2",
        "没有可以撤销的修改。",
    ]
    for _ in range(2):
        press(desk, REDO)
    assert [one.quantity_milli for one in page.table.model.rows] == [row.quantity_milli]


def test_a_team_entry_and_its_weights_go_and_come_back(desk: Desk, opened, said) -> None:
    ctx, shop = desk.ctx, desk.workshop.workshop_id
    workers = tuple(row.worker_id for row in people.list_workers(ctx, shop, "2026-11"))[1:4]
    form = PieceForm(DAY, workers, EMBROIDERY, "", 20_000, weights=(3_000, 2_000, 1_000))
    entry = production.add_pieces(ctx, shop, form).row
    production.edit_pieces(ctx, shop, entry.entry_id, replace(form, weights=(1_000, 1_000, 1_000)))
    production.delete_pieces(ctx, shop, entry.entry_id)
    opened(ProductionPage)
    before = living(desk, PieceEntry)
    press(desk, UNDO)
    assert said[-1] == "撤销：删除计件 2026-11-20 02+03+04 刺绣 20"
    assert (living(desk, PieceEntry), living(desk, TeamShare)) == (before + 1, 3)
    press(desk, UNDO)
    assert said[-1].startswith("撤销：修改集体分摊 2026-11-20 02+03+04 刺绣 20：权重")
    with ctx.database.read() as session:
        assert sorted(share.weight_milli for share in session.query(TeamShare)) == [1_000, 2_000, 3_000]
    press(desk, UNDO)
    assert (living(desk, PieceEntry), living(desk, TeamShare)) == (before, 0)
    press(desk, REDO)
    assert living(desk, TeamShare) == 3


def test_moves_and_a_whole_stocktake_go_back(desk: Desk, opened, said) -> None:
    ctx, shop = desk.ctx, desk.workshop.workshop_id
    stock.save_move(ctx, shop, BAG, MoveForm(DAY, StockMoveKind.RECEIVED, 10_000))
    silver = products.add_product(ctx, shop, ProductForm("P001", "银饰")).product_id
    counts = [Count(BAG, 10_000, 9_000), Count(silver, 0, 4_000)]
    stock.save_stocktake(ctx, shop, date(2026, 11, 25), counts)
    page = opened(ProductsPage)
    press(desk, UNDO)
    assert said[-1] == "撤销：新增出入库 2026-11-25 彝绣挎包 盘点 -1 等 2 条"
    assert living(desk, StockMove) == 1
    press(desk, UNDO)
    press(desk, UNDO)
    assert said[-1] == "撤销：新增出入库 2026-11-20 彝绣挎包 入库 10"
    press(desk, REDO)
    assert [row.stock_milli for row in page.table.model.rows if row.product_id == BAG] == [10_000]


def test_a_worker_corrected_is_as_before_and_stays_open(desk: Desk, opened, said) -> None:
    ctx, shop = desk.ctx, desk.workshop.workshop_id
    page = opened(PeoplePage)
    worker = page.table.model.rows[0]
    form = people_edit.worker_form(ctx, shop, worker.worker_id)
    people_edit.edit_worker(ctx, shop, worker.worker_id, replace(form, village="二组", phone="19900009999"))
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    desk.tasks.settle()
    press(desk, UNDO)
    assert said[-1] == "撤销：修改工人 01 阿依莫：手机 ····0101 → ····9999，村组 空 → 二组"
    assert page.panel.isVisible()
    assert people_edit.worker_form(ctx, shop, worker.worker_id).village == ""
    press(desk, REDO)
    assert people_edit.worker_form(ctx, shop, worker.worker_id).village == "二组"


def test_a_training_session_goes_with_who_took_part(desk: Desk, opened, said) -> None:
    ctx, shop = desk.ctx, desk.workshop.workshop_id
    workers = [row.worker_id for row in people.list_workers(ctx, shop, "2026-11")]
    form = TrainingForm(DAY, "彝绣针法", "", "阿依莫", 90, dict.fromkeys(workers))
    training.save_session(ctx, shop, form)
    opened(TrainingPage)
    press(desk, UNDO)
    assert said[-1] == "撤销：新增培训 2026-11-20 彝绣针法"
    assert (living(desk, Training), living(desk, TrainingAttendance)) == (0, 0)
    press(desk, REDO)
    assert living(desk, TrainingAttendance) == len(workers)


def test_a_form_that_is_typed_into_is_asked_about_first(desk: Desk, opened) -> None:
    sale(desk)
    page = opened(SalesPage)
    page.open_sale(page.table.model.rows[0])
    desk.tasks.settle()
    page.editor.fields.editors["quantity_milli"].setText("9")
    page.table.view.setFocus()
    with answered(*GO_ON) as asked:
        press(desk, UNDO)
    assert ("数量" in asked[0], living(desk, Sale)) == (True, 1)


def test_what_can_never_be_taken_back_is_said_once_and_passed_over(desk: Desk, opened, said) -> None:
    first, second = sale(desk), sale(desk)
    with desk.ctx.database.write("阿依", "elsewhere") as session:
        session.get_one(Sale, (desk.workshop.workshop_id, second)).channel = "直播"
    opened(SalesPage)
    press(desk, UNDO)
    assert "后来又改过" in said[-1]
    press(desk, UNDO)
    assert said[-1].startswith("撤销：新增销售")
    with desk.ctx.database.read() as session:
        assert session.get_one(Sale, (desk.workshop.workshop_id, first)).deleted == 1


def test_the_words_are_english_in_an_english_window(desk: Desk, opened, said, qapp) -> None:
    sale(desk)
    Words(qapp).use("en")
    desk.lang = "en"
    opened(SalesPage)
    press(desk, UNDO)
    assert said[-1] == "Undone: Added Sales 2026-11-20 彝绣挎包 2"
