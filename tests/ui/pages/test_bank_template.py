"""Bank files in the window: presets to read, a copy to edit, errors at their place, the preview, the file written."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from sqlalchemy import update

from app.models.people import Worker
from app.services import bank_templates, day_edit, payroll_life
from app.services.people import list_workers
from app.ui.desk import Desk
from app.ui.pages.bank_template import BankFilesDialog, open_bank_files
from app.ui.tables.model import EDIT
from tests.ui.leaving import DROP, GO_ON, answered, close_dropping

MONTH = "2026-11"


@pytest.fixture
def dialog(desk: Desk, qtbot) -> BankFilesDialog:
    made = open_bank_files(desk, MONTH)
    qtbot.addWidget(made, before_close_func=close_dropping)
    desk.tasks.settle()
    return made


@pytest.fixture
def copied(dialog: BankFilesDialog) -> BankFilesDialog:
    """Standing on an own copy of the fixed-width preset."""
    stand_on(dialog, "fixed-80")
    press(dialog, "copy-template")
    return dialog


def press(dialog: BankFilesDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    dialog._desk.tasks.settle()


def stand_on(dialog: BankFilesDialog, key: str) -> None:
    at = next(at for at, row in enumerate(dialog.list.model.rows) if row.key == key)
    dialog.list.view.setCurrentIndex(dialog.list.model.index(at, 0))
    dialog._desk.tasks.settle()


def write(dialog: BankFilesDialog, row: int, column: int, text: str) -> None:
    model = dialog.columns.table.model
    model.setData(model.index(row, column), text, EDIT)
    dialog._desk.tasks.settle()


def own(dialog: BankFilesDialog) -> list[bank_templates.TemplateRow]:
    desk = dialog._desk
    rows = bank_templates.templates(desk.ctx, desk.workshop.workshop_id)
    return [row for row in rows if not row.is_preset]


def test_a_preset_is_shown_and_cannot_be_changed(dialog: BankFilesDialog) -> None:
    assert len(dialog.list.model.rows) == 5
    assert not dialog.options.isEnabled()
    assert not dialog.findChild(QPushButton, "add-column").isEnabled()
    assert "样子" in dialog.message.text()
    assert not dialog.write_button.isEnabled()
    assert dialog.preview.shown.records


def test_a_copy_is_edited_in_place_and_saved(copied: BankFilesDialog) -> None:
    write(copied, 3, 3, "30")
    (row,) = own(copied)
    assert (row.name, row.template.columns[3].width) == ("定长 80 字节，首尾记录 副本", 30)
    assert sum(cell.size for cell in copied.preview.shown.records[1]) == 86


def test_a_width_nobody_can_write_in_is_said_and_not_saved(copied: BankFilesDialog) -> None:
    write(copied, 3, 3, "0")
    assert "宽度" in copied.columns.note.text()
    assert "1 处要改" in copied.message.text()
    assert own(copied)[0].template.columns[3].width == 24
    write(copied, 3, 3, "wide")
    assert "数字" in copied.columns.note.text()


def test_a_column_is_added_moved_and_removed_by_keys(copied: BankFilesDialog) -> None:
    view = copied.columns.table.view
    view.setFocus()
    view.setCurrentIndex(copied.columns.table.model.index(5, 2))
    QTest.keyClick(view, Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    copied._desk.tasks.settle()
    assert [column.field.value for column in own(copied)[0].template.columns][5:] == ["remark", "constant"]
    QTest.keyClick(view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    copied._desk.tasks.settle()
    assert len(own(copied)[0].template.columns) == 6


def test_what_a_column_holds_is_chosen_from_a_list(copied: BankFilesDialog) -> None:
    view = copied.columns.table.view
    view.setCurrentIndex(copied.columns.table.model.index(3, 1))
    view.edit(view.currentIndex())
    box = view.findChild(QComboBox)
    assert "笔数" not in [box.itemText(at) for at in range(box.count())]
    box.setCurrentText("编号")
    box.activated.emit(box.currentIndex())
    copied._desk.tasks.settle()
    assert own(copied)[0].template.columns[3].field.value == "no"


def test_a_setting_that_cannot_be_stands_at_its_field(dialog: BankFilesDialog) -> None:
    press(dialog, "copy-template")
    field = dialog.options.editors["delimiter"]
    field.setText("9")
    field.setModified(True)
    field.editingFinished.emit()
    dialog._desk.tasks.settle()
    assert field.property("state") == "bad"
    assert "分隔符" in dialog.options.notes["delimiter"].text()
    assert own(dialog)[0].template.delimiter == ","


def test_enter_in_a_field_saves_it_and_presses_nothing(copied: BankFilesDialog) -> None:
    field = copied.options.editors["file_name"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "A{date}.txt")
    QTest.keyClick(field, Qt.Key.Key_Return)
    copied._desk.tasks.settle()
    assert [(row.template.file_name, len(row.template.columns)) for row in own(copied)] == [("A{date}.txt", 6)]
    assert copied.isVisible()


def test_a_tab_divides_by_its_word(dialog: BankFilesDialog) -> None:
    press(dialog, "copy-template")
    field = dialog.options.editors["delimiter"]
    field.setText("TAB")
    field.setModified(True)
    field.editingFinished.emit()
    dialog._desk.tasks.settle()
    assert own(dialog)[0].template.delimiter == "\t"
    assert dialog.preview.shown.divider == "\t"


def test_a_template_is_exported_imported_and_deleted(copied: BankFilesDialog, tmp_path: Path) -> None:
    copied.choose_save = lambda *_: str(tmp_path / "t.json")
    press(copied, "export-template")
    copied.choose_open = lambda: str(tmp_path / "t.json")
    press(copied, "import-template")
    assert copied.row.name.endswith("副本 2")
    copied._delete()
    copied._desk.tasks.settle()
    assert [row.name[-2:] for row in own(copied)] == ["副本"]


# ---------------------------------------------------------------- a locked month


@pytest.fixture
def locked(desk: Desk) -> Desk:
    """November locked, the first two workers with a bank."""
    shop = desk.workshop.workshop_id
    rows = list_workers(desk.ctx, shop, MONTH)
    with desk.ctx.database.write("阿依", "test") as session:
        for row, account in zip(rows[:2], ("0000034438411129235", "6228480402564890018"), strict=True):
            values = {"bank": "农村信用社", "account": account}
            session.execute(update(Worker).where(Worker.id == row.worker_id).values(**values))
        session.execute(update(Worker).values(left_on="2026-11-24"))
    fill_days(desk, rows)
    payroll_life.lock(desk.ctx, shop, MONTH)
    return desk


def fill_days(desk: Desk, rows: list) -> None:
    for day in (date(2026, 11, number) for number in range(1, 25)):
        for row in rows[:3] if day.weekday() < 5 else ():
            day_edit.set_mark(desk.ctx, desk.workshop.workshop_id, day, row.worker_id, "√")


def test_a_locked_month_is_written(locked: Desk, qtbot, tmp_path: Path) -> None:
    dialog = open_bank_files(locked, MONTH)
    qtbot.addWidget(dialog)
    locked.tasks.settle()
    assert "可以写出" in dialog.message.text(), dialog.message.text()
    assert "未列入" in dialog.sums.text()
    dialog.choose_save = lambda name, _: str(tmp_path / name)
    press(dialog, "write-file")
    assert "不是发放" in dialog.message.text()
    (file,) = tmp_path.glob("*.csv")
    assert "0000034438411129235" in file.read_text(encoding="utf-8-sig")
    assert "***************9235" in dialog.preview.accessibleDescription()


# ---------------------------------------------------------------- closing


def wrong_divider(dialog: BankFilesDialog) -> None:
    """An own copy of the first preset with a divider that cannot be, still being typed."""
    press(dialog, "copy-template")
    field = dialog.options.editors["delimiter"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "9")


def test_what_cannot_be_saved_is_asked_about_before_closing(dialog: BankFilesDialog) -> None:
    wrong_divider(dialog)
    with answered(*GO_ON) as said:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert said == ["还不能保存，要先改对：分隔符。"]
    assert dialog.isVisible()
    assert dialog.options.editors["delimiter"].text() == "9"
    assert "分隔符" in dialog.options.notes["delimiter"].text()
    with answered(*DROP):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert own(dialog)[0].template.delimiter == ","


def test_what_is_still_being_typed_and_can_be_saved_is_saved_at_closing(copied: BankFilesDialog) -> None:
    field = copied.options.editors["file_name"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "B{date}.txt")
    with answered(*GO_ON) as said:
        QTest.keyClick(copied, Qt.Key.Key_Escape)
    assert (said, copied.isVisible()) == ([], False)
    assert own(copied)[0].template.file_name == "B{date}.txt"


def test_a_column_that_cannot_be_is_asked_about_before_another_template(copied: BankFilesDialog) -> None:
    write(copied, 3, 3, "0")
    row = copied.row
    with answered(*GO_ON) as said:
        stand_on(copied, "fixed-80")
    assert said == ["还不能保存，要先改对：列。"]
    assert copied.row is row
    assert copied.list.current() == row
    with answered(*DROP):
        stand_on(copied, "fixed-80")
    assert copied.row.key == "fixed-80"


def test_edits_that_were_saved_are_not_asked_about(copied: BankFilesDialog) -> None:
    write(copied, 3, 3, "30")
    with answered(*GO_ON) as said:
        stand_on(copied, "fixed-80")
        QTest.keyClick(copied, Qt.Key.Key_Escape)
    assert (said, copied.isVisible()) == ([], False)
