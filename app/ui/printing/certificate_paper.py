"""The wage certificate (收入证明) of one worker on an upright sheet: a sentence, the months, who vouches for it."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from app.domain.money import capitals, yuan
from app.domain.papers.certificate import CertificateData, CertifiedMonth
from app.ui.printing.ledger_paper import amount
from app.ui.printing.sheet import PORTRAIT, Paper, Place, Sheet
from app.ui.printing.strokes import FIRM, Align, rule, text_in
from app.ui.printing.table_paint import begin_page
from app.ui.printing.typesetting import break_lines

TITLE = "收入证明"
_BODY, _STEP = 400, 720
_ROW = 640
_COLUMNS = (("月份", 2_300), ("应发", 2_500), ("社保", 2_200), ("个税", 2_200), ("其他扣款和预支", 2_700),
            ("实发", 2_500), ("已发放", 3_600))  # fmt: skip
_OVERPAID = "“其他扣款和预支”为负数的，是多发的工资，从以后工资扣回。"


def certificate_paper(data: CertificateData) -> Paper:
    """The certificate on one sheet."""
    sheet = Sheet(PORTRAIT, lambda painter, _: _paint(painter, data, _))
    month = data.months[-1].month
    return Paper(f"{TITLE}-{data.no}", month, data.unit, f"gongfang-certificate-{month}", (sheet,))


def certificate_words(data: CertificateData) -> tuple[str, ...]:
    """The sentences: who, since when, what was paid, and what this does not say."""
    counted = data.counted
    until = f"，{data.left_on.isoformat()}离职" if data.left_on else ""
    before = "".join(f"；此前 {first.isoformat()} 至 {last.isoformat()} 也在本工坊工作" for first, last in data.earlier)
    span = f"{counted[0].month} 至 {counted[-1].month}" if len(counted) > 1 else counted[0].month
    paid, average = data.paid_fen, data.average_fen
    who = (
        f"兹证明 {data.name}（身份证号：{data.id_number or '未登记'}），工坊编号 {data.no}，"
        f"自 {data.hired_on.isoformat()} 起在本工坊工作（{data.relation or '用工形式未登记'}）{until}{before}。"
    )
    what = (
        f"{span} 共 {len(counted)} 个月，本工坊已向其发放 {yuan(paid, grouped=True)} 元"
        f"（人民币{capitals(paid)}），月均 {yuan(average, grouped=True)} 元（人民币{capitals(average)}）。"
    )
    return who, what


def _paint(painter: QPainter, data: CertificateData, _: Place) -> None:
    form = PORTRAIT
    begin_page(painter, form, is_draft=False)
    text_in(painter, QRectF(form.left, form.top + 900, form.room, 1_200), TITLE, 800, Align.CENTRE, medium=True)
    y = form.top + 2_900
    for words in certificate_words(data):
        for at, line in enumerate(break_lines(f"　　{words}", form.room - 200, _BODY)):
            shown = f"　　{line}" if not at and not line.startswith("　") else line
            text_in(painter, QRectF(form.left, y, form.room, _STEP), shown, _BODY)
            y += _STEP
    y = _months(painter, data, y + 300)
    notes = [
        "本证明只列已锁定并登记发放的工资，不含未发放的金额，不作担保。",
        "应发减去社保、个税、其他扣款和预支，等于实发。",
    ]
    if any(one.other_fen < 0 for one in data.months):
        notes.append(_OVERPAID)
    if left := [one.month for one in data.months if not one.is_paid]:
        notes.append(f"以下月份尚未足额发放，未计入：{'、'.join(left)}。")
    for note in notes:
        text_in(painter, QRectF(form.left, y + 200, form.room, 460), note, 300)
        y += 460
    _signed(painter, data, y + 1_300)


def _months(painter: QPainter, data: CertificateData, y: int) -> int:
    """The months as a small table; gives the y below it."""
    form = PORTRAIT
    text_in(painter, QRectF(form.left, y, form.room, 460), "金额单位：元", 300, Align.RIGHT)
    y = top = y + 500
    rows = [tuple(title for title, _ in _COLUMNS), *(_cells(one) for one in data.months), _total(data)]
    rule(painter, form.left, y, form.room, FIRM)
    for at, cells in enumerate(rows):
        x = form.left
        bold = at in (0, len(rows) - 1)
        for text, (_, wide) in zip(cells, _COLUMNS, strict=True):
            align = Align.CENTRE if at == 0 or x == form.left else Align.RIGHT
            text_in(painter, QRectF(x, y, wide, _ROW), text, 310, align, medium=bold)
            x += wide
        y += _ROW
        rule(painter, form.left, y, form.room, FIRM if bold else 14)
    x = form.left
    for wide in (*(wide for _, wide in _COLUMNS), 0):
        painter.drawLine(QLineF(x, top, x, y))
        x += wide
    return y


def _cells(one: CertifiedMonth) -> tuple[str, ...]:
    paid = amount(one.paid_fen) if one.is_paid else f"未足额发放 {amount(one.paid_fen)}"
    return (one.month, *map(amount, _figures(one)), paid)


def _total(data: CertificateData) -> tuple[str, ...]:
    sums = (sum(column) for column in zip(*map(_figures, data.counted), strict=True))
    return (f"计入 {len(data.counted)} 个月", *map(amount, (*sums, data.paid_fen)))


def _figures(one: CertifiedMonth) -> tuple[int, ...]:
    """What leads from gross to net, which a bank adds up."""
    return one.gross_fen, one.social_fen, one.tax_fen, one.other_fen, one.net_fen


def _signed(painter: QPainter, data: CertificateData, y: int) -> None:
    form = PORTRAIT
    code = f"统一社会信用代码：{data.credit_code}" if data.credit_code else ""
    lines = (
        f"单位（盖章）：{data.unit}",
        code,
        f"地址：{data.address}" if data.address else "",
        f"电话：{data.phone}" if data.phone else "",
        "经办人：　　　　　　　　负责人：",
        f"出具日期：{data.issued_on.isoformat()}",
    )
    for text in filter(None, lines):
        text_in(painter, QRectF(form.left + 6_500, y, form.room - 6_500, 640), text, 360)
        y += 700
