"""What stands in the month of attendance, on disk and in the window; the keys pressed there."""

from PySide6.QtCore import Qt

from app.services import month_sheet
from app.ui.pages import attendance_rows as rows
from app.ui.pages.attendance import AttendancePage

MONTH = "2026-11"
BEFORE = {("01", 23): "√", ("01", 24): "√"}
"""The small workshop's November as it begins: by number and day."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right
UNDO, REDO = (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Y, CONTROL)
COPY, PASTE = (Qt.Key.Key_C, CONTROL), (Qt.Key.Key_V, CONTROL)
FILL_DOWN, FILL_RIGHT = (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_R, CONTROL)


def stored(page: AttendancePage, month: str = MONTH) -> dict[tuple[str, int], str]:
    """The marks on disk by number and day."""
    sheet = month_sheet.month_sheet(page.desk.ctx, page.desk.workshop.workshop_id, month)
    return {
        (row.spell.no, at): rows.shown_mark(mark)
        for row in sheet.rows
        for at, mark in enumerate(row.marks, 1)
        if mark is not None
    }


def shown(page: AttendancePage) -> dict[tuple[str, int], str]:
    """The marks in the window by number and day."""
    model = page.model
    cells = {
        (model.row_at(row).spell.no, day + 1): model.text_at(row, day)
        for row in range(model.rowCount())
        for day in range(model.days)
    }
    return {place: text for place, text in cells.items() if text}
