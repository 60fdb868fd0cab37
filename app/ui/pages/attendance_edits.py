"""What is done to the month of attendance: cells and ranges written, filled, copied, pasted, taken back, done again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.month_marks import CellChange, MarkChange, RefusedMark, checked
from app.domain.rectangle import read_rectangle, write_rectangle
from app.domain.refusal import Refusal
from app.services import month_sheet, undo
from app.services.day_edit import Saved
from app.services.month_sheet import MarksRefusedError, MarksSaved
from app.ui.desk import Desk
from app.ui.pages import attendance_rows as texts
from app.ui.pages.attendance_grid import Area, MonthTable
from app.ui.pages.attendance_rows import Act, MonthState
from app.ui.tables.columns import Tone
from app.ui.words import translate

_MOST_ACTS = 200
_GONE = frozenset({"undo_gone", "undo_not_own"})
"""Refusals after which an act can never be taken back."""


class MonthEdits(QObject):
    """The acts of one month table, each one transaction.

    ``wrote`` carries None: the sums are other now. ``refused`` carries the RefusedMarks of a range nothing was written
    of. ``stale`` carries the Act that was taken back or done again, or None: the month is to be read again. ``acted``
    carries None: ``done`` or ``undone`` is other now.
    """

    wrote = Signal(object)
    refused = Signal(object)
    stale = Signal(object)
    acted = Signal(object)

    def __init__(self, desk: Desk, table: MonthTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self.done: list[Act] = []
        self.undone: list[Act] = []

    # ---------------------------------------------------------------- writing

    def write_cell(self, row: int, day: int, typed: str) -> bool:
        """Write what was typed into one cell; False where it cannot be taken."""
        state = self._state()
        worker_id, date = self._table.model.shown[row], state.sheet.days[day]
        text = texts.meant(self._table.model.mark_at(row, day), typed)
        return self.write([MarkChange(worker_id, date, text)])

    def refusal_of(self, row: int, day: int, typed: str) -> RefusedMark | None:
        """Why what was typed into a cell cannot be taken."""
        state = self._state()
        text = texts.meant(self._table.model.mark_at(row, day), typed)
        change = MarkChange(self._table.model.shown[row], state.sheet.days[day], text)
        return next(iter(checked([change], state.people)[1]), None)

    def write(self, changes: Sequence[MarkChange]) -> bool:
        """Show and write cells, all or none; False where one of them cannot be taken."""
        state = self._state()
        cells, bad = checked(changes, state.people)
        if bad:
            self.refused.emit(bad)
            return False
        self._put(tuple(cell for cell in cells if self._says(cell) != cell.mark))
        return True

    def write_range(self, typed: str) -> None:
        """Write the same into every selected cell inside the employment."""
        area = self._table.grid.area()
        if area is not None:
            model = self._table.model
            cells = [(row, day, texts.meant(model.mark_at(row, day), typed)) for row in area.rows for day in area.days]
            self._fill(cells)

    # ---------------------------------------------------------------- filling

    def fill_down(self) -> None:
        """The first row's marks for the rows below it; of one row for the next worker, and stand there."""
        self._table.grid.commit()
        area = self._table.grid.area()
        if area is None:
            return
        last = area.bottom if len(area.rows) > 1 else min(area.bottom + 1, len(self._table.model.shown) - 1)
        below = range(area.top + 1, last + 1)
        self._fill([(row, day, self._text(area.top, day)) for row in below for day in area.days])
        if len(area.rows) == 1 and below:
            self._table.stand(last, area.left)

    def fill_right(self) -> None:
        """The first day's marks for the days after it; of one day for the next day, and stand there."""
        self._table.grid.commit()
        area = self._table.grid.area()
        if area is None:
            return
        last = area.right if len(area.days) > 1 else min(area.right + 1, self._table.model.days - 1)
        after = range(area.left + 1, last + 1)
        self._fill([(row, day, self._text(row, area.left)) for row in area.rows for day in after])
        if len(area.days) == 1 and after:
            self._table.stand(area.top, last)

    def fill_calendar(self) -> None:
        """Empty cells of the selection as the calendar and each worker's last working day have it."""
        self._table.grid.commit()
        area = self._table.grid.area()
        if area is None:
            return
        rows = [self._table.model.row_at(row) for row in area.rows]
        changes = texts.filled(rows, self._state().sheet, area.days)
        if not changes:
            self._desk.say(translate("Attendance", "选中的格子里没有可以填的空格。"), Tone.QUIET)
        self.write(changes)

    # ---------------------------------------------------------------- clipboard

    def copy(self) -> None:
        """The selected cells as a spreadsheet takes them."""
        area = self._table.grid.area()
        if area is None:
            return
        QGuiApplication.clipboard().setText(
            write_rectangle([[self._text(row, day) for day in area.days] for row in area.rows])
        )
        words = translate("Attendance", "已复制 {rows} 行 {columns} 列。")
        self._desk.say(words.format(rows=len(area.rows), columns=len(area.days)), Tone.QUIET)

    def paste(self) -> None:
        """A rectangle from a spreadsheet, from the first selected cell on; one value fills the whole selection."""
        self._table.grid.commit()
        area = self._table.grid.area()
        if area is None:
            self._desk.say(translate("Attendance", "先站到某一天的格子里再粘贴。"), Tone.BAD)
            return
        try:
            rectangle = read_rectangle(QGuiApplication.clipboard().text())
            self._paste(rectangle, area)
        except Refusal as refusal:
            self._desk.say_fault(refusal)

    def _paste(self, rectangle: tuple[tuple[str, ...], ...], area: Area) -> None:
        if not rectangle:
            self._desk.say(translate("Attendance", "剪贴板里没有文字。"), Tone.QUIET)
            return
        rows, columns = len(rectangle), len(rectangle[0])
        if rows == columns == 1 and not area.single:
            self.write_range(rectangle[0][0].strip())
            return
        model, state = self._table.model, self._state()
        room = (len(model.shown) - area.top, model.days - area.left)
        if rows > room[0] or columns > room[1]:
            raise Refusal("paste_outside", rows=rows, columns=columns, room_rows=room[0], room_columns=room[1])
        self.write(
            [
                MarkChange(model.shown[area.top + row], state.sheet.days[area.left + day], text)
                for row, line in enumerate(rectangle)
                for day, text in enumerate(line)
            ]
        )

    # ---------------------------------------------------------------- taking back

    def undo(self) -> None:
        """Take the last act back, once everything typed before is written."""
        self._table.grid.commit()
        nothing = translate("Attendance", "没有可以撤销的修改。")
        self._when_written(lambda: self._turn(self.done, self.undone, translate("Attendance", "已撤销"), nothing))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._table.grid.commit()
        nothing = translate("Attendance", "没有可以重做的修改。")
        self._when_written(lambda: self._turn(self.undone, self.done, translate("Attendance", "已重做"), nothing))

    def _turn(self, source: list[Act], target: list[Act], title: str, nothing: str) -> None:
        if not source:
            self._desk.say(nothing, Tone.QUIET)
            return
        act = source.pop()

        def turned(saved: Saved) -> None:
            target.append(Act(saved, act.changed))
            self.acted.emit(None)
            self._desk.changed.emit("day")
            self.stale.emit(act)
            self._desk.say(f"{title}: {texts.act_words(act.changed)}", Tone.GOOD)

        def refused(fault: Exception) -> None:
            if not (isinstance(fault, Refusal) and fault.code in _GONE):
                source.append(act)
            self.acted.emit(None)
            self._failed(fault)

        ctx, back = self._desk.ctx, act.saved
        self._desk.tasks.run(lambda: undo.undo(ctx, back), turned, failed=refused, owner=self)

    def _when_written(self, act: Callable[[], None]) -> None:
        self._desk.tasks.run(lambda: None, lambda _: act(), owner=self)

    # ---------------------------------------------------------------- inside

    def _fill(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Write cells by row, day and text; those outside the employment are left out, and that is said."""
        model, state = self._table.model, self._state()
        inside = [one for one in cells if model.row_at(one[0]).inside[one[1]]]
        changes = [MarkChange(model.shown[row], state.sheet.days[day], text) for row, day, text in inside]
        if self.write(changes) and len(inside) < len(cells):
            words = translate("Attendance", "{count} 格不在职，没有填。")
            self._desk.say(words.format(count=len(cells) - len(inside)), Tone.WARN)

    def _put(self, cells: tuple[CellChange, ...]) -> None:
        if not cells:
            return
        self._state().put(cells)
        self._table.touch(cells)
        self.wrote.emit(None)
        changes = [MarkChange(cell.worker_id, cell.day, texts.shown_mark(cell.mark)) for cell in cells]
        self._desk.do(
            "day",
            month_sheet.set_marks,
            changes,
            then=self._noted,
            failed=self._failed,
            title=translate("Attendance", "写入考勤"),
            owner=self,
        )

    def _noted(self, answer: MarksSaved) -> None:
        if not answer.changed:
            return
        self.done.append(Act(answer.saved, answer.changed))
        del self.done[:-_MOST_ACTS]
        self.undone.clear()
        self.acted.emit(None)
        if len(answer.changed) > 1:
            words = translate("Attendance", "已保存 {what}").format(what=texts.act_words(answer.changed))
            self._desk.say(words, Tone.GOOD)

    def _failed(self, fault: Exception) -> None:
        """What is shown may not be what is stored: say why, and read it again."""
        self._desk.say_fault(fault)
        if isinstance(fault, MarksRefusedError):
            self.refused.emit(fault.refused)
        self.stale.emit(None)

    def _state(self) -> MonthState:
        state = self._table.model.state
        if state is None:
            raise Refusal("month_unreadable", text="")
        return state

    def _says(self, cell: CellChange) -> object:
        row = self._state().rows[cell.worker_id]
        return row.marks[cell.day.day - 1]

    def _text(self, row: int, day: int) -> str:
        return texts.shown_mark(self._table.model.mark_at(row, day))
