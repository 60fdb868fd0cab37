"""What the day sheet shows and sums: columns, live figures, the meaning of its keys. No widget, no service."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.attendance import mark_text, parse_mark
from app.domain.day_sheet import DaySummary, summary
from app.domain.messages.text import Counted
from app.domain.money import decimal_text, half_up, scaled, yuan
from app.domain.vocabulary import DayKind
from app.services.day import DayRow, DaySheet, ItemRow, PieceCell
from app.services.day_pay import DayPay
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import festival, term
from app.ui.widgets.figures import Figure
from app.ui.words import translate

MARK_KEYS = {
    "v": "√",
    " ": "√",
    "a": "旷",
    "h": "半",
    "l": "假",
    "b": "病",
    "x": "休",
    "t": "调",
    "d": "带薪",
    "s": "伤",
    "j": "加",
}
MARK_COLUMN = 3
FIRST_ITEM = 5


Pay = Mapping[int, DayPay]


@dataclass(frozen=True)
class Writers:
    """What typing into the sheet does; each says whether the text was taken."""

    mark: Callable[[DayRow, str], bool]
    pieces: Callable[[int], Callable[[DayRow, str], bool]]


def columns(sheet: DaySheet, pay: Pay, write: Writers) -> list[Column[DayRow]]:
    """The sheet's columns: who, attendance, an item each, sums, a remark."""
    return [
        Column(translate("Today", "编号"), 48, lambda r: r.no, Align.CENTRE),
        Column(translate("Today", "姓名"), 94, lambda r: r.name),
        Column(translate("Today", "用工"), 80, lambda r: term(r.relation), tone=_quiet),
        Column(
            translate("Today", "出勤"),
            64,
            mark_shown,
            Align.CENTRE,
            _mark_tone,
            write=write.mark,
            plain=lambda r: r.mark,
        ),
        Column(translate("Today", "加班 h"), 56, lambda r: _hours(r.extra_minutes), Align.RIGHT),
        *(_item_column(sheet.columns, at, write.pieces(at)) for at in range(len(sheet.columns))),
        Column(translate("Today", "其他件数"), 64, lambda r: pieces_text(r.other_milli), Align.RIGHT),
        Column(translate("Today", "今日约"), 84, lambda r: _money(paid(pay, r).day_fen), Align.RIGHT),
        Column(translate("Today", "本月约"), 92, lambda r: _money(paid(pay, r).month_fen), Align.RIGHT),
        Column(translate("Today", "备注"), 100, remark, tone=_remark_tone, stretch=True),
    ]


def totals(sheet: DaySheet, pay: Pay, rows: Sequence[DayRow]) -> list[str]:
    """The foot below those columns."""
    count = translate("Today", "{count} 人").format(count=Counted(len(rows)))
    extra = _hours(sum(row.extra_minutes for row in rows))
    items = [pieces_text(sum(row.cells[at].good_milli for row in rows)) for at in range(len(sheet.columns))]
    other = pieces_text(sum(row.other_milli for row in rows))
    today, month = (_money(fen) for fen in _earned(pay, rows))
    return [translate("Today", "合计"), count, "", "", extra, *items, other, today, month, ""]


def figures(sheet: DaySheet, pay: Pay, rows: Sequence[DayRow]) -> list[Figure]:
    """The strip: attendance, what is not filled in, pieces, what day and month earn."""
    sums = live_summary(sheet, rows)
    leave = translate("Today", "请假 {leave}　缺勤 {absent}").format(leave=sums.leave, absent=sums.absent)
    today, month = (_money(fen) for fen in _earned(pay, rows))
    return [
        Figure(translate("Today", "出勤（人）"), str(sums.present)),
        Figure(translate("Today", "不在岗（人）"), leave),
        Figure(translate("Today", "未填（人）"), str(sums.not_filled), Tone.WARN if sums.not_filled else Tone.PLAIN),
        Figure(translate("Today", "合格件数"), pieces_text(sums.good_milli)),
        Figure(translate("Today", "今日约（元）"), today),
        Figure(translate("Today", "本月至此约（元）"), month),
    ]


def live_summary(sheet: DaySheet, rows: Sequence[DayRow]) -> DaySummary:
    """The day's figures after what was typed since the sheet was read."""
    before = sum(cell.good_milli for row in sheet.rows for cell in row.cells)
    now = sum(cell.good_milli for row in rows for cell in row.cells)
    marks = [parse_mark(row.mark) if row.mark else None for row in rows if row.needs_mark or row.mark]
    return summary(marks, sheet.summary.good_milli + now - before)


def day_title(sheet: DaySheet) -> str:
    """2026-10-21 星期三 · 休息日 · 国庆节."""
    parts = [f"{sheet.day.isoformat()} {weekday(sheet.day)}"]
    if sheet.kind is not DayKind.WORKING:
        parts.append(term(sheet.kind))
    if sheet.festival:
        parts.append(festival(sheet.festival))
    if sheet.provisional:
        parts.append(translate("Today", "日历暂定"))
    return " · ".join(parts)


def weekday(day: date) -> str:
    """The day of the week in words."""
    names = (
        translate("Today", "星期一"),
        translate("Today", "星期二"),
        translate("Today", "星期三"),
        translate("Today", "星期四"),
        translate("Today", "星期五"),
        translate("Today", "星期六"),
        translate("Today", "星期日"),
    )
    return names[day.weekday()]


def meant_mark(row: DayRow, typed: str) -> str:
    """What was typed in the mark column, with +2 added to what the row has (or to a full day)."""
    if typed.startswith("+"):
        base = row.mark or row.suggestion or "√"
        hours = "8" if base in {"√", ""} else base.split("+", maxsplit=1)[0]
        return f"{hours}{typed}"
    return typed


def with_mark(row: DayRow, text: str) -> DayRow:
    """The row as it will be once the mark is noted; raises MarkError for what is no mark."""
    if not text.strip():
        return replace(row, mark="", normal_minutes=0, extra_minutes=0)
    mark = parse_mark(text)
    return replace(row, mark=mark_text(mark), normal_minutes=mark.normal_minutes, extra_minutes=mark.extra_minutes)


def with_pieces(row: DayRow, at: int, good_milli: int) -> DayRow:
    """The row with another number of pieces in a column."""
    cells = list(row.cells)
    cells[at] = replace(cells[at], good_milli=good_milli, entries=1 if good_milli else 0)
    return replace(row, cells=tuple(cells))


def read_pieces(text: str) -> int:
    """Typed pieces in 1/1000; ValueError for what is no quantity."""
    value = scaled(text or "0", 3)
    if value < 0:
        raise ValueError(text)
    return value


def paid(pay: Pay, row: DayRow) -> DayPay:
    """What a row's day and month earn; nothing where it is not known yet."""
    return pay.get(row.worker_id, DayPay(0, 0))


def earned_text(pay: Pay, rows: Sequence[DayRow]) -> tuple[str, str]:
    """What day and month earn together, in yuan."""
    today, month = _earned(pay, rows)
    return _money(today), _money(month)


def keys_help() -> str:
    """The keys of the sheet in one line."""
    return translate(
        "Today",
        "↵ 确认　v 出勤　h 半天　a 旷工　l 事假　b 病假　x 休　6.5 小时　+2 加班　j8 假日　F9 全部按建议　/ 例外　"
        "F2 同上一日　Ctrl+D 向下填　Ctrl+V 粘贴　Ctrl+Z 撤销　Ctrl+Y 重做",
    )


def _earned(pay: Pay, rows: Sequence[DayRow]) -> tuple[int, int]:
    kept = [paid(pay, row) for row in rows]
    return sum(one.day_fen for one in kept), sum(one.month_fen for one in kept)


def mark_shown(row: DayRow) -> str:
    """The mark, a suggestion in brackets, or a dot where somebody has to say something."""
    if row.mark:
        return row.mark
    if row.suggestion:
        return f"({row.suggestion})"
    return "·" if row.needs_mark else ""


def remark(row: DayRow) -> str:
    """Why a person should look at this row."""
    notes = []
    if row.needs_mark and not row.mark:
        notes.append(translate("Today", "未填"))
    if any(cell.far_above for cell in row.cells):
        notes.append(translate("Today", "高于平均 3 倍"))
    if row.team_entries:
        notes.append(translate("Today", "集体 {count} 笔").format(count=row.team_entries))
    return "　".join(notes)


def far_above(rows: Iterable[DayRow]) -> tuple[str, ...]:
    """Who made more than three times the own average of something."""
    return tuple(f"{row.no} {row.name}" for row in rows if any(cell.far_above for cell in row.cells))


def item_title(item: ItemRow) -> str:
    """Product above process and grade."""
    return f"{item.product}\n{item.process} {item.item.grade}".rstrip()


def without(items: Iterable[ItemRow], shown: Iterable[ItemRow]) -> list[ItemRow]:
    """Items not yet among the columns."""
    present = {row.item for row in shown}
    return [row for row in items if row.item not in present]


def _item_column(items: Sequence[ItemRow], at: int, write: Callable[[DayRow, str], bool]) -> Column[DayRow]:
    return Column(
        item_title(items[at]),
        78,
        lambda r: _cell(r, at),
        Align.RIGHT,
        lambda r: _cell_tone(r.cells[at]),
        write=write,
        plain=lambda r: decimal_text(r.cells[at].good_milli, 3) if r.cells[at].good_milli else "",
    )


def is_away(row: DayRow) -> bool:
    """Whether the mark says that the worker did not work that day."""
    return bool(row.mark) and not (row.normal_minutes or row.extra_minutes)


def expected(row: DayRow, at: int) -> bool:
    """Whether a figure is likely to be typed for an item column: the worker made it on his last day, and is there."""
    return row.cells[at].before_milli > 0 and not is_away(row)


def _cell_tone(cell: PieceCell) -> Tone:
    if cell.far_above:
        return Tone.WARN
    return Tone.PLAIN if cell.good_milli else Tone.QUIET


def _cell(row: DayRow, at: int) -> str:
    """The pieces, a dot where some are likely to come, * where they are several entries."""
    cell = row.cells[at]
    if not cell.good_milli and expected(row, at):
        return "·"
    return f"{pieces_text(cell.good_milli)} *" if cell.entries > 1 else pieces_text(cell.good_milli)


def pieces_text(milli: int) -> str:
    """A quantity in 1/1000 as it is shown."""
    return decimal_text(milli, 3) if milli else "–"


def _hours(minutes: int) -> str:
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


def _money(fen: int) -> str:
    return yuan(fen, grouped=True) if fen else "–"


def _quiet(_: DayRow) -> Tone:
    return Tone.QUIET


def _mark_tone(row: DayRow) -> Tone:
    if not row.mark:
        return Tone.QUIET
    return Tone.BAD if row.mark == "旷" else Tone.PLAIN


def _remark_tone(row: DayRow) -> Tone:
    waits = row.needs_mark and not row.mark
    return Tone.WARN if waits or any(cell.far_above for cell in row.cells) else Tone.QUIET
