"""Products by keys and mouse: typed in, corrected, pictured, deleted or kept with the reason, labels, bars."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.models.goods import Sale
from app.services import products
from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.pages.products import LEVELS, ProductsPage
from app.ui.pages.products_editor import form_of, values_of
from app.ui.pages.products_panel import MOVES, PROCESSES, FactsTab
from app.ui.pages.products_processes import ProcessesTab
from app.ui.pages.products_rows import paper_bars
from app.ui.widgets.page import Jump
from app.ui.words import Words
from tests.ui.leaving import let_go
from tests.ui.pages.panel_keys import enter, fill, notes, open_row, press, shown

BAG = 901


@pytest.fixture
def page(desk: Desk, qtbot) -> Iterator[ProductsPage]:
    """The page with the small workshop's one product, which has no code and no price."""
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1218, 738)
    made.show()
    made.refresh()
    desk.tasks.settle()
    yield made
    let_go(made)


def give(page: ProductsPage, **values: str) -> None:
    """Type into the product's form by keys."""
    for name, text in values.items():
        editor = page.editor.fields.editors[name]
        editor.setFocus()
        if isinstance(editor, QComboBox):
            QTest.keyClick(editor, Qt.Key.Key_Home)
            for _ in range(editor.findText(text)):
                QTest.keyClick(editor, Qt.Key.Key_Down)
        else:
            QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(editor, Qt.Key.Key_Delete)
            type_text(editor, text)


def save(page: ProductsPage, field: str = "name") -> None:
    QTest.keyClick(page.editor.fields.editors[field], Qt.Key.Key_Return)
    page.desk.tasks.settle()


def said(page: ProductsPage) -> dict[str, str]:
    return {name: note.text() for name, note in page.editor.fields.notes.items() if note.isVisible()}


def listed(page: ProductsPage) -> list[list[str]]:
    model = page.table.model
    return [[model.index(row, at).data() for at in range(len(model.columns))] for row in range(len(model.rows))]


def panel_words(page: ProductsPage) -> str:
    return "\n".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisible())


def add(page: ProductsPage, code: str = "P001", name: str = "银饰", **more: str) -> int:
    press(page.desk, page, "add-product")
    give(page, code=code, name=name, **more)
    save(page)
    page.desk.tasks.settle()
    return next(row.product_id for row in page.table.model.rows if row.code == code)


def test_the_page_shows_what_is_there_and_what_lacks(page: ProductsPage) -> None:
    (row,) = listed(page)
    assert row[:2] == ["缺", "彝绣挎包"]
    assert row[9:] == ["2", "没有售价"]
    assert [figure.value for figure in page.strip.shown] == ["1", "0", "–", "0", "1"]


def test_a_product_is_typed_in_by_keys_alone(page: ProductsPage) -> None:
    add(page, category="传统美术", unit="对", price_fen="128", opening_stock_milli="12.5")
    first = listed(page)[0]
    assert first[:9] == ["P001", "银饰", "传统美术", "对", "128.00", "–", "–", "12.5", "1,600.00"]
    assert "银饰" in page.panel.title.text()
    assert page.table.totals()[8] == "1,600.00"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"code": "P002", "name": " "}, "name"),
        ({"code": "P002", "name": "银" * 61}, "name"),
        ({"code": "P002", "name": "银\u202e饰"}, "name"),
        ({"code": "P002", "name": "银饰", "unit": ""}, "unit"),
        ({"code": "P002", "name": "银饰", "price_fen": "-1"}, "price_fen"),
        ({"code": "P002", "name": "银饰", "price_fen": "1000000000000"}, "price_fen"),
        ({"code": "P002", "name": "银饰", "price_fen": "=cmd()"}, "price_fen"),
        ({"code": "P002", "name": "银饰", "opening_stock_milli": "1000000000000"}, "opening_stock_milli"),
        ({"code": "P002", "name": "银饰", "opening_stock_milli": "1.2345"}, "opening_stock_milli"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(page: ProductsPage, values: dict[str, str], field: str) -> None:
    press(page.desk, page, "add-product")
    give(page, **values)
    save(page)
    assert field in said(page)
    assert page.editor.fields.editors[field].property("state") == "bad"
    assert len(page.table.model.rows) == 1


def test_a_code_that_is_taken_is_said_with_whose_it_is(page: ProductsPage) -> None:
    add(page)
    press(page.desk, page, "add-product")
    give(page, code="P001", name="别的")
    save(page)
    assert "银饰" in said(page)["code"]
    assert page.editor.fields.editors["code"].property("state") == "bad"
    assert len(page.table.model.rows) == 2


def test_a_shared_name_is_hinted_at_while_typing(page: ProductsPage) -> None:
    press(page.desk, page, "add-product")
    give(page, name="彝绣挎包", code="P009")
    page.editor.fields.editors["unit"].setFocus()
    page.desk.tasks.settle()
    assert "彝绣挎包" in said(page)["name"]
    save(page)
    assert [row[0] for row in listed(page)] == ["P009", "缺"]


def test_an_edit_changes_only_what_is_typed(page: ProductsPage) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "edit-product")
    give(page, code="P100", price_fen="168.5")
    save(page)
    assert listed(page)[0][:5] == ["P100", "彝绣挎包", "", "件", "168.50"]


def test_search_by_code_name_and_nothing(page: ProductsPage) -> None:
    add(page, category="传统美术")
    page.search.setText("p00")
    assert [row[0] for row in listed(page)] == ["P001"]
    page.search.setText("挎包")
    assert [row[1] for row in listed(page)] == ["彝绣挎包"]
    page.search.setText("没有这个")
    assert listed(page) == []
    assert any("没有找到" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert not page.findChild(QPushButton, "labels").isEnabled()


def test_another_page_opens_a_product(page: ProductsPage) -> None:
    page.go_to(Jump("products", at=str(BAG)))
    page.desk.tasks.settle()
    assert page.product.row.product_id == BAG
    assert "彝绣挎包" in page.panel.title.text()


def test_enter_opens_a_product_and_escape_closes_it(page: ProductsPage) -> None:
    page.table.view.setFocus()
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert page.panel.isVisible()
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_an_empty_page_says_what_to_do_first(desk: Desk, qtbot) -> None:
    shop = desk.workshop.workshop_id
    with desk.ctx.database.write("阿依", "test") as session:
        session.connection().exec_driver_sql("UPDATE product SET deleted = 1 WHERE workshop_id = ?", (shop,))
    page = ProductsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    desk.tasks.settle()
    press(desk, page, "first-product")
    assert page.editor is not None
    page.turn(LEVELS)
    assert page.levels.chart.bars == ()


# ---------------------------------------------------------------- deletion


def test_a_product_in_use_is_kept_and_says_why(page: ProductsPage) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "remove-product")
    question = page.product.tab.question
    QTest.keyClick(question.yes, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert question.isVisible()
    assert "2 道工序" in question.message.text()
    assert "4 条计件" in question.message.text()
    question.reject()


def test_a_product_nothing_refers_to_is_deleted(page: ProductsPage) -> None:
    number = add(page)
    page.open_product(number)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "remove-product")
    QTest.keyClick(page.product.tab.question.yes, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert not page.panel.isVisible()
    assert [row[1] for row in listed(page)] == ["彝绣挎包"]


# ---------------------------------------------------------------- picture


def picture(tmp_path: Path) -> Path:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(0x7A2B2B)
    path = tmp_path / "bag.png"
    assert image.save(str(path))
    return path


def test_a_picture_is_added_shown_and_taken_off(page: ProductsPage, tmp_path: Path) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    page.product.tab.choose_file = lambda: str(picture(tmp_path))
    press(page.desk, page.panel, "set-picture")
    page.desk.tasks.settle()
    facts = page.product.tab
    assert isinstance(facts, FactsTab)
    assert not facts.picture.pixmap().isNull()
    assert facts.picture.accessibleName() == "彝绣挎包 的照片"
    press(page.desk, page.panel, "remove-picture")
    page.desk.tasks.settle()
    assert not page.product.tab.picture.isVisible()


def test_what_is_no_picture_is_said_where_it_was_chosen(page: ProductsPage, tmp_path: Path) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    (tmp_path / "bag.jpg").write_text("no picture")
    page.product.tab.set_picture(tmp_path / "bag.jpg")
    page.desk.tasks.settle()
    assert "bag.jpg" in page.product.tab.message.text()


def test_a_picture_that_is_not_on_this_pc_is_said(page: ProductsPage, tmp_path: Path) -> None:
    ctx, shop = page.desk.ctx, page.desk.workshop.workshop_id
    name = products.set_picture(ctx, shop, BAG, picture(tmp_path))
    (ctx.database.folder / "pictures" / name).unlink()
    page.open_product(BAG)
    page.desk.tasks.settle()
    page.desk.tasks.settle()
    assert name in page.product.tab.message.text()


# ---------------------------------------------------------------- moves and processes


def moves_of(page: ProductsPage, number: int):
    page.open_product(number)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "tab-moves")
    return page.product.tab


def test_what_came_in_and_went_out_is_typed_by_keys(page: ProductsPage) -> None:
    sheet = moves_of(page, BAG)
    press(page.desk, sheet, "moves-add")
    fill(sheet, quantity_milli="12", note="新做")
    enter(page.desk, sheet, "note")
    press(page.desk, sheet, "moves-add")
    fill(sheet, day="2026-11-24", kind="报损", quantity_milli="2.5")
    enter(page.desk, sheet, "quantity_milli")
    assert shown(sheet) == [["2026-11-25", "入库", "+12", "9.5", "新做"], ["2026-11-24", "报损", "-2.5", "-2.5", ""]]
    assert listed(page)[0][5:8] == ["12", "2.5", "9.5"]
    open_row(page.desk, sheet, 0)
    press(page.desk, sheet, "moves-withdraw")
    assert listed(page)[0][7] == "-2.5"
    assert "账上少 2.5" in listed(page)[0][10]


@pytest.mark.parametrize(
    ("values", "field"),
    [({"quantity_milli": ""}, "quantity_milli"), ({"quantity_milli": "-3"}, "quantity_milli"),
     ({"quantity_milli": "1e9"}, "quantity_milli"), ({"quantity_milli": "9999999999"}, "quantity_milli"),
     ({"quantity_milli": "1", "day": "2999-01-01"}, "day"), ({"quantity_milli": "1", "day": "1899-12-30"}, "day"),
     ({"quantity_milli": "1", "day": "soon"}, "day"), ({"quantity_milli": "1", "note": "a\u200bb"}, "note")],
)  # fmt: skip
def test_a_move_that_cannot_be_is_said_at_its_field(page: ProductsPage, values: dict[str, str], field: str) -> None:
    sheet = moves_of(page, BAG)
    press(page.desk, sheet, "moves-add")
    fill(sheet, **values)
    enter(page.desk, sheet, "quantity_milli")
    assert field in notes(sheet)
    assert shown(sheet) == []
    sheet.drop()


def test_sales_are_seen_and_not_opened(page: ProductsPage) -> None:
    shop = page.desk.workshop.workshop_id
    with page.desk.ctx.database.write("阿依", "test") as session:
        session.add(Sale(workshop_id=shop, id=1, date="2026-11-20", channel="展会", event="火把节", product_id=BAG,
                         quantity_milli=3_000, price_fen=16_800))  # fmt: skip
    sheet = moves_of(page, BAG)
    assert shown(sheet) == [["2026-11-20", "销售", "-3", "-3", "展会　火把节"]]
    open_row(page.desk, sheet, 0)
    assert sheet.form is None


def test_facts_are_read_anew_after_a_move(page: ProductsPage) -> None:
    sheet = moves_of(page, BAG)
    press(page.desk, sheet, "moves-add")
    fill(sheet, quantity_milli="12")
    enter(page.desk, sheet, "quantity_milli")
    press(page.desk, page.panel, "tab-facts")
    page.desk.tasks.settle()
    assert "12 件" in panel_words(page)


def test_the_next_product_opens_at_the_same_tab(page: ProductsPage) -> None:
    number = add(page)
    moves_of(page, number)
    page.open_product(BAG)
    page.desk.tasks.settle()
    assert page.product.tabs.buttons[MOVES].isChecked()


def test_processes_are_added_priced_renamed_and_left_off(page: ProductsPage) -> None:
    number = add(page)
    page.open_product(number)
    page.desk.tasks.settle()
    page.product.turn(PROCESSES)
    page.desk.tasks.settle()
    tab = page.product.tab
    assert isinstance(tab, ProcessesTab)
    press(page.desk, tab, "processes-add")
    fill(tab.processes, process="锻打")
    enter(page.desk, tab.processes, "process")
    press(page.desk, tab, "prices-add")
    fill(tab.prices, process_id="银饰 · 锻打", valid_from="2026-11-01", price_e4="12.5")
    enter(page.desk, tab.prices, "price_e4")
    assert shown(tab.processes) == [["锻打", "12.50"]]
    open_row(page.desk, tab.processes, 0)
    fill(tab.processes, process="锻制")
    enter(page.desk, tab.processes, "process")
    assert shown(tab.prices)[0][0] == "锻制"
    open_row(page.desk, tab.processes, 0)
    press(page.desk, tab, "processes-withdraw")
    assert shown(tab.processes) == shown(tab.prices) == []


def test_a_process_with_pieces_says_at_its_name_why_it_stays(page: ProductsPage) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    page.product.turn(PROCESSES)
    page.desk.tasks.settle()
    tab = page.product.tab
    assert sorted(row[0] for row in shown(tab.prices)) == ["刺绣", "锁边"]
    open_row(page.desk, tab.processes, 0)
    press(page.desk, tab, "processes-withdraw")
    assert "2026-11-24" in notes(tab.processes)["process"]
    assert len(shown(tab.processes)) == 2


# ---------------------------------------------------------------- labels and bars


def test_labels_of_what_is_shown_are_previewed(page: ProductsPage) -> None:
    add(page, price_fen="128")
    press(page.desk, page, "labels")
    editor = page.labels.fields.editors["copies"]
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(editor, "20")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    preview = page.labels.preview
    assert len(preview.paper.sheets) == 2
    preview.draw_all()
    assert len(preview.pages) == 2
    preview.close()


@pytest.mark.parametrize(("field", "text"), [("copies", "0"), ("copies", "99999"), ("copies", "x"), ("start", "25")])
def test_labels_nobody_prints_are_refused_at_the_field(page: ProductsPage, field: str, text: str) -> None:
    press(page.desk, page, "labels")
    editor = page.labels.fields.editors[field]
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.labels.fields.notes[field].isVisible()
    assert page.labels.preview is None


def test_labels_by_stock_are_one_for_each_piece(page: ProductsPage) -> None:
    add(page, opening_stock_milli="7.5")
    press(page.desk, page, "labels")
    page.labels.fields.editors["by_stock"].setCurrentIndex(2)
    page.labels.fields.editors["paper"].setCurrentIndex(5)
    press(page.desk, page.panel, "preview-labels")
    assert len(page.labels.preview.paper.sheets) == 7
    page.labels.preview.close()


def test_the_rows_menu_edits_and_prints(page: ProductsPage) -> None:
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    acts = {act.text(): act for act in page.table.acts.make_menu().actions()}
    acts["打印标签"].trigger()
    page.desk.tasks.settle()
    assert "1 种产品：彝绣挎包" in panel_words(page)
    acts["修改"].trigger()
    page.desk.tasks.settle()
    assert page.editor.fields.editors["name"].text() == "彝绣挎包"


def test_one_products_label_from_its_panel(page: ProductsPage) -> None:
    page.open_product(BAG)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "product-labels")
    assert "1 种产品：彝绣挎包" in panel_words(page)


def test_bars_show_levels_open_a_product_and_are_printed(page: ProductsPage) -> None:
    number = add(page, opening_stock_milli="12")
    press(page.desk, page, "tab-levels")
    assert [(bar.title, bar.value, bar.text) for bar in page.levels.chart.bars] == [
        ("P001　银饰", 12_000, "12 件"), ("彝绣挎包", 0, "0 件")]  # fmt: skip
    page.levels.chart.setFocus()
    QTest.keyClick(page.levels.chart, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert page.product.row.product_id == number
    page.panel.hide()
    press(page.desk, page, "print-levels")
    assert len(page.levels.preview.paper.sheets) == 1
    page.levels.preview.close()


def test_the_printed_chart_is_chinese_in_an_english_window(page: ProductsPage, qapp) -> None:
    Words(qapp).use("en")
    page.levels.show_rows(page.table.model.rows)
    assert page.levels.chart.bars[0].text == "0 pieces"
    assert [bar.text for bar in paper_bars(page.table.model.rows)] == ["0 件"]


def test_a_form_goes_through_its_fields_unchanged(page: ProductsPage) -> None:
    add(page, project="彝族银饰锻制技艺", category="传统技艺", unit="对", price_fen="128", opening_stock_milli="12.5")
    shop = page.desk.workshop.workshop_id
    form = products.product_draft(page.desk.ctx, shop, page.table.model.rows[0].product_id).form
    assert form_of(values_of(form)) == form
