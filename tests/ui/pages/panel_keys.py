"""Working a record sheet by real key events, as a person without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.widgets.record_sheet import RecordSheet


def press(desk: Desk, parent: QWidget, name: str) -> None:
    """Space on a button."""
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    desk.tasks.settle()


def fill(sheet: RecordSheet, **values: str) -> None:
    """Type into the fields of the open form, choices by the arrow key."""
    assert sheet.form is not None
    for name, text in values.items():
        editor = sheet.form.editors[name]
        editor.setFocus()
        if isinstance(editor, QComboBox):
            QTest.keyClick(editor, Qt.Key.Key_Home)
            for _ in range(editor.findText(text)):
                QTest.keyClick(editor, Qt.Key.Key_Down)
            assert editor.currentText() == text
        else:
            QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            type_text(editor, text)


def enter(desk: Desk, sheet: RecordSheet, name: str) -> None:
    """Enter in a field of the open form: it is saved."""
    assert sheet.form is not None
    QTest.keyClick(sheet.form.editors[name], Qt.Key.Key_Return)
    desk.tasks.settle()


def open_row(desk: Desk, sheet: RecordSheet, at: int) -> None:
    """Enter on a row of the table: its form opens."""
    view = sheet.table.view
    view.setFocus()
    view.setCurrentIndex(sheet.table.model.index(at, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    desk.tasks.settle()


def shown(sheet: RecordSheet) -> list[list[str]]:
    """What the table shows."""
    model = sheet.table.model
    return [[model.index(row, at).data() for at in range(len(model.columns))] for row in range(len(model.rows))]


def notes(sheet: RecordSheet) -> dict[str, str]:
    """What stands at the fields of the open form."""
    assert sheet.form is not None
    return {name: note.text() for name, note in sheet.form.notes.items() if note.isVisible()}
