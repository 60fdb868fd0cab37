"""What typing into the day sheet does: shown at once, on disk before the next key, remembered for undo."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from app.domain.attendance import MarkError
from app.domain.messages import render
from app.services import day_batch, day_edit
from app.services.day import DayRow, DaySheet
from app.services.day_batch import AS_BEFORE, DayNote
from app.services.day_edit import MarkSaved, Saved
from app.services.day_pieces import Item
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.pages.today_deeds import DayDeeds
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.tasks import Job

ON_DISK_SECONDS = 0.5
"""How long a cell that is left waits for the disk; a write takes 5 to 20 ms, unless a longer reading is under way."""


class DayWriter(QObject):
    """Writes cells of the sheet shown. ``put`` is called after a row changed, ``reread`` where a write was refused."""

    def __init__(
        self,
        desk: Desk,
        table: RowsTable[DayRow],
        deeds: DayDeeds,
        put: Callable[[], object],
        reread: Callable[[], object],
    ) -> None:
        super().__init__(table)
        self._desk, self._table, self._deeds = desk, table, deeds
        self._changed, self._reread = put, reread
        self.sheet: DaySheet | None = None

    @property
    def day(self) -> date:
        """The day that is written to."""
        return self.sheet.day if self.sheet is not None else self._desk.ctx.today()

    def mark(self, row: DayRow, typed: str) -> bool:
        """Note a mark as typed; False, and said, where it is none."""
        text = rows.meant_mark(row, typed)
        try:
            noted = rows.with_mark(row, text)
        except MarkError as fault:
            self._desk.say(render(f"book_{fault.code}", {"value": text}, self._desk.lang), Tone.BAD)
            return False
        if noted.mark == row.mark:
            return True
        self._put(noted)
        note, day = partial(self._deeds.note, self.day), self.day

        def saved(answer: MarkSaved) -> None:
            note(answer.saved)

        self._on_disk(
            self._desk.do(
                "day", day_edit.set_mark, day, row.worker_id, text, then=saved, failed=self.refused, owner=self
            )
        )
        return True

    def pieces(self, at: int) -> Callable[[DayRow, str], bool]:
        """What writes the item column at a place."""
        return lambda row, typed: self._write_pieces(at, row, typed)

    def as_before(self, row: DayRow) -> bool:
        """Note what the worker did on his last day, where nothing is noted yet; whether there was anything."""
        mark = row.suggestion if not row.mark and row.suggestion else None
        after = rows.with_mark(row, mark) if mark else row
        places = {column.item: at for at, column in enumerate(self.sheet.columns)} if self.sheet else {}
        pieces = () if rows.is_away(after) else tuple(_empty(row, places))
        if mark is None and not pieces:
            return False
        for item, milli in pieces:
            after = rows.with_pieces(after, places[item], milli) if item in places else after
        self._put(after)
        self.note([DayNote(row.worker_id, mark, pieces)], AS_BEFORE)
        return True

    def note(self, notes: list[DayNote], action: str, then: Callable[[], object] | None = None) -> None:
        """Note several cells in one transaction."""
        day = self.day

        def saved(answer: Saved) -> None:
            self._deeds.note(day, answer)
            if then is not None:
                then()

        self._on_disk(
            self._desk.do("day", day_batch.note_day, day, notes, action, then=saved, failed=self.refused, owner=self)
        )

    def refused(self, fault: Exception) -> None:
        """Say why something was not written, and show what is."""
        self._desk.say_fault(fault)
        self._reread()

    def _write_pieces(self, at: int, row: DayRow, typed: str) -> bool:
        if self.sheet is None:
            return False
        try:
            milli = rows.read_pieces(typed)
        except ValueError:
            self._desk.say(render("pieces_not_read", {}, self._desk.lang), Tone.BAD)
            return False
        if milli == row.cells[at].good_milli:
            return True
        self._put(rows.with_pieces(row, at, milli))
        item, note = self.sheet.columns[at].item, partial(self._deeds.note, self.day)
        self._on_disk(
            self._desk.do(
                "day",
                day_edit.set_pieces,
                self.day,
                row.worker_id,
                item,
                milli,
                then=note,
                failed=self.refused,
                owner=self,
            )
        )
        return True

    def _put(self, row: DayRow) -> None:
        model = self._table.model
        at = next(at for at, old in enumerate(model.rows) if old.worker_id == row.worker_id)
        model.put_row(at, row)
        self._changed()

    def _on_disk(self, job: Job) -> None:
        """A cell that is left is on disk before anything else is typed."""
        job.wait(ON_DISK_SECONDS)


def _empty(row: DayRow, places: dict[Item, int]) -> list[tuple[Item, int]]:
    """The pieces of the last day whose cells hold nothing yet."""
    return [
        (item, milli)
        for item, milli in row.before
        if (not row.cells[places[item]].entries if item in places else not row.other_milli)
    ]
