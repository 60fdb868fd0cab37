"""The day sheet's side panel: a pasted text before it is noted, and the day's figures once it is closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.day_sheet import DaySummary
from app.services.day_edit import DayClosed
from app.ui.pages.today_pasted import Pasted, PastedCell, PastedFault
from app.ui.pages.today_rows import pieces_text
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID, ROW
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.side_panel import SidePanel
from app.ui.words import translate

_MOST_SHOWN = 12
_MOST_FAULTS = 8


def show_pasted(panel: SidePanel, look: Look, pasted: Pasted, take: Callable[[], object], lang: str) -> QPushButton:
    """Show what a pasted text would note; ``take`` notes it. Answers the button that does."""
    body = panel.begin(translate("Today", "粘贴的内容"))
    _faults(body, pasted.faults, lang)
    if pasted.cells:
        body.addWidget(label(translate("Today", "将登记 {count} 处：").format(count=len(pasted.cells))))
        body.addWidget(_preview(look, pasted.cells), 1)
    else:
        body.addWidget(label(translate("Today", "没有可以登记的内容。"), "secondary", wraps=True))
    taking = button(translate("Today", "登记 ↵"), take, "primary", name="take-pasted")
    taking.setEnabled(bool(pasted.cells))
    _acts(body, panel, taking, translate("Today", "不登记 Esc"))
    (taking if pasted.cells else panel).setFocus()
    return taking


def show_left(panel: SidePanel, faults: Sequence[PastedFault], lang: str) -> None:
    """After the rest is noted: the lines that were not."""
    body = panel.begin(translate("Today", "没有登记的行"))
    _faults(body, faults, lang)
    close = button(translate("Today", "知道了 Esc"), panel.leave, "primary", name="panel-close")
    _acts(body, panel, close)
    close.setFocus()


def show_closed(panel: SidePanel, title: str, closed: DayClosed, earned: tuple[str, str], above: Sequence[str]) -> None:
    """The day as it was closed: who did what, pieces, what day and month earn, who is not filled in, who is far
    ``above`` the own average.
    """
    body = panel.begin(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 6)
    grid.setVerticalSpacing(GRID * 2)
    grid.setColumnStretch(0, 1)
    for at, (name, value) in enumerate(_figures(closed.summary, earned)):
        grid.addWidget(label(name, "secondary"), at, 0)
        grid.addWidget(label(value, "figure"), at, 1, Qt.AlignmentFlag.AlignRight)
    body.addLayout(grid)
    missing = label(wraps=True)
    if closed.not_filled:
        words = translate("Today", "未填 {count} 人：{names}。未填不算缺勤，可以随时补上。")
        names = translate("Today", "、").join(closed.not_filled)
        tone_label(missing, words.format(count=len(closed.not_filled), names=names), Tone.WARN)
    else:
        tone_label(missing, translate("Today", "✓ 人人都填了。"), Tone.GOOD)
    body.addWidget(missing)
    if above:
        words = translate("Today", "高于自己平均 3 倍：{names}。请核对件数。")
        second_look = label(wraps=True)
        tone_label(second_look, words.format(names=translate("Today", "、").join(above)), Tone.WARN)
        body.addWidget(second_look)
    close = button(translate("Today", "关闭 Esc"), panel.leave, "primary", name="panel-close")
    _acts(body, panel, close)
    close.setFocus()


def _figures(sums: DaySummary, earned: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        (translate("Today", "出勤（人）"), str(sums.present)),
        (translate("Today", "请假（人）"), str(sums.leave)),
        (translate("Today", "缺勤（人）"), str(sums.absent)),
        (translate("Today", "休息（人）"), str(sums.off)),
        (translate("Today", "未填（人）"), str(sums.not_filled)),
        (translate("Today", "合格件数"), pieces_text(sums.good_milli)),
        (translate("Today", "今日约（元）"), earned[0]),
        (translate("Today", "本月至此约（元）"), earned[1]),
    ]


def _faults(body: QVBoxLayout, faults: Sequence[PastedFault], lang: str) -> None:
    if not faults:
        return
    head = label(wraps=True)
    tone_label(head, translate("Today", "{count} 处没有看懂，不会登记：").format(count=len(faults)), Tone.BAD)
    body.addWidget(head)
    for fault in faults[:_MOST_FAULTS]:
        body.addWidget(label(fault.words(lang), wraps=True))
    if len(faults) > _MOST_FAULTS:
        more = translate("Today", "还有 {count} 处。").format(count=len(faults) - _MOST_FAULTS)
        body.addWidget(label(more, "secondary"))


def _preview(look: Look, cells: Sequence[PastedCell]) -> QWidget:
    table: RowsTable[PastedCell] = RowsTable(look)
    table.keep_order()
    columns = [
        Column[PastedCell](translate("Today", "姓名"), 120, lambda c: c.row.name, stretch=True),
        Column[PastedCell](translate("Today", "内容"), 110, lambda c: c.what),
        Column[PastedCell](translate("Today", "原来"), 60, lambda c: c.before or "–", Align.RIGHT),
        Column[PastedCell](translate("Today", "改为"), 60, lambda c: c.after or "–", Align.RIGHT),
    ]
    table.show_rows(columns, cells)
    table.setMinimumHeight((min(len(cells), _MOST_SHOWN) + 1) * ROW + GRID * 2)
    table.view.setAccessibleName(translate("Today", "将登记的内容"))
    return table


def _acts(body: QVBoxLayout, panel: SidePanel, leads: QPushButton, refuse: str = "") -> None:
    """The buttons; Enter presses the first wherever the keyboard stands in the panel's buttons."""
    row = QHBoxLayout()
    row.addWidget(leads)
    if refuse:
        row.addWidget(button(refuse, panel.leave, name="leave-pasted"))
    row.addStretch(1)
    for key in ("Return", "Enter"):
        shortcut = QShortcut(QKeySequence(key), leads)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(leads.click)
    body.addSpacing(GRID * 2)
    body.addLayout(row)
    body.addStretch(1)
