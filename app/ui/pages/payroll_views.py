"""The first three steps' views: the check list, the wages, the wages beside last month's."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.payroll_draft import Finding, Slip
from app.ui.desk import Desk
from app.ui.pages import payroll_tables as tables
from app.ui.pages.payroll_places import place_of
from app.ui.pages.payroll_rows import MonthView
from app.ui.pages.payroll_tables import Beside
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import empty_state, label, tone_label
from app.ui.words import translate


class CheckView(QWidget):
    """What must be mended before the lock and what to look at; Enter or a click goes there (``wanted``: a Jump)."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sentence, column = _with_sentence(self)
        self.table: RowsTable[tuple[bool, Finding]] = RowsTable(desk.look)
        self._empty = empty_state("")
        self.table.when_empty(self._empty)
        self.table.opened.connect(lambda found: self.go(found[1]))
        self.table.view.clicked.connect(self._on_clicked)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Show the check list; a lock does not keep it."""
        found = tables.findings(view)
        self.table.show_rows(tables.finding_columns(self._desk.lang), found)
        if found and not self.table.view.currentIndex().isValid():
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        must = len(view.problems)
        words = translate("Payroll", "{must} 条必须处理后才能锁定；{look} 条请核对，不影响锁定。回车或点“去处理”。")
        done = translate("Payroll", "没有必须处理的。下面 {look} 条请核对，不影响锁定。")
        text = (words if must else done).format(must=must, look=len(view.warnings))
        tone_label(self.sentence, text, Tone.BAD if must else Tone.QUIET)
        self.sentence.setVisible(bool(found))
        locked = translate("Payroll", "工资已锁定：锁定时的检查清单不再更新。")
        none = translate("Payroll", "检查清单是空的：没有要处理的，也没有要核对的。")
        for part in self._empty.findChildren(QLabel):
            part.setText(locked if view.run is not None else none)

    def go(self, finding: Finding) -> None:
        """Open the place that mends a finding."""
        place = place_of(finding)
        if place is None:
            self._desk.say(translate("Payroll", "这一条只要看一看，没有要改的地方。"), Tone.QUIET)
        else:
            self.wanted.emit(place)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == len(self.table.model.columns) - 1:
            self.go(self.table.model.rows[index.row()][1])


class WageView(QWidget):
    """Every slip in a line; Enter or a click opens it (``opened``: a Slip)."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.sentence, column = _with_sentence(self)
        self.table: RowsTable[Slip] = RowsTable(desk.look)
        self.table.opened.connect(self.opened)
        self.table.view.clicked.connect(lambda index: self.opened.emit(self.table.model.rows[index.row()]))
        self.table.when_empty(empty_state(translate("Payroll", "这个月没有在职的工人，没有工资可算。")))
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Show the slips."""
        self.table.show_rows(tables.wage_columns(), view.slips, tables.wage_totals(view.slips))
        draft = translate("Payroll", "按现在的记录算出（F5 重新计算）。点一个人看每一行的算式。")
        locked = translate("Payroll", "锁定时的数，不会再变。点一个人看每一行的算式。")
        self.sentence.setText(draft if view.run is None else locked)


class ReviewView(QWidget):
    """The month beside last month's; Enter or a click opens the slip (``opened``: a Slip)."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.sentence, column = _with_sentence(self)
        self.table: RowsTable[Beside] = RowsTable(desk.look)
        self.table.opened.connect(self._open)
        self.table.view.clicked.connect(lambda index: self._open(self.table.model.rows[index.row()]))
        self.table.when_empty(empty_state(translate("Payroll", "这个月没有在职的工人，没有工资可算。")))
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Show both months; without a locked last month there is nothing beside it, which is said."""
        rows = tables.beside(view)
        self.table.show_rows(tables.beside_columns(), rows, tables.beside_totals(view, rows))
        marked = sum(row.marked for row in rows)
        if all(row.row.last_gross_fen is None for row in rows):
            words, tone = translate("Payroll", "上个月没有锁定的工资，没有可比的。"), Tone.QUIET
        elif marked:
            text = translate("Payroll", "▲ {count} 人比上月变化 30% 以上，排在最前：请逐个点开核对。")
            words, tone = text.format(count=marked), Tone.WARN
        else:
            words, tone = translate("Payroll", "没有人比上月变化 30% 以上。"), Tone.GOOD
        tone_label(self.sentence, words, tone)

    def _open(self, row: Beside) -> None:
        if row.slip is not None:
            self.opened.emit(row.slip)


def _with_sentence(widget: QWidget) -> tuple[QLabel, QVBoxLayout]:
    """A sentence on what the view is for above what it shows."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID * 2)
    sentence = label(role="secondary", wraps=True)
    column.addWidget(sentence)
    return sentence, column
