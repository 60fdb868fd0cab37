"""What a pasted text would note on the day sheet: cell by cell, and what is not understood. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.attendance import MarkError
from app.domain.day_message import Line, Person, plain_rectangle, read_message
from app.domain.message_rest import Fault, Thing
from app.domain.messages import render
from app.services.day import DayRow, DaySheet
from app.services.day_batch import DayNote
from app.services.day_pieces import Item
from app.ui.pages import today_rows as sheet_rows
from app.ui.words import translate


@dataclass(frozen=True)
class PastedCell:
    """A cell that would be written; ``item`` None for the mark, ``milli`` its pieces."""

    row: DayRow
    item: Item | None
    what: str
    before: str
    after: str
    milli: int = 0


@dataclass(frozen=True)
class PastedFault:
    """What would not be noted: the line as pasted, and why (a message's code and parameters)."""

    quoted: str
    fault: Fault

    def words(self, lang: str) -> str:
        """Both in one sentence."""
        why = render(self.fault.kind, dict(self.fault.params), lang)
        return translate("Today", "“{line}”：{why}").format(line=self.quoted, why=why) if self.quoted else why


@dataclass(frozen=True)
class Pasted:
    """All of a pasted text: what would be noted, and what would not."""

    cells: tuple[PastedCell, ...]
    faults: tuple[PastedFault, ...]

    def notes(self) -> tuple[DayNote, ...]:
        """What one transaction is to note."""
        workers = dict.fromkeys(cell.row.worker_id for cell in self.cells)
        return tuple(self._note([cell for cell in self.cells if cell.row.worker_id == key]) for key in workers)

    def _note(self, cells: Sequence[PastedCell]) -> DayNote:
        mark = next((cell.after for cell in cells if cell.item is None), None)
        pieces = tuple((cell.item, cell.milli) for cell in cells if cell.item is not None)
        return DayNote(cells[0].row.worker_id, mark, pieces)


def pasted(text: str, sheet: DaySheet, rows: Sequence[DayRow], place: tuple[int, int]) -> Pasted:
    """What a text would note: a rectangle of values from a place of the sheet on, else lines that name the workers.

    ``rows`` are those shown, as they are now. Refuses ``paste_too_large`` and ``paste_unreadable``.
    """
    values = plain_rectangle(text)
    maker = _Maker(sheet, rows)
    if values is not None:
        maker.rectangle(values, place)
    else:
        maker.message(text)
    return Pasted(tuple(maker.cells), tuple(maker.faults))


class _Maker:
    """Collects cells and faults."""

    def __init__(self, sheet: DaySheet, rows: Sequence[DayRow]) -> None:
        self._sheet, self._rows = sheet, rows
        self._columns = {column.item: at for at, column in enumerate(sheet.columns)}
        self.cells: list[PastedCell] = []
        self.faults: list[PastedFault] = []

    def message(self, text: str) -> None:
        """Lines of a chat, or rows that begin with a name."""
        places = {row.item: at for at, row in enumerate(self._sheet.items)}
        people = [
            Person(row.worker_id, row.no, row.name, tuple(places[item] for item, _ in row.before if item in places))
            for row in self._sheet.rows
        ]
        things = [Thing(row.product, row.process, row.item.grade) for row in self._sheet.items]
        now = {row.worker_id: row for row in self._rows}
        for line in read_message(text, people, things, self._sheet.day):
            self.faults += [PastedFault(line.text, fault) for fault in line.faults]
            if line.worker is not None and line.worker in now:
                self._line(line, now[line.worker])

    def rectangle(self, values: Sequence[Sequence[str]], place: tuple[int, int]) -> None:
        """Values one below another from a cell on, into the columns that can be typed into."""
        first, column = place
        takers = [sheet_rows.MARK_COLUMN, *(sheet_rows.FIRST_ITEM + at for at in range(len(self._sheet.columns)))]
        takers = [at for at in takers if at >= column]
        for at, line in enumerate(values):
            quoted = " ".join(filter(None, line))
            if first + at >= len(self._rows) or any(line[len(takers) :]):
                self.faults.append(PastedFault("", Fault("message_no_room", {"row": at + 1, "text": quoted})))
                continue
            for to, value in zip(takers, line, strict=False):
                self._value(self._rows[first + at], to, value)

    def _value(self, row: DayRow, column: int, value: str) -> None:
        if not value:
            return
        if column == sheet_rows.MARK_COLUMN:
            self._mark(row, value, value)
            return
        at = column - sheet_rows.FIRST_ITEM
        try:
            milli = sheet_rows.read_pieces(value)
        except ValueError:
            self.faults.append(PastedFault(f"{row.name} {value}", Fault("pieces_not_read", {})))
            return
        self._pieces(row, self._sheet.columns[at].item, milli)

    def _line(self, line: Line, row: DayRow) -> None:
        if line.mark:
            self._mark(row, line.mark, line.text)
        for place, milli in line.pieces:
            self._pieces(row, self._sheet.items[place].item, milli)

    def _mark(self, row: DayRow, typed: str, quoted: str) -> None:
        text = sheet_rows.meant_mark(row, typed)
        try:
            mark = sheet_rows.with_mark(row, text).mark
        except MarkError as error:
            self.faults.append(PastedFault(quoted, Fault(f"book_{error.code}", {"value": text})))
            return
        if mark != row.mark:
            self.cells.append(PastedCell(row, None, translate("Today", "出勤"), row.mark, mark))

    def _pieces(self, row: DayRow, item: Item, milli: int) -> None:
        title = next(one for one in self._sheet.items if one.item == item)
        what = f"{title.process} {item.grade}".strip()
        at = self._columns.get(item)
        cell = row.cells[at] if at is not None else None
        if cell is not None and cell.entries > 1:
            fault = Fault("message_cell_several", {"name": row.name, "item": what})
            self.faults.append(PastedFault("", fault))
        elif cell is None or cell.good_milli != milli:
            before = sheet_rows.pieces_text(cell.good_milli if cell else 0)
            self.cells.append(PastedCell(row, item, what, before, sheet_rows.pieces_text(milli), milli))
