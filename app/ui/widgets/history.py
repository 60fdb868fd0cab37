"""The history of a record in the side panel: who changed what, when; offered by the menu of a table."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages.columns import column_title
from app.domain.messages.text import Twofold
from app.services import history as changes
from app.services.history import Change, Deed, Part, Subject
from app.ui.desk import Desk
from app.ui.tables.view import RowsTable
from app.ui.terms import table_term, term
from app.ui.theme.tokens import GRID
from app.ui.widgets.page import Page
from app.ui.widgets.parts import divider, label
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate

R = TypeVar("R")
WORKER_MORE = ("pay_term", "household_status", "opening")
"""What belongs to a worker's history beside his own record."""


def offer_history(page: Page, table: RowsTable[R], of: Callable[[R], tuple[str, Subject]]) -> None:
    """Put 查看修改记录 into a table's menu; ``of`` gives a row's title and whose history it is."""
    table.row_acts.append((translate("History", "查看修改记录"), lambda row: show_history(page, *of(row))))


def show_history(page: Page, title: str, subject: Subject) -> None:
    """Open a record's history in the page's side panel, unless somebody goes on typing there."""
    if not may_leave(page.panel):
        return

    def show(rows: tuple[Change, ...]) -> None:
        heading = translate("History", "{title}　修改记录").format(title=title)
        page.panel.begin(heading).addWidget(HistoryView(page.desk, rows), 1)
        page.panel.setFocus()

    page.desk.ask(changes.history, subject, then=show, owner=page)


class HistoryView(QWidget):
    """The changes, newest first."""

    def __init__(self, desk: Desk, rows: Sequence[Change]) -> None:
        super().__init__()
        self._lang = desk.lang
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        if not rows:
            whole.addWidget(label(translate("History", "没有修改记录。"), "secondary", wraps=True))
        for at, row in enumerate(rows):
            if at:
                whole.addWidget(divider())
            whole.addLayout(self._change(row))
        if len(rows) == changes.MOST:
            words = translate("History", "只显示最近 {count} 次修改。")
            whole.addWidget(label(words.format(count=changes.MOST), "small", wraps=True))
        whole.addStretch(1)

    def _change(self, row: Change) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addLayout(_head(row))
        for part in row.parts:
            column.addWidget(label(self.words(row, part), wraps=True, selectable=True))
        return column

    def words(self, row: Change, part: Part) -> str:
        """标准（元）：2,600.00 → 2,800.00; only the new value of a record that was added."""
        title = column_title(row.table, part.column, self._lang)
        before, after = (self._value(text) for text in (part.before, part.after))
        if row.deed is Deed.ADDED and not part.before:
            return translate("History", "{title}：{after}").format(title=title, after=after)
        return translate("History", "{title}：{before} → {after}").format(title=title, before=before, after=after)

    def _value(self, text: str) -> str:
        if isinstance(text, Twofold):
            return text.text(self._lang)
        return term(text) if text else translate("History", "空")


def _head(row: Change) -> QHBoxLayout:
    """What was done, and who did it when."""
    line = QHBoxLayout()
    line.setSpacing(GRID * 2)
    subject = f"{table_term(row.table)} {row.about}".strip() if row.about else ""
    line.addWidget(label(f"{deed_words(row.deed)}　{subject}".strip(), "secondary"), 1)
    who = row.user if row.here else translate("History", "{user}（另一台电脑）").format(user=row.user)
    line.addWidget(label(f"{row.at:%Y-%m-%d %H:%M}　{who}", "small"))
    return line


def deed_words(deed: Deed) -> str:
    """What was done, in words."""
    words = {
        Deed.ADDED: translate("History", "新增"),
        Deed.CHANGED: translate("History", "修改"),
        Deed.REMOVED: translate("History", "删除"),
        Deed.RESTORED: translate("History", "恢复"),
        Deed.UNDONE: translate("History", "撤销"),
    }
    return words[deed]
