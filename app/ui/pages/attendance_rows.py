"""What the month of attendance shows and sums: its state while it is typed into, figures and words. No widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.domain.attendance import ParsedMark, mark_text
from app.domain.money import decimal_text, half_up
from app.domain.month_marks import NO_SUMS, CellChange, MarkChange, MarkSums, Spell, mark_sums, offered, total
from app.domain.vocabulary import DayKind, MarkKind
from app.services.day_edit import Saved
from app.services.month_sheet import MarkChanged, MonthRow, MonthSheet
from app.ui.pages.today_rows import weekday
from app.ui.tables.columns import Tone
from app.ui.terms import festival, term
from app.ui.widgets.figures import Figure
from app.ui.words import translate

SUMS = 6
"""Columns of a worker's sums beside the days."""


class MonthState:
    """A month as it is shown: the sheet as read, and what was typed since, with its sums kept up to date."""

    def __init__(self, sheet: MonthSheet) -> None:
        self.sheet = sheet
        self.rows = {row.worker_id: row for row in sheet.rows}
        self.people: dict[int, Spell] = {row.worker_id: row.spell for row in sheet.rows}
        self._cells = {row.worker_id: self._row_cells(row) for row in sheet.rows}
        self.row_sums = {worker_id: total(cells) for worker_id, cells in self._cells.items()}
        self.day_sums = [self._day_total(at) for at in range(len(sheet.days))]

    @property
    def total(self) -> MarkSums:
        """The whole month."""
        return total(self.row_sums.values())

    def put(self, cells: Iterable[CellChange]) -> None:
        """Note marks in cells of the month; sums follow."""
        changed: dict[int, dict[int, ParsedMark | None]] = {}
        for worker_id, day, mark in cells:
            changed.setdefault(worker_id, {})[day.day - 1] = mark
        for worker_id, marks in changed.items():
            row = self.rows[worker_id]
            new = tuple(marks.get(at, mark) for at, mark in enumerate(row.marks))
            self.rows[worker_id] = replace(row, marks=new)
            self._cells[worker_id] = self._row_cells(self.rows[worker_id])
            self.row_sums[worker_id] = total(self._cells[worker_id])
        for at in {at for marks in changed.values() for at in marks}:
            self.day_sums[at] = self._day_total(at)

    def found(self, text: str) -> list[MonthRow]:
        """The workers whose name holds a text or whose number begins with it; all for an empty one."""
        rows = self.rows.values()
        return [row for row in rows if not text or text in row.spell.name or row.spell.no.startswith(text)]

    def _row_cells(self, row: MonthRow) -> list[MarkSums]:
        """Each day's part in the sums; a mark outside the employment counts for nothing."""
        facts = zip(row.marks, self.sheet.calendar.kinds, row.wanted, row.inside, strict=True)
        return [mark_sums(mark, kind, wanted) if there else NO_SUMS for mark, kind, wanted, there in facts]

    def _day_total(self, at: int) -> MarkSums:
        return total(cells[at] for cells in self._cells.values())


@dataclass(frozen=True)
class Act:
    """Something done to the month that can be taken back; ``changed`` is what it did, in words as typed."""

    saved: Saved
    changed: tuple[MarkChanged, ...]

    @property
    def month(self) -> str:
        """The month it was done in."""
        return self.changed[0].day.isoformat()[:7]


def figures(state: MonthState) -> list[Figure]:
    """The strip: presence, hours, absence, what is not filled in."""
    sums = state.total
    away = translate("Attendance", "请假 {leave}　旷工 {absent}").format(leave=sums.leave, absent=sums.absent)
    return [
        Figure(translate("Attendance", "出勤（人·天）"), str(sums.present)),
        Figure(translate("Attendance", "正常工时（h）"), hours(sums.normal_minutes)),
        Figure(translate("Attendance", "加班和假日（h）"), hours(sums.extra_minutes)),
        Figure(translate("Attendance", "不在岗（人·天）"), away),
        Figure(
            translate("Attendance", "到今天未填（格）"),
            str(sums.not_filled),
            Tone.WARN if sums.not_filled else Tone.PLAIN,
        ),
    ]


def sum_titles() -> tuple[tuple[str, str], ...]:
    """Heading and explanation of each of a worker's sums."""
    return (
        (translate("Attendance", "出勤"), translate("Attendance", "出勤天数：有工时的每一天，半天也算一天")),
        (translate("Attendance", "工时"), translate("Attendance", "正常工时（小时）")),
        (translate("Attendance", "加班"), translate("Attendance", "加班、休息日和法定节假日的工时（小时）")),
        (translate("Attendance", "请假"), translate("Attendance", "请假天数：假、病、带薪、伤")),
        (translate("Attendance", "旷工"), translate("Attendance", "旷工天数")),
        (translate("Attendance", "未填"), translate("Attendance", "到今天还没有填的工作日；未填不算缺勤")),
    )


def sum_texts(sums: MarkSums) -> tuple[str, ...]:
    """A worker's sums as shown, zero as a dash."""
    counts = (sums.leave, sums.absent, sums.not_filled)
    shown = (f"{count}" if count else "–" for count in counts)
    return (str(sums.present or "–"), hours(sums.normal_minutes), hours(sums.extra_minutes), *shown)


def foot_titles() -> tuple[str, ...]:
    """What the lines of the foot say of each day."""
    return (
        translate("Attendance", "出勤 人"),
        translate("Attendance", "工时 h"),
        translate("Attendance", "不在岗 人"),
        translate("Attendance", "未填 人"),
    )


def foot_texts(sums: MarkSums) -> tuple[str, ...]:
    """A day's sums for the lines of the foot; hours to the whole one, the tip has them in full."""
    whole = half_up(sums.normal_minutes + sums.extra_minutes, 60)
    return tuple(str(count or "–") for count in (sums.present, whole, sums.leave + sums.absent, sums.not_filled))


def sums_tip(title: str, sums: MarkSums) -> str:
    """All of somebody's or some day's sums in a sentence."""
    words = translate(
        "Attendance",
        "{title}：出勤 {present}，正常 {normal} h，加班 {extra} h，请假 {leave}，旷工 {absent}，未填 {open}",
    )
    return words.format(
        title=title,
        present=sums.present,
        normal=hours(sums.normal_minutes),
        extra=hours(sums.extra_minutes),
        leave=sums.leave,
        absent=sums.absent,
        open=sums.not_filled,
    )


def hours(minutes: int) -> str:
    """Minutes as hours with at most two decimals; zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


@lru_cache(maxsize=1024)
def shown_mark(mark: ParsedMark | None) -> str:
    """A mark as people write it; "" where there is none."""
    return mark_text(mark) if mark is not None else ""


@lru_cache(maxsize=1024)
def mark_tone(mark: ParsedMark | None) -> Tone:
    """An absence stands out, a day off does not."""
    if mark is None or mark.kind in (MarkKind.OFF, MarkKind.SWAPPED):
        return Tone.QUIET
    return Tone.BAD if mark.kind is MarkKind.ABSENT else Tone.PLAIN


def day_words(sheet: MonthSheet, at: int) -> str:
    """2026-10-01 星期四 · 法定 · 国庆节."""
    day, kind = sheet.days[at], sheet.calendar.kinds[at]
    kinds = "" if kind is DayKind.WORKING else term(kind)
    parts = [f"{day.isoformat()} {weekday(day)}", kinds, festival(sheet.festivals[at])]
    parts.append(translate("Attendance", "已日结") if sheet.closed[at] else "")
    return " · ".join(part for part in parts if part)


def cell_words(state: MonthState, row: MonthRow, at: int) -> str:
    """Whose cell it is, which day, and what it says: for the tip and for who hears the screen."""
    who = f"{row.spell.no} {row.spell.name} {day_words(state.sheet, at)}"
    mark = row.marks[at]
    if not row.inside[at]:
        outside = translate("Attendance", "不在职")
        return f"{who}: {outside} {shown_mark(mark)}".rstrip()
    empty = translate("Attendance", "未填") if row.wanted[at] else translate("Attendance", "空")
    return f"{who}: {shown_mark(mark) or empty}"


def weekday_letter(day: date) -> str:
    """The day of the week in one or two letters."""
    names = (
        translate("Attendance", "一"),
        translate("Attendance", "二"),
        translate("Attendance", "三"),
        translate("Attendance", "四"),
        translate("Attendance", "五"),
        translate("Attendance", "六"),
        translate("Attendance", "日"),
    )
    return names[day.weekday()]


def kind_letter(kind: DayKind) -> str:
    """The mark of a rest or statutory day in its heading."""
    if kind is DayKind.WORKING:
        return ""
    return translate("Attendance", "法") if kind is DayKind.STATUTORY else translate("Attendance", "休")


def meant(mark: ParsedMark | None, typed: str) -> str:
    """What was typed into a cell, with +2 added to what it says, or to a full day."""
    if not typed.startswith("+"):
        return typed
    base = shown_mark(mark) or "√"
    return f"{'8' if base == '√' else base.split('+', maxsplit=1)[0]}{typed}"


def filled(rows: Sequence[MonthRow], sheet: MonthSheet, days: range) -> list[MarkChange]:
    """What the calendar and each worker's earlier days offer for the empty cells of a range."""
    found = []
    for row in rows:
        marks = list(row.marks)
        for at in days:
            if marks[at] is None and row.inside[at]:
                marks[at] = offered(marks, sheet.calendar.kinds, row.relations[at], at)
                if marks[at] is not None:
                    found.append(MarkChange(row.worker_id, sheet.days[at], shown_mark(marks[at])))
    return found


def act_words(changed: Sequence[MarkChanged]) -> str:
    """What something did, in words: the one cell from what to what, or how many cells of whom."""
    first, last = changed[0], changed[-1]
    if len(changed) == 1:
        empty = translate("Attendance", "空")
        change = f"{first.before or empty} → {first.after or empty}"
        return f"{first.no} {first.name} {first.day:%m-%d}: {change}"
    days = {one.day for one in changed}
    span = f"{min(days):%m-%d}" if len(days) == 1 else f"{min(days):%m-%d}–{max(days):%m-%d}"
    who = f"{first.no} {first.name}" + ("" if first.worker_id == last.worker_id else f" … {last.no} {last.name}")
    return translate("Attendance", "{count} 格（{who}，{days}）").format(count=len(changed), who=who, days=span)
