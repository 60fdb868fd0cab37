"""Keeps count of what becomes of each row of a book, and says which records stay as they stand."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.messages.columns import column_title
from app.domain.messages.text import Twofold, listing
from app.services.importing.people import People
from app.services.importing.records import MAIN_TABLE, TITLES, Values, Wanted
from app.services.importing.result import SheetCount
from app.services.workbook.problems import Problem
from app.services.workbook.rows import Book

_SAYS = ("date", "month", "valid_from", "year", "no", "code", "name", "item", "topic", "channel", "order_no", "grade")


def _title(table: str, column: str) -> Twofold:
    """What people call a column that no heading of the book stands for by itself."""
    return Twofold(column_title(table, column), column_title(table, column, "en"))


class Fate(StrEnum):
    """What became of a record."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(slots=True)
class Outcome:
    """Fates by sheet row, records that are gone by sheet, and the list of what was kept."""

    people: People
    fates: dict[tuple[str, int], list[tuple[str, Fate]]] = field(default_factory=lambda: defaultdict(list))
    gone: Counter[str] = field(default_factory=Counter)
    kept: list[Problem] = field(default_factory=list)

    def note(self, wanted: Wanted, fate: Fate) -> None:
        """Note what became of a record a row asked for."""
        self.fates[wanted.sheet, wanted.row].append((wanted.table, fate))

    def keep(
        self, table: str, row: Values, kind: str, wanted: Wanted | None = None, columns: tuple[str, ...] = ()
    ) -> None:
        """List a record that stays as it is, at its row of the book where it still has one."""
        titles = TITLES.get(table, {})
        named = listing(dict.fromkeys(titles.get(column) or _title(table, column) for column in columns))
        params: dict[str, object] = {
            "what": self.label(table, row),
            "columns": named,
            "source": row.get("source"),
        }
        sheet = wanted.sheet if wanted else str(row.get("source", "")).partition(" ")[0]
        place = next(iter(titles.get(column, "") for column in columns), "")
        self.kept.append(Problem(sheet, wanted.row if wanted else 0, place if wanted else "", kind, params))
        if wanted is not None:
            self.note(wanted, Fate.KEPT)

    def label(self, table: str, row: Values) -> str:
        """A record in a few words: its worker, date and name."""
        worker_id = row.get("worker_id")
        who = [self.people.names.get(worker_id, "")] if isinstance(worker_id, int) else []
        said = [str(row[column]) for column in _SAYS if row.get(column) not in (None, "")]
        return " ".join(part for part in (*who, *said) if part) or table

    def counts(self, book: Book) -> tuple[SheetCount, ...]:
        """Rows of each sheet of the book by what became of them, and its records that are gone."""
        by_sheet: dict[str, Counter[Fate]] = {sheet: Counter() for sheet in MAIN_TABLE if sheet in book.headings}
        for row in book.attendance:  # a worker's month without a mark asks for nothing, but was read
            self.fates.setdefault(("考勤", row.row), [])
        for (sheet, _), fates in self.fates.items():
            by_sheet.setdefault(sheet, Counter())[_whole(MAIN_TABLE[sheet], fates)] += 1
        return tuple(
            SheetCount(sheet, **{fate.value: counter[fate] for fate in Fate}, deleted=self.gone[sheet])
            for sheet, counter in by_sheet.items()
        )


def _whole(main: str, fates: list[tuple[str, Fate]]) -> Fate:
    """What became of a row all its records make up."""
    every = {fate for _, fate in fates}
    if Fate.KEPT in every:
        return Fate.KEPT
    if {fate for table, fate in fates if table == main} == {Fate.ADDED}:
        return Fate.ADDED
    return Fate.UNCHANGED if every <= {Fate.UNCHANGED} else Fate.UPDATED
