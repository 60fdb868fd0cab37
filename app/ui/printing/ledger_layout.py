"""How a ledger is laid out on landscape A4: which columns, how wide, which rows on which page (RULES 7).

Where a month uses many items they are stacked two or three to a column, so that the paper stays A4 and a row stays
tall enough for a thumb. Units are 1/100 mm. Nothing is drawn here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from app.domain.ledger import LedgerData, LedgerRow, LedgerSum, sum_rows
from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_draft import LineCode
from app.ui.printing.typesetting import break_lines, width

PAGE_WIDTH, PAGE_HEIGHT = 29_700, 21_000
LEFT, RIGHT, TOP, BOTTOM = 1_500, 900, 900, 800
ROOM = PAGE_WIDTH - LEFT - RIGHT
TABLE_TOP = TOP + 1_500
FOOT = 1_550
TABLE_BOTTOM = PAGE_HEIGHT - BOTTOM - FOOT
PAD = 90
LEAST_ROW = 1_000
CAPITALS_ROW = 620
NAME_ROOM = 2_600
HOURS_TITLES = ("正常", "加班", "休息日", "法定")
_ITEM = TypeVar("_ITEM")
_PLANS = ((1, 300), (1, 280), (2, 300), (2, 280), (2, 260), (2, 248), (3, 280), (3, 260), (3, 240), (3, 210))


class Align(StrEnum):
    """Where text stands in a cell."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class Column:
    """A column: one title and one text for each of its tiers; ``spare`` says how much wider it may grow."""

    titles: tuple[str, ...]
    cells: Callable[[LedgerRow], tuple[str, ...]]
    sums: Callable[[LedgerSum], tuple[str, ...]]
    align: Align = Align.RIGHT
    group: str = ""
    least: int = 0
    spare: int = 0
    wraps: bool = False
    ruled: bool = False
    width: int = 0


@dataclass(frozen=True)
class Page:
    """The rows of one page, their heights, and their subtotal."""

    rows: tuple[LedgerRow, ...]
    heights: tuple[int, ...]
    subtotal: LedgerSum


@dataclass(frozen=True)
class Layout:
    """A laid-out ledger: everything the painter needs but the brush."""

    data: LedgerData
    columns: tuple[Column, ...]
    tiers: int
    size: int
    head: int
    sum_row: int
    pages: tuple[Page, ...]
    total: LedgerSum

    @property
    def small(self) -> int:
        """Size of headings."""
        return min(self.size, 260)


def lay_out(data: LedgerData) -> Layout:
    """Choose the least stacking and the largest type that fit the page's width, then fill the pages."""
    total = sum_rows(data.rows)
    tiers, size, columns = _fitting(data, total)
    layout = Layout(data, _spread(columns), tiers, size, 0, 0, (), total)
    layout = replace(layout, head=_head_height(layout), sum_row=max(_line(size) * tiers + 2 * PAD, 640))
    return replace(layout, pages=_pages(layout))


def _fitting(data: LedgerData, total: LedgerSum) -> tuple[int, int, list[Column]]:
    """The first plan (tiers, size) whose columns fit; the last one where none does: its cells then set text smaller."""
    tried: list[tuple[int, int, list[Column]]] = []
    for tiers, size in _PLANS:
        tried.append((tiers, size, _measured(_columns(data, tiers), data, total, size)))
        if sum(column.width for column in tried[-1][2]) <= ROOM:
            break
    return tried[-1]


def amount(fen: int) -> str:
    """An amount of the ledger: 1,234.50, zero as a dash."""
    return yuan(fen, grouped=True) if fen else "–"


def hours(minutes: int) -> str:
    """Minutes as hours with at most two decimals, zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


def _columns(data: LedgerData, tiers: int) -> list[Column]:
    return [
        Column(("编号",), lambda r: (r.no,), lambda _: (), Align.CENTRE, least=700),
        Column(("姓名",), lambda r: (r.name,), lambda _: (), Align.LEFT, least=1_300, spare=500, wraps=True),
        Column(("身份证号", "手机"), lambda r: (r.id_number, r.phone), lambda _: (), Align.CENTRE),
        *_hour_columns(tiers),
        *_item_columns(data, data.earnings, "应发项目（元）", tiers),
        Column(("应发合计",), lambda r: (amount(r.gross_fen),), lambda s: (amount(s.gross_fen),)),
        *_item_columns(data, data.deductions, "扣款（元）", tiers),
        Column(("实发金额",), lambda r: (amount(r.net_fen),), lambda s: (amount(s.net_fen),)),
        Column(("领款人签名或手印",), lambda _: ("",), lambda _: (), Align.CENTRE, least=2_500, spare=1_500),
        Column(("代签人及关系",), lambda r: (r.proxy,), lambda _: (), Align.LEFT, least=1_700, spare=1_200, wraps=True),
    ]


def _hour_columns(tiers: int) -> list[Column]:
    def column(places: Sequence[int]) -> Column:
        return Column(
            tuple(HOURS_TITLES[place] for place in places),
            lambda r: tuple(hours(r.minutes[place]) for place in places),
            lambda s: tuple(hours(s.minutes[place]) for place in places),
            group="工时（小时）",
            ruled=True,
        )

    return [column(places) for places in _chunks(range(len(HOURS_TITLES)), min(tiers, 2))]


def _item_columns(data: LedgerData, codes: Sequence[LineCode], group: str, tiers: int) -> list[Column]:
    def column(part: Sequence[LineCode]) -> Column:
        return Column(
            tuple(data.labels[code] for code in part),
            lambda r: tuple(amount(r.items.get(code, 0)) for code in part),
            lambda s: tuple(amount(s.items[code]) for code in part),
            group=group,
            ruled=True,
        )

    return [column(part) for part in _chunks(codes, tiers)]


def _chunks(items: Sequence[_ITEM], size: int) -> list[Sequence[_ITEM]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def _measured(columns: list[Column], data: LedgerData, total: LedgerSum, size: int) -> list[Column]:
    small = min(size, 260)
    made = []
    for column in columns:
        texts = [text for row in data.rows for text in column.cells(row)]
        content = max((width(text, size) for text in texts), default=0.0)
        spare = column.spare
        if column.wraps:
            spare += int(max(content - NAME_ROOM, 0))
            content = min(content, NAME_ROOM)
        sums = max((width(_widest(text), size, True) for text in column.sums(total)), default=0.0)
        title = max(width(part, small) for text in column.titles for part in _halves(text))
        wide = int(max(content, sums, title, column.least - 2 * PAD)) + 2 * PAD + 1
        made.append(replace(column, width=wide, spare=spare))
    return made


def _widest(text: str) -> str:
    """A sum as wide as any page's may be: hours of a page can have decimals the grand total lacks."""
    return text if "." in text or not text.isdigit() else f"{text}.88"


def _spread(columns: list[Column]) -> tuple[Column, ...]:
    """Give the width left over to those who can use it, the rest evenly to the number columns."""
    left = max(ROOM - sum(column.width for column in columns), 0)
    wanted = sum(column.spare for column in columns)
    share = min(left, wanted)
    grown = [replace(c, width=c.width + (c.spare * share // wanted if wanted else 0)) for c in columns]
    numbers = [at for at, column in enumerate(grown) if column.align is Align.RIGHT]
    rest = ROOM - sum(column.width for column in grown)
    for place, at in enumerate(numbers):
        extra = rest // len(numbers) + (1 if place < rest % len(numbers) else 0)
        grown[at] = replace(grown[at], width=grown[at].width + max(extra, 0))
    return tuple(grown)


def _line(size: int) -> int:
    return size * 3 // 2


def title_lines(layout: Layout, column: Column) -> tuple[tuple[str, ...], ...]:
    """The heading of a column: for each tier its lines."""
    room = column.width - 2 * PAD
    return tuple((title,) if width(title, layout.small) <= room else _halves(title) for title in column.titles)


def _halves(title: str) -> tuple[str, ...]:
    """A long heading in two lines of like length; a short one stays whole."""
    if len(title) < 4:
        return (title,)
    middle = (len(title) + 1) // 2
    return (title[:middle], title[middle:])


def _head_height(layout: Layout) -> int:
    line = _line(layout.small) - 40
    titles = [title_lines(layout, column) for column in layout.columns]
    tallest = max(len(lines) * max(map(len, lines)) for lines in titles)
    return max(line * tallest + 2 * PAD + 460, 1_100)


def cell_lines(layout: Layout, column: Column, row: LedgerRow) -> tuple[str, ...]:
    """The lines of a cell: tiers as they are, a long name broken."""
    texts = column.cells(row)
    return break_lines(texts[0], column.width - 2 * PAD, layout.size) if column.wraps else texts


def _row_height(layout: Layout, row: LedgerRow) -> int:
    lines = max(len(cell_lines(layout, column, row)) for column in layout.columns)
    return max(LEAST_ROW, _line(layout.size) * lines + 2 * PAD)


def _pages(layout: Layout) -> tuple[Page, ...]:
    """Fill page after page; a row is never split, and the last page keeps room for the grand total."""
    room = TABLE_BOTTOM - TABLE_TOP - layout.head - layout.sum_row
    last_room = room - layout.sum_row - CAPITALS_ROW
    filled: list[list[tuple[LedgerRow, int]]] = [[]]
    for row in layout.data.rows:
        height = _row_height(layout, row)
        if filled[-1] and sum(h for _, h in filled[-1]) + height > room:
            filled.append([])
        filled[-1].append((row, height))
    moved: list[tuple[LedgerRow, int]] = []
    while len(filled[-1]) > 1 and sum(h for _, h in filled[-1]) > last_room:
        moved.insert(0, filled[-1].pop())
    if moved:
        filled.append(moved)
    return tuple(_page(part) for part in filled)


def _page(part: Sequence[tuple[LedgerRow, int]]) -> Page:
    rows = tuple(row for row, _ in part)
    return Page(rows, tuple(height for _, height in part), sum_rows(rows))
