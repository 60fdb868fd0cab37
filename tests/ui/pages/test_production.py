"""The production page by keys: typed in, shared by a team, corrected, deleted and put back; what is wrong is said."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from app.domain.production_check import PieceForm
from app.models.goods import PiecePrice
from app.services import materials, production, production_view
from app.services.production_entries import PieceRow
from app.ui.desk import Desk
from app.ui.pages.production import DAYS, ITEMS, LIST, WORKERS, ProductionPage
from app.ui.widgets.page import Jump
from app.ui.widgets.span import Span
from app.ui.words import LANGUAGES, Words
from tests.services.locked_runs import lock_slip
from tests.ui.pages.entry_keys import opened, typed
from tests.ui.test_fits import cut_off

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
EMBROIDERY, HEMMING = 911, 912


@pytest.fixture
def page(desk: Desk, qtbot) -> ProductionPage:
    """November on the screen: four entries of 02, of the 23rd and the 24th."""
    return opened(ProductionPage(desk), desk, qtbot)


@pytest.fixture
def heard(page: ProductionPage) -> list[str]:
    """What the status bar was told from now on."""
    said: list[str] = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    return said


def stored(page: ProductionPage) -> tuple[PieceRow, ...]:
    span = page.span
    ctx, shop = page.desk.ctx, page.desk.workshop.workshop_id
    return production_view.production_between(ctx, shop, span.first, span.last).rows


def note(page: ProductionPage, who: str, item: str, good: str) -> None:
    typed(page.line.worker_field, who)
    typed(page.line.item_field, item)
    typed(page.line.quantities["good_milli"], good)
    page.desk.tasks.settle()


def worker(page: ProductionPage, no: str) -> int:
    return next(one.worker_id for one in page._choices.workers if one.no == no)


def team(page: ProductionPage) -> PieceRow:
    """A team of three noted by 20 pieces, and shown."""
    form = PieceForm(
        date(2026, 11, 25), tuple(worker(page, no) for no in ("02", "04", "03")), EMBROIDERY, "", 20_000,
        weights=(7_500, 6_000, 4_250),
    )  # fmt: skip
    row = production.add_pieces(page.desk.ctx, page.desk.workshop.workshop_id, form).row
    page.refresh()
    page.desk.tasks.settle()
    return row


# ------------------------------------------------------------------ typing in


def test_number_initials_digits_and_enter_note_an_entry(page: ProductionPage) -> None:
    page.setFocus()
    note(page, "1", "kbcx", "12.5")
    row = stored(page)[0]
    assert (row.day, row.shares[0].no, row.process_id, row.good_milli) == (date(2026, 11, 25), "01", EMBROIDERY, 12_500)
    assert page.table.model.rows[0] == row
    assert page.line.said.text().startswith("✓ 已记下")
    assert page.line.worker_field.text() == ""
    assert page.line.item is not None


def test_the_next_entry_of_the_same_item_costs_the_number_two_enters_and_the_digits(page: ProductionPage) -> None:
    note(page, "1", "kbcx", "12")
    typed(page.line.worker_field, "ay")
    QTest.keyClick(page.line.item_field, ENTER)
    typed(page.line.quantities["good_milli"], "8")
    page.desk.tasks.settle()
    assert sorted(row.good_milli for row in stored(page) if row.shares[0].no == "01") == [8_000, 12_000]
    assert "已记过 12 件" in page.line.said.text()


def test_rework_and_scraps_are_typed_after_a_tab(page: ProductionPage) -> None:
    line = page.line
    typed(line.worker_field, "01")
    typed(line.item_field, "彝绣挎包·锁边")
    for text, name in zip("3210", line.quantities, strict=True):
        typed(line.quantities[name], text, enter=name == "material_scrap_milli")
    page.desk.tasks.settle()
    row = stored(page)[0]
    made = (row.good_milli, row.rework_milli, row.worker_scrap_milli, row.material_scrap_milli)
    assert (row.process_id, made) == (HEMMING, (3_000, 2_000, 1_000, 0))


def test_numbers_with_commas_make_a_team_with_shares(page: ProductionPage) -> None:
    line = page.line
    typed(line.worker_field, "02,04,03")
    assert [one.no for one in line.team] == ["02", "04", "03"]
    typed(line.item_field, "kbcx")
    typed(line.weights, "7.5:6:4.25", enter=False)
    typed(line.quantities["good_milli"], "20")
    page.desk.tasks.settle()
    row = stored(page)[0]
    assert [(one.no, one.weight_milli) for one in row.shares] == [("02", 7_500), ("04", 6_000), ("03", 4_250)]
    shown = [page.table.model.columns[at].text(row) for at in (1, 9)]
    assert shown == ["3 人合做：02、04、03", "7.5:6:4.25"]


def test_a_team_left_by_tab_is_taken_where_it_is_sure(page: ProductionPage) -> None:
    typed(page.line.worker_field, "02，jk", enter=False)
    typed(page.line.item_field, "kbcx")
    typed(page.line.quantities["good_milli"], "1")
    page.desk.tasks.settle()
    assert "写了两次" in page.line.said.text()


def test_enter_goes_on_and_ctrl_enter_notes_from_anywhere(page: ProductionPage, qtbot) -> None:
    line = page.line
    with qtbot.waitActive(page):
        page.activateWindow()
    typed(line.day, "2026/11/20")
    assert line.worker_field.hasFocus()
    typed(line.worker_field, "01")
    assert line.item_field.hasFocus()
    typed(line.item_field, "kbcx")
    assert line.quantities["good_milli"].hasFocus()
    QTest.keyClicks(line.quantities["good_milli"], "7")
    line.kind.setFocus()
    QTest.keyClick(line.kind, ENTER)
    assert line.weights.hasFocus()
    QTest.keyClick(line.weights, ENTER, CTRL)
    page.desk.tasks.settle()
    assert date(2026, 11, 20) in {row.day for row in stored(page)}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("day", "改天", "看不懂"),
        ("day", "2-30", "没有 2 月 30 日"),
        ("day", "1899-01-01", "早于 2000-01-01"),
        ("day", "2999-01-01", "电脑日期"),
        ("day", "2025-02-01", "不在职"),
        ("good_milli", "两件", "看不懂"),
        ("good_milli", "=cmd()", "看不懂"),
        ("good_milli", "", "至少一样大于 0"),
        ("good_milli", "1000000000000", "最多"),
        ("rework_milli", "-1", "不能为负"),
        ("weights", "1:2", "分摊却写了 2 个"),
        ("weights", "a:b", "看不懂"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    page: ProductionPage, name: str, text: str, said: str
) -> None:
    before = stored(page)
    typed(page.line.worker_field, "01")
    typed(page.line.item_field, "kbcx")
    typed(page.line.quantities["good_milli"], "5", enter=False)
    field = page.line.findChild(QLineEdit, f"line-{name}")
    assert isinstance(field, QLineEdit)
    typed(field, text, enter=False)
    QTest.keyClick(page.line.weights, ENTER, CTRL)
    page.desk.tasks.settle()
    assert said in page.line.said.text()
    bad = [one.objectName() for one in page.line.findChildren(QLineEdit) if one.property("state") == "bad"]
    assert bad == [f"line-{'workers' if said == '不在职' else name}"]
    assert stored(page) == before


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("worker_field", "zzz", "没有找到“zzz”"),
        ("worker_field", "02,99", "没有找到“99”"),
        ("worker_field", "", "请填写工人"),
        ("item_field", "zzz", "没有找到“zzz”"),
    ],
)
def test_nobody_and_nothing_found_is_said(page: ProductionPage, field: str, text: str, said: str) -> None:
    typed(getattr(page.line, field), text)
    assert said in page.line.said.text()


def test_ctrl_enter_without_an_item_asks_for_it(page: ProductionPage) -> None:
    typed(page.line.worker_field, "01")
    QTest.keyClick(page.line.weights, ENTER, CTRL)
    assert "请选择产品和工序" in page.line.said.text()


def test_escape_empties_the_line_but_day_and_item(page: ProductionPage) -> None:
    line = page.line
    typed(line.worker_field, "01")
    typed(line.item_field, "kbcx")
    QTest.keyClicks(line.quantities["good_milli"], "9")
    assert line.unsaved == ("工人", "合格")
    QTest.keyClick(line.quantities["good_milli"], Qt.Key.Key_Escape)
    assert line.unsaved == ()
    assert line.item_field.text() == "彝绣挎包·刺绣"


def test_what_has_no_price_and_a_locked_month_are_said(page: ProductionPage) -> None:
    with page.desk.ctx.database.write("阿依", "test") as session:
        for price in session.query(PiecePrice):
            price.deleted = 1
    lock_slip(page.desk.ctx, page.desk.workshop.workshop_id, worker(page, "01"), "2026-11")
    note(page, "01", "kbcx", "5")
    assert "没有单价" in page.line.said.text()
    assert "锁定后有变化" in page.line.said.text()
    assert "2026-11 工资已锁定" in page.more.text()
    assert page.more.isVisible()
    assert page.strip.shown[4].value == "5"


# ------------------------------------------------------------------ one entry


def open_first(page: ProductionPage) -> None:
    page.table.view.setFocus()
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(page.table.view, ENTER)
    page.desk.tasks.settle()


def test_an_entry_is_corrected_in_the_panel_by_keys(page: ProductionPage) -> None:
    row = team(page)
    open_first(page)
    assert page.editor is not None
    fields = page.editor.fields.editors
    typed(fields["good_milli"], "18", enter=False)
    typed(fields["workers"], "02,04", enter=False)
    typed(fields["weights"], "")
    page.desk.tasks.settle()
    now = next(one for one in stored(page) if one.entry_id == row.entry_id)
    assert (now.good_milli, [(one.no, one.weight_milli) for one in now.shares]) == (
        18_000,
        [("02", 1000), ("04", 1000)],
    )
    assert page.editor.unsaved == ()
    assert page.panel.title.text() == "2026-11-25　2 人合做：02、04"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("workers", "02,99", "没有找到“99”"),
        ("workers", "", "请填写工人"),
        ("weights", "1:2", "分摊却写了 2 个"),
        ("weights", "x", "看不懂"),
        ("day", "2025-01-01", "不在职"),
        ("good_milli", "0", "至少一样"),
        ("good_milli", "1000000000000", "最多"),
    ],
)
def test_what_forbids_a_correction_stands_at_the_field(page: ProductionPage, name: str, text: str, said: str) -> None:
    row = team(page)
    open_first(page)
    assert page.editor is not None
    typed(page.editor.fields.editors[name], text)
    page.desk.tasks.settle()
    at = "workers" if name == "day" else name
    assert said in page.editor.fields.notes[at].text()
    assert row in stored(page)
    page.editor.drop()


def test_delete_and_ctrl_z_take_an_entry_away_and_back(page: ProductionPage, heard: list[str]) -> None:
    row = team(page)
    page.table.view.setFocus()
    page.table.view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(page.table.view, Qt.Key.Key_Delete)
    page.desk.tasks.settle()
    assert row not in stored(page)
    assert any("Ctrl+Z 恢复" in words for words in heard)
    page.undoing.undo()
    page.desk.tasks.settle()
    assert row in stored(page)
    assert heard[-1] == "撤销：删除计件 2026-11-25 02+04+03 刺绣 20"


def test_the_panel_deletes_without_asking_about_what_was_typed(page: ProductionPage) -> None:
    row = team(page)
    open_first(page)
    assert page.editor is not None
    typed(page.editor.fields.editors["good_milli"], "18", enter=False)
    page.editor.delete()
    page.desk.tasks.settle()
    assert row not in stored(page)
    assert not page.panel.isVisible()


# ------------------------------------------------------------------ sums


def test_figures_and_feet_are_the_sums_of_the_month(page: ProductionPage) -> None:
    team(page)
    assert [figure.value for figure in page.strip.shown] == ["68", "–", "–", "3", "–"]
    assert page.table.totals()[:4] == ("合计", "5 笔", "", "68")
    for at, lines in ((DAYS, ["2026-11-25", "2026-11-24", "2026-11-23"]), (ITEMS, ["彝绣挎包·刺绣", "彝绣挎包·锁边"])):
        page.turn(at)
        page.desk.tasks.settle()
        assert [group.name for group in page.groups.model.rows] == lines
        assert page.groups.totals()[-6:-2] == ("68", "–", "–", "–")


def test_a_team_is_shared_out_by_worker_and_opens_their_entries(page: ProductionPage) -> None:
    team(page)
    page.turn(WORKERS)
    page.desk.tasks.settle()
    made = [(group.no, group.teams, group.sums.good_milli) for group in page.groups.model.rows]
    assert made == [("02", 1, 56_451), ("03", 1, 4_789), ("04", 1, 6_760)]
    page.groups.opened.emit(page.groups.model.rows[1])
    page.desk.tasks.settle()
    assert page.tabs.buttons[LIST].isChecked()
    assert [row.team for row in page.table.model.rows] == [True]
    assert page.table.totals()[3] == "20"


def test_the_search_leaves_rows_and_their_own_sums(page: ProductionPage) -> None:
    typed(page.search, "锁边", enter=False)
    assert {row.process for row in page.table.model.rows} == {"锁边"}
    assert page.table.totals()[1] == "2 笔"


def test_months_turn_a_span_is_taken_and_an_empty_page_says_what_to_do(page: ProductionPage) -> None:
    page._stepper.back.click()
    page.desk.tasks.settle()
    assert page.table.model.rows == []
    words = [one.text() for one in page.table.findChildren(QLabel) if one.isVisible()]
    assert any("谁做了哪道工序" in text for text in words)
    page.open_span(Span(date(2026, 10, 1), date(2026, 11, 23)))
    page.desk.tasks.settle()
    assert len(page.table.model.rows) == 2
    page.go_to(Jump("production", at="2026-11-24"))
    page.desk.tasks.settle()
    assert (page.span.title, page.line.day.text()) == ("2026-11", "2026-11-24")
    assert len(page.table.model.rows) == 4


def test_a_span_too_long_is_said_beside_it(page: ProductionPage) -> None:
    page.open_span(Span(date(2010, 1, 1), date(2026, 11, 23)))
    page.desk.tasks.settle()
    assert "最长 10 年" in page.span_row.said.text()


def test_every_field_of_the_line_has_a_name_for_a_screen_reader(page: ProductionPage) -> None:
    for line in (page.line, page.materials.line):
        for field in (*line.findChildren(QLineEdit), *line.findChildren(QComboBox)):
            assert field.accessibleName()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_any_tab_is_cut_off(desk: Desk, qapp: QApplication, qtbot, lang: str) -> None:
    Words(qapp).use(lang)
    materials.save_material(desk.ctx, desk.workshop.workshop_id, "绣线", "卷")
    made = ProductionPage(desk)
    qtbot.addWidget(made)
    made.resize(1218, 740)
    made.show()
    made.refresh()
    found = {}
    for at in range(len(made.tabs.buttons)):
        made.turn(at)
        desk.tasks.settle()
        qapp.processEvents()
        found[at] = list(cut_off(made))
    open_first(made)
    found[-1] = list(cut_off(made))
    assert {at: texts for at, texts in found.items() if texts} == {}
