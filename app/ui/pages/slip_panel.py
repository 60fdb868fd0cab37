"""One worker's slip in the side panel: every line with the formula that answers a dispute."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.messages.payroll import LINE_TITLES
from app.domain.payroll_draft import Line, Slip
from app.ui.pages.payroll_rows import amount, hours
from app.ui.tables.columns import Tone, amount_tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import divider, label, tone_label
from app.ui.words import translate

_HOURS = ("normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes")


def fill(body: QVBoxLayout, slip: Slip, lang: str) -> None:
    """Lines, sums and balances of a slip, top to bottom."""
    body.addWidget(label(f"{term(slip.relation)} · {term(slip.basis)}", "secondary"))
    body.addLayout(_times(slip))
    body.addWidget(divider())
    for line in slip.lines:
        _add_line(body, line, lang)
    body.addLayout(_sum(translate("Slip", "应发合计"), slip.gross_fen))
    body.addWidget(divider())
    for line in slip.deductions:
        _add_line(body, line, lang)
    body.addLayout(_sum(translate("Slip", "实发"), slip.net_fen))
    for title, fen in (
        (translate("Slip", "未扣完的赔偿，结转下月"), slip.carried_damage_fen),
        (translate("Slip", "未扣完的预支，结转下月"), slip.carried_advance_fen),
        (translate("Slip", "本月最低工资线"), slip.floor_fen),
    ):
        if fen:
            body.addLayout(_pair(title, amount(fen), "small"))
    body.addStretch(1)


def line_title(line: Line, lang: str) -> str:
    """The line's words: the stored Chinese label, or the English name of its code with what it is about."""
    if lang != "en":
        return line.label
    about = line.label.partition(" ")[2] or term(line.kind)
    return " · ".join(part for part in (LINE_TITLES[line.code.value].en, about) if part)


def _times(slip: Slip) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 4)
    titles = (term("正常"), term("加班"), term("休息日"), term("法定"))
    for at, (title, name) in enumerate(zip(titles, _HOURS, strict=True)):
        grid.addWidget(label(f"{title} h", "small"), 0, at)
        grid.addWidget(label(hours(getattr(slip, name))), 1, at)
    return grid


def _add_line(body: QVBoxLayout, line: Line, lang: str) -> None:
    body.addLayout(_pair(line_title(line, lang), amount(line.amount_fen), tone=amount_tone(line.amount_fen)))
    if line.formula:
        words = label(line.formula, "formula", wraps=True, selectable=True)
        body.addWidget(words)


def _sum(title: str, fen: int) -> QHBoxLayout:
    return _pair(title, amount(fen), "figure", tone=amount_tone(fen))


def _pair(title: str, value: str, role: str = "", tone: Tone = Tone.PLAIN) -> QHBoxLayout:
    row = QHBoxLayout()
    name, figure = label(title, role, wraps=True), label(value, role)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    if tone is Tone.BAD:
        tone_label(figure, value, tone)
    row.addWidget(name, 1)
    row.addWidget(figure)
    return row
