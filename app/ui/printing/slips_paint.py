"""Draws a sheet of wage slips: cells, cut lines between slips, code and signature. Black hairlines on white."""

from functools import partial

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.ledger import pay_words, period_text
from app.domain.money import capitals, decimal_text, half_up, yuan
from app.domain.papers.slips import SlipsData
from app.domain.papers.source import PaidSlip, Source
from app.domain.payroll_draft import Slip
from app.domain.vocabulary import Relation
from app.domain.worktime import DAY_MINUTES
from app.ui.printing import slips_layout as lay
from app.ui.printing.ledger_paper import HOURS_TITLES, hours, month_words
from app.ui.printing.qr import qr_image
from app.ui.printing.sheet import Paper, Place, Sheet
from app.ui.printing.slips_layout import Block, Cell, SlipSheet, carried_text, lay_out_slips
from app.ui.printing.strokes import DRAFT, FIRM, HAIR, PAD, Align, dots, frame, pen, rule, text_in
from app.ui.printing.table_paint import begin_page
from app.ui.printing.typesetting import width
from app.ui.theme.tokens import LIGHT

TITLE = "工资条"
_TITLES = {Relation.HOME: "加工费明细", Relation.SERVICES: "劳务费明细"}  # no wages (RULES 7)
_CODE = 2_000
_LINE = 360


def slips_paper(data: SlipsData) -> Paper:
    """The slips of a run laid out."""
    source = data.source
    sheets = slip_sheets(data)
    return Paper(TITLE, source.month, source.unit, f"gongfang-slips-{source.month}", sheets, source.is_draft)


def slip_sheets(data: SlipsData) -> tuple[Sheet, ...]:
    """The sheets of slips."""
    return tuple(Sheet(lay.FORM, partial(_paint, data, sheet)) for sheet in lay_out_slips(data))


def _paint(data: SlipsData, sheet: SlipSheet, painter: QPainter, _: Place) -> None:
    begin_page(painter, lay.FORM, is_draft=data.source.is_draft)
    _cut_lines(painter, sheet)
    painter.setPen(pen(HAIR))
    for row, column, cell in sheet.cells:
        _cell(painter, data, cell, column * lay.CELL_WIDTH + lay.MARGIN, row * lay.CELL_HEIGHT + lay.MARGIN)


def _cut_lines(painter: QPainter, sheet: SlipSheet) -> None:
    """Dashed lines round each slip, none through one: neighbours of one slip stay together."""
    cut = QPen(QColor(LIGHT.ink), HAIR, Qt.PenStyle.CustomDashLine)
    cut.setDashPattern([18, 14])
    painter.setPen(cut)
    owner = {(row, column): cell.paid.slip.worker_id for row, column, cell in sheet.cells}
    wide, high = lay.CELL_WIDTH, lay.CELL_HEIGHT
    for row in range(lay.DOWN):
        here, right = owner.get((row, 0)), owner.get((row, 1))
        if here is not None and here != right:
            painter.drawLine(QLineF(wide, row * high, wide, (row + 1) * high))
        for column in range(lay.ACROSS if row else 0):
            above, below = owner.get((row - 1, column)), owner.get((row, column))
            if above != below:
                painter.drawLine(QLineF(column * wide, row * high, (column + 1) * wide, row * high))
    if (last := max(row for row, _ in owner)) < lay.DOWN - 1:
        under = (last + 1) * high
        painter.drawLine(QLineF(0, under, lay.FORM.page_width, under))


def _cell(painter: QPainter, data: SlipsData, cell: Cell, x: int, y: int) -> None:
    _head(painter, data.source, cell, x, y)
    wide = lay.WIDE if not cell.is_last else lay.WIDE - lay.SIDE - lay.GAP
    at = y + lay.HEAD
    for block in cell.blocks:
        at = _block(painter, block, x, at, wide)
    if not cell.is_last:
        box = QRectF(x, y + lay.HIGH - lay.NOTE, lay.WIDE, lay.NOTE)
        text_in(painter, box, f"转下格（{cell.part}/{cell.parts}）", lay.TINY, Align.RIGHT)
        return
    _sums(painter, cell, x, y, wide)
    _side(painter, data, cell, x + wide + lay.GAP, y)


def _head(painter: QPainter, source: Source, cell: Cell, x: int, y: int) -> None:
    slip = cell.paid.slip
    part = f"（{cell.part}/{cell.parts}）" if cell.parts > 1 else ""
    title = source.titled(_TITLES.get(slip.relation, TITLE)) + (f"　{DRAFT}" if source.is_draft else "")
    box = QRectF(x - PAD, y, lay.WIDE + 2 * PAD, 440)
    text_in(painter, box.adjusted(0, 0, -3_900, 0), f"{title}　{month_words(source.month)}{part}", 320, medium=True)
    _unit(painter, box.adjusted(lay.WIDE - 3_900, 0, 0, 0), source.unit)
    second = box.translated(0, 440)
    after = width(slip.no, 300, True) + 300
    text_in(painter, second, slip.no, 300, medium=True)
    text_in(painter, second.adjusted(after, 0, -3_200, 0), slip.name, 300, medium=True)
    what = " · ".join(filter(None, (slip.relation, slip.basis, period_text(slip))))
    text_in(painter, second.adjusted(lay.WIDE - 3_200, 0, 0, 0), what, 230, Align.RIGHT)
    text_in(painter, QRectF(x - PAD, y + 880, lay.WIDE + 2 * PAD, 320), _time_words(cell.paid, source), 215)
    rule(painter, x, y + lay.HEAD - 30, lay.WIDE, FIRM)


def _unit(painter: QPainter, box: QRectF, unit: str) -> None:
    """The workshop's name, a long one in two lines of small type."""
    if width(unit, 240) <= box.width() - 2 * PAD:
        text_in(painter, box, unit, 240, Align.RIGHT)
        return
    middle = (len(unit) + 1) // 2
    for at, line in enumerate((unit[:middle], unit[middle:])):
        text_in(painter, QRectF(box.left(), box.top() + at * 200, box.width(), 220), line, 195, Align.RIGHT)


def _time_words(one: PaidSlip, source: Source) -> str:
    """Hours, absence, and when this worker was paid; until then the agreed day."""
    slip = one.slip
    minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
    time = "　".join(f"{what} {hours(value)}" for what, value in zip(HOURS_TITLES, minutes, strict=True))
    paid = pay_words(source.pay_date, () if one.is_open else one.paid)
    return f"工时（小时）　{time}{_absence_words(slip)}　{paid}".rstrip()


def _absence_words(slip: Slip) -> str:
    """Days of absence, of full-time workers only: hours not worked take nothing from anybody else's pay (RULES 4)."""
    if slip.relation is not Relation.FULL_TIME:
        return ""
    unpaid = decimal_text(half_up(slip.unpaid_minutes * 100, DAY_MINUTES), 2) if slip.unpaid_minutes else "–"
    return f"　缺勤 {unpaid} 天"


def _block(painter: QPainter, block: Block, x: int, y: int, wide: int) -> int:
    """One line of the slip; gives the y below it."""
    kind = block.type
    if block.begins_deductions:
        dots(painter, x, y + lay.APART // 2, wide)
        y += lay.APART
    if block.measure:
        box = QRectF(x, y, wide - lay.AMOUNT, kind.step)
        text_in(painter, box, block.measure, kind.tiny, Align.RIGHT)
    for at, label in enumerate(block.labels):
        text_in(painter, QRectF(x - PAD, y + at * kind.step, wide - lay.AMOUNT + PAD, kind.step), label, kind.size)
    amount = QRectF(x + wide - lay.AMOUNT, y, lay.AMOUNT + PAD, kind.step)
    text_in(painter, amount, block.amount, kind.size, Align.RIGHT)
    y += len(block.labels) * kind.step
    for formula in block.formulas:
        text_in(painter, QRectF(x + 60, y, wide - lay.AMOUNT, kind.tiny_step), formula, kind.tiny)
        y += kind.tiny_step
    return y


def _sums(painter: QPainter, cell: Cell, x: int, y: int, wide: int) -> None:
    slip = cell.paid.slip
    top = y + lay.HIGH - lay.SUMS
    carried = carried_text(cell.paid)
    if carried:
        text_in(painter, QRectF(x - PAD, top - lay.NOTE, wide + PAD, lay.NOTE), carried, lay.TINY + 5)
    rule(painter, x, top, wide)
    line = QRectF(x - PAD, top + 30, wide + 2 * PAD, _LINE)
    taken = yuan(slip.gross_fen - slip.net_fen, grouped=True)
    text_in(painter, line, f"应发 {yuan(slip.gross_fen, grouped=True)}　扣款 {taken}", 265)
    net = line.translated(0, _LINE).adjusted(0, 0, 0, 60)
    text_in(painter, net, f"实发 ¥ {yuan(slip.net_fen, grouped=True)}", 350, medium=True)
    text_in(painter, line.translated(0, 2 * _LINE + 60), f"人民币{capitals(slip.net_fen)}", 240)


def _side(painter: QPainter, data: SlipsData, cell: Cell, x: int, y: int) -> None:
    """Signature cell above, code below; without a code (a draft) the cell is the taller."""
    top, bottom = y + lay.HEAD + 60, y + lay.HIGH
    code = data.codes.get(cell.paid.slip.worker_id)
    signing = QRectF(x, top, lay.SIDE, bottom - top - (_CODE + 420 if code else 0))
    frame(painter, signing, HAIR)
    text_in(painter, QRectF(x, top, lay.SIDE, 320), "领款人签名或手印", 205, Align.CENTRE)
    if code:
        box = QRectF(x + (lay.SIDE - _CODE) / 2, bottom - _CODE - 220, _CODE, _CODE)
        painter.drawImage(box, qr_image(*code))
        text_in(painter, QRectF(x, bottom - 220, lay.SIDE, 260), "扫码可见，工坊可核验", 180, Align.CENTRE)
    painter.setPen(pen(HAIR))
