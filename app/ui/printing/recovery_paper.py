"""The recovery sheet and the printer's trial page: upright, black on white, readable after a photocopy."""

from functools import partial

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from app.domain.papers.recovery import RecoveryData, TrialData, groups
from app.ui.printing.sheet import PORTRAIT, Paper, Place, Sheet
from app.ui.printing.strokes import FIRM, HAIR, Align, frame, pen, text_in
from app.ui.printing.table_paint import begin_page
from app.ui.printing.typesetting import break_lines

TITLE, TRIAL_TITLE = "恢复密钥", "打印测试页"
_ACROSS = 2
_GROUP_HIGH, _LETTERS = 2_300, 1_050
_LINE, _WORDS = 720, 400
_KEEP = (
    "忘记密码，或电脑坏了要从备份恢复时，只有这张纸上的密钥能打开账本。",
    "谁拿到它和备份，谁就能看到全部记录：请锁好，与电脑分开存放，不要拍照。",
    "输入时不分大小写；没有字母 I、L、O、U，看着像的一律是数字 1 和 0。",
    "程序不保存这个密钥。换了新的恢复密钥后，这张纸只能打开以前的备份。",
)
_SCRIPTS = (
    ("汉字", "工坊账本：刺绣、织锦、蜡染、银饰 0123456789"),
    ("彝文", "ꆈꌠꁱꂷ ꋍꑍꌕꇖꉬꃘꏃꉆꈬꊰ"),
    ("藏文", "བོད་ཡིག ༠༡༢༣༤༥༦༧༨༩"),
    ("维吾尔文", "ئۇيغۇرچە"),
    ("金额", "1,234,567.89　壹佰贰拾叁元肆角伍分"),
)
_LENGTH = 10_000


def recovery_paper(data: RecoveryData) -> Paper:
    """The key in big letters on one sheet."""
    sheet = Sheet(PORTRAIT, partial(_paint_key, data))
    return Paper(TITLE, data.day, data.unit, f"gongfang-recovery-{data.day}", (sheet,))


def trial_paper(data: TrialData) -> Paper:
    """A frame at the margins, a line of 10 cm and every script: what a printer must manage."""
    sheet = Sheet(PORTRAIT, partial(_paint_trial, data))
    return Paper(TRIAL_TITLE, data.day, data.unit, f"gongfang-trial-{data.day}", (sheet,))


def _paint_key(data: RecoveryData, painter: QPainter, _: Place) -> None:
    form = PORTRAIT
    y = _heading(painter, TITLE, f"{data.unit}　{data.user}　{data.day}")
    parts = groups(data.key)
    wide = form.room / _ACROSS
    for at, part in enumerate(parts):
        box = QRectF(form.left + at % _ACROSS * wide, y + at // _ACROSS * _GROUP_HIGH, wide, _GROUP_HIGH)
        frame(painter, box, HAIR)
        text_in(painter, QRectF(box.left(), box.top(), 900, box.height()), f"{at + 1}", _WORDS)
        text_in(painter, box.adjusted(900, 0, 0, 0), part, _LETTERS, Align.CENTRE, medium=True)
    rows = -(-len(parts) // _ACROSS)
    frame(painter, QRectF(form.left, y, form.room, rows * _GROUP_HIGH), FIRM)
    _lines(painter, y + rows * _GROUP_HIGH + 700, _KEEP)


def _paint_trial(data: TrialData, painter: QPainter, _: Place) -> None:
    form = PORTRAIT
    inner = QRectF(form.left, form.top, form.room, form.page_height - form.top - form.bottom)
    frame(painter, inner, FIRM)
    y = _heading(painter, TRIAL_TITLE, f"{data.unit}　{data.day}")
    for title, words in _SCRIPTS:
        text_in(painter, QRectF(form.left + 600, y, 2_400, 1_000), title, _WORDS)
        text_in(painter, QRectF(form.left + 3_000, y, form.room - 3_600, 1_000), words, 520)
        y += 1_100
    y += 500
    left = form.left + 700
    painter.setPen(pen(FIRM))
    painter.drawLine(QLineF(left, y, left + _LENGTH, y))
    for at in range(11):
        painter.drawLine(QLineF(left + at * 1_000, y - (300 if at % 5 == 0 else 150), left + at * 1_000, y))
    painter.setPen(pen(HAIR))
    y += 500
    checks = (
        "上面的横线应正好长 10 厘米：用尺子量。不对，请在打印设置里选“实际大小”（100%），不要“适合页面”。",
        "四周的框应完整：少了一边，是打印机的页边太宽，请选 A4 纸、无缩放。",
        "各种文字都应清楚，没有方框“□”或“〓”。",
    )
    _lines(painter, y, checks, inset=600)


def _heading(painter: QPainter, title: str, below: str) -> int:
    """Title and one line below it; gives the y under them."""
    form = PORTRAIT
    begin_page(painter, form, is_draft=False)
    text_in(painter, QRectF(form.left, form.top + 700, form.room, 1_300), title, 850, Align.CENTRE, medium=True)
    text_in(painter, QRectF(form.left, form.top + 2_100, form.room, 700), below, _WORDS, Align.CENTRE)
    return form.top + 3_400


def _lines(painter: QPainter, y: int, lines: tuple[str, ...], inset: int = 0) -> None:
    from_left = PORTRAIT.left + inset
    for text in lines:
        for at, line in enumerate(break_lines(text, PORTRAIT.room - 2 * inset - 1_000, _WORDS)):
            mark = "·　" if at == 0 else "　　"
            text_in(painter, QRectF(from_left, y, PORTRAIT.room - 2 * inset, _LINE), f"{mark}{line}", _WORDS)
            y += _LINE
        y += 120
