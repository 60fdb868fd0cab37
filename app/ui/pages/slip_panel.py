"""One worker's slip in the side panel: every figure opens to its records, and why it differs from last month's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.differences import Reason
from app.domain.explain_earned import line_name
from app.domain.explanation import Figure, YearRow
from app.domain.formula_words import formula_words
from app.domain.payroll_draft import Line, Slip
from app.services.explain import SlipStory, explain
from app.ui.desk import Desk
from app.ui.pages.payroll_rows import amount, hours, signed
from app.ui.pages.slip_panel_figure import FigureLine
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.page import Jump
from app.ui.widgets.parts import button, divider, label, tone_label
from app.ui.words import translate

_REASONS = 5
"""So many reasons stand open."""
_HOURS = ("normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes")


class SlipPanel(QWidget):
    """A slip, top to bottom; what it opens to comes from the background. ``jumped`` carries a Jump to a row's day."""

    jumped = Signal(object)

    def __init__(self, desk: Desk, slip: Slip, month: str, run_id: int | None) -> None:
        super().__init__()
        self._desk, self._slip = desk, slip
        self.story: SlipStory | None = None
        self.lines: list[FigureLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(label(f"{term(slip.relation)} · {term(slip.basis)}", "secondary"))
        self._column.addLayout(_times(slip))
        self._why = _section(self._column)
        self._column.addWidget(divider())
        self._add_lines()
        self._year = _section(self._column)
        self.notes = label(role="small", wraps=True)
        self.notes.hide()
        self._column.addWidget(self.notes)
        self._column.addStretch(1)
        self.setFocusProxy(self.lines[0])
        desk.ask(explain, month, slip.worker_id, run_id, then=self._tell, failed=self._failed, owner=self)

    def _add_lines(self) -> None:
        slip, lang = self._slip, self._desk.lang
        for line in slip.lines:
            self._add(line_title(line, lang), line.amount_fen, formula_words(line.formula, lang))
        self._add(translate("Slip", "应发合计"), slip.gross_fen, role="figure")
        self._column.addWidget(divider())
        for line in slip.deductions:
            self._add(line_title(line, lang), line.amount_fen, formula_words(line.formula, lang))
        self._add(translate("Slip", "实发"), slip.net_fen, role="figure")
        for title, fen in (
            (translate("Slip", "未扣完的赔偿，结转下月"), slip.carried_damage_fen),
            (translate("Slip", "未扣完的预支，结转下月"), slip.carried_advance_fen),
            (translate("Slip", "本月最低工资线"), slip.floor_fen),
        ):
            if fen:
                self._add(title, fen, role="small")

    def _add(self, title: str, fen: int, formula: str = "", role: str = "") -> None:
        line = FigureLine(self._desk.look, title, fen, formula, role)
        line.stepped.connect(lambda step: self._step(line, step))
        line.wanted_day.connect(self._jump)
        self.lines.append(line)
        self._column.addWidget(line)

    def _step(self, line: FigureLine, step: int) -> None:
        at = min(max(0, self.lines.index(line) + step), len(self.lines) - 1)
        self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _jump(self, day: object) -> None:
        self.jumped.emit(Jump("today", self._slip.worker_id, str(day)))

    # ------------------------------------------------------------ the answer

    def _tell(self, story: SlipStory) -> None:
        self.story = story
        told = story.explanation
        gross, net, *others = told.sums
        floors = {one.name.code: one for one in others}
        rest = [floors[code] for code in ("explain_damage_left", "explain_advance_left") if code in floors]
        rest += [floors["explain_floor"]] if self._slip.floor_fen and "explain_floor" in floors else []
        figures: list[Figure] = [*told.lines, gross, *told.deductions, net, *rest]
        for line, figure in zip(self.lines, figures, strict=True):
            line.explain(figure, self._desk.lang)
        self._tell_why(story)
        if told.year:
            _year_table(self._year, told.year, self._desk.lang)
        self.notes.setText("\n".join(note.text(self._desk.lang) for note in told.notes))
        self.notes.setVisible(bool(told.notes))

    def _tell_why(self, story: SlipStory) -> None:
        """Beside last month: the difference of net and its reasons, largest first."""
        self._why.addWidget(divider())
        head = translate("Slip", "与上月相比")
        if not story.compared:
            self._why.addWidget(label(translate("Slip", "上个月没有锁定的工资，没有可比的。"), "small", wraps=True))
            return
        difference = story.net_fen - (story.last_net_fen or 0)
        last = amount(story.last_net_fen) if story.last_net_fen is not None else "–"
        words = translate("Slip", "{head}：实发 {difference}（上月 {last}）")
        self._why.addWidget(label(words.format(head=head, difference=signed(difference), last=last), wraps=True))
        for one in story.reasons[:_REASONS]:
            self._why.addWidget(label(one.words.text(self._desk.lang), wraps=True))
        self._fold(story.reasons[_REASONS:])

    def _fold(self, rest: tuple[Reason, ...]) -> None:
        """The smaller reasons behind one line with their sum."""
        if not rest:
            return
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for one in rest:
            column.addWidget(label(one.words.text(self._desk.lang), wraps=True))
        words = translate("Slip", "其余 {count} 条，共 {amount}")
        text = words.format(count=len(rest), amount=signed(sum(one.amount_fen for one in rest)))
        fold = button(text, lambda: inner.setVisible(inner.isHidden()), "small-link", name="more-reasons")
        self._why.addWidget(fold)
        self._why.addWidget(inner)
        inner.hide()

    def _failed(self, fault: Exception) -> None:
        tone_label(self.notes, self._desk.fault_text(fault), Tone.BAD)
        self.notes.show()


def line_title(line: Line, lang: str) -> str:
    """The line's words: the stored Chinese label, or the English name of its code with what it is about."""
    return line_name(line).text("en") if lang == "en" else line.label


def _section(column: QVBoxLayout) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(GRID)
    column.addLayout(made)
    return made


def _times(slip: Slip) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 4)
    titles = (term("正常"), term("加班"), term("休息日"), term("法定"))
    for at, (title, name) in enumerate(zip(titles, _HOURS, strict=True)):
        grid.addWidget(label(f"{title} h", "small"), 0, at)
        grid.addWidget(label(hours(getattr(slip, name))), 1, at)
    return grid


def _year_table(section: QVBoxLayout, rows: tuple[YearRow, ...], lang: str) -> None:
    """The tax year by month: income, social insurance, additional deductions, tax withheld; and their sums."""
    section.addWidget(divider())
    section.addWidget(label(translate("Slip", "本年个税，逐月"), wraps=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 2)
    grid.setColumnStretch(0, 1)
    titles = (
        "",
        translate("Slip", "收入"),
        translate("Slip", "社保"),
        translate("Slip", "附加扣除"),
        translate("Slip", "已扣税"),
    )
    _year_line(grid, 0, titles)
    for at, row in enumerate(rows, 1):
        figures = (row.income_fen, row.social_fen, row.additional_fen, row.withheld_fen)
        _year_line(grid, at, (row.label.text(lang), *(amount(fen) for fen in figures)))
    sums = [sum(getattr(row, name) for row in rows) for name in _YEAR]
    _year_line(grid, len(rows) + 1, (translate("Slip", "合计"), *(amount(fen) for fen in sums)), "")
    section.addLayout(grid)


_YEAR = ("income_fen", "social_fen", "additional_fen", "withheld_fen")


def _year_line(grid: QGridLayout, at: int, texts: tuple[str, ...], role: str = "small") -> None:
    for column, text in enumerate(texts):
        cell = label(text, role, wraps=not column)
        if column:
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(cell, at, column)
