"""A record sheet: what it says at fields and below its table, what cannot be opened, and where the keyboard goes."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.services.pay_records import PaySaved
from app.ui.desk import Desk
from app.ui.tables.columns import Column
from app.ui.widgets.form import Field
from app.ui.widgets.record_sheet import MOST_ROWS, Call, RecordSheet, Sheet, field_notes


@dataclass(frozen=True)
class Row:
    """A record of the test."""

    name: str


class Records:
    """Records kept in a list, behind functions of a service's shape."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def read(self, _ctx: object, _shop: int) -> list[Row]:
        return [Row(name) for name in self.names]

    def save(self, _ctx: object, _shop: int, old: str | None, name: str) -> PaySaved:
        if not name:
            raise FieldRefusal([FieldNote("plan_name_empty", "name", True)])
        self.names = [each for each in self.names if each != old] + [name]
        return PaySaved((FieldNote("plan_damage_cap", "name", False),) if name == "told" else ())

    def withdraw(self, _ctx: object, _shop: int, name: str) -> PaySaved:
        if name == "kept":
            raise Refusal("settings_last", column="name")
        self.names.remove(name)
        return PaySaved()


@pytest.fixture
def make(desk: Desk, qtbot):
    """A sheet on some records."""

    def made(*names: str) -> RecordSheet[Row]:
        records = Records(*names)
        sheet: RecordSheet[Row] = RecordSheet(
            desk,
            Sheet(
                name="test",
                title="Records",
                add="Add",
                empty="None yet",
                read=Call(records.read),
                columns=[Column("Name", 100, lambda row: row.name, stretch=True)],
                rows=lambda found: found,
                fields=lambda _: [Field("name", "Name")],
                values=lambda row: {"name": row.name if row else ""},
                save=lambda row, values: Call(records.save, (row.name if row else None, values["name"])),
                withdraw=lambda row: Call(records.withdraw, (row.name,)),
                editable=lambda row: row.name != "shown",
                foot=lambda found: f"{len(found)} in all" if found else "",
            ),
        )
        qtbot.addWidget(sheet)
        sheet.resize(400, 600)
        sheet.show()
        desk.tasks.settle()
        return sheet

    return made


def press(desk: Desk, sheet: RecordSheet, name: str) -> None:
    """Space on a button of the sheet."""
    button = sheet.findChild(QPushButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    desk.tasks.settle()


def test_without_records_it_says_what_belongs_here(make) -> None:
    sheet = make()
    assert not sheet.table.isVisible()
    assert sheet._empty.isVisible()
    assert not sheet._foot.isVisible()


def test_many_records_scroll(make) -> None:
    few, many = make(*"abcdef"), make(*"abcdefghijkl")
    assert len(few.table.model.rows) == MOST_ROWS
    assert few.table.height() == many.table.height()
    assert many._foot.text() == "12 in all"


def test_what_was_said_stands_below_until_the_next_is_saved(make, desk: Desk) -> None:
    sheet = make()
    for name, said in (("told", True), ("b", False)):
        sheet.edit(None)
        QTest.keyClicks(sheet.form.editors["name"], name)
        QTest.keyClick(sheet.form.editors["name"], Qt.Key.Key_Return)
        desk.tasks.settle()
        assert sheet.said.isVisible() is said
    assert [row.name for row in sheet.table.model.rows] == ["told", "b"]


def test_a_refusal_keeps_the_form_and_what_was_typed(make, desk: Desk) -> None:
    sheet = make()
    sheet.edit(None)
    sheet.save()
    desk.tasks.settle()
    assert sheet.form.notes["name"].isVisible()
    assert sheet.form.editors["name"].property("state") == "bad"


def test_a_record_that_stays_says_why(make, desk: Desk) -> None:
    sheet = make("kept", "gone")
    sheet.edit(Row("kept"))
    press(desk, sheet, "test-withdraw")
    assert sheet.form.notes["name"].isVisible()
    sheet.edit(Row("gone"))
    press(desk, sheet, "test-withdraw")
    assert [row.name for row in sheet.table.model.rows] == ["kept"]


def test_what_is_only_shown_is_not_opened(make) -> None:
    sheet = make("shown")
    sheet.edit(Row("shown"))
    assert sheet.form is None


def test_cancel_goes_back_to_the_table(make, desk: Desk) -> None:
    sheet = make("a")
    sheet.edit(None)
    press(desk, sheet, "test-cancel")
    assert sheet.form is None
    assert sheet.window().focusWidget() is sheet.table.view


def test_a_new_record_cannot_be_withdrawn(make) -> None:
    sheet = make("a")
    sheet.edit(None)
    assert sheet.findChild(QPushButton, "test-withdraw") is None


@pytest.mark.parametrize(
    ("fault", "fields"),
    [
        (Refusal("settings_last", column="valid_from"), ["valid_from"]),
        (Refusal("database_busy"), []),
        (OSError("disk"), []),
    ],
)
def test_only_a_refusal_that_names_a_field_stands_there(fault, fields) -> None:
    assert [note.name for note in field_notes(fault, "en")] == fields
