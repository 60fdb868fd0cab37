"""Materials on the production page by keys: registered, given out, taken back; less than nothing is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.domain.vocabulary import MaterialMoveKind
from app.services import materials
from app.services.materials import MaterialsView
from app.ui.desk import Desk
from app.ui.pages.production import MATERIALS, ProductionPage

ENTER = Qt.Key.Key_Return
GIVEN, RETURNED, USED = MaterialMoveKind


@pytest.fixture
def page(desk: Desk, qtbot) -> ProductionPage:
    """The materials on the screen: thread by the roll, nothing given out."""
    materials.save_material(desk.ctx, desk.workshop.workshop_id, "绣线", "卷")
    made = ProductionPage(desk)
    qtbot.addWidget(made)
    made.resize(1218, 740)
    made.show()
    made.refresh()
    made.turn(MATERIALS)
    desk.tasks.settle()
    return made


def typed(field: QLineEdit, text: str, *, enter: bool = True) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, ENTER)


def move(page: ProductionPage, kind: MaterialMoveKind, quantity: str) -> None:
    line = page.materials.line
    line.kind.setCurrentIndex(line.kind.findData(kind))
    typed(line.worker_field, "04")
    QTest.keyClick(line.material_field, ENTER)  # the one before stays
    typed(line.quantity, quantity)
    page.desk.tasks.settle()


def stored(page: ProductionPage) -> MaterialsView:
    return materials.materials_view(page.desk.ctx, page.desk.workshop.workshop_id)


def test_what_is_given_out_and_used_leaves_a_balance(page: ProductionPage) -> None:
    typed(page.materials.line.material_field, "xx")
    move(page, GIVEN, "20")
    move(page, USED, "12.5")
    (row,) = stored(page).balances
    assert (row.no, row.given_milli, row.used_milli, row.held_milli) == ("04", 20_000, 12_500, 7_500)
    assert page.materials.table.model.rows == [row]
    assert page.materials.line.said.text().startswith("✓ 已记下：04")
    assert [figure.value for figure in page.strip.shown] == ["1", "1", "–"]


def test_less_than_nothing_is_said_at_once_and_stays_marked(page: ProductionPage) -> None:
    typed(page.materials.line.material_field, "xx")
    move(page, GIVEN, "2")
    move(page, RETURNED, "3.5")
    assert "账面是 -1.5 卷" in page.materials.line.said.text()
    shown = page.materials.table.model
    assert shown.columns[7].text(shown.rows[0]) == "不够 1.5"
    assert page.strip.shown[2].value == "1"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("day", "x", "看不懂"),
        ("day", "1899-01-01", "早于"),
        ("quantity_milli", "", "大于 0"),
        ("quantity_milli", "-2", "不能为负"),
        ("quantity_milli", "1000000000000", "最多"),
        ("quantity_milli", "=cmd()", "看不懂"),
        ("note", "x" * 201, "最多 200 个字"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(page: ProductionPage, name: str, text: str, said: str) -> None:
    line = page.materials.line
    typed(line.worker_field, "04")
    typed(line.material_field, "xx")
    typed(line.quantity, "1", enter=False)
    field = line.findChild(QLineEdit, f"line-{name}")
    assert isinstance(field, QLineEdit)
    typed(field, text, enter=False)
    line.save()
    page.desk.tasks.settle()
    assert said in line.said.text()
    assert field.property("state") == "bad"
    assert stored(page).balances == ()


def test_nobody_and_no_material_is_said(page: ProductionPage) -> None:
    line = page.materials.line
    typed(line.worker_field, "99")
    assert "没有找到“99”" in line.said.text()
    typed(line.worker_field, "04")
    typed(line.material_field, "zz")
    assert "没有找到原料“zz”" in line.said.text()
    line.save()
    assert "没有找到原料“zz”" in line.said.text()


def test_a_material_is_registered_beside_the_balances(page: ProductionPage) -> None:
    sheet = page.materials.sheet
    sheet.edit(None)
    assert sheet.form is not None
    typed(sheet.form.editors["name"], "yin si", enter=False)
    typed(sheet.form.editors["unit"], "g")
    page.desk.tasks.settle()
    assert [(row.name, row.unit) for row in stored(page).materials] == [("yin si", "g"), ("绣线", "卷")]
    typed(page.materials.line.material_field, "yin")
    assert page.materials.line.material is not None


def test_a_move_is_corrected_and_withdrawn_in_the_panel(page: ProductionPage) -> None:
    typed(page.materials.line.material_field, "xx")
    move(page, GIVEN, "20")
    page.materials.table.view.setFocus()
    page.materials.table.view.setCurrentIndex(page.materials.table.model.index(0, 0))
    QTest.keyClick(page.materials.table.view, ENTER)
    page.desk.tasks.settle()
    history = page.materials.history
    assert history is not None
    history.edit(history.table.model.rows[0])
    assert history.form is not None
    typed(history.form.editors["quantity_milli"], "15")
    page.desk.tasks.settle()
    assert stored(page).balances[0].held_milli == 15_000
    history.edit(history.table.model.rows[0])
    history.withdraw()
    page.desk.tasks.settle()
    assert stored(page).balances == ()


def test_the_search_leaves_balances_and_the_span_is_out_of_the_way(page: ProductionPage) -> None:
    typed(page.materials.line.material_field, "xx")
    move(page, GIVEN, "20")
    page.search.setText("99")
    assert page.materials.table.model.rows == []
    page.search.setText("绣线")
    assert len(page.materials.table.model.rows) == 1
    assert not page.span_button.isVisible()
    page.turn(0)
    assert page.span_button.isVisible()
