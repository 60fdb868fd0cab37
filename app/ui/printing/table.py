"""The one table of all papers: which columns, how wide, which rows on which page. Nothing is drawn here.

The heading is repeated on every page, a row is never split, pages may end in a subtotal and the last one in a total.
Where many columns are asked for they are stacked two or three to a column (tiers), so that the paper stays A4. A
paper is a :class:`Table`: rows, columns as data, heading and foot. Units are 1/100 mm.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from app.ui.printing.sheet import LANDSCAPE, Form
from app.ui.printing.strokes import PAD, Align
from app.ui.printing.typesetting import break_lines, width

ITEM = TypeVar("ITEM")
Row = TypeVar("Row")
Lines = tuple[str, ...]
HEAD = 1_500
FOOT = 1_550
LEAST_ROW = 1_000
CLOSING_ROW = 620
GROUP_ROW = 460
WRAP_ROOM = 2_600
PLANS = ((1, 300), (1, 280), (2, 300), (2, 280), (2, 260), (2, 248), (3, 280), (3, 260), (3, 240), (3, 210))
"""(tiers, size of type) in the order they are tried."""


def _no_sums(_: Any) -> Lines:  # noqa: ANN401  a column without sums takes any
    return ()


@dataclass(frozen=True)
class Column:
    """A column: one title and one text for each of its tiers; ``spare`` says how much wider it may grow.

    ``cells`` takes a row, ``sums`` what the table's ``summed`` made of rows. ``wraps``: long text is broken into
    lines. ``ruled``: dotted lines between tiers. ``group``: a heading over it and its neighbours of the same group.
    """

    titles: Lines
    cells: Callable[[Any], Lines]
    sums: Callable[[Any], Lines] = _no_sums
    align: Align = Align.LEFT
    group: str = ""
    least: int = 0
    spare: int = 0
    wraps: bool = False
    ruled: bool = False
    width: int = 0


@dataclass(frozen=True)
class Heading:
    """What stands over the table on each page; a draft bears its marks there."""

    title: str
    left: str = ""
    right: str = ""
    is_draft: bool = False


@dataclass(frozen=True)
class Footing:
    """What stands under the table on each page: who signs, and pairs of small lines (left, right)."""

    signers: Lines = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A paper that is a table. ``columns`` gives them for a number of tiers.

    ``summed`` adds rows up for the columns' sums (None: no sums); ``sum_title`` names a sum: (rows, whether it is the
    total); ``covered`` is how many columns its title lies over. ``closing`` is the framed line after the total.
    """

    heading: Heading
    rows: tuple[Row, ...]
    columns: Callable[[int], Sequence[Column]]
    footing: Footing = Footing()
    summed: Callable[[Sequence[Row]], Any] | None = None
    sum_title: Callable[[Sequence[Row], bool], str] = lambda rows, total: (
        f"{'总计' if total else '本页小计'}（{len(rows)} 人）"
    )
    covered: int = 3
    closing: str = ""
    plans: tuple[tuple[int, int], ...] = PLANS
    least_row: int = LEAST_ROW
    form: Form = LANDSCAPE


@dataclass(frozen=True)
class TablePage(Generic[Row]):
    """The rows of one page, their heights, and their subtotal."""

    rows: tuple[Row, ...]
    heights: tuple[int, ...]
    subtotal: Any


@dataclass(frozen=True)
class Layout(Generic[Row]):
    """A laid-out table: everything the painter needs but the brush."""

    table: Table[Row]
    columns: tuple[Column, ...]
    tiers: int
    size: int
    head: int
    sum_row: int
    pages: tuple[TablePage[Row], ...]
    total: Any

    @property
    def small(self) -> int:
        """Size of headings."""
        return min(self.size, 260)

    @property
    def top(self) -> int:
        """Where the table's heading begins."""
        return self.table.form.top + HEAD

    @property
    def bottom(self) -> int:
        """Where the foot begins."""
        return self.table.form.page_height - self.table.form.bottom - FOOT

    @property
    def closing_height(self) -> int:
        """Height of what only the last page has under its subtotal."""
        total = self.sum_row if self.table.summed else 0
        return total + (CLOSING_ROW if self.table.closing else 0)


def lay_out(table: Table[Row]) -> Layout[Row]:
    """Choose the least stacking and the largest type that fit the page's width, then fill the pages."""
    total = table.summed(table.rows) if table.summed else None
    tiers, size, columns = _fitting(table, total)
    layout = Layout(table, _spread(columns, table.form.room), tiers, size, 0, 0, (), total)
    sum_row = max(_line(size) * tiers + 2 * PAD, 640) if table.summed else 0
    layout = replace(layout, head=_head_height(layout), sum_row=sum_row)
    return replace(layout, pages=_pages(layout))


def _fitting(table: Table[Row], total: object) -> tuple[int, int, list[Column]]:
    """The first plan (tiers, size) whose columns fit; the last one where none does: its cells then set text smaller."""
    tried: list[tuple[int, int, list[Column]]] = []
    for tiers, size in table.plans:
        tried.append((tiers, size, [_measured(one, table, total, size) for one in table.columns(tiers)]))
        if sum(column.width for column in tried[-1][2]) <= table.form.room:
            break
    return tried[-1]


def chunks(items: Sequence[ITEM], size: int) -> list[Sequence[ITEM]]:
    """``items`` in parts of ``size``, the last one shorter."""
    return [items[at : at + size] for at in range(0, len(items), size)]


def _measured(column: Column, table: Table[Row], total: object, size: int) -> Column:
    small = min(size, 260)
    content = max((width(text, size) for row in table.rows for text in column.cells(row)), default=0.0)
    spare = column.spare
    if column.wraps:
        room = max(WRAP_ROOM, column.least)
        spare += int(max(content - room, 0))
        content = min(content, room)
    sums = max((width(_widest(text), size, True) for text in column.sums(total)), default=0.0) if table.summed else 0.0
    title = max(width(part, small) for text in column.titles for part in _halves(text))
    wide = int(max(content, sums, title, column.least - 2 * PAD)) + 2 * PAD + 1
    return replace(column, width=wide, spare=spare)


def _widest(text: str) -> str:
    """A sum as wide as any page's may be: hours of a page can have decimals the grand total lacks."""
    return text if "." in text or not text.isdigit() else f"{text}.88"


def _spread(columns: list[Column], room: int) -> tuple[Column, ...]:
    """Give the width left over to those who can use it, the rest evenly to the number columns.

    Where there is too little, all give their share, and what no longer fits a cell is set smaller.
    """
    whole = sum(column.width for column in columns)
    if whole > room:
        columns = [replace(column, width=column.width * room // whole) for column in columns]
    left = max(room - whole, 0)
    wanted = sum(column.spare for column in columns)
    share = min(left, wanted)
    grown = [replace(c, width=c.width + (c.spare * share // wanted if wanted else 0)) for c in columns]
    rest = room - sum(column.width for column in grown)
    takers = [at for at, column in enumerate(grown) if column.align is Align.RIGHT] or list(range(len(grown)))
    for place, at in enumerate(takers):
        extra = rest // len(takers) + (1 if place < rest % len(takers) else 0)
        grown[at] = replace(grown[at], width=grown[at].width + max(extra, 0))
    return tuple(grown)


def _line(size: int) -> int:
    return size * 3 // 2


def title_lines(layout: Layout[Row], column: Column) -> tuple[Lines, ...]:
    """The heading of a column: for each tier its lines."""
    room = column.width - 2 * PAD
    return tuple((title,) if width(title, layout.small) <= room else _halves(title) for title in column.titles)


def _halves(title: str) -> Lines:
    """A long heading in two lines, its unit in the second, else of like length; a short one stays whole."""
    if len(title) < 4:
        return (title,)
    if (unit := title.find("（")) > 0:
        return (title[:unit], title[unit:])
    middle = (len(title) + 1) // 2
    return (title[:middle], title[middle:])


def _head_height(layout: Layout[Row]) -> int:
    line = _line(layout.small) - 40
    titles = [title_lines(layout, column) for column in layout.columns]
    tallest = max(len(lines) * max(map(len, lines)) for lines in titles)
    grouped = any(column.group for column in layout.columns)
    return max(line * tallest + 2 * PAD + GROUP_ROW, 1_100) if grouped else max(line * tallest + 2 * PAD, 760)


def cell_lines(layout: Layout[Row], column: Column, row: Row) -> Lines:
    """The lines of a cell: tiers as they are, long text broken."""
    texts = column.cells(row)
    if not column.wraps:
        return texts
    return tuple(line for text in texts for line in break_lines(text, column.width - 2 * PAD, layout.size))


def _row_height(layout: Layout[Row], row: Row) -> int:
    lines = max(len(cell_lines(layout, column, row)) for column in layout.columns)
    return max(layout.table.least_row, _line(layout.size) * lines + 2 * PAD)


def _pages(layout: Layout[Row]) -> tuple[TablePage[Row], ...]:
    """Fill page after page; a row is never split, and the last page keeps room for the grand total."""
    room = layout.bottom - layout.top - layout.head - layout.sum_row
    last_room = room - layout.closing_height
    filled: list[list[tuple[Row, int]]] = [[]]
    used = 0
    for row in layout.table.rows:
        height = _row_height(layout, row)
        if filled[-1] and used + height > room:
            filled.append([])
            used = 0
        filled[-1].append((row, height))
        used += height
    moved: list[tuple[Row, int]] = []
    while len(filled[-1]) > 1 and sum(h for _, h in filled[-1]) > last_room:
        moved.insert(0, filled[-1].pop())
    if moved:
        filled.append(moved)
    return tuple(_page(layout.table, part) for part in filled)


def _page(table: Table[Row], part: Sequence[tuple[Row, int]]) -> TablePage[Row]:
    rows = tuple(row for row, _ in part)
    return TablePage(rows, tuple(height for _, height in part), table.summed(rows) if table.summed else None)
