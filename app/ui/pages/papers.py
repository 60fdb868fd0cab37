"""Papers (凭证打印): every paper the program prints in one list, of any month and payroll, by keyboard."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.domain.calendar import month_moved
from app.services.papers import PaperKind
from app.services.papers_other import OtherPaper
from app.services.products import ProductRow
from app.ui.desk import Desk
from app.ui.pages import papers_rows as rows
from app.ui.pages import payroll_paper_rows as paper_rows
from app.ui.pages.paper_options import PaperOptions
from app.ui.pages.paper_way import Maker, PaperWay
from app.ui.pages.papers_rows import PaperLine, Shelf
from app.ui.pages.payroll_rows import month_to_pay
from app.ui.pages.products_labels import LabelsForm
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.stepper import PeriodStepper
from app.ui.words import translate


class PapersPage(Page):
    """Papers as a list; Enter previews one, or asks for what it needs. What lacks has a way to where it is mended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Papers", "凭证打印"))
        self.month = ""
        self.shelf: Shelf | None = None
        self.labels: LabelsForm | None = None
        self.way = PaperWay(desk, self)
        self.way.gave.connect(lambda _: self.refresh())
        self.way.refused.connect(self._failed)
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(self._step)
        self.head.addWidget(self._stepper)
        self.look = self.add_primary(button(translate("Papers", "预览和打印 ↵"), self.open_present, name="preview"))
        self.message = label(wraps=True)
        self.message.hide()
        self.table: RowsTable[PaperLine] = RowsTable(desk.look)
        self.table.keep_order()  # the papers of one payroll stand together
        self.table.when_empty(empty_state(translate("Papers", "这里是能打印的纸。正在看有哪些。")))
        self.table.opened.connect(lambda _: self.open_present())
        self.table.picked.connect(lambda _: self._offer())
        self.body.addLayout(self._bar())
        self.body.addWidget(self.message)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)
        for keys, act in (("Ctrl+P", self.print_present), ("Ctrl+S", self.save_pdf)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Find out again what can be printed; the first time of the month that is to be paid."""
        if self.month:
            self._read()
        else:
            self.desk.ask(month_to_pay, then=self.open_month, owner=self)

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names."""
        if jump.at:
            self.open_month(jump.at[:7])
        else:
            self.refresh()

    def open_month(self, month: str) -> None:
        """Look at another month's papers."""
        self.month = month
        self._stepper.text.setText(month)
        self._read()

    def _step(self, step: int) -> None:
        if self.month:
            self.open_month(month_moved(self.month, step))

    def _read(self) -> None:
        title = translate("Papers", "看能打印什么")
        self.desk.ask(rows.read_shelf, self.month, then=self._show, failed=self._failed, owner=self, title=title)

    def _show(self, shelf: Shelf) -> None:
        if shelf.month != self.month:
            return
        self.message.hide()
        self.shelf = shelf
        self.options.hold(shelf.choices, shelf.board)
        self.table.show_rows(rows.columns(self.desk.lang), [self._judged(line) for line in shelf.lines])
        self.strip.show_figures(rows.figures(shelf))
        if shelf.lines and not self.table.view.currentIndex().isValid():
            self.table.stand_on(0)
        self._offer()

    # ---------------------------------------------------------------- acts

    def open_present(self) -> None:
        """The preview of the paper stood on; labels ask for more, the recovery sheet is made in the settings."""
        line = self.table.current()
        if line is None:
            return
        if line.kind is OtherPaper.RECOVERY:
            self.go_there()
        elif line.kind is OtherPaper.LABELS and line.possible:
            self.desk.ask(rows.read_products, then=self._ask_labels, failed=self._failed, owner=self)
        elif line.is_sheet_only:
            self.save_sheet()
        elif make := self._maker(line):
            self.way.open_preview(make)

    def show_paper(self, kind: PaperKind | OtherPaper) -> None:
        """Stand on a paper and preview it."""
        places = (at for at, line in enumerate(self.table.model.rows) if line.kind is kind)
        self.table.stand_on(next(places, 0))
        self.open_present()

    def save_pdf(self) -> None:
        """The paper stood on as a PDF file."""
        line = self.table.current()
        if line is not None and (make := self._maker(line)):
            self.way.save_pdf(make)

    def print_present(self) -> None:
        """The paper stood on to a printer."""
        line = self.table.current()
        if line is not None and (make := self._maker(line)):
            self.way.print(make)

    def save_sheet(self) -> None:
        """The paper stood on as a spreadsheet."""
        line = self.table.current()
        if line is None or not line.has_sheet:
            return
        make = rows.sheet_maker(line)
        if line.choice is not None:
            make = paper_rows.sheet_maker(self.options.asked(line.choice, line.month))
        self.way.save_sheet(make, f"{rows.title(line, self.desk.lang)} {line.month}")

    def go_there(self) -> None:
        """Open the page where what the paper lacks is mended."""
        line = self.table.current()
        jump = rows.jump_of(line) if line is not None else None
        if jump is not None:
            self.jumped.emit(jump)

    def _maker(self, line: PaperLine) -> Maker | None:
        """What makes a paper that can be made as it is."""
        if not line.possible or line.is_sheet_only or line.kind is OtherPaper.LABELS:
            return None
        if line.choice is not None:
            return paper_rows.maker(self.options.asked(line.choice, line.month))
        return rows.maker(line)

    def _ask_labels(self, products: tuple[ProductRow, ...]) -> None:
        self.labels = LabelsForm(self.desk, products)
        self.panel.begin(translate("Papers", "产品标签")).addWidget(self.labels, 1)
        self.labels.begin()

    # ---------------------------------------------------------------- making it

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.pdf = button(translate("Papers", "存为 PDF…"), self.save_pdf, name="paper-pdf")
        self.pdf.setToolTip("Ctrl+S")
        self.printer = button(translate("Papers", "打印…"), self.print_present, name="paper-print")
        self.printer.setToolTip("Ctrl+P")
        self.xlsx = button(translate("Papers", "存为 XLSX…"), self.save_sheet, name="paper-xlsx")
        self.there: QPushButton = button(translate("Papers", "去处理"), self.go_there, name="go-there")
        for act in (self.pdf, self.printer, self.xlsx, self.there):
            row.addWidget(act)
        row.addSpacing(GRID * 3)
        self.options = PaperOptions()
        self.options.changed.connect(lambda _: self._judge())
        row.addWidget(self.options)
        row.addStretch(1)
        return row

    def _judged(self, line: PaperLine) -> PaperLine:
        """A line as it stands for what is chosen: a cash list for everybody or not."""
        if line.choice is None or line.choice.kind is not PaperKind.CASH:
            return line
        return replace(line, choice=self.options.judged(line.choice))

    def _judge(self) -> None:
        """After a choice: the list says of the chosen worker, and of everybody or not, whether there is a paper."""
        for at, line in enumerate(self.shelf.lines if self.shelf is not None else ()):
            if line.choice is not None and (line.choice.workers or line.kind is PaperKind.CASH):
                self.table.model.put_row(at, replace(line, choice=self.options.judged(line.choice)))
        self._offer()

    def _offer(self) -> None:
        """What can be done with the paper the keyboard stands on, and what can be chosen for it."""
        line = self.table.current()
        makes = line is not None and self._maker(line) is not None
        kind = line.kind if line is not None else None
        own = kind in {OtherPaper.LABELS, OtherPaper.RECOVERY, PaperKind.SHEET}
        self.look.setEnabled(makes or (own and line is not None and (line.possible or kind is OtherPaper.RECOVERY)))
        for act in (self.pdf, self.printer):
            act.setEnabled(makes)
        self.xlsx.setEnabled(line is not None and line.has_sheet)
        self.there.setVisible(line is not None and not line.possible and rows.jump_of(line) is not None)
        self.options.offer(line.choice.kind if line is not None and line.choice is not None else None)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self.desk.fault_text(fault), Tone.BAD)
        self.message.show()
