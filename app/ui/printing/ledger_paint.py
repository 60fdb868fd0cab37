"""Draws one page of a laid-out ledger: the same strokes for preview, printer and PDF. Black hairlines on white."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.domain.ledger import LedgerSum, pack_title
from app.domain.money import capitals, yuan
from app.ui.printing.ledger_layout import (
    BOTTOM,
    CAPITALS_ROW,
    FOOT,
    LEFT,
    PAD,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    ROOM,
    TABLE_TOP,
    TOP,
    Align,
    Column,
    Layout,
    cell_lines,
    title_lines,
)
from app.ui.printing.typesetting import draw_line, paper_font, width
from app.ui.theme.tokens import LIGHT

HAIR, FIRM, DOTTED = 14, 30, 9
TITLE, PLAIN, SMALL = 560, 290, 230
GROUP_ROW = 460
LEAST_TYPE = 150
DRAFT = "草稿 DRAFT"
_PROXY_NOTE = "签名或按手印即确认已足额收到实发金额；由他人代领的，写明代签人姓名及与本人关系。手印只按在纸上。"


def paint_page(painter: QPainter, layout: Layout, index: int) -> None:
    """Draw page ``index`` (from 0). The painter's units must be 1/100 mm from the paper's top left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layout.data.is_draft:
        _watermark(painter)
    painter.setPen(_pen(HAIR))
    _title(painter, layout)
    rows_end = TABLE_TOP + layout.head + sum(layout.pages[index].heights)
    _frame(painter, layout, rows_end, _table(painter, layout, index))
    _foot(painter, layout, index)


def _table(painter: QPainter, layout: Layout, index: int) -> int:
    """Heading, rows and sums; gives the y of the last sum row's lower edge."""
    page = layout.pages[index]
    _heading(painter, layout)
    y = TABLE_TOP + layout.head
    for row, height in zip(page.rows, page.heights, strict=True):
        for column, x in _places(layout):
            _cell(painter, layout, column, QRectF(x, y, column.width, height), cell_lines(layout, column, row))
        y += height
        _rule(painter, y)
    _sums(painter, layout, y, f"本页小计（{len(page.rows)} 人）", page.subtotal)
    y += layout.sum_row
    _rule(painter, y, FIRM)
    if index == len(layout.pages) - 1:
        _sums(painter, layout, y, f"总计（{len(layout.data.rows)} 人）", layout.total)
        y += layout.sum_row
        _rule(painter, y)
        _capitals(painter, layout, y)
    return y


def _places(layout: Layout) -> list[tuple[Column, int]]:
    x, placed = LEFT, []
    for column in layout.columns:
        placed.append((column, x))
        x += column.width
    return placed


def _title(painter: QPainter, layout: Layout) -> None:
    data = layout.data
    year, month = data.month.split("-")
    title = QRectF(LEFT, TOP, ROOM, 800)
    _line(painter, title, f"{data.title}（{year} 年 {int(month)} 月）", TITLE, Align.CENTRE, medium=True)
    if data.is_draft:
        badge = QRectF(LEFT + ROOM - 3_600, TOP + 60, 3_600, 640)
        painter.setPen(_pen(FIRM))
        painter.drawRect(badge)
        painter.setPen(_pen(HAIR))
        _line(painter, badge, DRAFT, 380, Align.CENTRE, medium=True)
    code = f"　统一社会信用代码：{data.credit_code}" if data.credit_code else ""
    paid = data.pay_date.isoformat() if data.pay_date else ""
    line = QRectF(LEFT, TOP + 880, ROOM, 480)
    _line(painter, line.adjusted(-PAD, 0, -10_500, 0), f"单位：{data.unit}{code}", PLAIN, Align.LEFT)
    dates = f"工资所属期：{data.first_day.isoformat()} 至 {data.last_day.isoformat()}　发放日期：{paid}"
    _line(painter, line.adjusted(ROOM - 10_400, 0, PAD, 0), dates, PLAIN, Align.RIGHT)


def _heading(painter: QPainter, layout: Layout) -> None:
    _rule(painter, TABLE_TOP, FIRM)
    _rule(painter, TABLE_TOP + layout.head, FIRM)
    for group, x, wide in _groups(layout):
        _line(painter, QRectF(x, TABLE_TOP, wide, GROUP_ROW), group, layout.small, Align.CENTRE)
        painter.drawLine(QLineF(x, TABLE_TOP + GROUP_ROW, x + wide, TABLE_TOP + GROUP_ROW))
    for column, x in _places(layout):
        top = TABLE_TOP + (GROUP_ROW if column.group else 0)
        box = QRectF(x, top, column.width, TABLE_TOP + layout.head - top)
        _stack(painter, layout, box, [(lines, column.ruled) for lines in title_lines(layout, column)])


def _stack(painter: QPainter, layout: Layout, box: QRectF, tiers: Sequence[tuple[tuple[str, ...], bool]]) -> None:
    """Titles one above another, each in an equal share of the box, dotted lines between where cells are ruled."""
    share = box.height() / len(tiers)
    step = layout.small * 1.25
    for at, (lines, ruled) in enumerate(tiers):
        top = box.top() + share * at
        if at and ruled:
            _dots(painter, box.left(), top, box.width())
        first = top + (share - step * len(lines)) / 2
        for place, text in enumerate(lines):
            room = QRectF(box.left(), first + place * step, box.width(), step)
            _line(painter, room, text, layout.small, Align.CENTRE)


def _groups(layout: Layout) -> list[tuple[str, int, int]]:
    """Heading groups as (title, x, width)."""
    found: list[tuple[str, int, int]] = []
    for column, x in _places(layout):
        if column.group and found and found[-1][0] == column.group:
            found[-1] = (column.group, found[-1][1], found[-1][2] + column.width)
        elif column.group:
            found.append((column.group, x, column.width))
    return found


def _cell(
    painter: QPainter, layout: Layout, column: Column, box: QRectF, lines: Sequence[str], *, medium: bool = False
) -> None:
    """Lines of a cell spread over its height; ruled cells get a dotted line between their tiers."""
    if not lines:
        return
    share = box.height() / len(lines) if column.ruled else layout.size * 1.45
    top = box.top() + (box.height() - share * len(lines)) / 2
    for at, text in enumerate(lines):
        if at and column.ruled:
            _dots(painter, box.left(), top + share * at, box.width())
        if text:
            room = QRectF(box.left(), top + share * at, box.width(), share)
            _line(painter, room, text, layout.size, column.align, medium=medium)


def _sums(painter: QPainter, layout: Layout, y: int, title: str, sums: LedgerSum) -> None:
    box = QRectF(LEFT, y, sum(column.width for column in layout.columns[:3]), layout.sum_row)
    _line(painter, box, title, layout.size, Align.CENTRE, medium=True)
    for column, x in _places(layout)[3:]:
        _cell(painter, layout, column, QRectF(x, y, column.width, layout.sum_row), column.sums(sums), medium=True)


def _capitals(painter: QPainter, layout: Layout, y: int) -> None:
    fen = layout.total.net_fen
    box = QRectF(LEFT, y, ROOM, CAPITALS_ROW)
    text = f"实发总额（大写）：人民币{capitals(fen)}　　（小写）：¥ {yuan(fen, grouped=True)}"
    _line(painter, box, text, PLAIN + 20, Align.LEFT, medium=True)
    painter.setPen(_pen(FIRM))
    painter.drawRect(box)
    painter.setPen(_pen(HAIR))


def _frame(painter: QPainter, layout: Layout, rows_end: int, bottom: int) -> None:
    """Vertical lines; the three columns left of the hours stay open in the sum rows."""
    for at, (column, x) in enumerate(_places(layout)):
        inner = at > 0 and column.group and layout.columns[at - 1].group == column.group
        top = TABLE_TOP + GROUP_ROW if inner else TABLE_TOP
        painter.drawLine(QLineF(x, top, x, rows_end if at in (1, 2) else bottom))
    painter.drawLine(QLineF(LEFT + ROOM, TABLE_TOP, LEFT + ROOM, bottom))


def _foot(painter: QPainter, layout: Layout, index: int) -> None:
    data = layout.data
    top = PAGE_HEIGHT - BOTTOM - FOOT + 180
    parts = (f"制表：{data.prepared_by}", "审核：", "负责人：", "日期：　　　　年　　月　　日")
    for at, text in enumerate(parts):
        _line(painter, QRectF(LEFT + ROOM * at // 4, top, ROOM // 4, 520), text, PLAIN, Align.LEFT)
    note = QRectF(LEFT, top + 540, ROOM, 320)
    _line(painter, note.adjusted(0, 0, -9_200, 0), _PROXY_NOTE, SMALL, Align.LEFT)
    if data.chain_code:
        _line(painter, note.adjusted(ROOM - 9_100, 0, 0, 0), f"记录链：{data.chain_code}", SMALL, Align.RIGHT)
    code = "草稿，未锁定，金额可能变动，不作发放依据" if data.is_draft else f"校验码：{data.check_code}"
    packs = "、".join(map(pack_title, data.packs))
    line = QRectF(LEFT, top + 880, ROOM, 320)
    _line(painter, line.adjusted(0, 0, -9_200, 0), f"规则包：{packs}", SMALL, Align.LEFT)
    _line(painter, line.adjusted(ROOM - 9_100, 0, -3_000, 0), code, SMALL, Align.RIGHT)
    _line(painter, line, f"第 {index + 1} 页，共 {len(layout.pages)} 页", SMALL, Align.RIGHT)


def _watermark(painter: QPainter) -> None:
    painter.save()
    painter.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    painter.rotate(-28)
    size = 4_000
    outline = QPainterPath()  # no letters: they would stand between the rows of the text taken out of the file
    outline.addText(QPointF(-width(DRAFT, size, True) / 2, size * 0.35), paper_font(size, True), DRAFT)
    painter.fillPath(outline, QColor(LIGHT.watermark))
    painter.restore()


def _line(painter: QPainter, box: QRectF, text: str, size: int, align: Align, *, medium: bool = False) -> None:
    """One line in a box, set smaller where it would not fit (down to 1.5 mm): nothing is cut off."""
    room = box.width() - 2 * PAD
    wide = width(text, size, medium)
    if wide > room:
        size = max(int(size * room / wide), LEAST_TYPE)
        wide = width(text, size, medium)
    spare = {Align.LEFT: 0.0, Align.RIGHT: room - wide, Align.CENTRE: (room - wide) / 2}[align]
    draw_line(painter, QPointF(box.left() + PAD + spare, box.center().y() + size * 0.36), text, size, medium)


def _rule(painter: QPainter, y: int, thickness: int = HAIR) -> None:
    painter.setPen(_pen(thickness))
    painter.drawLine(QLineF(LEFT, y, LEFT + ROOM, y))
    painter.setPen(_pen(HAIR))


def _dots(painter: QPainter, x: float, y: float, wide: float) -> None:
    painter.setPen(_pen(DOTTED, dotted=True))
    painter.drawLine(QLineF(x, y, x + wide, y))
    painter.setPen(_pen(HAIR))


def _pen(thickness: int, *, dotted: bool = False) -> QPen:
    pen = QPen(QColor(LIGHT.ink), thickness)
    if dotted:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 8])
    return pen
